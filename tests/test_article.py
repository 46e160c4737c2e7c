import copy
import pickle
from datetime import UTC, date, datetime, timedelta, timezone
from zoneinfo import ZoneInfo

import pytest
from attrs import evolve
from attrs.exceptions import FrozenInstanceError

from articlekit import Article, Author, Site
from articlekit.blocks import Paragraph

ARTICLE = Article(
    title="Soup",
    authors=(Author(name="Ada"),),
    published=datetime(2024, 5, 2, 8, 0, tzinfo=UTC),
    body=(Paragraph(text="Boil it."), Paragraph(text="Eat it.")),
    extra={"servings": 4},
)


def test_text_and_runs_agree() -> None:
    assert ARTICLE.text == "Boil it.\n\nEat it."
    assert [ARTICLE.text[run.start : run.end] for run in ARTICLE.runs] == ["Boil it.", "Eat it."]


def test_records_are_values() -> None:
    assert pickle.loads(pickle.dumps(ARTICLE)) == ARTICLE  # noqa: S301
    assert copy.deepcopy(ARTICLE) == ARTICLE
    assert hash(ARTICLE) == hash(copy.copy(ARTICLE))
    assert evolve(ARTICLE, title="Stew").title == "Stew"
    with pytest.raises(FrozenInstanceError):
        ARTICLE.title = "Stew"  # type: ignore[misc]


def test_names_are_one_line_with_single_spaces() -> None:
    assert Author(name=" Ada\n  Marsh\xa0II ").name == "Ada Marsh\xa0II"
    assert Site(name="The\tDaily  Fish").name == "The Daily Fish"
    assert [Site(name=name).name for name in (None, "", " \n")] == [None] * 3
    assert Article(tags=(" storm\n surge", " ", "tide")).tags == ("storm surge", "tide")
    assert Article(categories=("The  port",)).categories == ("The port",)
    assert Article(title=" The  storm\n and after\n").title == "The storm\nand after"
    assert Article(summary=" \n ").summary is None


def test_a_zone_is_kept_as_the_offset_it_had_then() -> None:
    summer = datetime(2024, 7, 1, 12, tzinfo=ZoneInfo("Europe/Berlin"))

    assert Article(published=summer).published == summer
    assert Article(published=summer).published.tzinfo == timezone(timedelta(hours=2))  # type: ignore[union-attr]


@pytest.mark.parametrize("moment", [date(2024, 5, 2), datetime(2024, 5, 2), None])
def test_nothing_is_added_to_a_date(moment: date | None) -> None:
    assert Article(published=moment).published is moment
