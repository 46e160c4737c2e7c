"""Titles of pages whose first headings, or whose titles in the head, name the site alone."""

import pytest

from plugins.html.metadata.pages import meta, read

SITE = meta(og_site_name="The Daily Paper")


def test_what_a_drawing_is_called_is_not_the_title_of_the_window() -> None:
    drawing = "<svg><title>Open the menu</title><path d='M0 0'/></svg>"
    assert read("", f"{drawing}<p>Words.</p>").title is None


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


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        # The name stands before what the site says of itself.
        ("Oil falls again - news.example - Markets", "Oil falls again"),
        # A longer name than that of the host.
        ("Oil falls once again : Newsroom-Archive", "Oil falls once again"),
        ("Newsroom : Oil falls once again", "Oil falls once again"),
        ("The markets - Inside the newsroom of the year", "The markets - Inside the newsroom of the year"),
        ("Oil falls again -", "Oil falls again"),
        ('石油は「また」下がる"-経済', '石油は「また」下がる"'),
    ],
)
def test_what_the_site_adds_to_its_titles_is_cut_off(title: str, expected: str) -> None:
    address = f"https://{'newsroom' if 'ewsroom' in title else 'news'}.example/world/oil"
    assert read(f"<title>{title}</title>", "<p>Words.</p>", address).title == expected


def test_a_heading_is_cut_at_the_site_s_own_name_alone() -> None:
    site = meta(og_site_name="The Daily Paper")
    for shown, expected in (("Oil falls | The Daily Paper", "Oil falls"), ("Oil falls | Daily", "Oil falls | Daily")):
        assert read(f"<title>{shown}</title>{site}", f"<h1>{shown}</h1><p>Words.</p>").title == expected


@pytest.mark.parametrize(
    ("heading", "expected"),
    [
        ("Oil falls <button>Copy the path</button>", "Oil falls"),
        ("Oil falls <span hidden>You saved this.</span>", "Oil falls"),
        ("<span>World markets</span><span>Oil falls</span>", "World markets Oil falls"),
        ("<b>O</b>il falls, iPh<i>one</i>s <i>rise</i>", "Oil falls, iPhones rise"),
    ],
)
def test_the_words_of_a_heading(heading: str, expected: str) -> None:
    assert read(body=f"<h1>{heading}</h1><p>Words.</p>").title == expected
    assert read(body=f"<div hidden><h1>{heading}</h1></div><p>Words.</p>").title is not None


def test_of_several_headings_one_that_shares_no_word_with_the_titles_of_the_page_is_none() -> None:
    frame = "<h1>Return to our other pages</h1>{}<p>Words.</p>"
    said = meta(og_title="Oil falls again")
    assert read(said, frame.format("<h1>Contact us</h1>")).title == "Oil falls again"
    assert read(said, frame.format("<h1>Why prices of oil went down</h1>")).title == "Oil falls again"
    assert read(said, frame.format("<h1>Why it falls, and how far</h1>")).title == "Why it falls, and how far"
    assert read(said, frame.format("")).title == "Return to our other pages"


def test_a_subheading_that_is_a_small_part_of_the_title_is_not_it() -> None:
    said = meta(og_title="How the paper told the world of the day when oil fell")
    assert (
        read(said, "<h2>the world</h2><p>Words.</p>").title == "How the paper told the world of the day when oil fell"
    )


def test_a_heading_that_leads_to_the_whole_of_which_the_site_is_a_part_names_the_site() -> None:
    head, home = (
        "<title>Oil falls :: Paperland ::</title>",
        '<h1><a href="https://www.paperland.example/">Paperland</a></h1>',
    )
    said = read(head, f"{home}<p>Words.</p>", "https://daily.paperland.example/oil")
    assert said.title == "Oil falls"


@pytest.mark.parametrize(
    "home",
    [
        "<a href='/'>Gulf Harbor Times</a>",
        "<a href='https://news.example/'><img src='/logo.png' alt='Gulf Harbor Times: logo'></a>",
    ],
)
@pytest.mark.parametrize("window", ["Oil falls again - Gulf Harbor Times", "Gulf Harbor Times - Oil falls again"])
def test_the_end_of_the_title_that_leads_home_is_the_name_of_the_site(home: str, window: str) -> None:
    said = read(f"<title>{window}</title>", f"{home}<p>Words.</p>")
    assert (said.title, said.site and said.site.name) == ("Oil falls again", "Gulf Harbor Times")
    other = home.replace("example/'", "example/x'").replace("'/'", "'/x'")
    elsewhere = read(f"<title>{window}</title>", f"{other}<p>Words.</p>")
    assert elsewhere.site is not None
    assert elsewhere.site.name is None


_LONG = "Oil falls again after a long winter"
_OF_THE_PAPER = "https://www.hullpaper.example/en/oil"


@pytest.mark.parametrize(
    "window",
    [
        f"{_LONG} - Hull Paper",
        f"Hull Paper - {_LONG}",
        f"Hull Paper: {_LONG}",
        f"{_LONG}: Hull Paper",
        f"{_LONG} (Hull Paper)",
        f"{_LONG} @ Hull Paper",
        f"Hull Paper | World | {_LONG}",
        f"Hull Paper » World » {_LONG}",
        f"{_LONG} | World | Hull Paper",
        f"{_LONG} - Hull Paper - Latest news",
    ],
)
@pytest.mark.parametrize(
    ("head", "body"),
    [
        (meta(og_site_name="Hull Paper"), ""),
        ("", '<a href="/"><img alt="Hull Paper"></a>'),
        ("", '<a href="/en/" aria-label="Hull Paper Home"><svg></svg></a>'),
        ("", '<div id="logo"><img alt="Hull Paper"></div>'),
        ("", ""),  # The host alone.
    ],
)
def test_the_name_of_the_site_is_no_part_of_the_title_of_a_page_without_a_heading(
    window: str, head: str, body: str
) -> None:
    assert read(f"<title>{window}</title>{head}", f"{body}<p>Words.</p>", _OF_THE_PAPER).title == _LONG


@pytest.mark.parametrize(
    ("window", "url"),
    [
        ("Berlin: Why the harbour was closed", "https://berlin.example/harbour"),
        ("Hull: Why the harbour was closed", "https://www.hullpaper.example/harbour"),
        ("Oil (and gas) falls again in Hull", "https://hull.example/oil"),
        ("Hull Paper: what next?", "https://www.hullpaper.example/next"),
    ],
)
def test_a_colon_or_brackets_alone_do_not_tell_the_name_of_the_site(window: str, url: str) -> None:
    assert read(f"<title>{window}</title>", "<p>Words.</p>", url).title == window


def test_a_logo_that_leads_elsewhere_does_not_name_the_site() -> None:
    logo = '<a class="logo" href="https://other.example/"><img class="logo" alt="Oil falls again"></a>'
    said = read("<title>Oil falls again - A Guide</title>", f"{logo}<p>Words.</p>", "https://news.example/oil")
    assert said.site is not None
    assert said.site.name is None


@pytest.mark.parametrize("window", ["Oil falls again @ Ann :: Paperland ::", "Paperland :: Oil falls again"])
def test_a_heading_that_is_the_logo_names_the_site(window: str) -> None:
    bar = '<header><h1 class="{}">Paperland</h1></header><h2>Oil falls again</h2><p>Words.</p>'
    said = meta(og_title=window)
    assert read(said, bar.format("bar__logo__title")).title == "Oil falls again"
    assert read(said, bar.format("bar__title")).title == "Paperland"


@pytest.mark.parametrize("level", ["h1", "h2"])
def test_a_heading_that_ends_with_a_colon_goes_on_in_the_other_titles(level: str) -> None:
    shown = f"<{level}>Open harbours:</{level}><h3>A better way to trade</h3><p>Words.</p>"
    assert read(meta(og_title="Open harbours: A better way to trade"), shown).title == (
        "Open harbours: A better way to trade"
    )
    assert read("<title>Words of the day: Open harbours</title>", shown).title == "Open harbours:"


@pytest.mark.parametrize(
    "title", ["駅の店　住民と再生", "Faut-il\u00a0croire\u00a0: la rumeur", "A bridge in\u00a0Stone"]
)
def test_spaces_that_are_no_white_space_in_html_are_kept(title: str) -> None:
    headline = title.replace("\u00a0", "&nbsp;")
    assert read(f"<title>{headline} | The Paper</title>", f"<h1>\n {headline}\t</h1><p>Words.</p>").title == title
    assert read(meta(og_title=headline, og_site_name="The Paper"), "<p>Words.</p>").title == title


def test_a_heading_that_the_windows_title_has_in_brackets_names_the_site() -> None:
    said = read("<title>rivers:weir [River Wiki]</title>", "<h1>River Wiki</h1><h1>Mending a weir</h1><p>Words.</p>")

    assert said.title == "Mending a weir"


@pytest.mark.parametrize(
    ("heading", "title"),
    [
        ("<span>Rivers</span> <span>Eels come back at last</span>", "Eels come back at last"),
        ("<small>Rivers</small>Eels come back at last", "Eels come back at last"),
        # No other title says the last part alone, or it is only a word.
        ("<span>Eels come back</span> <span>and nobody knows why</span>", "Eels come back and nobody knows why"),
        ("<span>Eels come</span> <span>back</span>", "Eels come back"),
    ],
)
def test_a_line_over_the_title_in_its_heading_is_told_by_a_title_without_it(heading: str, title: str) -> None:
    head = '<title>Rivers: Eels come back at last</title><meta property="og:title" content="Eels come back at last">'

    assert read(head, f"<h1>{heading}</h1><p>They swam up the river.</p>").title == title
