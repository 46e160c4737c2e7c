"""Code, notes, sources, sub-headings, galleries: they look little like text, and belong to it; comments do not."""

import pytest

import articlekit
from articlekit.blocks import Code, DefinitionList, Embed, Heading, Image, Note, Table
from articlekit.markup import parse_html
from articlekit_html.body.first_rules.prose import Prose
from articlekit_html.body.first_rules.view import View
from articlekit_html.body.left_out.contents import contents
from articlekit_html.body.outline.headings import is_led_away
from articlekit_html.body.outline.walk import outline_of
from articlekit_html.body.weighing.features import candidates
from articlekit_html.body.weighing.surroundings import Surroundings

SAID = (
    "The council of the lower town said on Monday that the bridge would be closed for repairs until the spring.",
    "Engineers had warned for years that its girders were weak, and a report in 2019 found rust in most of them.",
    "Traders near the river fear that they will lose half of their customers, as they did the last time.",
    "The mayor promised help, but she did not say how much money there would be or where it would come from.",
    "Work is due to begin in October and to end in March, if no more faults are found on the way.",
)
PARAGRAPHS = [f"<p>{one} {two}</p>" for one, two in zip(SAID, SAID[1:] + SAID[:1], strict=True)]
TEXT = "".join(PARAGRAPHS)
URL = "https://www.gazette.example/bridge"


def read(body: str, behind: str = "", url: str | None = None) -> articlekit.Article:
    """Read what stands in a page of which no name says where the article is."""
    return articlekit.parse(
        f"<!DOCTYPE html><html><head><title>Bridge closed till spring | The Gazette</title></head><body>"
        f"<header><a href='/'>The Gazette</a><nav><a href='/n'>News</a> <a href='/s'>Sport</a></nav></header>"
        f"<div class='c1'><div class='c2'><h1>Bridge closed till spring</h1>{body}</div>{behind}"
        f"<div class='c3'><h3>Most read</h3><ul><li><a href='/1'>A story about a cat that many have read</a></li>"
        f"<li><a href='/2'>A story about a dog that many have read</a></li></ul></div></div>"
        f"<footer><p>© 2024 The Gazette. All rights reserved.</p></footer></body></html>",
        url=url,
    )


def test_code_at_the_end() -> None:
    numbers = "<td class='gutter'><pre>1\n2\n</pre></td>"
    code = f"<div class='x'><table><tr>{numbers}<td><pre>load = 12\n  check(load)\n</pre></td></tr></table></div>"
    article = read(TEXT + code)
    assert "load = 12\n  check(load)" in article.text
    assert "1\n2" not in article.text
    assert [b.text for b in read(TEXT + "<pre>load = 12</pre>").body if isinstance(b, Code)] == ["load = 12"]


@pytest.mark.parametrize(
    ("cell", "is_kept"), [("7,400", True), ("<a href='/2'>7,400</a>", False)], ids=["plain", "link"]
)
def test_a_table_of_data_right_behind_a_short_text(cell: str, is_kept: bool) -> None:
    table = f"<table><tr><th>Year<th>Cars</tr><tr><td>2020<td>{cell}</tr><tr><td>2026<td>9,000</tr></table>"
    article = read(PARAGRAPHS[0] + table)
    assert any(isinstance(block, Table) for block in article.body) == is_kept


def test_each_line_of_code_in_a_block_of_its_own() -> None:
    lines = "".join(f"<div class='token-line'><span>step {n}</span><br></div>" for n in range(3))
    article = read(f"{TEXT}<div class='x'><pre class='prism'><code>{lines}</code></pre></div>")
    assert [b.text.split() for b in article.body if isinstance(b, Code)] == [["step", "0", "step", "1", "step", "2"]]


@pytest.mark.parametrize("between", ["<div><button>Copy</button></div>", "<div class='ad-slot'>Buy a boat</div>"])
@pytest.mark.parametrize("shown", ["<pre>make bridge</pre>", "<blockquote><p>make bridge, he said</p></blockquote>"])
def test_a_label_announces_what_stands_behind_a_button(between: str, shown: str) -> None:
    article = read(f"{PARAGRAPHS[0]}<p>This is what was said:</p>{between}{shown}{TEXT}")
    assert "This is what was said:" in article.text
    assert "make bridge" in article.text


@pytest.mark.parametrize(
    "item",
    [
        "<p><a href='/e/{0}'>The long title of essay number {0}</a></p>",
        "<h2>{0}: <a href='/e/{0}'>A title of essay {0}</a></h2>",
    ],
)
def test_a_page_that_presents_other_pages_keeps_their_titles(item: str) -> None:
    parts = "".join(f"{item.format(n)}<p>{said} {said}</p>" for n, said in enumerate(SAID))
    article = read(f"{PARAGRAPHS[0]}{parts}", url=URL)
    assert all(f"essay number {n}" in article.text or f"essay {n}" in article.text for n in range(len(SAID)))


@pytest.mark.parametrize(
    ("shown", "is_kept"),
    [
        ("<p><img src='/bridge.jpg' width='800'></p>", True),
        ("<div class='x'><figure><img src='/bridge.jpg' width='800'></figure></div>", True),
        ("<p><a href='/f'><img src='/f.png'></a> <a href='/t'><img src='/t.png'></a></p>", False),
        ("<p>It will be done in spring.<br><br>This is how it will look:<br><br><img src='/bridge.jpg'></p>", True),
        ("<p>It will be done.<br><br>This is how it will look:<br><br><a href='/f'><img src='/f.png'></a></p>", False),
    ],
)
def test_a_label_announces_the_picture_behind_it(shown: str, is_kept: bool) -> None:
    label = "" if "will look:" in shown else "<p>This is how it will look:</p>"
    article = read(f"{TEXT}{label}{shown}<p><a href='/9'>Another story, about a fish</a></p>")
    assert ("This is how it will look:" in article.text) is is_kept


def test_the_first_row_of_what_is_named_as_the_text_is_looked_at() -> None:
    row = "<div class='row'><div class='column'><div class='box'><div class='inner'>{}</div></div></div></div>"
    lead = "The lower town has to live without its bridge, and nobody is glad. It will take weeks."
    lead += " The mayor did not say how many, nor who is to build another, nor from what it is to be paid."
    lead += " A ferry is to run from the mill, which costs nothing for those who work on the other bank."
    rows = f"<div class='entry-content'>{row.format(f'<div>{lead}</div>')}{row.format(TEXT)}</div>"
    view = View(outline_of(parse_html(f"<body><h1>Bridge closed till spring</h1>{rows}</body>")))
    assert lead in [view.page.texts[line] for line in candidates(view, Surroundings(view))]
    assert read(rows).text.startswith(lead)


@pytest.mark.parametrize(("href", "is_kept"), [("/{}", False), ("https://rivers.example/{}", True)])
def test_a_label_goes_with_what_it_announces(href: str, is_kept: bool) -> None:
    links = "".join(
        f"<li><a href='{href.format(n)}'>Another bridge was closed in town {n}, too</a></li>" for n in range(3)
    )
    article = read(f"{TEXT}<p>Das könnte Sie auch interessieren:</p><ul>{links}</ul>", url=URL)
    assert ("interessieren:" in article.text) is is_kept
    assert ("Another bridge" in article.text) is is_kept


@pytest.mark.parametrize(
    ("box", "is_kept"),
    [
        (
            "<div class='c4'><div class='c5'>Lesen Sie auch</div><a href='/2'><div>Rust in the girders</div></a></div>",
            False,
        ),
        ("<div class='c4'><h3>Rust in the girders</h3><a href='#rust'>#</a></div>", True),
    ],
    ids=["a link alone", "a sub-heading"],
)
def test_a_label_in_a_box_goes_with_the_links_in_it(box: str, is_kept: bool) -> None:
    label = "Rust in" if "h3" in box else "Lesen Sie auch"
    text = read("".join(PARAGRAPHS[:3]) + box + "".join(PARAGRAPHS[3:]), url=URL).text
    assert (label in text) is is_kept


NOTED = TEXT.replace("</p>", "<sup id='r1'><a href='#n1'>1</a></sup></p>", 1)
NOTES = "<ol><li id='n1'><p>Measured in 2021 at its piers. <a href='#r1'>↩</a></p></li></ol>"


def test_notes_at_the_end() -> None:
    article = read(f"{NOTED}<section class='footnotes' role='doc-endnotes'><hr>{NOTES}</section>")
    assert [note.name for note in article.body if isinstance(note, Note)] == ["n1"]


def test_notes_behind_the_text() -> None:
    article = read(NOTED, f"<div class='footnotes'>{NOTES}</div>")
    assert [note.name for note in article.body if isinstance(note, Note)] == ["n1"]


def test_a_footer_of_notes_is_looked_at() -> None:
    article = read(f"{NOTED}<footer class='footnotes'>{NOTES}</footer>{TEXT}")
    assert [note.name for note in article.body if isinstance(note, Note)] == ["n1"]


def test_notes_behind_the_text_that_no_name_tells() -> None:
    """They stand outside the element that holds nearly all of the page."""
    notes = NOTES.replace("<p>", "").replace("</p>", "")
    article = read(NOTED + TEXT, f"<div class='c4'>{notes}</div>")
    assert [note.name for note in article.body if isinstance(note, Note)] == ["n1"]


def test_notes_that_no_name_tells() -> None:
    assert "Measured in 2021" in read(f"<div class='prose'>{NOTED}<hr>{NOTES}</div>").text


def test_what_is_called_a_footnote_of_the_page_is_none_of_the_text() -> None:
    assert "insured" not in read(TEXT, "<div class='footnotes'><p>Deposits are insured. Terms apply.</p></div>").text


def test_sources_with_links() -> None:
    source = "<li>Smith J. <a href='/{0}'>A study of bridges in the north of the country</a>. J Bridg. 200{0}.</li>"
    sources = "".join(source.format(number) for number in range(8))
    article = read(f"{TEXT}<h2>References</h2><ol>{sources}</ol>")
    assert [b.text for b in article.body if isinstance(b, Heading)] == ["References"]
    assert article.text.count("J Bridg.") == 8


LINKS = ("https://bridges.example/1740/report", "https://www.council.example/m/7", "https://en.rivers.example/")


@pytest.mark.parametrize(
    ("links", "are_sources"),
    [
        (LINKS, True),
        ((*LINKS, "/last-week/the-bridge"), False),
        ((*LINKS, "https://m.gazette.example/bridge"), False),
        ((*LINKS, "https://share.example/?u=https://www.gazette.example/bridge"), False),
    ],
    ids=["other sites", "a relative address", "another host of the house", "a service for sharing"],
)
def test_links_to_other_sites_are_sources(links: tuple[str, ...], are_sources: bool) -> None:
    items = "".join(
        f"<li><p><a href='{link}'>The report of the council, {n}</a></p></li>" for n, link in enumerate(links)
    )
    article = read(f"{TEXT}<div class='c5'><h3>Read</h3><div class='c6'><ul>{items}</ul></div></div>", url=URL)

    assert ("Read\n\nThe report of the council, 0" in article.text) is are_sources


TITLE = "The flood of 1981, and what was learnt from it"


@pytest.mark.parametrize(
    ("line", "is_kept"),
    [
        (f"<p>Read more: <a href='/1981/flood'>{TITLE}</a></p>", False),
        (f"<p><b>Lea también:</b> <a href='https://gazette.example/1981?from=text'>{TITLE}</a>.</p>", False),
        (f"<h3>&gt;&gt; <a href='/1981/flood.html'><i>{TITLE}</i></a></h3>", False),
        (f"<p><a href='/1981/flood'>{TITLE}</a></p>", False),
        (f"<p>Source: <a href='https://rivers.example/1981'>{TITLE}</a></p>", True),
        (f"<p>The report: <a href='/files/1981.pdf'>{TITLE}</a></p>", True),
        (f"<p>Below: <a href='#flood'>{TITLE}</a></p>", True),
        (f"<p>More is told in <a href='/1981/flood'>{TITLE}</a></p>", True),
        ("<p>Author: <a href='/ada'>Ada Brook of the mill</a></p>", True),
    ],
    ids=[
        "label",
        "another language",
        "heading",
        "title alone",
        "another site",
        "file",
        "place in it",
        "sentence",
        "name",
    ],
)
def test_a_label_and_the_title_of_another_article_are_no_text(line: str, is_kept: bool) -> None:
    said = line.rpartition("</a>")[0].rpartition(">")[2] or TITLE
    article = read(f"{PARAGRAPHS[0]}{PARAGRAPHS[1]}{line}{PARAGRAPHS[2]}{PARAGRAPHS[3]}", url=URL)

    assert (said in article.text) is is_kept
    assert SAID[0] in article.text
    assert SAID[3] in article.text


def test_links_to_other_articles_are_no_sources() -> None:
    links = "".join(f"<li><a href='/{n}'>Another bridge was closed in the next town, too</a></li>" for n in range(8))
    assert "Another" not in read(f"{TEXT}<h2>More</h2><ul>{links}</ul>").text


def test_headings_of_the_first_level_that_are_subheadings() -> None:
    parts = "".join(f"<h1 class='x'>Part {n}</h1>{PARAGRAPHS[n]}" for n in range(4))
    article = read(f"{PARAGRAPHS[4]}{parts}")
    assert [b.text for b in article.body if isinstance(b, Heading)] == [f"Part {n}" for n in range(4)]


def test_signs_and_links_that_programs_put_into_headings() -> None:
    edit = "<span class='mw'><span>[</span><a href='/edit?s=1'>edit</a><span>]</span></span>"
    sign = "<a class='x' href='#part'>¶</a>"
    article = read(
        f"{PARAGRAPHS[0]}<h2>The girders{edit}</h2>{PARAGRAPHS[1]}<h2 id='part'>The traders{sign}</h2>{PARAGRAPHS[2]}"
    )
    assert [b.text for b in article.body if isinstance(b, Heading)] == ["The girders", "The traders"]
    linked = "<h2 id='girders'><span class='text'><a href='#girders'>The girders</a></span></h2>"
    assert "The girders" in read(f"{PARAGRAPHS[0]}{linked}{TEXT}").text


def test_signs_that_programs_put_into_terms() -> None:
    terms = (
        "<dl><dt id='open'>shelf.open(path)<a href='#open'>¶</a></dt><dd>Opens the shelf and gives it back.</dd></dl>"
    )
    shown = [b for b in read(f"{PARAGRAPHS[0]}{terms}{TEXT}").body if isinstance(b, DefinitionList)]

    assert [term.text for each in shown for item in each.items for term in item.terms] == ["shelf.open(path)"]


@pytest.mark.parametrize(
    ("heading", "leads"),
    [
        ("<a href='/other'>A story about a cat</a>", True),
        ("<a href='/other'>A story about a cat</a> (2)", True),
        ("fn load(weight: f64, <a href='/Beam'>Beam</a>) -&gt; bool", False),
        ("<a href='#load'>fn load(weight: f64)</a>", False),
    ],
)
def test_headings_that_are_mostly_a_link_lead_away(heading: str, leads: bool) -> None:
    page = outline_of(parse_html(f"<h4>{heading}</h4>"))
    assert is_led_away(page, 0) is leads


def test_headings_of_a_page_builder() -> None:
    widget = "<div class='widget widget-{}'><div class='widget-container'>{}</div></div>"
    parts = [
        widget.format("text", "".join(PARAGRAPHS[:2])),
        widget.format("heading", "<h2>What happens next</h2>"),
        widget.format("text", "".join(PARAGRAPHS[2:])),
    ]
    assert "What happens next" in read("".join(parts)).text


def test_questions_that_open_their_answers() -> None:
    part = "<div><button aria-expanded='false'>What of part {}?</button><div hidden><p>{}</p></div></div>"
    article = read(PARAGRAPHS[0] + "".join(part.format(n, said) for n, said in enumerate(SAID)))
    assert all(f"What of part {n}?\n\n{said}" in article.text for n, said in enumerate(SAID))


FIGURES = "".join(f"<figure><img src='/{n}.jpg'><figcaption>{n} of them</figcaption></figure>" for n in ("One", "Two"))


def images(article: articlekit.Article) -> list[tuple[str, str | None]]:
    shown = (inner for b in article.body for inner in getattr(b, "body", (b,)))
    return [(b.url, b.caption) for b in shown if isinstance(b, Image)]


def test_each_picture_of_a_gallery_keeps_its_caption() -> None:
    captioned = [("/One.jpg", "One of them"), ("/Two.jpg", "Two of them")]
    slide = "<div class='slide'><img src='/{0}.jpg'><div class='caption'>{0} of them</div></div>"
    slides = "".join(map(slide.format, ("One", "Two")))
    for gallery in (
        f"<div class='gallery'>{FIGURES}</div>",
        f"<div class='slides'>{slides}</div>",
        f"<figure class='gallery'>{FIGURES}<figcaption>Both</figcaption></figure>",
    ):
        assert images(read(PARAGRAPHS[0] + gallery + TEXT)) == captioned


def test_a_box_of_facts_is_text_and_words_drawn_from_it_are_not() -> None:
    facts = "<aside class='k1'><h3>The bridge</h3><p>It was built in 1931, of six arches of stone.</p></aside>"
    drawn = f"<aside class='k2'><p>“{SAID[1][:60]}”</p></aside>"
    article = read("".join((*PARAGRAPHS[:2], facts, *PARAGRAPHS[2:4], drawn, PARAGRAPHS[4])))
    assert "The bridge\n\nIt was built in 1931, of six arches of stone." in article.text
    assert "“" not in article.text
    quoted = f"<aside class='k3'><blockquote>“{SAID[1][:60]}”</blockquote></aside>"
    assert "“" not in read("".join((*PARAGRAPHS[:3], quoted, *PARAGRAPHS[3:]))).text
    named = "<aside class='newsletter'><p>Our letter comes each Monday. It is free.</p></aside>"
    assert "Our letter" not in read("".join((*PARAGRAPHS[:3], named, *PARAGRAPHS[3:]))).text


def test_a_notice_within_the_text_is_text_if_it_says_something() -> None:
    said = "<div class='alert alert-info'><h4>Note:</h4>It was closed to all traffic that day.</div>"
    other = "<div class='notice'>Scroll for more</div><div class='screenreader'>You can skip this.</div>"
    article = read("".join((*PARAGRAPHS[:2], said, *PARAGRAPHS[2:4], other, PARAGRAPHS[4])))
    assert "Note:\n\nIt was closed to all traffic that day." in article.text
    assert "Scroll" not in article.text
    assert "skip this" not in article.text


def test_contents_of_the_headings_are_none_of_the_text() -> None:
    links = "".join(f"<li><a href='#part-{n}'>Part {n} of all</a></li>" for n in range(3))
    sections = "".join(f"<h2 id='part-{n}'>Part {n} of all</h2>{PARAGRAPHS[n]}{PARAGRAPHS[n + 1]}" for n in range(3))
    article = read(f"{PARAGRAPHS[0]}<div class='x1'><p>On this page</p><ul>{links}</ul></div>{sections}")
    assert "On this page" not in article.text
    assert [article.text.count(f"Part {n} of all") for n in range(3)] == [1, 1, 1]
    for label, found in (("On this page", [0, 1, 2, 3]), ("These are the parts:", [])):
        page = outline_of(parse_html(f"<body><p>{label}</p><ul>{links}</ul>{sections}</body>"), whole=True)
        assert contents(page, Prose(page), range(len(page.texts))) == found


@pytest.mark.parametrize(
    ("box", "is_kept"),
    [
        ("<p class='correction'>Corrected.</p>", True),
        ("<div class='correction'>Update, 5 May</div>", True),
        ("<div id='erratum'>1931 was wrong; it was 1913</div>", True),
        ("<div class='correction'>Suggest a correction <input name='text'><button>Send</button></div>", False),
    ],
)
def test_a_correction_is_of_the_text_by_its_name(box: str, is_kept: bool) -> None:
    article = read(TEXT + box)
    assert article.text.startswith(SAID[0])
    assert article.text.endswith(SAID[0]) is not is_kept


def test_a_box_that_is_called_a_figure_and_shows_nothing_is_text() -> None:
    article = read(f"{PARAGRAPHS[0]}<figure class='callout'><div>The bridge has six arches.</div></figure>{TEXT}")
    assert "The bridge has six arches." in article.text
    assert article.diagnostics == ()


def test_headings_of_entries_stand_over_their_time() -> None:
    entry = (
        "<article><header><h2>Entry {0}</h2><time datetime='2024-03-03T1{0}:00Z'>1{0}:00</time></header>{1}</article>"
    )
    article = read("".join(map(entry.format, range(5), PARAGRAPHS)))
    assert [b.text for b in article.body if isinstance(b, Heading)] == [f"Entry {n}" for n in range(5)]


def test_a_quotation_with_its_source_as_a_caption_is_among_the_text() -> None:
    quoted = "<figure><blockquote>The river knows it.</blockquote><figcaption>Ada Brook</figcaption></figure>"
    article = read("".join((*PARAGRAPHS[:2], quoted, *PARAGRAPHS[2:])))
    assert "The river knows it." in article.text


def test_notes_that_no_name_tells_are_told_by_links_there_and_back() -> None:
    text = TEXT.replace("</p>", "<a href='#n1' id='r1'>[1]</a></p>", 1)
    note = "<hr><div><div><p>{}[1]</a> The report of 2019, page 12.</p></div></div>"
    told = read(f"<div class='x1'>{text}</div>{note.format('<a href=#r1 name=n1>')}")
    assert "The report of 2019" in told.text or any(isinstance(b, Note) for b in told.body)
    assert "The report of 2019" not in read(f"<div class='x1'>{TEXT}</div>{note.format('<a href=#top name=n1>')}").text


def test_a_box_that_has_the_name_of_a_note_is_the_note() -> None:
    reference = "<span>&#160;[<a href='#n{0}' id='r{0}'>{0}</a>]</span></p>"
    text = TEXT.replace("</p>", reference.format(1), 1).replace("last time.</p>", "last time." + reference.format(2))
    box = "<div id='n{0}'><p><span>[<a href='#r{0}'>{0}</a>]&#160;</span>{1}</p></div>"
    notes = box.format(1, "The report of 2019.") + box.format(2, "Said on Monday.</p><p>And again on Tuesday.")
    article = read(f"<div class='x1'>{text}</div>", f"<div class='x2'><h2>Notes</h2>{notes}</div>")

    assert [(note.name, [b.text for b in note.body]) for note in article.body if isinstance(note, Note)] == [
        ("n1", ["The report of 2019."]),
        ("n2", ["Said on Monday.", "And again on Tuesday."]),
    ]


def test_a_disclosure_like_one_that_is_kept_is_kept() -> None:
    asked = "<details class='q'><summary>{}</summary><p>{}</p></details>"
    both = asked.format("Who pays for it?", SAID[3]) + asked.format("Is it safe?", "Yes, quite.")
    assert "Yes, quite." in read(f"{TEXT}<div class='x2'>{both}</div>").text


def test_a_last_paragraph_that_names_its_source_is_of_the_text() -> None:
    last = "<p>Source: <a href='{}'>The bridges of the lower town</a>.</p>"
    text = "".join(f"<p>{said}</p>" for said in SAID)
    for address, is_kept in (("https://other.example/b", True), ("https://paper.example/b", False), ("/b", False)):
        page = f"<html><body><h1>Bridge closed</h1><div class='x1'>{text}{last.format(address)}</div></body></html>"
        article = articlekit.parse(page, url="https://paper.example/a")
        assert article.text.endswith("Source: The bridges of the lower town.") is is_kept


@pytest.mark.parametrize(("text", "many"), [(TEXT, 2), (TEXT * 2, 30)])
def test_comments_longer_than_the_article(text: str, many: int) -> None:
    comments = "".join(f"<div><b>Bob</b><p>I say this. {said} {said}</p></div>" for said in SAID * many)
    article = read(text, f"<div id='disqus'><h3>Comments</h3>{comments}</div>")
    assert "I say this" not in article.text
    assert article.text.startswith(SAID[0])


def test_a_text_without_paragraphs_is_looked_at_where_the_title_stands() -> None:
    said = [*SAID, *(one.upper() for one in SAID)]
    answers = "".join(
        f"<li><b>Jo {n}</b> 3.3.2026, 12:0{n}<p>I say {n}: {TEXT[30:210]} {n} times.</p></li>" for n in range(6)
    )
    html = (
        f"<body><div id='c'><h1>Bridge closed till spring</h1>{'<br><br>'.join(said)}</div>"
        f"<div id='k'><h3>6 Antworten</h3><ol>{answers}</ol><form><textarea></textarea></form></div></body>"
    )
    assert articlekit.parse(html, format="html").text == "\n\n".join(said)


OTHERS = "".join(f"<li><b>14:{n}</b><div>On other things: {said}</div></li>" for n, said in enumerate(SAID * 8))


@pytest.mark.parametrize("beside", ["aside class='k4'", "div class='related-posts'", "div role='complementary'"])
def test_what_stands_beside_may_be_far_longer_than_the_article(beside: str) -> None:
    article = read(TEXT * 2, f"<{beside}><ul>{OTHERS}</ul></{beside.partition(' ')[0]}>")
    assert "On other things" not in article.text
    assert article.text.startswith(SAID[0])


def test_an_article_in_what_is_called_a_side_is_one_behind_a_notice_of_any_length() -> None:
    notice = "".join(f"<p>{said} We ask you to agree to what we store on your device for it.</p>" for said in SAID * 4)
    page = f"<body><div>{notice}</div><div class='side'><h1>Bridge closed</h1>{TEXT * 5}</div></body>"
    assert SAID[0] in articlekit.parse(page, format="html").text


def test_a_table_of_most_of_the_text_is_not_torn() -> None:
    rows = "".join(f"<tr><td>part {n}</td><td>{n} metres</td></tr>" for n in range(30))
    article = read(f"<p>{SAID[0]}</p><table><tbody>{rows}</tbody></table>")
    assert [len(b.rows) for b in article.body if isinstance(b, Table)] == [30]


CAPTION = "<div class='caption'>A dock</div>"


def test_a_credit_beside_a_caption_is_not_lost() -> None:
    for shown in (
        f"<div class='image'><img src='/a.jpg'>{CAPTION}<div class='credit'>Jo Doe</div></div>",
        f"<figure><img src='/a.jpg'>{CAPTION}<div class='copyright'>Jo Doe</div></figure>",
    ):
        article = read(PARAGRAPHS[0] + shown + TEXT)
        assert [(b.caption, b.credit) for b in article.body if isinstance(b, Image)] == [("A dock", "Jo Doe")]


def test_a_caption_behind_its_picture_goes_with_it() -> None:
    for shown in ("<img src='/a.jpg'><p class='caption'>A dock</p>", f"<p><img src='/a.jpg'></p>{CAPTION}"):
        assert images(read(PARAGRAPHS[0] + shown + TEXT)) == [("/a.jpg", "A dock")]


FRAME = "<iframe data-src='https://videos.example/9'></iframe>"


@pytest.mark.parametrize("shown", [FRAME, f"<div class='ratio'><div>{FRAME}</div></div>"])
def test_a_caption_behind_a_frame_goes_with_it(shown: str) -> None:
    article = read(f"{PARAGRAPHS[0]}<div class='film'>{shown}<div class='film-caption'>A dock</div></div>{TEXT}")
    assert [(block.url, block.caption) for block in article.body if isinstance(block, Embed)] == [
        ("https://videos.example/9", "A dock")
    ]
    assert "A dock" not in article.text


def test_a_caption_of_nothing_is_named() -> None:
    article = read(f"{PARAGRAPHS[0]}<figure><svg></svg><figcaption>A dock</figcaption></figure>{TEXT}")
    assert [d.message for d in article.diagnostics] == ["captions without a picture were left out: A dock"]


def test_all_that_is_said_in_a_figure_is_its_caption() -> None:
    shown = "<figure><span><img src='/a.jpg'>At dawn<p>Two of them</p></span><figcaption>Three</figcaption></figure>"
    article = read(PARAGRAPHS[0] + shown + TEXT)
    assert images(article) == [("/a.jpg", "Three At dawn Two of them")]
    assert articlekit.parse(articlekit.write(article, "html")).body == article.body


def credits_of(body: str) -> list[tuple[str | None, str | None]]:
    return [(image.caption, image.credit) for image in read(body).body if isinstance(image, Image)]


@pytest.mark.parametrize(
    "whose", ["Photo: M. Kern", "Foto: St. Weir", "Bild: Archiv", "© M. Kern", "(Crédit photo : A. B.)"]
)
def test_a_line_that_says_whose_a_picture_is_is_its_credit(whose: str) -> None:
    for said in ("Ice.", "The ice on the sluice stayed until the fourth night of January."):
        shown = f"<div class='s7'><img src='/a.jpg'><div class='z1'>{said}</div><div class='z2'>{whose}</div></div>"
        assert credits_of(PARAGRAPHS[0] + shown + TEXT) == [(said, whose)]


def test_a_sentence_behind_a_colon_is_no_credit() -> None:
    said = "<div>At the sluice.</div><div>Note: it was closed. Nobody knew why.</div>"
    shown = f"<div class='s7'><img src='/a.jpg'>{said}</div>"
    assert [credit for _, credit in credits_of(PARAGRAPHS[0] + shown + TEXT)] == [None]


def test_a_picture_and_its_title_in_a_list_of_terms_are_a_figure() -> None:
    shown = "<dl class='doc'><dt><img src='/a.jpg'></dt><dt><strong>The sluice in 1965</strong></dt></dl>"
    assert images(read(PARAGRAPHS[0] + shown + TEXT)) == [("/a.jpg", "The sluice in 1965")]


def test_a_paragraph_in_a_column_beside_a_picture_with_a_caption_is_text() -> None:
    shown = "<div><img src='/a.jpg'><figcaption>The sluice</figcaption></div>"
    article = read(
        f"{PARAGRAPHS[0]}<div><div><p>{SAID[4]}</p></div><div>{shown}</div></div>{TEXT[: TEXT.rindex('<p>')]}"
    )

    assert images(article) == [("/a.jpg", "The sluice")]
    assert SAID[4] in article.text


def test_a_picture_beside_a_button_or_in_a_wrapper_is_kept() -> None:
    for shown in (
        "<figure><div role='button'><span>Press to see all of it</span><img src='/a.jpg'></div>{}</figure>",
        "<figure><a href='/a.jpg'><picture><source srcset='/a.webp'><img src='/a.jpg'></picture></a>{}</figure>",
        "<div class='image'><div class='inner'><img src='/a.jpg'><span class='caption'>A dock</span></div></div>",
    ):
        article = read(PARAGRAPHS[0] + shown.format("<figcaption>A dock</figcaption>") + TEXT)
        assert images(article) == [("/a.jpg", "A dock")]


def test_a_picture_between_title_and_text_opens_the_article() -> None:
    shown = "<div class='opener'><figure><img src='/a.jpg'><figcaption>A dock</figcaption></figure></div>"
    portrait = "<div class='author'><img src='/b.jpg'><figcaption>Bo Lind</figcaption></div>"
    assert images(read(f"{portrait}{shown}<div class='x1'>{TEXT}</div>")) == [("/a.jpg", "A dock")]
    named = "<div class='k1'><img src='/c.jpg'><div class='photo-info'><div class='caption'>A dock</div></div></div>"
    assert [url for url, _ in images(read(f"{named}<div class='x1'>{TEXT}</div>"))] == ["/c.jpg"]


@pytest.mark.parametrize(
    ("shown", "text", "pictures"),
    [
        ("<div><img src='/dock-800x600.jpg'></div>", TEXT, ["/dock-800x600.jpg"]),
        ("<header><picture><img data-src='/m/dock.webp?w=9'></picture></header>", TEXT, ["/m/dock.webp?w=9"]),
        ("<div><img src='/dock.jpg'></div><div><img src='/dock.jpg'></div>", TEXT, ["/dock.jpg"]),
        ("<div><img src='/dock.jpg'></div>", f"<img src='/dock.jpg'>{TEXT}", ["/dock.jpg"]),
        ("<div><img src='/face.jpg'></div>", TEXT, []),
    ],
)
def test_a_picture_without_a_caption_opens_the_article_that_names_it(
    shown: str, text: str, pictures: list[str]
) -> None:
    head = "<meta property='og:image' content='https://cdn.example/2024/dock-1200x630.jpg'>"
    page = f"<head>{head}</head><body><div><h1>Bridge closed</h1>{shown}<div class='x1'>{text}</div></div></body>"
    assert [url for url, _ in images(articlekit.parse(page))] == pictures


@pytest.mark.parametrize("names", ["right-rail-main", "node node-promoted"])
def test_names_of_what_holds_the_title_do_not_speak_against_the_picture(names: str) -> None:
    shown = "<figure class='lead-art'><img src='/a.jpg'><figcaption>A dock</figcaption></figure>"
    head = f"<div class='{names}'><h1>Bridge closed till spring</h1>{shown}</div>"
    page = f"<body><div>{head}<div class='x1'><div class='x2'>{TEXT}</div></div></div></body>"
    assert images(articlekit.parse(page)) == [("/a.jpg", "A dock")]


def test_what_stands_around_a_caption_is_said_of_the_picture() -> None:
    said = "<div class='credit'>Bo Lind</div><span>The Gazette</span><figcaption>A dock</figcaption>"
    shown = f"<div class='lead'><figure><img src='/a.jpg'><div class='fig-metadata'>{said}</div></figure></div>"
    article = read(f"{shown}<div class='x1'>{TEXT}</div>")
    assert article.body[0] == Image(url="/a.jpg", caption="A dock The Gazette", credit="Bo Lind")
    assert article.subtitle is None


def test_a_heading_over_links_to_other_articles_goes_with_them() -> None:
    links = "".join(f"<li><a href='/{n}'>Another bridge was closed in the next town, too</a></li>" for n in range(4))
    article = read(f"{''.join(PARAGRAPHS[:3])}<h3>Related articles</h3><ul>{links}</ul>{''.join(PARAGRAPHS[3:])}")
    assert "Related articles" not in article.text


@pytest.mark.parametrize(
    ("between", "are_kept"), [("", True), ("<p><a href='/f'>Another story, of a fish</a></p>", False)]
)
def test_headings_behind_the_text_that_are_a_list_of_their_own(between: str, are_kept: bool) -> None:
    entries = "".join(
        f"<h3>{n}. Bridge of {town} <b>{9 - n}0 %</b></h3><p><img src='/{n}.jpg'></p>{between}"
        for n, town in enumerate(("Upton", "Lowton", "Milton", "Norton"), 1)
    )
    assert ("4. Bridge of Norton 50 %" in read(TEXT + entries).text) is are_kept


def test_headings_behind_the_text_that_lead_elsewhere_are_no_list_of_the_text() -> None:
    titles = "".join(f"<h2>Bridge of {town} <a href='/{town}'>open</a></h2>" for town in ("Upton", "Lowton", "Milton"))
    assert read(f"{TEXT}<div>{titles}</div>").text.endswith(SAID[0])


def test_sections_of_a_page_builder_are_all_read() -> None:
    box = "<section><div class='builder-widget-container'>{}</div></section>"
    texts = [f"{SAID[n]} {SAID[n + 1]}" for n in range(4)]
    article = read("".join(map(box.format, (*PARAGRAPHS[:1], *texts))))
    assert all(text in article.text for text in texts)


def test_what_stands_between_title_and_byline_is_the_standfirst() -> None:
    lead = "<p class='x1'>The town will have to go another way for some months.</p>"
    byline = "<div><span>By Bo Lind</span> <time datetime='2024-03-03'>3 March 2024</time></div>"
    article = read(f"{lead}{byline}<div class='x2'>{TEXT}{TEXT}</div>")
    assert article.subtitle == "The town will have to go another way for some months."
    assert article.text.startswith(SAID[0])


def test_names_of_builders_hide_no_pictures() -> None:
    boxes = (
        "<div class='elementor-widget elementor-widget-image'><img src='/1.jpg'></div>"
        "<div class='swiper'><figure><img src='/2.jpg'><figcaption>The first stone</figcaption></figure></div>"
        "<figure><img src='/3.jpg'><figcaption class='widget-image-caption'>The last stone</figcaption></figure>"
        "<div class='share'><a href='/f'><img src='/f.png'></a></div>"
    )
    pictures = [block for block in read(f"{TEXT}{boxes}{TEXT}").body if isinstance(block, Image)]
    assert [(picture.url, picture.caption) for picture in pictures] == [
        ("/1.jpg", None), ("/2.jpg", "The first stone"), ("/3.jpg", "The last stone"),
    ]  # fmt: skip


def test_what_is_advertised_shows_no_picture() -> None:
    promo = "<div class='promo'><a href='/2'><img src='/2.jpg'><span>Rust in the girders</span></a></div>"
    article = read(f"{TEXT}{promo}{TEXT.upper().replace('P>', 'p>')}", url=URL)
    assert not any(isinstance(block, Image) for block in article.body)


@pytest.mark.parametrize("source", ["<div class='quote-author'>Ada Brook</div>", "<div class='footer'>Ada Brook</div>"])
def test_the_source_of_a_quote_stays_whatever_it_is_called(source: str) -> None:
    article = read(f"{TEXT}<blockquote><p>We had ten minutes, and no more.</p>{source}</blockquote>{TEXT}")
    assert "Ada Brook" in articlekit.write(article, "json")


@pytest.mark.parametrize("field", ["<input type='email'>", "<input name='email'>"])
def test_what_asks_for_an_address_is_no_text(field: str) -> None:
    box = f"<div><h3>The morning in brief</h3><p>Every day at six, and free of charge.</p><form>{field}</form></div>"
    article = read(f"{TEXT}{box}{TEXT.replace('Monday', 'Friday')}")
    assert "free of charge" not in article.text
    assert article.text.startswith(SAID[0])


def test_entries_that_begin_with_a_day_are_no_date_lines() -> None:
    entries = "".join(
        f"<li><span class='date'>{number} March 2024</span><p>{said}</p></li>" for number, said in enumerate(SAID, 1)
    )
    article = read(f"<p class='byline'>By Jo Field</p>{PARAGRAPHS[0]}<ul>{entries}</ul>{PARAGRAPHS[2]}")
    assert [f"{number} March 2024" for number in range(1, 6) if f"{number} March 2024" not in article.text] == []


def test_a_heading_over_links_that_are_left_out_goes_with_them() -> None:
    links = "<ul><li><a href='/lighthouse'>The lighthouse of the cape and its keepers</a></li></ul>"
    article = read(f"{TEXT}<h2>See also</h2>{links}<h2>What comes next</h2>{TEXT.replace('Monday', 'Friday')}", url=URL)
    assert [block.text for block in article.body if isinstance(block, Heading)] == ["What comes next"]


def test_a_short_text_that_a_table_lays_out_is_no_table() -> None:
    text = "<br><br>".join(SAID[:3])
    around = (
        "<td><a href='1'>World</a><br><a href='2'>Politics</a></td>",
        "<td><b>Most read</b><br><a href='3'>Five gardens</a></td>",
    )
    page = f"<html><title>Bridge closed</title><body><table><tr>{around[0]}<td><b>Bridge closed</b><br>{text}</td>"
    article = articlekit.parse(f"{page}{around[1]}</tr></table></body></html>", format="html", url=URL)
    assert not any(isinstance(block, Table) for block in article.body)
    assert article.text.endswith("\n\n".join(SAID[:3]))
    assert "Politics" not in article.text


WHO = "— Ada Brook (@mill) <a href='https://posts.example/mill/status/17900000001'>May 3, 2025</a>"


@pytest.mark.parametrize(
    ("quotation", "is_post"),
    [
        (f"<p lang='en'>The bridge is closed from today.</p>{WHO}", True),
        (f"<p>The bridge is closed from today.</p><p>{WHO}</p>\n", True),
        (f"<p>The bridge is closed from today.</p>{WHO}<p>So it was.</p>", False),
        ("<p>The bridge is closed from today.</p>— Ada Brook, <a href='https://posts.example/mill'>May 3</a>", False),
    ],
    ids=["post", "in a paragraph", "something behind", "nobody's name there"],
)
def test_a_quotation_that_ends_with_who_posted_it_is_an_embedded_post(quotation: str, is_post: bool) -> None:
    quoted = f"<blockquote class='q7'>{quotation}</blockquote>"
    article = read(f"{PARAGRAPHS[0]}{PARAGRAPHS[1]}{quoted}{PARAGRAPHS[2]}{PARAGRAPHS[3]}", url=URL)

    assert [b.url for b in article.body if isinstance(b, Embed)] == [WHO.split("'")[1]] * is_post
    assert ("The bridge is closed from today." in article.text) is not is_post


@pytest.mark.parametrize(
    ("rows", "is_table"),
    [
        (
            f"<tr><td><a href='1'>World</a></td><td><h1>Bridge closed</h1>{PARAGRAPHS[0]}{PARAGRAPHS[1]}</td></tr>",
            False,
        ),
        ("".join(f"<tr><td>{paragraph}</td></tr>" for paragraph in PARAGRAPHS), False),
        ("".join(f"<tr><td>{n}</td><td>{paragraph}</td></tr>" for n, paragraph in enumerate(PARAGRAPHS)), True),
        (f"<tr><th>What was said</th></tr><tr><td>{PARAGRAPHS[0]}</td></tr><tr><td>{PARAGRAPHS[1]}</td></tr>", True),
    ],
    ids=["one cell of several", "one column", "two columns", "a header"],
)
def test_paragraphs_that_a_table_lays_out_are_no_table(rows: str, is_table: bool) -> None:
    page = f"<html><title>Bridge closed</title><body><table>{rows}</table></body></html>"
    article = articlekit.parse(page, format="html", url=URL)

    assert any(isinstance(block, Table) for block in article.body) is is_table
    assert all(said in article.text for said in SAID[: rows.count("<p")])
    assert "World" not in article.text


CORRECTED = "An earlier version of this report gave the age of the bridge as 300 years."


@pytest.mark.parametrize(
    ("behind", "is_kept"),
    [
        (f"<p><em>{CORRECTED}</em></p>", True),
        (f"<p><span><i>{CORRECTED}</i></span></p>", True),
        (f"<p>{CORRECTED}</p>", False),
        (f"<p><em>{CORRECTED[:-1]} <a href='/corrections'>More</a>.</em></p>", False),
    ],
    ids=["italics", "in a span", "upright", "a link"],
)
def test_what_is_said_in_italics_right_behind_the_text_is_of_it(behind: str, is_kept: bool) -> None:
    page = (
        "<html><head><title>Bridge closed</title></head><body><div class='x1'><h1 class='x2'>Bridge closed</h1>"
        f"<div class='x3'>{''.join(PARAGRAPHS)}</div>{behind}</div><div class='x4'><p>Imprint</p></div></body></html>"
    )
    assert (CORRECTED[:-1] in articlekit.parse(page, format="html", url=URL).text) is is_kept


@pytest.mark.parametrize("name", ["이정민", "陈建华"])
def test_who_wrote_it_is_said_at_the_end_in_scripts_without_spaces_too(name: str) -> None:
    signed = f"<p>{name} 기자 news@gazette.example</p>"
    page = (
        f"<head><meta name='author' content='{name}'></head><body><h1>Bridge</h1><div>{TEXT * 2}{signed}</div></body>"
    )
    article = articlekit.parse(page)
    assert (article.authors[0].name, name in article.text) == (name, False)
