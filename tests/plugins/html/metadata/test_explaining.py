import articlekit
from plugins.html.metadata.pages import data, meta

PAGE = f"""<html lang="en"><head><title>Oil falls | Paper</title>
{meta(og_title="Oil falls - Paper", og_site_name="Paper")}
{data('{"@type": "NewsArticle", "datePublished": "2024-05-02T10:00:00+02:00"}')}
{meta(article_published_time="2024-05-02")}
</head><body><nav class="menu"><a href="/">Home</a></nav><article class="story"><h1>Oil falls</h1>
<p>Prices fell for a third day in a row on Monday, to the lowest they have been this year, traders in London said.</p>
<p>Snow is expected in the north, and that has not helped either, as one of them told a room of reporters.</p>
<div class="share"><a href="#f">Share on this</a><a href="#t">Share on that</a></div></article></body></html>"""


def test_every_candidate_is_told_with_its_place() -> None:
    told = articlekit.explain(PAGE, format="html", url="https://news.example/oil")

    assert [(c.value, c.path, c.chosen) for c in told.candidates if c.field == "published"] == [
        ("2024-05-02T10:00:00+02:00", "$.datePublished", True),
        ("2024-05-02", 'meta[property="article:published_time"]', False),
    ]
    assert [(c.value, c.path) for c in told.candidates if c.field == "title" and c.chosen] == [("Oil falls", "h1")]


def test_no_candidate_is_told_twice() -> None:
    told = articlekit.explain(PAGE, format="html").candidates

    assert len(told) == len({(c.field, c.value, c.path) for c in told})
    assert all(sum(c.chosen for c in told if c.field == name) == 1 for name in {c.field for c in told})


def test_what_is_chosen_is_what_the_article_has() -> None:
    article = articlekit.parse(PAGE, format="html", url="https://news.example/oil")
    told = articlekit.explain(PAGE, format="html", url="https://news.example/oil")
    chosen = {c.field: c.value for c in told.candidates if c.chosen}

    assert chosen["title"] == article.title
    assert chosen["published"] == article.published.isoformat()  # type: ignore[union-attr]
    assert chosen["site"] == article.site.name  # type: ignore[union-attr]


def test_the_body_is_told_too() -> None:
    told = articlekit.explain(PAGE, format="html")

    assert told.container is not None
    assert told.container.startswith("article")
    assert "h1" in [dropped.path for dropped in told.dropped]


def test_what_was_not_looked_at_is_told_too() -> None:
    text = "".join(
        f"<p>{n}. Prices fell for a third day in a row, traders in London said on Monday.</p>" for n in range(20)
    )
    around = f"<div><nav class='top'><a href='/'>Home</a></nav><main>{text}<footer><b>Imprint</b></footer></main></div>"
    told = articlekit.explain(f"<body>{around}<aside><p>Most read</p></aside></body>", format="html")

    passed = {dropped.path: (dropped.text, dropped.rule) for dropped in told.dropped}
    assert passed["nav.top"] == ("Home", "around the part of the page that holds its text")
    assert passed["aside"] == ("Most read", "around the part of the page that holds its text")
    assert passed["footer"] == ("Imprint", "named as navigation, a footer, comments or a notice on cookies")


def test_each_place_is_a_selector_that_finds_it_alone() -> None:
    told = articlekit.explain(PAGE, format="html", url="https://news.example/oil")
    places = {part.text[:5]: part.path for part in (*told.kept, *told.dropped)}

    assert places["Price"] == "article.story > p:nth-of-type(1)"
    assert places["Snow "] == "article.story > p:nth-of-type(2)"
    assert places["Share"] == "div.share"
    assert [c.path for c in told.candidates if c.field == "site" and c.chosen] == ['meta[property="og:site_name"]']


def test_a_name_of_layout_is_no_part_of_a_selector() -> None:
    page = PAGE.replace('class="story"', 'class="md:w-1/2 story" id="1"').replace("<h1>", "<h1 class='x'>")
    told = articlekit.explain(page, format="html")

    assert told.kept[0].path == "article.story > p:nth-of-type(1)"
    assert "h1.x" in [dropped.path for dropped in told.dropped]


def test_what_is_kept_is_told_with_why_and_how_long_it_is() -> None:
    told = articlekit.explain(PAGE, format="html")
    article = articlekit.parse(PAGE, format="html")

    assert [kept.length for kept in told.kept] == [len(text) for text in article.text.split("\n\n")]
    assert {kept.rule for kept in told.kept} == {"a paragraph as the article's are, in the midst of them"}
    assert all(article.text.find(kept.text) >= 0 for kept in told.kept)


def test_a_text_of_the_metadata_is_told_as_such() -> None:
    said = " ".join(f"On day {n} the price of oil fell once more, by {n} cents a barrel." for n in range(9))
    page = PAGE.replace('"@type": "NewsArticle"', f'"@type": "NewsArticle", "articleBody": "{said}"')
    told = articlekit.explain(page, format="html")

    assert told.container == 'script[type="application/ld+json"]'
    assert told.kept == ()
    assert [note.code for note in told.diagnostics] == ["html.body-from-metadata"]


def test_what_is_not_listed_is_counted() -> None:
    page = PAGE.replace("<nav", "<ul>" + "".join(f"<li><a href='/{n}'>{n}</a></li>" for n in range(1500)) + "</ul><nav")
    told = articlekit.explain(page, format="html")

    assert len(told.dropped) == 1000
    assert told.unlisted == len(articlekit.explain(PAGE, format="html").dropped) + 500


def test_of_a_page_that_was_written_nothing_is_weighed() -> None:
    written = articlekit.write(articlekit.parse(PAGE, format="html", url="https://news.example/oil"), "html")
    told = articlekit.explain(written, format="html")

    assert [c.value for c in told.candidates if c.field == "published"] == ["2024-05-02T10:00:00+02:00"]
    assert (told.container, told.dropped) == ("article", ())
