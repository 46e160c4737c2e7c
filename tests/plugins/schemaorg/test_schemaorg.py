"""JSON-LD of schema.org: what is read of a saved document, what is repaired, what is written."""

import json
from datetime import date, datetime, timedelta, timezone
from pathlib import Path

import pytest

import articlekit
from articlekit import Article, Author, NoArticleError, ParseError, Site
from articlekit.blocks import Heading, Mark, Paragraph
from articlekit.claim import Claim, Rating, Review, Span
from articlekit.testing import ParserConformance

SAMPLES = Path(__file__).parent / "samples"
REVIEW = Review(
    url="https://check.example/cheese",
    claim="The moon is made of cheese.",
    claimant="A. Grand",
    claimed=date(2024, 4, 30),
    appearances=("https://post.example/9",),
    reviewer="The Checkers",
    reviewer_url="https://check.example",
    reviewed=date(2024, 5, 2),
    rating=Rating(name="False", value=1, best=5, worst=1),
)


class TestSchemaOrg(ParserConformance):
    format = "schemaorg"
    samples = SAMPLES


def sample(name: str) -> str:
    return (SAMPLES / name).read_text()


def read(text: str) -> list[Article]:
    return list(articlekit.parse_all(text))


def codes(article: Article) -> list[str]:
    return [diagnostic.code for diagnostic in article.diagnostics]


def test_an_article_with_all_its_members() -> None:
    article = articlekit.parse(sample("article.json"))

    assert (article.id, article.url) == ("https://port.example/cranes#article", "https://port.example/cranes")
    assert (article.title, article.subtitle) == ("Cranes & ships", "What was sold")
    assert article.summary == "Three cranes have been sold."
    assert article.authors == (Author(name="Ada Marsh", url="https://ada.example", kind="Person"), Author(name="Bo"))
    assert article.published == datetime(2024, 5, 2, 10, tzinfo=timezone(timedelta(hours=2)))
    assert article.modified is None
    assert article.language == "en-GB"
    assert article.site == Site(name="Port News", url="https://port.example")
    assert (article.categories, article.tags) == (("Harbour",), ("cranes", "ships"))
    assert article.image == "https://port.example/a.jpg"
    assert article.license == "https://creativecommons.org/licenses/by/4.0/"
    assert article.text == "Three cranes were sold.\nThey are old.\n\nThe buyer is Bo & Sons."
    assert codes(article) == ["date.invalid"]


def test_what_no_field_holds_is_kept() -> None:
    extra = articlekit.parse(sample("article.json")).extra

    assert extra == {
        "@type": "OpinionNewsArticle",
        "author": [
            {"@type": "Person", "name": "Ada Marsh", "url": "https://ada.example", "jobTitle": "Port reporter"},
            "Bo",
        ],
        "image": ["https://port.example/a.jpg", "https://port.example/b.jpg"],
        "dateModified": "soon",
        "wordCount": 12,
    }


def test_a_graph_with_names_and_references_of_its_own() -> None:
    first, second = read(sample("graph.jsonld"))

    assert (first.title, second.title) == ("The first", "The second")
    assert first.authors == (Author(name="Ada Marsh", kind="Person"),)
    assert first.site == Site(name="Port News", url="https://port.example")
    assert first.tags == ("a, b",)
    assert first.body == (
        Paragraph(text="One."),
        Paragraph(text="Two there.", marks=(Mark(kind="emphasis", start=4, end=9),)),
    )
    assert first.diagnostics[0].message == "what is no article was left out: WebSite, Person, BreadcrumbList"
    assert codes(second) == ["body.empty"]
    assert (first.origin.place, second.origin.place) == ("$.@graph[3]", "$.@graph[4]")


def test_what_is_broken_in_one_costs_no_other() -> None:
    first, second, third = read(sample("broken.jsonld"))

    assert (first.title, first.text, codes(first)) == ("The first", "It is sound.", [])
    assert (second.title, second.text, codes(second)) == ('The "second"', "A line\nand another.", ["json.invalid"])
    assert (third.title, third.text, codes(third)) == ("The third", "Sound too.", [])


@pytest.mark.parametrize(
    ("damage", "code"),
    [
        (lambda text: text[: text.index("Sound too") + 9], "json.truncated"),
        (lambda text: text.replace("sound.", "so\x0bund."), "json.invalid"),
        (lambda text: text.replace('sound."}', 'sound."'), "json.invalid"),
    ],
    ids=["cut off", "control characters", "unclosed"],
)  # fmt: skip
def test_damage_costs_no_article(damage: object, code: str) -> None:
    found = read(damage(sample("broken.jsonld")))  # type: ignore[operator]

    assert [article.title for article in found] == ["The first", 'The "second"', "The third"]
    assert code in [code for article in found for code in codes(article)]


def test_a_fact_check_alone_is_an_article_with_its_claim() -> None:
    article = articlekit.parse(sample("claimreview.json"))

    assert (article.url, article.title) == ("https://check.example/cheese", "No, the moon is not cheese")
    assert article.authors == (Author(name="The Checkers", url="https://check.example", kind="Organization"),)
    assert (article.published, article.text) == (date(2024, 5, 2), "It is rock.")
    assert article.claims == (Claim(text="The moon is made of cheese.", review=REVIEW),)
    assert (article.extra, codes(article)) == ({}, [])


def test_a_fact_check_beside_an_article_belongs_to_it() -> None:
    article = articlekit.parse(sample("scripts.html"))

    assert article.title == "The first"
    assert [claim.text for claim in article.claims] == ["Cranes fly."]
    assert codes(article) == ["body.empty"]


def test_of_several_articles_a_fact_check_belongs_to_the_one_of_its_address() -> None:
    articles = [
        '{"@type": "Article", "url": "https://a.example/1"}',
        '{"@type": "Article", "url": "https://a.example/2"}',
    ]
    reviews = [
        '{"@type": "ClaimReview", "url": "https://a.example/2", "claimReviewed": "Two."}',
        '{"@type": "ClaimReview", "url": "https://a.example/3", "claimReviewed": "Three."}',
    ]

    found = read(f"[{', '.join([*articles, *reviews])}]")

    assert [(article.url, [claim.text for claim in article.claims]) for article in found] == [
        ("https://a.example/1", []),
        ("https://a.example/2", ["Two."]),
        ("https://a.example/3", ["Three."]),
    ]


def test_a_fact_check_may_be_the_review_of_an_article() -> None:
    review = '{"@type": "ClaimReview", "claimReviewed": "Cranes fly."}'

    first, second = read(f'[{{"@type": "Article", "review": {review}}}, {{"@type": "Article", "headline": "Two"}}]')

    assert [claim.text for claim in first.claims] == ["Cranes fly."]
    assert (second.title, second.claims) == ("Two", ())


def test_articles_in_lists_and_blogs() -> None:
    post = '{"@type": "BlogPosting", "headline": "%s", "articleBody": "Text."}'
    blog = f'{{"@context": "https://schema.org", "@type": "Blog", "blogPost": [{post % "One"}, {post % "Two"}]}}'
    items = f'{{"@type": "ListItem", "item": {post % "Three"}}}'
    listed = f'{{"@context": "https://schema.org", "@type": "ItemList", "itemListElement": [{items}]}}'

    assert [article.title for article in read(f"{blog}\n{listed}")] == ["One", "Two", "Three"]


def test_updates_of_a_live_blog_are_its_text() -> None:
    update = '{"@type": "BlogPosting", "headline": "10:00", "articleBody": "It rose."}'

    blog = '"@context": "https://schema.org", "@type": "LiveBlogPosting", "articleBody": "The tide."'

    article = articlekit.parse(f'{{{blog}, "liveBlogUpdate": [{update}]}}')

    assert article.body == (Paragraph(text="The tide."), Heading(text="10:00"), Paragraph(text="It rose."))
    assert article.extra["liveBlogUpdate"] == [{"@type": "BlogPosting", "headline": "10:00", "articleBody": "It rose."}]


def test_other_things_are_named() -> None:
    with pytest.raises(NoArticleError, match="it holds no article but Recipe"):
        articlekit.parse('{"@context": "https://schema.org", "@type": "Recipe", "name": "Soup"}')
    with pytest.raises(ParseError, match="there is no JSON in it that can be read"):
        articlekit.parse('{"@context": ' + "[" * 5000, format="schemaorg")


def test_what_does_not_say_what_it_is_is_named() -> None:
    document = '{"@context": "https://schema.org", "@type": "Article", "articleBody": "Oil up"}'
    article = articlekit.parse(document + '{"title": "Tides"}')

    assert [note.code for note in article.diagnostics] == ["item.skipped"]
    assert article.diagnostics[0].message == "blocks of JSON-LD in which nothing has a @type (1), first number 2"


def test_a_job_is_no_article() -> None:
    with pytest.raises(NoArticleError):
        articlekit.parse('{"@context": "https://schema.org", "@type": "JobPosting", "title": "Crane driver"}')


def test_bodies_are_text_for_all_and_html_where_text_is_not_enough() -> None:
    plain = Article(title="One", body=(Paragraph(text="a\nb"), Paragraph(text="c")))
    rich = Article(title="<b> &amp;", body=(Heading(text="One"), Paragraph(text="<p> &lt;")))

    assert '"articleBody": "a\\nb\\n\\nc"' in articlekit.write(plain, "schemaorg")
    assert "encoding" not in articlekit.write(plain, "schemaorg")
    assert '"articleBody": "One\\n\\n<p> &amp;lt;"' in articlekit.write(rich, "schemaorg")
    assert articlekit.parse(articlekit.write(rich, "schemaorg")).body == rich.body


def test_fact_checks_are_written_with_their_article() -> None:
    found = Claim(text="cheese", span=Span(start=0, end=6))
    articles = [
        Article(title="One", body=(Paragraph(text="cheese"),), claims=(found, Claim(text="x", review=REVIEW))),
        Article(title="Two", body=(Paragraph(text="More."),)),
    ]

    one, two = read(articlekit.write(articles, "schemaorg"))

    assert [claim.review for claim in one.claims] == [REVIEW]
    assert (one.title, two.title, two.claims) == ("One", "Two", ())
    assert (one.extra, two.extra) == ({}, {})


def test_half_a_pair_is_replaced() -> None:
    text = articlekit.write(Article(title="a\ud800b"), "schemaorg")

    text.encode()
    assert articlekit.parse(text).title == "a\ufffdb"


def test_what_looks_like_a_wrong_encoding_is_written_so_that_it_stays() -> None:
    article = Article(title="â\x80\x99", body=(Paragraph(text="cafÃ©"),))

    again = articlekit.parse(articlekit.write(article, "schemaorg"))

    assert (again.title, again.text) == (article.title, article.text)


def test_empty_articles_of_a_graph_are_articles_and_references_are_none() -> None:
    several = [articlekit.Article(), articlekit.Article(title="One")]
    again = articlekit.parse_all(articlekit.write(several, "schemaorg"), format="schemaorg")
    assert [article.title for article in again] == [None, "One"]
    named = {"@type": "NewsArticle", "@id": "#two"}
    graph = {"@context": "https://schema.org", "@graph": [{"@type": "NewsArticle", "headline": "One"}, named]}
    assert articlekit.parse(json.dumps(graph), format="schemaorg").title == "One"


@pytest.mark.parametrize("name", ["AT&amp;T", "&copy 2024", "https://a.example/?by&copy=1"])
def test_a_licence_that_looks_like_a_reference_comes_back(name: str) -> None:
    assert articlekit.parse(articlekit.write(Article(title="Tides", license=name), "schemaorg")).license == name
