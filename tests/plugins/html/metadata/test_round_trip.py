"""What the page writer says of an article is read again."""

from datetime import date, datetime, timedelta, timezone

import pytest

import articlekit
from articlekit.plugin import Article, Author, Paragraph, Rating, Review, Site
from articlekit.plugin import Claim as ArticleClaim

WORDS = "Prices fell for a third day in a row on Monday, to the lowest they have been this year, traders said."
ARTICLE = Article(
    id="7",
    url="https://news.example/oil",
    title="Oil - and | gas",
    subtitle="Deep",
    summary="Oil, gas & co",
    authors=(
        Author(name="Ada Lovelace", kind="Person", url="https://news.example/ada"),
        Author(name="q_admin"),
        Author(name="The Agency, Manila", kind="Organization"),
    ),
    published=datetime(2024, 5, 2, 10, tzinfo=timezone(timedelta(hours=2))),
    modified=date(2024, 5, 3),
    language="pt-BR",
    site=Site(name="The Paper", url="https://news.example/"),
    categories=("Oil, gas", "Markets"),
    tags=("oil", "Oil, gas", "2024"),
    image="https://news.example/oil.jpg",
    license="https://creativecommons.org/licenses/by/4.0/",
    body=(Paragraph(text=WORDS), Paragraph(text=f"{WORDS} And so did they on Tuesday.")),
    claims=(
        ArticleClaim(
            text="The moon is cheese",
            review=Review(claim="The moon is cheese", reviewer="The Checkers", rating=Rating(name="False", value=1.0)),
        ),
    ),
)


def test_a_written_page_says_what_the_article_said() -> None:
    read = articlekit.parse(articlekit.write(ARTICLE, "html"), format="html")

    for field in ("id", "url", "title", "subtitle", "summary", "authors", "published", "modified", "language", "site",
                  "categories", "tags", "image", "license", "claims", "body"):  # fmt: skip
        assert getattr(read, field) == getattr(ARTICLE, field), field


@pytest.mark.parametrize("name", ["tei", "rss", "schemaorg", "markdown"])
def test_names_with_runs_of_white_space_come_through_other_formats(name: str) -> None:
    page = articlekit.parse(
        f"""<meta property="og:site_name" content="The  Daily&#10;Fish"><meta name="author" content="Ada   Marsh">
        <article><h1>Oil</h1><p>{WORDS}</p></article>""",
        format="html",
    )
    read = articlekit.parse(articlekit.write(page, name), format=name)

    assert (read.site, [author.name for author in read.authors]) == (Site(name="The Daily Fish"), ["Ada Marsh"])
    assert read.site == page.site
