import pytest
from hypothesis import given
from hypothesis import strategies as st

from articlekit_wordpress.shortcodes import drop_shortcodes, has_shortcodes

DROPPED = {
    "with an attribute": ('<p>[box color="red"]Kept.[/box]</p>', "<p>Kept.</p>"),
    "typographic quotes as references": ("[vc_row type=&#8221;x&#8243;]Kept.[/vc_row]", "Kept."),
    "typographic quotes": ("<p>[contact-form-7 id=”5″ title=“Ask us”]</p>", "<p></p>"),
    "guillemets": ("[box color=&laquo;red&raquo;]Kept.[/box]", "Kept."),
    "bare value of a common attribute": ("<p>[table id=1 /]</p>", "<p></p>"),
    "attributes on lines of their own": ("[slider<br />\nid=&#8221;3&#8243;<br />\nspeed=&#8221;5&#8243;]", ""),
    "closed by its name": ("[b]bo[/b]ld", "bold"),
    "BBCode": ("[url=http://x.example/]text[/url]", "text"),
    "inside a word": ("[dropcap]S[/dropcap]eparated", "Separated"),
    "own, alone in its paragraph": ("<p>[gallery]</p>", "<p></p>"),
    "underscored, among others": ("[my_row][my_cell]Kept.", "Kept."),
    "a close without its start": ("Kept.[/vc_row]", "Kept."),
    "words of two boxes stay apart": (
        "[vc_column_text]One[/vc_column_text][vc_column_text]Two[/vc_column_text]",
        "One<div></div>Two",
    ),
    "caption": (
        '<p>[caption id="attachment_6"]<a href="b.jpg"><img src="a.jpg" /></a> Said <b>here</b>[/caption]</p>',
        '<p><figure><a href="b.jpg"><img src="a.jpg" /></a><figcaption>Said <b>here</b></figcaption></figure></p>',
    ),
    "caption in an attribute": (
        '[caption width="300" caption="Said here"]<img src="a.jpg" />[/caption]',
        '<figure><img src="a.jpg" /><figcaption>Said here</figcaption></figure>',
    ),
    "embed": (
        "[embed]https://v.example/watch?v=1&amp;t=2[/embed]",
        '<iframe src="https://v.example/watch?v=1&amp;t=2"></iframe>',
    ),
    "video": ('[video mp4="https://v.example/a.mp4"][/video]', '<video src="https://v.example/a.mp4"></video>'),
}

KEPT = {
    "editor's words": "He said [sic] that [the minister] would.",
    "numbers": "As shown [1], [2–4] and [12].",
    "left out": "One […] two [...] three",
    "Markdown": "See [the page](https://x.example/) and [my_page](y).",
    "wiki": "[[Main page]] and [[gallery]]",
    "placeholder": "Dear [first_name], your [IMAGE] and [lcv]",
    "own name in prose": "see the [gallery] below, and [video]",
    "equation": "[let x=5]",
    "index in code": "arr[my_index] = other[i]",
    "code behind what is no script": '<ſcript> <pre>[box color="red"]x[/box]</pre>',
    "code": '<pre>[box color="red"]x[/box]</pre> and <code>[gallery ids="1"]</code>',
    "transcript": "<p>[applause]</p><p>[cross-talk]</p>",
    "smileys": "well [/sarcasm]",
}


@pytest.mark.parametrize(("html", "without"), DROPPED.values(), ids=DROPPED)
def test_tags_go_and_text_stays(html: str, without: str) -> None:
    left, (note,) = drop_shortcodes(html)

    assert left == without
    assert note.code == "body.shortcodes-dropped"
    assert has_shortcodes(html)


@pytest.mark.parametrize("html", KEPT.values(), ids=KEPT)
def test_other_brackets_stay(html: str) -> None:
    assert drop_shortcodes(html) == (html, ())
    assert not has_shortcodes(html)


def test_the_note_names_and_counts_the_tags() -> None:
    _, (note,) = drop_shortcodes('[vc_row a="b"][vc_row c="d"][my_icon e="f"]')

    assert "[vc_row] ×2, [my_icon]" in note.message


@given(st.text(alphabet="[]/=\"' a_b<>p-", max_size=60))
def test_nothing_but_tags_is_dropped(html: str) -> None:
    left, notes = drop_shortcodes(html)

    assert bool(notes) == has_shortcodes(html)
    assert left == html or notes
