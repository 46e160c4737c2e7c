"""Titles of pages whose first headings, or whose titles in the head, name the site alone."""

import pytest

from plugins.html.metadata.pages import meta, read

SITE = meta(og_site_name="The Daily Paper")


@pytest.mark.parametrize("site", ["", '<h1><a href="/">The Daily Paper</a></h1>'])
def test_where_the_head_names_the_site_alone_the_only_subheading_is_the_title(site: str) -> None:
    said = read(f"<title>The Daily Paper</title>{SITE}", f"{site}<h2>Oil falls again</h2><p>Words.</p>")

    assert said.title == "Oil falls again"
    assert said.title_element is not None
    assert said.title_element.tag == "h2"


@pytest.mark.parametrize(
    "body",
    [
        "<h2>Oil falls again</h2><p>Words.</p><h2>Gas falls too</h2>",
        "<aside><h2>Oil falls again</h2></aside><p>Words.</p>",
        "<h2>News</h2><p>Words.</p>",
    ],
)
def test_subheadings_of_a_front_page_are_none_of_its_titles(body: str) -> None:
    assert read(f"<title>The Daily Paper</title>{SITE}", body).title == "The Daily Paper"


def test_a_subheading_in_the_windows_title_goes_before_the_name_of_the_site() -> None:
    said = read(
        "<title>What is owned? - The Book of Locks</title>", "<h1>The Book of Locks</h1><h2>What Is Owned?</h2>"
    )

    assert said.title == "What Is Owned?"
