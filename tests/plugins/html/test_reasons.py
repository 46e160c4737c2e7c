"""What stands in the place of an article, or behind its beginning, is told from what only looks like that."""

import json

import pytest

import articlekit

TITLE = "The weir is to be built again"
FIRST = "The weir of the lower town, which broke in the flood of March, is to be built again where it stood."
SECOND = (
    "It will take two summers. Until then the mill has no water, and the ducks have moved to the pond of the school."
)
STUB = f"<p>{FIRST}</p><p>{SECOND}</p>"
LONG = STUB + "".join(f"<p>On day {n} the council spoke of it once more. {SECOND} {FIRST}</p>" for n in range(4))
ARTICLE = f"<main><article><h1>{TITLE}</h1><div class=x1>{{}}</div>{{}}</article></main>"
CLOSED = '<script type="application/ld+json">{"@type": "NewsArticle", "isAccessibleForFree": "False"}</script>'
DATED = '<meta property="article:published_time" content="2026-03-04T10:00:00Z">'
OFFER = "<div class=x2><h3>{}</h3><p>{} <a href='{}'>{}</a></p></div>"
SIGN_IN = OFFER.format("Go on with us", "One of our readers already?", "/login?to=weir", "Sign in")
TO_COMMENTS = SIGN_IN.replace("x2", "comments-box")
REGISTERED = OFFER.format("Write to us", "What do you think?", "/letters", "Letters")
ELSEWHERE = SIGN_IN.replace("/login", "https://friends.example/login")
BUY = "<div class=x2><a href='/subscribe'>See what it costs</a></div>"
WORDS = "Your browser asks for more than we can give it. " * 4


def codes_of(page: str) -> list[str]:
    """Read a page; give what is said of it."""
    article = articlekit.parse(f"<html>{page}</html>", format="html", url="https://paper.example/news/weir")
    return [note.code for note in article.diagnostics]


@pytest.mark.parametrize(
    ("head", "text", "behind", "codes"),
    [
        pytest.param("", STUB, SIGN_IN, ["html.paywall"], id="a way in for those who have paid"),
        pytest.param("", STUB, TO_COMMENTS, ["body.short"], id="a way in to comments"),
        pytest.param("", STUB, REGISTERED, ["body.short"], id="another link"),
        pytest.param("", STUB, ELSEWHERE, ["body.short"], id="a way in to another site"),
        pytest.param("", LONG, BUY, [], id="an offer behind a text that is free"),
        pytest.param(CLOSED, LONG, BUY, ["html.paywall"], id="an offer behind a text that is not"),
        pytest.param(CLOSED, STUB, "", ["html.paywall"], id="not free, and little of it"),
        pytest.param(CLOSED, LONG, "", [], id="not free, and all there"),
    ],
)
def test_a_beginning_is_told_from_a_text(head: str, text: str, behind: str, codes: list[str]) -> None:
    assert codes_of(f"<head>{head}</head><body>{ARTICLE.format(text, behind)}</body>") == codes


@pytest.mark.parametrize(
    ("page", "codes"),
    [
        ("<body class='blog error404'><h1>Nothing here</h1><p>Look for it in another place.</p>", ["html.error-page"]),
        ("<body><h1>Sivua ei ole (404)</h1><p>Katso muualta.</p>", ["html.error-page"]),
        ("<title>Błąd 410</title><body><p>Tego artykułu już nie ma.</p>", ["html.error-page"]),
        ("<body><h1>No entry</h1><p>You may not see this. #18.9d4e1402.1700000000.2b1c3d4e</p>", ["html.error-page"]),
        ("<body><h1>No entry</h1><p>You may not see this. Ray: <code>8a1b2c3d4e5f6071</code></p>", ["html.error-page"]),
        ("<title>Error 404 Day is in April</title><body><p>It is kept in many towns.</p>", ["body.short"]),
        ("<title>500 people at the weir</title><body><p>They ate 40 cakes.</p>", ["body.short"]),
        ("<title>Road 401 is closed again</title><body><p>It is the third time.</p>", ["body.short"]),
        (f"<head>{DATED}<title>Road 401</title></head><body><p>It is closed for a third time.</p>", ["body.short"]),
    ],
)
def test_errors_are_told_by_names_and_numbers_and_not_by_any_number(page: str, codes: list[str]) -> None:
    assert codes_of(page)[:1] == codes


@pytest.mark.parametrize(
    ("page", "codes"),
    [
        (f"<body><div id=px-captcha></div><p>{WORDS}</p>", ["html.robot-check"]),
        ("<body><p>One moment</p><script src=/geo/captcha/c.js></script>", ["html.robot-check"]),
        ("<body><script>var src = '/cdn/challenge-platform/x'</script>", ["html.robot-check"]),
        (f"<body><p>{WORDS}</p><form><input name=captcha-letters></form>", ["html.robot-check"]),
        (f"<body><p>{WORDS}</p><form class=g-captcha><input name=name></form>", ["body.short"]),
        (f"<body><p>{WORDS * 2}</p><script src=/captcha/api.js></script>", []),
        (f"<head>{DATED}</head><body><p>{WORDS}</p><div class=captcha></div>", ["body.short"]),
    ],
)
def test_a_check_for_robots_is_no_page_with_a_form_and_none_with_a_day(page: str, codes: list[str]) -> None:
    assert codes_of(page)[:1] == codes


def test_a_notice_on_cookies_is_told_by_where_its_answer_is_sent() -> None:
    form = "<form method=post action='https://{}.paper.example/save'><button>Yes</button><button>No</button></form>"
    page = f"<body><div><h1>Before you go on</h1><p>{FIRST}</p><p>{SECOND}</p>{form}</div>"
    assert codes_of(page.format("consent")) == ["html.consent-wall"]
    assert codes_of(page.format("letters")) == ["body.short"]


@pytest.mark.parametrize(
    ("page", "codes"),
    [
        ("<head><meta http-equiv=refresh content='0; url=/news/dam'></head><body>Go to <a href=/a>/a</a>", "elsewhere"),
        ("<frameset cols='20%,80%'><frame src=menu.html><frame src=main.html></frameset>", "elsewhere"),
        (f"<head><meta http-equiv=refresh content='300; url=/news/weir'></head><body><p>{FIRST}</p>", "short"),
        (f"<head><meta http-equiv=refresh content=60></head><body><p>{FIRST}</p>", "short"),
    ],
)
def test_a_page_that_leads_on_names_where_to(page: str, codes: str) -> None:
    assert f"body.{codes}" in codes_of(page)


def test_where_a_program_says_that_it_is_loading_no_text_is_guessed() -> None:
    page = "<body><app-root><div><span></span> Loading…</div></app-root>{}"
    assert codes_of(page.format("<script src=/main.js></script>")) == ["html.scripts-only", "body.empty"]
    assert codes_of(page.format("<script type=application/ld+json>{}</script>")) == ["html.body-guessed"]


@pytest.mark.parametrize(
    ("head", "address", "codes"),
    [
        ("", "/news/{}", ["html.list-page"]),
        ("", "https://other{}.example/", []),
        (DATED, "/news/{}", []),
    ],
)
def test_boxes_whose_headings_lead_to_other_pages_of_the_site_are_a_list(
    head: str, address: str, codes: list[str]
) -> None:
    results = "".join(
        f"<li><h3><a href='{address.format(n)}'>Weir number {n}</a></h3><div>… weir {n}: {FIRST} …</div></li>"
        for n in range(8)
    )
    assert codes_of(f"<head>{head}</head><body><main><h1>Weirs</h1><ol>{results}</ol></main>") == codes


def test_letters_that_say_as_much_as_words_are_counted_as_such() -> None:
    text = "下町の堰は三月の洪水で壊れたが、同じ場所に造り直されることになった。工事には二つの夏がかかる見込みだ。"
    page = "<body><article><h1>堰の再建</h1><p>{}</p><p>水車小屋には水が来ない。鴨は学校の池に移った。{}</p></article>"
    assert codes_of(page.format(text, "町の人々はパンを隣の村から買っている。粉屋は冬まで休むという。")) == []
    assert codes_of(page.format("下町の堰が壊れた。", "")) == ["body.short"]


def test_lines_that_are_links_over_what_they_lead_to_are_a_list_too() -> None:
    entries = "".join(
        f"<li><a href='/news/{n}'>The long story of weir {n}</a><p>Of {n}: {FIRST}</p></li>" for n in range(8)
    )
    assert codes_of(f"<body><main><h1>Weirs</h1><ul>{entries}</ul></main>") == ["html.list-page"]
    assert codes_of(f"<head>{DATED}</head><body><main><h1>Weirs</h1><ul>{entries}</ul></main>") == []


@pytest.mark.parametrize("file", [bytes(range(256)) * 8, b"PK\x03\x04" + b"\x00\x01<a \x02\xff" * 99])
def test_a_file_that_is_no_text_is_said_to_be_of_another_type(file: bytes) -> None:
    article = articlekit.parse(file, format="html")
    assert "html.not-html" in [note.code for note in article.diagnostics]


def test_data_that_a_script_parses_from_a_string_is_read() -> None:
    texts = (FIRST, SECOND, "The council has put it off twice.")
    state = {"article": {"title": TITLE, "parts": [{"kind": "text", "text": text} for text in texts]}}
    script = f"<script>window.__STATE__ = JSON.parse({json.dumps(json.dumps(state))})</script>"
    article = articlekit.parse(f"<title>{TITLE}</title><body><div id=app></div>{script}", format="html")
    assert article.text == "\n\n".join(texts)
    assert [note.code for note in article.diagnostics] == ["html.body-from-scripts"]


def test_text_in_lines_beside_the_title_is_read_from_data() -> None:
    texts = (FIRST, SECOND, "Salt & bread are dearer by a third.")
    state = json.dumps({"story": {"headline": TITLE, "body": "\n\n".join(texts), "id": 7}})
    page = f"<title>{TITLE}</title><body><div id=app></div><script>window.STATE = {state};</script>"
    assert articlekit.parse(page, format="html").text == "\n\n".join(texts)


def test_microdata_say_too_that_an_article_is_not_free() -> None:
    closed = '<meta itemprop="isAccessibleForFree" content="False">'
    page = f"<body>{ARTICLE.format(LONG, BUY)}</body>".replace("<h1>", f"{closed}<h1>")
    article = articlekit.parse(page, format="html")
    assert article.extra["isAccessibleForFree"] is False
    assert [note.code for note in article.diagnostics] == ["html.paywall"]
