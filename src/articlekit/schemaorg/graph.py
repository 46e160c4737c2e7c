"""JSON-LD: blocks, each read for itself, as one graph of nodes (JSON-LD 1.1, schema.org)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from typing import Final, TypeAlias

from attrs import define, frozen

from articlekit.article import Json
from articlekit.diagnostic import Diagnostic
from articlekit.entities import decode
from articlekit.errors import ParseError
from articlekit.json_members import replaced_members
from articlekit.json_repair import HALVES, load, read, unwrapped, without_halves
from articlekit.schemaorg.terms import are_usual, with_usual_names

Object: TypeAlias = "dict[str, Json]"

_ARTICLE_ENDINGS: Final = ("Article", "Posting", "Report", "NewsAnalysis", "APIReference")
# Kinds of CreativeWork that are an article too, and speak of their own author.
_WORKS: Final = frozenset(
    ("Review", "Recipe", "HowTo", "CreativeWork", "Blog", "CriticReview", "Guide", "Story", "WebContent", "MediaReview",
     "VideoObject", "PodcastEpisode", "AudioObject", "Thesis", "Chapter", "ShortStory", "LearningResource")
)  # fmt: skip
_PAGES: Final = frozenset(("WebPage", "ItemPage", "AboutPage", "MedicalWebPage", "FAQPage", "QAPage", "ProfilePage"))
REVIEWED_CLAIM: Final = "ClaimReview"
"""The type of a fact-check."""
HOLDERS: Final = ("@graph", "mainEntity", "mainEntityOfPage", "hasPart")
"""Members that hold what stands for itself, not as a part of what another says."""


@frozen(kw_only=True)
class Node:
    """An object of the graph, and where it stands."""

    data: Object
    #: A JSONPath; behind the number of the block where there are several: ``$[1].@graph[0]``.
    path: str
    #: Its types, without the vocabulary's address.
    kinds: tuple[str, ...]
    #: The number of the block that it stands in, from 0.
    block: int = 0


@define
class Graph:
    """All that the sound blocks and, after them, the repaired ones say."""

    nodes: tuple[Node, ...]
    blocks: tuple[Json, ...]
    #: What had to be repaired, by the number of the block.
    repairs: Mapping[int, tuple[Diagnostic, ...]]

    @property
    def diagnostics(self) -> tuple[Diagnostic, ...]:
        """What had to be repaired in any block."""
        return tuple(note for number in sorted(self.repairs) for note in self.repairs[number])

    @cached_property
    def articles(self) -> tuple[Node, ...]:
        """What speaks of the article: articles first, other works and then the page itself behind them."""
        ranked = sorted(((_rank(node.kinds), n, node) for n, node in enumerate(self.nodes)), key=lambda r: r[:2])
        return tuple(node for rank, _, node in ranked if rank < _NO_ARTICLE)

    def of_kind(self, *kinds: str) -> Iterator[Node]:
        """Give the nodes of these types."""
        return (node for node in self.nodes if not set(kinds).isdisjoint(node.kinds))

    @cached_property
    def reviews(self) -> tuple[Object, ...]:
        """The fact-checks, wherever they stand: lists hold them, and articles as what was said of a claim in them."""
        return tuple(data for data in _objects(self.blocks) if REVIEWED_CLAIM in kinds_of(data))

    def resolve(self, value: Json) -> Json:
        """Give what a reference by ``@id`` stands for; anything else as it is."""
        if isinstance(value, dict) and "@id" in value and len(value) <= _REFERENCE:
            identifier = value["@id"]
            known = self._by_identifier.get(identifier) if isinstance(identifier, str) else None
            return known or value
        return value

    @cached_property
    def _by_identifier(self) -> dict[str, Object]:
        found: dict[str, Object] = {}
        for data in _objects(self.blocks):
            identifier = data.get("@id")
            if isinstance(identifier, str) and len(data) > len(found.get(identifier, ())):
                found[identifier] = data
        return found


_REFERENCE: Final = 2
"""So many members has a reference at most: ``@id``, and sometimes ``@type``."""
_NO_ARTICLE: Final = 3


def read_graph(blocks: Iterable[str], holders: Sequence[str] = HOLDERS) -> Graph:
    """Read blocks of JSON-LD; a broken one never costs a sound one, and never stands before it.

    Never raises: what cannot be read is a diagnostic.

    Args:
        blocks: The text of each.
        holders: Members in which to look for nodes, beside those that stand at the top.
    """
    sound: list[tuple[int, Json]] = []
    repaired: list[tuple[int, Json]] = []
    repairs: dict[int, tuple[Diagnostic, ...]] = {}
    for number, text in enumerate(blocks):
        try:
            value = _loaded(text)
            sound.append((number, _with_usual_names(value, text)))
            notes = replaced_members(value, text)
        except ValueError:
            notes = tuple(_repaired(number, text, repaired)) if text.strip() else ()
        if without_halves(text) != text:
            notes = (*notes, HALVES)
        if notes:
            repairs[number] = notes
    read = (*sound, *repaired)
    nodes = tuple(node for number, block in read for node in _nodes(block, number, holders))
    return Graph(nodes=nodes, blocks=tuple(block for _, block in read), repairs=repairs)


def _loaded(text: str) -> Json:
    try:
        return load(text)
    except ValueError:
        return load(unwrapped(text))


def _repaired(number: int, text: str, blocks: list[tuple[int, Json]]) -> Iterator[Diagnostic]:
    """Read a broken block, or one of several values, as far as it can be understood."""
    name = f"JSON-LD block {number + 1}"
    try:
        reading = read(text)
    except ParseError as error:
        yield Diagnostic(code="json.invalid", message=f"{name} cannot be read: {error.reason}")
        return
    blocks.append((number, _with_usual_names(reading.value, text)))
    codes = {note.code for note in reading.diagnostics}
    if codes & {"json.invalid", "json.truncated", "item.skipped"}:
        yield Diagnostic(code="json.invalid", message=f"{name} is broken and was repaired")
    if "json.truncated" in codes:
        yield Diagnostic(code="json.truncated", message=f"{name} ends early")
    if "json.several" in codes:
        yield Diagnostic(code="json.several", message=f"{name} is several values one after the other")


def _with_usual_names(block: Json, text: str) -> Json:
    return block if are_usual(text) else with_usual_names(block)


def kinds_of(data: Object) -> tuple[str, ...]:
    """Give the types of an object, without the vocabulary's address."""
    said = data.get("@type")
    kinds = said if isinstance(said, list) else [said]
    return tuple(kind.rpartition("/")[2].rpartition(":")[2] for kind in kinds if isinstance(kind, str))


def is_article(kinds: Iterable[str]) -> bool:
    """Whether one of the types is schema.org's ``Article`` or a kind of it."""
    return any(kind.endswith(_ARTICLE_ENDINGS) and kind != "JobPosting" for kind in kinds)


def _rank(kinds: tuple[str, ...]) -> int:
    if REVIEWED_CLAIM in kinds:
        return _NO_ARTICLE
    if is_article(kinds):
        return 0
    return 1 if not _WORKS.isdisjoint(kinds) else 2 if not _PAGES.isdisjoint(kinds) else _NO_ARTICLE


def _nodes(block: Json, number: int, holders: Sequence[str]) -> Iterator[Node]:
    """Give the objects that stand for themselves, not as a part of what another says."""
    stack: list[tuple[Json, str]] = [(block, f"$[{number}]" if number else "$")]
    while stack:
        value, path = stack.pop()
        if isinstance(value, list):
            stack.extend((item, f"{path}[{n}]") for n, item in reversed(list(enumerate(value))))
        elif isinstance(value, dict):
            if "@type" in value:
                yield Node(data=value, path=path, kinds=kinds_of(value), block=number)
            stack.extend((value[key], f"{path}.{key}") for key in reversed(holders) if key in value)


def _objects(blocks: Sequence[Json]) -> Iterator[Object]:
    """Give all objects, in the order in which they stand."""
    stack: list[Json] = list(reversed(blocks))
    while stack:
        value = stack.pop()
        if isinstance(value, dict):
            yield value
            stack.extend(reversed(value.values()))
        elif isinstance(value, list):
            stack.extend(reversed(value))


def strings_of(value: Json) -> Iterator[str]:
    """Give the texts of a value that may be one, a list, or an object with a name."""
    for item in value if isinstance(value, list) else [value]:
        said = item
        if isinstance(item, dict):
            said = item.get("name") or item.get("@value") or item.get("@id")
        if isinstance(said, str) and (text := (decode(said) if "&" in said else said).strip()):
            yield text


def string_of(value: Json) -> str | None:
    """Give the first text of a value."""
    return next(strings_of(value), None)
