"""A page with little or no text says why."""

import pytest

import articlekit

CONSENT = "We value your privacy. We and our partners store cookies on a device and process personal data. " * 4
LINKS = "".join(f"<li><h3><a href='/{i}'>A headline of story number {i} of today</a></h3></li>" for i in range(30))
PROSE = "<p>The water reached the first houses shortly after midnight, and by two it stood in every cellar.</p>" * 3
PAGES = {
    "html.scripts-only": "<html><head><script src=/app.js></script></head><body><div id=root></div></body></html>",
    "html.consent-wall": f"<html><body><div id=cookie-consent><p>{CONSENT}</p></div></body></html>",
    "html.error-page": "<html><head><title>404 Not Found</title></head><body><h1>404 Not Found</h1></body></html>",
    "html.list-page": f"<html><body><h1>Latest</h1><ul>{LINKS}</ul></body></html>",
    "html.paywall": (
        "<html><body><article><h1>A title</h1><p>It begins with a sentence that leaves all of it open, as they do, so "
        "that one would like to know how it goes on.</p><div class=paywall><p>Subscribe to read on.</p></div></article>"
        "</body></html>"
    ),
    "html.not-html": " \n ",
    "body.empty": "<html><body><div></div></body></html>",
    "body.short": "<html><body><p>Only this one sentence is in the page.</p></body></html>",
}


FILES = {
    "a PDF": b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj\n<< /Type /Catalog >>\nendobj\n",
    "a picture": b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x01\x00",
    "a text": b"Dear reader, this is a letter and no page. It is rather short, and holds no markup at all.",
}


@pytest.mark.parametrize("name", FILES)
def test_a_file_of_another_type_is_said_to_be_one(name: str) -> None:
    article = articlekit.parse(FILES[name], format="html")
    assert "html.not-html" in [note.code for note in article.diagnostics]


@pytest.mark.parametrize(
    ("behind", "codes"), [('"}]}', ["json.start-lost"]), ('", "pages": [{"n": 1}]}\n', ["json.start-lost"]), ("", [])]
)
def test_the_rest_of_json_that_holds_html_is_said_to_be_that(behind: str, codes: list[str]) -> None:
    article = articlekit.parse(f'tides", "html": "{PROSE * 2}{behind}')
    assert "The water reached the first houses" in article.text
    assert [note.code for note in article.diagnostics] == codes


def test_that_there_was_an_error_may_stand_in_the_title_alone() -> None:
    article = articlekit.parse("<title>502 Bad Gateway</title><body><p>Try again in a minute.</p></body>")
    assert [note.message for note in article.diagnostics] == ["the page says '502 Bad Gateway'"]


@pytest.mark.parametrize("code", PAGES)
def test_it_is_said(code: str) -> None:
    article = articlekit.parse(PAGES[code], format="html")
    assert code in [note.code for note in article.diagnostics]


@pytest.mark.parametrize(
    "frame",
    [
        "<header><div class='login'>Sign in</div></header>{}",
        "{}<ul>" + "<li>A line of the foot of the page</li>" * 20 + "</ul><div class='register'>Register here</div>",
        f"<div id='cookie-consent'><p>{CONSENT * 9}</p></div>{{}}",
    ],
)
def test_what_stands_on_every_page_is_no_reason(frame: str) -> None:
    page = f"<html><body>{frame.format(f'<article><h1>The river</h1>{PROSE * 3}</article>')}</body></html>"
    article = articlekit.parse(page, format="html")
    assert "midnight" in article.text
    assert article.diagnostics == ()


def test_what_asks_to_register_behind_the_text_is_told_by_its_longest_words() -> None:
    asked = "<div class='login-box'><p>×</p><p>Register to read on, it is free</p></div>"
    article = articlekit.parse(f"<html><body><article><h1>The river</h1>{PROSE}{asked}</article></body></html>")
    assert [(d.code, "it is free" in d.message) for d in article.diagnostics] == [("html.paywall", True)]
    assert "Register" not in article.text


def test_a_page_of_teasers_is_said_to_be_a_list() -> None:
    teaser = (
        "<article><h2><a href='/{0}'>Story number {0} of today</a></h2><p>The water of day {0} came up to the first "
    )
    teaser += "houses shortly after midnight, and by two it stood in every cellar of the lower town.</p></article>"
    page = "<html><body><h1>Latest</h1><main>{}</main></body></html>"
    listed = articlekit.parse(page.format("".join(map(teaser.format, range(8)))), format="html")
    assert "html.list-page" in [note.code for note in listed.diagnostics]
    story = f"<article><h2>The river came up</h2>{PROSE * 12}</article>"
    told = articlekit.parse(page.format(story + "".join(map(teaser.format, range(8)))), format="html")
    assert "html.list-page" not in [note.code for note in told.diagnostics]


@pytest.mark.parametrize(("day", "codes"), [("11 March 2019", ["html.several-articles"]), ("Along the river", [])])
def test_several_articles_in_one_page_are_named(day: str, codes: list[str]) -> None:
    texts = (
        "The water reached the first houses of the {} shortly after midnight, and by two it stood in every cellar.",
        "Nobody in the {} was hurt. The bridge, which is from 1740, held; the weir did not, and is to be built again.",
        "Engineers of the county will look at the dam of the {} on Monday, and the council meets on Thursday.",
        "What it will cost the {}, nobody can say so far. The last flood of that height was in the winter of 1961.",
        "The people of the {} have been given beds in the school, where they stay until their houses are dry.",
    )
    articles = (
        f"<div class='article enArticle'><span class=enHeadline>Flood in the {part}</span><div>{day}</div>"
        + "".join(f"<p>{text.format(part)}</p>" for text in texts)
        + "</div>"
        for part in ("lower town", "upper town")
    )
    article = articlekit.parse(f"<html><title>Exported</title><body>{''.join(articles)}</body></html>")
    assert [note.code for note in article.diagnostics] == codes


def test_a_caption_without_a_picture_is_no_text_and_is_named() -> None:
    caption = "<figure><img><figcaption>The mill at dawn</figcaption></figure>"
    article = articlekit.parse(f"<html><body><article>{PROSE}{caption}{PROSE}</article></body></html>")
    assert "dawn" not in article.text
    assert ["The mill at dawn" in note.message for note in article.diagnostics] == [True]
    assert [note.code for note in article.diagnostics] == ["html.captions-dropped"]


def test_dates_that_are_none_are_named() -> None:
    metas = "<meta property='article:published_time' content='2024-02-31T10:00:00Z'>"
    article = articlekit.parse(f"<html><head>{metas}</head><body><article>{PROSE}</article></body></html>")
    assert article.published is None
    assert [note.code for note in article.diagnostics] == ["date.invalid"]
