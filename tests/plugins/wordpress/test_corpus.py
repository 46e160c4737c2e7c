"""What must hold of every saved answer of the development corpus, where it is at hand."""

import html
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import orjson
import pytest

import articlekit
from articlekit import Article, ErrorAnswer
from articlekit_wordpress import write
from articlekit_wordpress.answers import find_posts
from articlekit_wordpress.writing import HOLDS

CORPUS = Path(__file__).parents[4] / "shared" / "wordpress" / "dev"
FILES = sorted(CORPUS.glob("*.json"))
ERRORS = ("hjplumtree", "k019g1425", "project-skyscraper.com__api-wp-json-batch")

pytestmark = [pytest.mark.corpus, pytest.mark.skipif(not FILES, reason="the corpus is not here")]

# What is no text of a post by any reading: what is not shown, the numbers of lines of code, and tags of shortcodes.
_UNSEEN = re.compile(r"(?is)<(script|style|noscript|select|textarea|iframe|audio|video|svg)\b.*?</\1\s*>|<!--.*?-->")
_NUMBERS = re.compile(r"""(?s)<td class="line_numbers".*?</td>""")
_SHORTCODE = re.compile(r"\[/?[a-z_]+(?: [^\[\]]*=[^\[\]]*)?\]")
_INLINE = re.compile(r"</?(?:a|abbr|b|code|del|em|font|i|ins|mark|small|span|strong|sub|sup|tt|u|wbr)\b[^>]*>")


def words(text: str) -> Counter[str]:
    return Counter(re.findall(r"\w+", text))


def texts(value: object) -> Iterator[str]:
    """All strings of blocks: text, captions, credits, alternative texts."""
    match value:
        case str():
            yield value
        case tuple():
            for part in value:
                yield from texts(part)
        case _ if hasattr(value, "__attrs_attrs__"):
            for name in value.__attrs_attrs__:
                yield from texts(getattr(value, name.name))


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_every_file_gives_its_posts_without_loss_and_again(path: Path) -> None:
    data = path.read_bytes()
    if path.name.startswith(ERRORS):
        with pytest.raises(ErrorAnswer, match="rest_no_route"):
            list(articlekit.parse_all(data))
        return
    contents = [found.post.get("content") for found in find_posts(orjson.loads(data.decode("utf-8-sig")))]
    articles = list(articlekit.parse_all(data))
    assert len(articles) == len(contents) > 0
    for article, content in zip(articles, contents, strict=True):
        source = content if isinstance(content, str) else (content or {}).get("rendered") or ""
        _assert_nothing_lost(article, source)
    once = write(articles)
    again = list(articlekit.parse_all(once, format="wordpress"))
    for article, same in zip(articles, again, strict=True):
        for name in (*HOLDS.fields, "extra"):
            assert getattr(same, name) == getattr(article, name), (article.id, name)
    assert write(again) == once


def _assert_nothing_lost(article: Article, source: str) -> None:
    if any(note.code == "body.boilerplate-dropped" for note in article.diagnostics):
        return
    shown = _SHORTCODE.sub(" ", html.unescape(_INLINE.sub("", _NUMBERS.sub(" ", _UNSEEN.sub(" ", source)))))
    expected = words(html.unescape(re.sub(r"<[^>]*>", " ", shown)))
    assert not expected - words(" ".join(texts(article.body))), article.id
