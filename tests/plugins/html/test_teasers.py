"""Boxes behind a text that lead to other articles of the site, where no name says so; and lists that a text is."""

import pytest

import articlekit
from plugins.html.shells import page
from plugins.html.test_no_text import TEXT, WHOLE

URL = "https://gazette.example/2025/the-river"
OTHERS = (
    (
        "Three houses are empty now",
        "Nobody will move into them again before the dam is built, and that may take years.",
    ),
    ("The school opens its doors", "It has cost nine million, and was finished two years later than it was planned."),
    ("Who pays for the road?", "A commission looks for an answer that everybody else has given up to find."),
)
NEAR = "https://gazette.example/2025/{}"


def boxes(box: str, address: str = NEAR) -> str:
    """Give a box for each of the others."""
    return "".join(
        box.format(address=address.format(n), title=title, said=said) for n, (title, said) in enumerate(OTHERS)
    )


def read(body: str) -> str:
    return articlekit.parse(page("utility", body), format="html", url=URL).text


HEADED = "<article><img src='/1.jpg'><h3><a href='{address}'>{title}</a></h3><p>{said} {said}</p></article>"
LONG = "<li><a href='{address}'>{title}</a><p>{said} {said} {said} {said}</p></li>"
ITEM = "<li><a href='{address}'><div>{title}</div></a><div>{said}</div></li>"


@pytest.mark.parametrize(
    "behind",
    [
        f"<h2>More of this</h2><div>{boxes(HEADED)}</div>",
        f"<h2>More of this</h2><div>{boxes(HEADED, '/2025/{}')}</div>",
        f"<section><div>More of this</div><ul>{boxes(ITEM)}</ul></section>",
        f"<aside class='most-read'><h3>What others read</h3><ol>{boxes(LONG)}</ol></aside>",
    ],
    ids=["headings", "relative", "items", "long ones that a name tells"],
)
def test_they_are_no_text(behind: str) -> None:
    more = WHOLE.upper().replace("P>", "p>")

    assert read(f"<div>{WHOLE}{more}{behind}</div>") == "\n\n".join((*TEXT, *(said.upper() for said in TEXT)))


@pytest.mark.parametrize(
    "body",
    [
        f"<div>{WHOLE}<div>{boxes(HEADED, 'https://books.example/{}')}</div></div>",
        f"<div><p>{TEXT[0]}</p><p>{TEXT[1]}</p><div>{boxes(HEADED)}</div></div>",
        f"<div><p>{TEXT[0]}</p><p>{TEXT[1]}</p><div>{boxes(HEADED)}</div>{WHOLE}</div>",
    ],
    ids=["other sites", "most of the text", "before text"],
)
def test_what_looks_like_them_is_text(body: str) -> None:
    text = read(body)

    assert all(said in text for _, said in OTHERS)
