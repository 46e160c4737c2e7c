"""Text that a page shows only when its scripts have run."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

import articlekit

TITLE = "The river Weser rises again"
SENTENCES = (
    "The river Weser reached the first houses shortly after midnight, and by two it stood in every cellar.",
    "Nobody was hurt, the mayor said in the morning, but the school will be closed until the water falls again.",
    'It "rises" faster than in the flood of 1981, as a board on the bridge shows: twelve inches in an hour.',
)
PROSE = "".join(f"<p>{sentence}</p>" for sentence in SENTENCES * 2)
HTML = f'<div class="text">{PROSE}<h2>What is next</h2>{PROSE}</div>'
TEXT = "\n\n".join((*SENTENCES * 2, "What is next", *SENTENCES * 2))
LITERAL = json.dumps(HTML).replace("</", "<\\/")
MENU = "<p>All that is shown before the script has run is this.</p>"


def page(script: str, kind: str = "", title: str = TITLE) -> str:
    body = f"<div id=root>{MENU}</div><script{kind}>{script}</script>"
    return f"<html><head><title>{title}</title></head><body>{body}</body></html>"


DATA = json.dumps({"props": {"post": {"id": 7, "body": HTML}}}).replace("</", "<\\/")
SCRIPTS = {
    "data": page(DATA, " type='application/json'"),
    "a variable": page(f"window.__STATE__ = {DATA};"),
    "data in a string": page(f"load({json.dumps(DATA)})"),
    "a string in data in a string": page(f"load({json.dumps(json.dumps({'of': DATA}))})"),
    "a stream": page(f'push([1,"24:T1b7b,"])</script><script>push([1,{LITERAL}])'),
    "escapes of JavaScript alone": page(f"x = {{post: {LITERAL.replace('<', chr(92) + 'x3c')}}}"),
    "other escapes of JavaScript": page("x = " + LITERAL.replace("1981", r"\u{31}981").replace("houses", r"\houses")),
    "the head": page("").replace("<title>", f"<script>x = {LITERAL}</script><title>"),
}


@pytest.mark.parametrize("script", SCRIPTS)
def test_the_text_is_found(script: str) -> None:
    article = articlekit.parse(SCRIPTS[script], format="html")

    assert article.text == TEXT
    assert [note.code for note in article.diagnostics] == ["html.body-from-scripts"]


@pytest.mark.parametrize("lost", range(1, 9))
def test_what_is_left_of_a_page_that_was_cut_off_is_found(lost: int) -> None:
    literal = LITERAL.replace("<", "\\u003c")
    end = literal.rindex("\\u003cp>It")
    cut = page(f"x = {literal}").partition(literal[end + 9 - lost :])[0]

    assert articlekit.parse(cut, format="html").text == TEXT.rpartition("\n\n")[0]


@pytest.mark.parametrize(
    "script",
    [
        page(LITERAL, title="A recipe for soup with onions"),
        page(LITERAL, title=""),
        page(LITERAL, title="Weser"),
        page(json.dumps({"Weser": f"The river rises again. {TEXT}"})),
        page(json.dumps(f"<p>{TITLE}</p><p>Soon.</p><p>More.</p>")),
    ],
    ids=["of another matter", "without a title", "of one word", "data, not HTML", "too little"],
)
def test_what_may_be_something_else_is_left(script: str) -> None:
    article = articlekit.parse(script, format="html")

    assert "midnight" not in article.text
    assert "html.body-from-scripts" not in [note.code for note in article.diagnostics]


def test_signs_of_code_in_the_text_are_text() -> None:
    said = HTML.replace("the school", r"the C:\\school \\d+ \\u0041")
    article = articlekit.parse(page(json.dumps(said).replace("</", "<\\/")), format="html")

    assert r"the C:\\school \\d+ \\u0041 will" in article.text


@pytest.mark.parametrize("sign", ["\u000b", "\u001c", "\u0001", "\ufffe"])
def test_characters_that_xml_cannot_hold(sign: str) -> None:
    article = articlekit.parse(page(json.dumps(f"{sign}<div>{sign}{PROSE}</div>").replace("</", "<\\/")), format="html")

    assert "midnight" in article.text or "html.body-from-scripts" not in [note.code for note in article.diagnostics]


def test_what_is_shown_is_not_mixed_with_what_scripts_hold() -> None:
    article = articlekit.parse(page(LITERAL).replace(MENU, f"<h1>{TITLE}</h1><p>{SENTENCES[0]}</p>"), format="html")

    assert article.text == TEXT


def test_the_page_itself_is_believed_where_it_shows_its_text() -> None:
    shown = page(LITERAL.replace("midnight", "noon")).replace(MENU, f"<h1>{TITLE}</h1>{HTML}")
    article = articlekit.parse(shown, format="html")

    assert article.text == TEXT
    assert article.diagnostics == ()


def test_the_explanation_tells_where_the_text_stood() -> None:
    assert articlekit.explain(SCRIPTS["data"], format="html").container == "div.text"


@given(st.lists(st.text(alphabet='ab <>&\\"\n', min_size=1, max_size=12), max_size=30))
def test_any_script_is_looked_through(parts: list[str]) -> None:
    script = '"'.join(parts) + LITERAL[:-9] + '\\"' * 9
    article = articlekit.parse(page(script), format="html")

    assert article.title == TITLE


FIRST, SECOND, THIRD = SENTENCES
TYPED = {
    "a site's own": [
        {"type": "paragraph", "text": FIRST},
        {"type": "heading", "level": 3, "text": "What is next"},
        {"type": "image", "url": "/w.jpg", "text": "No text"},
        {"type": "paragraph", "text": SECOND},
        {"type": "list", "items": ["sand", "boats"]},
    ],
    "Sanity": [
        {"_type": "block", "style": "normal", "children": [{"_type": "span", "text": FIRST}]},
        {"_type": "block", "style": "h3", "children": [{"_type": "span", "text": "What is "}, {"text": "next"}]},
        {"_type": "block", "style": "normal", "children": [{"_type": "span", "text": SECOND}]},
        {"_type": "block", "style": "normal", "listItem": "bullet", "children": [{"text": "sand"}]},
        {"_type": "block", "style": "normal", "listItem": "bullet", "children": [{"text": "boats"}]},
    ],
    "Contentful": {
        "nodeType": "document",
        "content": [
            {"nodeType": "paragraph", "content": [{"nodeType": "text", "value": FIRST, "marks": []}]},
            {"nodeType": "heading-3", "content": [{"nodeType": "text", "value": "What is next"}]},
            {"nodeType": "paragraph", "content": [{"nodeType": "text", "value": SECOND}]},
            {
                "nodeType": "unordered-list",
                "content": [
                    {"nodeType": "list-item", "content": [{"nodeType": "paragraph", "content": [{"value": item}]}]}
                    for item in ("sand", "boats")
                ],
            },
        ],
    },
    "Editor.js": {
        "blocks": [
            {"type": "paragraph", "data": {"text": FIRST}},
            {"type": "header", "data": {"text": "What is next", "level": 3}},
            {"type": "paragraph", "data": {"text": SECOND}},
            {"type": "list", "data": {"style": "unordered", "items": ["sand", "boats"]}},
        ]
    },
    "Draft.js": {
        "blocks": [
            {"type": "unstyled", "text": FIRST},
            {"type": "header-three", "text": "What is next"},
            {"type": "unstyled", "text": SECOND},
            {"type": "unordered-list-item", "text": "sand"},
            {"type": "unordered-list-item", "text": "boats"},
        ]
    },
}


@pytest.mark.parametrize("kind", TYPED)
@pytest.mark.parametrize("script", ["{}", "window.__STATE__ = {};", "var a = [1]; window.state={}"])
def test_blocks_that_say_what_they_are(kind: str, script: str) -> None:
    related = {"title": "Another river", "body": TYPED["a site's own"]}
    post = {"props": {"post": {"title": TITLE, "body": TYPED[kind], "more": {"of": {"the": {"same": [related]}}}}}}
    article = articlekit.parse(page(script.replace("{}", json.dumps(post))), format="html")

    assert [type(block).__name__ for block in article.body] == ["Paragraph", "Heading", "Paragraph", "List"]
    assert article.text == f"{FIRST}\n\nWhat is next\n\n{SECOND}\n\nsand\n\nboats"
    assert [note.code for note in article.diagnostics] == ["html.body-from-scripts"]


def test_html_beside_the_title_needs_none_of_its_words() -> None:
    html = "<p>It stood in every cellar by two.</p><p>The school is closed.</p><p>Boats were sent for.</p>" * 4
    post = json.dumps({"data": {"title": TITLE, "content": html}})

    assert articlekit.parse(page(post), format="html").text.startswith("It stood in every cellar")


def test_blocks_of_another_article_are_not_taken() -> None:
    other = json.dumps({"title": "Another", "body": TYPED["a site's own"], "seen": [{"title": TITLE}]})

    assert FIRST not in articlekit.parse(page(f"x = {other}"), format="html").text


@pytest.mark.parametrize("broken", ["[" * 50_000, "=[1," * 20_000, '={"a":' * 20_000])
def test_what_only_begins_as_json_is_none(broken: str) -> None:
    assert articlekit.parse(page(f"'{TITLE}'; {broken}"), format="html").text == MENU[3:-4]
