from articlekit.plugin import hookimpl


@hookimpl
def articlekit_parsers() -> list[object]:
    return [{"format": "recipe"}]
