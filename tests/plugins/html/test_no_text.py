"""What looks like text and is none: what stands on a page a second time, data of programs, notices, who wrote it."""

import json

import pytest

import articlekit
from plugins.html.shells import page

TEXT = (
    "The water reached the first houses shortly after midnight, and by two it stood in every cellar of the lower town.",
    "“We had ten minutes,” said Ada Brook, who keeps the mill. “Ten minutes to bring up what can be carried.”",
    "Nobody was hurt. The bridge, which is from 1740, held; the weir above it did not, and will not be built again.",
    "Engineers of the county will look at the dam on Monday, and the council meets on Thursday to hear what it costs.",
    "Until then nobody is to drive over the bridge, and the school on the other bank stays closed for the whole week.",
    "It is the third flood in ten years, and the second for which no warning was given to those who live by the river.",
)
WHOLE = "".join(f"<p>{said}</p>" for said in TEXT)


def read(body: str) -> str:
    return articlekit.parse(page("news", body), format="html").text


@pytest.mark.parametrize(
    "body",
    [
        f"<div class='wide'>{WHOLE}</div><div class='small'>{WHOLE}</div>",
        f"<div class='wide'>{WHOLE}</div><div class='small'><div><h2>{TEXT[0]}</h2>{WHOLE}</div></div>",
        f"<div class='wide'>{WHOLE}</div><div class='x1'>{WHOLE}</div><div class='x2'>{WHOLE}</div>",
    ],
    ids=["twice", "deeper", "three times"],
)
def test_what_is_laid_out_again_is_read_once(body: str) -> None:
    assert read(body) == "\n\n".join(TEXT)


LONG = "".join(f"<p>{said} {n}. {said}</p>" for n, said in enumerate(TEXT))


@pytest.mark.parametrize(
    ("body", "said"),
    [
        (
            f"<div class='a'>{LONG}</div><div class='b'>{LONG}<p>The end is told only here, in the whole.</p></div>",
            1,
        ),
        (f"<div class='a'><p>Run three miles.</p>{LONG}</div><div class='b'><p>Swim one mile.</p>{LONG}</div>", 2),
    ],
    ids=["a preview", "parts that share most of their text"],
)
def test_of_what_is_said_again_no_word_is_lost(body: str, said: int) -> None:
    text = read(f"{WHOLE.upper()}{body}{WHOLE.upper()}")

    assert all(line in text for line in ("The end is told only here", "Run three", "Swim one") if line in body)
    assert text.count(f"{TEXT[3]} 3.") == said


def test_the_explanation_says_so() -> None:
    body = f"<div class='wide'>{WHOLE}</div><div class='small'>{WHOLE}</div>"
    dropped = articlekit.explain(page("news", body), format="html").dropped

    assert [line.text[:9] for line in dropped if "second time" in line.rule] == [said[:9] for said in TEXT]


CODE = "".join(
    f"<pre>call number {n} of the pump(at='weir', by={n}, until='morning')  # {'-' * 60}</pre>" for n in range(9)
)
ITEMS = "".join(f"<li>Item {n}: a pump, a hose and a lamp</li>" for n in range(20))


@pytest.mark.parametrize(
    "again",
    [f"<blockquote><p>{TEXT[0]} {TEXT[1]}</p></blockquote>", f"<div>{CODE}</div>", f"<ul>{ITEMS}</ul>"],
    ids=["a paragraph that is quoted", "code", "items of a list"],
)
def test_what_is_said_again_for_a_reason_is_kept(again: str) -> None:
    first = again.replace("blockquote", "div")
    article = articlekit.parse(page("news", f"{first}{WHOLE}<div class='part'>{again}</div>{WHOLE.upper()}"))
    said = again.split(">")[2].partition("<")[0]

    assert article.text.count(said.replace("&#x27;", "'")) == 2


DATA = json.dumps(
    {"layout": {"columns": 2}, "button": "Buy now, and pay when the water has gone", "rows": list(range(90))}
)


@pytest.mark.parametrize(
    ("block", "is_read"),
    [
        (f"<div><span hidden>{DATA}</span></div>", False),
        (f"<p>{DATA}</p>", False),
        (f"<pre>{DATA}</pre>", True),
        (f"<p>{DATA[:-1]} and so on: that is no JSON.</p>", True),
        ('<p><code>{"button": "Buy now"}</code></p>', True),
        (f"<pre hidden># The flood\n\n{TEXT[0]} It rained.</pre>", False),
        (f"<pre># The flood\n\n{TEXT[0]} It rained.</pre>", True),
    ],
    ids=["hidden JSON", "JSON", "JSON as code", "text like JSON", "a short answer", "hidden code", "code"],
)
def test_what_a_program_keeps_in_a_page_is_no_text(block: str, is_read: bool) -> None:
    text = read(f"{WHOLE}{block}{WHOLE.upper()}")

    assert ("Buy now" in text or "It rained" in text) is is_read
    assert TEXT[-1].upper() in text


@pytest.mark.parametrize(
    ("line", "is_read"),
    [
        ('[contact-form-7 id="12" title="Write to us"]', False),
        ("[video-player id=”hra2” name=”The weir”]", False),
        ('[It is the mayor who said "no" to that, not the council.]', True),
        ("[The photograph shows the weir in 1740, or so they say.]", True),
    ],
)
def test_a_shortcode_that_no_plugin_has_replaced_is_no_text(line: str, is_read: bool) -> None:
    assert (line in read(f"{WHOLE}<p>{line}</p>{WHOLE.upper()}")) is is_read


@pytest.mark.parametrize(
    ("line", "is_read"),
    [
        ("© 2024 The Gazette. All rights reserved.", False),
        ("Copyright © Gazette / Ada Brook", False),
        ("© is the sign that stands before a year.", True),
        ("The sign © was first used in 1908, and not everybody was glad of it.", True),
        (f"© was first a sign for works in print. {TEXT[0]} {TEXT[1]} {TEXT[2]}", True),
    ],
)
def test_a_copyright_notice_is_no_text(line: str, is_read: bool) -> None:
    assert (line in read(f"{WHOLE}<p>{line}</p>{WHOLE.upper()}")) is is_read


@pytest.mark.parametrize(
    ("line", "is_read"),
    [("<a href='#t'>To the top</a> © 2024 The Gazette.", False), ("The <a href='/s'>sign</a> © is of 1908.", True)],
)
def test_a_copyright_notice_behind_a_link_is_no_text(line: str, is_read: bool) -> None:
    assert ("©" in read(f"{WHOLE}<p>{line}</p>{WHOLE.upper()}")) is is_read


AUTHOR = '<meta name="author" content="Ada Brook">'


@pytest.mark.parametrize(
    ("last", "is_read"),
    [
        ("<p>Ada Brook</p>", False),
        ("<p>Ada Brook is a reporter of The Gazette. She has written about the river for twenty years.</p>", False),
        ("<h3>About the author</h3><p>Ada Brook writes about the river. Her last book is on its mills.</p>", False),
        ("<p>Ada Brook: And what will you do when it comes again, as it did in 1981 and will do?</p>", True),
        ("<p>Ada Brook – And what will you do when it comes again, as it did once and will do?</p>", True),
        ("<p>Ada Brooks, who leads the county, will look at the dam, as she did in the last flood.</p>", True),
        ("<p>Bill Marsh is a keeper of the mill, and has seen the river rise for twenty years and more.</p>", True),
    ],
    ids=["name", "who it is", "with a heading", "a question", "behind a dash", "a longer name", "another"],
)
def test_who_the_author_is_is_no_text(last: str, is_read: bool) -> None:
    article = articlekit.parse(page("news", f"{WHOLE}{last}").replace("<head>", f"<head>{AUTHOR}", 1), format="html")

    assert [author.name for author in article.authors] == ["Ada Brook"]
    assert article.text.endswith(TEXT[-1]) is not is_read


def test_who_the_author_is_may_be_what_the_text_is_about() -> None:
    first = f"<p>Ada Brook is the keeper of the mill that stands by the weir, as her mother was. {TEXT[0]}</p>"
    body = page("news", f"{first}{WHOLE}").replace("<head>", f"<head>{AUTHOR}", 1)

    assert "Ada Brook is the keeper" in articlekit.parse(body, format="html").text


def test_what_a_house_does_that_wrote_it_is_text() -> None:
    author = '{"@type": "NewsArticle", "author": {"@type": "Organization", "name": "The Mill Trust"}}'
    last = "The Mill Trust will look after the weir, as it has done for a hundred years."
    head = f'<head><script type="application/ld+json">{author}</script>'
    article = articlekit.parse(page("tables", f"{WHOLE}<p>{last}</p>").replace("<head>", head, 1), format="html")

    assert [author.name for author in article.authors] == ["The Mill Trust"]
    assert article.text.endswith(last)


@pytest.mark.parametrize("name", ["disclaimer", "c-article-disclaimer", "DisclaimerLong", "text disclaimers"])
def test_what_a_site_disclaims_is_no_text(name: str) -> None:
    said = "Nothing on these pages is advice. What is said of floods was right on the day on which it was written down."

    assert read(f"{WHOLE}<div class='{name}'><p>{said}</p><p>{said.upper()}</p></div>") == "\n\n".join(TEXT)
