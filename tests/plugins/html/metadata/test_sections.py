"""Sections that nothing declares: the way from the front page to the article, and categories near its title."""

import pytest

from plugins.html.metadata.pages import data, meta, read

TEXT = "<h1>Eels come back</h1><p>They swam up the river in May.</p>"


def crumbs(*links: str) -> str:
    return "".join(f'<li><a href="{link.split()[0]}">{link.split()[1]}</a></li>' for link in links)


@pytest.mark.parametrize(
    ("way", "sections"),
    [
        (
            "<ol class='breadcrumb'>" + crumbs("/ Home", "/news News", "/news/rivers Rivers") + "</ol>",
            ("News", "Rivers"),
        ),
        ("<nav aria-label='Breadcrumb'>" + crumbs("/ Start", "/fluss Fluss") + "</nav>", ("Fluss",)),
        # The front page has an address of its own.
        ("<ul class='breadcrumbs'>" + crumbs("/home.html Start", "/news News") + "</ul>", ("News",)),
        ("<ul class='breadcrumbs'>" + crumbs("/en/help Paper", "/en/help/news News") + "</ul>", ("News",)),
        # The last step is the article, named or not.
        ("<div class='crumbs'>" + crumbs("/news News", "/world/oil This") + "</div>", ("News",)),
        ("<p class='crumbs'><a href='/news'>News</a> › <a href='/x'>Eels come back</a></p>", ("News",)),
        ("<div><div><div id='crumbs'>" + crumbs("/ Home", "/rivers Rivers") + "</div></div></div>", ("Rivers",)),
        # So many are a menu; what is called otherwise is none.
        ("<ul class='breadcrumb'>" + crumbs(*(f"/{n} N{n}" for n in range(9))) + "</ul>", ()),
        ("<ul class='links'>" + crumbs("/ Home", "/news News") + "</ul>", ()),
        # Without a name it is told by its signs, and by where it begins.
        ("<div>You are here: <a href='/'>Start</a> › <a href='/fish'>Fish</a> › Eels come back</div>", ("Fish",)),
        ("<p><a href='https://news.example/'>Top</a>＞<a href='/fish'>Fish</a></p>", ("Fish",)),
        (
            "<p><a href='/'>Start</a> <span>»</span> <a href='/f'>Fish</a> <i>»</i> <a href='/f/r'>Rivers</a></p>",
            ("Fish", "Rivers"),
        ),
        ("<p><a href='/'>Start</a> | <a href='/fish'>Fish</a> | <a href='/sea'>Sea</a></p>", ()),
        ("<p><a href='/sea'>Sea</a> › <a href='/fish'>Fish</a></p>", ()),
        ("<ul class='breadcrumb'>" + crumbs("/ Home") + "</ul>", ()),
    ],
)
def test_the_way_to_the_article(way: str, sections: tuple[str, ...]) -> None:
    site = meta(og_site_name="Paper")
    assert read(site, f"<div>{way}<div>{TEXT}</div></div>").categories == sections


@pytest.mark.parametrize(
    ("steps", "sections"),
    [
        (
            '{"name": "Home", "item": "https://news.example/"}, {"item": {"@id": "/rivers", "name": "Rivers"}}',
            ("Rivers",),
        ),
        ('{"name": "News", "item": "/news"}, {"name": "Eels come back"}', ("News",)),
        ('{"name": "Eels come back"}', ()),
        ('"News", 5, {"name": {}}, {"name": "Home", "item": "/"}', ()),
    ],
)
def test_the_way_that_data_say(steps: str, sections: tuple[str, ...]) -> None:
    head = data(f'{{"@context": "https://schema.org", "@type": "BreadcrumbList", "itemListElement": [{steps}]}}')
    assert read(head, TEXT).categories == sections


@pytest.mark.parametrize(
    ("before", "behind", "sections"),
    [
        ("<div class='post-category'><a href='/r'>Rivers</a> <a href='/f'>Fish</a></div>", "", ("Rivers", "Fish")),
        ("", "<p><span class='date'>5 May 2024</span> <span class='news-list-category'>Fish</span></p>", ("Fish",)),
        ("", "<dl><dd class='category-name'>Filed under: <a href='/r'>Rivers</a></dd></dl>", ("Rivers",)),
        ("", "<p class='category'>Category:</p>", ()),
        ("<div class='breadcrumb'><a href='/n'>News</a></div><p class='rubrik'>Fish</p>", "", ("Fish",)),
    ],
)
def test_categories_near_the_title(before: str, behind: str, sections: tuple[str, ...]) -> None:
    body = TEXT.replace("</h1>", f"</h1>{behind}")
    assert read(body=f"<div>{before}{body}</div>").categories == sections


def test_what_is_declared_is_trusted_more() -> None:
    way = "<p class='breadcrumb'><a href='/'>Home</a> <a href='/news'>News</a></p>"
    assert read('<meta property="article:section" content="Rivers">', way + TEXT).categories == ("Rivers",)


def test_the_front_page_is_known_where_the_page_is_from_nowhere() -> None:
    way = "<p><a href='/'>Start</a> / <a href='/fish/'>Fish</a></p>"

    assert read(body=f"<div>{way}{TEXT}</div>", url=None).categories == ("Fish",)


@pytest.mark.parametrize(
    ("link", "sections"),
    [
        ("<a href='/fish'>Fish</a>", ("Fish",)),
        ("<p><span><a href='/section/van-hoa/'>Văn hóa</a></span></p>", ("Văn hóa",)),
        ("<div><a href='/magazin/fuehrung'>Führung</a></div>", ("Führung",)),
        ("<div><a href='/news/'>← All news</a></div>", ()),
        ("<div><a href='/author/ada-lovelace'>Ada Lovelace</a></div>", ()),
        ("<div><a href='/fish'>Fish</a> <a href='/sea'>Sea</a></div>", ()),
        ("<div>More about <a href='/fish'>Fish</a></div>", ()),
    ],
)
def test_a_link_alone_over_the_title_whose_address_says_the_same(link: str, sections: tuple[str, ...]) -> None:
    assert read(body=f"<div>{link}{TEXT}</div>").categories == sections
