"""Pages whose elements keep their content in shadow trees."""

import articlekit

FIRST = "The harbour of Norholm was dredged for the first time since 1961, and eleven anchors came to light."
LAST = "Two of them are older than the town itself, says the museum, which will show them from May on."
TEXT = f"<p>{FIRST}</p><p>{LAST}</p>"


def in_shadow(shadow: str, light: str, element: str = "gazette-article") -> str:
    """Give an element with a shadow tree as browsers write it, and what stands beside the tree."""
    return f'<{element}><template shadowrootmode="open"><style>p {{}}</style>{shadow}</template>{light}</{element}>'


def parse(body: str) -> articlekit.Article:
    return articlekit.parse(f"<html><title>Eleven anchors</title><body>{body}</body></html>")


SHADOW = (
    '<article><header><slot name="title"></slot><p>By <slot name="author">the editors</slot></p></header>'
    '<div class="text"><slot></slot></div></article>'
)
TITLE = '<h1 slot="title">Eleven anchors</h1>'


def test_slots_say_where_things_are_shown() -> None:
    article = parse(in_shadow(SHADOW, f'{TEXT}{TITLE}<span slot="author">Ada Lund</span>'))
    assert article.title == "Eleven anchors"
    assert [author.name for author in article.authors] == ["Ada Lund"]
    assert article.text == f"{FIRST}\n\n{LAST}"


def test_a_tree_in_a_tree_hands_on_what_it_is_given() -> None:
    inner = in_shadow("<section><slot></slot></section>", '<slot name="body"></slot>', "gazette-text")
    light = f'<div slot="body">{TEXT}</div>{TITLE}'
    article = parse(in_shadow(f'<header><slot name="title"></slot></header>{inner}', light))
    assert (article.title, article.text) == ("Eleven anchors", f"{FIRST}\n\n{LAST}")


def test_what_no_slot_takes_is_not_lost() -> None:
    assert parse(in_shadow("<nav>Home</nav>", f"<h1>Eleven anchors</h1>{TEXT}")).text == f"{FIRST}\n\n{LAST}"


def test_other_templates_stay_unseen() -> None:
    body = f"<h1>Eleven anchors</h1><article>{TEXT}<template><p>{LAST} {FIRST}</p></template></article>"
    assert parse(body + "<p shadowrootmode></p>").text == f"{FIRST}\n\n{LAST}"
