"""What holds of any page: its encoding and what stands around its article do not change what is read."""

from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st

import articlekit
from plugins.html.shells import page

# Letters of Windows-1252, ends of sentences that are none elsewhere, and what markup must escape.
_WORD = st.text("abcdefghijklmnopqrstuvwxyzäöüßéèçñåøŒ€", min_size=2, max_size=9)
_SENTENCE = st.lists(_WORD, min_size=8, max_size=20).map(lambda words: " ".join(words).capitalize() + ".")
_PARAGRAPHS = st.lists(st.lists(_SENTENCE, min_size=2, max_size=4).map(" ".join), min_size=3, max_size=6, unique=True)
_NOISE = (
    "<nav><ul><li><a href='/a'>Politics and more</a></li><li><a href='/b'>All of the sport</a></li></ul></nav>",
    "<aside class='sidebar'><h2>Most read</h2><ul><li><a href='/1'>A story that many have read</a></li></ul></aside>",
    "<div class='related-posts'><h3><a href='/2'>Something else that happened this week</a></h3></div>",
    "<div class='newsletter'><p>Get our stories every morning, free of charge.</p><form><input></form></div>",
    "<div class='comments'><p class='comment'>I have read it all and agree with none of it.</p></div>",
    "<footer><p>© 2025 The Daily Example. All rights reserved.</p></footer>",
    "<div class='share'><a href='#'>Facebook</a> <a href='#'>Mail</a></div>",
)
_some = settings(max_examples=40)


def body_of(paragraphs: list[str]) -> str:
    return "".join(f"<p>{text}</p>\n" for text in paragraphs)


@_some
@given(_PARAGRAPHS)
def test_the_same_page_in_any_encoding_is_the_same_article(paragraphs: list[str]) -> None:
    html = page("news", body_of(paragraphs))
    articles = [
        articlekit.parse(html.replace('charset="utf-8"', f'charset="{name}"').encode(name), format="html")
        for name in ("utf-8", "utf-16", "windows-1252")
    ]
    first, *others = (evolve(article, origin=None) for article in articles)
    assert first.text == "\n\n".join(paragraphs)
    assert others == [first, first]


@_some
@given(_PARAGRAPHS, st.lists(st.sampled_from(_NOISE), max_size=6), st.lists(st.sampled_from(_NOISE), max_size=6))
def test_more_around_it_does_not_change_the_text(paragraphs: list[str], before: list[str], behind: list[str]) -> None:
    html = page("news", body_of(paragraphs))
    wrapped = html.replace("<main>", "".join(before) + "<main>").replace("</main>", "</main>" + "".join(behind))
    assert articlekit.parse(wrapped, format="html").text == "\n\n".join(paragraphs)
