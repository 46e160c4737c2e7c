"""Calls what plugins bring: what one does wrong is an error that names the distribution it comes from."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from reprlib import repr as shortened
from typing import Final, TypeVar, get_args

from articlekit._registry import Provided
from articlekit.article import Article
from articlekit.blocks import Block
from articlekit.diagnostic import Diagnostic
from articlekit.errors import ArticlekitError, ParseError, PluginError, WriteError
from articlekit.plugin import ClaimFinder, Parser, Writer

Given = TypeVar("Given")
Answer = TypeVar("Answer")

_BLOCKS: Final[frozenset[type]] = frozenset(get_args(Block))
_DIAGNOSTICS: Final[frozenset[type]] = frozenset({Diagnostic})


def asked(
    function: Callable[[Given], Answer], given: Given, kind: type[Answer], fault: Callable[[str], ArticlekitError]
) -> Answer:
    """Call what a plugin brings; what it raises, if no error of ours, or an answer of another kind, is its fault."""
    try:
        answer = function(given)
    except ArticlekitError:
        raise
    except (Exception, SystemExit) as broken:  # To end the program is not for a plugin to say.
        raise fault(failed(broken)) from broken
    if not isinstance(answer, kind):
        raise fault(f"gives {shortened(answer)}, where {kind.__name__} belongs")
    return answer


def no_article(other: object) -> TypeError:
    """Say that an article was asked for: of a caller, not of a plugin."""
    return TypeError(f"an Article is asked for, not {type(other).__name__}: articlekit.parse reads one")


def misgiven(given: object) -> str | None:
    """Say what is wrong with what a parser gives, where it yields nothing."""
    if isinstance(given, Iterable):
        return None
    forgotten = ": its parse has no yield" if given is None else ""
    return f"gives {shortened(given)}, where Articles are to be yielded{forgotten}"


def misfit(yielded: object) -> str | None:
    """Say what is wrong with what a parser yields, no deeper than the body's top level: that costs nothing much."""
    if not isinstance(yielded, Article):
        return f"yields {shortened(yielded)}, where Article belongs"
    stray = _stray("body", yielded.body, _BLOCKS, "block") or _stray(
        "diagnostics", yielded.diagnostics, _DIAGNOSTICS, "Diagnostic"
    )
    return f"yields an Article whose {stray} belongs" if stray else None


def _stray(name: str, value: object, kinds: frozenset[type], kind: str) -> str | None:
    if not isinstance(value, tuple):
        return f"{name} is {shortened(value)}, where a tuple of {kind}s"
    if set(map(type, value)) <= kinds:
        return None
    stray = next(each for each in value if type(each) not in kinds)
    return f"{name} holds {shortened(stray)}, where a {kind}"


def failed(broken: BaseException) -> str:
    """Say what was raised, behind the name of what raised it."""
    return f"failed: {type(broken).__name__}: {broken}"


def fault_of_parser(parser: Provided[Parser], what: str) -> ParseError:
    """Say what a parser does wrong."""
    reason = f"the parser of {parser.distribution} {parser.version} {what}"
    return ParseError(reason, "This is a fault of the parser, not of the input: tell its authors", parser.name)


def fault_of_writer(writer: Provided[Writer], what: str) -> WriteError:
    """Say what a writer does wrong."""
    reason = f"the writer of {writer.distribution} {writer.version} {what}"
    return WriteError(writer.name, reason, "Unless a field of an article is not of its type: tell its authors")


def fault_of_finder(finder: Provided[ClaimFinder], what: str) -> PluginError:
    """Say what a claim finder does wrong."""
    reason, advice = f"has a claim finder {finder.name!r} that {what}", "Tell its authors"
    return PluginError(finder.plugin, finder.distribution, reason, advice, finder.version)
