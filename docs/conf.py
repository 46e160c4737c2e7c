"""How the documentation is built: ``sphinx-build -W docs docs/_build``."""

import ast
import re
import sys
import tomllib
from importlib import metadata
from inspect import cleandoc
from pathlib import Path

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.util.docutils import SphinxDirective

from articlekit.diagnostic import CODES
from articlekit.testing import ParserConformance

sys.path.insert(0, str(Path(__file__).parent))
import pictures

ROOT = Path(__file__).parents[1]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))

project = "articlekit"
author = "The articlekit authors"
copyright = "2026, The articlekit authors"  # noqa: A001  the name that Sphinx wants
release = metadata.version("articlekit")

extensions = ["myst_parser", "sphinx.ext.autodoc", "sphinx.ext.napoleon"]
html_theme = "furo"
html_title = f"articlekit {release}"
exclude_patterns = ["_build", "examples"]
myst_heading_anchors = 3
myst_enable_extensions = ["colon_fence", "deflist"]
autodoc_typehints = "description"
autodoc_member_order = "bysource"
# In docstrings, a name between single backquotes is code.
default_role = "code"
# A reference to what is not documented is a warning, and so an error; others' names have no pages here.
nitpicky = True
nitpick_ignore_regex = [
    ("py:class", r"(collections\.abc|datetime|hypothesis\.strategies|io|lxml\.etree|pathlib|re|zipfile)\..*"),
    ("py:class", "Json|Write|_F"),  # aliases that name what is not yet defined are shown by their bare names
]


class DiagnosticCodes(SphinxDirective):
    """The table of all codes, from the code itself."""

    def run(self) -> list[nodes.Node]:
        """Write the table and have it parsed."""
        rows = [f"| `{code}` | {said.severity} | {said.meaning} |" for code, said in CODES.items()]
        return self.parse_text_to_nodes("\n".join(["| code | severity | meaning |", "| --- | --- | --- |", *rows]))


class Laws(SphinxDirective):
    """The laws of the conformance kit, as its tests say them."""

    def run(self) -> list[nodes.Node]:
        """Write the list and have it parsed."""
        laws = [cleandoc(law.__doc__) for name, law in vars(ParserConformance).items() if name.startswith("test_")]
        return self.parse_text_to_nodes("\n".join(f"- {' '.join(law.split())}" for law in laws))


class Flow(SphinxDirective):
    """The way from bytes to articles: a line a step, its name and, behind a colon, what it does."""

    has_content = True

    def run(self) -> list[nodes.Node]:
        """Draw it."""
        steps = [(name.strip(), does.strip()) for name, _, does in (line.partition(":") for line in self.content)]
        return [nodes.raw("", pictures.flow(steps, "Data flow"), format="html")]


class Rooms(SphinxDirective):
    """Layers that import-linter holds, drawn from its configuration: those of the contract that is named."""

    required_arguments = 1
    final_argument_whitespace = True

    def run(self) -> list[nodes.Node]:
        """Draw them."""
        name = self.arguments[0]
        (contract,) = [c for c in PROJECT["tool"]["importlinter"]["contracts"] if c["name"] == name]
        rows = [[name.removeprefix("articlekit.") for name in re.split(r" [:|] ", row)] for row in contract["layers"]]
        return [nodes.raw("", pictures.layers(rows, name), format="html")]


class Benchmarks(SphinxDirective):
    """What is measured, and beside what: the first words of each benchmark."""

    def run(self) -> list[nodes.Node]:
        """Write the list and have it parsed."""
        said = {
            path.name: ast.get_docstring(ast.parse(path.read_text(encoding="utf-8"))) or ""
            for path in sorted((ROOT / "benchmarks").glob("*.py"))
        }
        lines = [f"- `{name}`: {' '.join(words.partition(chr(10) * 2)[0].split())}" for name, words in said.items()]
        return self.parse_text_to_nodes("\n".join(lines).replace("``", "`"))


class Licences(SphinxDirective):
    """What articlekit needs to run, and under which licences, as the installed distributions say."""

    def run(self) -> list[nodes.Node]:
        """Write the table and have it parsed."""
        extras = PROJECT["project"]["optional-dependencies"]
        wanted = dict.fromkeys(PROJECT["project"]["dependencies"], "")
        wanted |= {need: extra for extra, needs in extras.items() for need in needs}
        rows = [f"| {name} | {extra} | {licence(name)} |" for name, extra in sorted(map(_named, wanted.items()))]
        head = ["| distribution | extra | licence |", "| --- | --- | --- |"]
        return self.parse_text_to_nodes("\n".join([*head, *rows]))


def _named(wanted: tuple[str, str]) -> tuple[str, str]:
    return re.split(r"[^\w-]", wanted[0])[0], wanted[1]


def licence(distribution: str) -> str:
    """Give the licence of an installed distribution, by its expression or by its classifiers."""
    said = metadata.metadata(distribution)
    classified = [c.rpartition(" :: ")[2] for c in said.get_all("Classifier") or () if c.startswith("License")]
    return said.get("License-Expression") or ", ".join(classified) or (said.get("License") or "?").partition("\n")[0]


#: Stands for a colon while napoleon reads a comment.
COLON = "\ue000"


def hide_colons(_app: Sphinx, what: str, _name: str, _it: object, _options: object, lines: list[str]) -> None:
    """Keep napoleon from taking what stands before a colon in the comment of a field for its type."""
    if what in ("attribute", "data", "property") and lines:
        lines[0] = lines[0].replace(":", COLON)


def show_colons(_app: Sphinx, _what: str, _name: str, _it: object, _options: object, lines: list[str]) -> None:
    """Put the colons back."""
    lines[:] = [line.replace(COLON, ":") for line in lines]


def setup(app: Sphinx) -> None:
    """Register the directives, and what keeps napoleon (priority 500) from the colons."""
    app.connect("autodoc-process-docstring", hide_colons, priority=400)
    app.connect("autodoc-process-docstring", show_colons, priority=600)
    app.add_directive("benchmarks", Benchmarks)
    app.add_directive("diagnostic-codes", DiagnosticCodes)
    app.add_directive("flow", Flow)
    app.add_directive("laws", Laws)
    app.add_directive("licences", Licences)
    app.add_directive("rooms", Rooms)
