"""TEI: what is read of a corpus, what is written, and that what is written is read again."""

from datetime import date
from pathlib import Path

import pytest

import articlekit
from articlekit import Article, Author, Site
from articlekit.blocks import Cell, Code, Embed, Heading, Image, List, Mark, Math, Note, Paragraph, Quote, Table
from articlekit.testing import ParserConformance
from markup.notation import shown

SAMPLES = Path(__file__).parent / "samples"
CORPUS = (SAMPLES / "corpus.xml").read_bytes()


class TestTei(ParserConformance):
    format = "tei"
    samples = SAMPLES


def p(text: str, *marks: Mark) -> Paragraph:
    return Paragraph(text=text, marks=marks)


def codes(article: Article) -> list[str]:
    return [diagnostic.code for diagnostic in article.diagnostics]


def test_the_header_gives_the_fields_and_the_rest_stays_in_extra() -> None:
    article, other = articlekit.parse_all(CORPUS)

    assert (article.title, article.subtitle) == ("The harbour is open again", "Four weeks after the storm")
    assert article.authors == (
        Author(name="Ada Marsh", url="https://port.example/ada", kind="Person"),
        Author(name="The port desk"),
    )
    assert article.published == date(1924, 5, 2)
    assert article.site == Site(name="Port news")
    assert (article.id, article.language, article.tags) == ("hp-12", "en", ("harbour", "storm"))
    assert article.license == "https://creativecommons.org/licenses/by/4.0/"
    assert article.extra == {
        "teiHeader": {
            "fileDesc": {
                "titleStmt": {"respStmt": {"resp": "transcribed by", "name": "Ben Cod"}},
                "publicationStmt": {"publisher": "Papers of the coast", "date": {"@when": "2025-01-07"}},
                "sourceDesc": {"biblStruct": {"monogr": {"imprint": {"biblScope": {"@unit": "page", "#text": "3"}}}}},
            },
            "profileDesc": {"textClass": {"keywords": {"@scheme": "#port"}}},
        }
    }
    assert (other.title, other.language, other.text) == ("Kräne verkauft", "de", "Drei Kräne sind verkauft worden.")
    assert codes(other) == ["date.invalid"]


def test_the_text_is_blocks() -> None:
    article = next(articlekit.parse_all(CORPUS))

    assert article.body == (
        p(
            "The harbour was opened again on Tuesday, the port authority said.1 About 1,200 ships had gone elsewhere.",
            Mark(kind="note", start=65, end=66, url="#note-1"),
            Mark(kind="emphasis", start=94, end=103),
        ),
        Note(name="note-1", body=(p("By a notice on its door."),)),
        Heading(text="What comes next", level=3),
        Quote(body=(p("We thank the pilots."),), url="https://port.example/notice"),
        p(
            "The pilots of P. A. see the tides as high.",
            Mark(kind="abbreviation", start=14, end=19, title="port authority"),
            Mark(kind="link", start=24, end=33, url="https://port.example/tides"),
            Mark(kind="quotation", start=37, end=41),
        ),
        List(items=((p("The locks"),), (p("The cranes"),)), ordered=True, start=3),
        p("The sea is wide,\nthe sea is deep."),
        Table(
            caption="Ships",
            header=((Cell(body=(p("Month"),)), Cell(body=(p("Ships"),))),),
            rows=((Cell(body=(p("April"),), header=True), Cell(body=(p("7"),))),),
        ),
        Image(url="https://port.example/gate.jpg", alt="A gate of iron", caption="The gate"),
    )


def test_names_in_parts_and_figures_without_a_picture() -> None:
    article = articlekit.parse(
        """<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><fileDesc><titleStmt><title>Fish</title></titleStmt>
        <sourceDesc><biblStruct><analytic><author><persName><forename>Ada</forename><surname>Marsh</surname></persName>
        </author></analytic></biblStruct></sourceDesc></fileDesc></teiHeader>
        <text><body><figure><head>Figure 1</head><figDesc>A fish.</figDesc></figure></body></text></TEI>"""
    )

    assert article.authors == (Author(name="Ada Marsh", kind="Person"),)
    assert article.text.split("\n") == ["Figure 1", "A fish."]


def test_the_older_tei_is_read() -> None:
    article = articlekit.parse((SAMPLES / "p4.xml").read_bytes())

    assert (article.title, article.authors, article.published) == ("Tides", (Author(name="C. Dab"),), date(2004, 5, 2))
    assert article.body == (Heading(text="At six", level=2), p("High water is at six o’clock."))
    assert codes(article) == []


def test_what_is_written_is_a_text_with_its_header() -> None:
    article = Article(
        title="Tides",
        authors=(Author(name="C. Dab"),),
        published=date(2024, 5, 2),
        body=(
            p("At six & at noon."),
            Heading(text="Why", level=3),
            p("The moon.", Mark(kind="strong", start=4, end=8)),
        ),
    )

    assert articlekit.write(article, "tei") == (SAMPLES.parent / "written.xml").read_text(encoding="utf-8")


def test_several_articles_are_a_corpus() -> None:
    articles = [Article(title="One", body=(p("A."),)), Article(title="Two", body=(p("B."),))]
    again = articlekit.parse_all(articlekit.write(articles, "tei"))

    assert [(article.title, article.text) for article in again] == [("One", "A."), ("Two", "B.")]


@pytest.mark.parametrize("character", ["\x00", "\x03", "\x0c", "\ufffe", "\ud800"])
def test_what_xml_cannot_hold_is_replaced_wherever_it_stands(character: str) -> None:
    name, url = f"a{character}b", f"https://port.example/{character}"
    body = (
        Code(text=name, language=name),
        Math(text=name),
        Quote(body=(p("x"),), cite=name, url=url),
        Image(url=url, alt=name, caption=name, credit=name, link=url),
        Embed(url=url, title=name, caption=name),
        Note(name=name, body=(p("x"),)),
        p("abc", Mark(kind="abbreviation", start=0, end=1, title=name), Mark(kind="link", start=1, end=3, url=url)),
    )
    again = articlekit.parse(articlekit.write(Article(id=name, body=body), "tei"))

    assert (again.id, again.body[0]) == ("a\ufffdb", Code(text="a\ufffdb", language="a\ufffdb"))
    assert [type(block) for block in again.body] == [type(block) for block in body]


def test_a_broken_text_costs_no_other() -> None:
    broken = CORPUS.replace(b"<persName", b"<persNam", 1)
    articles = list(articlekit.parse_all(broken))

    assert [article.title for article in articles] == ["The harbour is open again", "Kräne verkauft"]
    assert "xml.malformed" in codes(articles[0])
    assert len(articles[0].body) == 9


def test_the_rest_of_a_corpus_is_read_text_by_text() -> None:
    rest = b"harbour " * 1000 + CORPUS[CORPUS.index(b"</head>") :]
    (article,) = articlekit.parse_all(rest)

    assert article.title == "Kräne verkauft"
    assert "xml.malformed" in codes(article)


def test_of_a_corpus_that_is_cut_at_both_ends_what_is_left_is_read() -> None:
    texts = [Article(title=title, body=(p(f"{title} comes first."), p("Last."))) for title in ("Tea", "Soup", "Bread")]
    corpus = articlekit.write(texts, "tei")

    read = list(articlekit.parse_all(corpus[corpus.index("comes") : corpus.rindex("comes")]))

    assert [(article.title, article.text) for article in read] == [
        ("Soup", "Soup comes first.\n\nLast."),
        ("Bread", "Bread"),
    ]
    assert "xml.truncated" in codes(read[-1])


def test_a_text_that_is_cut_off_is_read_as_far_as_it_goes() -> None:
    cut = articlekit.write(Article(title="One", body=(p("First line."), p("Second line."))), "tei")
    article = articlekit.parse(cut[: cut.index(" line.</p>\n</body>")], format="tei")

    assert article.text == "First line.\n\nSecond"
    assert "xml.truncated" in codes(article)


DOCUMENT = (
    '<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><fileDesc><titleStmt><title>T</title></titleStmt></fileDesc>'
    "</teiHeader><text><body>{}</body></text></TEI>"
)


@pytest.mark.parametrize(
    ("tei", "blocks"),
    [
        ("<list><head>Needs</head><item>salt</item></list>", ["P Needs", "UL", "  -", "    P salt"]),
        (
            '<list type="gloss"><head>Words</head><label>tea</label><item>a drink</item><label>salt</label></list>',
            ["P Words", "DL", "  -", "    P tea", "    :", "      P a drink", "  -", "    P salt"],
        ),
        ("<lg><head>Song</head><lg><l>One</l><l>Two</l></lg></lg>", ["H2 Song", "P One⏎Two"]),
        ('<p>See <ptr target="#n2"/>.</p>', ["P See n2. | link(n2 → #n2)"]),
        ("<listBibl><bibl>A book</bibl></listBibl><bibl>Another</bibl>", ["UL", "  -", "    P A book", "P Another"]),
        ("<ab>Loose text</ab>", ["P Loose text"]),
        (
            "<list><item><p>One<note>Aside.</note></p></item></list>",
            ["UL", "  -", "    P One1 | note(1 → #note-1)", "NOTE note-1", "  P Aside."],
        ),
        ('<p>As <formula notation="tex">a<hi>b</hi></formula></p>', ["P As ab | math(ab)"]),
    ],
    ids=["list", "glossary", "verse", "pointer", "books", "anonymous", "note in an item", "formula with parts"],
)
def test_elements(tei: str, blocks: list[str]) -> None:
    assert shown(articlekit.parse(DOCUMENT.format(tei), format="tei").body).split("\n") == blocks
