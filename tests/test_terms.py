"""What an article is filed under is one line in every format, however it was saved."""

import pytest

import articlekit

SAVED = {
    "atom": "<feed xmlns='http://www.w3.org/2005/Atom'><entry><title>T</title><category term='NAME'/></entry></feed>",
    "rss": "<rss><channel><item><title>T</title><category>NAME</category></item></channel></rss>",
    "jsonfeed": '{"version": "https://jsonfeed.org/version/1.1", "items": [{"id": "1", "tags": ["NAME"]}]}',
    "schemaorg": '{"@context": "https://schema.org", "@type": "Article", "headline": "T", "keywords": ["NAME"]}',
    "wordpress": """{"id": 1, "type": "post", "title": {"rendered": "T"}, "content": {"rendered": "<p>High.</p>"},
        "tags": [2], "_embedded": {"wp:term": [[{"id": 2, "taxonomy": "post_tag", "name": "NAME"}]]}}""",
    "ghost": '{"posts": [{"uuid": "u", "title": "T", "slug": "t", "tags": [{"name": "NAME"}]}]}',
    "drupal": """{"data": {"type": "node--article", "id": "1", "attributes": {"title": "T"},
        "relationships": {"field_tags": {"data": [{"type": "taxonomy_term--tags", "id": "9"}]}}},
        "included": [{"type": "taxonomy_term--tags", "id": "9", "attributes": {"name": "NAME"}}]}""",
    "ninjs": '{"uri": "u", "type": "text", "headline": "T", "keywords": ["NAME"]}',
    "html": "<title>T</title><meta property='article:tag' content='NAME'><h1>T</h1><p>High at six.</p>",
}


@pytest.mark.parametrize("name", SAVED)
def test_white_space_in_the_name_of_a_tag_is_one_space(name: str) -> None:
    article = articlekit.parse(SAVED[name].replace("NAME", " storm  surge "), format=name)
    assert (*article.tags, *article.categories) == ("storm surge",)
