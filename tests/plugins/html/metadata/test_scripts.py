"""Dates and authors that only the scripts of a page say."""

import pytest

from articlekit.markup import parse_html
from articlekit_html.metadata import explain_metadata
from plugins.html.metadata.pages import meta, read

_TITLE = meta(og_title="Oil falls again")


def _state(title: str, day: str) -> str:
    return f'{{"title": "{title}", "tags": [{{"name": "oil"}}], "publishedAt": "{day}"}}'


def _published(script: str) -> str | None:
    said = read(_TITLE, f"<h1>Oil falls again</h1><p>It goes on.</p>{script}").published
    return str(said) if said else None


@pytest.mark.parametrize(
    ("script", "published"),
    [
        (
            '<script id="__NEXT_DATA__">{"a":{"title": "Oil falls again", "publishedAt":"2024-05-04 08:00Z"}}</script>',
            "2024-05-04 08:00:00+00:00",
        ),
        (
            '<script>window.__INITIAL_STATE__ = {"firstPublished":"2024-05-04","title":"Oil falls again"}</script>',
            "2024-05-04",
        ),
        ("<script>dataLayer.push({'pageType': 'article', 'publishDate': '2024-05-04'});</script>", "2024-05-04"),
        (
            r'<script>self.push("{\"headline\":\"Oil falls again\",\"datePublished\":\"2024-05-04\"}")</script>',
            "2024-05-04",
        ),
        # Of several days the one beside the title.
        (
            f"<script>[{_state('Gas', '2023-01-02')}, {_state('Oil falls again', '2024-05-04')}]</script>",
            "2024-05-04",
        ),
        # Dates of something else, of somebody else, of another page, of no day.
        ('<script>{"title": "Oil falls again", "updatedAt": "2024-05-04", "createdAt": "2024-05-03"}</script>', None),
        ('<script>{"title": "Oil falls again", "unpublishedAt": "2024-05-04"}</script>', None),
        ('<script>{"title": "Gas rises", "publishedAt": "2024-05-04"}</script>', None),
        ("<script>dataLayer.push({'publishDate': 'today'})</script>", None),
        ("<script>dataLayer.push([{'publishDate': '2024-05-04'}, {'publishDate': '2024-05-05'}])</script>", None),
    ],
)
def test_a_date_that_only_scripts_say(script: str, published: str | None) -> None:
    assert _published(script) == published


def test_what_readers_see_outranks_the_scripts() -> None:
    script = "<script>dataLayer.push({'publishDate': '2024-05-04'})</script>"
    said = read(_TITLE, f"<h1>Oil falls again</h1><p>Published 3 May 2024</p><p>It goes on.</p>{script}")
    assert str(said.published) == "2024-05-03"


def test_the_script_and_its_key_are_told() -> None:
    page = (
        f"<html><head>{_TITLE}</head><body><h1>Oil falls again</h1>"
        '<script id="state">{"title": "Oil falls again", "publishedAt": "2024-05-04"}</script></body></html>'
    )
    told = [candidate for candidate in explain_metadata(parse_html(page)) if candidate.field == "published"]
    assert [(candidate.path, candidate.value) for candidate in told] == [("script#state publishedAt", "2024-05-04")]


@pytest.mark.parametrize(
    ("script", "authors"),
    [
        ('dataLayer.push({"pageType": "article", "articleAuthor": "Ada Lovelace"})', ["Ada Lovelace"]),
        ("var utag_data = {author_name: 'Ada Lovelace and Grace Hopper'}", ["Ada Lovelace", "Grace Hopper"]),
        ('digitalData = {page: {pageInfo: {authors: ["Adá Lovelace"]}}}', ["Adá Lovelace"]),
        # Nobody is shown near the title, or nobody counts; a word like it.
        ('dataLayer.push({"author": "Rosa Parks"})', []),
        ('state = {"author": "Ada Lovelace"}', []),
        ('dataLayer.push({"unauthor": "Ada Lovelace"})', []),
    ],
)
def test_an_author_that_those_who_count_are_told_and_readers_see(script: str, authors: list[str]) -> None:
    said = read(
        "", f"<h1>Oil falls again</h1><div>Ada Lovelace Grace Hopper</div><p>It goes on.</p><script>{script}</script>"
    )

    assert [author.name for author in said.authors] == authors
