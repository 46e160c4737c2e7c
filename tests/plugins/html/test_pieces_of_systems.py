"""What publishing systems write around the pieces of a text: boxes, numbers, icons and names that mislead."""

import pytest

import articlekit
from articlekit.blocks import Code, Heading, Image, Note, Paragraph, Quote, Rule, Table
from plugins.html.test_belongings import SAID as BELONGING

SAID = (
    *BELONGING,
    "The ferry of the mill is to run from six to ten, and those who work in the upper town may cross for nothing.",
)
TEXT = "".join(f"<p>{one} {two}</p>" for one, two in zip(SAID, SAID[1:] + SAID[:1], strict=True))
LAST = "It was closed for the first time in 1740, and nobody was glad of it then."


def read(body: str, title: str = "<h1>Bridge closed till spring</h1>") -> articlekit.Article:
    """Read a page with a text in it, and a little around it."""
    return articlekit.parse(
        f"<!DOCTYPE html><html><head><title>Bridge closed till spring | The Gazette</title></head><body>"
        f"<header><a href='/'>The Gazette</a><nav><a href='/n'>News</a> <a href='/s'>Sport</a></nav></header>"
        f"<main>{title}{body}</main>"
        f"<footer><p>© 2024 The Gazette. All rights reserved.</p></footer></body></html>"
    )


@pytest.mark.parametrize(
    "heading",
    [
        "<h2 class='c1'><div class='c2'>Loads</div></h2>",
        "<h2><div></div><div><div>Loads</div></div></h2>",
        "<h2>Loads<span>[<a href='/edit?s=1'><svg></svg></a>]</span></h2>",
        "<h2 class='section-header'>Loads</h2>",
        "<div><h2 class='c3'>Loads</h2><button aria-label='Unfold'><svg></svg></button></div>",
        "<h2 class='c4'><button aria-controls='p1'><span>Loads</span><span></span></button></h2>",
        "<div role='heading' aria-level='2'>Loads</div>",
    ],
    ids=["block", "icon", "edited", "header", "button", "unfolding", "role"],
)
def test_a_heading_is_one_whatever_stands_in_it_or_beside_it(heading: str) -> None:
    article = read(f"<div class='post'>{TEXT}{heading}<ul><li>Car</li><li>Cart</li></ul><p>{LAST}</p></div>")
    assert [block.text for block in article.body if isinstance(block, Heading)] == ["Loads"]


def test_a_title_that_opens_what_stands_below_it() -> None:
    entry = (
        "<div class='tab'><div class='t' role='button' aria-expanded='false'><a>{}</a></div><div><p>{}</p></div></div>"
    )
    said = (("Who pays?", f"The town does. {LAST}"), ("May I walk?", f"Yes, at night. {LAST}"))
    text = read(f"<div class='post'>{TEXT}{''.join(entry.format(*pair) for pair in said)}<p>{LAST}</p></div>").text
    assert "\n\n".join(part for pair in said for part in pair) in text


def test_what_a_summary_opens_that_is_chosen() -> None:
    question = "May I pay for one bridge alone?"
    body = f"<div class='post'>{TEXT}<details class='question'><summary>{question}</summary><p>Yes.</p></details></div>"
    assert read(body).text.endswith(f"{question}\n\nYes.")


def test_a_note_that_stands_aside() -> None:
    number = "<span>[<a role='doc-backlink' href='#r1'>1</a>]</span>"
    note = f"<aside class='footnote' id='n1' role='doc-footnote'>{number}<p>Measured twice.</p></aside>"
    article = read(f"<div class='post'>{TEXT}<aside class='footnote-list'>{note}</aside></div>")
    assert article.body[-1] == Note(name="n1", body=(Paragraph(text="Measured twice."),))


def test_a_list_whose_items_lead_back_are_notes() -> None:
    text = TEXT.replace("</p>", "<sup class='reference' id='r1'><a href='#n1'>[1]</a></sup></p>", 1)
    items = "<li id='n1'><b><a href='#r1'>^</a></b> <span>Pryce, Bridges.</span></li>"
    article = read(f"<div class='post'>{text}<h2>Sources</h2><ol class='x'>{items}</ol></div>")
    assert article.body[-1] == Note(name="n1", body=(Paragraph(text="Pryce, Bridges."),))
    leading = "".join(f"<li><a href='#s{n}'>Part {n}, of rust</a> and of girders</li>" for n in range(3))
    assert not any(isinstance(block, Note) for block in read(f"<div>{TEXT}<ul>{leading}</ul><p>{LAST}</p></div>").body)


def test_sources_of_which_each_has_a_list_of_links() -> None:
    links = "<ul><li><a href='https://doi.example/{0}'>View Article</a></li><li><a href='/s/{0}'>Search</a></li></ul>"
    items = "".join(
        f"<li>{n}. Moss T. On bridges and rust. Bridges 19{n}; 3: 1-9.{links.format(n)}</li>" for n in range(2)
    )
    article = read(f"<div class='post'>{TEXT}<div><h2>References</h2><ol class='refs'>{items}</ol></div></div>")
    assert "References\n\n0. Moss T." in article.text
    assert article.text.count("Moss T.") == 2
    assert "View Article" not in article.text


def test_numbered_widgets_of_a_page_builder() -> None:
    box = "<div class='el el-{0} el-widget el-widget-{1}' data-id='{0}'><div class='el-inside'>{2}</div></div>"
    pieces = [("text", f"<p>{said} {LAST}</p>") for said in SAID]
    pieces.insert(3, ("code", "<div class='hl'><pre>load = 15</pre></div>"))
    boxes = "".join(box.format(f"a{n}", kind, piece) for n, (kind, piece) in enumerate(pieces))
    article = read(f"<div class='el-wrap'>{boxes}</div>")
    assert "load = 15" in article.text


def test_parts_of_a_text_that_are_named_by_its_contents() -> None:
    parts = "".join(
        f"<div class='section toc-section'><h2>Part {n}</h2><p>{said}</p></div>" for n, said in enumerate(SAID)
    )
    article = read(f"<div class='text'>{parts}</div>")
    assert all(said in article.text for said in SAID)
    assert article.text.count("Part ") == len(SAID)


def test_a_text_parted_into_boxes_of_which_one_holds_nearly_all() -> None:
    box = "<div class='row'><div class='col'>{}</div></div>"
    end = f"<p>{LAST}</p>"
    body = box.format(TEXT * 3) + "<div class='ad'><p>Buy a boat!</p></div>" + box.format(end)
    article = read(
        f"<div class='x1'>{body}</div><div class='x2'><p>Call us on any day that suits you. We are here.</p></div>"
    )
    assert article.text.endswith(LAST)


def test_a_description_in_an_element_of_its_own() -> None:
    items = "<dt>1.</dt><dd><div>to camp,</div></dd><dt>2.</dt><dd><div>to make a fire.</div></dd>"
    text = read(f"<div class='post'>{TEXT}<p>It is forbidden on the banks:</p><dl>{items}</dl><p>{LAST}</p></div>").text
    assert "to camp," in text


def test_the_picture_that_opens_a_short_article() -> None:
    figure = "<figure><img src='/b.jpg'><figcaption>The bridge on Monday</figcaption></figure>"
    article = read(f"{figure}<div class='article-body'><p>{SAID[0]}</p><p>{SAID[1]}</p></div>")
    assert isinstance(article.body[0], Image)
    assert article.body[0].caption == "The bridge on Monday"


def test_a_short_article_has_no_buttons_and_nothing_that_is_not_shown() -> None:
    unseen = "<div class='noprint' style='display:none'>A bridge</div>"
    units = "<div><button>Metric</button><button>Imperial</button></div>"
    article = read(f"<div class='article-body'>{unseen}<p>{SAID[0]}</p>{units}<p>{SAID[1]}</p></div>")
    assert article.text == f"{SAID[0]}\n\n{SAID[1]}"


def test_a_gallery_that_says_where_its_captions_stand() -> None:
    item = "<div class='item'><div><img src='/{0}.jpg'></div><div class='lightbox-caption'>Pier {0}</div></div>"
    gallery = f"<div class='gallery gallery-caption-below'>{item.format(1)}{item.format(2)}</div>"
    article = read(f"<div class='post'>{TEXT}{gallery}<p>{LAST}</p></div>")
    assert [block.caption for block in article.body if isinstance(block, Image)] == ["Pier 1", "Pier 2"]


def test_a_caption_beside_links_to_download_its_picture() -> None:
    links = "<div class='dl'>Download: <ul><li><a href='/p'>PPT</a></li><li><a href='/g'>PNG</a></li></ul></div>"
    figure = (
        f"<div class='fig'><a href='/l'><img src='/f.png'></a>{links}<div class='figcaption'>Rust by year</div></div>"
    )
    article = read(f"<div class='post'>{TEXT}{figure}<p>{LAST}</p></div>")
    assert [block.caption for block in article.body if isinstance(block, Image)] == ["Rust by year"]


def test_a_letter_that_tables_of_one_column_lay_out() -> None:
    block = "<tr><td><table><tbody><tr><td class='c'>{}</td></tr></tbody></table></td></tr>"
    parts = [f"<h3>Part {n}</h3><p>{said}</p>" for n, said in enumerate(SAID)]
    prices = "<table><tr><td>Car</td><td>4</td></tr><tr><td>Cart</td><td>2</td></tr></table>"
    blocks = "".join(block.format(part) for part in (*parts, f"{prices}<p>{LAST}</p>"))
    head = "<tr><td><a href='#'>View this in your browser</a></td></tr>"
    article = read(f"<center><table width='600'>{head}{blocks}</table></center>")
    assert [len(block.rows) for block in article.body if isinstance(block, Table)] == [2]
    assert all(Paragraph(text=said) in article.body for said in SAID)


def test_the_first_entry_of_a_report_by_the_hour_has_its_heading() -> None:
    entry = (
        "<article class='c1'><header><a href='#e{0}'><time datetime='2024-05-04T1{0}:00Z'><span>20m ago</span>"
        "<span>1{0}.00 GMT</span></time></a>{1}</header><div class='c2'>{2}</div>"
        "<div class='c3'><button>Share post</button></div></article>"
    )
    said = [
        entry.format(3, "<h2>Part 3</h2>", f"<p>{SAID[0]} {LAST}</p><p>{SAID[1]}</p>"),
        entry.format(2, "", f"<p>{SAID[2]}</p>"),
        entry.format(1, "<h2>Part 1</h2>", f"<p>{SAID[3]}</p>"),
    ]
    byline = "<div class='c4'><a rel='author' href='/a'>Ada Brook</a> <time>Sat 4 May 2024 18.02 GMT</time></div>"
    article = read(f"<div class='c5'>{''.join(said)}</div>", f"<h1>Bridge closed till spring</h1>{byline}")
    assert [block.text for block in article.body if isinstance(block, Heading)] == ["Part 3", "Part 1"]


def test_a_standfirst_that_reads_like_the_text() -> None:
    said = "Lorries are sent through the lower town, and those who live there have begun to count them by hand."
    byline = "<div class='c4'>By Ada Brook</div><div class='c5'>4 May 2024, 10:00</div>"
    text = [f"{one} {LAST}" for one in SAID[:3]]
    paragraphs = "".join(f"<p class='c8'>{one}</p>" for one in text)
    above = f"<h1>Bridge closed till spring</h1><p class='{{}}'>{said}</p>{byline}"
    article = read(f"<div class='c7'>{paragraphs}</div>", f"<div class='c1'>{above.format('c3')}</div>")
    assert (article.subtitle, [block.text for block in article.body]) == (said, text)
    assert read(paragraphs, above.format("c8")).body[0].text == said


def test_who_says_a_quotation_is_said_behind_it_in_its_box() -> None:
    quotation = "<blockquote><div>We did not hear a word of it before.</div></blockquote>"
    box = f"<div class='c1'>{quotation}<div class='quote-author'>Bea Lund, driver</div></div>"
    article = read(f"<div class='post'>{TEXT}{box}<p>{LAST}</p></div>")
    at = next(at for at, block in enumerate(article.body) if isinstance(block, Quote))
    assert article.body[at + 1] == Paragraph(text="Bea Lund, driver")
    shared = box.replace("quote-author", "quote-share")
    assert "Bea Lund" not in read(f"<div class='post'>{TEXT}{shared}<p>{LAST}</p></div>").text


def test_a_picture_two_boxes_deep_beside_its_credit() -> None:
    picture = "<div class='c2'><div><img src='/w.jpg'></div><div class='c3-copyright'>Photo: Jo Ash</div></div>"
    box = f"<div class='c1'><div>{picture}</div><div class='c4-caption'>The jaw is lifted.</div></div>"
    article = read(f"<div class='post'>{TEXT}<div>{box}</div><p>{LAST}</p></div>")
    shown = [(block.caption, block.credit) for block in article.body if isinstance(block, Image)]
    assert shown == [("The jaw is lifted.", "Photo: Jo Ash")]


def test_a_gallery_at_the_end_goes_on_behind_an_advertisement() -> None:
    slide = (
        "<div class='c1'><div><img src='/{0}.jpg'></div><div class='c2'><p class='c3'>Gull {0} walked.</p></div></div>"
    )
    slides = [slide.format(n) for n in range(4)]
    slides.insert(2, "<div class='c4-ad'><span>Advertisement</span></div>")
    article = read(f"<div class='post'>{TEXT}{''.join(slides)}</div>")
    assert [block.caption for block in article.body if isinstance(block, Image)] == [
        f"Gull {n} walked." for n in range(4)
    ]


def test_a_title_of_the_third_level() -> None:
    opening = "<div class='c1'><div><img src='/b.jpg'></div><p class='c1-caption'>The bridge in May.</p></div>"
    page = (
        f"<html><head><title>Bridge closed till spring: Works of the lower town</title></head><body><div class='c2'>"
        f"<h3>Bridge closed till spring</h3><p>4 May 2024</p>{opening}<div class='c3'>{TEXT}</div></div></body></html>"
    )
    article = articlekit.parse(page)
    assert article.title == "Bridge closed till spring"
    shown, first = article.body[:2]
    assert isinstance(shown, Image)
    assert (shown.caption, first) == ("The bridge in May.", Paragraph(text=f"{SAID[0]} {SAID[1]}"))


def test_headings_of_the_first_level_within_the_text() -> None:
    article = read(f"<div class='post'>{TEXT}<h1 class='c1'>Loads</h1><p>{LAST}</p></div>")
    assert [block.text for block in article.body if isinstance(block, Heading)] == ["Loads"]


def test_a_short_subtitle_between_title_and_byline() -> None:
    above = (
        "<div><h1 class='t1'>Bridge closed till spring</h1></div><div><h2 class='s1'>What the lorries do now</h2></div>"
        "<div class='b1'><p class='n1'>Ada Brook</p><button>Follow</button><div><span>6 min read</span>"
        "<span>Aug 3, 2023</span></div></div>"
    )
    article = read("", f"<div class='c1'>{above}{TEXT.replace('<p>', '<p class=x1>')}</div>")
    assert (article.subtitle, article.body[0].text) == ("What the lorries do now", f"{SAID[0]} {SAID[1]}")


def test_what_is_said_of_a_text_in_a_list_between_standfirst_and_text() -> None:
    said = "<p class='lead'>Ada Brook spoke at the meeting of the boards on 4 March.</p>"
    facts = (
        "<dl><dt>From:</dt><dd><a href='/d'>Department of Rivers</a></dd><dt>Published</dt><dd>5 March 2024</dd>"
        "<dt>Given on:</dt><dd>4 March 2024 (Transcript of the speech, exactly as it was given)</dd></dl>"
    )
    text = "".join(f"<p>{one}</p>" for one in SAID[:3])
    article = read(f"{said}<div class='metadata'>{facts}</div><div class='c1'>{text}</div>")
    assert article.body[0].text == SAID[0]


def test_the_days_that_begin_entries() -> None:
    entry = (
        "<div class='timeline-item'><div class='timeline-date'>{}</div>"
        "<div class='timeline-content'><p>{}</p></div></div>"
    )
    days = ("1641", "June 1702", "1866", "Today")
    entries = "".join(map(entry.format, days, SAID))
    article = read(f"<p>{LAST}</p><div class='timeline'>{entries}</div><p>{SAID[4]}</p>")
    assert "\n\n".join(part for pair in zip(days, SAID, strict=False) for part in pair) in article.text


@pytest.mark.parametrize("formula", ["$$q = k \\cdot i$$", "\\[ q = k i \\]"])
def test_a_formula_in_a_box_of_its_own(formula: str) -> None:
    box = (
        f"<div class='c1-equation'><div class='c2-content'><span>{formula}</span></div><div class='c3'>(1)</div></div>"
    )
    article = read(f"<div class='post'>{TEXT}<p>The flow is</p>{box}<p>where k is what it lets through.</p></div>")
    assert formula in article.text


def test_a_name_holds_the_first_paragraph_of_a_short_interview() -> None:
    first = "Eva Sand measures for the county where it is still quiet: we met her where you hear your own blood."
    asked = ("How do you measure silence?", "And then?", "Is there a place without any noise?", "Why not say where?")
    said = (
        "You wait. After an hour you hear the device, after two you hear yourself.",
        "Then there comes a plane, most of the time, and you begin anew.",
        "There are three. I do not say which they are, and I shall not.",
        "Because you would drive there, and your readers behind you.",
    )
    pair = "<p class='q'><strong>{}</strong></p><p class='a'>{}</p>"
    parts = "".join(map(pair.format, asked, said))
    article = read(f"<div class='t'><div class='x-bodytext'><p>{first}</p></div></div><div class='i'>{parts}</div>")
    assert article.text == "\n\n".join((first, *(one for both in zip(asked, said, strict=True) for one in both)))


def test_what_a_box_is_called_in_a_header_of_its_own() -> None:
    items = "<ul><li>Needs power, but less than you think</li><li>Works below zero, too</li></ul>"
    box = f"<div class='card'><div class='card-header'>In short</div><div class='card-body'>{items}</div></div>"
    assert "In short\n\nNeeds power" in read(f"<div class='post'>{TEXT}{box}<p>{LAST}</p></div>").text


def test_a_date_over_a_byline_in_a_page_for_print() -> None:
    text = "<br><br>".join(f"{one} {LAST}" for one in SAID)
    page = (
        "<html><head><title>Print: Bridge closed till spring</title></head><body><h1>Bridge closed till spring</h1>"
        f"<b>The Gazette, 3 May 2006</b><br><i>By Hal Penrose</i><br><br>{text}<br><br></body></html>"
    )
    article = articlekit.parse(page)
    assert ([author.name for author in article.authors], article.body[0].text) == (["Hal Penrose"], f"{SAID[0]} {LAST}")


def test_a_table_under_the_last_heading() -> None:
    table = "<table><tr><th>Adults</th><td>20</td></tr><tr><th>Children</th><td>nothing</td></tr></table>"
    useful = "<div class='feedback'><h2>Was this page useful?</h2><button>Yes</button><button>No</button></div>"
    steps = "".join(f"<li><h2>Step {n}</h2><p>{said}</p></li>" for n, said in enumerate(SAID[:3]))
    article = read(f"<p>{LAST}</p><ol>{steps}</ol><h2>Fees</h2>{table}{useful}")
    assert article.text.endswith("Fees\n\nAdults\t20\nChildren\tnothing")


def test_empty_lines_in_code_that_breaks_its_lines_by_elements() -> None:
    lines = "".join(f"<span class='token-line'><span>{line}</span><br></span>" for line in ("load = [", "", "]"))
    code = f"<div class='code'><pre class='prism-code'><code>{lines}</code></pre><button>Copy</button></div>"
    article = read(f"<div class='post'>{TEXT}<h2>Loads</h2>{code}</div><div><p>Was this of use?</p></div>")
    assert [block.text for block in article.body if isinstance(block, Code)] == ["load = [\n\n]\n"]


@pytest.mark.parametrize(
    ("reference", "notes"),
    [
        (
            "<sup><a href='#ftnt1' id='ftnt_ref1'>[1]</a></sup>",
            "<div><p><a href='#ftnt_ref1' id='ftnt1'>[1]</a><span> Measured twice.</span></p></div>",
        ),
        (
            "<a href='#_ftn1' name='_ftnref1'><span>[1]</span></a>",
            "<br><hr><div id='ftn1'><p><a href='#_ftnref1' name='_ftn1'><b>[1]</b></a> Measured twice.</p></div>",
        ),
        ("<sup id='r1'><a href='#n1'>1</a></sup>", "<p id='n1'><a href='#r1'>1.</a> Measured twice.</p>"),
        (
            "<sup class='footnote'>[<a id='r1' class='footnote' href='#d1'>1</a>]</sup>",
            "<div id='footnotes'><hr><div class='footnote' id='d1'><a href='#r1'>1</a>. Measured twice.</div></div>",
        ),
    ],
    ids=["google docs", "word", "by hand", "asciidoctor"],
)
def test_paragraphs_that_lead_back_are_notes(reference: str, notes: str) -> None:
    text = TEXT.replace("</p>", f"{reference}</p>", 1)
    article = read(f"<div class='post'>{text}{notes}</div>")
    first, last = article.body[0], article.body[-1]
    assert isinstance(first, Paragraph)
    assert isinstance(last, Note)
    assert not any(isinstance(block, Rule) for block in article.body)
    assert [mark.url for mark in first.marks if mark.kind == "note"] == [f"#{last.name}"]
    assert last.body[-1].text.endswith("Measured twice.")
    assert "1" not in article.text.split("\n\n")[-1]


def test_paragraphs_that_are_led_to_from_a_list_are_no_notes() -> None:
    parts = "".join(f"<p><a id='s{n}' href='#t{n}'>The part on {n}</a> {said}</p>" for n, said in enumerate(SAID))
    items = "".join(f"<li><a id='t{n}' href='#s{n}'>The part on {n}</a></li>" for n in range(len(SAID)))
    assert not any(isinstance(block, Note) for block in read(f"<div class='post'><ul>{items}</ul>{parts}</div>").body)


def test_breaks_that_part_nothing() -> None:
    article = read(f"<div class='post'><hr>{TEXT}<hr><hr><p>{LAST}</p><hr></div>")
    assert [type(block) for block in article.body[-3:]] == [Paragraph, Rule, Paragraph]
    assert isinstance(article.body[0], Paragraph)


def test_a_figure_that_is_named_for_what_it_shows() -> None:
    caption = "<figcaption class='thumbcaption'><p class='caption'>The mill at night</p></figcaption>"
    figure = f"<figure class='thumb show-info-icon'><a href='/m.png'><img src='/m.png'></a>{caption}</figure>"
    article = read(f"<div class='post'>{TEXT}{figure}<p>{LAST}</p></div>")
    assert [block.caption for block in article.body if isinstance(block, Image)] == ["The mill at night"]


def test_a_preamble_is_of_the_text() -> None:
    preamble = (
        f"<div id='preamble'><div class='sectionbody'><div class='paragraph'><p>{LAST} {SAID[2]}</p></div></div></div>"
    )
    article = read(f"<div id='content'>{preamble}<div class='sect1'><h2>Loads</h2>{TEXT}</div></div>")
    assert article.text.startswith(LAST)
    assert article.subtitle is None


def test_a_document_that_says_the_title_of_its_page_once_more() -> None:
    again = "<p class='title'>Bridge closed till spring</p>"
    assert read(f"<div class='doc-content'>{again}{TEXT}</div>").text.startswith(SAID[0])
    assert "Bridge closed till spring" in read(f"<div class='doc-content'>{TEXT}{again}<p>{LAST}</p></div>").text
