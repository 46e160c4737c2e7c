"""The laws that every parser keeps, each a function that checks one parser against one input or many.

A law raises `Broken`, which says which law it is, on what input, and what to do.
"""

from __future__ import annotations

import ast
import gc
import re
import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path

from attrs import frozen

from articlekit._calling import misfit, misgiven
from articlekit._choice import confidence, is_share
from articlekit._parse import parse_all
from articlekit._registry import Provided, named, registry
from articlekit.article import Article
from articlekit.errors import ArticlekitError, ParseError
from articlekit.plugin import Parser
from articlekit.source import Source
from articlekit.testing.differences import difference

_SHA256 = re.compile("[0-9a-f]{64}")


@frozen
class Broken(AssertionError):
    """A parser breaks a law."""

    law: str
    #: What was handed over: shortened, as Python shows bytes.
    shown: str
    what: str
    advice: str

    def __str__(self) -> str:
        return f"law broken: {self.law}\n  input:  {self.shown}\n  found:  {self.what}\n  mend:   {self.advice}"


def shown(data: bytes) -> str:
    """Shorten an input for a message: both ends, and how long it is."""
    return repr(data) if len(data) <= 120 else f"{data[:60]!r} … {data[-40:]!r} ({len(data)} bytes)"


def parser_of(format: str) -> Provided[Parser]:  # noqa: A002
    """Find an installed parser by its format's name.

    Raises:
        LookupError: There is none; says what is wrong with its plugin, if that is known.
    """
    found = named(registry().parsers, format)
    if found is None:
        problems = "".join(f"\n  {problem}" for problem in registry().problems)
        raise LookupError(f"no installed plugin brings a parser for {format!r}{problems}")
    return found


def sniffing_is_pure(parser: Provided[Parser], data: bytes) -> None:
    """Sniffing gives the same number between 0 and 1 each time, and never raises."""
    law = "sniffing is pure and never raises"
    answers = []
    for _ in range(2):
        try:
            answers.append(parser.it.sniff(Source(data=data)))
        except Exception as broken:
            what = f"{type(broken).__name__}: {broken}"
            raise Broken(law, shown(data), what, "Let sniff look at the source without assuming anything") from broken
    if not all(map(is_share, answers)):
        raise Broken(law, shown(data), f"it answers {answers[0]!r}", "Return a number from 0 (not mine) to 1 (mine)")
    if answers[0] != answers[1]:
        raise Broken(law, shown(data), f"it answers {answers[0]}, then {answers[1]}", "Keep no state between calls")


def own_is_recognised(parser: Provided[Parser], data: bytes) -> None:
    """Of all parsers this one is chosen for an input of its format."""
    own, other, rival = _rivals(parser, data)
    if own <= 0:
        what = "it is not sure at all"
    elif (-own, parser.name) > (-rival, other):
        what = f"it is {own} sure, and the parser of {other} {rival}"
    else:
        return
    advice = "Let sniff return more for what only your format has"
    raise Broken("own samples are recognised", shown(data), what, advice)


def foreign_is_not_recognised(parser: Provided[Parser], data: bytes, name: str) -> None:
    """For an input of another format this parser is not chosen."""
    own, other, rival = _rivals(parser, data)
    if own > 0 and (-own, parser.name) < (-rival, other):
        what = f"it is {own} sure of this {name} file, and the next, {other}, {rival}"
        advice = "Let sniff return 0 without evidence of your format"
        raise Broken("others' samples are not recognised", shown(data), what, advice)


def _rivals(parser: Provided[Parser], data: bytes) -> tuple[float, str, float]:
    """Give how sure this parser is, the name of the surest of all others, and how sure that is."""
    source = Source(data=data)
    others = ((-confidence(p, source), p.name) for p in registry().parsers if p.name != parser.name)
    rival, name = min(others, default=(0.0, "none"))
    return confidence(parser, source), name, abs(rival)


def reads_or_says_why(parser: Provided[Parser], data: bytes) -> tuple[Article, ...]:
    """Any bytes give articles or an `ArticlekitError` with a reason; nothing else is raised.

    Returns the articles, none where there was an error.
    """
    law = "any bytes give an article or an ArticlekitError that says why"
    articles: list[Article] = []
    stray: str | None = None
    try:
        given = parser.it.parse(Source(data=data))
        if (stray := misgiven(given)) is None:
            articles.extend(given)
    except ArticlekitError as failed:
        if isinstance(failed, ParseError) and not failed.reason:
            raise Broken(law, shown(data), "an error without a reason", "Say what stood in the way") from failed
        return ()
    except Exception as broken:
        what = f"{type(broken).__name__}: {broken}"
        advice = "Raise articlekit.plugin.ParseError, or read what can be read and add a Diagnostic"
        raise Broken(law, shown(data), what, advice) from broken
    stray = stray or next(filter(None, map(misfit, articles)), None)
    if stray is not None:
        raise Broken(law, shown(data), f"it {stray}", "Yield articlekit.plugin.Article records")
    if not articles:
        advice = "Raise articlekit.plugin.NoArticleError, and say what stood there instead"
        raise Broken(law, shown(data), "it yields nothing and raises nothing", advice)
    return tuple(articles)


def reads_the_same_again(parser: Provided[Parser], data: bytes) -> None:
    """The same bytes give equal records."""
    first, second = reads_or_says_why(parser, data), reads_or_says_why(parser, data)
    if first != second:
        advice = "Keep no state; do not let sets, clocks or randomness into a record"
        raise Broken("same bytes, same record", shown(data), difference(first, second, "articles"), advice)


def reads_the_same_in_threads(parser: Provided[Parser], samples: Sequence[bytes]) -> None:
    """Reading in eight threads at once gives what reading in one gives."""
    alone = [reads_or_says_why(parser, data) for data in samples]
    with ThreadPoolExecutor(max_workers=8) as pool:
        together = list(pool.map(lambda data: reads_or_says_why(parser, data), [*samples] * 4))
    for data, one, other in zip([*samples] * 4, alone * 4, together, strict=True):
        if one != other:
            what = f"beside other threads {difference(one, other, 'articles')}"
            raise Broken("safe in threads", shown(data), what, "Share nothing that changes between calls")


def origin_is_filled_in(parser: Provided[Parser], data: bytes) -> None:
    """Articles say by whom and from what they were read."""
    source = Source(data=data)
    for article in parse_all(source, format=parser.full_name):
        origin = article.origin
        if not (
            origin and origin.format and origin.parser and origin.version and _SHA256.fullmatch(origin.sha256 or "")
        ):
            advice = "Leave Origin fields None where the core fills them in"
            raise Broken("origin is filled in", shown(data), repr(origin), advice)


def time_is_linear(read: Callable[[bytes], object], grown: Callable[[int], bytes]) -> None:
    """Four times the input takes no more than four times the time, give or take; measured from where it takes 50 ms.

    For four times the input a quadratic reader takes sixteen times as long, a linear one four times; the bound is ten.
    """
    size = 1
    while _seconds(read, grown(size)) < 0.05 and size < 1 << 14:
        size *= 2
    small = _seconds(read, grown(size))
    bound = max(10 * small, 0.3)
    large = _seconds(read, grown(size * 4), enough=bound)
    if large > bound:
        what = f"{len(grown(size))} bytes take {small:.2f} s, four times as many {large:.2f} s"
        advice = "Look for a loop in a loop, a string built by +=, a regular expression that backtracks"
        raise Broken("time grows linearly", shown(grown(size)), what, advice)


def _seconds(read: Callable[[bytes], object], data: bytes, *, enough: float = 0.0) -> float:
    """Give the least time that three readings take; no more are done when one takes no longer than is enough."""
    best = float("inf")
    with _without_collection():
        for _ in range(3):
            start = time.process_time()
            read(data)
            best = min(best, time.process_time() - start)
            if best <= enough:
                break
    return best


@contextmanager
def _without_collection() -> Iterator[None]:
    """Keep the garbage collector out: how often it goes through all that the process holds grows with what is read."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def imports_public_names_only(package: str) -> None:
    """A plugin imports no name of articlekit that begins with an underscore."""
    for path in _files(package):
        for node in ast.walk(ast.parse(path.read_bytes())):
            for name in _imported(node):
                if name.partition(".")[0] == "articlekit" and any(part.startswith("_") for part in name.split(".")):
                    what = f"line {getattr(node, 'lineno', '?')} imports {name}"
                    advice = "Use articlekit.plugin, or ask for what you miss to be made public"
                    raise Broken("plugins see public names only", str(path), what, advice)


def _files(package: str) -> list[Path]:
    spec = find_spec(package)
    if spec is None or spec.origin is None:
        raise LookupError(f"there is no package {package!r}")
    path = Path(spec.origin)
    return sorted(path.parent.rglob("*.py")) if spec.submodule_search_locations else [path]


def _imported(node: ast.AST) -> list[str]:
    if isinstance(node, ast.Import):
        return [alias.name for alias in node.names]
    if isinstance(node, ast.ImportFrom) and node.module and not node.level:
        return [f"{node.module}.{alias.name}" for alias in node.names]
    return []
