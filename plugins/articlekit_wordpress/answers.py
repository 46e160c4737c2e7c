"""What a WordPress server answers: one post, a list, an envelope, an error."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from attrs import evolve, frozen

from articlekit.plugin import ErrorAnswer, Json, NoArticleError
from articlekit_wordpress.values import DEEPEST, Object, step, string
from articlekit_wordpress.vocabulary import is_comment

_TEXTS = ("content", "title", "excerpt")
_IDENTITY = ("id", "ID", "slug", "link", "URL", "guid", "date")


@frozen(kw_only=True)
class Found:
    """A post and where it stands."""

    #: A JSONPath (RFC 9535): ``$``, ``$[3]``, ``$.posts[0]``.
    place: str
    post: Object
    #: Places beside it in its list that hold something else.
    skipped: tuple[str, ...] = ()


def find_posts(answer: Json) -> Iterator[Found]:
    """Walk an answer to its posts, in order; a list lets go of each that was read.

    Raises:
        ErrorAnswer: The answer is the server's error message.
        NoArticleError: There is no post in the answer.
    """
    errors: list[Object] = []
    found = None
    for found in _walk(answer, "$", errors):
        yield found
    if found is None:
        raise _error(errors[0], answer) if errors else _nothing(answer)


def _walk(value: Json, place: str, errors: list[Object], depth: int = 0) -> Iterator[Found]:
    if isinstance(value, list):
        yield from _walk_list(value, place, errors, depth)
    elif isinstance(value, dict):
        if is_post(value):
            yield Found(place=place, post=value)
        elif _is_error(value):
            errors.append(value)
        elif depth < DEEPEST and not is_comment(value):
            for name, inner in value.items():
                yield from _walk(inner, place + step(name), errors, depth + 1)


def _walk_list(values: list[Json], place: str, errors: list[Object], depth: int) -> Iterator[Found]:
    # One is held back, to be told of what follows it and is no post.
    held: Found | None = None
    skipped: list[str] = []
    for i, value in enumerate(values if depth < DEEPEST else ()):
        none = True
        for found in _walk(value, f"{place}[{i}]", errors, depth + 1):
            none = False
            if held is not None:
                yield held
            held = evolve(found, skipped=(*skipped, *found.skipped)) if skipped else found
            skipped.clear()
        if none:
            skipped.append(f"{place}[{i}]")
        elif isinstance(value, dict):
            values[i] = None
    if held is not None:
        yield evolve(held, skipped=(*held.skipped, *skipped)) if skipped else held


def is_post(value: Object) -> bool:
    """Whether an object is a post, a page or anything else with a title or content of its own."""
    if is_comment(value):
        return False
    bare = False
    for key in _TEXTS:
        text = value.get(key)
        if isinstance(text, dict) and ("rendered" in text or "raw" in text):
            return True
        bare = bare or isinstance(text, str)
    return bare and any(isinstance(value.get(key), str | int) for key in _IDENTITY)


def _is_error(value: Object) -> bool:
    return isinstance(value.get("error"), str) or (
        isinstance(value.get("code"), str) and isinstance(value.get("message"), str)
    )


def _error(error: Object, answer: Json) -> ErrorAnswer:
    code = string(error.get("code")) or string(error.get("error"))
    message = string(error.get("message")) or string(error.get("error_description"))
    data = error.get("data")
    status = data.get("status") if isinstance(data, dict) else error.get("status")
    reason = f"the server answered with the error {code}" + f": {message}" * bool(message)
    return ErrorAnswer(
        reason,
        "The article is not in this file: save it again, from an address that has it",
        code=code,
        message=message,
        status=status if isinstance(status, int) else None,
        answer=answer,
    )


def _nothing(answer: Json) -> NoArticleError:
    if answer == {}:
        return NoArticleError("the answer is an empty object", "Save it again: there is nothing in it")
    if _is_empty(answer):
        return NoArticleError("the answer is an empty list", "No post matched the request that was saved")
    first = answer[0] if isinstance(answer, list) else answer
    if not isinstance(first, dict):
        kind = f"a {type(answer).__name__}"
    elif is_comment(first):
        kind = "a comment" if first is answer else "a list of comments"
    else:
        kind = f"an object of {_names(first)}" if first is answer else f"a list of objects of {_names(first)}"
    return NoArticleError(f"nothing in it has the shape of a post: it is {kind}")


def _is_empty(answer: Json) -> bool:
    posts = answer.get("posts", answer.get("body")) if isinstance(answer, dict) and answer else answer
    return posts in ([], {})


def _names(keys: Iterable[str]) -> str:
    names = list(keys)
    return ", ".join(f"{name!r:.30}" for name in names[:5]) + ", …" * (len(names) > 5)
