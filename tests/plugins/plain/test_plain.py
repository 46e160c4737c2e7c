"""Markdown with front matter, and plain text."""

from datetime import date, datetime, timedelta, timezone
from pathlib import Path

import pytest
from attrs import evolve
from hypothesis import assume, example, given

import articlekit
from articlekit import Article, ArticlekitError, Author, Source, UnknownFormatError
from articlekit.blocks import Heading, List, Mark, Math, Note, Paragraph, Quote, Table
from articlekit.plugin import Holds
from articlekit.testing import ParserConformance, articles
from articlekit.unmended import is_unmended
from articlekit.writers import markdown

SAMPLES = Path(__file__).parent


def has_sound_code(article: Article) -> bool:
    """Whether its code does not look as if it had been read in a wrong encoding: in it are no references."""
    return is_unmended(articlekit.write(article, "markdown"))


def is_sound_text(article: Article) -> bool:
    """Whether nothing in it looks as if it had been read in a wrong encoding, which is undone for every input."""
    return is_unmended(articlekit.write(article, "text"))


def begins_with_no_title(article: Article) -> bool:
    """Whether no heading is taken for the title that the article does not have, or has."""
    return not (article.body and isinstance(first := article.body[0], Heading) and first.level == 1)


class TestMarkdown(ParserConformance):
    format = "markdown"
    samples = SAMPLES / "markdown"

    # All that the writer says it holds; the kit does not know of the one heading that is a title.
    @pytest.mark.slow
    @given(articles(markdown.HOLDS).filter(has_sound_code).filter(begins_with_no_title))
    @example(Article(title="\u2000"))
    @example(Article(title="\xc2\xa0\xc2\xa0\xc2\xa0"))
    def test_what_is_written_is_read_again(self, article: Article) -> None:
        again = articlekit.parse(articlekit.write(article, "markdown"), format="markdown")
        assert evolve(again, origin=None, diagnostics=()) == evolve(article, diagnostics=())


class TestText(ParserConformance):
    format = "text"
    samples = SAMPLES / "text"

    # It holds no field as it was; the kit does not know of titles that look like one.
    @given(articles(Holds(fields=frozenset({"title", "body"}), blocks=frozenset({"Paragraph"}))))
    def test_what_is_written_is_read_again(self, article: Article) -> None:
        assume(is_sound_text(article) and article.title and not article.title.endswith(tuple(".,;:")))
        again = articlekit.parse(articlekit.write(article, "text"), format="text")
        assert (again.title, again.text.split()) == (article.title, article.text.split())


def read(text: str) -> Article:
    return articlekit.parse(text, format="markdown", url="https://port.example/fish/")


def codes(article: Article) -> list[str]:
    return [diagnostic.code for diagnostic in article.diagnostics]


def test_front_matter_gives_the_fields_and_the_rest_stays_in_extra() -> None:
    article = read((SAMPLES / "markdown" / "hugo.md").read_text())

    assert article.title == "Fish & chips: a harbour story"
    assert article.summary == "How the port eats."
    assert article.published == datetime(2024, 5, 2, 10, tzinfo=timezone(timedelta(hours=2)))
    assert article.modified == date(2024, 5, 3)
    assert article.authors == (Author(name="Ada Marsh"), Author(name="Ben Cod"))
    assert (article.categories, article.tags) == (("Food",), ("fish", "chips"))
    assert article.image == "https://port.example/img/fish.png"
    assert article.extra == {"images": ["/img/fish.png"], "draft": False, "weight": 7}
    assert codes(article) == []


def test_the_body_is_blocks() -> None:
    body = read((SAMPLES / "markdown" / "hugo.md").read_text()).body

    assert [type(block) for block in body] == [Paragraph, Heading, Table, List, Paragraph, Note]
    assert isinstance(body[0], Paragraph)
    assert Mark(kind="emphasis", start=27, end=31) in body[0].marks
    assert body[-1] == Note(name="fn1", body=(Paragraph(text="In May."),))


def test_toml() -> None:
    article = read((SAMPLES / "markdown" / "toml.md").read_text())

    assert (article.title, article.tags) == ("Tides", ("sea",))
    assert article.published == datetime.fromisoformat("2024-05-02T10:00:00+00:00")
    assert article.extra == {"extra": {"reading_time": 3}}


def test_the_first_heading_is_the_title_and_not_in_the_body() -> None:
    article = read("# A *title*\n\nText.\n\n# Another\n")

    assert article.title == "A title"
    assert article.body == (Paragraph(text="Text."), Heading(text="Another", level=1))
    assert read("---\ntitle: Said\n---\n# Said\n\nText.").body == (Paragraph(text="Text."),)


@pytest.mark.parametrize("mark", ["> ", "- ", "1. ", "> - ", "[^a]: ", "- > [^a]: "])
@pytest.mark.parametrize("depth", [1, 14, 20, 39, 40, 41, 2000])
def test_no_text_is_lost_by_depth(mark: str, depth: int) -> None:
    text = read(f"{mark * depth}The harbour is closed.\n\nText.").text

    assert "The harbour is closed." in text
    assert "Text." in text.split("\n\n")


@pytest.mark.parametrize(
    ("markdown_", "text"),
    [
        ("Sold[^1].\n\n[^1]: In May.", "Sold[1].\n\nIn May."),
        ("Sold.\n\n[^1]: In May.", "Sold.\n\nIn May."),
        ("Sold[^1].\n\n[^1]: In May.\n\n[^2]: In June.", "Sold[1].\n\nIn June.\n\nIn May."),
        ("Sold[^1].\n\n[^1]: In May.\n\n[^1]: In June.", "Sold[1].\n\nIn May.\n\nIn June."),
    ],
)
def test_a_footnote_that_nothing_refers_to_is_text(markdown_: str, text: str) -> None:
    assert read(markdown_).text == text


def test_a_formula_is_one() -> None:
    assert read("```math\na_1 < b\n```").body == (Math(text="a_1 < b"),)


def test_a_formula_in_a_line_is_one() -> None:
    text = r"As $`a_1 < b`$ is."

    assert read(text).body == (Paragraph(text="As a_1 < b is.", marks=(Mark(kind="math", start=3, end=10),)),)


def test_addresses_stay_as_they_are_and_none_runs() -> None:
    (paragraph,) = read("[one](https://x.example/é) [two](javascript:alert(1))").body

    assert isinstance(paragraph, Paragraph)
    assert [mark.url for mark in paragraph.marks] == ["https://x.example/é"]


def test_words_that_yaml_takes_for_values_are_words() -> None:
    article = read("---\ntitle: 007\nsubtitle: No\ntags: [yes, 1.10]\n---\nText.")

    assert (article.title, article.subtitle, article.tags) == ("007", "No", ("yes", "1.10"))


@pytest.mark.parametrize(
    ("written", "title", "said"),
    [
        (r"\ud83d\ude00 Sold", "😀 Sold", []),
        (r"\uD83D Sold", "\ufffd Sold", ["encoding.characters-lost"]),
        (r"\\ud83d Sold", r"\ud83d Sold", []),
    ],
)
def test_halves_of_characters_in_front_matter_are_joined_or_said(written: str, title: str, said: list[str]) -> None:
    article = articlekit.parse(f'---\ntitle: "{written}"\ntags: ["{written}"]\n---\n\nText.\n', format="markdown")

    assert (article.title, article.tags) == (title, (title,))
    assert [diagnostic.code for diagnostic in article.diagnostics] == said


@pytest.mark.parametrize(
    "matter",
    [
        "---\na: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]\n---\n",
        "---\ntitle: [\n---\n",
        "---\ntitle: !!python/object/apply:os.system [ls]\n---\n",
        "---\na: " + "[" * 5000 + "\n---\n",
        "+++\ntitle = \n+++\n",
        "+++\na = " + "[" * 5000 + "\n+++\n",
    ],
    ids=["aliases", "unclosed", "objects", "deep", "TOML", "deep TOML"],
)
def test_front_matter_that_cannot_be_read_is_said_and_kept(matter: str) -> None:
    article = read(f"{matter}The text.")

    assert article.text == "The text."
    assert codes(article) == ["markdown.front-matter"]
    assert "front_matter" in article.extra


def test_a_date_that_is_none_is_said_and_kept() -> None:
    article = read("---\ntitle: A\ndate: last Friday\n---\nText.")

    assert article.published is None
    assert article.extra == {"date": "last Friday"}
    assert codes(article) == ["date.invalid"]


def test_names_that_front_matter_repeats_are_said() -> None:
    article = articlekit.parse("---\ntitle: Cranes\ntags:\n  - a\ntitle: Tides\n---\nText.\n", format="markdown")

    assert article.title == "Tides"
    assert [note.code for note in article.diagnostics] == ["markdown.front-matter"]
    assert article.diagnostics[0].message == "of several values of one name the last was read: title"


def test_a_thematic_break_is_no_front_matter() -> None:
    assert read("---\n\nText.\n\n---\n\nMore.").text == "Text.\n\nMore."


def test_wrapped_lines_are_joined_and_verse_is_kept() -> None:
    wrapped = articlekit.parse((SAMPLES / "text" / "wrapped.txt").read_bytes())
    verse = articlekit.parse((SAMPLES / "text" / "lines.txt").read_bytes())

    assert wrapped.title == "The harbour is open again"
    assert [block.text[-24:] for block in wrapped.body if isinstance(block, Paragraph)] == [
        "r ports in the meantime.",
        "has not answered so far.",
    ]
    assert "\n" not in wrapped.text.replace("\n\n", "")
    assert verse.text.count("\n") == 2


def test_a_sentence_is_no_title_unless_it_is_all_there_is() -> None:
    assert articlekit.parse("It is open.\n\nSince Monday.", format="text").title is None
    assert articlekit.parse("It is open.", format="text").title == "It is open."


@pytest.mark.parametrize(
    "text",
    [
        "def main():\n    # This is what the program does, and it does it well.\n    return print(1)\n\nmain()\n" * 3,
        "name,age\nAda Marsh the first of her name,7\nBen Cod the second of his name.,8\nC. Dab,9\n",
        "2024-05-02 10:00:00 INFO The server was started on this machine.\n" * 5,
        "<p>\n",
        '{"a": "A sentence with many words that goes on and on."}',
        "key = The value of this key is a sentence.\nother = Another one is here too.\n" * 3,
        '"""What this module is for, said in a sentence of many words."""\n\nfrom os import path\nimport sys\n',
        "#!/bin/sh\n\n# This is what the script does, and it does it well.\n\nexit 1\n",
        "\0\1\2",
        "short",
    ],
)
def test_what_is_no_prose_is_unknown(text: str) -> None:
    try:
        article = articlekit.parse(text)
    except UnknownFormatError:
        return
    except ArticlekitError:
        return
    assert article.origin is not None
    assert article.origin.format not in ("text", "markdown")


def test_markdown_is_known_by_its_signs_and_prose_by_none() -> None:
    for name in ("hugo", "toml", "plain"):
        article = articlekit.parse((SAMPLES / "markdown" / f"{name}.md").read_bytes())
        assert article.origin is not None
        assert article.origin.format == "markdown"
    assert read("> At last.").body == (Quote(body=(Paragraph(text="At last."),)),)


RESTRUCTURED = [
    "The harbour\n===========\n\nThe harbour was opened again.\n\n.. note:: It closes at six in the evening.\n",
    "===========\nThe harbour\n===========\n\nThe harbour was **opened** again on Monday.\n\n- Ships\n- Cranes\n",
    "Tides\n-----\n\nThe tides are told in :doc:`tables` and by the people who live there.\n\n* High\n* Low\n",
    "Tides\n-----\n\nSee `the tables of the port <https://port.example/>`_ for when the water is high.\n\n1. A\n",
]


@pytest.mark.parametrize("text", RESTRUCTURED)
def test_restructured_text_is_text_and_no_markdown(text: str) -> None:
    article = articlekit.parse(text)

    assert article.origin is not None
    assert article.origin.format == "text"


def test_front_matter_of_all_kinds_of_values() -> None:
    article = articlekit.parse(
        "---\ntitle: true\nimage: {url: https://port.example/a.png}\ntags: [harbour, null, storm]\n---\nText.",
        format="markdown",
    )

    assert (article.title, article.image, article.tags) == ("true", "https://port.example/a.png", ("harbour", "storm"))
    assert article.extra == {"image": {"url": "https://port.example/a.png"}, "tags": ["harbour", None, "storm"]}


def test_numbers_of_toml_that_json_does_not_know_are_text() -> None:
    article = articlekit.parse("+++\nscore = inf\nrate = 2.5\n+++\nText.", format="markdown")

    assert article.extra == {"score": "inf", "rate": 2.5}


def test_a_list_between_two_rules_is_no_front_matter() -> None:
    article = articlekit.parse("---\n- one\n---\nText.", format="markdown")

    assert [type(block).__name__ for block in article.body] == ["Rule", "List", "Rule", "Paragraph"]


@pytest.mark.parametrize(("media_type", "form"), [("text/markdown", "markdown"), ("text/plain", "text")])
def test_what_is_declared_counts(media_type: str, form: str) -> None:
    prose = b"The ferry left the harbour at noon, and nobody on the quay knew why it had waited so long."
    article = articlekit.parse(Source(data=prose, content_type=media_type))

    assert article.origin is not None
    assert article.origin.format == form
