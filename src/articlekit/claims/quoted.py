"""Statements in a language of which no more is known than its quotation marks."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from articlekit.article import Article
from articlekit.blocks import Code, Math
from articlekit.claim import Attribution, Span
from articlekit.claims.sentences.clauses import LEAST_WORDS
from articlekit.claims.sentences.edges import without_marks
from articlekit.claims.sentences.lines import WORD
from articlekit.claims.sentences.quotes import find_quotations
from articlekit.claims.statements import Statement

# Scripts without spaces between words: Thai, Lao, Burmese, Khmer, kana, Han.
_UNSPACED: Final = re.compile(r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff]")
_LONG_UNSPACED: Final = 8  # letters of such a script: fewer are more often a name, or a word held at arm's length


def quoted_statements(article: Article) -> Iterator[Statement]:
    """Find the words between quotation marks, in a language of which no more is known."""
    for run in article.runs:
        for quotation in find_quotations(run.block.text) if not isinstance(run.block, Code | Math) else ():
            start, end = without_marks(run.block.text, quotation.start, quotation.end)
            words = run.block.text[start:end]
            unspaced = len(_UNSPACED.findall(words))
            if quotation.depth == 0 and (len(WORD.findall(words)) >= LEAST_WORDS or unspaced >= _LONG_UNSPACED):
                span = Span(start=run.start + start, end=run.start + end)
                yield Statement(span=span, attribution=Attribution(content=(span,), kind="direct"))
