"""What is in the folders is what is packaged: a forgotten line would drop a plugin from the wheel in silence."""

import subprocess
import sys
import tarfile
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
    paths = [path for path in (ROOT / "src" / "articlekit").rglob("_[a-z]*") if path.suffix in ("", ".py")]
    private = {".".join(path.relative_to(ROOT / "src").with_suffix("").parts) for path in paths}

    assert contract["forbidden_modules"] == sorted(private)


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder with the sdist, and the wheel that was built from it."""
    folder = tmp_path_factory.mktemp("dist")
    subprocess.run([sys.executable, "-m", "build", "--outdir", folder, ROOT], check=True)  # noqa: S603
    return folder


@pytest.mark.slow
def test_the_sdist_holds_all_that_the_readme_and_the_tests_need(built: Path, tmp_path: Path) -> None:
    (sdist,) = built.glob("*.tar.gz")
    with tarfile.open(sdist) as archive:
        archive.extractall(tmp_path, filter="data")
    (root,) = tmp_path.iterdir()
    tracked = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=False)  # noqa: S607

    # Where there is no repository, none of its files is asked for.
    assert [name for name in tracked.stdout.splitlines() if not (root / name).exists()] == []
    shown = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "tests/test_docs.py", "-k", "README"]
    subprocess.run(shown, cwd=root, check=True)  # noqa: S603


@pytest.mark.slow
def test_the_wheel_holds_every_package_and_the_marker_of_its_types(built: Path) -> None:
    (wheel,) = built.glob("*.whl")
    names = zipfile.ZipFile(wheel).namelist()

    top = {name.partition("/")[0] for name in names if ".dist-info/" not in name}
    assert top == {"articlekit", *PLUGINS}
    assert "articlekit/py.typed" in names
