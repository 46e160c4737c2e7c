import json

import pytest

from articlekit.plugin import Diagnostic, ErrorAnswer, Json, NoArticleError, Source
from articlekit_wordpress import parse

POST = {"id": 1, "title": {"rendered": "One"}, "content": {"rendered": "<p>1.</p>", "protected": False}}
OTHER = {"id": 2, "title": {"rendered": "Two"}, "content": {"rendered": "<p>2.</p>", "protected": False}}
ERROR: dict[str, Json] = {
    "code": "rest_post_invalid_id",
    "message": "Invalid &#8220;post&#8221; ID.",
    "data": {"status": 404},
}


def places(answer: object) -> list[tuple[str | None, str | None]]:
    articles = parse(Source(data=json.dumps(answer).encode()))
    return [(article.id, article.origin and article.origin.place) for article in articles]


ANSWERS: dict[str, tuple[object, list[tuple[str, str]]]] = {
    "one post": (POST, [("1", "$")]),
    "a list": ([POST, OTHER], [("1", "$[0]"), ("2", "$[1]")]),
    "a list with gaps": ({"0": POST, "3": OTHER}, [("1", "$[0]"), ("2", "$[3]")]),
    "an envelope": ({"body": [POST], "status": 200, "headers": {"X-WP-Total": 1}}, [("1", "$.body[0]")]),
    "WordPress.com": ({"found": 2, "posts": [POST, OTHER], "meta": {}}, [("1", "$.posts[0]"), ("2", "$.posts[1]")]),
    "a recorded server": (
        {"request": {"method": "GET"}, "response": {"status": 200, "jsonBody": {"posts": [POST]}}},
        [("1", "$.response.jsonBody.posts[0]")],
    ),
    "no content asked for": ([{"id": 3, "title": {"rendered": "Three"}}], [("3", "$[0]")]),
}


@pytest.mark.parametrize(("answer", "found"), ANSWERS.values(), ids=ANSWERS)
def test_posts_are_found_where_they_stand(answer: object, found: list[tuple[str, str]]) -> None:
    assert places(answer) == found


ERRORS: dict[str, tuple[object, str, str | None, int | None]] = {
    "version 2": (ERROR, "rest_post_invalid_id", "Invalid “post” ID.", 404),
    "other order": (dict(reversed(ERROR.items())), "rest_post_invalid_id", "Invalid “post” ID.", 404),
    "version 1": ([{"code": "json_no_route", "message": "No route"}], "json_no_route", "No route", None),
    "WordPress.com": ({"error": "unknown_post", "message": "Unknown post"}, "unknown_post", "Unknown post", None),
    "bare": ({"error": "invalid_input"}, "invalid_input", None, None),
    "an envelope": ({"body": ERROR, "status": 404, "headers": []}, "rest_post_invalid_id", "Invalid “post” ID.", 404),
    "no data": ({"code": "rest_no_route", "message": "None", "data": None}, "rest_no_route", "None", None),
}


@pytest.mark.parametrize(("answer", "code", "message", "status"), ERRORS.values(), ids=ERRORS)
def test_errors_carry_what_the_server_said(answer: object, code: str, message: str | None, status: int | None) -> None:
    with pytest.raises(ErrorAnswer) as caught:
        places(answer)

    error = caught.value
    assert (error.code, error.message, error.status, error.answer) == (code, message, status, answer)
    assert code in error.reason


@pytest.mark.parametrize("answer", [[], {"found": 0, "posts": []}, {"body": [], "status": 200}])
def test_an_empty_list_has_no_article(answer: object) -> None:
    with pytest.raises(NoArticleError, match="empty list"):
        places(answer)


def test_an_empty_object_is_no_list() -> None:
    with pytest.raises(NoArticleError, match="empty object"):
        places({})


@pytest.mark.parametrize(
    "answer",
    [
        [{"id": 7, "count": 3, "name": "Food", "taxonomy": "category"}],
        {"name": "The Blog", "namespaces": ["wp/v2"], "routes": {"/": {"methods": ["GET"]}}},
        {"schema": {"title": "post", "type": "object", "properties": {"id": {}, "title": {}, "content": {}}}},
        [1, 2, 3],
    ],
    ids=["terms", "index", "schema", "numbers"],
)
def test_other_answers_have_no_article(answer: object) -> None:
    with pytest.raises(NoArticleError, match="shape of a post"):
        places(answer)


COMMENT = {
    "id": 5,
    "post": 1,
    "parent": 0,
    "author": 0,
    "author_name": "A. Cod",
    "date": "2024-05-02T09:00:00",
    "content": {"rendered": "<p>Nice!</p>"},
    "link": "https://site.example/one/#comment-5",
    "type": "comment",
    "_embedded": {"up": [POST]},
}
COMMENT_OF_WPCOM = {
    "ID": 5,
    "post": {"ID": 1, "type": "post", "title": "One", "link": "https://site.example/one/"},
    "author": {"name": "A. Cod"},
    "content": "<p>Nice!</p>",
    "parent": False,
    "type": "comment",
}


@pytest.mark.parametrize(
    ("answer", "kind"),
    [
        (COMMENT, "it is a comment"),
        ([COMMENT, COMMENT], "a list of comments"),
        ([COMMENT_OF_WPCOM], "a list of comments"),
        ({"found": 1, "comments": [COMMENT_OF_WPCOM]}, "an object of 'found', 'comments'"),
    ],
)
def test_comments_are_no_articles(answer: object, kind: str) -> None:
    with pytest.raises(NoArticleError, match=kind):
        places(answer)


def test_a_comment_beside_posts_is_said() -> None:
    first, second = parse(Source(data=json.dumps([POST, COMMENT, OTHER]).encode()))

    assert (first.id, second.id) == ("1", "2")
    assert ["$[1]" in note.message for note in second.diagnostics] == [True]


def test_what_stands_beside_posts_is_said() -> None:
    first, second = parse(Source(data=json.dumps([ERROR, POST, None, OTHER, "x"]).encode()))

    assert [note.code for note in first.diagnostics + second.diagnostics] == ["item.skipped"] * 2
    assert "$[0]" in first.diagnostics[0].message
    assert "$[2], $[4]" in second.diagnostics[0].message


def test_an_endless_nest_is_no_answer() -> None:
    with pytest.raises(NoArticleError):
        places(json.loads('{"a":' * 100 + "[]" + "}" * 100))


def test_sound_posts_have_no_notes() -> None:
    notes: tuple[Diagnostic, ...] = sum(
        (a.diagnostics for a in parse(Source(data=json.dumps([POST, OTHER]).encode()))), ()
    )

    assert notes == ()
