import re
from pathlib import Path

import pytest

from articlekit.blocks import Code, Image, List, Note, Paragraph, Quote
from articlekit.markup import (
    parse_fragment,
    parse_html,
    parse_xml,
    plain_text,
    read_blocks,
    read_blocks_of,
    read_inline,
)
from articlekit.markup.reading.frames import BLOCK_DEPTH
from markup.notation import shown

SAMPLES = Path(__file__).parent / "samples"


def samples() -> list[object]:
    """Read the samples: ``== name``, HTML, ``--``, its blocks in notation; ``(string)`` where only strings read so."""
    return [
        pytest.param(html.rstrip("\n"), expected.strip("\n"), "(string)" in name, id=f"{path.stem}: {name}")
        for path in sorted(SAMPLES.glob("*.txt"))
        for name, html, expected in re.findall(
            r"^== (.*)\n((?:.*\n)*?)--\n((?:.*\n)*?)(?=== |\Z)", path.read_text(encoding="utf-8"), re.MULTILINE
        )
    ]


@pytest.mark.parametrize(("html", "expected", "only_string"), samples())
def test_sample(html: str, expected: str, only_string: bool) -> None:
    assert shown(read_blocks(html).blocks) == expected
    if not only_string:
        assert shown(read_blocks(parse_html(html)).blocks) == expected


def test_addresses_are_resolved_against_a_base() -> None:
    html = '<a href="../b?c">l</a> <a href="https://x.example/">m</a> <a href="#n">n</a> <img src="i.png"><a href="http://[">o</a>'
    reading = read_blocks(html, url="https://site.example/dir/page.html")
    paragraph, image = reading.blocks
    assert isinstance(paragraph, Paragraph)
    assert [mark.url for mark in paragraph.marks] == [
        "https://site.example/b?c",
        "https://x.example/",
        "https://site.example/dir/page.html#n",
        "http://[",
    ]
    assert image == Image(url="https://site.example/dir/i.png")


def test_names_may_be_in_capitals() -> None:
    html = "<H2>one</H2><H3>two <I>three</I></H3><P>four<BR>five<UL><LI>six</UL>"
    assert read_blocks(html) == read_blocks(html.lower())
    assert shown(read_blocks(html).blocks).startswith("H2 one\nH3 two")


def test_a_role_says_more_than_class_names() -> None:
    html = (
        "<div class=pullquote><p>one</div><div class='pullquote a'><p>two</div><div class=pullquote><p>three</div>"
        "<section class=pullquote role=doc-endnotes><ol><li id=n>four</ol></section>"
    )
    assert shown(read_blocks(parse_fragment(html)).blocks) == shown(read_blocks(html).blocks)
    assert [type(block) for block in read_blocks(parse_fragment(html)).blocks] == [Quote, Quote, Quote, Note]


def test_chosen_elements_are_read_in_order_without_their_tails() -> None:
    root = parse_fragment("<p>one</p>tail<div><p>two</p><p id=x>three</p>four<ul><li>five<li id=y>six</ul></div>")
    second, first = root[1], root[0]
    skip = {element for element in root.iter() if element.get("id")}
    reading = read_blocks_of([second, first], skip=skip)
    assert shown(reading.blocks) == "P two\nP four\nUL\n  -\n    P five\nP one"


def test_skipped_elements_leave_what_follows_them() -> None:
    root = parse_fragment("<p>a <b>b</b> c <i>d <u>e</u></i>f</p>")
    skip = set(root.iter("b", "i"))
    assert shown(read_blocks_of([root], skip=skip).blocks) == "P a c f"


def test_elements_of_a_namespace_and_references_of_xml_are_read() -> None:
    root = parse_xml(
        b'<x:div xmlns:x="http://www.w3.org/1999/xhtml"><x:p>a&eacute;<x:b>b</x:b><!-- c -->d</x:p></x:div>',
        recover=True,
    )
    assert shown(read_blocks(root).blocks) == "P aébd | strong(b)"


def test_the_deepest_blocks_are_joined_and_that_is_said() -> None:
    deep = BLOCK_DEPTH + 10
    reading = read_blocks("".join(f"<blockquote>{level}" for level in range(deep)) + "</blockquote>" * deep + "end")
    assert [diagnostic.code for diagnostic in reading.diagnostics] == ["html.too-deep"]
    depth, block = 0, reading.blocks[0]
    while isinstance(block, Quote):
        depth, block = depth + 1, block.body[-1]
    assert depth == BLOCK_DEPTH
    assert block == Paragraph(text=str(deep - 1))
    assert reading.blocks[1:] == (Paragraph(text="end"),)


def test_lists_as_deep_as_the_limit_are_kept_whole() -> None:
    reading = read_blocks("<ul><li>" * BLOCK_DEPTH + "x")
    assert reading.diagnostics == ()
    depth, block = 0, reading.blocks[0]
    while isinstance(block, List):
        depth, block = depth + 1, block.items[0][0]
    assert (depth, block) == (BLOCK_DEPTH, Paragraph(text="x"))


@pytest.mark.parametrize(
    ("html", "text", "marks"),
    [
        ("plain  text\n", "plain text", ""),
        ("A &amp; B&nbsp;C", "A & B\xa0C", ""),
        ("<h1>A <i>b</i></h1>", "A b", "emphasis(b)"),
        ("<p>one</p><p>two<br><br>three</p><ul><li>four</ul>", "one\ntwo\nthree\nfour", ""),
        ('a <a href="/x">b</a>', "a b", "link(b → /x)"),
        ("a &lt;b&gt;", "a <b>", ""),
        ("<p></p>", "", ""),
        ("a < b", "a < b", ""),
        ("<table><tr><td>a<td>b</table>", "a\nb", ""),
    ],
)
def test_a_text_that_is_one_line(html: str, text: str, marks: str) -> None:
    read, over = read_inline(html)
    assert read == text
    assert shown([Paragraph(text=read, marks=over)]).partition(" | ")[2] == marks


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("no markup", "no markup"),
        ("<p>one</p><p>two<br>three</p>", "one two three"),
        ("Tom&#8217;s <b>c</b>af&eacute;", "Tom’s café"),
        ("<script>x</script> a <style>y</style>", "a"),
        ("", ""),
    ],
)
def test_plain_text(html: str, text: str) -> None:
    assert plain_text(html) == text


def test_code_is_exact_whatever_stands_in_it() -> None:
    text = "\n\n\ta  b\r\n \xa0&lt;\x0b\x01\n"
    html = "<pre>\n" + text.replace("&", "&amp;").replace("\r", "&#13;") + "</pre>"
    assert read_blocks(html).blocks == (Code(text=text),)


CUT = [
    "<p>One.</p><p>Two<str",
    "<p>One.</p><p>Two</p",
    '<p>One.</p><p>Two <a href="https://site.exam',
    "<p>One.</p><p>Two <img src=x /",
    "<p>One.</p><p>Two <!-- wp:paragraph",
    "Two<b",
]
WHOLE = [
    "",
    "Two",
    "<p>a < b",
    "<p>I <3",
    "<p>I <",
    "<p>a &lt;b",
    "<p>Two",
    "<p>Two</p> ",
    "<p>Two <!-- a <b -->",
    "<p>Two <!---->",
    "<p>Two <!-- a <b --> ends",
    "<p>Two <b>three</b>",
    "<p>Two</p><script>if (a <b",
    "<textarea>a <b</textarea>",
    "<style>a",
]


@pytest.mark.parametrize("html", CUT)
def test_a_text_that_ends_inside_a_tag_is_said(html: str) -> None:
    assert [note.code for note in read_blocks(html).diagnostics] == ["body.truncated"]


@pytest.mark.parametrize("html", WHOLE)
def test_a_text_that_only_looks_so_is_whole(html: str) -> None:
    assert read_blocks(html).diagnostics == ()


@pytest.mark.parametrize(
    ("html", "codes"),
    [
        ("<p>a</p><iframe src='/f'><p>b</p>", ["html.malformed"]),
        ("<p>a</p><!-- b <p>c</p>", ["html.malformed"]),
        ("<p>a</p><iframe src='/f'></iframe><p>b</p>", []),
        # Cut off inside of it: nothing that follows is hidden.
        ("<p>a</p><script>var b = '<p>';", []),
        ("<p>a</p><!-- b -->", []),
        # A dotless i makes another name.
        ("<p>a</p><scrıpt>b<p>c</p>", []),
        ('<p>a <a href="/b c.</p><p>d <a href="/e">f</a></p>', ["html.malformed"]),
        ('<p>a <a href="/b>c</a> <i class="d">e</i></p>', ["html.malformed"]),
        ("<p>a</p><pb c d.</p><p>e</p>", ["html.malformed"]),
        ("<p>a <b class=c<i>d</i></b></p>", ["html.malformed"]),
        # Attributes of other names may hold markup.
        ("""<p>a <b data-note="<i>c</i>" title='d < e'>f</b></p>""", []),
        ("""<p>a <img src="data:image/svg+xml,<svg><a></svg>"><a href="javascript:b('<i>')">c</a></p>""", []),
        ("<p>a < b, c<d</p>", ["html.malformed"]),
        ("<p>a < b, 3<4</p>", []),
    ],
)
def test_what_has_lost_its_end_is_said(html: str, codes: list[str]) -> None:
    reading = read_blocks(html)
    assert [note.code for note in reading.diagnostics] == codes
