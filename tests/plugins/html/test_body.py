"""The body of a page: all of it, and nothing of what stands around it."""

import pytest

import articlekit
from articlekit.blocks import Code, DefinitionList, Embed, Figure, Heading, Image, List, Paragraph, Quote, Rule, Table
from articlekit.markup import parse_html
from articlekit_html.body.first_rules.prose import STRONG
from articlekit_html.body.first_rules.view import View
from articlekit_html.body.lines import settle
from articlekit_html.body.outline.hints import Hint, hints_of
from articlekit_html.body.outline.walk import outline_of
from plugins.html.shells import SHELLS, page

PARAGRAPHS = (
    "The water reached the first houses shortly after midnight, and by two it stood in every cellar of the lower town.",
    "“We had ten minutes,” said Ada Brook, who keeps the mill. “Ten minutes to bring up what can be carried.”",
    "Nobody was hurt. The bridge, which is from 1740, held; the weir above it did not, and will not be built again.",
    "Engineers of the county will look at the dam on Monday, and the council meets on Thursday to hear what it costs.",
)
PLAIN = "".join(f"<p>{text}</p>\n" for text in PARAGRAPHS)


@pytest.mark.parametrize("shell", SHELLS)
def test_a_plain_article_is_read_whole_and_nothing_else(shell: str) -> None:
    assert articlekit.parse(page(shell, PLAIN)).text == "\n\n".join(PARAGRAPHS)


@pytest.mark.parametrize("shell", ["news", "utility", "builder"])
def test_subheadings_stay_and_the_title_does_not(shell: str) -> None:
    body = f"<p>{PARAGRAPHS[0]}</p><h2>Ten minutes</h2><p>{PARAGRAPHS[1]}</p><p>{PARAGRAPHS[2]}</p>"
    article = articlekit.parse(page(shell, body))
    assert [b.text for b in article.body if isinstance(b, Heading)] == ["Ten minutes"]
    assert "The river came up" not in article.text


STANDFIRST = "A town is under water and nobody knows why the weir, which was new, did not hold the night through."


def test_what_is_shown_as_metadata_is_not_the_text_too() -> None:
    shown = f"<p class='standfirst'>{STANDFIRST}</p><p class='byline'>By Ada Brook</p><p>4 May 2024, 10:00 CEST</p>"
    article = articlekit.parse(page("utility", shown + PLAIN))
    assert (article.subtitle, [author.name for author in article.authors]) == (STANDFIRST, ["Ada Brook"])
    assert article.published is not None
    assert article.text == "\n\n".join(PARAGRAPHS)


def test_a_first_paragraph_of_another_look_is_of_the_text() -> None:
    article = articlekit.parse(page("utility", f"<p class='lead'>{STANDFIRST}</p>{PLAIN}"))
    assert article.subtitle is None
    assert article.text == "\n\n".join((STANDFIRST, *PARAGRAPHS))


def test_a_standfirst_is_told_by_what_the_page_says_of_itself() -> None:
    """No name tells it, and it stands where metadata are not looked for: behind a picture and what is shown with it."""
    head = f"<html><head><title>The river came up</title><meta name='description' content='{STANDFIRST[:80]}…'></head>"
    shown = "".join(f"<div class='k{n}'><a href='/{n}'>Section {n}</a></div>" for n in range(4))
    lead = f"<div class='q1'><div class='teaser'><em>Lower town.</em> {STANDFIRST}</div></div>"
    text = "".join(f"<p>{number}. {each}</p>" for number in range(3) for each in PARAGRAPHS)
    html = f"{head}<body><h1>The river came up</h1>{shown}{lead}<article>{text}</article>"
    article = articlekit.parse(html)
    assert article.subtitle == f"Lower town. {STANDFIRST}"
    assert STANDFIRST not in article.text
    told = articlekit.explain(html, format="html").candidates
    assert [(c.value, c.path) for c in told if c.field == "subtitle"] == [(article.subtitle, "div.teaser")]


def test_a_standfirst_with_nothing_under_it_is_the_text() -> None:
    article = articlekit.parse(page("utility", f"<p class='standfirst'>{STANDFIRST}</p><p>Watch it here.</p>"))
    assert article.subtitle is None
    assert STANDFIRST in article.text


def test_a_lead_in_the_header_of_a_long_article_is_not_lost() -> None:
    """The text alone holds nearly all of the page's paragraphs, and the lead is not among them."""
    text = [f"{number}. {each}" for number in range(5) for each in PARAGRAPHS]
    header = f"<header><h1>The river came up</h1><div><p>{STANDFIRST} {STANDFIRST}</p></div></header>"
    body = "".join(f"<p>{each}</p>" for each in text)
    article = articlekit.parse(f"<nav>Home</nav><article>{header}<div class='x8'>{body}</div></article>")
    assert article.text == "\n\n".join((f"{STANDFIRST} {STANDFIRST}", *text))


def test_a_first_part_of_a_long_article_is_not_lost_far_from_the_rest() -> None:
    first = "".join(f"<p>{text} {text.upper()}</p>" for text in PARAGRAPHS)
    picks = "".join(f"<li><a href='/p{n}'>Pump {n}</a></li>" for n in range(12))
    rest = "".join(f"<p>{n}. {text} It has been a long night.</p>" for n in range(20) for text in PARAGRAPHS)
    parts = ("<h1>Pumps</h1>", f"<div class='a7'>{first}</div>", f"<ul>{picks}</ul>", f"<div><div>{rest}</div></div>")
    for order, is_kept in (((0, 1, 2, 3), True), ((1, 0, 2, 3), False)):
        body = "".join(parts[n] for n in order)
        view = View(outline_of(parse_html(f"<body><div>{body}</div></body>"), whole=True))
        odds = [-9.0 if len(text) < 20 else 0.5 if text in first else 4.0 for text in view.page.texts]
        kept = settle(view, odds).kept

        assert any(view.page.texts[line] in first for line in kept) is is_kept


def test_what_is_declared_as_the_body_is_the_container() -> None:
    first = f"<div class='a'><p>{PARAGRAPHS[0]}</p></div>"
    rest = "".join(f"<p>{n}. {text} It has been a long night.</p>" for n in range(9) for text in PARAGRAPHS)
    page = (
        f"<div><h1>Pumps</h1><div itemprop='articleBody'>{first}<ul><li>a</ul><div class='b'>{rest}</div></div></div>"
    )
    view = View(outline_of(parse_html(f"<body>{page}</body>"), whole=True))
    choice = settle(view, [0.05 if text in first else 4.0 for text in view.page.texts])

    assert view.page.elements[choice.container].get("itemprop") == "articleBody"
    assert PARAGRAPHS[0] in [view.page.texts[line] for line in choice.kept]


def test_headings_are_the_text_where_there_is_nothing_else() -> None:
    body = "<h2>Children of the lower town paint the water</h2><h4>Bring what you have painted to the mill.</h4>"
    article = articlekit.parse(page("news", f"<blockquote>{body}</blockquote>"))
    assert [[inner.text for inner in b.body] for b in article.body if isinstance(b, Quote)] == [
        ["Children of the lower town paint the water", "Bring what you have painted to the mill."]
    ]
    assert "html.body-guessed" not in [d.code for d in article.diagnostics]


def test_a_text_that_was_guessed_is_not_said_to_be_empty() -> None:
    article = articlekit.parse("<html><body><div>abc</div><div>def</div></body></html>")
    assert article.text == "abc\n\ndef"
    assert [note.code for note in article.diagnostics] == ["html.body-guessed"]


@pytest.mark.parametrize("names", ["has-sidebar", "content with-right-rail", "no-comments", "without_ads"])
def test_a_name_for_what_stands_beside_an_element_says_nothing_against_it(names: str) -> None:
    assert hints_of("div", names, None, None) & STRONG == 0
    assert hints_of("div", "sidebar no-print", None, None) & STRONG > 0


def test_an_article_without_paragraphs_before_comments_that_have_them() -> None:
    readers = "".join(f"<p>I have read this, and I say {text}</p>" for text in PARAGRAPHS * 2)
    story = f"<div><h1>The river</h1><div>{'<br><br>'.join(PARAGRAPHS * 2)}</div></div>"
    article = articlekit.parse(f"<html><body>{story}<div class='comments'>{readers}</div></body></html>")
    assert article.text == "\n\n".join(PARAGRAPHS * 2)


def test_a_link_that_nobody_closed_makes_no_links_of_what_follows() -> None:
    items = "".join(f"<li>The {n}th arch is of the old bridge</li>" for n in (2, 3, 4))
    body = f"<a href='/x'>A mill{PLAIN}<h2>What is left of it</h2><ul>{items}</ul>{PLAIN}"
    article = articlekit.parse(page("news", body))
    assert "What is left of it" in article.text
    assert "The 3th arch is of the old bridge" in article.text


def test_a_short_report_is_not_filled_up_with_what_stands_around_it() -> None:
    article = articlekit.parse(page("news", "<p>The bridge is closed until spring.</p><p>Buses go another way.</p>"))
    assert article.text == "The bridge is closed until spring.\n\nBuses go another way."


def test_lines_parted_by_breaks_alone() -> None:
    article = articlekit.parse(page("tables", "<br><br>".join(PARAGRAPHS)))
    assert article.text == "\n\n".join(PARAGRAPHS)


@pytest.mark.parametrize("tag", ["template", "noscript"])
def test_what_nobody_closed_and_nobody_sees(tag: str) -> None:
    text = "".join(f"<p>{number}. {each}</p>" for number in range(3) for each in PARAGRAPHS)
    for before in ("", "<p>It rained.</p>"):
        article = articlekit.parse(f"<body><h1>The river came up</h1><div>{before}<{tag}>{text}", format="html")
        assert all(each in article.text for each in PARAGRAPHS)


@pytest.mark.parametrize("tag", ["noscript", "object", "template"])
def test_the_text_of_what_nobody_sees_keeps_its_markup(tag: str) -> None:
    text = "".join(f"<p>{number}. {each}</p>" for number in range(3) for each in PARAGRAPHS)
    article = articlekit.parse(f"<body><div>The Gazette</div><{tag}>{text}<h2>Ten minutes</h2>{PLAIN}</{tag}></body>")
    assert [b.text for b in article.body if isinstance(b, Heading)] == ["Ten minutes"]
    assert article.diagnostics == ()


def test_text_that_its_markup_takes_for_the_source_of_a_quotation() -> None:
    article = articlekit.parse(page("utility", f"<blockquote><footer>{PLAIN}</footer></blockquote>"))
    assert article.text == "\n\n".join(PARAGRAPHS)
    assert "html.malformed" in [d.code for d in article.diagnostics]


def test_characters_that_xml_cannot_hold_in_a_caption_beside_a_credit() -> None:
    shown = "<figure><img src='/mill.jpg'><p class='caption'>At \x04 dawn</p><p class='credit'>Ada Brook</p></figure>"
    article = articlekit.parse(page("utility", f"<p>{PARAGRAPHS[0]}</p>{shown}{PLAIN}"))
    assert [(b.caption, b.credit) for b in article.body if isinstance(b, Image)] == [("At \ufffd dawn", "Ada Brook")]


def test_unclosed_elements() -> None:
    body = "<p>" + "<p>".join(PARAGRAPHS)
    assert articlekit.parse(page("news", body)).text == "\n\n".join(PARAGRAPHS)


def test_captions_are_their_pictures_own() -> None:
    caption = "<div class='wp-caption'><img src='/mill.jpg' alt='A mill'>"
    caption += "<p class='wp-caption-text'>The mill at dawn.</p></div>"
    article = articlekit.parse(page("news", f"<p>{PARAGRAPHS[0]}</p>{caption}{PLAIN}"), url="https://example.org/a")
    assert Image(url="https://example.org/mill.jpg", alt="A mill", caption="The mill at dawn.") in article.body
    assert "dawn" not in article.text


def test_text_beside_a_picture_is_no_caption() -> None:
    rows = "".join(
        f"<div class='row'><div><img src='/{place}.jpg' alt=''></div><div><p>{text}</p></div></div>"
        for place, text in enumerate(PARAGRAPHS)
    )
    article = articlekit.parse(page("news", rows), url="https://example.org/a")
    assert article.text == "\n\n".join(PARAGRAPHS)
    assert len([b for b in article.body if isinstance(b, Image)]) == len(PARAGRAPHS)


@pytest.mark.parametrize(
    "block",
    [
        "<div class='wp-block-media-text'><figure><img src='/a.jpg'></figure><div class='x'>{}</div></div>",
        "<div class='post-body'><img src='/a.jpg'>{}</div>",
        "<div class='block-balloon'><div><img src='/me.png'><span>Ada</span></div><div>{}</div></div>",
    ],
)
def test_a_short_text_beside_a_picture_is_text_by_the_name_of_the_block(block: str) -> None:
    text = f"<p>{PARAGRAPHS[0]}</p>"
    article = articlekit.parse(
        f"<body><h1>The river</h1><p>{PARAGRAPHS[1]}</p>{block.format(text)}</body>", format="html"
    )
    assert PARAGRAPHS[0] in article.text


def test_a_caption_around_a_figure_is_its_picture_s() -> None:
    unit = "<div class='x1'>The mill at dawn<br><figure><img src='/mill.jpg' alt=''></figure></div>"
    article = articlekit.parse(page("news", f"<p>{PARAGRAPHS[0]}</p>{unit}{PLAIN}"), url="https://example.org/a")
    assert [b.caption for b in article.body if isinstance(b, Image)] == ["The mill at dawn"]
    assert "dawn" not in article.text


def test_caption_and_credit_of_a_picture_without_an_address() -> None:
    credit = "<span class='credit'>Ada Brook</span>"
    picture = f"<figure><img alt=''><figcaption>The mill at dawn. {credit}</figcaption></figure>"
    article = articlekit.parse(page("news", f"<p>{PARAGRAPHS[0]}</p>{picture}{PLAIN}"))
    assert article.text == "\n\n".join((PARAGRAPHS[0], *PARAGRAPHS))
    assert "html.captions-dropped" in [d.code for d in article.diagnostics]


def test_a_picture_that_a_script_loads_later() -> None:
    picture = (
        "<figure><img src='data:image/gif;base64,R0=' data-src='/late.jpg'><figcaption>Late.</figcaption></figure>"
    )
    article = articlekit.parse(page("news", f"<p>{PARAGRAPHS[0]}</p>{picture}{PLAIN}"), url="https://example.org/a")
    assert Image(url="https://example.org/late.jpg", caption="Late.") in article.body


def test_an_embedded_post_is_no_text() -> None:
    post = (
        "<blockquote class='twitter-tweet'><p>Water everywhere</p>&mdash; Ada (@ada)"
        "<a href='https://twitter.com/ada/status/1'>May 1</a></blockquote>\x14 And then"
    )
    article = articlekit.parse(page("news", f"<p>{PARAGRAPHS[0]}</p>{post}{PLAIN}"))
    assert [b.url for b in article.body if isinstance(b, Embed)] == ["https://twitter.com/ada/status/1"]
    assert "Water everywhere" not in article.text


def test_a_figure_with_the_name_of_a_network_shows_a_post_from_there() -> None:
    post = (
        "<figure class='wp-block-embed is-provider-twitter wp-block-embed-twitter'><blockquote class='twitter-tweet'>"
        "<p>Water everywhere</p>&mdash; Ada (@ada) <a href='https://twitter.com/ada/status/1'>May 1</a>"
        "</blockquote></figure>"
    )
    article = articlekit.parse(page("news", f"<p>{PARAGRAPHS[0]}</p>{post}{PLAIN}"))
    assert [b.url for b in article.body if isinstance(b, Embed)] == ["https://twitter.com/ada/status/1"]
    assert "Water everywhere" not in article.text


def test_what_is_called_an_embedded_post_and_holds_the_article_is_the_article() -> None:
    article = articlekit.parse(page("news", f"<div class='instagram-media'>{PLAIN}</div>"))
    assert article.text == "\n\n".join(PARAGRAPHS)


def test_what_nobody_closed_takes_no_paragraph_with_it() -> None:
    article = articlekit.parse(f"<body>x&lt;/i&gt;<tt>n<tt>n <span>1</span> <span>2<tt>x{PLAIN}</body>", format="html")
    assert article.text.endswith("\n\n".join(PARAGRAPHS))


@pytest.mark.parametrize(
    "figure",
    [
        "<figure><div><img src='/a.jpg'></figure>",
        "<figure><img src='/a.jpg'><figcaption><div>The weir</figcaption></figure>",
        "<figure><div><figure><div><img src='/a.jpg'></figure></figure>",
    ],
    ids=["figure", "caption", "a figure in a figure"],
)
def test_a_figure_that_nobody_closed_takes_no_paragraph_with_it(figure: str) -> None:
    text = PLAIN.replace("</p>", " It has been a long night in the lower town, and it is not over yet.</p>") * 3
    article = articlekit.parse(page("news", f"{PLAIN}{figure}{text}"))
    said = [block.text for block in article.body if isinstance(block, Paragraph)]

    assert said[:4] == list(PARAGRAPHS)
    assert [line for line in said if "over yet" in line] == [line[3:-4] for line in text.splitlines()]


def test_advertisements_between_paragraphs() -> None:
    label = "<div class='x1'>Advertisement</div>"
    article = articlekit.parse(page("news", label.join(f"<p>{text}</p>" for text in PARAGRAPHS)))
    assert article.text == "\n\n".join(PARAGRAPHS)


@pytest.mark.parametrize(
    ("label", "behind", "is_read"),
    [
        ("What to bring:", "<p>{}</p>", True),
        ("What to bring", "<ul><li>{}</li><li>Boots, a rope, and a lamp that may get wet.</li></ul>", True),
        ("What to bring", "<p>{}</p>", False),
        ("It rained, and it rained.", "<p>{}</p>", True),
    ],
)
def test_a_label_of_the_author_s_is_read_each_time(label: str, behind: str, is_read: bool) -> None:
    part = f"<p>{label}</p>{behind}"
    article = articlekit.parse(page("news", "".join(part.format(text) for text in PARAGRAPHS)))

    assert article.text.count(label) == (len(PARAGRAPHS) if is_read else 0)


@pytest.mark.parametrize("name", ["x__sign-in-group", "signIn", "login-box", "newsletterbox"])
def test_names_of_what_asks_readers_to_sign_in_or_up(name: str) -> None:
    assert hints_of("div", name, None, None) & Hint.SIGN_UP


def test_names_of_offers_of_shops_and_of_minutes() -> None:
    assert hints_of("div", "aawp-product aawp-product--horizontal", None, None) & Hint.ADVERTISEMENT
    assert not hints_of("td", "aawp-tb-product-1", None, None) & Hint.ADVERTISEMENT
    assert hints_of("div", "yyi-rinker-contents", None, None) & Hint.ADVERTISEMENT
    assert hints_of("div", "twp-read-time", None, None) & Hint.META


@pytest.mark.parametrize("name", ["article-type-commentary", "discussion", "how-to-reply"])
def test_names_of_articles_and_of_their_sections_do_not_speak_of_comments(name: str) -> None:
    assert not hints_of("section", name, name, None) & Hint.COMMENT


def test_a_paragraph_is_not_the_container_whatever_it_is_called() -> None:
    text = "".join(f"<p class='pw-post-body-paragraph'>{text}</p>" for text in PARAGRAPHS[:3])
    article = articlekit.parse(f"<body><div><h1>The river came up</h1>{text}</div></body>", format="html")
    assert article.text == "\n\n".join(PARAGRAPHS[:3])


def test_names_of_headings_with_a_bar_stuck_to_the_top_are_none_of_bars() -> None:
    assert not hints_of("h2", "anchor anchorWithStickyNavbar_x1", None, None)
    assert hints_of("div", "navbarWithSearch", None, None) & Hint.NAVIGATION


def test_an_id_that_is_made_of_a_heading_says_what_a_section_is_about() -> None:
    assert not hints_of("section", None, "sharing-with-a-friend", None)
    assert hints_of("section", "sharing-with-a-friend", "share-bar", None) & Hint.SHARE


def test_comments_are_no_text_though_there_are_many() -> None:
    said = "I saw the water from my window, and nobody came to help us for hours. It was {} o'clock when they did."
    comments = "".join(f"<li><p>{said.format(hour)}</p></li>" for hour in range(6))
    article = articlekit.parse(page("utility", f"{PLAIN}<div class='user-comments'><ol>{comments}</ol></div>"))
    assert article.text == "\n\n".join(PARAGRAPHS)


EVERYTHING = f"""
<p>{PARAGRAPHS[0]} It is <strong>not</strong> the <a href="/first">first</a> time.</p>
<h2>What was seen</h2>
<p>{PARAGRAPHS[1]}</p>
<blockquote cite="https://example.org/log"><p>The gauge read four metres at midnight, and five at one.</p>
<footer>— <cite>Log of the weir</cite></footer></blockquote>
<ul><li>Forty houses in the lower town had water in them.<ul><li>Nine of them are not safe to enter.</li></ul></li>
<li>The school will be closed until the end of the month.</li></ul>
<ol start="3"><li>Turn off the current before you go down.</li><li>Take pictures of all that was damaged.</li></ol>
<figure><img src="/bridge.jpg" alt="A stone bridge"><figcaption>The bridge held. <span class="credit">Jo Lens</span>
</figcaption></figure>
<p>{PARAGRAPHS[2]}</p>
<pre><code class="language-python">for level in gauge:
    print(level)   # metres
</code></pre>
<table><caption>Levels</caption><thead><tr><th>Hour</th><th>Level</th></tr></thead><tbody><tr><td>Midnight</td>
<td>four metres</td></tr><tr><td>One</td><td>five metres</td></tr></tbody></table>
<dl><dt>Weir</dt><dd>A low dam across a river that lets the water over its top.</dd></dl>
<iframe src="https://www.youtube.com/embed/abc" title="The flood from above"></iframe>
<hr>
<p>{PARAGRAPHS[3]}</p>
<p><em>Correction: an earlier version of this story gave the age of the bridge as 300 years.</em></p>
"""


def kinds(body: tuple[object, ...]) -> set[type]:
    return {type(block) for block in body}


@pytest.mark.parametrize("shell", ["news", "utility", "builder"])
def test_every_kind_of_block_is_kept(shell: str) -> None:
    article = articlekit.parse(page(shell, EVERYTHING), url="https://example.org/flood")
    expected = {Paragraph, Heading, Quote, List, Image, Code, Table, DefinitionList, Embed, Rule}
    assert kinds(article.body) - {Figure} >= expected
    pieces = (
        *("not the first time", "What was seen", "The gauge read four metres", "Forty houses", "Nine of them"),
        *("Turn off the current", "Take pictures", "    print(level)   # metres", "five metres", "A low dam"),
        *("Correction: an earlier version", *PARAGRAPHS),
    )
    assert [piece for piece in pieces if piece not in article.text] == []
    assert "BOILERPLATE" not in article.text


def test_more_boilerplate_does_not_change_the_text() -> None:
    once = page("news", PLAIN)
    links = "".join(f"<li><a href='/more/{i}'>BOILERPLATE One more story number {i}</a></li>" for i in range(200))
    more = once.replace("<footer>", f"<div class='more'><ul>{links}</ul></div><footer>")
    assert articlekit.parse(more).text == articlekit.parse(once).text


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "windows-1252"])
def test_the_encoding_does_not_change_the_text(encoding: str) -> None:
    html = page("news", PLAIN).replace('charset="utf-8"', f'charset="{encoding}"')
    assert articlekit.parse(html.encode(encoding)).text == "\n\n".join(PARAGRAPHS)


def test_a_fragment_is_read_whole() -> None:
    assert (
        articlekit.parse("<p>One line.</p><p>And <b>another</b>.</p>", format="html").text
        == "One line.\n\nAnd another."
    )


def test_a_long_article_is_not_cut() -> None:
    linked = [
        f"Statement number {i} is longer than it need be, <a href='/{i}'>and cites</a> a source." for i in range(600)
    ]
    article = articlekit.parse(page("news", "".join(f"<p>{text}</p>" for text in linked)))
    assert len(article.body) == 600


def test_nothing_is_lost_deep_down() -> None:
    body = "<div>" * 5000 + PLAIN + "</div>" * 5000
    article = articlekit.parse(page("news", body))
    assert [text for text in PARAGRAPHS if text not in article.text] == []
    assert "html.too-deep" in [note.code for note in article.diagnostics]


def test_metadata_stand_in_for_a_page_that_shows_nothing() -> None:
    stated = "\\n".join(text.replace('"', "'") for text in PARAGRAPHS)
    data = f'{{"@context": "https://schema.org", "@type": "NewsArticle", "articleBody": "{stated}"}}'
    html = (
        f"<html><head><script type='application/ld+json'>{data}</script></head><body><div id=root></div></body></html>"
    )
    article = articlekit.parse(html)
    assert article.text == "\n\n".join(PARAGRAPHS)
    assert [note.code for note in article.diagnostics] == ["html.body-from-metadata"]


def test_metadata_may_hold_the_text_with_its_markup() -> None:
    stated = "".join(f"<p>{text}</p>" for text in PARAGRAPHS).replace('"', "'") + "<ul><li>One bridge</li></ul>"
    data = f'{{"@context": "https://schema.org", "@type": "NewsArticle", "articleBody": "{stated}"}}'
    article = articlekit.parse(f"<script type='application/ld+json'>{data}</script><div id=root></div>")
    assert [type(block) for block in article.body] == [Paragraph] * 4 + [List]


@pytest.mark.parametrize("name", ["template", "noscript"])
def test_what_a_script_would_show_is_the_text_where_there_is_no_other(name: str) -> None:
    html = f"<body><h1>The river came up</h1><p>Wait a moment.</p><{name}>{PLAIN * 2}</{name}></body>"
    assert articlekit.parse(html).text.endswith("\n\n".join(PARAGRAPHS))


def test_a_caption_over_a_table_is_the_tables() -> None:
    rows = "".join(f"<tr><td>House {number}</td><td>{number} ft</td></tr>" for number in range(4))
    shown = f"<div><figcaption>How high it stood</figcaption><table>{rows}</table></div>"
    article = articlekit.parse(page("news", PLAIN + shown + PLAIN))
    assert [block.caption for block in article.body if isinstance(block, Table)] == ["How high it stood"]


def test_what_xml_cannot_hold_stands_in_captions_and_embedded_posts() -> None:
    figure = "<figure><img src=/a.png>The weir \x01 at noon</figure>"
    post = "<blockquote class='twitter-tweet'>Water \x02 everywhere <a href='https://social.example/1'>link</a></blockquote>"
    article = articlekit.parse(page("news", PLAIN + figure + post + PLAIN))
    (pictured,) = (block for block in article.body if isinstance(block, Image))
    (embedded,) = (block for block in article.body if isinstance(block, Embed))
    assert pictured.caption == "The weir \ufffd at noon"
    assert embedded.title == "Water \ufffd everywhere link"
