from collections.abc import Iterator
from importlib.metadata import EntryPoint

import pytest

from articlekit import PluginWarning, _registry
from articlekit._registry import build, named, unique


def point(module: str, name: str | None = None) -> EntryPoint:
    return EntryPoint(name=name or module, value=f"plugin_samples.{module}", group="articlekit")


def test_a_sound_plugin_is_loaded_whole() -> None:
    found = build([point("recipe")])

    assert [p.name for p in found.parsers] == ["recipe"]
    assert found.problems == ()


@pytest.mark.parametrize(
    ("module", "told"),
    [
        ("broken", "cannot be imported: No module named 'a_module_that_does_not_exist'"),
        ("misspelt", "articlekit_parser"),
        ("wrong_type", "where articlekit.plugin.Parser belongs"),
        ("not_there", "cannot be imported"),
    ],
)
def test_a_bad_plugin_is_named_and_the_rest_goes_on(module: str, told: str) -> None:
    found = build([point(module), point("recipe")])

    assert [p.name for p in found.parsers] == ["recipe"]
    (problem,) = found.problems
    assert problem.plugin == module
    assert told in str(problem)


def test_a_duplicate_is_said_aloud_and_reached_by_its_full_name() -> None:
    found = build([point("recipe", "first"), point("recipe", "second")])

    (problem,) = found.problems
    assert "'recipe@plugin_samples.recipe'" in str(problem)
    assert [p.plugin for p in unique(found.parsers)] == ["first"]
    first = named(found.parsers, "recipe")
    assert first is not None
    assert first.plugin == "first"


def test_our_own_plugins_come_before_all_others() -> None:
    others = [EntryPoint(name="a", value="a", group="articlekit")]
    ours = [p for p in _registry.entry_points(group="articlekit") if p.dist and p.dist.name == "articlekit"]

    ordered = sorted([*others, *ours], key=_registry._own_first)

    assert ordered[-1] in others


@pytest.fixture
def fresh_registry() -> Iterator[None]:
    _registry._load.cache_clear()
    yield
    _registry._load.cache_clear()


def test_problems_are_warned_of_and_disabled_plugins_are_not_loaded(
    monkeypatch: pytest.MonkeyPatch, fresh_registry: None
) -> None:
    points = [point("broken"), point("misspelt"), point("recipe")]
    monkeypatch.setattr(_registry, "entry_points", lambda group: points)
    monkeypatch.setenv("ARTICLEKIT_DISABLE_PLUGINS", "misspelt, recipe")

    with pytest.warns(PluginWarning, match="plugin 'broken'"):
        found = _registry.registry()

    assert found.parsers == ()
    assert [problem.plugin for problem in found.problems] == ["broken"]
