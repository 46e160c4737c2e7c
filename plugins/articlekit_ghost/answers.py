"""What a Ghost file holds: posts alone or in answers, or those of an export with the tables that say more of them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final, TypeAlias

from attrs import frozen

from articlekit.json_lists import each_in
from articlekit.plugin import ErrorAnswer, Json, NoArticleError

Object: TypeAlias = dict[str, Json]

TEXTS: Final = ("html", "lexical", "mobiledoc", "plaintext")
"""Members that hold the text of a post, the best first; whoever asks for one of them gets no other."""


@frozen(kw_only=True)
class Found:
    """A post, and where it stands."""

    #: A JSONPath: ``$.posts[0]``.
    place: str
    post: Object
    #: The settings of the site, by their keys; only an export has them.
    settings: Mapping[str, Json]


def find_posts(answer: Json) -> Iterator[Found]:
    """Walk to the posts and pages.

    Raises:
        ErrorAnswer: It is the server's error message.
        NoArticleError: There is no post in it.
    """
    found = False
    for place, holder in _holders(answer):
        data = _Export.of(holder)
        for step, post in _posts(holder):
            found = True
            yield Found(place=place + step, post=data.completed(post), settings=data.settings)
    if not found:
        raise _error(answer) or NoArticleError("there is no post and no page in it", format="ghost")


def strays(answer: Json) -> list[str]:
    """Name the places of a list of answers or posts that hold none."""
    return [place for place, each in each_in(answer) if isinstance(answer, list) and not any(_holders_of(each, place))]


def _holders(answer: Json) -> Iterator[tuple[str, Object]]:
    for place, each in each_in(answer):
        yield from _holders_of(each, place)


def _holders_of(answer: Json, place: str) -> Iterator[tuple[str, Object]]:
    """Give the objects that hold posts: answers, posts that stand alone, the data of each database in an export."""
    if not isinstance(answer, dict):
        return
    if any(_posts(answer)):
        yield place, answer
    if isinstance(data := answer.get("data"), dict):
        yield f"{place}.data", data
    for number, database in enumerate(objects(answer.get("db"))):
        if isinstance(data := database.get("data"), dict):
            yield f"{place}.db[{number}].data", data


def _posts(holder: Object) -> Iterator[tuple[str, Object]]:
    """Give the posts and pages in an object, each by the way to it; the object itself, if it is one."""
    if not holder.keys().isdisjoint(TEXTS):
        yield "", holder
    for kind in ("posts", "pages"):
        for number, post in enumerate(objects(holder.get(kind))):
            yield f".{kind}[{number}]", post


@frozen(kw_only=True)
class _Export:
    """The tables of an export, each row by the number of its post."""

    settings: Mapping[str, Json]
    tags: Mapping[Json, list[Object]]
    authors: Mapping[Json, list[Object]]
    meta: Mapping[Json, Object]

    @classmethod
    def of(cls, data: Object) -> _Export:
        settings = {key: row.get("value") for row in objects(data.get("settings")) if (key := text(row.get("key")))}
        return cls(
            settings=settings,
            tags=_related(data, "posts_tags", "tag_id", "tags"),
            authors=_related(data, "posts_authors", "author_id", "users"),
            meta={number(row): row for row in objects(data.get("posts_meta"))},
        )

    def completed(self, post: Object) -> Object:
        """Give a post as the APIs do: with its tags, authors and metadata."""
        key = _key(post.get("id"))
        whole = {**self.meta.get(key, {}), **post}
        whole.pop("post_id", None)
        for name, rows in (("tags", self.tags.get(key)), ("authors", self.authors.get(key))):
            if rows and name not in whole:
                whole[name] = [*rows]
        return whole


def _key(value: Json) -> Json:
    # Only what can be looked up; exports of old have numbers, newer ones texts.
    return str(value) if isinstance(value, str | int) else None


def number(row: Object) -> Json:
    """Give the number of the post that a row belongs to."""
    return _key(row.get("post_id"))


def _related(data: Object, table: str, key: str, others: str) -> dict[Json, list[Object]]:
    rows = {_key(row.get("id")): row for row in objects(data.get(others))}
    related: dict[Json, list[tuple[float, Object]]] = {}
    for row in objects(data.get(table)):
        other, order = rows.get(_key(row.get(key))), row.get("sort_order")
        if other is not None:
            rank = float(order) if isinstance(order, int | float) else 0.0
            related.setdefault(number(row), []).append((rank, other))
    return {post: [row for _, row in sorted(found, key=lambda pair: pair[0])] for post, found in related.items()}


def objects(value: Json) -> Iterator[Object]:
    """Give the objects of a list."""
    if isinstance(value, list):
        yield from (each for each in value if isinstance(each, dict))


def text(value: Json) -> str | None:
    """Give a text without white space at its ends, or None."""
    return (value.strip(" \t\r\n\f") or None) if isinstance(value, str) else None


def _error(answer: Json) -> ErrorAnswer | None:
    error = next(objects(answer.get("errors")), None) if isinstance(answer, dict) else None
    if error is None:
        return None
    message = text(error.get("message")) or "no reason given"
    advice = "The article is not in this file: save it again, from an address that has it"
    code = text(error.get("code")) or text(error.get("type"))
    return ErrorAnswer(f"the server answered with an error: {message}", advice, "ghost", code=code, message=message)
