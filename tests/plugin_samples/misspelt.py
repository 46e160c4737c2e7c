from articlekit.plugin import Parser, hookimpl


@hookimpl
def articlekit_parser() -> list[Parser]:
    return []
