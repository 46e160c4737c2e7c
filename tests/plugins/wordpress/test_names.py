"""Who, what and where: the places that name an article's authors, terms, site, language and image."""

import json

import pytest

from articlekit.plugin import Author, Json, Site
from articlekit_wordpress.metadata import Metadata
from articlekit_wordpress.names import read_metadata

EMBEDDED: dict[str, Json] = {
    "author": 2,
    "categories": [7],
    "_embedded": {
        "author": [
            {
                "id": 2,
                "name": "Reyes &amp; Co",
                "url": "https://reyes.example",
                "link": "https://b.example/author/reyes/",
            }
        ],
        "wp:featuredmedia": [{"id": 58, "source_url": "https://b.example/japan.jpg"}],
        "wp:term": [
            [{"id": 7, "name": "Food &amp; drink", "taxonomy": "category"}],
            [{"id": 15, "name": "Japan", "taxonomy": "post_tag"}, {"id": 16, "name": "Tea", "taxonomy": "post_tag"}],
            [{"id": 20, "name": "Serie", "taxonomy": "series"}],
        ],
    },
}

YOAST: dict[str, Json] = {
    "yoast_head_json": {
        "og_site_name": "The Blog",
        "og_locale": "pt_BR",
        "og_image": [{"url": "https://b.example/og.jpg"}],
        "schema": {
            "@graph": [
                {
                    "@type": ["NewsArticle", "BlogPosting"],
                    "author": {"@id": "https://b.example/#/person/1"},
                    "articleSection": ["Food"],
                    "keywords": ["Tea", "Japan"],
                    "license": "https://creativecommons.org/licenses/by/4.0/",
                },
                {"@type": "WebSite", "name": "The Blog", "url": "https://b.example/"},
                {
                    "@type": "Person",
                    "@id": "https://b.example/#/person/1",
                    "name": "Ana",
                    "url": "https://b.example/ana",
                },
            ]
        },
    }
}


def test_embedded_objects() -> None:
    assert read_metadata(EMBEDDED) == Metadata(
        authors=(Author(name="Reyes & Co", url="https://b.example/author/reyes/"),),
        categories=("Food & drink",),
        tags=("Japan", "Tea"),
        image="https://b.example/japan.jpg",
    )


def test_the_head_of_the_page() -> None:
    assert read_metadata(YOAST) == Metadata(
        authors=(Author(name="Ana", url="https://b.example/ana", kind="Person"),),
        categories=("Food",),
        tags=("Tea", "Japan"),
        language="pt-BR",
        site=Site(name="The Blog", url="https://b.example/"),
        image="https://b.example/og.jpg",
        license="https://creativecommons.org/licenses/by/4.0/",
    )


def test_embedded_terms_and_media_come_first_and_the_page_s_authors() -> None:
    read = read_metadata(EMBEDDED | YOAST)

    assert read.categories == ("Food & drink",)
    assert read.image == "https://b.example/japan.jpg"
    assert [author.name for author in read.authors] == ["Ana"]


def test_the_head_as_markup() -> None:
    graph = json.dumps({"@graph": [{"@type": "Article", "author": {"name": "Ana"}, "inLanguage": "de-DE"}]})
    markup = f"""<meta property="og:site_name" content="Tom &amp; Co" />
    <meta property='og:image' content='https://b.example/og.jpg' />
    <script type="application/ld+json" class="yoast-schema-graph">{graph}</script>"""

    assert read_metadata({"yoast_head": markup}) == Metadata(
        authors=(Author(name="Ana"),), language="de-DE", site=Site(name="Tom & Co"), image="https://b.example/og.jpg"
    )


AUTHORS: dict[str, tuple[dict[str, Json], tuple[str, ...]]] = {
    "embedded error": (
        {"_embedded": {"author": [{"code": "rest_user_invalid_id", "message": "Invalid user ID."}]}},
        (),
    ),
    "nobody": ({"author": 0}, ()),
    "a number as text": ({"author": "3"}, ()),
    "Yoast's label": ({"yoast_head_json": {"twitter_misc": {"Escrito por": "Ana", "Tiempo": "5 minutos"}}}, ("Ana",)),
    "reading time alone": ({"yoast_head_json": {"twitter_misc": {"Est. reading time": "5 minutes"}}}, ()),
    "Yoast's author": ({"yoast_head_json": {"author": "Ana"}}, ("Ana",)),
    "All in One SEO": (
        {"aioseo_head_json": {"schema": {"@graph": [{"@type": "BlogPosting", "author": {"name": "Ana"}}]}}},
        ("Ana",),
    ),
    "Parse.ly": ({"parsely": {"meta": {"@type": "NewsArticle", "creator": ["Ana", "Bo"]}}}, ("Ana", "Bo")),
    "PublishPress": ({"authors": [{"display_name": "Ana"}, {"display_name": "Bo"}]}, ("Ana", "Bo")),
    "Spectra": ({"uagb_author_info": {"display_name": "Ana", "author_link": "https://b.example/ana"}}, ("Ana",)),
    "WordPress.com": ({"author": {"ID": 1, "name": "Ana", "URL": ""}}, ("Ana",)),
    "a comment": ({"author_name": "Ana", "author_url": ""}, ("Ana",)),
}


@pytest.mark.parametrize(("post", "names"), AUTHORS.values(), ids=AUTHORS)
def test_authors(post: dict[str, Json], names: tuple[str, ...]) -> None:
    assert tuple(author.name for author in read_metadata(post).authors) == names


IMAGES: dict[str, tuple[dict[str, Json], str | None]] = {
    "Jetpack": ({"jetpack_featured_media_url": "a.jpg"}, "a.jpg"),
    "Jetpack, none": ({"jetpack_featured_media_url": ""}, None),
    "embedded error": ({"_embedded": {"wp:featuredmedia": [{"code": "rest_forbidden"}]}}, None),
    "Better Featured Image": ({"better_featured_image": {"id": 1, "source_url": "a.jpg"}}, "a.jpg"),
    "Spectra": ({"uagb_featured_image_src": {"full": ["a.jpg", 800, 600, False], "thumbnail": False}}, "a.jpg"),
    "Spectra, none": ({"uagb_featured_image_src": {"full": False}}, None),
    "sizes": ({"featured_image": [{"src": "a.jpg", "width": 800}, {"src": "b.jpg", "width": 80}]}, "a.jpg"),
    "WordPress.com": ({"featured_image": "", "post_thumbnail": {"ID": 1, "URL": "a.jpg"}}, "a.jpg"),
    "version 1": ({"featured_image": {"ID": 1, "source": "a.jpg"}}, "a.jpg"),
}


@pytest.mark.parametrize(("post", "image"), IMAGES.values(), ids=IMAGES)
def test_image(post: dict[str, Json], image: str | None) -> None:
    assert read_metadata(post).image == image


TERMS: dict[str, dict[str, Json]] = {
    "WordPress.com": {"categories": {"Food": {"ID": 1, "name": "Food"}}, "tags": {"Tea": {"ID": 2, "name": "Tea"}}},
    "version 1": {"terms": {"category": [{"ID": 1, "name": "Food"}], "post_tag": [{"ID": 2, "name": "Tea"}]}},
    "by name": {"categories": ["Food"], "tags": [{"name": "Tea"}]},
    "PHP's lists with gaps": {
        "_embedded": {
            "wp:term": {
                "0": {"1": {"name": "Food", "taxonomy": "category"}},
                "2": [{"name": "Tea", "taxonomy": "post_tag"}],
            }
        }
    },
}


@pytest.mark.parametrize("post", TERMS.values(), ids=TERMS)
def test_terms(post: dict[str, Json]) -> None:
    read = read_metadata(post)

    assert (read.categories, read.tags) == (("Food",), ("Tea",))


@pytest.mark.parametrize("terms", [[1, 2], False, True, None, [], {}, ["3"]])
def test_numbers_are_no_names(terms: Json) -> None:
    assert read_metadata({"tags": terms, "categories": terms, "class_list": {"0": "tag-tea"}}) == Metadata()


def test_site_and_language_outside_the_head() -> None:
    links: Json = {"self": [{"href": "https://b.example/wp-json/wp/v2/posts/7"}]}

    assert read_metadata({"_links": links}).site == Site(url="https://b.example")
    assert read_metadata({"site_name": "B &amp; C", "site_URL": "https://b.example"}).site == Site(
        name="B & C", url="https://b.example"
    )
    assert read_metadata({"lang": "de"}).language == "de"
    assert read_metadata({"wpml_current_locale": "de_DE"}).language == "de-DE"
    assert read_metadata({"language": {"id": 5}}).language is None


@pytest.mark.parametrize("place", ["meta", "acf"])
def test_subtitle(place: str) -> None:
    assert read_metadata({place: {"wps_subtitle": "And then &#8230;"}}).subtitle == "And then …"
    assert read_metadata({place: []}).subtitle is None
