"""What an author says aside: at an edge of the text, beside a picture, one aside behind another."""

import pytest

from plugins.html.test_belongings import TEXT, read

NOTE = "The bridge was closed once before, in 1981. It took two winters to mend it."
ASIDE = f"<aside><p>{NOTE}</p></aside>"
FACTS = "<aside><h3>The bridge</h3><p>Built: 1740</p></aside>"
PICTURE = "<figure><img src='/a.jpg'><figcaption>A dock</figcaption></figure>"
MORE = TEXT.upper().replace("P>", "p>")


@pytest.mark.parametrize(
    "body",
    [
        f"{TEXT}{ASIDE}",
        f"{ASIDE}{TEXT}",
        f"{TEXT}{PICTURE}{ASIDE}{PICTURE}{MORE}",
        f"{TEXT}{ASIDE}{FACTS}{MORE}",
    ],
    ids=["at the end", "at the beginning", "between pictures", "before another"],
)
def test_an_aside_is_of_the_text(body: str) -> None:
    text = read(f"<div class='entry-content'>{body}</div>").text
    assert NOTE in text
    assert ("Built: 1740" in text) is (FACTS in body)


@pytest.mark.parametrize(
    "body",
    [
        f"{TEXT}<aside><p>{NOTE} <a href='/more'>More of this</a></p></aside>",
        f"{TEXT}{FACTS}",
    ],
    ids=["with a link", "without a sentence"],
)
def test_what_is_said_at_an_edge_is_none_of_the_text(body: str) -> None:
    text = read(f"<div class='entry-content'>{body}</div>").text
    assert NOTE not in text
    assert "Built: 1740" not in text
