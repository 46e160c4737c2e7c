"""Plugins that are sound but for one thing: as hook modules, each with the names of all tests that it is to fail."""

import threading
from collections.abc import Callable, Iterator, Sequence
from itertools import count
from math import isqrt
from types import ModuleType

from attrs import evolve

import plugin_samples.private
from articlekit.plugin import (
    Article,
    Author,
    Holds,
    Mark,
    Origin,
    Paragraph,
    ParseError,
    Parser,
    Source,
    WriteError,
    Writer,
    hookimpl,
)
from breaches.sound import MAGIC, PARSER, WRITER, parse, sniff, write

calls = count()


def each(change: Callable[[Article], Article]) -> Callable[[Source], Iterator[Article]]:
    """Read as one should, and change what comes out."""
    return lambda source: (change(article) for article in parse(source))


def sniffs_the_first_character(source: Source) -> float:
    return 0.9 * (source.head[0] == "R" and source.head.startswith(MAGIC))


def is_surer_than_sure(source: Source) -> float:
    return 7 * sniff(source)


def sniffs_by_turns(source: Source) -> float:
    return sniff(source) if source.head else next(calls) % 2 / 2


def claims_pdf(source: Source) -> float:
    return 0.9 if source.head.startswith("%PDF") else sniff(source)


def reads_no_tea(source: Source) -> Iterator[Article]:
    for article in parse(source):
        if article.title == "Tea" and len(article.text) > 3:
            raise ParseError("it is tea")
        yield article


def expects_the_magic(source: Source) -> Iterator[Article]:
    if not source.text.startswith(MAGIC):
        raise KeyError(MAGIC)
    return parse(source)


def expects_a_title(source: Source) -> Iterator[Article]:
    if source.text == MAGIC:
        raise IndexError(1)
    return parse(source)


def gives_no_reason(source: Source) -> Iterator[Article]:
    if not source.text.startswith(MAGIC):
        raise ParseError("")
    return parse(source)


def passes_over_what_is_not_its_own(source: Source) -> Iterator[Article]:
    return parse(source) if source.text.startswith(MAGIC) else iter(())


def yields_text(source: Source) -> Iterator[object]:
    return (article if article.body else "empty" for article in parse(source))


def has_text_for_a_body(article: Article) -> Article:
    return article if article.body else evolve(article, body="empty")


def counts(article: Article) -> Article:
    return evolve(article, tags=(f"number {next(calls)}",))


def names_the_thread(article: Article) -> Article:
    return evolve(article, tags=() if threading.current_thread() is threading.main_thread() else ("thread",))


def marks_too_much(article: Article) -> Article:
    body = (Paragraph(text="Done.", marks=(Mark(kind="strong", start=0, end=9),)),) if article.body else ()
    return evolve(article, body=body)


def turns_marks_round(article: Article) -> Article:
    marks = (Mark(kind="strong", start=1, end=2), Mark(kind="emphasis", start=0, end=1))
    return evolve(article, body=(Paragraph(text="Done.", marks=marks),) if article.body else ())


def has_an_empty_id(article: Article) -> Article:
    return evolve(article, id=article.id or "")


def keeps_white_space(article: Article) -> Article:
    return evolve(article, body=(*article.body, Paragraph(text=" one  two ")))


def names_nobody(article: Article) -> Article:
    return evolve(article, authors=() if article.body else (Author(name=""),))


def lists_tags(article: Article) -> Article:
    return evolve(article, tags=["soup"])


def says_nothing_of_the_body(article: Article) -> Article:
    return evolve(article, diagnostics=())


def invents_a_hash(article: Article) -> Article:
    return evolve(article, origin=Origin(sha256="unknown"))


def looks_at_each_beside_all(source: Source) -> Iterator[Article]:
    # Four times the text takes 32 times as long: of a square's sixteen a busy machine once made less than twelve.
    places = range(0, len(source.text), 64)
    sum(one == other == few for one in places for other in places for few in places[: isqrt(len(places))])
    return parse(source)


def drops_all_but_ascii(articles: Sequence[Article]) -> str:
    return write(articles).encode("ascii", "ignore").decode()


def writes_none(articles: Sequence[Article]) -> str | None:
    return None if articles[0].title == "Tea" or len(articles) > 1 else write(articles)


def writes_the_first(articles: Sequence[Article]) -> str:
    return write(articles[:1])


def fails_on_several(articles: Sequence[Article]) -> str:
    (article,) = articles
    return write((article,))


def refuses_long_titles(articles: Sequence[Article]) -> str:
    if len(articles[0].title or "") > len("Tea"):
        raise WriteError("recipe", "the title is too long")
    return write(articles)


def writes_another_format(articles: Sequence[Article]) -> str:
    return write(articles).removeprefix(MAGIC if not articles[0].title else "")


def signs(articles: Sequence[Article]) -> str:
    return f"{write(articles)}{' ' * (next(calls) % 2)}"


def plugin(parsers: Sequence[Parser], writers: Sequence[Writer] = ()) -> ModuleType:
    module = ModuleType("wrong")
    module.articlekit_parsers = hookimpl(lambda: parsers, specname="articlekit_parsers")  # type: ignore[attr-defined]
    module.articlekit_writers = hookimpl(lambda: writers, specname="articlekit_writers")  # type: ignore[attr-defined]
    return module


def sniffing(by: Callable[[Source], float]) -> ModuleType:
    return plugin([evolve(PARSER, sniff=by)])


def reading(by: Callable[[Source], Iterator[object]]) -> ModuleType:
    return plugin([evolve(PARSER, parse=by)])


def writing(by: Callable[[Sequence[Article]], str | None]) -> ModuleType:
    return plugin([PARSER], [evolve(WRITER, write=by)])


def holding(holds: Holds) -> ModuleType:
    return plugin([PARSER], [evolve(WRITER, holds=holds)])


INSTALLED = "test_plugin_is_installed"
OWN = "test_own_samples_are_recognised"
FOREIGN = "test_foreign_samples_are_not_recognised"
READ = "test_own_samples_are_read"
ANY = "test_any_bytes_are_read_or_refused"
DAMAGE = "test_damage_is_read_or_refused"
CUT = "test_cut_anywhere_it_is_read_or_refused"
SAME = "test_same_bytes_give_the_same_record"
THREADS = "test_threads_do_not_disturb_each_other"
TIME = "test_time_grows_linearly"
PUBLIC = "test_only_public_names_are_imported"
HOLDS = "test_holds_names_what_there_is"
AGAIN = "test_what_is_written_is_read_again"
FIXED = "test_writing_reaches_a_fixed_point"

BREACHES: dict[str, tuple[ModuleType, set[str]]] = {
    "none": (plugin([PARSER], [WRITER]), set()),
    "brings its format twice": (plugin([PARSER, PARSER]), {INSTALLED}),
    "sniffing raises": (sniffing(sniffs_the_first_character), {ANY, DAMAGE}),
    "sniffing gives no share": (sniffing(is_surer_than_sure), {OWN, DAMAGE}),
    "sniffing is not pure": (sniffing(sniffs_by_turns), {ANY, DAMAGE}),
    "does not know its own": (sniffing(lambda source: 0.0), {OWN}),
    "claims what is foreign": (sniffing(claims_pdf), {FOREIGN}),
    "does not read a sample": (reading(reads_no_tea), {READ}),
    "raises on what is not its own": (reading(expects_the_magic), {ANY, DAMAGE, CUT}),
    "raises on what is cut off": (reading(expects_a_title), {CUT}),
    "refuses without a reason": (reading(gives_no_reason), {ANY, DAMAGE, CUT}),
    "yields nothing": (reading(passes_over_what_is_not_its_own), {ANY, DAMAGE, CUT}),
    "yields no article": (reading(yields_text), {DAMAGE, CUT}),
    "has a text for a body": (reading(each(has_text_for_a_body)), {DAMAGE, CUT}),
    # Whoever reads otherwise the second time does so in threads too.
    "reads otherwise each time": (reading(each(counts)), {SAME, THREADS}),
    "reads otherwise in threads": (reading(each(names_the_thread)), {THREADS}),
    "marks what is not there": (reading(each(marks_too_much)), {READ, DAMAGE, CUT}),
    "marks in any order": (reading(each(turns_marks_round)), {READ, DAMAGE, CUT}),
    "empty instead of None": (reading(each(has_an_empty_id)), {READ, DAMAGE, CUT}),
    "names nobody": (reading(each(names_nobody)), {DAMAGE, CUT}),
    "gives a list": (reading(each(lists_tags)), {READ, DAMAGE, CUT}),
    "says nothing of a missing body": (reading(each(says_nothing_of_the_body)), {DAMAGE, CUT}),
    "keeps white space": (reading(each(keeps_white_space)), {READ, DAMAGE, CUT}),
    "says a wrong origin": (reading(each(invents_a_hash)), {READ}),
    "takes ever longer": (reading(looks_at_each_beside_all), {TIME}),
    "imports private names": (reading(plugin_samples.private.parse_privately), {PUBLIC}),
    "writes what it cannot read": (writing(drops_all_but_ascii), {AGAIN}),
    "writes the first of several": (writing(writes_the_first), {AGAIN}),
    "says that it writes the first of several": (
        plugin([PARSER], [evolve(WRITER, write=writes_the_first, holds=evolve(WRITER.holds, apart=False))]),
        set(),
    ),
    "shares a field that it does not hold": (holding(evolve(WRITER.holds, shared={"site"})), {HOLDS}),
    "writes nothing": (writing(writes_none), {AGAIN, FIXED}),
    "expects one article": (writing(fails_on_several), {AGAIN}),
    "refuses what it holds": (writing(refuses_long_titles), {AGAIN, FIXED}),
    "writes what reading refuses": (writing(writes_another_format), {AGAIN}),
    "misspells a field": (holding(Holds(fields=frozenset({"title", "tilte"}))), {HOLDS}),
    "writes in several forms": (writing(signs), {FIXED}),
}
