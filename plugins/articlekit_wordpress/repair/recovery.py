"""From the text of an answer to its value: strict JSON, else layer by layer, else by repair."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Final

from attrs import field, frozen

from articlekit.plugin import Diagnostic, NoArticleError
from articlekit.surrogates import without_surrogates
from articlekit_wordpress.repair import losses, php, rewriting, surroundings, texts
from articlekit_wordpress.repair.posts import posts_in
from articlekit_wordpress.repair.scanner import Scan, scan
from articlekit_wordpress.repair.strict import Read, Refused, looks_like_answer, read_json, read_nearly_json
from articlekit_wordpress.repair.surroundings import Unwrapped
from articlekit_wordpress.values import Object

if TYPE_CHECKING:
    from articlekit.plugin import Json

# Not those inside strings, where they are "zero width no-break spaces" that somebody may have wanted.
_BYTE_ORDER_MARK: Final = re.compile(
    '\\A(?:\\s*+\ufeff)++|\ufeff(?="[\\w:]{1,60}"\\s{0,9}:)|(?<=")\ufeff(?=[\\w:]{1,60}"\\s{0,9}:)|(?<=[}\\],:])\ufeff'
)
MAX_LAYERS: Final = 8
"""How many layers of wrapping are taken off: a page around an escaped string inside a string is three."""

# In the order in which they are tried: what is around the whole text first, what was done to each character last.
_Step = Callable[[str], Unwrapped | None]
_STEPS: Final[tuple[_Step, ...]] = (
    surroundings.headers,
    surroundings.chunks,
    rewriting.quoted_printable,
    rewriting.base64_encoded,
    rewriting.url_encoded,
    php.php_array,
    surroundings.fence,
    surroundings.page,
    surroundings.noise,
    rewriting.escaped_quotes,
)


_Notes = dict[str, list[Diagnostic]]


@frozen(kw_only=True)
class Recovered:
    """The value of an answer, in WordPress's own shape, and what had to be done to get at it."""

    #: A post, a list of posts, an envelope, an error answer; whatever else the JSON was.
    value: Json
    #: What concerns the text as a whole.
    diagnostics: tuple[Diagnostic, ...] = ()
    #: What concerns one post, by its place in `value`, a JSONPath: ``$``, ``$[3]``, ``$.posts[0]``.
    by_post: Mapping[str, tuple[Diagnostic, ...]] = field(factory=dict)


def recover(text: str) -> Recovered:
    """Read the text of an answer of WordPress, whole or broken.

    Whole JSON is read as it is. Else what is around it is taken off, what was done to it undone, and at last it is
    read by a scanner that knows WordPress's shape. A post that was read whole is never touched.

    Raises:
        NoArticleError: There is nothing of WordPress in it.
    """
    layers = _Layers(text)
    if "\ufeff" in text:
        layers.drop(_BYTE_ORDER_MARK, "byte order marks were left out")
    while True:
        sound = read_json(layers.text)
        if sound is None and layers.peel(rewriting.marked_lines, rewriting.hard_wrapped):
            continue  # Else line ends would be taken for a part of the words that they break.
        read = sound or read_nearly_json(layers.text)
        if isinstance(read, Refused):
            if not layers.peel(*_STEPS):
                return _repaired(layers, read)
        elif not layers.exhausted and (carried := _carried(read.value)) is not None:
            layers.replace(carried, "the JSON was kept in a JSON string")
        elif isinstance(read.value, dict | list) or layers.text is text:
            return _whole(layers, read)
        else:
            return _repaired(layers, Refused(reason="there is no object or list in it", offset=0))


def _carried(value: Json) -> str | None:
    """Give the JSON that is kept in strings: a text kept as one, a list of such, what a proxy wraps an answer in."""
    if isinstance(value, str):
        return value
    if isinstance(value, list) and value:
        texts = [item for item in value if isinstance(item, str) and item.lstrip().startswith("{")]
        return "\n".join(texts) if len(texts) == len(value) else None
    if isinstance(value, dict) and not looks_like_answer(value):
        texts = [item for item in value.values() if isinstance(item, str) and surroundings.opening(item[:4000])]
        return max(texts, key=len, default=None)
    return None


class _Layers:
    """The text that is left, and what was taken off it."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.diagnostics: list[Diagnostic] = []
        self._original = len(text)
        self._start = 0
        self._exact = True
        self._count = 0

    @property
    def exhausted(self) -> bool:
        return self._count >= MAX_LAYERS

    def peel(self, *steps: _Step) -> bool:
        """Take off the next layer, if there is one, by the first of `steps` that applies."""
        if self.exhausted:
            return False
        for step in steps:
            unwrapped = step(self.text)
            if unwrapped is not None and unwrapped.text.strip() and unwrapped.text != self.text:
                self._take(unwrapped)
                return True
        return False

    def drop(self, pattern: re.Pattern[str], message: str) -> None:
        """Leave out what `pattern` finds."""
        if found := pattern.search(self.text):
            self.diagnostics.append(Diagnostic(code="json.surrounded", message=message, offset=found.start()))
            self.text, self._exact = pattern.sub("", self.text), False

    def replace(self, text: str, message: str) -> None:
        self._take(Unwrapped(text=text, message=message, code="json.wrapped", start=None))

    def _take(self, unwrapped: Unwrapped) -> None:
        self._count += 1
        start = self._start
        if unwrapped.start is None:
            self._exact = False
        elif self._exact:
            self._start += unwrapped.start
        self.diagnostics.append(Diagnostic(code=unwrapped.code, message=unwrapped.message, offset=start))
        self.text = unwrapped.text

    def original(self, offset: int) -> int | None:
        """Give the place in the first text of a place in this one, where that is known."""
        if self._exact:
            return self._start + offset
        if offset == 0:
            return self._start
        return self._original if offset >= len(self.text) else None

    def note(self, code: str, message: str, offset: int | None) -> None:
        place = None if offset is None else self.original(offset)
        self.diagnostics.append(Diagnostic(code=code, message=message, offset=place))


def _whole(layers: _Layers, read: Read) -> Recovered:
    for diagnostic in read.diagnostics:
        layers.note(diagnostic.code, diagnostic.message, diagnostic.offset)
    by_post: _Notes = {}
    if read.lenient:
        _clean(read.value, by_post)
    return _looked_over(layers, read.value, by_post)


def _repaired(layers: _Layers, refused: Refused) -> Recovered:
    text = layers.text
    start_lost = surroundings.lacks_its_start(text)
    found = surroundings.opening(text)
    if not start_lost and not found:
        raise _nothing(f"it is no JSON ({refused.reason}), and nothing in it looks like an answer of WordPress", layers)
    layers.note("json.invalid", f"not valid JSON: {refused.reason}", refused.offset)
    result = scan(text, found.start() if found else 0, start_lost=start_lost)
    value = _chosen(result)
    if not value:
        raise _nothing(f"it is no JSON ({refused.reason}), and it ends before the first member of a post", layers)
    by_post = losses.of_broken_posts(result, list(posts_in(value)), layers.original)
    _clean(value, by_post)
    if start_lost:
        layers.note("json.start-lost", "the beginning of the answer is missing", 0)
    if result.bare_quotes is not None:
        layers.note("json.quotes-unescaped", "quotes inside strings are not escaped", result.bare_quotes)
    if result.cut:
        layers.note("json.truncated", "the answer ends early" + without_surrogates(losses.where(result)), len(text))
    return _looked_over(layers, value, by_post)


def _nothing(reason: str, layers: _Layers) -> NoArticleError:
    return NoArticleError(reason, offset=layers.original(0), diagnostics=tuple(layers.diagnostics))


def _chosen(result: Scan) -> Json:
    """Give the one value, or the posts of all values; of a post that stands there twice, what is more of it."""
    values = [value for value in result.values if isinstance(value, dict | list) and value]
    answers: list[Json] = [value for value in values if looks_like_answer(value)] or [*values]
    if len(answers) == 1:
        return answers[0]
    posts: dict[object, Object] = {}
    for _, post in posts_in(answers):
        name = post.get("id", post.get("ID"))
        known = posts.get(name) if isinstance(name, int) else None
        if known is None or len(known) < len(post):
            posts[name if isinstance(name, int) else id(post)] = post
    if len(posts) == 1 and isinstance(answers[0], dict):
        return next(iter(posts.values()))
    return list(posts.values()) or (answers[0] if answers else [])


def _looked_over(layers: _Layers, value: Json, by_post: _Notes) -> Recovered:
    """Undo and report what shows only in the strings."""
    if texts.slashes_stripped(layers.text) and texts.map_strings(value, texts.with_slashes):
        message = "backslashes had been stripped; u2019 and n were read as the escapes they were"
        layers.note("json.slashes-stripped", message, 0)
    for place, found in texts.look_over(value).items():
        by_post.setdefault(place, []).extend(found)
    notes = {place: tuple(found) for place, found in by_post.items() if found}
    return Recovered(value=value, diagnostics=tuple(layers.diagnostics), by_post=notes)


def _clean(value: Json, by_post: _Notes) -> None:
    """Take out of a leniently read value what no text can hold: control characters, halves of surrogate pairs."""
    for place, post in posts_in(value):
        if texts.map_strings(post, without_surrogates):
            message = "halves of surrogate pairs were replaced by U+FFFD"
            by_post.setdefault(place, []).append(Diagnostic(code="json.lone-surrogate", message=message))
    texts.map_strings(value, lambda string: texts.without_controls(without_surrogates(string)))
