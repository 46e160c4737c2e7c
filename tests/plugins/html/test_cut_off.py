"""A page that was cut off says so, and whether its article was; what has merely lost an end hides no text."""

import pytest

import articlekit
from articlekit.markup import parse_html
from articlekit_html.cut_off import last_words

PARAGRAPHS = [
    f"<p>On day {number} the council met to hear what the engineers had found under the old bridge by the mill.</p>\n"
    for number in range(10)
]
HEAD = "<html><head><title>The bridge</title></head><body><article><h1>The bridge</h1><div>"
FOOT = "</div></article><footer><p>© 2024 The Gazette</p><ul><li><a href='/imprint'>Imprint</a></li></ul></footer>"
PAGE = f"{HEAD}{''.join(PARAGRAPHS)}{FOOT}</body></html>"
TEXT = articlekit.parse(PAGE, format="html").text


def codes(page: str) -> list[str]:
    """Read a page and give the codes of what is said of it."""
    return [note.code for note in articlekit.parse(page, format="html").diagnostics]


@pytest.mark.parametrize("kept", ["<p>On day 9 the council", "old bridge by the mill.</", "old bridge by the mill.</p"])
def test_a_page_that_ends_in_its_article(kept: str) -> None:
    end = PAGE.rindex(kept) + len(kept)
    assert codes(PAGE[:end]) == ["html.truncated", "body.truncated"]
    with pytest.raises(articlekit.StrictError):
        articlekit.parse(PAGE[:end], format="html", strict=True)


@pytest.mark.parametrize("kept", ["Imp", "<ul><li><a hre", "</p><ul>", "The Gaz", "<footer>", "<foot", "</article"])
def test_a_page_that_ends_behind_its_article(kept: str) -> None:
    cut = PAGE[: PAGE.rindex(kept) + len(kept)]
    assert articlekit.parse(cut, format="html").text == TEXT
    assert codes(cut) == ["html.truncated"]


@pytest.mark.parametrize("kept", ["<p>The har", "<p>The <em>harb", "<p>The <a href='/h'>harb", "<p>The harbour <"])
def test_a_page_of_nothing_but_paragraphs(kept: str) -> None:
    assert codes(f"<html><body><h1>The bridge</h1>{''.join(PARAGRAPHS)}{kept}") == ["html.truncated", "body.truncated"]


def test_a_page_that_ends_before_its_body() -> None:
    assert "html.truncated" in codes("<html><head><title>The bridge</title></head>")


@pytest.mark.parametrize(
    "sound",
    [
        PAGE,
        # HTML lets these end tags be left out.
        PAGE.replace("</body></html>", "").replace("</p>", "").replace("</li>", ""),
        PAGE + "<!-- Cached page: 5 < 7 -->",
        "".join(PARAGRAPHS) + "<p>That is less than all: 5 < 7",
        "<html><body><h1>The bridge</h1>" + "".join(PARAGRAPHS).replace("</p>", "") + "<p>That is all",
        # So ends a comment, too.
        PAGE.replace("<footer>", "<footer><!-- <p>Closed.</p> --!>"),
    ],
)
def test_a_page_that_was_not_cut_off(sound: str) -> None:
    assert codes(sound) == []


@pytest.mark.parametrize("place", [0, 5])
@pytest.mark.parametrize(
    "opening",
    [
        *(
            "<!-- an advertisement ",
            "<script src='/ads.js'>",
            "<script>\nvar a = '<b>';\n",
            "<script>",
            "<style>p { color: red }\n",
        ),
        *("<iframe src='https://film.example/1'>", "<title>The bridge", "<textarea>", "<noembed>", "<noscript>"),
        *("<template>", "<object>", "<video src='/film.mp4'>", "<audio>", "<canvas>"),
        *(
            "<select>",
            "<select><option>1855",
            "<select><option>1855</option>",
            "<option>",
            "<datalist>",
            "<math><mi>x</mi>",
        ),
        *("<svg><path d='M0'/>", "<svg viewBox='0 0 1 1'><title>A bridge</title>"),
    ],
)
def test_what_has_lost_its_end_hides_no_text(opening: str, place: int) -> None:
    content = "".join([*PARAGRAPHS[:place], opening, *PARAGRAPHS[place:]])
    article = articlekit.parse(f"{HEAD}{content}{FOOT}</body></html>", format="html")
    assert [line for line in TEXT.split("\n\n") if line not in article.text] == []
    assert [note.code for note in article.diagnostics] == ["html.malformed"]


@pytest.mark.parametrize("place", [0, 5])
@pytest.mark.parametrize(
    ("opening", "later"),
    [
        ("<iframe src='https://film.example/1'>", "<iframe></iframe>"),
        ("<script src='/ads.js'>", "<script>var a;</script>"),
        ("<style>p { color: red }\n", "<style>b { color: red }</style>"),
        ("<title>The bridge", "<svg><title>Search</title></svg>"),
        ("<TEXTAREA>", "<textarea></textarea>"),
        ("<noembed>", "<noembed>Closed.</noembed>"),
    ],
)
def test_what_has_lost_its_end_does_not_reach_to_that_of_the_next(opening: str, later: str, place: int) -> None:
    content = "".join([*PARAGRAPHS[:place], opening, *PARAGRAPHS[place:7], later, *PARAGRAPHS[7:]])
    article = articlekit.parse(f"{HEAD}{content}{FOOT}</body></html>".replace("\n", "\r\n"), format="html")
    assert [line for line in TEXT.split("\n\n") if line not in article.text] == []
    assert [note.code for note in article.diagnostics] == ["html.malformed"]


@pytest.mark.parametrize(
    "sound",
    [
        "<iframe><p>This browser shows no frames.</p></iframe><iframe></iframe>",
        "<script>\nvar a = `\n<p>One</p>\n<script>`;</script>",
        "<svg><foreignObject><p>One</p></foreignObject></svg>",
        "<math><mtext><p>x</p></mtext></math>",
        "<select><option>One<option>Two</select>",
    ],
)
def test_what_has_its_end_keeps_what_it_holds(sound: str) -> None:
    assert codes(PAGE.replace("<footer>", f"<footer>{sound}")) == []


@pytest.mark.parametrize("place", [0, 5])
@pytest.mark.parametrize(
    "opening",
    [
        "<!-- an advertisement\n",
        "<!-- an advertisement -- >",
        "<!-- an advertisement —>",
        '<div class="advertisement>Buy a bridge.</div>',
        '<p>See <a href="/mill>the mill</a>.</p>',
    ],
)
@pytest.mark.parametrize("later", ['<!-- end --><p class="last">Done.</p>', '<!-- a --><!-- b --><img src="/i.png">'])
def test_a_comment_or_value_without_end_does_not_reach_to_that_of_another(opening: str, later: str, place: int) -> None:
    content = "".join([*PARAGRAPHS[:place], opening, *PARAGRAPHS[place:8], later, *PARAGRAPHS[8:]])
    article = articlekit.parse(f"{HEAD}{content}{FOOT}</body></html>", format="html")
    assert [line for line in TEXT.split("\n\n") if line not in article.text] == []
    assert [note.code for note in article.diagnostics] == ["html.malformed"]


def test_a_value_without_end_in_the_last_tag_that_has_any_hides_no_text() -> None:
    article = articlekit.parse(PAGE.replace("<h1>", '<h1 class="bridge>'), format="html")
    assert article.text == TEXT
    assert [note.code for note in article.diagnostics] == ["html.malformed"]


@pytest.mark.parametrize(
    "sound",
    [
        # What was taken out of a page with the comments in it.
        f"<!-- <div>{''.join(PARAGRAPHS[:3])}<!-- end --> ",
        "<!-- Start --><p>One</p><!-- End -->",
        f'<!--[if IE 9]><p class="old>{PARAGRAPHS[0]}<p class="b">Two</p><![endif]-->',
        f"<script>/* <!-- note {''.join(PARAGRAPHS[:3])} <!-- */ var a = '<b title=\"c>' + '<p class=\"d\">';</script>",
        "<p title='5\" wide'>One</p><p title='6\" wide'>Two</p>",
        '<p title="a &lt; b > c">One</p><p class="b">Two</p>',
    ],
)
def test_comments_and_values_that_have_their_end_stay(sound: str) -> None:
    page = PAGE.replace("<footer>", f"<footer>{sound}")
    assert articlekit.parse(page, format="html").text == TEXT
    assert codes(page) == []


@pytest.mark.parametrize("opening", ["<script>var a = '<p>", "<!-- <p>", "<style>p::before { content: '<p>"])
def test_where_the_page_ends_in_it_nothing_is_hidden(opening: str) -> None:
    cut = f"{HEAD}{''.join(PARAGRAPHS)}{opening}Not an article"
    article = articlekit.parse(cut, format="html")
    assert article.text == TEXT
    assert "html.truncated" in [note.code for note in article.diagnostics]


@pytest.mark.parametrize("other", [PAGE, f"<!DOCTYPE html>{PAGE}", PAGE.upper()])
def test_pages_one_behind_the_other_are_said_to_be_read_as_one(other: str) -> None:
    assert codes(PAGE + other) == ["html.several-pages"]


@pytest.mark.parametrize(
    "sound",
    [
        "<script>frame.write('</body></html>'); other.write('<html>')</script>",
        "<!-- </html> --><!-- <html> -->",
        "<html><body><p>A letter that was pasted.</p></body></html>" * 2,
    ],
)
def test_a_page_in_a_page_is_no_other_page(sound: str) -> None:
    assert codes(PAGE.replace("<footer>", f"<footer>{sound}")) == []


def test_a_page_that_articlekit_wrote_and_has_lost_the_end_of_its_header_keeps_its_text() -> None:
    page = articlekit.write(articlekit.parse(PAGE), "html").replace("</header>", "</headerM")

    # The broken end takes the tag of the first paragraph with it.
    assert TEXT.partition("\n\n")[2] in articlekit.parse(page).text


@pytest.mark.parametrize("behind", [articlekit.write(articlekit.parse(PAGE), "html"), f"<p>{'Of the mill. ' * 30}</p>"])
def test_what_stands_behind_a_page_that_articlekit_wrote_is_not_passed_over(behind: str) -> None:
    page = articlekit.write(articlekit.parse(PAGE), "html")

    article = articlekit.parse(page + behind.replace("council", "guild"))

    assert TEXT in article.text
    assert "guild" in article.text or "Of the mill." in article.text


def test_the_last_words_are_the_last_that_readers_see() -> None:
    page = (
        "<p>The river came up <b>in the night</b></p><noscript><img src='/1.gif'> Turn on scripts</noscript><style>p{}"
    )
    assert last_words(parse_html(page)) == "in the night"
