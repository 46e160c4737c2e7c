import pytest

from articlekit_wordpress.excerpts import read_summary

BODY = "It’s late in May, and the river is high. " * 20


def start(size: int) -> str:
    return BODY[:size]


AUTOMATIC = {
    "WordPress's own": "<p>It&#8217;s late in May, and the river is high. It&#8217;s late [&hellip;]</p>\n",
    "dots in brackets": "<p>It&#8217;s late in May, and the [...]</p>\n",
    "cut from what is no part of the body": "<p>Contents 1 May 2 River It&#8217;s late in May [&hellip;]</p>\n",
    "a theme's dots": "<p>It&#8217;s late in May, and the river&hellip;</p>\n",
    "a theme's link": '<p>It&#8217;s late in May &hellip; <a href="/p" class="more-link">Continue reading</a></p>\n',
    "a link in a paragraph": '<p>It&#8217;s late in May</p>\n<p class="link-more"><a href="/p">Read on</a></p>\n',
    "nothing of a theme": "<p>It&#8217;s late in May, and the river is high.</p>\n",
    "never typed": {"raw": "", "rendered": "<p>Anything at all.</p>\n", "protected": False},
}

BY_HAND = {
    "other words": ("<p>High water: what a town in May <em>knows</em>.</p>\n", "High water: what a town in May knows."),
    "that trail off": ("<p>High water&hellip;</p>\n", "High water…"),
    "with a theme's link": ('<p>High water. <a class="more-link" href="/p">Continue</a></p>', "High water."),
    "typed": ({"raw": "It’s late in May", "rendered": "<p>It’s late in May</p>\n"}, "It’s late in May"),
}


@pytest.mark.parametrize("excerpt", AUTOMATIC.values(), ids=AUTOMATIC)
def test_cut_from_the_body(excerpt: object) -> None:
    said = excerpt if isinstance(excerpt, dict) else {"rendered": excerpt, "protected": False}

    assert read_summary(said, start) == (None, True)


@pytest.mark.parametrize(("excerpt", "summary"), BY_HAND.values(), ids=BY_HAND)
def test_written_by_hand(excerpt: object, summary: str) -> None:
    said = excerpt if isinstance(excerpt, dict) else {"rendered": excerpt, "protected": False}

    assert read_summary(said, start) == (summary, False)


@pytest.mark.parametrize(
    "nothing", [None, "", {"rendered": "", "protected": False}, {"rendered": "<p>No.</p>", "protected": True}, 7]
)
def test_none(nothing: object) -> None:
    assert read_summary(nothing, start) == (None, False)


def test_without_a_body_fifty_five_words_are_wordpress_s() -> None:
    def nothing(size: int) -> str:
        return ""

    assert read_summary("<p>" + "word " * 55 + "</p>", nothing) == (None, True)
    assert read_summary("<p>" + "word " * 20 + "</p>", nothing)[1] is False
