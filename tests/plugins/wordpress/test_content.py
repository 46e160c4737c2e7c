"""Contents as WordPress, its page builders and plugins leave them, and what is read of them."""

import pytest

from articlekit.blocks import Embed, Figure, Heading, Image, Paragraph, Quote, text_of
from articlekit_wordpress.content import read_content


def codes(html: str) -> list[str]:
    return [note.code for note in read_content(html).diagnostics]


TEXTS = {
    "more marker": ('<p>One.<span id="more-12"></span></p>\n<p>Two.</p>', "One.\n\nTwo."),
    "more comment": ("<p>One.</p>\n<!--more-->\n<p>Two.</p>", "One.\n\nTwo."),
    "empty paragraphs": ("<p>One.</p>\n<p>&nbsp;</p>\n<p></p>\n<p>Two.</p>", "One.\n\nTwo."),
    "block comments": (
        '<!-- wp:paragraph {"align":"center"} -->\n<p>One.</p>\n<!-- /wp:paragraph -->\n\n<p>Two.</p>',
        "One.\n\nTwo.",
    ),
    "style and script": ("<style>.a{color:red}</style><p>One.</p><script>var a = 'Two';</script>", "One."),
    "typed": ("One,\nstill one.\n\nTwo.", "One,\nstill one.\n\nTwo."),
    "page builder": ("[vc_row][vc_column_text]One.[/vc_column_text][/vc_row]", "One."),
}


@pytest.mark.parametrize(("html", "text"), TEXTS.values(), ids=TEXTS)
def test_text(html: str, text: str) -> None:
    assert text_of(read_content(html, typed=True).blocks) == text


BOXES = {
    "Jetpack sharing": '<div class="sharedaddy sd-sharing-enabled"><h3>Share this:</h3><a href="?share=x">X</a></div>',
    "Jetpack related": '<div id="jp-relatedposts" class="jp-relatedposts"><h3><em>Related</em></h3></div>',
    "AddToAny": '<div class="addtoany_share_save_container addtoany_content"><a href="#">X</a></div>',
    "YARPP": '<div class="yarpp yarpp-related"><h3>Related posts:</h3><ol><li><a href="/a">Another</a></li></ol></div>',
    "Easy TOC": '<div id="ez-toc-container"><p class="ez-toc-title">Contents</p><ul><li><a href="#a">A</a></li>'
    '<li><a href="#b">B</a></li></ul></div>',
    "LuckyWP TOC": '<div class="lwptoc"><b>Contents</b><a href="#a">A</a><a href="#b">B</a></div>',
    "Rank Math TOC": '<div class="wp-block-rank-math-toc-block"><nav><a href="#a">A</a><a href="#b">B</a></nav></div>',
    "TOC+": '<div id="toc_container"><p class="toc_title">Contents</p><a href="#a">1 A</a><a href="#b">2 B</a></div>',
    "more link": '<p><a class="more-link" href="/post/#more-1">Continue reading <span>Post</span></a></p>',
    "reading time": '<span class="span-reading-time rt-reading-time">Reading Time: 3 minutes</span>',
    "list that the server fills": '<ul class="wp-block-latest-posts"><li><a href="/a/">A bell</a></li></ul>',
    "posts of Elementor": '<div class="elementor-widget elementor-widget-posts"><a href="/a/">A bell</a></div>',
    "card of Cocoon": '<a href="/a/" class="blogcard-wrap a-wrap"><div class="blogcard">'
    '<div class="blogcard-title">A bell</div><div class="blogcard-snippet">It rings.</div></div></a>',
    "card of SWELL": '<div class="p-blogCard -internal"><a class="p-blogCard__title" href="/a/">A bell</a></div>',
    "core buttons": '<div class="wp-block-buttons"><div class="wp-block-button"><a href="/b/">Book</a></div></div>',
    "button of Divi": '<div class="et_pb_button_module_wrapper"><a class="et_pb_button" href="/b/">Book</a></div>',
    "offer of a shop": '<div class="aawp-product"><a href="https://s.example/">Boots</a> 129.00</div>',
    "author": '<div class="saboxplugin-wrap"><p><a href="/author/jo/">Jo</a> has written a lot.</p></div>',
    "sign-up": '<div class="newsletter-box"><h3>My letter</h3><label>Mail: <input type="email"></label></div>',
    "breadcrumbs": '<nav class="rank-math-breadcrumb"><p><span class="last">Home</span></p></nav>',
    "views": '<div class="post-views content-post">Post Views: 12</div>',
    "reactions": '<div class="twp-reactions"><a href="#"><img src="happy.svg"> Happy 0 %</a></div>',
    "form": '<form action="/"><label>Your name</label><input name="n"><input type="submit"></form>',
}
PROSE = "<p>What the author wrote, at some length, so that it is more than any box beside it holds: words, words.</p>"


@pytest.mark.parametrize("box", BOXES.values(), ids=BOXES)
def test_boxes_are_left_out(box: str) -> None:
    reading = read_content(box + PROSE)

    assert [type(block) for block in reading.blocks] == [Paragraph]
    assert [note.code for note in reading.diagnostics] == ["body.boilerplate-dropped"]


NO_BOXES = {
    "a class that only contains the name": '<div class="instock"><a href="#a">A</a><a href="#b">B</a></div>',
    "a heading that a table of contents points at": '<h2 id="toc-h2-1">Share of related posts</h2>',
    "a box that is named like one and is text": '<div class="toc">No links here, but what was written.</div>',
    "all there is": '<div class="related-posts"><p>All that was <a href="/a">written</a>.</p></div>',
    "a form around everything": f'<form>{PROSE}{PROSE.replace("</p>", PROSE[3:])}<input name="n"></form>',
    "nothing but buttons": '<div class="wp-block-buttons"><div class="wp-block-button"><a>Book a room</a></div>'
    '<div class="wp-block-button"><a>See the prices</a></div></div>',
    "a sign-up without a field": f'<div class="newsletter">Our letter of May.</div>{PROSE}',
    "an interview with an author": f'<div class="wp-block-group author-talk"><p>Why did you write it?</p></div>{PROSE}',
    "a form that only answers": "<form><p>Thank you. We have sent you a mail.</p></form>",
}


@pytest.mark.parametrize("html", NO_BOXES.values(), ids=NO_BOXES)
def test_text_is_no_box(html: str) -> None:
    reading = read_content(html)

    assert reading.blocks
    assert not reading.diagnostics


def test_captions_of_both_editors() -> None:
    block = '<figure class="wp-block-image"><img src="a.jpg"/><figcaption>Said</figcaption></figure>'
    classic = '<div class="wp-caption alignright"><img src="a.jpg"/><p class="wp-caption-text">Said</p></div>'
    shortcode = '<p>[caption width="300"]<img src="a.jpg"/> Said[/caption]</p>'

    for html in (block, classic, shortcode):
        assert read_content(html).blocks == (Image(url="a.jpg", caption="Said"),)


def test_an_address_that_could_not_be_embedded_is_an_embed() -> None:
    html = '<figure class="wp-block-embed"><div class="wp-block-embed__wrapper">\nhttps://v.example/1\n</div></figure>'

    assert read_content(html).blocks == (Embed(url="https://v.example/1"),)


POST = (
    '<blockquote class="twitter-tweet"><p>The kettle is on.</p>'
    '&mdash; Ann (@ann) <a href="https://x.example/1">4 May</a></blockquote>'
)
OF_A_SITE = (
    '<blockquote class="wp-embedded-content"><a href="https://a.example/road/">The long road</a></blockquote>\n'
    '<iframe class="wp-embedded-content" src="https://a.example/road/embed/"></iframe>'
)


def test_a_post_of_another_site_is_an_embed_and_no_text() -> None:
    said = "The kettle is on.— Ann (@ann) 4 May"

    assert read_content(POST).blocks == (Embed(url="https://x.example/1", title=said),)
    assert read_content(OF_A_SITE).blocks == (Embed(url="https://a.example/road/embed/"),)


def test_a_pullquote_is_one() -> None:
    html = '<figure class="wp-block-pullquote"><blockquote><p>Said</p></blockquote></figure>'

    assert read_content(html).blocks == (Quote(body=(Paragraph(text="Said"),), pull=True),)


def test_blocks_that_the_server_would_fill_are_named() -> None:
    html = '<!-- wp:latest-posts {"postsToShow":3} /--><!-- wp:separator /--><p>One.</p><!-- wp:block {"ref":4} /-->'
    (note,) = read_content(html).diagnostics

    assert note.code == "wordpress.dynamic-blocks"
    assert "latest-posts, block" in note.message


def test_relative_addresses_are_the_post_s() -> None:
    (image,) = read_content('<p><img src="/a.jpg"></p>', url="https://b.example/post/").blocks

    assert image == Image(url="https://b.example/a.jpg")


def test_blocks_of_all_kinds() -> None:
    html = "<h2>Head</h2><p>One.</p><figure><ul><li>a</li></ul><figcaption>Said</figcaption></figure>"

    assert [type(block) for block in read_content(html).blocks] == [Heading, Paragraph, Figure]


def test_nothing_is_noted_where_nothing_was_done() -> None:
    assert codes("<p>One [sic].</p><p>Two.</p>") == []


def test_what_was_typed_between_paragraphs_that_were_typed_has_paragraphs_too() -> None:
    typed = "One.\n\nTwo.\n<p>Three.</p>\nFour.\n\nFive."
    assert [text_of((block,)) for block in read_content(typed, typed=True).blocks] == [
        "One.",
        "Two.",
        "Three.",
        "Four.",
        "Five.",
    ]


@pytest.mark.parametrize(
    "html", ["<p>One.</p><p>Two<str", "<p>One.</p><!-- wp:par", "One.\n\nTwo <str", "One.\n\n<p>Two<str"]
)
def test_a_content_that_ends_inside_a_tag_is_said(html: str) -> None:
    assert "body.truncated" in [note.code for note in read_content(html, typed=True).diagnostics]
