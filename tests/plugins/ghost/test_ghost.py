"""Ghost: answers of its APIs, exports, and what is broken in them."""

import json
from collections.abc import Callable
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import articlekit
from articlekit import Article, Author, ErrorAnswer, Site
from articlekit.blocks import Code, Embed, Figure, Heading, Image, List, Mark, Paragraph, Quote, Rule
from articlekit.plugin import Json
from articlekit.testing import ParserConformance

SAMPLES = Path(__file__).parent / "samples"
ANSWER = (SAMPLES / "answer.json").read_bytes()
EXPORT = (SAMPLES / "export.json").read_bytes()


class TestGhost(ParserConformance):
    format = "ghost"
    samples = SAMPLES

    def grown(self, times: int) -> bytes:
        """One answer of many posts: of answers behind one another the broken one is repaired up to a bound alone."""
        answer = json.loads(ANSWER)
        return json.dumps({**answer, "posts": answer["posts"] * times}).encode()


def codes(article: Article) -> list[str]:
    return [diagnostic.code for diagnostic in article.diagnostics]


def test_a_post_of_an_answer() -> None:
    article, _ = articlekit.parse_all(ANSWER)

    assert (article.id, article.url) == ("66339c7aab", "https://port.example/harbour/")
    assert (article.title, article.summary) == ("The harbour is open again", "Four weeks after the storm.")
    assert article.published == datetime(2024, 5, 2, 10, tzinfo=timezone(timedelta(hours=2)))
    assert [author.name for author in article.authors] == ["Ada Marsh", "Ben Cod"]
    assert article.tags == ("News",)
    assert article.image == "https://port.example/content/images/harbour.jpg"
    assert [type(block) for block in article.body] == [Paragraph, Image, Paragraph]
    assert codes(article) == []
    assert article.extra == {
        "uuid": "7c1e0f8e-2c2b-4b0e-9b39-0b7f6a2d1c11",
        "slug": "harbour",
        "comment_id": "66339c7aab",
        "feature_image_alt": "The harbour",
        "featured": True,
        "visibility": "public",
        "created_at": "2024-05-01T08:00:00.000+00:00",
        "access": True,
        "internal_tags": ["#wide"],
    }


def test_what_is_for_members_is_said_to_be_missing() -> None:
    _, article = articlekit.parse_all(ANSWER)

    assert article.text == "Three cranes are sold."
    assert codes(article) == ["body.truncated", "summary.automatic"]


def test_an_export_has_its_authors_tags_and_settings_in_tables() -> None:
    article, _ = articlekit.parse_all(EXPORT)

    assert article.authors == (Author(name="C. Dab", url="https://dab.example/", kind="Person"),)
    assert (article.tags, article.language, article.site) == (("Sea",), "en-GB", Site(name="Port news"))
    assert article.published == datetime(2024, 5, 2, 8, tzinfo=UTC)
    assert article.extra["internal_tags"] == ["#draft"]
    assert article.extra["feature_image"] == "__GHOST_URL__/content/images/tide.jpg"
    assert article.origin is not None
    assert article.origin.place == "$.db[0].data.posts[0]"


def test_the_site_is_put_where_an_export_has_a_placeholder() -> None:
    article, _ = articlekit.parse_all(EXPORT, url="https://port.example/ghost/export")

    assert article.image == "https://port.example/content/images/tide.jpg"
    assert article.body == (
        Paragraph(text="See the moon.", marks=(Mark(kind="link", start=4, end=12, url="https://port.example/moon/"),)),
    )


def test_a_post_without_html_is_read_from_what_the_editor_keeps() -> None:
    _, article = articlekit.parse_all(EXPORT)

    assert article.body == (
        Heading(text="How", level=3),
        Paragraph(
            text="Write soon\nhere",
            marks=(
                Mark(kind="emphasis", start=6, end=10),
                Mark(kind="strong", start=6, end=10),
                Mark(kind="link", start=11, end=15, url="https://port.example/jobs"),
            ),
        ),
        List(items=((Paragraph(text="A < B", marks=(Mark(kind="code", start=0, end=5),)),),), ordered=True, start=2),
        Image(
            url="https://port.example/pilot.jpg",
            alt="A pilot",
            caption="One of us",
            caption_marks=(Mark(kind="strong", start=0, end=3),),
        ),
    )
    assert codes(article) == []
    assert article.extra["status"] == "draft"


def of_editor(name: str, document: object) -> Article:
    post = {"id": "1", "title": "A", "slug": "a", "html": None, name: json.dumps(document), "comment_id": "1"}
    return articlekit.parse(json.dumps({"posts": [post]}), format="ghost")


MOBILEDOC = {
    "version": "0.3.2",
    "markups": [["strong"], ["a", ["href", "https://port.example/a?b=1&c=2"]], ["blink"]],
    "atoms": [["soft-return", "", {}], ["mention", "@ada", {}]],
    "cards": [
        ["image", {"src": "https://port.example/pilot.jpg", "alt": "A pilot", "caption": "<em>One</em> of us"}],
        ["hr", {}],
        ["code", {"language": "c++", "code": "if (a < b) {\n}"}],
        ["card-markdown", {"markdown": "Tides & *moons*\n\nAnd stars"}],
        ["bookmark", {"url": "https://port.example/tides", "metadata": {"title": "Tides < moons"}}],
        ["email-cta", {"html": "<p>Join us</p>"}],
    ],
    "sections": [
        [1, "h3", [[0, [], 0, "How"]]],
        [1, "p", [[0, [], 0, "Write "], [0, [0, 1], 1, "soon & "], [0, [2], 2, "often"], [1, [], 0, 0], [1, [], 0, 1]]],
        [3, "ol", [[[0, [], 0, "A < B"]], [[0, [0], 1, "C"]]]],
        *([10, number] for number in range(6)),
        [1, "blockquote", [[0, [], 0, "So it is."]]],
        [2, "https://port.example/b.jpg"],
        [99, "what"],
        [10, 44],
    ],
}


def test_a_post_of_the_editor_before_is_read_from_what_that_keeps() -> None:
    article = of_editor("mobiledoc", MOBILEDOC)

    url = "https://port.example/a?b=1&c=2"
    assert article.body == (
        Heading(text="How", level=3),
        Paragraph(
            text="Write soon & often\n@ada",
            marks=(Mark(kind="strong", start=6, end=18), Mark(kind="link", start=6, end=12, url=url)),
        ),
        List(
            items=(
                (Paragraph(text="A < B"),),
                (Paragraph(text="C", marks=(Mark(kind="strong", start=0, end=1),)),),
            ),
            ordered=True,
        ),
        Image(
            url="https://port.example/pilot.jpg",
            alt="A pilot",
            caption="One of us",
            caption_marks=(Mark(kind="emphasis", start=0, end=3),),
        ),
        Rule(),
        Code(text="if (a < b) {\n}", language="c++"),
        Paragraph(text="Tides & *moons*"),
        Paragraph(text="And stars"),
        Paragraph(text="Tides < moons", marks=(Mark(kind="link", start=0, end=13, url="https://port.example/tides"),)),
        Quote(body=(Paragraph(text="So it is."),)),
        Image(url="https://port.example/b.jpg"),
    )
    assert codes(article) == ["ghost.cards-dropped"]
    assert "email-cta" in article.diagnostics[0].message
    assert "mobiledoc" not in article.extra


def test_boxes_of_the_editor_are_read() -> None:
    pictures = [{"src": "https://port.example/1.jpg", "alt": "One"}, {"src": "https://port.example/2.jpg"}]
    cards = [
        {"type": "gallery", "images": pictures, "caption": "Two piers"},
        {"type": "callout", "calloutText": "<b>Mind</b> the tide"},
        {"type": "toggle", "heading": "When?", "content": "<p>At noon.</p>"},
        {"type": "product", "productTitle": "A chart", "productDescription": "<p>Of the bay.</p>"},
        {"type": "button", "buttonText": "Tickets", "buttonUrl": "https://port.example/tickets"},
        {"type": "signup", "header": "Join"},
        {
            "type": "paragraph",
            "children": [{"type": "text", "text": "End"}, {"type": "tab"}, {"type": "text", "text": "."}],
        },
    ]
    article = of_editor("lexical", {"root": {"children": cards}})

    assert [type(block) for block in article.body][:2] == [Figure, Quote]
    assert article.text.split("\n\n") == [
        "Mind the tide",
        "When?",
        "At noon.",
        "A chart",
        "Of the bay.",
        "Tickets",
        "End .",
    ]
    assert [diagnostic.message for diagnostic in article.diagnostics] == [
        "cards of its editor that hold nothing to read: signup"
    ]


@given(st.sampled_from(("lexical", "mobiledoc")), st.data())
def test_whatever_an_editor_keeps_is_read_or_kept(name: str, data: st.DataObject) -> None:
    words = st.sampled_from((None, 0, 1, 2, 3, 10, -1, 9**20, "a", "p", "hr", "image", "text", "<b>", True))
    names = st.sampled_from(NAMES)
    values = st.recursive(words, lambda inner: st.lists(inner) | st.dictionaries(names, inner), max_leaves=10)
    document = data.draw(st.dictionaries(names, values, max_size=4))

    article = of_editor(name, document)

    assert article.body or article.extra.get(name) == json.dumps(document)


NAMES = ("root", "children", "type", "text", "sections", "markups", "atoms", "cards", "src", "url", "caption", "images")


@pytest.mark.parametrize("depth", [20, 29, 30, 31, 100])
def test_no_text_of_the_editor_is_lost_by_depth(depth: int) -> None:
    node: Json = {"type": "text", "text": "Low water."}
    for _ in range(depth):
        node = {"type": "list", "children": [{"type": "listitem", "children": [node]}]}
    high = {"type": "paragraph", "children": [{"type": "text", "text": "High water."}]}

    article = of_editor("lexical", {"root": {"children": [node, high]}})

    assert article.text == "Low water.\n\nHigh water."


def test_an_answer_that_is_cut_off_is_read_as_far_as_it_goes() -> None:
    articles = list(articlekit.parse_all(ANSWER[: ANSWER.index(b"cranes are sold")]))

    assert [article.title for article in articles] == ["The harbour is open again", "Cranes for members"]
    assert articles[1].text == "Three"
    assert "json.truncated" in codes(articles[0])


def test_a_large_export_that_is_cut_off_is_read_post_by_post() -> None:
    posts = [
        {
            "id": str(n),
            "title": f"Post {n}",
            "html": f"<p>{'word ' * 10_000}</p>",
            "comment_id": "1",
            "authors": [{"id": "1", "name": "Ada", "slug": "ada"}, {"id": "2", "name": "Ben", "slug": "ben"}],
        }
        for n in range(20)
    ]
    export = json.dumps({"db": [{"meta": {"exported_on": 1, "version": "6.0.0"}, "data": {"posts": posts}}]})
    articles = list(articlekit.parse_all(export[:700_000], format="ghost"))

    assert [article.title for article in articles] == [f"Post {n}" for n in range(14)]
    assert {len(article.authors) for article in articles[:-1]} == {2}
    assert all(article.body for article in articles)
    assert "json.invalid" in codes(articles[0])


@pytest.mark.parametrize("between", ["", "\n", ","])
def test_answers_behind_one_another_are_all_read(between: str) -> None:
    articles = list(articlekit.parse_all(between.join((ANSWER.decode(), EXPORT.decode()))))

    assert [article.title for article in articles] == [
        "The harbour is open again",
        "Cranes for members",
        "Tides & moons",
        "Pilots wanted",
    ]
    assert codes(articles[0]) == ["json.several"]


@pytest.mark.parametrize("write", [json.dumps, lambda posts: "\n".join(map(json.dumps, posts))], ids=["list", "lines"])
def test_posts_that_stand_alone_are_read(write: Callable[[list[Json]], str]) -> None:
    posts = json.loads(ANSWER)["posts"]

    articles = list(articlekit.parse_all(write(posts)))

    assert [article.title for article in articles] == ["The harbour is open again", "Cranes for members"]
    assert [article.origin and article.origin.place for article in articles] == ["$[0]", "$[1]"]


def test_what_stands_beside_posts_and_is_none_is_said() -> None:
    (article, *_) = articlekit.parse_all(ANSWER + b'{"meta": {}}')

    assert codes(article) == ["json.several", "item.skipped"]
    assert article.diagnostics[1].message == "beside the posts stands something else (1), first at $[1]"


@pytest.mark.parametrize(
    "text",
    [
        '"html": "<p>Three cranes are sold.</p><p>None is left.</p>"',
        '"plaintext": "Three cranes are sold.\\n\\nNone is left."',
    ],
)
def test_an_answer_to_who_asks_for_few_members_is_read(text: str) -> None:
    article = articlekit.parse(f'{{"posts": [{{"id": "7", "title": "Cranes", "slug": "cranes", {text}}}]}}')

    assert (article.title, article.text) == ("Cranes", "Three cranes are sold.\n\nNone is left.")
    assert article.origin is not None
    assert article.origin.format == "ghost"


def test_an_error_message_is_one() -> None:
    with pytest.raises(ErrorAnswer, match="Resource not found"):
        articlekit.parse('{"errors": [{"message": "Resource not found", "type": "NotFoundError", "code": null}]}')


def test_a_document_that_is_none_is_kept() -> None:
    post = (
        '{"posts": [{"id": 1, "title": "A", "html": null, "lexical": "no", "comment_id": "1", "published_at": 1e99}]}'
    )
    article = articlekit.parse(post, format="ghost")

    assert article.extra["lexical"] == "no"
    assert codes(article) == ["body.empty", "date.invalid"]


def test_raw_html_and_embeds_that_an_editor_keeps() -> None:
    film = {"type": "embed", "html": '<iframe src="https://film.example/1"></iframe>', "caption": "A film"}
    kept = json.dumps({"root": {"children": [{"type": "html", "html": "<p>Raw</p>"}, film]}})
    article = articlekit.parse(json.dumps({"posts": [{"id": "1", "lexical": kept}]}), format="ghost")

    assert article.body == (
        Paragraph(text="Raw"),
        Embed(url="https://film.example/1", caption="A film"),
    )


def test_atoms_and_cards_of_mobiledoc() -> None:
    words = [[0, [], 0, "By "], [1, [], 0, 1], [1, [], 0, 0], [1, [], 0, 2], [0, [], 0, "and others"]]
    atoms = [["soft-return", "", {}], ["mention", "Ada", {}], ["broken"]]
    kept = json.dumps({"atoms": atoms, "cards": [["hr"]], "sections": [[1, "p", words], [10, 0]]})
    article = articlekit.parse(json.dumps({"posts": [{"id": "1", "mobiledoc": kept}]}), format="ghost")

    assert article.body == (Paragraph(text="By Ada\nand others"), Rule())


def test_the_earliest_exports_count_milliseconds_and_what_is_no_mobiledoc_stays() -> None:
    post = {"id": 1, "mobiledoc": "{broken", "published_at": 1714636800000}
    article = articlekit.parse(json.dumps({"posts": [post]}), format="ghost")

    assert article.published == datetime(2024, 5, 2, 8, tzinfo=UTC)
    assert article.extra == {"mobiledoc": "{broken"}
    assert codes(article) == ["body.empty"]
