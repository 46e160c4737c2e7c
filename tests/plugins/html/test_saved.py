"""Pages that archives and programs have saved: what they were, and where."""

import pytest

import articlekit

TEXT = "".join(
    f"<p>{sentence}</p>"
    for sentence in (
        "The harbour of Norholm was dredged for the first time since 1961, and eleven anchors came to light.",
        "Two of them are older than the town itself, says the museum, which will show them from May on.",
        "The mud was brought to the old quarry. It will take four years until anything can be built on it.",
    )
)
ARCHIVE = "https://archive.example/web/20190312083014"
PAGE = "https://gazette.example/2019/anchors"


def in_archive(body: str, head: str = "") -> str:
    """Give a page as archives replay it."""
    return (
        f'<html lang="en"><head><title>Eleven anchors</title><link rel="stylesheet" '
        f'href="{ARCHIVE}cs_/https://gazette.example/a.css">{head}</head><body>{body}</body></html>'
    )


ARTICLE = (
    f'<h1>Eleven anchors</h1><article><figure><img src="{ARCHIVE}im_/https://gazette.example/mud.jpg">'
    f"<figcaption>The mud.</figcaption></figure>{TEXT}"
    f'<p>What became of the others, the <a href="{ARCHIVE}/https://museum.example/anchors">museum</a> does not know, '
    f"and nobody in the town has asked for them so far.</p></article>"
)


def test_what_an_archive_writes_before_addresses_is_no_part_of_them() -> None:
    article = articlekit.parse(in_archive(ARTICLE, f'<link rel="canonical" href="{ARCHIVE}/{PAGE}">'))
    assert article.url == PAGE
    assert article.body[0].url == "https://gazette.example/mud.jpg"
    assert article.body[-1].marks[0].url == "https://museum.example/anchors"
    assert article.extra["archived"] == {"url": f"{ARCHIVE}/{PAGE}", "at": "2019-03-12T08:30:14+00:00"}
    assert article.extra["links"] == {"canonical": PAGE}


def test_most_addresses_of_a_page_tell_that_it_is_a_copy() -> None:
    script = f'<script>replay.init("{PAGE}","20190312083014","https://archive.example/");</script>'
    assert articlekit.parse(in_archive(ARTICLE, script)).url == PAGE


def test_a_page_is_fetched_from_an_archive_as_it_was() -> None:
    page = f'<h1>Eleven anchors</h1><article><img src="/mud.jpg">{TEXT}</article>'
    article = articlekit.parse(page, url=f"{ARCHIVE}id_/{PAGE}")
    assert article.url == PAGE
    assert article.body[0].url == "https://gazette.example/mud.jpg"


def test_copies_that_a_page_names_as_its_sources_are_its_sources() -> None:
    copies = [f"https://archive.example/web/20{year}0312083014/https://museum.example/" for year in range(10, 15)]
    sources = "".join(
        f'<p>What the museum said in a later year is <a href="{copy}">kept there</a>.</p>' for copy in copies
    )
    page = f"<title>Eleven anchors</title><article><h1>Eleven anchors</h1>{TEXT}{sources}</article>"
    article = articlekit.parse(page)
    assert "archived" not in article.extra
    assert [block.marks[0].url for block in article.body[-5:]] == copies


def test_copies_that_a_copy_names_stay_what_they_are() -> None:
    cited = "https://archive.example/web/20100101000000/https://museum.example/"
    page = in_archive(ARTICLE.replace("https://museum.example/anchors", cited))
    assert articlekit.parse(page, url=f"{ARCHIVE}/{PAGE}").body[-1].marks[0].url == cited


BAR = f"""
<div id="bar" style="display:none"><div><a href="/web/">Archive</a> <a href="https://archive.example/help">Help</a>
<form action="/web/submit"><input name="url" value="{PAGE}"></form></div>
<div>Starting in 1996, a firm has given its copies of pages to this archive, and they are added later.</div></div>
"""
SHORT = "<div><h1>Closed</h1><p>The bridge is closed on Monday, says the council.</p></div>"


@pytest.mark.parametrize(
    "bar", [BAR, f"<!-- BEGIN ARCHIVE TOOLBAR INSERT --><div>{TEXT}</div><!-- END ARCHIVE TOOLBAR INSERT -->"]
)
def test_the_bar_of_an_archive_is_no_text(bar: str) -> None:
    article = articlekit.parse(in_archive(bar + SHORT), url=f"{ARCHIVE}/{PAGE}")
    assert article.text.removeprefix("Closed\n\n") == "The bridge is closed on Monday, says the council."


def test_what_an_archive_says_of_its_copy_is_not_said_of_the_article() -> None:
    head = (
        f'<meta property="article:published_time" content="2019-03-12T08:30:14Z">'
        f'<meta property="og:site_name" content="archive.example"><meta property="og:image" '
        f'content="https://archive.example/x/screen.png"><link rel="canonical" href="{ARCHIVE}/{PAGE}">'
    )
    byline = '<p>By Ada Lund, <time datetime="2019-03-01">1 March 2019</time></p>'
    article = articlekit.parse(in_archive(f"<h1>Eleven anchors</h1>{byline}<article>{TEXT}</article>", head))
    assert str(article.published) == "2019-03-01"
    assert article.site == articlekit.Site(name=None, url="https://gazette.example/")
    assert article.image is None


@pytest.mark.parametrize(
    ("before", "url"),
    [
        (f"<!-- saved from url=(0036){PAGE} --><html>", PAGE),
        (f"<html><!--\n Page saved with a program \n url: {PAGE} \n saved date: Tue Mar 12 2019 \n-->", PAGE),
        (
            "<html><!-- Mirrored from gazette.example/2019/anchors by a program -->",
            "http://gazette.example/2019/anchors",
        ),
        (f'<html data-scrapbook-source="{PAGE}">', PAGE),
        (f'<html><meta name="savepage-url" content="{PAGE}">', PAGE),
        (f'<html><base href="{PAGE}">', PAGE),
        ("<html><base href='https://gazette.example/2019/'>", None),
        ("<html><!-- Fonts are from https://fonts.example/license/ -->", None),
    ],
)
def test_who_saves_a_page_says_where_it_was(before: str, url: str | None) -> None:
    page = f"{before}<title>Eleven anchors</title><h1>Eleven anchors</h1>{TEXT}</html>"
    assert articlekit.parse(page, format="html").url == url


def test_files_that_were_saved_with_a_page_stand_beside_it() -> None:
    page = (
        f'<!-- saved from url=(0036){PAGE} --><html><h1>Eleven anchors</h1><img src="./a_files/mud.jpg">{TEXT}</html>'
    )
    assert articlekit.parse(page, url=PAGE).body[0].url == "./a_files/mud.jpg"


def test_a_page_in_an_archive_has_the_address_that_was_asked_for() -> None:
    script = '<script>replay.init("https://archive.example/web/","20190312083014");</script>'
    article = articlekit.parse(in_archive(ARTICLE, script), url=f"{ARCHIVE}/{PAGE}/")
    assert article.url == f"{PAGE}/"


def test_a_field_of_the_page_with_its_address_is_no_bar() -> None:
    field = f'<div><time datetime="2019-03-01">1 March 2019</time> <input value="{PAGE}"></div>'
    page = in_archive(f"<h1>Eleven anchors</h1>{field}<article>{TEXT}</article>")
    assert str(articlekit.parse(page, url=f"{ARCHIVE}/{PAGE}").published) == "2019-03-01"


def test_what_a_cache_says_before_the_title_does_not_begin_the_text() -> None:
    cache = (
        "<p>This is the copy that we keep of a page. It shows the page as it was on the day on which we came, and "
        "since then it could have been changed.</p>"
    )
    line = '<h2 class="standfirst">They are shown from May.</h2><p>By Ada Lund | 1 March 2019</p>'
    page = f"<title>Eleven anchors</title>{cache}<div><h1>Eleven anchors</h1>{line}<div>{TEXT}</div></div>"
    article = articlekit.parse(page)
    assert article.subtitle == "They are shown from May."
    assert article.subtitle not in article.text
    assert "Ada Lund" not in article.text
