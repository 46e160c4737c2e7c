"""What a page says of its article; the page beside what is read from it."""

from datetime import UTC, date, datetime, timedelta, timezone

import pytest

from articlekit.markup import parse_html
from articlekit.plugin import Author, Site
from articlekit_html.metadata import read_metadata
from plugins.html.metadata.pages import URL, data, meta, read

# -- titles


def test_the_heading_that_other_titles_contain_is_the_title() -> None:
    said = read(
        "<title>Oil falls – The Paper</title>" + meta(og_title="Oil falls | The Paper"),
        "<h1>The Paper</h1><h1>Oil falls</h1>",
    )

    assert said.title == "Oil falls"
    assert said.title_element is not None


@pytest.mark.parametrize(
    ("title", "cut"),
    [
        ("Oil falls | The Paper", "Oil falls"),
        ("Why the price of oil falls again - The Paper", "Why the price of oil falls again"),
        ("Oil - and gas", "Oil - and gas"),
        ("石油价格大幅下跌引发市场担忧_财经_新华网", "石油价格大幅下跌引发市场担忧"),
        ("Well-known facts", "Well-known facts"),
        ("The best guide to sun- & moonlight", "The best guide to sun- & moonlight"),
        ("The best guide to sun- and moonlight", "The best guide to sun- and moonlight"),
        ("The module ngx_http_core explained", "The module ngx_http_core explained"),
    ],
)
def test_what_sites_add_is_cut_off(title: str, cut: str) -> None:
    assert read(f"<title>{title}</title>", "<p>Words.</p>", url=None).title == cut


def test_the_sites_own_name_is_cut_off_in_front_too() -> None:
    head = "<title>The Daily Paper of Record: Oil</title>" + meta(og_site_name="Paper")

    assert read("<title>Paper · Oil</title>" + meta(og_site_name="Paper"), "").title == "Oil"
    assert read(head, "").title == "The Daily Paper of Record: Oil"


@pytest.mark.parametrize("home", ["/", "https://news.example/", "/world/", "/index.html"])
def test_a_heading_that_leads_home_names_the_site(home: str) -> None:
    body = f'<h1><a href="{home}">The Diary</a></h1><h2>Oil falls again</h2><p>Words.</p>'
    home_of_heading = f'<a href="{home}"><h1>The Diary</h1></a><h2>Oil falls again</h2><p>Words.</p>'

    assert read("<title>Oil falls again | The Diary</title>", body).title == "Oil falls again"
    assert read("<title>The Diary » Oil falls again</title>", home_of_heading).title == "Oil falls again"


def test_a_page_at_home_is_told_from_home_by_its_query() -> None:
    body = '<h1><a href="/">The Diary</a></h1><h2>Oil falls again</h2>'
    head = "<title>Oil falls again : The Diary</title>"

    assert read(head, body, url="https://news.example/?p=9").title == "Oil falls again"
    assert read("", body, url="https://news.example/").title == "The Diary"


@pytest.mark.parametrize("href", [URL, "/world/oil", "https://other.example/", "/sports/"])
def test_a_heading_that_leads_elsewhere_may_be_the_title(href: str) -> None:
    body = f'<h1><a href="{href}">Oil falls</a></h1><h2>And gas rises</h2>'

    assert read("<title>Oil falls | And gas rises</title>", body).title == "Oil falls"


def test_a_heading_with_a_kicker_gives_way_to_the_title_in_it() -> None:
    assert (
        read(meta(og_title="Oil falls again"), "<h1><span>Markets</span> Oil falls again</h1>").title
        == "Oil falls again"
    )


def test_a_standfirst_is_the_subtitle_and_no_part_of_the_body() -> None:
    said = read(body='<h1>Oil</h1><p class="standfirst">Prices fell for a third day.</p><p>In London.</p>')

    assert said.subtitle == "Prices fell for a third day."
    assert [(element.tag, element.get("class")) for element in said.apart] == [("h1", None), ("p", "standfirst")]


def test_styles_inside_a_standfirst_are_none_of_its_words() -> None:
    shown = "<div class='standfirst'><style>.s8 { color: red }</style><p>Prices fell for a third day.</p></div>"

    assert read(body=f"<h1>Oil</h1>{shown}<p>In London.</p>").subtitle == "Prices fell for a third day."


@pytest.mark.parametrize(
    ("names", "subtitle"),
    [
        ("header__dek", "Prices fell for a third day."),
        ("article_lead", "Prices fell for a third day."),
        ("crayon soustitre", "Prices fell for a third day."),
        ("leading-12 text-dark", None),
        ("misleading", None),
    ],
)
def test_names_of_standfirsts(names: str, subtitle: str | None) -> None:
    body = f'<h1>Oil</h1><div class="{names}">Prices fell for a third day.</div><p>In London.</p>'

    assert read(body=body).subtitle == subtitle


def test_a_subtitle_in_the_text_is_no_standfirst() -> None:
    paragraph = "<p>" + "Prices fell for a third day in a row. " * 5 + "</p>"
    section = '<span class="subtitle">What the producers will do now</span>'

    assert read(body=f"<h1>Oil</h1><div>{section}{2 * paragraph}</div>").subtitle == "What the producers will do now"
    assert read(body=f"<h1>Oil</h1><div>{2 * paragraph}{section}</div>").subtitle is None


def test_the_first_paragraph_is_no_subtitle() -> None:
    text = "Prices fell for a third day in a row on Monday, to the lowest they have been this year."
    body = f"<h1>Oil</h1><p>{text}</p><p>In London, the talk was of snow.</p><p>More.</p>"

    assert read(f'<meta name="description" content="{text}">', body).subtitle is None


def test_a_text_that_begins_with_the_description_is_no_standfirst() -> None:
    lines = "".join(f"<div>{line}<br></div>" for line in ("Item: one gutter, singing.", "Item: the lane.", "It rains."))
    body = f"<h1>Rain</h1><div class='bd'>{lines}{lines.upper()}</div>"

    assert read('<meta name="description" content="Item: one gutter, singing.">', body).subtitle is None


# -- authors

PERSON = '{"@type": "NewsArticle", "author": {"@type": "Person", "name": "By Ada Lovelace", "url": "/staff/ada"}}'


def test_authors_from_json_ld() -> None:
    assert read(data(PERSON)).authors == (
        Author(name="Ada Lovelace", url="https://news.example/staff/ada", kind="Person"),
    )


@pytest.mark.parametrize("kind", ["ClaimReview", "Comment", "Product"])
def test_who_wrote_something_else_is_not_the_author(kind: str) -> None:
    other = f'{{"@type": "{kind}", "author": {{"@type": "Person", "name": "Not Me"}}}}'

    assert read(data(other)).authors == ()


def test_a_footnote_is_no_author() -> None:
    notes = "<div class='footnotes'><div class='fn'><sup>1)</sup> <div class='content'>Said By Us.</div></div></div>"

    assert read(body=f"<h1>Oil</h1><p>Words.</p>{notes}").authors == ()


def test_the_author_of_a_comment_is_not_the_articles() -> None:
    article = '{"@type": "Article", "comment": [{"@type": "Comment", "author": {"name": "Not Me"}}]}'

    assert read(data(article)).authors == ()


def test_references_by_id_are_followed() -> None:
    graph = """{"@graph": [
        {"@type": "Article", "author": {"@id": "#ada"}, "publisher": {"@id": "#paper"}},
        {"@type": "Person", "@id": "#ada", "name": "Ada Lovelace"},
        {"@type": "Organization", "@id": "#paper", "name": "The Paper"}]}"""
    said = read(data(graph))

    assert [author.name for author in said.authors] == ["Ada Lovelace"]
    assert said.site == Site(name="The Paper", url="https://news.example/")


@pytest.mark.parametrize(
    ("byline", "names"),
    [
        ('<p class="byline">By Ada Lovelace and Grace Hopper</p>', ["Ada Lovelace", "Grace Hopper"]),
        ('<p class="byline">By <a href="/a">Ada Lovelace</a>, Senior Reporter</p>', ["Ada Lovelace"]),
        ("<p>Von Ada Lovelace und Grace Hopper</p>", ["Ada Lovelace", "Grace Hopper"]),
        ("<p>Par Ada Lovelace | 12 mai 2024</p>", ["Ada Lovelace"]),
        ("<p>12.05.2024 | von Ada Lovelace</p>", ["Ada Lovelace"]),
        ('<span>by <a rel="author" href="/u/kay">Kay</a></span>', ["Kay"]),
        ('<div class="author"><a href="/staff/ada">Ada Lovelace</a><span>RN</span></div>', ["Ada Lovelace"]),
        ("<p>記者 张三</p>", ["张三"]),
        ('<p class="byline">Ada Lovelace ⋅ Review</p>', ["Ada Lovelace"]),
        ('<p class="byline">Autor/in: Ada Lovelace</p>', ["Ada Lovelace"]),
        ('<div class="author vcard"><a class="fn" href="/a">Ada</a></div>', ["Ada"]),
        ('<div class="p-author h-card">Ada Lovelace</div>', ["Ada Lovelace"]),
        ('<div class="post category-events tag-promo"><b class="author">Ada Lovelace</b></div>', ["Ada Lovelace"]),
        ('<table class="infobox vcard"><tr><td class="fn">Not Me</td></tr></table>', []),
        ('<div class="card"><b class="author">Not Me</b></div>', []),
        ('<p class="byline">Veröffentlicht von</p>', []),
        ('<p class="author-bio">Ada Lovelace is a writer.</p>', []),
        ("<p>By now everybody knows.</p>", []),
        ("<p>By Monday it was over</p>", []),
        ('<p class="byline">12 May 2024</p>', []),
        ('<div class="comments"><span class="author">Not Me</span></div>', []),
    ],
)
def test_bylines_near_the_title(byline: str, names: list[str]) -> None:
    said = read(body=f"<h1>Oil falls</h1>{byline}<p>Words.</p>")

    assert [author.name for author in said.authors] == names


@pytest.mark.parametrize("name", ["News", "news.example", "The News.Example", "Daily Example", "DAILY-EXAMPLE"])
def test_a_site_as_the_author_gives_way_to_a_byline(name: str) -> None:
    head = f'<meta name="author" content="{name}">' + meta(og_site_name="Daily Example")

    assert [a.name for a in read(head, '<h1>Oil</h1><p class="byline">Ada Lovelace</p>').authors] == ["Ada Lovelace"]
    assert [a.name for a in read(head, "<h1>Oil</h1><p>Words.</p>").authors] == [name]


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ('<p><a href="/people/ada"><b>Ada Lovelace</b></a> in Markets</p>', ["Ada Lovelace"]),
        (
            '<p><a href="/authors/ada">Ada Lovelace</a> · <a href="/authors/grace">Grace Hopper</a></p>',
            ["Ada Lovelace", "Grace Hopper"],
        ),
        ('<p><a href="/people/">Our People</a> in Markets</p>', []),
        ('<p><a href="/users/login">Log In</a></p>', []),
        ('<p><a href="/places/ada">Ada Lovelace</a> in Markets</p>', []),
    ],
)
def test_links_to_pages_about_those_who_write(line: str, names: list[str]) -> None:
    authors = read(body=f"<h1>Oil falls</h1>{line}<p>Words.</p>").authors

    assert [author.name for author in authors] == names
    assert all(author.url and author.url.startswith("https://news.example/") for author in authors)


@pytest.mark.parametrize(
    ("content", "names"),
    [
        ("Ada Lovelace, PhD, Grace Hopper, MD", ["Ada Lovelace", "Grace Hopper"]),
        ("https://www.facebook.com/thepaper", []),
        ("ada@news.example", []),
        ("admin", []),
        ("Santiago Ramón y Cajal", ["Santiago Ramón y Cajal"]),
        ("Ana María Gómez y Luis Pérez", ["Ana María Gómez", "Luis Pérez"]),
        ("Ada Lovelace (London)", ["Ada Lovelace"]),
    ],
)
def test_names_in_meta(content: str, names: list[str]) -> None:
    assert [author.name for author in read(f'<meta name="author" content="{content}">').authors] == names


def test_organisations_are_told_from_people() -> None:
    said = read('<meta name="author" content="The Paper Staff">' + meta(og_site_name="The Paper"))

    assert said.authors == (Author(name="The Paper Staff", kind="Organization"),)


def test_a_person_in_the_byline_goes_before_an_organisation_in_the_head() -> None:
    said = read(meta(og_site_name="The Paper") + '<meta name="author" content="The Paper">', BYLINE)

    assert [author.name for author in said.authors] == ["Ada Lovelace"]


BYLINE = '<h1>Oil falls</h1><p class="byline">By Ada Lovelace</p><p>Words.</p>'


# -- dates

BERLIN = timezone(timedelta(hours=2))


def test_dates_keep_their_offset() -> None:
    article = '{"@type": "Article", "datePublished": "2024-05-02T10:00:00+02:00", "dateModified": "2024-05-03"}'
    said = read(data(article))

    assert said.published == datetime(2024, 5, 2, 10, tzinfo=BERLIN)
    assert said.published.utcoffset() == timedelta(hours=2)  # type: ignore[union-attr]
    assert said.modified == date(2024, 5, 3)


def test_a_source_that_says_more_of_the_same_day_is_taken() -> None:
    article = data('{"@type": "Article", "datePublished": "2024-05-02"}')

    assert read(article + meta(article_published_time="2024-05-02T10:00:00Z")).published == datetime(
        2024, 5, 2, 10, tzinfo=UTC
    )


def test_of_two_dates_the_one_that_is_shown_is_taken() -> None:
    head = data('{"@type": "Article", "datePublished": "2019-01-01"}') + meta(article_published_time="2024-05-02")

    assert read(head, '<h1>Oil</h1><p class="date">2 May 2024</p>').published == date(2024, 5, 2)


MORE = (
    "<b>Reading time</b> Five minutes <b>Level</b> For beginners <b>Share</b> By mail, by post <b>Topic</b> Crude oil"
)


@pytest.mark.parametrize(
    ("line", "published", "modified"),
    [
        ('<p class="date">2 May 2024</p>', date(2024, 5, 2), None),
        (
            '<time datetime="2024-05-02T10:00:00+02:00">Thursday, 2 May</time>',
            datetime(2024, 5, 2, 10, tzinfo=BERLIN),
            None,
        ),
        ("<p>Published May 2, 2024 | Updated May 3, 2024</p>", date(2024, 5, 2), date(2024, 5, 3)),
        ('<p class="meta">Last updated: May 3, 2024</p>', None, date(2024, 5, 3)),
        (
            f"<div><b>Posted on</b> May 2, 2024 <b>Updated at</b> May 3, 2024 {MORE}</div>",
            date(2024, 5, 2),
            date(2024, 5, 3),
        ),
        ('<time class="updated" datetime="2024-05-02">2 May</time>', date(2024, 5, 2), date(2024, 5, 2)),
        (
            '<p><time datetime="2024-05-02">2 May</time> <time class="updated" datetime="2024-05-03">3 May</time></p>',
            date(2024, 5, 2),
            date(2024, 5, 3),
        ),
        ('<aside class="entry-meta"><time datetime="2024-05-02">Thursday</time></aside>', date(2024, 5, 2), None),
        ('<aside class="tips"><p>2 May 2024</p></aside>', None, None),
        ("<p>On 2 May 2024 the court decided that a law of the year before was void, as it had to.</p>", None, None),
        ('<div class="related"><span class="date">2 May 2024</span></div>', None, None),
    ],
)
def test_dates_near_the_title(line: str, published: date | None, modified: date | None) -> None:
    said = read(body=f"<h1>Oil</h1>{line}<p>Words.</p>", url=None)

    assert (said.published, said.modified) == (published, modified)


def test_the_address_may_give_the_day() -> None:
    assert read(url="https://news.example/2024/05/02/oil").published == date(2024, 5, 2)
    assert read(url="https://news.example/2024/50/02/oil").published is None


PROSE = "<p>" + "The price of oil fell again, and nobody knows for how long it will. " * 5 + "</p>"


@pytest.mark.parametrize(
    "line",
    [
        "<p>Erschienen am: 2. Mai 2024</p>",
        "<ul><li>Mise en ligne</li><li>2 mai 2024</li></ul>",
        '<div><i class="fa fa-calendar"></i> 02.05.2024</div>',
        "<p>02.05.2024 | Oil fell.</p>",
        "<p>(2 May 2024) Oil fell.</p>",
        "<p>Aberdeen, 2 May 2024</p>",
        "<p>Frankfurt am Main | Aberdeen, 2 May 2024 – Oil fell.</p>",
        "<p>Mitteilung vom 2. Mai 2024 | Oil fell.</p>",
        "<p>2 May 2024 by Ada</p>",
        "<p>World | Oil | 2 May 2024</p>",
        '<div class="sidebar"><b>Published</b> <span>2 May 2024</span></div>',
        f"<table><tr><td><div>2 May 2024</div>{PROSE}</td></tr></table>",
        '<p>by <abbr class="published" title="2024-05-02">Thursday</abbr></p>',
    ],
)
def test_dates_far_from_the_title(line: str) -> None:
    assert read(body=f"<h1>Oil</h1>{PROSE * 4}{line}", url=None).published == date(2024, 5, 2)


@pytest.mark.parametrize(
    "line",
    [
        "<p>The law was published on 2 May 2024; the ministry that wrote it says that nobody read it.</p>",
        "<p>Last updated: 2 May 2024</p>",
        '<div class="comments"><p>Posted on: 2 May 2024</p></div>',
        '<p>A paper <a href="/p">published 2 May 2024</a></p>',
        "<script>published: 2024-05-02</script>",
        "<p>Printed on: Thursday, 2 May 2024</p>",
        "<p>Thursday, 2 May 2024</p><p>Friday, 3 May 2024</p>",
        "<p>Angebot vom 2. Mai 2024</p>",
        "<p>2 May 2024 by Ada</p><p>3 May 2024 by Grace</p>",
        "<table><tr><td><div>2 May 2024</div></td></tr></table>",
        '<div class="sidebar">2 May 2024</div>',
        '<div class="sidebar"><p>Published 2 May 2024</p><p>Published 3 May 2024</p></div>',
    ],
)
def test_dates_of_something_else_far_from_the_title(line: str) -> None:
    assert read(body=f"<h1>Oil</h1>{PROSE * 4}{line}", url=None).published is None


def test_a_date_beside_the_link_of_another_article_is_none_of_this_one() -> None:
    entry = '<li><time datetime="2024-06-01">1 June</time> <a href="/b">What the price of gas does next</a></li>'
    body = f'<div><time datetime="2024-05-02">2 May</time></div><main><h1>Oil</h1><ul>{entry}</ul></main>'

    assert read(body=body, url=None).published == date(2024, 5, 2)


def test_a_name_that_nothing_defines_is_believed_less_than_a_day_that_is_shown() -> None:
    shown = '<h1>Oil</h1><p class="date">2 May 2024</p>'

    assert read(meta(ours_first_published="2024-04-30"), shown).published == date(2024, 5, 2)
    assert read(meta(article_published_time="2024-05-01"), shown).published == date(2024, 5, 1)


def test_what_has_been_changed_was_published_by_then() -> None:
    body = "<h1>Oil</h1><p>Updated: 2 May 2024</p>"

    assert read(meta(date="2024-05-03"), body).published is None
    assert read(meta(date="2024-05-01"), body).published == date(2024, 5, 1)


def test_of_days_that_differ_the_one_that_most_sources_say_is_taken() -> None:
    article = data('{"@type": "Article", "datePublished": "2024-04-30"}')
    other = meta(article_published_time="2024-05-02")

    assert read(article + other).published == date(2024, 4, 30)
    assert read(article + other + meta(date="2024-05-02")).published == date(2024, 5, 2)


@pytest.mark.parametrize("name", ["updated date", "last-modified", "modified-date", "x:modificationDate"])
def test_names_of_changes(name: str) -> None:
    said = read(f'<meta name="{name}" content="2024-05-02">', url=None)

    assert (said.published, said.modified) == (None, date(2024, 5, 2))


@pytest.mark.parametrize("title", ["02.05.2024 - Oil falls", "Oil falls | World | 02.05.2024"])
def test_the_title_may_give_the_day(title: str) -> None:
    assert read(f"<title>{title}</title>", url=None).published == date(2024, 5, 2)


def test_a_day_in_the_title_is_not_one_of_publication() -> None:
    assert read("<title>What the vote of 02.05.2024 means</title>", url=None).published is None


def test_a_declared_day_goes_before_another_that_is_shown_first() -> None:
    shown = '<time class="update-x" datetime="2024-06-01">1 June</time> '
    shown += '<time itemprop="datePublished" datetime="2024-05-02 10:20">2 May</time>'
    assert read(body=f"<h1>Oil</h1><p>{shown}</p>{PROSE}").published == datetime(2024, 5, 2, 10, 20)


# -- the rest


def test_the_language_that_office_programs_say_of_the_body() -> None:
    assert read_metadata(parse_html("<html><body lang=EN-GB><p>Oil</p></body></html>")).language == "en-GB"


def test_the_language_that_is_said_around_the_title() -> None:
    page = '<html lang="en-US"><body><div lang="fr"><h1>Huile</h1><p>Par Ada Lund</p></div></body></html>'
    assert read_metadata(parse_html(page)).language == "fr"


@pytest.mark.parametrize(
    ("link", "url"),
    [
        ('<a href="https://news.example/oil">news.example</a>', "https://news.example/oil"),
        ('<a href="https://www.news.example/oil">news.example</a>', "https://www.news.example/oil"),
        ('<a href="https://news.example/">news.example</a>', None),
        ('<a href="https://news.example/oil">another text</a>', None),
    ],
)
def test_the_address_that_a_reader_of_pages_shows_by_its_host(link: str, url: str | None) -> None:
    assert read(body=f"<div>{link}<h1>Oil falls</h1></div><p>Words.</p>", url=None).url == url


def test_language_as_bcp_47() -> None:
    assert read(meta(og_locale="pt_BR")).language == "pt-BR"
    assert read(meta(language="utf-8")).language is None
    assert read('<meta http-equiv="content-language" content="zh-hant-tw">').language == "zh-Hant-TW"
    assert read('<meta name="language" content="a language">').language is None
    assert read(body='<p lang="fr">Huile</p>').language is None
    named = '{"@type": "Language", "name": "Portuguese", "alternateName": "pt"}'
    assert read(data(f'{{"@type": "NewsArticle", "headline": "Oil falls", "inLanguage": {named}}}')).language == "pt"


def test_addresses_are_absolute() -> None:
    said = read(
        '<link rel="canonical" href="/oil"><link rel="amphtml" href="/oil/amp">'
        '<link rel="alternate" type="application/rss+xml" href="/feed">'
        '<link rel="alternate" type="application/json" href="/wp-json/wp/v2/posts/7">'
        '<link rel="alternate" hreflang="de" href="/de/oel">' + meta(og_image="/oil.jpg")
    )

    assert said.url == "https://news.example/oil"
    assert said.image == "https://news.example/oil.jpg"
    assert said.extra["links"] == {
        "canonical": "https://news.example/oil",
        "amp": "https://news.example/oil/amp",
        "feeds": ["https://news.example/feed"],
        "wordpress": "https://news.example/wp-json/wp/v2/posts/7",
        "languages": {"de": "https://news.example/de/oel"},
    }


def test_base_goes_before_the_pages_own_address() -> None:
    assert (
        read('<base href="https://other.example/x/">' + meta(og_image="y.jpg")).image == "https://other.example/x/y.jpg"
    )


def test_without_any_base_a_relative_address_says_nothing() -> None:
    said = read('<link rel="canonical" href="/oil">' + meta(og_image="javascript:alert(1)"), url=None)

    assert (said.url, said.image) == (None, None)


def test_a_canonical_front_page_is_a_mistake() -> None:
    assert read('<link rel="canonical" href="https://news.example/">').url == URL


def test_tags_categories_and_licence() -> None:
    said = read(
        meta(article_tag="Oil", article_section="Markets"),
        '<h1>Oil</h1><a rel="license" href="https://creativecommons.org/licenses/by/4.0/">CC</a>',
    )

    assert (said.tags, said.categories) == (("Oil",), ("Markets",))
    assert said.license == "https://creativecommons.org/licenses/by/4.0/"


def test_linked_tags_are_those_that_stand_together() -> None:
    body = '<p><a rel="tag">Oil</a>, <a rel="tag">Gas</a></p><ul><li><a rel="tag">Of another</a></li></ul>'

    assert read(body=body).tags == ("Oil", "Gas")


@pytest.mark.parametrize(("said", "free"), [("false", False), ('"False"', False), ("true", True), ('"x"', None)])
def test_whether_it_is_free_to_read(said: str, free: bool | None) -> None:
    article = f'{{"@type": "Article", "isAccessibleForFree": {said}}}'

    assert read(data(article)).extra.get("isAccessibleForFree") is free


def test_what_no_field_holds_is_kept() -> None:
    said = read(data('{"@type": "NewsArticle", "headline": "Oil falls", "wordCount": 310, "printSection": "B"}'))
    assert said.extra["schemaorg"] == {"wordCount": 310, "printSection": "B"}


def test_an_empty_page_says_nothing() -> None:
    said = read(body="", url=None)

    assert (said.title, said.authors, said.published, said.language, said.tags, said.extra) == (
        None,
        (),
        None,
        None,
        (),
        {},
    )


@pytest.mark.parametrize(
    "names", ["relative mx-auto", "pointer-events-auto", "node-promoted", "elementor-widget", "widget Blog"]
)
def test_names_of_layout_are_none_of_lists_of_other_articles(names: str) -> None:
    body = f'<h1>Oil falls</h1><div class="{names}"><span class="date">12 May 2024</span></div><p>Words.</p>'

    assert read(body=body).published == date(2024, 5, 12)


@pytest.mark.parametrize("names", ["related", "events", "promo", "widget", "widget_recent"])
def test_dates_in_lists_of_other_articles_are_not_the_articles(names: str) -> None:
    body = f'<h1>Oil falls</h1><div class="{names}"><span class="date">12 May 2024</span></div><p>Words.</p>'

    assert read(body=body).published is None


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("<span>on May 12, 2024</span>", date(2024, 5, 12)),
        ("<span>May 12, 2024</span> <span>May 12, 2024</span>", date(2024, 5, 12)),
        ("<span>May 12, 2024</span> <span>June 1, 2023</span>", None),
        ("<span>Updated</span> <span>May 12, 2024</span>", None),
        ('<a href="/b"><span>May 12, 2024</span></a>', None),
        ("<code>2024-05-12</code>", None),
        ("<span>The vote is on May 12, 2024</span>", None),
    ],
)
def test_the_only_date_that_stands_alone_is_taken(text: str, day: date | None) -> None:
    words = "<p>" + "Words of the article, one after the other, and so on. " * 5 + "</p>"
    body = f"<h1>Oil falls</h1>{words * 4}<section><div>{text}</div></section>"

    assert read(body=body).published == day


@pytest.mark.parametrize(
    ("shown", "day"),
    [
        ("<p>Published 3 February 2023</p>", 3),
        ("<p>Published 12 May 2024</p>", 12),
        ("<p>Published 11 May 2024</p>", 12),
        ("<p>Published 1 June 2024</p>", 12),
        ("<p>Published 3 February 2023 – Updated 12 May 2024</p>", 3),
        ('<p class="date">3 February 2023 <span>12 May 2024</span></p>', 12),
        ("<p>Published 05.12.2024</p>", 12),
    ],
)
def test_a_day_that_readers_see_long_before_that_of_the_data_is_the_day_of_publication(shown: str, day: int) -> None:
    head = meta(article_published_time="2024-05-12T10:00:00Z")
    published = read(head, f"<h1>Oil falls</h1>{shown}<p>Words.</p>").published

    assert published is not None
    assert published.day == day


@pytest.mark.parametrize(
    "stamp",
    [
        'Last updated on <time datetime="2024-05-12">12 May</time>',
        '<time datetime="2024-05-12">Updated 12 May</time>',
        '<time itemprop="dateModified" datetime="2024-05-12">12 May</time>',
    ],
)
def test_the_time_of_a_change_is_no_time_of_publication_wherever_it_stands(stamp: str) -> None:
    words = "<p>" + "Words of the article, one after the other, and so on. " * 5 + "</p>"
    said = read(body=f"<h1>Oil falls</h1>{words * 4}<section>{stamp}</section>")

    assert (said.published, said.modified) == (None, date(2024, 5, 12))


def test_a_date_behind_a_word_for_changes_is_no_day_of_publication() -> None:
    words = "<p>" + "Words of the article, one after the other, and so on. " * 5 + "</p>"
    body = f'<h1>Oil falls</h1>{words * 4}<div>Updated <span class="date">12 May 2024</span></div>'

    assert read(body=body).published is None


@pytest.mark.parametrize(
    ("path", "day"),
    [
        ("2024/05/28/oil", 28),
        ("20240528-oil.html", 28),
        ("2024/may/28/oil", 28),
        ("oil-2024-05-28.html", 28),
        ("oil-28-05-2024", 28),
        ("oil-05-06-2024", None),
        ("2024/june-1/oil", None),
        ("2024/05/41/oil", None),
        ("oil-1234-2024-05-28", None),
        ("oil-prices-of-2024", None),
    ],
)
def test_the_day_in_the_address(path: str, day: int | None) -> None:
    published = read(url=f"https://news.example/{path}").published

    assert published == (date(2024, 5, day) if day else None)


@pytest.mark.parametrize(
    "shown",
    [
        '<figure itemprop="image" itemscope><img src="/a.jpg"><meta itemprop="url" content="/b.jpg"></figure>',
        '<img property="schema:image" src="/a.jpg">',
        '<div itemprop="image" itemscope><link itemprop="url" href="/a.jpg"></div>',
    ],
)
def test_a_picture_that_microdata_or_rdfa_declare(shown: str) -> None:
    said = read(body=f"<h1>Oil falls</h1>{shown}<p>It goes on.</p>")
    assert said.image == "https://news.example/a.jpg"
    assert read(body=f"<h1>Oil falls</h1><aside>{shown}</aside><p>It goes on.</p>").image is None


def test_tags_that_microdata_or_rdfa_declare() -> None:
    about = "".join(f'<a property="schema:about" href="/t/{word}">{word}</a>' for word in ("oil", "gas"))
    assert read(body=f"<h1>Oil falls</h1><p>It goes on.</p>{about}").tags == ("oil", "gas")
    assert read(body='<meta itemprop="keywords" content="oil, gas"><h1>Oil falls</h1>').tags == ("oil", "gas")


@pytest.mark.parametrize(
    ("said", "summary"),
    [
        ("&lt;p&gt;I did &lt;a href='/x'&gt;it&lt;/a&gt; again.&lt;/p&gt;", "I did it again."),
        ("Vom &lt;em&gt;NDR&lt;/em&gt; gefragt", "Vom NDR gefragt"),
        ("Caf&amp;eacute; &amp;amp; bar &amp;ndash; open", "Café & bar – open"),
        ("&amp;#039;Yes&amp;#039;", "'Yes'"),
        # These speak of tags and references.
        ("How &lt;table&gt; and &lt;td&gt; are used", "How <table> and <td> are used"),
        ("Write &amp;eacute; or &amp;nbsp; there", "Write &eacute; or &nbsp; there"),
        ("Fish &amp; chips &amp;amp; peas", "Fish & chips &amp; peas"),
    ],
)
def test_a_summary_that_is_html_is_read_as_such(said: str, summary: str) -> None:
    assert read(f'<meta name="description" content="{said}">').summary == summary


@pytest.mark.parametrize("said", ["1676551869", "1676551869000", '"1676551869"'])
def test_a_date_in_seconds_since_1970_may_be_a_number(said: str) -> None:
    article = data(f'{{"@type": "Article", "headline": "Oil falls", "datePublished": {said}}}')
    assert str(read(article).published) == "2023-02-16 12:51:09+00:00"


# -- what JSON-LD and link say beside the metas

ARTICLE = """{"@type": "NewsArticle", "headline": "Oil falls", "identifier": 7, "description": "Prices fell.",
"image": {"contentUrl": "/oil.jpg"}, "keywords": ["Oil", "Gas"], "license": "https://rights.example/by"}"""
SITE = '{"@type": "WebSite", "name": "The Paper", "url": "https://paper.example/"}'


def test_what_json_ld_says_of_the_article() -> None:
    said = read(data(f"[{ARTICLE}, {SITE}]"))

    assert (said.id, said.summary, said.image) == ("7", "Prices fell.", "https://news.example/oil.jpg")
    assert (said.tags, said.license) == (("Oil", "Gas"), "https://rights.example/by")
    assert said.site == Site(name="The Paper", url="https://paper.example/")


def test_what_links_and_lesser_metas_say() -> None:
    said = read(
        '<link rel="image_src" href="/oil.jpg"><link rel="shortlink" href="/?p=7">'
        '<link rel="alternate" type="application/activity+json" href="/notes/7">'
        + meta(og_type="video", article_content_tier="locked")
        + '<meta name="dcterms.license" content="https://rights.example/by">'
    )

    assert (said.image, said.license) == ("https://news.example/oil.jpg", "https://rights.example/by")
    assert said.extra == {
        "links": {"short": "https://news.example/?p=7", "activity": "https://news.example/notes/7"},
        "isAccessibleForFree": False,
        "content_tier": "locked",
        "type": "video",
    }


@pytest.mark.parametrize("name", ["unpublish-date", "build-timestamp", "copyright-date"])
def test_days_of_something_else_are_none_of_publication(name: str) -> None:
    assert read(f'<meta name="{name}" content="2031-05-02">').published is None


@pytest.mark.parametrize(
    ("head", "shown"),
    [
        ('<meta name="description" content="Prices fell for a third day.">', "<div>Prices fell for a third day.</div>"),
        ("", "<h2>Prices fell for a third day.</h2>"),
        (
            data('{"@type": "NewsArticle", "alternativeHeadline": "Prices fell for a third day."}'),
            "<div><p>Prices fell for a third day.</p></div>",
        ),
    ],
    ids=["the description", "a heading right behind the title", "a second headline"],
)
def test_a_standfirst_that_no_name_tells(head: str, shown: str) -> None:
    assert read(head, f"<h1>Oil</h1>{shown}<p>In London.</p>").subtitle == "Prices fell for a third day."
