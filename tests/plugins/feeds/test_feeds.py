"""Feeds: what is read of each kind, what is written, and what damage leaves."""

import re
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta, timezone
from pathlib import Path

import pytest

import articlekit
from articlekit import Article, Author, Site
from articlekit.blocks import Image, Mark, Paragraph
from articlekit.testing import ParserConformance

SAMPLES = Path(__file__).parent / "samples"
RSS = (SAMPLES / "rss" / "modules.rss").read_text()
ATOM = (SAMPLES / "atom" / "types.atom").read_text()
JSON = (SAMPLES / "jsonfeed" / "feed.json").read_text()
SUMMER = timezone(timedelta(hours=2))
ADA, BO = Author(name="Ada Marsh"), Author(name="Bo")


class TestRss(ParserConformance):
    format = "rss"
    samples = SAMPLES / "rss"


class TestAtom(ParserConformance):
    format = "atom"
    samples = SAMPLES / "atom"


class TestJsonFeed(ParserConformance):
    format = "jsonfeed"
    samples = SAMPLES / "jsonfeed"


def read(feed: str) -> list[Article]:
    return list(articlekit.parse_all(feed))


def codes(articles: list[Article]) -> set[str]:
    return {diagnostic.code for article in articles for diagnostic in article.diagnostics}


def test_rss_with_modules() -> None:
    article, _ = read(RSS)

    assert (article.id, article.url) == ("https://port.example/?p=7", "https://port.example/cranes")
    assert article.title == "Cranes – sold"
    assert article.authors == (ADA, BO)
    assert article.published == datetime(2024, 5, 2, 10, tzinfo=SUMMER)
    assert article.language == "en-GB"
    assert article.site == Site(name="Port & Sea", url="https://port.example")
    assert article.categories == ("Harbour", "North quay")
    assert article.image == "https://port.example/a.jpg"
    assert article.summary is None
    assert article.body == (
        Paragraph(
            text="Three cranes were sold.",
            marks=(Mark(kind="link", start=18, end=22, url="https://port.example/sold"),),
        ),
    )
    assert codes([article]) == {"summary.automatic", "body.boilerplate-dropped", "feed.terms-undivided"}


def test_what_no_field_of_rss_holds_is_kept() -> None:
    article, other = read(RSS)

    assert article.extra == {
        "category": {"@domain": "https://places.example", "#text": "North quay"},
        "media:group": {
            "media:content": {
                "@url": "https://port.example/a.jpg",
                "@medium": "image",
                "media:credit": {"@role": "photographer", "#text": "Cy"},
            }
        },
        "tide:level": {"@unit": "m", "#text": "3.2"},
        "comments": "https://port.example/cranes#comments",
    }
    assert other.extra == {
        "enclosure": {"@url": "https://port.example/talk.mp3", "@length": "9", "@type": "audio/mpeg"}
    }


def test_a_description_stands_in_for_the_content() -> None:
    _, article = read(RSS)

    # A guid is an address unless it says that it is none.
    assert article.id == article.url == "https://port.example/beginning"
    assert article.text == "We had hoped for [...]"
    assert article.published is None
    assert codes([article]) == {"body.truncated", "date.invalid"}


def test_addresses_of_rss_are_relative_to_the_base_that_the_feed_says() -> None:
    feed = """<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xml:base="https://port.example/a/">
        <channel xml:base="b/"><title>Port</title><link>./</link>
        <item xml:base="/c/"><title>One</title><link>one</link>
        <description><![CDATA[<img src="1.jpg">]]></description></item>
        <item><title>Two</title><link>two</link><enclosure url="2.jpg" type="image/jpeg"/>
        <content:encoded xml:base="d/"><![CDATA[<p><a href="x">x</a></p>]]></content:encoded></item></channel></rss>"""
    one, two = read(feed)

    assert (one.url, one.body) == ("https://port.example/c/one", (Image(url="https://port.example/c/1.jpg"),))
    assert (two.url, two.image) == ("https://port.example/a/b/two", "https://port.example/a/b/2.jpg")
    assert two.site == Site(name="Port", url="https://port.example/a/b/")
    assert isinstance(two.body[0], Paragraph)
    assert [mark.url for mark in two.body[0].marks] == ["https://port.example/a/b/d/x"]


def test_rss_1_with_prefixes_of_its_own_and_another_encoding() -> None:
    data = (SAMPLES / "rss" / "rdf.rdf").read_bytes().replace(b"The first", "Früh am 1.".encode("latin-1"))

    article = articlekit.parse(data)

    assert (article.id, article.published) == ("https://port.example/1", date(2024, 5, 1))
    assert article.text == "Früh am 1. of May."
    assert article.categories == ("Days",)


def test_atom_xhtml_html_and_text() -> None:
    xhtml, html, text, _ = read(ATOM)

    assert xhtml.title == html.title == "A < B"
    assert xhtml.url == "https://hafen.example/blog/eins"
    assert xhtml.authors == (Author(name="Ada Marsh", url="https://ada.example"), BO)
    assert (xhtml.published, xhtml.modified) == (
        datetime(2024, 5, 2, 10, tzinfo=SUMMER),
        datetime(2024, 5, 3, 8, tzinfo=UTC),
    )
    assert (xhtml.categories, xhtml.image) == (("Kräne",), "https://hafen.example/blog/eins.png")
    assert xhtml.text == "Drei Kräne < hier."
    assert xhtml.body[0].marks[1].url == "https://hafen.example/blog/anhang/x"
    assert (xhtml.language, html.language) == ("de", "en")
    assert (html.text, html.summary, html.authors) == ("Two & two.", "By hand.", (Author(name="Redaktion"),))
    assert [block.text for block in text.body] == ["One < two.", "Three."]


def test_atom_content_that_is_elsewhere_is_said_to_be() -> None:
    article = read(ATOM)[3]

    assert article.body == ()
    assert "body.elsewhere" in codes([article])
    assert article.extra["content"] == {"@type": "video/mp4", "@src": "https://hafen.example/4.mp4"}


def test_atom_0_3() -> None:
    old = """<feed version="0.3" xmlns="http://purl.org/atom/ns#"><title>Port</title><entry><title>Cranes</title>
        <issued>2004-05-02T10:00:00+02:00</issued><modified>2004-05-03T08:00:00Z</modified>
        <content type="text/html" mode="base64">PHA+Q3LDoG5lcy48L3A+</content></entry></feed>"""

    article = articlekit.parse(old)

    assert (article.title, article.text) == ("Cranes", "Crànes.")
    assert article.published == datetime(2004, 5, 2, 10, tzinfo=SUMMER)


def test_json_feed() -> None:
    first, second = read(JSON)

    assert (first.title, first.text, first.summary) == ("A < B", "Three cranes.", "Sold…")
    assert first.authors == (Author(name="Ada Marsh", url="https://ada.example"), BO)
    assert (first.tags, first.categories) == (("harbour",), ())
    assert first.extra["_tide"] == {"level": 3.2}
    assert (second.id, second.image) == ("2", "https://port.example/b.jpg")
    assert [block.text for block in second.body] == ["One < two.", "Three."]
    assert second.authors == (Author(name="The desk"),)


@pytest.mark.parametrize(
    ("ending", "texts"),
    [
        ("Thr", ["Three cranes.", "One < two.\n\nThr"]),
        ('< two.\\n\\nThree."', ["Three cranes.", "One < two.\n\nThree."]),
        ('"id": 2,', ["Three cranes.", ""]),
        ("b.mp3", ["Three cranes."]),
    ],
    ids=["text", "member", "name", "attachment"],
)
def test_json_feed_that_is_cut_off(ending: str, texts: list[str]) -> None:
    found = read(JSON[: JSON.rindex(ending) + len(ending)])

    assert [article.text for article in found] == texts
    assert {"json.truncated", "body.truncated"} <= codes(found)


@pytest.mark.parametrize("feed", [RSS, ATOM], ids=["rss", "atom"])
@pytest.mark.parametrize(
    ("damage", "code"),
    [
        (lambda xml: xml.replace("sold", "so\x0bld").replace("Drei", "Dr\x0bei"), "xml.control-characters"),
        (lambda xml: xml.replace("sold</title>", "sold").replace("Plain</title>", "Plain"), "xml.malformed"),
        (lambda xml: xml[: max(xml.rfind("</item>"), xml.rfind("</entry>"))], "xml.truncated"),
    ],
    ids=["control characters", "unclosed", "cut off"],
)  # fmt: skip
def test_damage_costs_no_entry(feed: str, damage: Callable[[str], str], code: str) -> None:
    sound = read(feed)

    found = read(damage(feed))

    assert [(a.id, a.title, a.text) for a in found] == [(a.id, a.title, a.text) for a in sound]
    assert code in codes(found)


@pytest.mark.parametrize("feed", [RSS, ATOM], ids=["rss", "atom"])
@pytest.mark.parametrize("start", ["sold", "<p>"])
def test_the_rest_of_a_feed_is_read_entry_by_entry(feed: str, start: str) -> None:
    _, *sound = read(feed)
    entry = re.search("<(?:item|entry)", feed)

    assert entry is not None
    found = read(start + feed[feed.index("</title>", entry.end()) :])

    assert [(a.id, a.title, a.text) for a in found] == [(a.id, a.title, a.text) for a in sound]
    assert "xml.malformed" in codes(found)


@pytest.mark.parametrize("kind", ["rss", "atom"])
def test_of_a_feed_that_is_cut_at_both_ends_what_is_left_is_read(kind: str) -> None:
    entries = [Article(title=title, body=(Paragraph(text=f"{title} first."),)) for title in ("Tea", "Soup", "Bread")]
    feed = articlekit.write(entries, kind)

    found = read(feed[feed.index("first") : feed.rindex(" first")])

    assert [(article.title, article.text) for article in found] == [("Soup", "Soup first."), ("Bread", "Bread")]
    assert "xml.truncated" in codes(found)


ARTICLE = Article(
    id="urn:7",
    url="https://port.example/cranes",
    title="A < B & C",
    subtitle="Sold",
    summary="Three cranes…",
    authors=(Author(name="Ada Marsh", url="https://ada.example", kind="Person"), Author(name="R&D")),
    published=datetime(2024, 5, 2, 10, tzinfo=SUMMER),
    modified=datetime(2024, 5, 3, 8, 0, 0, 5, tzinfo=UTC),
    language="en-GB",
    site=Site(name="Port & Sea", url="https://port.example"),
    categories=("Harbour", "Harbour"),
    tags=("<b>", "cranes"),
    image="https://port.example/a.jpg",
    license="https://creativecommons.org/licenses/by/4.0/",
    body=(Paragraph(text="Three cranes were sold."),),
)


@pytest.mark.parametrize("kind", ["rss", "atom", "jsonfeed"])
def test_several_articles_in_one_feed(kind: str) -> None:
    other = Article(id="urn:8", title="Other", site=ARTICLE.site, body=(Paragraph(text="More."),))

    first, second = articlekit.parse_all(articlekit.write([ARTICLE, other], kind))

    for name in ("id", "url", "title", "subtitle", "summary", "authors", "published", "modified", "language", "site"):
        assert getattr(first, name) == getattr(ARTICLE, name), name
    for name in ("categories", "tags", "image", "license", "body"):
        assert getattr(first, name) == getattr(ARTICLE, name), name
    assert (second.title, second.text, second.site) == ("Other", "More.", ARTICLE.site)


@pytest.mark.parametrize("kind", ["rss", "atom", "jsonfeed"])
def test_characters_that_cannot_be_written_are_replaced(kind: str) -> None:
    article = Article(title="a\ud800b", body=(Paragraph(text="c\0d"),))

    text = articlekit.write(article, kind)

    text.encode()
    again = articlekit.parse(text)
    assert (again.title, again.text) == ("a\ufffdb", "c\ufffdd")


@pytest.mark.parametrize(
    "url", ["javascript:alert(1)", " JAVA\tSCRIPT:alert(1)", "data:text/html,<script>", "vbscript:x"]
)
@pytest.mark.parametrize("kind", ["rss", "atom", "jsonfeed"])
def test_addresses_that_could_run_a_script_are_left_out(kind: str, url: str) -> None:
    site, author = Site(name="Port News", url=url), Author(name="Ada Marsh", url=url)
    body = (Paragraph(text="Text."),)
    article = Article(title="One", url=url, image=url, site=site, authors=(author,), body=body)

    written = articlekit.write(article, kind)
    again = articlekit.parse(written)

    assert re.search("alert|vbscript|data:", written) is None
    assert kind != "atom" or url not in articlekit.write(Article(id="1", license=url), "atom")
    assert (again.title, again.authors, again.url) == ("One", (Author(name="Ada Marsh"),), None)


@pytest.mark.parametrize("kind", ["atom", "jsonfeed"])
def test_an_article_without_identifier_gets_one_that_stays(kind: str) -> None:
    article = Article(title="One", body=(Paragraph(text="Text."),))

    again = articlekit.parse(articlekit.write(article, kind))

    assert again.id is not None
    assert again.id.startswith("urn:uuid:")
    assert articlekit.write(again, kind) == articlekit.write(article, kind)


ITEMS = [f'{{"id": "{n}", "tags": ["t"], "content_html": "<p>He said so.</p>"}}' for n in range(3)]


@pytest.mark.parametrize(
    "broken",
    [
        ITEMS[1].replace('"t"', '"t", undefined'),
        ITEMS[1].replace("said so", 'said "so"'),
        ITEMS[1].replace("}", ', "attachments": [{"size": 01}, {"size": 2}]}'),
        ITEMS[1].replace("}", ",}"),
    ],
    ids=["word", "quotes", "inner objects", "comma"],
)
def test_an_item_of_json_that_is_broken_is_read_and_costs_no_other(broken: str) -> None:
    feed = f'{{"version": "https://jsonfeed.org/version/1.1", "items": [{ITEMS[0]}, {broken}, {ITEMS[2]}]}}'

    one, two, three = articlekit.parse_all(feed)

    assert one.text == two.text.replace('"', "") == three.text == "He said so."
    assert (codes([one]), codes([two]), codes([three])) == (set(), {"json.invalid"}, {"json.invalid"})


@pytest.mark.parametrize("start", [0, 9, ITEMS[0].index("<p>"), ITEMS[0].index("said")])
def test_the_rest_of_a_feed_of_json_is_read_item_by_item(start: int) -> None:
    found = read(f"{ITEMS[0][start:]}, {ITEMS[1]}, {ITEMS[2]}]}}"[1:])

    assert [article.id for article in found][-2:] == ["1", "2"]
    assert found[0].text.endswith("aid so.")
    assert "json.start-lost" in codes(found[:1])


@pytest.mark.parametrize("between", ["", "\n", ","])
@pytest.mark.parametrize("comma", ["", ","])
def test_feeds_of_json_behind_one_another_are_all_read(comma: str, between: str) -> None:
    feeds = [
        f'{{"version": "https://jsonfeed.org/version/1.1", "title": "{name}", "items": [{item}{comma}]}}'
        for name, item in zip("ABC", ITEMS, strict=True)
    ]

    articles = read(between.join(feeds))

    assert [(article.id, article.site) for article in articles] == [
        ("0", Site(name="A")),
        ("1", Site(name="B")),
        ("2", Site(name="C")),
    ]
    assert [article.origin and article.origin.place for article in articles] == [
        "$[0].items[0]",
        "$[1].items[0]",
        "$[2].items[0]",
    ]


@pytest.mark.parametrize("end", ["]", ",]", "", "]]"])
def test_a_list_of_feeds_of_json_is_read_feed_by_feed(end: str) -> None:
    feeds = [
        f'{{"version": "https://jsonfeed.org/version/1.1", "title": "{name}", "items": [{item}]}}'
        for name, item in zip("AB", ITEMS, strict=False)
    ]

    articles = read(f"[{', '.join(feeds)}{end}")

    assert [(article.id, article.text, article.site) for article in articles] == [
        ("0", "He said so.", Site(name="A")),
        ("1", "He said so.", Site(name="B")),
    ]
    assert [article.origin and article.origin.place for article in articles] == ["$[0].items[0]", "$[1].items[0]"]


def test_an_item_of_json_that_nests_too_deep_costs_no_other() -> None:
    deep = ITEMS[1].replace('"t"', "[" * 5000 + "]" * 5000)
    one, two = articlekit.parse_all(
        f'{{"version": "https://jsonfeed.org/version/1.1", "items": [{ITEMS[0]}, {deep}, {ITEMS[2]}]}}'
    )

    assert one.text == two.text == "He said so."
    assert codes([two]) == {"item.skipped", "json.invalid"}


def test_half_of_a_character_in_json_is_said_of_its_item() -> None:
    item = ITEMS[1].replace("He", r"\ud83d\ude00 \ud83d")
    feed = f'{{"version": "https://jsonfeed.org/version/1.1", "title": "A\\udc00", "items": [{ITEMS[0]}, {item}]}}'
    one, two = articlekit.parse_all(feed)

    assert one.site == two.site == Site(name="A\ufffd")
    assert two.text == "😀 \ufffd said so."
    assert (codes([one]), codes([two])) == (set(), {"json.lone-surrogate"})


@pytest.mark.parametrize("number", ["9" * 5000, "1e999", "-1e999", "NaN", "-Infinity"], ids=lambda number: number[:5])
@pytest.mark.parametrize("cut", [0, 1, 9])
def test_numbers_that_python_does_not_hold_are_text(number: str, cut: int) -> None:
    item = f'{{"id": {number}, "_port": {{"depth": {number}}}, "content_html": "<p>The harbour is open.</p>"}}'
    feed = f'{{"version": "https://jsonfeed.org/version/1.1", "items": [{item}]}}'
    article = articlekit.parse(feed[: len(feed) - cut])

    assert (article.id, article.extra["_port"]) == (number, {"depth": number})
    assert articlekit.parse(articlekit.write(article, "json")).extra == article.extra


def test_what_the_older_atom_calls_types_and_modes() -> None:
    one, two = read(
        """<feed version="0.3" xmlns="http://purl.org/atom/ns#"><title>Port news</title>
        <link rel="license" href="https://port.example/terms"/>
        <entry><title mode="escaped" type="text/html">Fish &amp;amp; chips</title>
        <content mode="escaped" type="text/html">&lt;p&gt;A&lt;/p&gt;&lt;p&gt;B&lt;/p&gt;</content></entry>
        <entry><title>Two</title><content type="application/xhtml+xml"><p>A</p><p>B</p></content></entry></feed>"""
    )

    assert (one.title, one.text, two.text) == ("Fish & chips", "A\n\nB", "A\n\nB")
    assert one.license == two.license == "https://port.example/terms"


def test_what_a_feed_of_rss_says_for_its_items() -> None:
    (article,) = read(
        """<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom" xmlns:cc="http://creativecommons.org/ns#">
        <channel><title>Port news</title><cc:license>https://port.example/terms</cc:license>
        <item><title>One</title><atom:link href="https://port.example/1"/></item></channel></rss>"""
    )

    assert (article.url, article.license) == ("https://port.example/1", "https://port.example/terms")


def test_plain_text_of_any_system_has_its_paragraphs() -> None:
    (article,) = read(
        r"""{"version": "https://jsonfeed.org/version/1.1", "title": "Port news",
        "items": [{"id": "1", "content_text": "Fish &\r\nchips.\r\n\r\nTea."}]}"""
    )

    assert article.text == "Fish & chips.\n\nTea."


@pytest.mark.parametrize(
    "published",
    [
        datetime(2024, 5, 2, 10, 0, 0, 250_000),
        datetime(2024, 5, 2, 10, 0, 0, 1, tzinfo=UTC),
        datetime(1850, 5, 2, 10, 0, tzinfo=timezone(timedelta(minutes=53, seconds=28))),
    ],
)
def test_a_date_that_is_more_exact_than_rss_has_it_comes_back(published: datetime) -> None:
    written = articlekit.write(Article(title="Tides", published=published), "rss")

    assert "<pubDate>" in written
    assert articlekit.parse(written).published == published


def test_a_name_with_an_address_of_mail_in_it_comes_back() -> None:
    authors = (Author(name="ada@a.example (Ada)"), Author(name="Bo <bo@b.example>"), Author(name="Cy"))

    assert articlekit.parse(articlekit.write(Article(title="Tides", authors=authors), "rss")).authors == authors
