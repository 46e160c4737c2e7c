"""The project's chores: ``nox -s tests``, ``nox -s lint``, ``nox -s docs``, ``nox -s installed``."""

import nox

nox.options.default_venv_backend = "venv"
nox.options.sessions = ["lint", "tests"]
DEV = nox.project.dependency_groups(nox.project.load_toml("pyproject.toml"), "dev")


@nox.session(python=["3.11", "3.12", "3.13", "3.14"])
def tests(session: nox.Session) -> None:
    """Run the tests against what users install: the built wheel."""
    session.install(".", *DEV)
    session.run("pytest", *session.posargs)


@nox.session
def lint(session: nox.Session) -> None:
    """Check style, types and who imports whom."""
    session.install("-e", ".", *DEV)
    session.run("ruff", "format", "--check", ".")
    session.run("ruff", "check", ".")
    session.run("mypy")
    session.run("lint-imports")


@nox.session
def docs(session: nox.Session) -> None:
    """Build the documentation; a warning is an error."""
    session.install("-e", ".", *DEV)
    session.run("sphinx-build", "-W", "-q", "docs", "docs/_build")


@nox.session
def installed(session: nox.Session) -> None:
    """Try what users get: the wheel and the sdist alone, a new plugin, the example of one."""
    session.install("build")
    session.run("python", "-m", "build")
    session.run(".ci/installed", external=True)
