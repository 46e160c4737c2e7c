import ast
import inspect
import subprocess
import sys
from types import ModuleType

import pytest
from attrs import fields

import articlekit
import articlekit.plugin


@pytest.mark.parametrize("module", [articlekit, articlekit.plugin], ids=lambda m: m.__name__)
def test_all_is_true(module: ModuleType) -> None:
    assert all(hasattr(module, name) for name in module.__all__)


def test_fields_are_all_but_what_reading_makes_and_what_none_holds() -> None:
    article = {field.name for field in fields(articlekit.Article)}

    assert article - articlekit.plugin.FIELDS == {"claims", "origin", "diagnostics", "extra"}


def test_the_front_door_shows_nothing_else() -> None:
    assert dir(articlekit) == articlekit.__all__
    assert sorted(articlekit._ROOM_OF) == articlekit.__all__
    with pytest.raises(AttributeError, match="'articlekit' has no attribute 'prase'"):
        articlekit.prase  # type: ignore[attr-defined]  # noqa: B018


def test_what_types_are_checked_against_is_what_is_given() -> None:
    checked = next(node for node in ast.parse(inspect.getsource(articlekit)).body if isinstance(node, ast.If))
    imports = [node for node in checked.body if isinstance(node, ast.ImportFrom)]
    said = {alias.name: node.module for node in imports for alias in node.names}

    assert said == {name: f"articlekit.{room}" for name, room in articlekit._ROOM_OF.items()}


def run(code: str) -> str:
    return subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True).stdout  # noqa: S603


def test_importing_loads_next_to_nothing_and_configures_nothing() -> None:
    loaded = "import sys; before = set(sys.modules); import articlekit; print(*sorted(set(sys.modules) - before))"

    others = {name for name in run(loaded).split() if name.partition(".")[0] not in sys.stdlib_module_names}
    assert others == {"articlekit"}
    assert run("import articlekit, logging; articlekit.formats(); print(logging.getLogger().handlers)") == "[]\n"


def test_records_load_no_plugin() -> None:
    code = "import sys, articlekit; articlekit.Article; print([m for m in sys.modules if m.startswith('articlekit_')])"

    assert run(code) == "[]\n"


def test_many_threads_may_import_at_once() -> None:
    code = """
import threading
together = threading.Barrier(8)
found = []
def work():
    together.wait()
    import articlekit
    found.append(articlekit.parse('{"articlekit":1,"title":"A title"}').title)
threads = [threading.Thread(target=work) for _ in range(8)]
[thread.start() for thread in threads], [thread.join() for thread in threads]
print(found == ["A title"] * 8)
"""

    assert run(code) == "True\n"


def test_what_other_formats_are_read_with_is_not_loaded() -> None:
    code = """
import sys, articlekit
articlekit.parse("A page of text.", format="text")
print({"articlekit.claims", "articlekit_html.page", "articlekit_wordpress.repair"} & set(sys.modules))
"""

    assert run(code) == "set()\n"
