"""Tags that no relation declares: links that stand together in a box for tags."""

import pytest

from plugins.html.metadata.pages import meta, read

TEXT = "<h1>Eels come back</h1><p>They swam up the river in May, and nobody had seen them for years.</p>"


def links(*said: str) -> str:
    return "".join(f'<a href="{link.split()[0]}">{link.split()[1]}</a> ' for link in said)


EELS = links("/x/eels Eels", "/x/rivers Rivers")


@pytest.mark.parametrize(
    "box",
    [
        f"<div class='post-tags'>{EELS}</div>",
        f"<div class='article_topics'><h4>More about</h4><div>{EELS}</div></div>",
        "<ul class='keywords'><li><span><a href='/x'>Eels</a></span></li><li><a href='/y'>Rivers</a>,</li></ul>",
        "<div class='k'><a class='tag' href='/x'>Eels</a> <a class='tag' href='/y'>Rivers</a></div>",
        f"<p>Tags: {EELS}</p>",
        f"<p><b>Mots-clés :</b> {EELS}</p>",
        f"<div><h4>Ämnen</h4><ul>{EELS}</ul></div>",
        f"<div><span>キーワード：</span>{EELS}</div>",
        "<p>" + links("/tag/eels Eels", "/tag/rivers Rivers") + "</p>",
        "<p>" + links("https://news.example/themen/a Eels", "/schlagworte/b Rivers") + "</p>",
    ],
)
def test_a_box_is_named_labelled_or_leads_to_pages_of_tags(box: str) -> None:
    assert read(body=f"<main>{TEXT}{box}</main>").tags == ("Eels", "Rivers")


@pytest.mark.parametrize(
    "box",
    [
        f"<div class='share'>{EELS}</div>",
        f"<aside class='tags'>{EELS}</aside>",
        f"<div class='tag-cloud'>{EELS}</div>",
        f"<div class='tags'>{EELS * 25}</div>",
        f"<div class='post-12 tag-eels'>{EELS}</div>",
        f"<p>Read also: {EELS}</p>",
        f"<p>Filed under: {EELS}</p>",
        # A paragraph that says more than its links do; a label over the title; one link in a text.
        f"<p class='tags'>In the town one hears more about them than about anything else: {EELS}</p>",
        "<p class='topic'><a href='/x'>Rivers</a></p>",
        "<p><a href='/tag/rivers'>Rivers</a></p>",
    ],
)
def test_other_links_are_no_tags(box: str) -> None:
    assert read(body=f"<main>{TEXT}{box}</main>").tags == ()


def test_a_menu_over_the_title_holds_no_tags() -> None:
    menu = "<div>" + links("/topics/news News", "/topics/sport Sport") + "</div>"

    assert read(body=f"{menu}<main>{TEXT}<div class='tags'>{EELS}</div></main>").tags == ("Eels", "Rivers")


def test_words_for_search_engines_come_after_a_box_and_what_is_declared_before_it() -> None:
    body = f"{TEXT}<div class='tags'>{EELS}</div>"

    assert read('<meta name="keywords" content="news, fish, today">', body).tags == ("Eels", "Rivers")
    assert read(meta(article_tag="Fish"), body).tags == ("Fish",)
