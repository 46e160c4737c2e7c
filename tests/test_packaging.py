"""What is in the folders is what is packaged: a forgotten line would drop a plugin from the wheel in silence."""

import subprocess
import sys
import tomllib
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
PLUGINS = sorted(path.parent.name for path in (ROOT / "plugins").glob("*/__init__.py"))


def test_every_plugin_folder_is_packaged_named_and_checked() -> None:
    packages = PROJECT["tool"]["hatch"]["build"]["targets"]["wheel"]["packages"]
    entry_points = PROJECT["project"]["entry-points"]["articlekit"]

    assert packages == ["src/articlekit", *(f"plugins/{name}" for name in PLUGINS)]
    assert sorted(v for v in entry_points.values() if not v.startswith("articlekit.")) == PLUGINS
    assert PROJECT["tool"]["check-wheel-contents"]["toplevel"] == ["articlekit", *PLUGINS]
    assert PROJECT["tool"]["mypy"]["packages"] == ["articlekit", *PLUGINS]


@pytest.mark.parametrize("contract", PROJECT["tool"]["importlinter"]["contracts"], ids=lambda c: c["name"])
def test_every_plugin_is_held_to_the_import_rules(contract: dict[str, list[str]]) -> None:
    for key in ("modules", "source_modules", "forbidden_modules"):
        named = [name for name in contract.get(key, ()) if name.startswith("articlekit_")]
        assert named in ([], PLUGINS)


def test_every_private_module_is_closed_to_plugins() -> None:
    (contract,) = [
        each for each in PROJECT["tool"]["importlinter"]["contracts"] if each["name"] == "Plugins see public names only"
    ]
    private = [path.stem for path in (ROOT / "src" / "articlekit").glob("_[a-z]*")]

    assert set(contract["forbidden_modules"]) == {f"articlekit.{name}" for name in private}


@pytest.mark.slow
def test_the_wheel_holds_every_package_and_the_marker_of_its_types(tmp_path: Path) -> None:
    subprocess.run([sys.executable, "-m", "build", "--wheel", "--outdir", tmp_path, ROOT], check=True)  # noqa: S603
    (wheel,) = tmp_path.glob("*.whl")
    names = zipfile.ZipFile(wheel).namelist()

    top = {name.partition("/")[0] for name in names if ".dist-info/" not in name}
    assert top == {"articlekit", *PLUGINS}
    assert "articlekit/py.typed" in names
