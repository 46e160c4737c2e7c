"""HTML that has lost tags, and what is made of it."""

import html

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articlekit.markup import read_blocks
from articlekit_wordpress.repair import mend_content

SOUND = {
    "paragraphs": '<p>One.</p>\n<p class="a">Two <em>words</em>.<br />\nThree.</p>\n',
    "one end tag too many": "<p>One.</p></p>\n<p>Two.</p>",
    "a script that writes tags": "<p>One.</p><script>document.write('<b>x<\\/b>')</script>",
    "a listing of HTML": "<pre>&lt;p&gt;One.&lt;/p&gt;</pre>",
    "images alone": '<img src="/a.jpg"><img src="/b.jpg">',
    "a word": "Hello",
    "nothing": "",
}


@pytest.mark.parametrize("content", SOUND.values(), ids=SOUND)
def test_sound_html_stays_as_it_is(content: str) -> None:
    assert mend_content(content) == (content, ())


LOST = [
    pytest.param(
        "\n\n\n\nOne.</p>\n\n\n\nTwo,<br>\nthree.</p>\n",
        "<p>One.</p>\n<p>Two,<br>\nthree.</p>\n",
        id="start tags of paragraphs",
    ),
    pytest.param(
        "Heading</h2>\nOne with a link</a> in it</strong>.</p>",
        "<h2>Heading</h2>\n<p>One with a link in it.</p>\n",
        id="inline end tags say nothing",
    ),
    pytest.param(
        "One</li>\nTwo</li>\n</ul>\nAfter.</p>", "<ul>\n<li>One</li>\n<li>Two</li>\n</ul>\n<p>After.</p>\n", id="a list"
    ),
    pytest.param("Said.</p>\n</blockquote>\n", "<blockquote><p>Said.</p></blockquote>\n", id="a quote"),
    pytest.param(
        "See this.</figcaption></figure>", "<figure><figcaption>See this.</figcaption></figure>\n", id="a caption"
    ),
    pytest.param("One</td>Two</td>\n</tr>", "<p>One</p>\n<p>Two</p>\n", id="cells"),
    pytest.param(
        "Said</blockquote>\n\nOne.\n\n\n\nTwo.</p>",
        "<blockquote><p>Said</p></blockquote>\n<p>One.</p>\n<p>Two.</p>\n",
        id="a quote without paragraphs",
    ),
    pytest.param("  a = 1\n  b = 2\n</pre>", "<pre>a = 1\n  b = 2</pre>\n", id="code"),
    pytest.param(
        "One.</p>\n.a{color:red}\n.b{top:0}</style>Two.</p>", "<p>One.</p>\n<p>Two.</p>\n", id="a style sheet"
    ),
    pytest.param("One.</p>\n(function(){var a = 1;})();</script>Two.</p>", "<p>One.</p>\n<p>Two.</p>\n", id="a script"),
    pytest.param(
        "In a box.\n</div>\nOne.</p>\n</section>", "<p>In a box.</p>\n<p>One.</p>\n", id="a text that no paragraph has"
    ),
    pytest.param(
        'One.</p>\nTwo.</p><p class="a">Three.</p>', '<p>One.</p>\n<p>Two.</p>\n<p class="a">Three.</p>', id="some"
    ),
    pytest.param("One.\n\n\n\nTwo &#8217;s.\n", "<p>One.</p>\n<p>Two &#8217;s.</p>\n", id="all tags"),
    pytest.param(
        "One.\n.a{color:red}.b{top:0}\nTwo.\n", "<p>One.</p>\n<p>Two.</p>\n", id="all tags, and a style sheet"
    ),
]


@pytest.mark.parametrize(("content", "mended"), LOST)
def test_lost_tags_are_found_again(content: str, mended: str) -> None:
    found, notes = mend_content(content)
    assert found == mended
    assert [note.code for note in notes] == ["html.tags-lost"]


def test_escaped_html_is_read() -> None:
    content = "<p>One &amp; two.</p>\n"
    found, notes = mend_content(html.escape(content))
    assert found == content
    assert [note.code for note in notes] == ["html.double-encoded"]


def test_escapes_that_nobody_read() -> None:
    assert mend_content('<p class=\\"a\\">One.<\\/p>\\n<p>Two.<\\/p>\\n')[0] == '<p class="a">One.</p>\n<p>Two.</p>\n'


paragraphs = st.lists(st.text("abc .,&;", min_size=1).filter(str.strip), min_size=1)


@given(paragraphs)
def test_every_paragraph_comes_back(texts: list[str]) -> None:
    content = "".join(f"<p>{html.escape(text)}</p>\n" for text in texts)
    stripped = content.replace("<p>", "\n\n")
    assert read_blocks(mend_content(stripped)[0]).blocks == read_blocks(content).blocks


@given(st.text(st.sampled_from("<>/ \npabdivlrst{}();.:=\\&")) | st.text())
def test_any_text(content: str) -> None:
    mended, notes = mend_content(content)
    assert notes or mended == content or "\\" in content
