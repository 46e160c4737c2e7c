"""An answer of WordPress to try damage on."""

import json


def post(number: int = 1, text: str = "One.") -> dict[str, object]:
    """Give a short post with all that makes JSON hard: quotes, slashes, escapes, pairs of surrogates."""
    return {
        "id": number,
        "date": "2024-05-02T10:11:12",
        "date_gmt": "2024-05-02T08:11:12",
        "guid": {"rendered": f"https://news.example/?p={number}"},
        "modified": "2024-05-03T10:11:12",
        "modified_gmt": "2024-05-03T08:11:12",
        "slug": f"post-{number}",
        "status": "publish",
        "type": "post",
        "link": f"https://news.example/post-{number}/",
        "title": {"rendered": "Zoë’s “way”"},
        "content": {
            "rendered": f'<p class="a">{text} \U0001f600</p>\n'
            '<p>See <a href="/b" title="c, d">this</a>: [x], {y}.</p>\n',
            "protected": False,
        },
        "excerpt": {"rendered": f"<p>{text}</p>\n", "protected": False},
        "author": 3,
        "featured_media": 0,
        "comment_status": "open",
        "ping_status": "open",
        "sticky": False,
        "template": "",
        "format": "standard",
        "meta": [],
        "categories": [1],
        "tags": [2, 3],
        "_links": {"self": [{"href": f"https://news.example/wp-json/wp/v2/posts/{number}"}], "about": []},
    }


def wire(value: object) -> str:
    """JSON as PHP prints it."""
    return json.dumps(value, separators=(",", ":")).replace("/", "\\/")
