from datetime import UTC, date, datetime
from textwrap import dedent
from urllib.parse import quote

import pytest
import yaml
from attrs import evolve

import articlekit
from articlekit.article import Article, Author, Site
from articlekit.blocks import (
    Block,
    Cell,
    Code,
    Heading,
    Image,
    List,
    Mark,
    MarkKind,
    Math,
    Note,
    Paragraph,
    Quote,
    Rule,
    Table,
)
from articlekit.markup import read_blocks
from articlekit.writers import markdown
from writers.everything import EVERYTHING


def p(text: str, *marks: Mark) -> Paragraph:
    return Paragraph(text=text, marks=marks)


def mark(kind: MarkKind, start: int, end: int, url: str | None = None, title: str | None = None) -> Mark:
    return Mark(kind=kind, start=start, end=end, url=url, title=title)


def written(*body: Block) -> str:
    return markdown.write([Article(body=body)])


BODIES: dict[str, tuple[tuple[Block, ...], str]] = {
    "paragraphs": ((p("One."), p("Two\nlines.")), "One.\n\nTwo\\\nlines.\n"),
    "headings": ((Heading(text="One", level=1), Heading(text="C #", level=6), p("x")), "# One\n\n###### C \\#\n\nx\n"),
    "tight list": (
        (List(items=((p("a"),), (p("b"), List(items=((p("c"),),), ordered=True)))),),
        """\
        - a
        - b
          1. c
        """,
    ),
    "loose list": (
        (List(items=((p("a"), p("b")), (), (Code(text="c\n\n d"),)), ordered=True, start=9),),
        """\
        9. a

           b

        10.

        11. ```
            c

             d
            ```
        """,
    ),
    "lists in a row": (
        (List(items=((p("a"),),)), List(items=((p("b"),),)), List(items=((p("c"),),)), p("d")),
        """\
        - a

        * b

        - c

        d
        """,
    ),
    "quotes": (
        (Quote(body=(p("a"), Quote(body=(p("b"),))), cite="A. Cod"), Quote(body=(List(items=((p("c"),),)),))),
        """\
        > a
        >
        > > b
        >
        > — <cite>A. Cod</cite>

        > - c
        """,
    ),
    "table": (
        (
            Table(
                header=((Cell(body=(p("Kind"),), header=True), Cell(body=(p("No | yes"),), header=True)),),
                rows=((Cell(body=(p("two\nlines"),)), Cell()), (Cell(body=(p("`a|b`", mark("code", 1, 4)),)), Cell())),
            ),
        ),
        """\
        | Kind | No \\| yes |
        | --- | --- |
        | two<br>lines |  |
        | \\``a\\|b`\\` |  |
        """,
    ),
    "table that spans": (
        (Table(rows=((Cell(body=(p("a"),), colspan=2),),)),),
        '<table><tbody><tr><td colspan="2">a</td></tr></tbody></table>\n',
    ),
    "code": (
        (Code(text="a\n\n```\nb", language="python"), Code(text=""), Code(text="c\n")),
        "````python\na\n\n```\nb\n````\n\n```\n```\n\n```\nc\n```\n",
    ),
    "formulas": (
        (Math(text="a_1 * b"), p("x_1 is", mark("math", 0, 3))),
        "```math\na_1 * b\n```\n\n$`x_1`$ is\n",
    ),
    "pictures": (
        (
            Image(url="https://example.org/a(1).jpg", alt="An [odd] one"),
            Image(url="/b", link="/c"),
            Image(url="/d", caption="Said"),
            Image(url="javascript:x"),
        ),
        """\
        ![An \\[odd\\] one](https://example.org/a\\(1\\).jpg)

        [![](/b)](/c)

        <figure><img src="/d" alt=""><figcaption>Said</figcaption></figure>
        """,
    ),
    "footnotes": (
        (
            p("As said1, and2.", mark("note", 7, 8, "#n-1"), mark("note", 13, 14, "#odd name")),
            Note(name="n-1", body=(p("One."), p("More."))),
            Note(name="odd name", body=(p("Two."),)),
        ),
        """\
        As said[^n-1], and[^note_2].

        [^n-1]: One.

            More.

        [^note_2]: Two.
        """,
    ),
    "rule": ((p("a"), Rule(), p("b")), "a\n\n___\n\nb\n"),
}


@pytest.mark.parametrize(("body", "expected"), BODIES.values(), ids=BODIES)
def test_blocks(body: tuple[Block, ...], expected: str) -> None:
    assert written(*body) == dedent(expected)


@pytest.mark.parametrize(
    ("paragraph", "expected"),
    [
        (p("so bold", mark("strong", 3, 7)), "so **bold**"),
        (p("so kind", mark("emphasis", 3, 7)), "so _kind_"),
        (p("unbelievable", mark("emphasis", 2, 6)), "un*beli*evable"),
        (p("both", mark("strong", 0, 4), mark("emphasis", 0, 4)), "_**both**_"),
        (p("one two", mark("strong", 0, 4)), "<strong>one </strong>two"),
        (p("say “no”s", mark("strong", 4, 8)), "say <strong>“no”</strong>s"),
        (p("ab", mark("strong", 0, 1), mark("strong", 1, 2)), "**a**<strong>b</strong>"),
        (p("gone", mark("deleted", 0, 4)), "~~gone~~"),
        (p("Emma", mark("cite", 0, 4)), "<cite>Emma</cite>"),
        (p("H2O", mark("sub", 1, 2)), "H<sub>2</sub>O"),
        (p("a `b`", mark("code", 2, 5)), "a `` `b` ``"),
        (p("ab", mark("code", 0, 2), mark("strong", 0, 1)), "<code>**a**b</code>"),
        (p("here", mark("link", 0, 4, "/a_b?c=(d)&e", 'A "b"')), '[here](/a\\_b?c=\\(d\\)\\&e "A \\"b\\"")'),
        (p("here", mark("link", 0, 4, "javascript:alert(1)")), "here"),
        (p("hey!you", mark("link", 4, 7, "/x")), "hey\\![you](/x)"),
        (p("WHO", Mark(kind="abbreviation", start=0, end=3, title="W|H")), '<abbr title="W&#124;H">WHO</abbr>'),
        (p("abc", mark("link", 0, 2, "/x"), mark("strong", 1, 3)), "[a<strong>b</strong>](/x)**c**"),
    ],
)
def test_marks(paragraph: Paragraph, expected: str) -> None:
    assert written(paragraph) == f"{expected}\n"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2 * 3 * 4", "2 \\* 3 \\* 4"),
        ("snake_case _ _x_", "snake_case \\_ \\_x\\_"),
        ("https://example.org/a_b_c", "https://example.org/a_b_c"),
        ("# 1", "\\# 1"),
        ("#1 of 2", "#1 of 2"),
        ("1. May", "1\\. May"),
        ("1.5 and 2.", "1.5 and 2."),
        ("- no\n+ yes\n-5", "\\- no\\\n\\+ yes\\\n-5"),
        ("a\n---\nb\n===", "a\\\n\\---\\\nb\\\n\\==="),
        ("> 5 < 6", "\\> 5 < 6"),
        ("a <b> & &amp; AT&T", "a \\<b> & \\&amp; AT\\&T"),
        ("[1] [a](b) ![c]", "\\[1\\] \\[a\\](b) !\\[c\\]"),
        ("a\\b `c` ~d~ e|f", "a\\\\b \\`c\\` \\~d\\~ e\\|f"),
        ("$5 and 10%", "$5 and 10%"),
        ("Wow! “Yes” — naïve…", "Wow! “Yes” — naïve…"),
        (" a ", "&#32;a&#32;"),
        ("a\n\nb\n", "a<br><br>b<br>"),
    ],
)
def test_text_is_not_taken_for_markup(text: str, expected: str) -> None:
    assert written(p(text)) == f"{expected}\n"


def test_metadata_are_front_matter() -> None:
    article = Article(
        id="12",
        url="https://port.example/fish/",
        title="Fish & chips: a story",
        authors=(Author(name="Ada Marsh"), Author(name="Ben Cod", url="https://port.example/ben", kind="Person")),
        published=datetime(2024, 5, 2, 10, tzinfo=UTC),
        modified=date(2024, 5, 3),
        categories=("Food",),
        tags=("no", "fish, fried", "007"),
        language="en-GB",
        site=Site(name="Port news", url="https://port.example/"),
        body=(p("The *first* line."),),
    )

    assert markdown.write([article]) == dedent(
        """\
        ---
        title: "Fish & chips: a story"
        id: "12"
        canonical_url: "https://port.example/fish/"
        date: 2024-05-02T10:00:00+00:00
        lastmod: 2024-05-03
        authors:
          - name: Ada Marsh
          - name: Ben Cod
            url: "https://port.example/ben"
            kind: Person
        categories:
          - Food
        tags:
          - "no"
          - fish, fried
          - "007"
        lang: en-GB
        site:
          name: Port news
          url: "https://port.example/"
        ---

        The \\*first\\* line.
        """
    )


def test_other_readers_of_yaml_find_what_was_said() -> None:
    said = ("yes", "2024", "a: b", "- x", "#1", "'", '"', "é\x85\u2028\ufeff😀", "~", "*a", "x\xa0y", "{}", "Ja.")
    _, matter, _ = markdown.write([Article(id="1", tags=said)]).split("---\n")

    assert yaml.safe_load(matter)["tags"] == [*said]


def test_a_footnote_without_a_reference_is_not_lost() -> None:
    note = Note(name="n", body=(p("Alone."),))

    assert written(note) == '<aside id="n" role="doc-footnote"><p>Alone.</p></aside>\n'


def test_title_and_several_articles() -> None:
    articles = [Article(title="One *star*", body=(p("x"),)), Article(title="Two"), Article()]

    assert markdown.write(articles) == "# One \\*star\\*\n\nx\n\n___\n\n# Two\n\n___\n\n"


def test_a_sign_at_the_end_of_a_heading_is_escaped_once() -> None:
    titles = ("#", "##", "C #", "C#")

    assert [markdown.write([Article(title=title)]) for title in titles] == [
        "# \\#\n",
        "# \\##\n",
        "# C \\#\n",
        "# C\\#\n",
    ]


def test_everything_is_written() -> None:
    text = markdown.write([EVERYTHING])

    for words in ("swim", "Indeed", "A. Cod", "A limb", "Kinds", "B. Sea", "E=mc^2", "video.example", "A note"):
        assert words in text
    assert "\n\n\n" not in text


def test_deep_nesting_takes_no_recursion() -> None:
    body: tuple[Block, ...] = (p("deep"),)
    for _ in range(2000):
        body = (Quote(body=body),)

    assert written(*body) == "> " * 2000 + "deep\n"


def test_from_html_to_markdown() -> None:
    html = """
        <h2>Fish</h2>
        <p>They <em>swim</em>, <a href="https://example.org/">they say</a>.<br>Always.</p>
        <ol start="3"><li>One<ul><li>Two</li></ul></li><li>Three</li></ol>
        <pre><code class="language-c">int x;</code></pre>
    """

    assert written(*read_blocks(html).blocks) == dedent(
        """\
        ## Fish

        They _swim_, [they say](https://example.org/).\\
        Always.

        3. One
           - Two
        4. Three

        ```c
        int x;
        ```
        """
    )


@pytest.mark.parametrize("space", [" ", "\x00", "\x7f", "\x85", "\xa0", "\u2028", "\u3000", "\ufeff"], ids=ascii)
def test_white_space_in_addresses_is_percent_encoded(space: str) -> None:
    link, encoded = Mark(kind="link", start=0, end=1, url=f"{space}/a:{space}b"), quote(space)
    written = markdown.write([Article(body=(Paragraph(text="x", marks=(link,)), Image(url=f"/{space}")))])

    assert written == f"[x]({encoded}/a:{encoded}b)\n\n![](/{encoded})\n"
    assert articlekit.write(articlekit.parse(written, format="markdown"), "markdown") == written


SHOWN = "dÃ©jÃ\xa0 vÃ»"


def test_what_a_broken_encoding_looks_like_is_written_by_reference() -> None:
    link = Mark(kind="link", start=0, end=1, url="https://site.example/Ã©")
    article = Article(
        title=SHOWN,
        authors=(Author(name=SHOWN, url="https://site.example/"), Author(name="Zoë")),
        tags=(SHOWN, "日本"),
        body=(
            Paragraph(text="x, as in Ã©_Ã©_Ã© and été", marks=(link, Mark(kind="strong", start=9, end=11))),
            Image(url="https://site.example/é.png", alt=SHOWN),
            Table(rows=((Cell(body=(Paragraph(text=SHOWN),)),),), caption="été"),
        ),
    )
    read = articlekit.parse(articlekit.write(article, "markdown"), format="markdown")

    assert evolve(read, origin=None) == article


def test_a_sound_text_is_written_in_its_own_letters() -> None:
    assert markdown.write([Article(title="São Paulo", body=(Paragraph(text="déjà vu"),))]) == "# São Paulo\n\ndéjà vu\n"


def test_code_has_no_references() -> None:
    written = markdown.write([Article(body=(Code(text=f"{SHOWN}\n"), Paragraph(text=SHOWN)))])

    assert written == f"```\n{SHOWN}\n```\n\nd&#195;©j&#195;\xa0 v&#195;»\n"
