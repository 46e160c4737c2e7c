"""The one pass from tags and texts to blocks.

A row of tokens is read without a tree. Only blocks and marks are kept track of; every other tag is the border of a
paragraph or nothing at all, so that unclosed and misplaced tags do little harm. Blocks nest to `BLOCK_DEPTH` and marks
by as many names as HTML has for them: whatever the input, a token costs no more than a fixed amount of work.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from itertools import count, islice

from articlekit.blocks import Block, Paragraph
from articlekit.markup.line import BLANK, BREAK, WHITE, in_form
from articlekit.markup.marks import MarkRule
from articlekit.markup.reading.frames import (
    BY_CLASS,
    DROP,
    END,
    FLOW,
    LINE,
    NEW_LINE,
    SPAN,
    ClassRules,
    Frame,
    Rule,
    Verdict,
    Way,
)
from articlekit.markup.reading.open_blocks import PAIRED, SHARED, OpenBlocks
from articlekit.markup.safety import is_plain_path, is_safe_link, origin_of, resolve
from articlekit.markup.tokens import Piece, Slot, Tokens, attributes_of, decoded, is_self_closed, pieces


class Reader(OpenBlocks):
    """Reads tokens into blocks in one pass, without recursion."""

    def __init__(self, tokens: Tokens, url: str | None, class_rules: ClassRules) -> None:
        super().__init__()
        self.tokens = tokens
        self.url = url
        self.class_rules = class_rules
        #: Index of the token being read, and its name in lower case.
        self.at = 0
        self.name = ""
        #: The sources of the ``picture`` that is open.
        self.sources: list[Slot] = []
        #: The address shown last, and the one that scripts are about to show again.
        self.last_shown: str | None = None
        self.twin: str | None = None
        self._steps = zip(count(), tokens.names, tokens.leaves, tokens.texts)
        self._endless: set[str] = set()
        self._is_lower = False

    def read(self) -> tuple[Block, ...]:
        """Read all tokens into blocks."""
        self._read()
        self.leave_to(self.body)
        if self.line.parts and not self.body.is_line:
            self.flush()
        return tuple(self.body.blocks)

    def _read(self) -> None:  # noqa: PLR0912 (all time is spent in this loop: every call saved counts)
        flow, span, break_, by_class, white = FLOW, SPAN, NEW_LINE, BY_CLASS, WHITE
        slots, class_rules, encoded, watched = self.tokens.slots, self.class_rules, self.tokens.encoded, self.watched
        frame, rules, line = self.frame, self.frame.rules, self.line
        parts = line.parts
        for at, name, leaf, text in self._steps:
            rule = rules.get(name)
            if rule is by_class:
                slot = slots[at]
                rule = frame.plain[name] if slot == "" else class_rules[slot] or frame.plain[name]
            if rule is flow and not (watched and name in watched):
                if parts:
                    self.flush()
                if leaf is None:
                    if line.open:
                        self.settle_marks(name)
                elif line.open or self.level:
                    line.add(self.tokens.decoded(leaf))
                    if parts:
                        self.flush()
                elif words := in_form(decoded(leaf) if encoded and "&" in leaf else leaf):
                    self.frame.blocks.append(Paragraph(text=words))
            elif rule is span and not watched:
                if leaf:
                    text = leaf + text  # noqa: PLW2901
            elif isinstance(rule, str):
                line.finish(rule)
            elif isinstance(rule, tuple) and leaf and name not in line.open:
                if parts or leaf.lstrip(white):
                    first = len(parts)
                    line.stretches.append((first, first + 1, *rule, None))
                    parts.append(decoded(leaf) if encoded and "&" in leaf else leaf)
            elif rule is break_ and leaf is None and parts and parts[-1] != BREAK and parts[-1].strip(BLANK):
                parts.append(BREAK)
            elif name is not None:
                self.at = at
                self._tag(name, rule, leaf)
                if self.at != at:
                    text = self.tokens.texts[self.at]  # noqa: PLW2901
                if self.frame is not frame:
                    frame, rules, line = self.frame, self.frame.rules, self.line
                    parts = line.parts
            if text and (parts or text.lstrip(white)):
                parts.append(decoded(text) if encoded and "&" in text else text)

    def _tag(self, name: str, rule: Rule | None, leaf: str | None) -> None:
        """Read a tag, and what belongs to it where it is an element of text alone."""
        if rule is None and not name.islower():
            self._make_lower()
            name = name.lower()
            rule = self.frame.rules.get(name)
        self.name = name
        at = self.at
        way = rule(self) if callable(rule) else self.by_class() if rule is BY_CLASS else rule
        if way is SPAN or way is None:
            if name in PAIRED:
                self.pair(name)
        elif isinstance(way, tuple):
            self._mark(name, way, leaf)
            return
        elif isinstance(way, int):
            self._head(way, leaf)
            return
        elif isinstance(way, Frame):
            self._enter(name, way)
            if leaf is None and is_self_closed(self.tokens.slots[at]):
                leaf = ""
        elif way is DROP:
            if self.at == at:
                self.content()
            return
        else:
            self._go(name, way)
        if leaf is not None:
            self.line.add(self.tokens.decoded(leaf))
            end = f"/{name}"
            self._tag(end, self.frame.rules.get(end), None)

    def _mark(self, name: str, rule: MarkRule, leaf: str | None) -> None:
        if leaf is None:
            if not is_self_closed(self.tokens.slots[self.at]):
                self.line.begin(name, rule, self.frame)
        elif name not in self.line.open:
            self.line.add_marked(rule, self.tokens.decoded(leaf))
        else:
            self.line.begin(name, rule, self.frame)
            self.line.add(self.tokens.decoded(leaf))
            self.line.finish(name)

    def _head(self, level: int, leaf: str | None) -> None:
        """Begin a heading or end one, or read one of text alone."""
        self.border()
        self.level = level
        if leaf is not None:
            self.line.add(self.tokens.decoded(leaf))
            self.border()
            self.level = 0

    def _go(self, name: str, way: Way | str) -> None:
        if isinstance(way, str):
            self.line.finish(way)
        elif way is NEW_LINE:
            if self.frame.is_line or not self.line.ends_blank():
                self.line.break_line()
            elif self.line.parts:
                self.flush()
        elif way is END:
            frame = self.frame
            self.end(name[1:])
            if self.frame is frame:
                self.border()
        else:
            self.border()
            if self.line.open:
                self.settle_marks(name)
            if name in PAIRED:
                self.pair(name)

    @property
    def slot(self) -> Slot:
        """Where the attributes of the tag being read are."""
        return self.tokens.slots[self.at]

    def attributes(self) -> dict[str, str]:
        """Give the attributes of the tag being read."""
        slot = self.tokens.slots[self.at]
        return {} if slot == "" else attributes_of(slot)

    def by_class(self) -> Verdict:
        """Say how the tag being read is read, if it may be more by its class names."""
        slot = self.tokens.slots[self.at]
        rule = None if slot == "" else self.class_rules[slot]
        if rule is None:
            return self.frame.plain[self.name]
        return rule(self) if callable(rule) else rule

    def address(self, url: str | None, allowed: Callable[[str], bool] = is_safe_link) -> str | None:
        """Give an address as it is kept: cleaned, absolute where a base is known, None where it is not allowed."""
        if not url:
            return None
        if url.startswith(("https://", "http://")) and url.isprintable() and url[-1] != " ":
            return url
        if url[0] == "/" and is_plain_path(url) and (origin := origin_of(self.url)):
            return origin + url
        if url[0] == "#" and url[1:].isprintable() and url[-1] not in "# ":
            url = self._page + url
        else:
            url = resolve(url, self.url)
        return url if allowed(url) else None

    @cached_property
    def _page(self) -> str:
        """What stands before the name of a place on the page in its address."""
        return resolve("#", self.url).removesuffix("#")

    def content(self) -> list[Piece]:
        """Take the content of the element that has just begun out of the row.

        An element that never ends has none, so that a lost end tag costs nothing but itself.
        """
        at, tokens = self.at, self.tokens
        if tokens.leaves[at] is None:
            stop = None if is_self_closed(tokens.slots[at]) else self._end_of(self.name)
            if stop is None:
                return []
            next(islice(self._steps, stop - at, stop - at), None)
            self.at = stop
        return list(pieces(tokens, at, self.at))

    def is_cut_off(self, marks: frozenset[str]) -> bool:
        """Whether the element that has just begun holds elements that it cannot, so that its end is not its own."""
        if self.tokens.leaves[self.at] is not None:
            return False
        stop = self._end_of(self.name)
        if stop is None or marks.isdisjoint(self.tokens.names[self.at + 1 : stop]):
            return False
        self._endless.add(f"/{self.name}")
        return True

    def _end_of(self, name: str) -> int | None:
        names, leaves, end = self.tokens.names, self.tokens.leaves, f"/{name}"
        if end in self._endless:
            return None
        stop, level = self.at, 1
        while level:
            try:
                following = names.index(end, stop + 1)
            except ValueError:
                if self._make_lower():
                    continue
                self._endless.add(end)
                return None
            level += sum(names[i] == name and leaves[i] is None for i in range(stop + 1, following)) - 1
            stop = following
        return stop

    def _enter(self, name: str, frame: Frame) -> None:
        if self.frame.is_line and not frame.is_line:
            # Where all is one text no block can begin.
            self._go(name, LINE)
            return
        frame.tag = name
        if name in SHARED:
            self.watch(name, 1)
        frame.enter(self)

    def _make_lower(self) -> bool:
        """Put all names into lower case, once; False if they were already."""
        if self._is_lower:
            return False
        names = self.tokens.names
        names[:] = [name and name.lower() for name in names]
        self._is_lower = True
        return True
