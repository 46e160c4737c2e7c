"""From bytes to articles and back: the flow that ties the rooms together."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial
from itertools import islice

from attrs import evolve, frozen

from articlekit._calling import (
    asked,
    failed,
    fault_of_finder,
    fault_of_parser,
    fault_of_writer,
    misfit,
    misgiven,
    no_article,
)
from articlekit._choice import choose, with_cause
from articlekit._registry import Provided, named, offered, registry, unique
from articlekit.article import Article, Origin
from articlekit.diagnostic import Diagnostic
from articlekit.errors import (
    ArticlekitError,
    NoArticleError,
    ParseError,
    SeveralArticlesError,
    StrictError,
    WriteError,
)
from articlekit.explanation import Explanation
from articlekit.plugin import Parser, Writer
from articlekit.source import Source

# What to do where the parser does not know.
_ELSE = "If it is something else, say what with format= (on the command line: --format), or leave that out"


def parse(
    data: bytes | str | Source,
    *,
    format: str | None = None,  # noqa: A002  the word every caller expects
    url: str | None = None,
    content_type: str | None = None,
    strict: bool = False,
) -> Article:
    """Read exactly one article.

    Args:
        data: The saved bytes; or text, where it was decoded already; or a `Source`.
        format: A name from `formats`; None asks every parser and takes the surest.
        url: Where it was fetched from, to resolve relative addresses; nothing is fetched.
        content_type: What HTTP's ``Content-Type`` said: ``text/html; charset=utf-8``.
        strict: Raise instead of repairing or guessing.

    Raises:
        UnknownFormatError: No parser recognises the input.
        NoArticleError: There is no article in it.
        SeveralArticlesError: There is more than one: use `parse_all`.
        ErrorAnswer: It is a server's error message.
        StrictError: With `strict`, something had to be repaired or guessed.
        ParseError: It cannot be read for another reason; the base of all of these.
        TypeError: `data` is something else, a path or an open file: no file is opened unasked.

    Example:
        >>> post = '{"id": 1, "title": {"rendered": "Fish &amp; chips"}, "content": {"rendered": "<p>Hot.</p>"}}'
        >>> article = parse(post, format="wordpress")
        >>> article.title, article.text
        ('Fish & chips', 'Hot.')
    """
    source = _source(data, url, content_type)
    chosen = choose(source, format)
    first, *more = islice(_articles(source, chosen), 2)
    if more:
        advice = "Use articlekit.parse_all, which yields them one by one"
        raise SeveralArticlesError("it holds more than one article", advice, chosen.name)
    return _checked(first, strict)


def parse_all(
    data: bytes | str | Source,
    *,
    format: str | None = None,  # noqa: A002
    url: str | None = None,
    content_type: str | None = None,
    strict: bool = False,
) -> Iterator[Article]:
    """Read every article of a list, feed, export or archive, one by one; arguments and errors as for `parse`.

    Example:
        >>> posts = '[{"id": 1, "title": {"rendered": "One"}}, {"id": 2, "title": {"rendered": "Two"}}]'
        >>> [article.title for article in parse_all(posts, format="wordpress")]
        ['One', 'Two']
    """
    source = _source(data, url, content_type)
    for article in _articles(source, choose(source, format)):
        yield _checked(article, strict)


def explain(
    data: bytes | str | Source,
    *,
    format: str | None = None,  # noqa: A002
    url: str | None = None,
    content_type: str | None = None,
) -> Explanation:
    """Say of each field where its value was found, what else was there, and what was dropped from the body.

    Raises:
        ParseError: As `parse`; also where the format's parser has no explanation to give, as most have not but HTML's.
    """
    source = _source(data, url, content_type)
    chosen = choose(source, format)
    if chosen.it.explain is None:
        explained = ", ".join(p.name for p in unique(registry().parsers) if p.it.explain) or "none"
        reason = f"how {chosen.name} is read is not explained"
        advice = "Call parse instead (on the command line: leave out --explain); formats that are explained: "
        raise ParseError(reason, advice + explained)
    return asked(chosen.it.explain, source, Explanation, partial(fault_of_parser, chosen))


def write(article: Article | Iterable[Article], format: str) -> str:  # noqa: A002
    """Write one article, or several into one text, in a format that `formats` lists as written.

    Raises:
        WriteError: There is no such writer, it fails, or the format cannot hold what it was given.

    Example:
        >>> write(Article(title="A title"), "text")
        'A title\\n'
    """
    writers = registry().writers
    writer = named(writers, format)
    if writer is None:
        raise WriteError(format, "there is no writer of that name", offered(writers, format))
    articles = (article,) if isinstance(article, Article) else tuple(_checked_to_be(article))
    return asked(writer.it.write, articles, str, partial(fault_of_writer, writer))


def find_claims(article: Article, finder: str = "articlekit") -> Article:
    """Find the claims of an article: the same article with `Article.claims`.

    Args:
        article: What to look through: its title and text.
        finder: Name of a claim finder; plugins may bring their own.

    Raises:
        PluginError: The claim finder fails.
        ArticlekitError: There is no claim finder of that name.
    """
    finders = registry().claim_finders
    found = named(finders, finder)
    if found is None:
        raise ArticlekitError(f"there is no claim finder {finder!r}. {offered(finders, finder)}")
    if not isinstance(article, Article):
        raise no_article(article)
    return asked(found.it.find, article, Article, partial(fault_of_finder, found))


def _checked_to_be(articles: Iterable[Article]) -> Iterator[Article]:
    if not isinstance(articles, Iterable):
        raise no_article(articles)
    for article in articles:
        if not isinstance(article, Article):
            raise no_article(article)
        yield article


@frozen(kw_only=True)
class Format:
    """A format, whether it can be read and written, and who brings it."""

    name: str
    summary: str
    reads: bool
    writes: bool
    distribution: str
    version: str
    #: What must be installed beside it to read it, or to write what is only written: ``warc`` of ``articlekit[warc]``.
    extra: str | None = None
    media_types: tuple[str, ...] = ()
    extensions: tuple[str, ...] = ()


def formats() -> tuple[Format, ...]:
    """List what can be read and written, by name, and which distribution brings it."""
    found = registry()
    parsers = {p.name: p for p in unique(found.parsers)}
    writers = {w.name: w for w in unique(found.writers)}
    return tuple(_format(name, parsers.get(name), writers.get(name)) for name in sorted(parsers | writers))


def _format(name: str, parser: Provided[Parser] | None, writer: Provided[Writer] | None) -> Format:
    first = parser or writer
    assert first is not None  # noqa: S101  every name comes from one of the two
    return Format(
        name=name,
        summary=first.it.summary,
        reads=parser is not None,
        writes=writer is not None,
        distribution=first.distribution,
        version=first.version,
        extra=first.it.extra,
        media_types=parser.it.media_types if parser else (),
        extensions=parser.it.extensions if parser else (),
    )


def _source(data: object, url: str | None, content_type: str | None) -> Source:
    if isinstance(data, Source) and not url and not content_type:
        return data  # With all that is known of it already.
    if isinstance(data, Source):
        return evolve(data, url=url or data.url, content_type=content_type or data.content_type)
    if isinstance(data, str):
        return Source.from_text(data, url=url, content_type=content_type)
    if isinstance(data, bytes | bytearray | memoryview):
        return Source(data=bytes(data), url=url, content_type=content_type)
    advice = "of a file hand over the bytes, or articlekit.Source(path=Path(…))"
    raise TypeError(f"an article is read from bytes, str or Source, not from {type(data).__name__}: {advice}")


def _articles(source: Source, chosen: Provided[Parser]) -> Iterator[Article]:
    """Yield what the parser does, at least one article."""
    found = False
    try:
        given = chosen.it.parse(source)
        if (wrong := misgiven(given)) is not None:
            raise fault_of_parser(chosen, wrong)
        for article in given:
            if (what := misfit(article)) is not None:
                raise fault_of_parser(chosen, what)
            yield _complete(article, source, chosen)
            found = True
        if not found:
            raise NoArticleError("it was read, but there is no article in it")
    except ParseError as refused:
        raise _placed(refused, source, chosen) from refused.__cause__
    except ArticlekitError:
        raise
    except (Exception, SystemExit) as broken:
        raise fault_of_parser(chosen, failed(broken)) from broken


def _placed(refused: ParseError, source: Source, chosen: Provided[Parser]) -> ParseError:
    decoding = _decoding(source, chosen)
    reason = with_cause(refused.reason, decoding)
    return evolve(
        refused,
        reason=reason,
        advice=refused.advice or _ELSE,
        format=refused.format or chosen.name,
        diagnostics=(*decoding, *refused.diagnostics),
    )


def _decoding(source: Source, chosen: Provided[Parser]) -> tuple[Diagnostic, ...]:
    return () if chosen.it.binary else source.decoded.diagnostics


def _complete(article: Article, source: Source, chosen: Provided[Parser]) -> Article:
    """Fill in what the core knows better than the parser; what the parser has said of the origin stands."""
    said = article.origin or Origin()
    origin = Origin(
        format=said.format or chosen.name,
        parser=said.parser or chosen.distribution,
        version=said.version or chosen.version,
        media_type=said.media_type or source.media_type,
        encoding=said.encoding or (None if chosen.it.binary else source.decoded.encoding),
        sha256=said.sha256 or source.sha256,
        path=said.path or (str(source.path) if source.path else None),
        place=said.place,
        offset=said.offset,
        retrieved=said.retrieved,
    )
    return evolve(article, origin=origin, diagnostics=(*_decoding(source, chosen), *article.diagnostics))


def _checked(article: Article, strict: bool) -> Article:
    if not strict:
        return article
    reasons = tuple(d for d in article.diagnostics if d.severity != "info")
    if reasons:
        reason = f"it can be read only by repair or guess: {reasons[0].message}"
        advice = "Leave out strict=True (on the command line: --strict) to get what could be read"
        raise StrictError(reason, advice, article.origin.format if article.origin else None, reasons[0].offset, reasons)
    return article
