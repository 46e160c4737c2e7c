"""What is wrong inside the strings of an answer: undone where that is certain, said in any case."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Any

from articlekit import entities
from articlekit.plugin import Diagnostic
from articlekit_wordpress.repair.posts import posts_in
from articlekit_wordpress.repair.strings import unescape
from articlekit_wordpress.values import Object

if TYPE_CHECKING:
    from articlekit.plugin import Json


def map_strings(value: Json, change: Callable[[str], str]) -> int:
    """Put ``change(string)`` in the place of every string inside `value`, in place; count the strings that changed."""
    changed = 0
    waiting = [value]
    while waiting:
        container = waiting.pop()
        if isinstance(container, dict):
            changed += _changed(container, list(container.items()), change)
            waiting += container.values()
        elif isinstance(container, list):
            changed += _changed(container, list(enumerate(container)), change)
            waiting += container
    return changed


def _changed(container: Any, places: Iterable[tuple[int | str, Json]], change: Callable[[str], str]) -> int:
    changed = 0
    for place, inner in places:
        if isinstance(inner, str) and (new := change(inner)) != inner:
            container[place] = new
            changed += 1
    return changed


# -- what a lenient reader lets through

_PARTING = re.compile("[\x0b\x0c]")
_CONTROLS = re.compile("[\x00-\x08\x0e-\x1f\x7f]")


def without_controls(string: str) -> str:
    """Leave out control characters; vertical tab and form feed, which part words, become spaces."""
    return _CONTROLS.sub("", _PARTING.sub(" ", string))


# -- backslashes that were stripped

_STRIPPED = re.compile(
    r"""<\\?/p>n+[<"']|["']n<[a-z!]|[A-Za-z ]u20(?:1[3489cd]|26)|(?:u0[0-9a-f]{3}){2}|[a-z]u00[ef][0-9a-f][a-z]"""
)
_UNITS = re.compile(r"(?:u[0-9a-f]{4})+")
# What stands between tags, ends a text after its last tag or stop, or is too many of one letter to be a word.
_LINES = re.compile(
    r"(?<=>)[nrt][nrt ]*+(?=<|\Z)|\A[rt]*n[nrt]*+(?=<)|(?<=<br />)r?n|(?<=>)r?n[nrt]*t(?=[^a-z<])"
    r"|(?<=[;>])t{2,}[nrt ]*+|r?n[nrt]*tt[nrt]*+(?=</)|(?<=[.\]…])n\Z"
)


def slashes_stripped(text: str) -> bool:
    r"""Whether an answer shows what is left of ``\n`` and ``\u2019`` without backslashes, and hardly any of these."""
    # Counted by `split`, which looks no further than it must and is faster than `count` at that.
    if "\\" in text[:500] or len(text[:20_000].split("\\", 9)) > 9:
        return False  # Addresses have them in an answer of PHP, line ends and attributes in any.
    backslashes = text.count("\\")
    # What the pattern finds has one of these in it, and counting is a hundred times as fast.
    if sum(map(text.count, ("</p>n", '"n<', "'n<", "u20", "u0"))) <= backslashes:
        return False
    return len(_STRIPPED.findall(text)) > backslashes


def with_slashes(string: str) -> str:
    r"""Read ``u2019`` and, between tags, ``n`` as the escapes that they were."""
    return _UNITS.sub(_characters, _LINES.sub(_white, string))


def _white(letters: re.Match[str]) -> str:
    return letters[0].translate({ord("n"): "\n", ord("t"): "\t", ord("r"): "\r"})


def _characters(units: re.Match[str]) -> str:
    numbers = units[0][1:].split("u")
    if len(numbers) == 1 and numbers[0].isalpha():
        return units[0]  # As likely letters of a word.
    characters = b"".join(int(number, 16).to_bytes(2, "big") for number in numbers).decode("utf-16-be", "surrogatepass")
    sound = all(unicodedata.category(character) not in {"Cn", "Co", "Cc"} for character in characters)
    return characters if sound else units[0]


# -- escapes that were escaped once more

_ESCAPED_ADDRESS = re.compile(r"https?:\\/\\/")
_LETTERS = r"(?:20(?:1[3489cd]|26)|00[ef][0-9a-f])"
_ESCAPED_LETTERS = re.compile(rf"[A-Za-z]\\u{_LETTERS}|(?:\\u[0-9a-f]{{4}}){{3}}")
_STRIPPED_LETTERS = re.compile(rf"[A-Za-z ]u{_LETTERS}(?=[a-z ,.<])|(?:u[0-9a-f]{{4}}){{3}}")
_ESCAPES = re.compile(r"(?:\\u[0-9a-fA-F]{4})+")


def unescape_again(post: Object, texts: Sequence[str]) -> Diagnostic | None:
    r"""Read escapes left in a post: ``https:\/\/`` in its address, ``don\u2019t`` or ``donu2019t`` in its `texts`."""
    link, guid = post.get("link"), post.get("guid")
    address = link if isinstance(link, str) else guid.get("rendered") if isinstance(guid, dict) else None
    if isinstance(address, str) and "\\" in address and _ESCAPED_ADDRESS.match(address):
        map_strings(post, unescape)
        return Diagnostic(code="json.wrapped", message="strings were escaped once more; this was undone")
    escaped = [text for text in texts if "\\" in text]
    if sum(len(_ESCAPED_LETTERS.findall(text)) for text in escaped) > 1:
        map_strings(post, lambda string: _ESCAPES.sub(lambda units: unescape(units[0]), string))
        return Diagnostic(code="json.wrapped", message="escapes such as u2019 were escaped once more; this was undone")
    units = [text for text in texts if text.isascii() and _UNIT_OF_SCRIPTS.search(text)]
    if sum(len(_STRIPPED_LETTERS.findall(text)) for text in units) > 1:
        map_strings(post, lambda string: _UNITS.sub(_characters, string))
        message = "escapes such as u2019 had lost their backslashes, and were read nevertheless"
        return Diagnostic(code="json.slashes-stripped", message=message)
    return None


# How escapes of punctuation, Latin, Greek, Cyrillic, Arabic, Kana, and of common Han and Hangul begin.
_UNIT_OF_SCRIPTS = re.compile("u(?:20|00e|03|04|06|30|76|c[75])")


# -- references that were encoded twice

_DOUBLED = re.compile(r"&amp;(?:#|[A-Za-z]{2,8};)")
_DOUBLED_IN_ADDRESS = re.compile(r"""(?:href|src|srcset)=["'][^"'<>]*?&amp;#0?38;""")
_REFERENCE = re.compile(r"&amp;(#?\w{2,8};)")
_ENCODED = ("title", "content", "excerpt")


def has_doubled(texts: Sequence[str]) -> bool:
    """Whether there may be references that were encoded twice in the texts of a post."""
    return any(map(_DOUBLED.search, texts))


def undouble(posts: Sequence[Object], texts: Sequence[Sequence[str]]) -> dict[int, Diagnostic]:
    """Take back one encoding of title, text and excerpt, their `texts`, of the posts in which all was encoded twice."""
    doubled = [number for number, found in enumerate(texts) if has_doubled(found)]
    if not doubled:
        return {}
    throughout = len(posts) > 1 and entities.double_encoding(*(text for found in texts for text in found)).systematic
    message = "character references were encoded twice throughout; one encoding was undone"
    notes = {}
    for number in doubled:
        if throughout or _is_doubled(posts[number], texts[number]):
            notes[number] = Diagnostic(code="html.double-encoded", message=message)
            _undouble(posts[number])
    return notes


def _is_doubled(post: Object, texts: Sequence[str]) -> bool:
    evidence = entities.double_encoding(*texts)
    if evidence.single:
        return False
    return evidence.systematic or any(map(_DOUBLED_IN_ADDRESS.search, texts)) or _slug_tells(post)


def _slug_tells(post: Object) -> bool:
    """Whether the slug shows that a reference in the title was no word of it.

    WordPress makes the slug of the title as it was typed: ``A &amp;#8211; B`` gives ``a-8211-b`` where the author wrote
    about references, and ``a-b`` where a dash was encoded twice.
    """
    title, slug = post.get("title"), post.get("slug")
    title = title.get("rendered") if isinstance(title, dict) else title
    if not isinstance(title, str) or not isinstance(slug, str) or not slug.isascii():
        return False
    references = {reference.strip("#;").lower() for reference in _REFERENCE.findall(title)}
    plain = unicodedata.normalize("NFKD", _REFERENCE.sub(" ", title)).encode("ascii", "ignore").decode().lower()
    words, tokens = set(re.findall(r"[a-z0-9]+", plain)), set(slug.split("-"))
    return bool(words) and not tokens & references and (tokens >= words or len(tokens & words) > 1)


def _undouble(post: Object) -> None:
    for name in _ENCODED:
        value = post.get(name)
        if isinstance(value, str):
            post[name] = entities.undouble(value)[0]
        elif isinstance(value, dict):
            map_strings(value, lambda text: entities.undouble(text)[0])


def rendered_texts(post: Object) -> list[str]:
    """Give the HTML of a post: title, text and excerpt, as far as they are there."""
    values = [post.get(name) for name in _ENCODED]
    texts = [value.get("rendered") if isinstance(value, dict) else value for value in values]
    return [text for text in texts if isinstance(text, str)]


# -- characters that became question marks

# Places where no writer puts a question mark: inside a word, before one, several of them alone, between spaces.
_ODD_MARK = re.compile(
    r"(?<=[^\W\d_])\?(?=[^\W\d_](?![\w-]{0,30}=))|(?:(?<=[\s>(\"'])|\A)\?{1,40}(?=\w)|(?:(?<=[\s>(])|\A)\?{2,40}(?=[\s<,.)])"
    r"|(?<=\s)\?(?=\s[a-z0-9])"
)
_LIKELY_MARK = re.compile(r"(?<=[a-z])\?(?= [a-z])|(?<=\d)\?(?=\d)|\?[,;]")


# So far before a question mark its tag or word is looked for.
_NEAR = 300


def characters_lost(texts: Sequence[str]) -> Diagnostic | None:
    """Report characters of a post that were replaced, by U+FFFD or, throughout, by question marks."""
    replaced = sum(text.count("\ufffd") for text in texts)
    if replaced:
        message = f"{replaced} characters had been replaced by U+FFFD"
        return Diagnostic(code="encoding.characters-lost", message=message)
    odd, likely = 0, 0
    for text in texts:
        for place in _question_marks(text):
            is_odd = _ODD_MARK.match(text, place) is not None
            is_likely = _LIKELY_MARK.match(text, place) is not None
            if (is_odd or is_likely) and _is_in_words(text, place):
                odd += is_odd
                likely += is_likely
    if odd + likely // 3 < 2:
        return None
    message = f"question marks stand in about {odd + likely} places where a character was lost"
    return Diagnostic(code="encoding.characters-lost", message=message)


def _question_marks(text: str) -> Iterator[int]:
    """Give the places of question marks, of several together the first."""
    place = text.find("?")
    while place >= 0:
        yield place
        last = place
        place = text.find("?", place + 1)
        while place == last + 1:
            last = place
            place = text.find("?", place + 1)


def _is_in_words(text: str, place: int) -> bool:
    """Whether a place is in no tag and no address."""
    before = text[max(0, place - _NEAR) : place]
    word = before[max(map(before.rfind, " \n\t>")) + 1 :]
    return before.rfind("<") <= before.rfind(">") and "://" not in word and "www." not in word


def look_over(value: Json) -> dict[str, list[Diagnostic]]:
    """Undo and report, post by post, what is wrong in the strings."""
    places, posts, texts = [], [], []
    notes: dict[str, list[Diagnostic]] = {}
    for place, post in posts_in(value):
        html = rendered_texts(post)
        if undone := unescape_again(post, html):
            notes[place] = [undone]
            html = rendered_texts(post)
        places.append(place)
        posts.append(post)
        texts.append(html)
    for number, note in undouble(posts, texts).items():
        notes.setdefault(places[number], []).append(note)
    for place, html in zip(places, texts, strict=True):
        if lost := characters_lost(html):
            notes.setdefault(place, []).append(lost)
    return notes
