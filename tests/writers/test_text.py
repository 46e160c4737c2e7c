import pytest

from articlekit.article import Article
from articlekit.blocks import List, Paragraph
from articlekit.writers import text
from writers.everything import EVERYTHING


@pytest.mark.parametrize(
    ("articles", "written"),
    [
        (
            [
                Article(title="Title", body=(Paragraph(text="One\ntwo."), Paragraph(text="Three."))),
            ],
            "Title\n\nOne\ntwo.\n\nThree.\n",
        ),
        ([Article(title="Title")], "Title\n"),
        ([Article(body=(List(items=((Paragraph(text="a"),), (Paragraph(text="b"),))),))], "a\n\nb\n"),
        ([Article()], "\n"),
        ([Article(title="One"), Article(title="Two")], "One\n\fTwo\n"),
        ([], ""),
        ([Article(title="\ud800")], "\ufffd\n"),
    ],
)
def test_text(articles: list[Article], written: str) -> None:
    assert text.write(articles) == written


def test_it_is_the_text_that_spans_point_into() -> None:
    assert text.write([EVERYTHING]) == f"{EVERYTHING.title}\n\n{EVERYTHING.text}\n"
