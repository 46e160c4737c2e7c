"""Pages to read metadata from, made of a head and a body."""

from articlekit.markup import parse_html
from articlekit_html.metadata import Metadata, read_metadata

URL = "https://news.example/world/oil"


def read(head: str = "", body: str = "<h1>Oil falls</h1><p>Words.</p>", url: str | None = URL) -> Metadata:
    return read_metadata(parse_html(f"<html><head>{head}</head><body>{body}</body></html>"), url=url)


def meta(**contents: str) -> str:
    return "".join(f'<meta property="{name.replace("_", ":", 1)}" content="{said}">' for name, said in contents.items())


def data(json: str) -> str:
    return f'<script type="application/ld+json">{json}</script>'
