"""Markdown: CommonMark with GitHub's tables and strikethrough and Pandoc's footnotes, by way of markdown-it-py."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from typing import TYPE_CHECKING, Final

from attrs import evolve

from articlekit.entities import encode
from articlekit.markup import read_blocks
from articlekit.plugin import Article, Block, Diagnostic, Heading, MissingExtraError, Source
from articlekit_plain import fields
from articlekit_plain.front_matter import BEGINNING, split

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.renderer import RendererHTML
    from markdown_it.rules_block import StateBlock
    from markdown_it.rules_core import StateCore
    from markdown_it.rules_inline import StateInline
    from markdown_it.token import Token
    from markdown_it.utils import EnvType, OptionsDict

    BlockRule = Callable[[StateBlock, int, int, bool], bool]

NESTING_LIMIT: Final = 40
"""Blocks and marks nested deeper are text."""

_NESTING: Final = frozenset(("blockquote", "list", "footnote_def"))
# A list and its item are two levels, and so are a footnote and what stands in it.
_MOST_LEVELS: Final = 3

_KNOWN_FIELD = re.compile(r"^(?:title|date|layout|author|tags|categories|draft|slug)\s*[:=]", re.MULTILINE)
# What is hardly ever in text that is no Markdown; a heading stands alone, which a comment in a program does not.
_SIGNS: Final = (
    re.compile(r"(?:\A|\n[ \t]*\n)#{1,6} [^\n]+(?:\n[ \t]*\n|\Z)"),
    re.compile(r"(?:\A|\n\n)[^\n]{1,100}\n(?:={3,}|-{3,})\n"),
    re.compile(r"\]\((?:https?://|[./#\w])[^\s()]{0,500}\)|^\[[^\]\n]{1,80}\]:\s*https?://", re.MULTILINE),
    re.compile(r"(?<![\w*])\*\*[^\s*][^*\n]{0,200}\*\*(?![\w*])"),
    re.compile(r"(?<![\w_])_[^\s_][^_\n]{0,200}_(?![\w_])"),
    re.compile(r"^(?:```|~~~)[\w+-]*$", re.MULTILINE),
    re.compile(r"(?:\A|\n\n)(?:[-*+]|1[.)]) \S"),
    re.compile(r"(?:\A|\n\n)> \S"),
)
_FORMULA = re.compile(r"\$`([^`\n]{1,2000})`\$")
# What reStructuredText has and Markdown has not: directives, roles, references, literals, headings with a line above.
_OTHER_MARKUP = re.compile(
    r"^\.\. (?:[\w:+.-]{1,60}::|_[^:\n]{1,80}:|\[[^\]\n]{1,40}\] |\|[^|\n]{1,60}\| )"
    r"|(?<![\w`]):[a-z][\w:+.-]{0,40}:`[^`\n]+`|`[^`\n]{1,200} <[^<>\n]{1,500}>`__?\b"
    r"|^([=~*#^\"-])\1{2,}\n[^\n]{1,100}\n\1{3,}$",
    re.MULTILINE,
)
_MEDIA_TYPES: Final = ("text/markdown", "text/x-markdown")
_ENDINGS: Final = (".md", ".markdown")


def sniff(source: Source) -> float:
    """Say how sure it is: front matter is a clear sign; of Markdown's own signs two kinds make one."""
    head = source.head.replace("\r\n", "\n")
    begun = BEGINNING.match(head)
    if begun and re.search(r"^(?:---|\+\+\+)[ \t]*$", head[begun.end() :], re.MULTILINE):
        return 0.85 if _KNOWN_FIELD.search(head) else 0.6
    declared = source.media_type in _MEDIA_TYPES or (source.path is not None and source.path.suffix in _ENDINGS)
    if declared:
        return 0.6
    if head.startswith(("<", "{", "[{", "#!")) or "\0" in head or _OTHER_MARKUP.search(head):
        return 0.0
    signs = sum(sign.search(head) is not None for sign in _SIGNS)
    return 0.0 if signs == 0 or (signs == 1 and not _SIGNS[0].search(head)) else min(0.2 + 0.1 * signs, 0.45)


def parse(source: Source) -> Iterator[Article]:
    """Read the article of a Markdown file; an empty one is an empty article, and said.

    Raises:
        MissingExtraError: markdown-it-py is not installed.
    """
    matter = split(source.text)
    article = fields.article_of(matter.said, source.url)
    reading = read_blocks(_html(matter.text), url=source.url)
    title, body = _titled(article.title, reading.blocks)
    diagnostics = (*matter.diagnostics, *article.diagnostics, *reading.diagnostics)
    if not body:
        diagnostics = (*diagnostics, Diagnostic(code="body.empty", message="there is no text below a title"))
    yield evolve(article, title=title, body=body, diagnostics=diagnostics)


def _titled(title: str | None, body: tuple[Block, ...]) -> tuple[str | None, tuple[Block, ...]]:
    """Take the title from a first heading, where it is not said before or said twice."""
    match body:
        case (Heading(level=1, text=text), *rest) if text and title in (None, text):
            return text.replace("\n", " "), tuple(rest)
    return title, body


def _html(text: str) -> str:
    rendered = _markdown().render(text)
    return rendered if isinstance(rendered, str) else ""


@cache
def _markdown() -> MarkdownIt:
    try:
        from markdown_it import MarkdownIt  # noqa: PLC0415  an extra
        from mdit_py_plugins.footnote import footnote_plugin  # noqa: PLC0415
    except ImportError as missing:
        raise MissingExtraError("markdown", "reading Markdown") from missing
    options = {"html": True, "maxNesting": NESTING_LIMIT + _MOST_LEVELS}
    reader = MarkdownIt("commonmark", options).enable(["table", "strikethrough"]).use(footnote_plugin)
    for name, rule in [(rule.name, rule) for rule in reader.block.ruler.__rules__ if rule.name in _NESTING]:
        reader.block.ruler.at(name, _bounded(rule.fn), {"alt": rule.alt})
    reader.core.ruler.before("footnote_tail", "footnotes_kept", _keep_footnotes)
    # Addresses stay as they are written; which of them are safe is decided where HTML is read.
    reader.normalizeLink = str  # type: ignore[assignment, method-assign]
    reader.validateLink = bool  # type: ignore[assignment, method-assign]
    reader.inline.ruler.before("backticks", "formula", _formula)
    reader.add_render_rule("fence", _fence)
    # No rule before the footnotes, and no arrow back in them, which the text does not have.
    reader.add_render_rule("footnote_block_open", lambda *_: '<section class="footnotes"><ol class="footnotes-list">')
    reader.add_render_rule("footnote_anchor", lambda *_: "")
    return reader


def _keep_footnotes(state: StateCore) -> None:
    """Let a footnote that nothing refers to, or that is defined again, be text where it stands: it would be dropped."""
    numbers = state.env.get("footnotes", {}).get("refs", {})
    last = {token.meta["label"]: at for at, token in enumerate(state.tokens) if token.type == "footnote_reference_open"}
    tokens: list[Token] = []
    are_notes: list[bool] = []
    for at, token in enumerate(state.tokens):
        if token.type == "footnote_reference_open":
            label = token.meta["label"]
            are_notes.append(numbers.get(f":{label}", -1) >= 0 and last[label] == at)
            tokens += [token] if are_notes[-1] else []
        elif token.type == "footnote_reference_close":
            tokens += [token] if are_notes.pop() else []
        else:
            tokens.append(token)
    state.tokens = tokens


def _bounded(rule: BlockRule) -> BlockRule:
    """Let a rule open no block that is nested too deep: what the reader itself does with that is to skip it."""

    def bounded(state: StateBlock, start: int, end: int, silent: bool) -> bool:
        return state.level < NESTING_LIMIT and rule(state, start, end, silent)

    return bounded


def _formula(state: StateInline, silent: bool) -> bool:
    """Read a formula in a line as GitHub writes it: between dollar signs and backticks."""
    found = _FORMULA.match(state.src, state.pos)
    if found is None:
        return False
    if not silent:
        token = state.push("html_inline", "", 0)
        token.content = f'<span class="math inline">\\({encode(found[1])}\\)</span>'
    state.pos = found.end()
    return True


def _fence(renderer: RendererHTML, tokens: Sequence[Token], at: int, options: OptionsDict, env: EnvType) -> str:
    if tokens[at].info.strip() == "math":
        return f'<div class="math display">{encode(tokens[at].content)}</div>'
    return renderer.fence(tokens, at, options, env)
