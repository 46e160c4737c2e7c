"""Newsletters as browsers show them: laid out in tables."""

import articlekit

FIRST = (
    "The harbour of Norholm was dredged for the first time since 1961, and eleven anchors came to light.",
    "Two of them are older than the town itself, says the museum, which will show them from May on.",
    "Nobody knows which ships they were lost by, for the books of the harbour burnt in the winter of 1830.",
)
SECOND = (
    "The mud was brought to the old quarry. It will take four years until anything can be built on it.",
    "Until then the council has let the ground to a farmer, who keeps geese there and pays with two of them a year.",
)


def piece(*texts: str) -> str:
    """Give a piece of a newsletter as programs that send them write it."""
    text = "".join(f"<p>{text}</p>" for text in texts)
    return (
        '<table class="mcnTextBlock"><tbody class="mcnTextBlockOuter"><tr><td class="mcnTextBlockInner">'
        f'<table class="mcnTextContentContainer"><tbody><tr><td class="mcnTextContent">{text}</td></tr></tbody></table>'
        "</td></tr></tbody></table>"
    )


def test_all_pieces_are_of_the_text() -> None:
    rule = '<table class="mcnDividerBlock"><tbody><tr><td><table><tr><td></td></tr></table></td></tr></tbody></table>'
    body = piece(*FIRST) + rule + piece(*SECOND)
    page = (
        "<html><title>Eleven anchors</title><body><center><table><tr><td>"
        f'<table id="body"><tr><td><h1>Eleven anchors</h1>{body}</td></tr></table>'
        f'<table id="footer"><tr><td>{piece("You can <a href=/unsubscribe>unsubscribe from this list</a>.")}</td></tr>'
        "</table></td></tr></table></center></body></html>"
    )
    assert articlekit.parse(page).text == "\n\n".join((*FIRST, *SECOND))
