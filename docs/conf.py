"""How the documentation is built: ``sphinx-build -W docs docs/_build``."""

from importlib import metadata

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.util.docutils import SphinxDirective

from articlekit.diagnostic import CODES

project = "articlekit"
author = "The articlekit authors"
copyright = "2026, The articlekit authors"  # noqa: A001  the name that Sphinx wants
release = metadata.version("articlekit")

extensions = ["myst_parser", "sphinx.ext.autodoc", "sphinx.ext.napoleon"]
html_theme = "furo"
html_title = f"articlekit {release}"
exclude_patterns = ["_build", "examples"]
myst_heading_anchors = 3
myst_enable_extensions = ["colon_fence"]
autodoc_typehints = "description"
autodoc_member_order = "bysource"
autodoc_preserve_defaults = True
# In docstrings, a name between single backquotes is code.
default_role = "code"


class DiagnosticCodes(SphinxDirective):
    """The table of all codes, from the code itself."""

    def run(self) -> list[nodes.Node]:
        """Write the table and have it parsed."""
        rows = [f"| `{code}` | {said.severity} | {said.meaning} |" for code, said in CODES.items()]
        return self.parse_text_to_nodes("\n".join(["| code | severity | meaning |", "| --- | --- | --- |", *rows]))


def setup(app: Sphinx) -> None:
    """Register the directive."""
    app.add_directive("diagnostic-codes", DiagnosticCodes)
