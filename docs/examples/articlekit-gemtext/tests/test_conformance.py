"""Every law that articlekit's parsers keep, tested with the files in ``samples``; and what is made of one of them."""

from pathlib import Path

import articlekit
from articlekit.plugin import Code, Heading, List, Mark, Paragraph, Quote
from articlekit.testing import ParserConformance

SAMPLES = Path(__file__).parents[1] / "samples"


class TestConformance(ParserConformance):
    format = "gemtext"
    samples = SAMPLES


def test_a_page() -> None:
    article = articlekit.parse((SAMPLES / "harbour.gmi").read_bytes())

    assert article.title == "The harbour is open again"
    assert article.diagnostics == ()
    assert article.body == (
        Paragraph(text="The harbour of Emden was opened again on Monday, four weeks after the storm."),
        Heading(text="What was mended", level=2),
        List(
            items=(
                (Paragraph(text="the north quay"),),
                (Paragraph(text="both cranes, one of which had fallen"),),
            )
        ),
        Quote(body=(Paragraph(text="Nobody has slept much,"), Paragraph(text="but it is done."))),
        Paragraph(
            text="The night of the storm",
            marks=(Mark(kind="link", start=0, end=22, url="gemini://port.example/storm.gmi"),),
        ),
        Paragraph(
            text="https://port.example/tides",
            marks=(Mark(kind="link", start=0, end=26, url="https://port.example/tides"),),
        ),
        Code(text="High water  04:12\nLow water   10:31", language="text"),
    )


def test_a_page_that_is_cut_off_in_its_code_says_so() -> None:
    article = articlekit.parse("=> gemini://port.example/\n```\nHigh water", format="gemtext")

    assert article.body[-1] == Code(text="High water")
    assert [diagnostic.code for diagnostic in article.diagnostics] == ["gemtext.unclosed"]


def test_a_heading_alone_is_a_title_without_text() -> None:
    article = articlekit.parse("# The harbour", format="gemtext")

    assert (article.title, article.body) == ("The harbour", ())
    assert [diagnostic.code for diagnostic in article.diagnostics] == ["body.empty"]
