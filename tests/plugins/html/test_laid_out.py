"""What authors lay out in the pieces of editors and page builders is the text of a post, however short it is."""

import pytest

import articlekit

LETTER = (
    "The letter had been lying in a drawer for thirty years. Nobody in the house could say who had put it there.",
    "We read it at the kitchen table. It was four pages long, in a small hand, and spoke of a summer and of a boat.",
    "My brother laughed, but my aunt did not. She took the pages, folded them in the old creases, and went upstairs.",
    "So I began to ask others. The people in the village are old, and none of them has forgotten the boat.",
    "In October a man came who had mended it. He had the bill with him, and the bill had never been paid.",
)
PROSE = "".join(f"<p>{said}</p>" for said in LETTER)


def text_of(content: str) -> list[str]:
    page = (
        '<title>The boat - A Site</title><body><header><a href="/">A Site</a></header><h1>The boat</h1>'
        f'<div class="entry-content">{content}</div><footer>A Site</footer>'
    )
    return [line for line in articlekit.parse(page, format="html").text.split("\n\n") if line not in LETTER]


def elementor(widget: str, content: str) -> str:
    return (
        f'<div class="elementor-element elementor-widget elementor-widget-{widget}">'
        f'<div class="elementor-widget-container">{content}</div></div>'
    )


TOGGLE = (
    '<div class="elementor-toggle-item"><div class="elementor-tab-title" role="button" aria-expanded="false">'
    '<a class="elementor-toggle-title">Who was he?</a></div>'
    '<div class="elementor-tab-content"><p>A joiner.</p></div></div>'
)
ELEMENTOR = (
    '<div class="elementor elementor-7"><div class="elementor-element e-con e-parent"><div class="e-con-inner">'
    + elementor("heading", '<h2 class="elementor-heading-title">A drawer</h2>')
    + elementor("text-editor", PROSE)
    + elementor("icon-list", '<ul class="elementor-icon-list-items"><li>Oak</li><li>No key</li></ul>')
    + elementor("toggle", TOGGLE)
    + "</div></div></div>"
)
DIVI = (
    '<div class="et-boc"><div class="et-l et-l--post"><div class="et_builder_inner_content">'
    f'<div class="et_pb_module et_pb_text"><div class="et_pb_text_inner">{PROSE}</div></div>'
    '<div class="et_pb_module et_pb_blurb"><h4 class="et_pb_module_header">The bill</h4>'
    '<div class="et_pb_blurb_description"><p>Forty crowns.</p></div></div></div></div></div>'
)
WPBAKERY = (
    '<div class="wpb-content-wrapper"><div class="vc_row wpb_row"><div class="wpb_wrapper">'
    f'<div class="wpb_text_column"><div class="wpb_wrapper">{PROSE}</div></div>'
    '<div class="vc_message_box vc_color-info"><p>It is for sale.</p></div></div></div></div>'
)
COLUMNS = (
    f'{PROSE}<div class="wp-block-columns">'
    '<div class="wp-block-column"><h4>For</h4><ul><li>Oak</li><li>Old</li></ul></div>'
    '<div class="wp-block-column"><h4>Against</h4><ul><li>Leaks</li></ul></div></div>'
)
SITE_ORIGIN = (
    '<div class="panel-layout"><div class="panel-grid">'
    f'<div class="so-panel widget"><div class="siteorigin-widget-tinymce">{PROSE}</div>'
    '</div></div><div class="panel-grid"><div class="so-panel widget"><ul><li>Thursdays</li><li>At seven</li></ul>'
    "</div></div></div>"
)
BOXES = (
    f'{PROSE}<div class="swell-block-capbox cap_box"><div class="cap_box_ttl">Bring</div><ul><li>Boots</li></ul></div>'
    '<div class="alert-box common-icon-box">No lamps</div>'
)
PIECES = {
    "Elementor": (ELEMENTOR, ["A drawer", "Oak", "No key", "Who was he?", "A joiner."]),
    "Divi": (DIVI, ["The bill", "Forty crowns."]),
    "WPBakery": (WPBAKERY, ["It is for sale."]),
    "SiteOrigin": (SITE_ORIGIN, ["Thursdays", "At seven"]),
    "boxes of themes": (BOXES, ["Bring", "Boots", "No lamps"]),
    "columns": (COLUMNS, ["For", "Oak", "Old", "Against", "Leaks"]),
}


@pytest.mark.parametrize(("content", "lines"), PIECES.values(), ids=PIECES)
def test_short_pieces_are_text(content: str, lines: list[str]) -> None:
    assert text_of(content) == lines


GROUP = '<div class="wp-block-group"><h3>We ask you a favour</h3><p>Help us.</p>{}</div>'
NO_TEXT = {
    "a call with a button": GROUP.format('<div class="wp-block-button"><a href="/give">Give</a></div>'),
    "a call with a form": '<div class="wp-block-columns"><h3>Tales of boats once a month, for those who like them</h3>'
    '<div class="hubspot-form"></div></div>',
    "an area for widgets": f'<section class="below-content widget">{GROUP.format("")}</section>',
    "what the site knows": '<div class="elementor-widget-post-info">Jo Field, in News</div>',
    "links": GROUP.format("").replace("We ask you a favour", '<a href="/next">The next</a>').replace("Help us.", ""),
}


@pytest.mark.parametrize("piece", NO_TEXT.values(), ids=NO_TEXT)
def test_what_a_site_puts_there_is_none(piece: str) -> None:
    assert text_of(PROSE + piece) == []
