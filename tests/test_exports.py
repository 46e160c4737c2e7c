import subprocess
import sys
from types import ModuleType

import pytest

import articlekit
import articlekit.plugin


@pytest.mark.parametrize("module", [articlekit, articlekit.plugin], ids=lambda m: m.__name__)
def test_all_is_sorted_and_true(module: ModuleType) -> None:
    assert list(module.__all__) == sorted(module.__all__)
    assert all(hasattr(module, name) for name in module.__all__)


def test_the_front_door_shows_nothing_else() -> None:
    public = {name for name, value in vars(articlekit).items() if not name.startswith("_")}
    modules = {name for name in public if isinstance(getattr(articlekit, name), ModuleType)}

    assert public - modules == set(articlekit.__all__)


def test_importing_loads_no_plugin_and_configures_nothing() -> None:
    code = (
        "import sys, logging, articlekit;"
        "assert not [m for m in sys.modules if m.startswith('articlekit_')];"
        "assert not logging.getLogger().handlers"
    )
    subprocess.run([sys.executable, "-c", code], check=True)  # noqa: S603
