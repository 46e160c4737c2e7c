"""From the records of an archive to articles: each goes through the parser that is surest of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Final

from attrs import evolve, field, frozen

import articlekit
from articlekit.decoding import is_packed
from articlekit.plugin import Article, Diagnostic, ErrorAnswer, NoArticleError, Origin, Source
from articlekit.several import articles_of
from articlekit_archives import mail, mhtml, tarred, wacz, warc, zipped
from articlekit_archives.records import DEPTH_LIMIT, Item, Record, Skipped

_SURE: Final = 0.9
_SHOWN: Final = 3


@frozen
class _Kind:
    sniff: Callable[[Source], float]
    items: Callable[[Source], Iterable[Item]]


_KINDS: Final[Mapping[str, _Kind]] = {
    "mail": _Kind(mail.sniff, mail.items),
    "mhtml": _Kind(mhtml.sniff, mhtml.items),
    "zip": _Kind(zipped.sniff, zipped.items),
    "tar": _Kind(tarred.sniff, tarred.items),
    "warc": _Kind(warc.sniff, warc.items),
    "wacz": _Kind(wacz.sniff, wacz.items),
}


def reader_of(format: str) -> Callable[[Source], Iterator[Article]]:  # noqa: A002  as everywhere
    """Give what reads archives of this kind."""
    return lambda source: _read(format, source, 1)


@frozen(kw_only=True)
class _PassedOver:
    """What no article was read from, by its reason."""

    #: Of nothing that an article is read from: how often each kind.
    kinds: Counter[str] = field(factory=Counter)
    damaged: list[str] = field(factory=list)
    limited: list[str] = field(factory=list)
    unread: list[str] = field(factory=list)

    def add(self, skipped: Skipped) -> None:
        match skipped.kind:
            case "other":
                self.kinds[skipped.reason] += 1
            case "damaged":
                self.damaged.append(f"{skipped.place}: {skipped.reason}")
            case "unread":
                self.unread.append(f"{skipped.place}: {skipped.reason}")
            case "limit":
                self.limited.append(f"{skipped.place}: {skipped.reason}")

    def diagnostics(self) -> Iterator[Diagnostic]:
        """Say it once for the whole archive."""
        if self.kinds:
            kinds = ", ".join(f"{count} {kind}" for kind, count in sorted(self.kinds.items()))
            message = f"without an article: {kinds}"
            yield Diagnostic(code="archive.passed-over", message=message)
        for code, what, places in (
            ("item.skipped", "not read", self.unread),
            ("archive.damaged", "damaged", self.damaged),
            ("source.too-large", "larger than the stated limits", self.limited),
        ):
            if places:
                shown = "; ".join(places[:_SHOWN]) + ("; …" if len(places) > _SHOWN else "")
                yield Diagnostic(code=code, message=f"{what} ({len(places)}): {shown}")


def _read(format: str, source: Source, depth: int) -> Iterator[Article]:  # noqa: A002
    return articles_of(_found(format, source, depth), "no record in it holds an article", format=format)


def _found(format: str, source: Source, depth: int) -> Iterator[Article | Diagnostic]:  # noqa: A002
    passed = _PassedOver()
    for item in _KINDS[format].items(source):
        if isinstance(item, Skipped):
            passed.add(item)
        else:
            yield from _articles(item, depth, passed)
    yield from passed.diagnostics()


def _articles(record: Record, depth: int, passed: _PassedOver) -> Iterator[Article]:
    source = Source(data=record.data, url=record.url, content_type=record.content_type)
    found = False
    try:
        for article in _parsed(source, record.format, depth):
            placed = _placed(article, record)
            if placed.title or placed.body:
                found = True
                yield placed
    except (NoArticleError, articlekit.UnknownFormatError, ErrorAnswer):
        pass
    except articlekit.ArticlekitError as failed:
        passed.unread.append(f"{record.place}: {failed}")
        return
    if not found and is_packed(source.content):
        passed.unread.append(f"{record.place}: it is packed in a way that this Python cannot undo")
    elif not found and record.diagnostics:
        passed.damaged.extend(diagnostic.message for diagnostic in record.diagnostics)
    elif not found:
        passed.kinds["page or data without an article"] += 1


def _parsed(source: Source, format: str | None, depth: int) -> Iterator[Article]:  # noqa: A002
    if format is not None:
        return articlekit.parse_all(source, format=format)
    for name, kind in _KINDS.items():
        if kind.sniff(source) >= _SURE:
            if depth >= DEPTH_LIMIT:
                raise articlekit.LimitError(f"archives are read {DEPTH_LIMIT} deep", "Unpack it", name)
            return _read(name, source, depth + 1)
    return articlekit.parse_all(source)


def _placed(article: Article, record: Record) -> Article:
    said, known = article.origin or Origin(), record.said
    origin = evolve(
        said,
        place=f"{record.place}, {said.place}" if said.place else record.place,
        offset=record.offset if said.offset is None else said.offset,
        retrieved=said.retrieved or record.retrieved,
    )
    return evolve(
        article,
        title=known.title if record.is_title_said else article.title or known.title,
        authors=article.authors or known.authors,
        published=article.published or known.published,
        origin=origin,
        diagnostics=(*record.diagnostics, *article.diagnostics),
    )
