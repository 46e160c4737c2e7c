"""Speaks a version of the plugin door that articlekit does not."""

from articlekit.plugin import hookimpl


@hookimpl
def articlekit_api_version() -> int:
    return 0
