"""What every format of ours gives back beyond what the kit asks of all: odd fields, and blocks nested deep."""

from datetime import timedelta, timezone

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from articlekit import Article, Author, Site
from articlekit._registry import registry
from articlekit.blocks import Block, Heading
from articlekit.testing import EVERYTHING, canonical
from articlekit.testing.strategies import addresses, texts
from articlekit.testing.writing_laws import is_read_again, is_written_the_same_again

pytestmark = pytest.mark.slow

PARSERS = {parser.name: parser for parser in registry().parsers}
WRITERS = {writer.name: writer for writer in registry().writers if writer.name in PARSERS}
# The library's own JSON gives back more: the origin too, which reading completes. It has tests of its own.
FORMATS = sorted(WRITERS.keys() - {"json", "jsonl"})

# What YAML, XML, HTML, CSV, TeX, mail and JSON take for something else, and numbers, words and dates of theirs.
ODD = (
    *(
        "- a",
        "--- a",
        "# a",
        "? a",
        ": a",
        "a: b",
        "a #b",
        "[a]",
        "{a}",
        "'a'",
        '"a"',
        "@a",
        "`a`",
        "%a",
        "!a",
        "|",
        "~",
    ),
    *("=1+1", "+1", "-1", "007", "0x1F", "1_000", "1e5", "12:30", "2024-05-06", "true", "null", "yes", "NaN"),
    *(
        "a\\",
        "\\u0041",
        "\\n",
        "<b>a</b>",
        "</title>",
        "<![CDATA[a]]>",
        "<!-- a -->",
        "&amp;lt;",
        "&#38;",
        "a;b",
        "a, b",
    ),
    *(
        "a@b.example (Ann)",
        "Ann <a@b.example>",
        "By Ann",
        "Ann and Bo",
        "\xa0a\xa0",
        "a\x85b",
        "a\u2029b",
        "\ufeffa",
        "#",
    ),
    *("=?utf-8?q?a?=", "%22", "$x$", "www.a.example", "😀", "\ufdd0", "a | b", "a – b", "ﬁ"),
)
words = st.sampled_from(ODD) | texts()
names = st.lists(words, max_size=3).map(tuple)
# Offsets had seconds before zones were; what is more exact than a second is what programs write.
zones = st.none() | st.integers(-86_340, 86_340).map(lambda seconds: timezone(timedelta(seconds=seconds)))
moments = st.none() | st.datetimes(timezones=zones) | st.dates()
people = st.builds(
    Author,
    name=words,
    url=st.none() | addresses(),
    kind=st.sampled_from([None, "Person", "Organization"]),
)
FIELDS = {
    **dict.fromkeys(("id", "title", "subtitle", "summary", "license"), st.none() | words),
    **dict.fromkeys(("categories", "tags"), names),
    **dict.fromkeys(("published", "modified"), moments),
    "authors": st.lists(people, max_size=3).map(tuple),
    "site": st.none() | st.builds(Site, name=words, url=st.none() | addresses()),
}


@pytest.mark.parametrize("name", FORMATS)
def test_odd_fields_are_read_again(name: str) -> None:
    held = WRITERS[name].it.holds.fields
    # With a body, as what a text without one says of itself may be taken for it.
    drawn = {field: strategy for field, strategy in FIELDS.items() if field in held}

    @settings(max_examples=40)
    @given(article=st.builds(Article, body=canonical.bodies(WRITERS[name].it.holds), **drawn))
    def check(article: Article) -> None:
        assume(name != "markdown" or not begins_with_a_title(article))
        is_read_again(PARSERS[name], WRITERS[name], [article])

    check()


def begins_with_a_title(article: Article) -> bool:
    """Whether Markdown takes its first heading for the title: what is written there does not hold that."""
    first = next(iter(article.body), None)
    return isinstance(first, Heading) and first.level == 1 and article.title in (None, first.text)


def deep(levels: int) -> st.SearchStrategy[Block]:
    """Draw a block with blocks in it, so many levels down."""
    blocks = st.one_of(list(canonical._leaves(EVERYTHING).values()))
    for _ in range(levels):
        blocks = st.one_of(list(canonical._branches(blocks, EVERYTHING).values()))
    return blocks


@pytest.mark.parametrize("name", [name for name in FORMATS if WRITERS[name].it.holds.blocks == EVERYTHING.blocks])
def test_blocks_in_blocks_are_read_again(name: str) -> None:
    @settings(max_examples=10)
    @given(block=st.integers(2, 6).flatmap(deep))
    def check(block: Block) -> None:
        is_written_the_same_again(PARSERS[name], WRITERS[name], Article(title="Tides", body=(block,)))

    check()
