"""Where links lead."""

import pytest

import articlekit
from articlekit_html.body.outline.addresses import is_elsewhere, is_page_beside


@pytest.mark.parametrize(
    ("address", "host", "elsewhere"),
    [
        ("/a", "www.gazette.example", False),
        ("https://gazette.example/a", "www.gazette.example", False),
        ("https://media.gazette.example.org/a", "www.gazette.example", False),
        ("https://rivers.example/a", "www.gazette.example", True),
        ("https://www.un.org/a", "www.who.int", True),
        ("//rivers.example/a", "www.gazette.example", True),
        ("https://share.example/?u=https://www.gazette.example/a", "www.gazette.example", False),
        ("https://rivers.example/a", None, True),
        ("https://[::1]/a", "localhost", False),
        ("https://", "www.gazette.example", False),
    ],
)
def test_of_another_site(address: str, host: str | None, elsewhere: bool) -> None:
    assert is_elsewhere(address, host) is elsewhere


@pytest.mark.parametrize(
    ("address", "beside"),
    [
        ("/1981/flood", True),
        ("flood.html?from=text", True),
        ("https://gazette.example/1981.php", True),
        ("/files/report.pdf", False),
        ("https://gazette.example/report.docx#page=2", False),
        ("#flood", False),
        ("", False),
        ("mailto:ada@gazette.example", False),
        ("javascript:void(0)", False),
        ("https://rivers.example/1981", False),
        ("//gazette.example/1981", True),
    ],
)
def test_of_another_page_of_the_site(address: str, beside: bool) -> None:
    assert is_page_beside(address, "www.gazette.example") is beside


@pytest.mark.parametrize("url", ["http://[::1", "http://[zz]/", "http://user@[::1/", "http://℀.example/"])
def test_an_address_that_is_none_takes_no_page_along(url: str) -> None:
    assert articlekit.parse("<h1>Rain</h1><p>It rained all night.</p>", format="html", url=url).text
