import pytest

from articlekit_wordpress.autop import add_paragraphs

TYPED = {
    "paragraphs": ("One.\n\nTwo.", "<p>One.</p><p>Two.</p>"),
    "breaks": ("One,\nstill one.\n\nTwo.", "<p>One,<br />\nstill one.</p><p>Two.</p>"),
    "Windows line ends": ("One.\r\n\r\nTwo.", "<p>One.</p><p>Two.</p>"),
    "a break that is there": ("One,<br />\nstill one.\n\nTwo.", "<p>One,<br />\nstill one.</p><p>Two.</p>"),
    "a letter that is two in lower case": (
        "İİİİ\n\n<!-- wp:x -->One.\n\nTwo.",
        "<p>İİİİ</p><!-- wp:x --><p>One.</p><p>Two.</p>",
    ),
    "script in capitals": ("İ\n\nb<SCRIPT>\n\n</Script>c", "<p>İ</p><p>b</p><SCRIPT>\n\n</Script><p>c</p>"),
    "what is no script": ("a\n\n<ſcript>b\n\nc", "<p>a</p><p><ſcript>b</p><p>c</p>"),
    "a heading between": ("One.\n\n<h2>Head</h2>\nTwo.\n\nThree.", "<p>One.</p><h2>Head</h2><p>Two.</p><p>Three.</p>"),
    "inside a quotation": ("<blockquote>One.\n\nTwo.</blockquote>", "<blockquote><p>One.</p><p>Two.</p></blockquote>"),
    "a tag over lines": ("One <a\nhref='x'>two</a>\n\nThree.", "<p>One <a\nhref='x'>two</a></p><p>Three.</p>"),
    "preformatted": ("One.\n\nTwo.<pre>a\n\nb</pre>", "<p>One.</p><p>Two.</p><pre>a\n\nb</pre>"),
    "an end inside a tag": ("One.\n\nTwo <str", "<p>One.</p><p>Two</p><str"),
    "a heart at the end": ("One.\n\nTwo <3", "<p>One.</p><p>Two <3</p>"),
    "a list beside": ("One.\n\nTwo.\n<ul>\n<li>a</li>\n</ul>", "<p>One.</p><p>Two.</p><ul>\n<li>a</li>\n</ul>"),
}

HTML = {
    "paragraphs": "<p>One.</p>\n\n\n<p>Two.</p>",
    "boxes": "<div>Text\nof</div>\n\n<div>a page</div>",
    "preformatted": "<pre>a\n\nb</pre>",
    "blocks": "<!-- wp:heading -->\n<h2>One</h2>\n<!-- /wp:heading -->\n\n<!-- wp:separator /-->\n",
    "one line": "One.",
    "items": "<ul>\n<li>a\n\nb</li>\n</ul>",
}


@pytest.mark.parametrize(("typed", "html"), TYPED.values(), ids=TYPED)
def test_typed_text_gets_paragraphs(typed: str, html: str) -> None:
    assert add_paragraphs(typed) == html


@pytest.mark.parametrize("html", HTML.values(), ids=HTML)
def test_html_stays_as_it_is(html: str) -> None:
    assert add_paragraphs(html) == html
