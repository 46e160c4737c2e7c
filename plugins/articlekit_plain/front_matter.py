"""Front matter: what Hugo, Jekyll, Eleventy and others put before the text of a Markdown file, in YAML or TOML."""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from collections.abc import Mapping
from datetime import date, datetime, time
from typing import Final

from attrs import field, frozen

from articlekit.plugin import Diagnostic, Json, MissingExtraError

SIZE_LIMIT: Final = 64 * 2**10
"""Front matter of more characters is not read."""

BEGINNING: Final = re.compile(r"(?:---[ \t]*\r?\n(?=[\w\"'#-])|\+\+\+[ \t]*\r?\n)")
"""How front matter begins: a line of hyphens before YAML, of plus signs before TOML."""

_YAML_END = re.compile(r"^(?:---|\.\.\.)[ \t]*\r?$\n?", re.MULTILINE)
_HALF = re.compile("[\ud800-\udfff]")
# That of HTML: a no-break space is a character of the text.
_SPACE = re.compile(r"[ \t\n\f\r]+")
_TOML_END = re.compile(r"^\+\+\+[ \t]*\r?$\n?", re.MULTILINE)


@frozen(kw_only=True)
class FrontMatter:
    """What was said before the text, and the text."""

    said: Mapping[str, object] = field(factory=dict)
    text: str
    diagnostics: tuple[Diagnostic, ...] = ()


def split(text: str) -> FrontMatter:
    """Read the front matter of a file, if it has any.

    Raises:
        MissingExtraError: It is YAML, and PyYAML is not installed.
    """
    begun = BEGINNING.match(text)
    if begun is None:
        return FrontMatter(text=text)
    is_yaml = text.startswith("---")
    end = (_YAML_END if is_yaml else _TOML_END).search(text, begun.end(), begun.end() + SIZE_LIMIT)
    if end is None:
        message = f"the front matter does not end within {SIZE_LIMIT:,} characters; it was read as text"
        # A thematic break may stand at the beginning of a text.
        return FrontMatter(text=text, diagnostics=() if is_yaml else (_invalid(message),))
    block, rest = text[begun.end() : end.start()], text[end.end() :]
    repeated: list[str] = []
    try:
        said = _yaml(block, repeated) if is_yaml else tomllib.loads(block.replace("\r\n", "\n"))
    except (ValueError, RecursionError) as error:
        message = f"the front matter cannot be read and was left out: {' '.join(str(error).split())[:200]}"
        return FrontMatter(text=rest, diagnostics=(_invalid(message),), said={"front_matter": block})
    if not isinstance(said, dict):
        return FrontMatter(text=text)
    whole = {str(name): _with_whole_characters(value) for name, value in said.items()}
    is_lost = "\ufffd" in repr(whole) and "\ufffd" not in block
    notes = (_HALVES,) if is_lost else ()
    if repeated:
        message = f"of several values of one name the last was read: {', '.join(dict.fromkeys(repeated))[:200]}"
        notes = (*notes, _invalid(message))
    return FrontMatter(said=whole, text=rest, diagnostics=notes)


def _with_whole_characters(value: object) -> object:
    """Join the halves that programs write a character as which write YAML as JSON; one alone becomes U+FFFD."""
    if isinstance(value, dict):
        return {_with_whole_characters(name): _with_whole_characters(inner) for name, inner in value.items()}
    if isinstance(value, list):
        return [_with_whole_characters(inner) for inner in value]
    if isinstance(value, str) and _HALF.search(value):
        return value.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    return value


_HALVES: Final = Diagnostic(
    code="encoding.characters-lost", message="halves of characters stand in the front matter; they are U+FFFD"
)


def _invalid(message: str) -> Diagnostic:
    return Diagnostic(code="markdown.front-matter", message=message, offset=0)


def _yaml(block: str, repeated: list[str]) -> object:
    """Read YAML, and add to `repeated` the names that a mapping has more than once (YAML 1.2.2 §3.2.1.3 forbids it)."""
    try:
        import yaml  # noqa: PLC0415  an extra
    except ImportError as missing:
        raise MissingExtraError("markdown", "reading YAML front matter") from missing

    class Loader(yaml.SafeLoader):
        """YAML 1.2's core schema, less what could be meant as text; and no aliases, which could expand without end."""

        yaml_implicit_resolvers = {}  # noqa: RUF012  as PyYAML has it

        def compose_node(self, parent: yaml.Node | None, index: int) -> yaml.Node | None:
            if self.check_event(yaml.AliasEvent):
                raise ValueError("aliases are not read")
            return super().compose_node(parent, index)

        def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[object, object]:
            names = Counter(key.value for key, _ in node.value if isinstance(key, yaml.ScalarNode))
            repeated.extend(name for name, count in names.items() if count > 1)
            return super().construct_mapping(node, deep)

    Loader.add_implicit_resolver("tag:yaml.org,2002:bool", re.compile(r"true|false\Z"), list("tf"))
    Loader.add_implicit_resolver("tag:yaml.org,2002:null", re.compile(r"(?:null|~|)\Z"), ["n", "~", ""])
    Loader.add_implicit_resolver("tag:yaml.org,2002:int", re.compile(r"(?:0|-?[1-9]\d{0,15})\Z"), list("-0123456789"))
    try:
        return yaml.load(block, Loader)  # noqa: S506  a safe loader
    except (yaml.YAMLError, TypeError, KeyError, AttributeError, IndexError) as error:
        raise ValueError(str(error)) from error


def text_of(value: object) -> str | None:
    """A scalar as text; None for what is none, or empty."""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, datetime | date | time):
        return value.isoformat()
    return _SPACE.sub(" ", str(value)).strip(" ") or None if isinstance(value, str | int | float) else None


def as_json(value: object) -> Json:
    """A value as plain JSON: dates as ISO 8601."""
    # As deep as the front matter was nested, which its own readers have recursed into.
    if isinstance(value, dict):
        return {str(name): as_json(inner) for name, inner in value.items()}
    if isinstance(value, list | tuple | set | frozenset):
        return [as_json(inner) for inner in value]
    if isinstance(value, float):
        return value if value - value == 0 else str(value)
    if value is None or isinstance(value, bool | int | str):
        return value
    return value.isoformat() if isinstance(value, datetime | date | time) else str(value)
