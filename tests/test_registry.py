from collections.abc import Iterator
from importlib.metadata import EntryPoint

import pytest
from attrs import evolve

from articlekit import PluginWarning, _registry
from articlekit._loading import UnsupportedVersionError, check_version
from articlekit._registry import build, named, unique
from articlekit.plugin import ClaimFinder, Holds
from breaches.sound import PARSER, WRITER


def point(module: str, name: str | None = None) -> EntryPoint:
    return EntryPoint(name=name or module, value=f"plugin_samples.{module}", group="articlekit")


def test_a_sound_plugin_is_loaded_whole() -> None:
    found = build([point("recipe")])

    assert [p.name for p in found.parsers] == ["recipe"]
    assert [p.module for p in found.plugins] == ["plugin_samples.recipe"]
    assert found.problems == ()


@pytest.mark.parametrize(
    ("module", "told"),
    [
        ("broken", "cannot be imported: No module named 'a_module_that_does_not_exist'"),
        ("leaving", "fails on loading: SystemExit: 3"),
        ("misspelt", "Perhaps articlekit_parsers is meant"),
        ("no_hook", "none of its functions is marked with @hookimpl"),
        ("no_list", "fails on loading: the hook articlekit_parsers gave a Parser where a list belongs"),
        ("no_return", "the hook articlekit_parsers gave None where a list belongs, as one without a return does"),
        ("not_there", "cannot be imported"),
        ("too_new", "pip install -U plugin_samples.too_new articlekit"),
        ("too_old", "speaks version 0 of the plugin door"),
        ("wrong_name", "ValueError: format='Bad Format' is no name"),
        ("with_argument", "hook 'articlekit_parsers': Argument(s) {'config'} are declared"),
        ("wrong_field", "It may be written for another articlekit"),
        ("wrong_type", "where articlekit.plugin.Parser belongs"),
    ],
)
def test_a_bad_plugin_is_named_and_the_rest_goes_on(module: str, told: str) -> None:
    found = build([point(module), point("recipe")])

    assert [p.name for p in found.parsers] == ["recipe"]
    (problem,) = found.problems
    assert problem.plugin == module
    assert str(problem).startswith(f"plugin {module!r} (from plugin_samples.{module} unknown) ")
    assert told in str(problem)
    assert "is left out" in str(problem)


@pytest.mark.parametrize(
    ("field", "said", "told"),
    [
        ("format", "Bad Format", "'Bad Format' is no name"),
        ("format", "recipe@home", "is no name"),
        ("format", "", "is no name"),
        ("media_types", "text/bad", "'text/bad' is no tuple of media types"),
        ("media_types", ("bad",), "is no tuple of media types"),
        ("extensions", ".bad", "'.bad' is no tuple of file name endings"),
        ("extensions", ("bad",), "file name endings with their dot"),
    ],
)
def test_a_parser_with_a_wrong_field_is_not_made(field: str, said: object, told: str) -> None:
    with pytest.raises(ValueError, match=told):
        evolve(PARSER, **{field: said})


def test_what_a_format_holds_is_a_set_however_it_is_given() -> None:
    assert Holds(fields=["title", "title"], marks={"link"}) == Holds(
        fields=frozenset({"title"}), marks=frozenset({"link"})
    )


@pytest.mark.parametrize("said", ["Bad", "", None])
def test_writers_and_finders_have_names_as_formats_have(said: object) -> None:
    with pytest.raises(ValueError, match="is no name"):
        evolve(WRITER, format=said)
    with pytest.raises(ValueError, match="is no name"):
        ClaimFinder(name=said, summary="Bad", find=lambda article: article)  # type: ignore[arg-type]


def test_of_an_older_version_that_is_still_spoken_is_warned() -> None:
    with pytest.warns(PluginWarning, match="'recipe' speaks version 2 .* the newest is 3"):
        check_version("recipe", 2, range(2, 4))
    check_version("recipe", 3, range(2, 4))
    with pytest.raises(UnsupportedVersionError, match="speaks 2 to 3"):
        check_version("recipe", 1, range(2, 4))


def test_a_duplicate_is_said_aloud() -> None:
    found = build([point("recipe", "first"), point("recipe", "second")])

    (problem,) = found.problems
    assert "plugin 'second' (from plugin_samples.recipe unknown) brings 'recipe', which" in str(problem)
    assert [p.plugin for p in unique(found.parsers)] == ["first"]
    first = named(found.parsers, "recipe")
    assert first is not None
    assert first.plugin == "first"


def test_a_duplicate_of_another_distribution_is_reached_by_its_full_name() -> None:
    found = build([point("recipe"), point("recipe_too")])

    (problem,) = found.problems
    assert "ask for this one as 'recipe@plugin_samples.recipe_too'" in str(problem)
    second = named(found.parsers, "recipe@plugin_samples.recipe_too")
    assert second is not None
    assert second.plugin == "recipe_too"


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


@pytest.mark.parametrize("disabled", ["misspelt, recipe", "plugin_samples.misspelt,plugin_samples.recipe,"])
def test_problems_are_warned_of_and_disabled_plugins_are_not_loaded(
    monkeypatch: pytest.MonkeyPatch, fresh_registry: None, disabled: str
) -> None:
    points = [point("broken"), point("misspelt"), point("recipe")]
    monkeypatch.setattr(_registry, "entry_points", lambda group: points)
    monkeypatch.setenv("ARTICLEKIT_DISABLE_PLUGINS", disabled)

    with pytest.warns(PluginWarning, match="plugin 'broken'"):
        found = _registry.registry()

    assert found.parsers == ()
    assert [problem.plugin for problem in found.problems] == ["broken"]
    assert [plugin.name for plugin in found.disabled] == ["misspelt", "recipe"]


def test_a_disabled_plugin_that_is_not_there_is_named() -> None:
    (problem,) = build([point("recipe")], frozenset({"recipes"})).problems

    assert str(problem) == (
        "plugin 'recipes' is named by ARTICLEKIT_DISABLE_PLUGINS, but is not installed. Installed plugins are: recipe"
    )
