"""The conformance kit catches whoever breaks a law, and runs on an installed plugin from the command line."""

import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from importlib.metadata import EntryPoint
from pathlib import Path
from textwrap import dedent
from types import ModuleType

import pytest
from attrs import evolve

from articlekit import Article, Claim, PluginWarning, Span, _registry
from articlekit import plugin as door
from articlekit.plugin import ClaimFinder, hookimpl
from articlekit.testing import Broken, ClaimFinderConformance, ParserConformance, writing_laws
from breaches import wrong
from breaches.sound import PARSER, parse

QUICK = [name for name in vars(ParserConformance) if name.startswith("test_") and name != wrong.TIME]


class Kit(ParserConformance):
    format = "recipe"
    samples = Path(__file__).parent / "breaches" / "samples"


@pytest.fixture
def install(monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[ModuleType], None]]:
    """Install a plugin beside our own."""
    ours = list(_registry.entry_points(group="articlekit"))
    point = EntryPoint(name="recipe", value="breaches.wrong:chosen", group="articlekit")

    def put(plugin: ModuleType) -> None:
        monkeypatch.setattr(wrong, "chosen", plugin, raising=False)
        monkeypatch.setattr(_registry, "entry_points", lambda group: [*ours, point])
        _registry._load.cache_clear()

    yield put
    _registry._load.cache_clear()


def broken_laws(tests: list[str]) -> dict[str, AssertionError]:
    """Run tests of the kit; give what each that fails has to say."""
    failed = {}
    for name in tests:
        try:
            getattr(Kit(), name)()
        except AssertionError as broken:
            failed[name] = broken
        except pytest.skip.Exception:
            continue
    return failed


@pytest.mark.slow
@pytest.mark.filterwarnings("ignore::articlekit.PluginWarning")
@pytest.mark.parametrize("breach", [name for name, (_, tests) in wrong.BREACHES.items() if tests != {wrong.TIME}])
def test_each_breach_is_caught_by_the_named_tests_alone(install: Callable[[ModuleType], None], breach: str) -> None:
    plugin, expected = wrong.BREACHES[breach]
    install(plugin)

    failed = broken_laws(QUICK)

    # Damage is drawn at random; whether a cut is among it, is chance.
    chance = {wrong.DAMAGE} if wrong.CUT in expected else set()
    assert set(failed) | chance == expected | chance
    for broken in failed.values():
        assert "mend:" in str(broken) or wrong.INSTALLED in expected


def test_the_example_in_the_authors_guide_breaks_no_law(install: Callable[[ModuleType], None]) -> None:
    example = ModuleType("breaches.example")
    guide = door.__doc__ or ""
    exec(dedent(guide[guide.index("    from collections.abc") : guide.index("`sniff` looks")]), vars(example))  # noqa: S102
    install(example)

    assert Kit()._parser().it.summary == "Recipes as plain text"
    assert broken_laws(QUICK) == {}


def test_a_surer_parser_is_named(install: Callable[[ModuleType], None]) -> None:
    install(wrong.sniffing(lambda source: 0.01))

    with pytest.raises(Broken, match=r"it is 0\.01 sure, and the parser of \w+ 0\.\d+"):
        Kit().test_own_samples_are_recognised()


def test_of_others_that_fail_to_sniff_is_warned(install: Callable[[ModuleType], None]) -> None:
    failing = evolve(PARSER, format="failing", sniff=lambda source: {}["sure"])
    install(wrong.plugin([PARSER, failing]))

    with pytest.warns(PluginWarning, match="failed to sniff"):
        Kit().test_own_samples_are_recognised()


def test_the_field_in_which_readings_differ_is_named(install: Callable[[ModuleType], None]) -> None:
    install(wrong.BREACHES["reads otherwise each time"][0])

    with pytest.raises(Broken, match=r"articles\[0\]\.tags\[0\] is 'number"):
        Kit().test_same_bytes_give_the_same_record()


def test_a_parser_that_returns_its_article_is_told_to_yield_it(install: Callable[[ModuleType], None]) -> None:
    install(wrong.reading(lambda source: next(iter(parse(source)))))  # type: ignore[arg-type, return-value]

    with pytest.raises(Broken, match=r"it gives Article\(.*, where Articles are to be yielded\n  mend:   Yield"):
        Kit().test_own_samples_are_read()


def test_what_reading_mends_need_not_come_back_as_it_was(install: Callable[[ModuleType], None]) -> None:
    install(wrong.BREACHES["none"][0])
    parser, writer = Kit()._parser(), Kit()._writer()

    writing_laws.is_read_again(parser, writer, [Article(title="Â\xa0")])
    with pytest.raises(Broken):
        writing_laws.is_written_the_same_again(parser, writer, Article(title="Â\xa0"))


@pytest.mark.slow
@pytest.mark.parametrize("breach", ["none", "takes ever longer"])
def test_time_that_grows_too_fast_is_caught(install: Callable[[ModuleType], None], breach: str) -> None:
    plugin, expected = wrong.BREACHES[breach]
    install(plugin)

    assert set(broken_laws([wrong.TIME])) == expected


def test_every_law_has_a_breach() -> None:
    caught = set().union(*(tests for _, tests in wrong.BREACHES.values()))

    assert caught == {*QUICK, wrong.TIME}


def finder(find: Callable[[Article], Article]) -> ModuleType:
    plugin = ModuleType("wrong")
    brought = [ClaimFinder(name="wrong", summary="Wrong", find=find)]
    plugin.articlekit_claim_finders = hookimpl(lambda: brought, specname="articlekit_claim_finders")  # type: ignore[attr-defined]
    return plugin


def claimed(article: Article, text: str) -> Article:
    return evolve(article, claims=(*article.claims, Claim(text=text)))


FINDERS: dict[str, tuple[Callable[[Article], Article], set[str]]] = {
    "none": (lambda article: article, set()),
    "raises on a sentence": (
        lambda article: article if not (article.title or "").endswith((".", "?")) else article.authors[9],  # type: ignore[return-value]
        {"test_any_article_gets_claims_that_slice", "test_the_same_article_gets_the_same_claims"},
    ),
    "changes the title": (
        lambda article: evolve(article, title="Claims" if article.title else None),
        {"test_any_article_gets_claims_that_slice", "test_the_same_article_gets_the_same_claims"},
    ),
    "slices wrongly": (
        lambda article: evolve(article, claims=(*article.claims, Claim(text="x", span=Span(start=0, end=2)))),
        {"test_any_article_gets_claims_that_slice"},
    ),
    "counts": (
        lambda article: claimed(article, f"{next(wrong.calls)}"),
        {"test_the_same_article_gets_the_same_claims", "test_threads_do_not_disturb_each_other"},
    ),
    "drops reviews": (lambda article: evolve(article, claims=()), {"test_reviews_are_kept"}),
    "names the thread": (
        lambda article: claimed(article, f"{threading.current_thread() is threading.main_thread()}"),
        {"test_threads_do_not_disturb_each_other"},
    ),
}


@pytest.mark.slow
@pytest.mark.parametrize("breach", FINDERS)
def test_each_breach_of_a_finder_is_caught(install: Callable[[ModuleType], None], breach: str) -> None:
    find, expected = FINDERS[breach]
    install(finder(find))

    class Finding(ClaimFinderConformance):
        finder = "wrong"

    failed = set()
    for name in (name for name in vars(ClaimFinderConformance) if name.startswith("test_")):
        try:
            getattr(Finding(), name)()
        except Broken:
            failed.add(name)
    assert failed == expected


@pytest.mark.slow
def test_the_kit_runs_on_an_installed_plugin(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "pytest", "--articlekit-plugin=json", "-q", "-m", "not slow"]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)  # noqa: S603

    assert done.returncode == 0, done.stdout
    assert "passed" in done.stdout
