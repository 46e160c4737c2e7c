"""Reads what is left of a JSON text that no strict reader takes: forgiving, and aware of WordPress's shape.

It reads JSON, what Python and JavaScript print instead (single quotes, bare names, ``None``, ``undefined``), commas
too many or too few, strings without quotes, texts that begin or end anywhere. It goes from left to right once,
without recursion. A post of a list that is sound is handed to `json`: whatever happened to its siblings, it comes out
as it went in.
"""

from __future__ import annotations

import json
import re
from bisect import bisect_right
from typing import TYPE_CHECKING, Final

from attrs import frozen

from articlekit.json_numbers import read_decimal, read_integer
from articlekit_wordpress.repair.strings import Place, find_bare_end, find_end, read_string
from articlekit_wordpress.repair.tree import Broken, Tree
from articlekit_wordpress.vocabulary import KNOWN, TEXTS, before

if TYPE_CHECKING:
    from articlekit.plugin import Json


@frozen(kw_only=True)
class Scan:
    """What was read."""

    #: The top-level values in their order.
    values: tuple[Json, ...]
    #: Posts of which something is missing, in their order.
    broken: tuple[Broken, ...] = ()
    #: Whether the text ends before the answer does.
    cut: bool = False
    #: Whether the text begins after the answer does.
    start_lost: bool = False
    #: Offset of the first string with quotes that should have been escaped.
    bare_quotes: int | None = None


def scan(text: str, start: int = 0, start_lost: bool = False) -> Scan:
    """Read `text` from `start` on, or from where in the middle of a value it begins.

    Args:
        text: What is left of a JSON text.
        start: Where its first value begins, if that is not lost.
        start_lost: Whether it is.
    """
    scanner = _Scanner(text, start, start_lost)
    cut = scanner.run()
    return Scan(
        values=tuple(scanner.tree.values),
        broken=tuple(scanner.tree.broken),
        cut=cut,
        start_lost=start_lost,
        bare_quotes=scanner.bare_quotes,
    )


# Possessive repeats (++, {0,99}+) give no character back, so no input makes these patterns try a place twice.
_TOKEN = re.compile(
    r"""\s*+(?:(?P<open>[\[{])|(?P<close>[\]}])|(?P<quote>["'])|(?P<mark>,|:|;|=>)
    |(?P<comment>//[^\n]*+|/\*[^*]{0,400}+\*/|<!--[^<>]{0,400}+-->)|(?P<word>[^\s,:;\[\]{}"']++)|(?P<end>\Z))""",
    re.VERBOSE,
)
_NAME = re.compile(
    r"""(?:"((?:[^"\\\n]|\\.){0,200}+)"|'((?:[^'\\\n]|\\.){0,200}+)')\s{0,99}+(?::|=>)
    |([A-Za-z_$][\w$-]{0,80}+)\s{0,9}+:(?!//)""",
    re.VERBOSE,
)
# How a post of a list begins, in whatever quotes.
_POST = re.compile(
    r"""\{\s{0,99}+["']?(?:
        id["']?\s{0,9}+:\s{0,9}+\d+\s{0,9}+,\s{0,99}+["']?date["']?\s{0,9}+:\s{0,9}+["']?[^"',\n]{0,40}+["']?\s{0,9}+,
        \s{0,99}+["']?date_gmt
      | ID["']?\s{0,9}+:\s{0,9}+\d+\s{0,9}+,\s{0,99}+["']?site_ID)\b""",
    re.VERBOSE,
)
_INTEGER = re.compile(r"-?[0-9]{1,300}")
_DECIMAL = re.compile(r"-?(?:[0-9]{1,300}(?:\.[0-9]{0,300})?|\.[0-9]{1,300})(?:[eE][+-]?[0-9]{1,3})?")
_WORDS: Final[dict[str, Json]] = {
    "true": True,
    "false": False,
    "null": None,
    "True": True,
    "False": False,
    "None": None,
    "NULL": None,
    **dict.fromkeys(("NaN", "undefined", "Infinity", "-Infinity", "nan", "inf", "-inf")),
}
_JSON = json.JSONDecoder(strict=False, parse_constant=lambda _: None, parse_int=read_integer, parse_float=read_decimal)


class _Scanner:
    def __init__(self, text: str, start: int, start_lost: bool) -> None:
        self.tree = Tree(begun=not start_lost)
        self.bare_quotes: int | None = None
        self._text = text
        self._position = start
        self._posts = [found.start() for found in _POST.finditer(text, 0 if start_lost else start)]
        # Where the post that is being read must end, and how many containers were open before it.
        self._limit = len(text)
        self._depth: int | None = None
        if start_lost:
            self._enter_post(-1)
            self._depth = 0
            self._position = self._find_member()

    def run(self) -> bool:
        """Read all; say whether the text ends too early."""
        while True:
            if self._depth is not None and self._position >= self._limit < len(self._text):
                self._leave_post()
            token = _TOKEN.match(self._text, self._position, self._limit)
            if token is None or token.lastgroup == "end":
                if self._limit == len(self._text):
                    break
                self._position = self._limit
                continue
            self._take(token)
        cut = self.tree.is_open
        if cut:
            self.tree.note_broken(len(self._text), goes_on=False)
        self.tree.finish()
        return cut

    def _take(self, token: re.Match[str]) -> None:
        start = token.start(token.lastgroup or 0)
        self._position = token.end()
        match token.lastgroup:
            case "open":
                self._open(start)
            case "close":
                self.tree.close("{" if self._text[start] == "}" else "[")
                self._note_depth()
            case "quote":
                self._quoted(start)
            case "word":
                self._word(start, token["word"])
            case "mark" if self._text[start] == ",":
                self._comma()

    # -- posts

    def _enter_post(self, at: int) -> None:
        """Let nothing of the post at `at` reach into the next one."""
        following = bisect_right(self._posts, at)
        self._limit = self._posts[following] if following < len(self._posts) else len(self._text)
        self._depth = len(self.tree.stack)

    def _note_depth(self) -> None:
        """Notice that a post has come to its own end."""
        if self._depth is not None and len(self.tree.stack) <= self._depth:
            self._depth, self._limit = None, len(self._text)

    def _leave_post(self) -> None:
        """End a post that would run into the next one."""
        self.tree.note_broken(self._limit, goes_on=False)
        self.tree.close_down_to(self._depth or 0)
        self._depth, self._limit = None, len(self._text)

    def _open(self, at: int) -> None:
        if self._text[at] == "{" and self._depth is None and len(self.tree.stack) <= 2 and self._holds_posts():
            following = bisect_right(self._posts, at)
            if following and self._posts[following - 1] == at:
                self._enter_post(at)
            if self._take_whole(at):
                return
        self.tree.open(self._text[at])

    def _holds_posts(self) -> bool:
        top = self.tree.top
        return top is None or top.kind != "{" or top.name in {"body", "posts"}

    def _take_whole(self, at: int) -> bool:
        """Take a sound object as it is."""
        try:
            value, size = _JSON.raw_decode(self._text[at : self._limit])
        except (ValueError, RecursionError):
            return False
        self._position = at + size
        self.tree.add(value)
        self._note_depth()
        return True

    # -- names and values

    def _comma(self) -> None:
        top = self.tree.top
        if top is not None and top.name is not None:
            self.tree.add(None)

    def _named(self, at: int) -> bool:
        """Take the name of a member, if one stands here and can."""
        found = _NAME.match(self._text, at)
        if not found:
            return False
        quoted = found[1] if found[1] is not None else found[2]
        if not self.tree.takes_names() and (quoted is None or not self.tree.reopen(at)):
            return False
        self.tree.name(found[3] if quoted is None else read_string(quoted))
        self._position = found.end()
        return True

    def _quoted(self, at: int) -> None:
        top = self.tree.top
        if (top is None or top.name is None) and self._named(at):
            return
        if top is None or (top.kind == "{" and top.name is None) or self._lists_posts():
            return  # What follows is nobody's, up to the next name or the next post.
        place = Place(in_list=top.kind == "[", key=top.name, limit=self._limit)
        end = find_end(self._text, at + 1, self._text[at], place)
        self._position = end.resume
        if end.damaged and self.bare_quotes is None:
            self.bare_quotes = at
        if end.cut or end.hole:
            self.tree.note_broken(end.stop, goes_on=end.hole)
        if not end.cut or top.name in TEXTS:
            self.tree.add(read_string(self._text[at + 1 : end.stop]))

    def _lists_posts(self) -> bool:
        top = self.tree.top
        if top is None or top.kind != "[":
            return False
        return isinstance(top.items[-1], dict) if top.items else len(self.tree.stack) == 1

    def _word(self, at: int, word: str) -> None:
        top = self.tree.top
        if top is None or (top.kind != "[" and top.name is None):
            self._named(at)
            return
        if self._position >= len(self._text) and word not in _WORDS:
            return  # A number that ends with the text may go on: 91 of 9132.
        if word in _WORDS:
            self.tree.add(_WORDS[word])
        elif _INTEGER.fullmatch(word):
            self.tree.add(int(word))
        elif _DECIMAL.fullmatch(word):
            self.tree.add(read_decimal(word))
        elif top.kind == "{":
            self._bare(at)

    def _bare(self, at: int) -> None:
        """Take a string that has lost its quotes."""
        name = self.tree.stack[-1].name
        end = find_bare_end(self._text, at, Place(in_list=False, key=name, limit=self._limit))
        self._position = end.resume
        if end.cut:
            self.tree.note_broken(end.stop, goes_on=False)
        if self.bare_quotes is None:
            self.bare_quotes = at
        if not end.cut or name in TEXTS:
            self.tree.add(read_string(self._text[at : end.stop]))

    # -- a beginning that is lost

    def _find_member(self) -> int:
        """Find the first place in the text of which it is known where in an object it is."""
        quote = max("\"'", key=lambda quote: self._text.count(f"{quote}:"))
        for found in re.finditer(rf"(?<!\\){quote}", self._text):
            at = found.start()
            name = _NAME.match(self._text, at)
            if name and (name[1] or name[2]) in KNOWN and self._text[max(0, at - 99) : at].rstrip()[-1:] in {",", "{"}:
                return at
            after = _AFTER_TAIL.match(self._text, at + 1)
            if after and (after[1] is None or after[1] in KNOWN):
                self._take_tail(self._text[:at], after[1])
                return at + 1
        return 0

    def _take_tail(self, tail: str, following: str | None) -> None:
        """Keep what is left of the string in which the text begins, if a part of it is of use."""
        named = _REST_OF_NAME.match(tail)
        if named:
            self.tree.add(read_string(tail[named.end() :]))
        elif following is None or before(following) in TEXTS:
            self.tree.add(read_string(tail))


_REST_OF_NAME = re.compile(r"[\w.:-]{0,60}+[\"']\s{0,9}+:\s{0,99}+[\"']")
_AFTER_TAIL = re.compile(r"\s{0,9}+,\s{0,99}+[\"']?(\w{1,60}+)[\"']?\s{0,9}+:|\s{0,9}+[}\]]\s{0,99}+[,}\]]")
