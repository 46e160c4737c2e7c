"""Documents of JSON:API 1.0 and 1.1 (https://jsonapi.org/format/): resources, and those that they refer to."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TypeAlias

from attrs import frozen

from articlekit.json_lists import each_in
from articlekit.plugin import ErrorAnswer, Json

Object: TypeAlias = dict[str, Json]


@frozen(kw_only=True)
class Resource:
    """A resource, and where it stands."""

    #: A JSONPath: ``$.data[0]``.
    place: str
    said: Object

    @property
    def type(self) -> str:
        """Give the kind of entity and the bundle: ``node--article``."""
        return text(self.said.get("type")) or ""

    @property
    def attributes(self) -> Object:
        """Give the fields that are values."""
        attributes = self.said.get("attributes")
        return dict(attributes) if isinstance(attributes, dict) else {}

    @property
    def relationships(self) -> Object:
        """Give the fields that refer to others."""
        relationships = self.said.get("relationships")
        return dict(relationships) if isinstance(relationships, dict) else {}


@frozen(kw_only=True)
class Document:
    """An answer, or several: what was asked for, and what was included with it."""

    data: tuple[Resource, ...]
    included: Mapping[tuple[str, str], Object]
    #: The places of what is no answer, or none that was asked for.
    strays: tuple[str, ...] = ()

    def referred(self, reference: Object) -> Object | None:
        """Find what is referred to, if it is there."""
        return self.included.get((text(reference.get("type")) or "", text(reference.get("id")) or ""))


def read_document(answer: Json) -> Document:
    """Read an answer, or a list of them, as one document.

    Raises:
        ErrorAnswer: It is the server's error message.
    """
    answers = [*each_in(answer)]
    found = [resource for place, said in answers if isinstance(said, dict) for resource in _resources(place, said)]
    errors = (error for _, said in answers for error in objects(member(said, "errors")))
    if not found and (error := next(errors, None)):
        raise _error(error)
    included = [each for _, said in answers for each in objects(member(said, "included"))]
    included += (resource.said for resource in found)
    by_number = {(text(each.get("type")) or "", text(each.get("id")) or ""): each for each in included}
    strays = tuple(place for place, said in answers if not isinstance(said, dict) or not _is_known(said))
    return Document(data=tuple(found), included=by_number, strays=strays)


def _resources(place: str, said: Object) -> Iterator[Resource]:
    if _is_alone(said):
        yield Resource(place=place, said=said)
    data = said.get("data")
    if isinstance(data, dict):
        yield Resource(place=f"{place}.data", said=data)
    for number, each in enumerate(data if isinstance(data, list) else ()):
        if isinstance(each, dict):
            yield Resource(place=f"{place}.data[{number}]", said=each)


def _is_known(said: Object) -> bool:
    return "data" in said or _is_alone(said)


def _is_alone(said: Object) -> bool:
    """Whether it is a resource that was taken out of its answer: an answer has none of these members (§7.1)."""
    return isinstance(said.get("type"), str) and isinstance(said.get("attributes"), dict)


def references(relationship: Json) -> Iterator[Object]:
    """Give what a relationship refers to: none, one or many (§7.2.2.2)."""
    data = relationship.get("data") if isinstance(relationship, dict) else None
    if isinstance(data, dict):
        yield data
    yield from objects(data)


def objects(value: Json) -> Iterator[Object]:
    """Give the objects of a list."""
    if isinstance(value, list):
        yield from (each for each in value if isinstance(each, dict))


def text(value: Json) -> str | None:
    """Give a text without white space at its ends, or None."""
    return (value.strip(" \t\r\n\f") or None) if isinstance(value, str) else None


def member(value: Json, *path: str) -> Json:
    """Follow names into objects; None where one is missing."""
    for name in path:
        value = value.get(name) if isinstance(value, dict) else None
    return value


def _error(error: Object) -> ErrorAnswer:
    message = text(error.get("detail")) or text(error.get("title")) or "no reason given"
    status = text(error.get("status")) or ""
    return ErrorAnswer(
        f"the server answered with an error: {message}",
        "The article is not in this file: save it again, from an address that has it",
        "drupal",
        code=text(error.get("code")),
        message=message,
        status=int(status) if status.isdecimal() and len(status) == 3 else None,
    )
