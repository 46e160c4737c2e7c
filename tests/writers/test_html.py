import json as plain_json

import lxml.html
import pytest
from attrs import evolve

from articlekit.article import Article, Author
from articlekit.errors import WriteError
from articlekit.markup import read_blocks, write_blocks
from articlekit.writers import html
from writers.everything import BODY, CLAIM, EVERYTHING

PAGE = html.write([EVERYTHING])
TREE = lxml.html.document_fromstring(PAGE)
DATA = [plain_json.loads(script.text) for script in TREE.iterfind(".//script")]


def metas(name: str) -> list[str]:
    return [str(value) for value in TREE.xpath("//meta[@name=$n or @property=$n]/@content", n=name)]


def test_page_is_whole() -> None:
    assert PAGE.startswith('<!DOCTYPE html>\n<html lang="en-GB">\n<head>\n<meta charset="utf-8">\n')
    assert PAGE.endswith("</article>\n</body>\n</html>\n")


def test_metadata_for_everyone() -> None:
    assert TREE.findtext(".//title") == EVERYTHING.title
    assert TREE.xpath("//link[@rel='canonical']/@href") == [EVERYTHING.url]
    assert TREE.xpath("//link[@rel='license']/@href") == [EVERYTHING.license]
    assert metas("description") == metas("og:description") == ["They “swim”"]
    assert metas("author") == ["A. Cod", "Sea News", "B"]
    assert metas("og:type") == ["article"]
    assert metas("og:title") == [EVERYTHING.title]
    assert metas("og:site_name") == ["The Sea"]
    assert metas("og:image") == [EVERYTHING.image]
    assert metas("article:published_time") == ["2023-11-30T00:30:53.000120+05:30"]
    assert metas("article:modified_time") == ["2024-01-01"]
    assert metas("article:section") == ["Food", "Sea & shore"]
    assert metas("article:tag") == ["fish", "chips"]


def test_news_article() -> None:
    assert DATA[0] == {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "identifier": "7",
        "url": "https://example.org/fish",
        "headline": "Fish & chips </script>",
        "alternativeHeadline": "On <b>fish</b>",
        "description": "They “swim”",
        "author": [
            {"@type": "Person", "name": "A. Cod", "url": "https://example.org/cod"},
            {"@type": "Organization", "name": "Sea News"},
            {"name": "B"},
        ],
        "datePublished": "2023-11-30T00:30:53.000120+05:30",
        "dateModified": "2024-01-01",
        "inLanguage": "en-GB",
        "publisher": {"@type": "Organization", "name": "The Sea", "url": "https://example.org/"},
        "articleSection": ["Food", "Sea & shore"],
        "keywords": ["fish", "chips"],
        "image": "https://example.org/fish.jpg",
        "license": "https://creativecommons.org/licenses/by/4.0/",
    }


def test_reviewed_claims() -> None:
    assert DATA[1:] == [
        {
            "@context": "https://schema.org",
            "@type": "ClaimReview",
            "url": "https://check.example/1",
            "claimReviewed": "Fish can swim",
            "author": {"name": "Check & Co.", "url": "https://check.example/"},
            "datePublished": "2024-05-03T12:00:00+00:00",
            "itemReviewed": {
                "@type": "Claim",
                "author": {"name": "A. Cod"},
                "datePublished": "2024-05-02",
                "appearance": ["https://example.org/said"],
            },
            "reviewRating": {
                "@type": "Rating",
                "alternateName": "Mostly true",
                "ratingValue": 4,
                "bestRating": 5,
                "worstRating": 1.5,
            },
        }
    ]
    assert html.write([evolve(EVERYTHING, claims=(evolve(CLAIM, review=None),))]).count("<script") == 1


def test_what_a_reader_sees() -> None:
    (article,) = TREE.iterfind(".//article")

    assert article.findtext("header/h1") == EVERYTHING.title
    assert article.findtext("header/p[@class='subtitle']") == EVERYTHING.subtitle
    assert article.xpath("string(header/p[@class='byline'])") == "A. Cod, Sea News, B, 2023-11-30 00:30+05:30"
    assert article.xpath("header/p/a/@href") == ["https://example.org/cod"]
    assert article.xpath("header//time/@datetime") == ["2023-11-30T00:30:53.000120+05:30"]
    assert f"</header>\n{write_blocks(BODY)}\n</article>" in PAGE
    assert read_blocks(PAGE[PAGE.index("</header>") + 9 : PAGE.index("</article>")]).blocks


def test_an_article_without_anything() -> None:
    page = html.write([Article()])

    assert "<title>" not in page
    assert "<header>" not in page
    assert plain_json.loads(lxml.html.document_fromstring(page).findtext(".//script") or "") == {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
    }


EVIL = "</script></title><script>alert(1)</script><!--<script>\"onerror='x'\u2028&lt;"


def test_nothing_runs_whatever_it_holds() -> None:
    evil = "javascript:alert(1)"
    page = html.write(
        [
            Article(
                title=EVIL,
                subtitle=EVIL,
                summary=EVIL,
                language=EVIL,
                url=evil,
                image=evil,
                license=evil,
                authors=(Author(name=EVIL, url=evil),),
                categories=(EVIL,),
                tags=(EVIL,),
            )
        ]
    )
    tree = lxml.html.document_fromstring(page)

    assert [script.get("type") for script in tree.iterfind(".//script")] == ["application/ld+json"]
    assert page.count("<script") == page.count("</script") == 1
    assert not tree.xpath("//@*[starts-with(., 'javascript:')][not(parent::meta)]")
    assert not tree.xpath("//@*[starts-with(name(), 'on')]")
    assert tree.findtext(".//title") == EVIL
    assert plain_json.loads(tree.findtext(".//script") or "")["headline"] == EVIL


def test_can_be_saved() -> None:
    assert "\ufffd" in html.write([Article(title="half \ud800")]).encode().decode()


def test_there_is_no_null_in_it() -> None:
    author = Author(name="A\0b", url="https://news.example/\0")
    page = html.write([Article(title="A\0", url="https://news.example/\0", authors=(author,))])

    assert "\0" not in page
    assert '<a rel="author" href="https://news.example/\ufffd">A\ufffdb</a>' in page


@pytest.mark.parametrize("number", [0, 2])
def test_one_page_one_article(number: int) -> None:
    with pytest.raises(WriteError, match=f"not {number}"):
        html.write([Article()] * number)
