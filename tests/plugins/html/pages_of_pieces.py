"""Pages with every kind of piece that articles are made of, in every shell, theme and wrapper.

What the pieces say holds a mark, what stands around them ``BOILERPLATE`` or ``SHELL``.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from functools import partial
from pathlib import Path
from typing import Final

from plugins.html.shells import SHELLS, page

HERE = Path(__file__).parent
TITLE = "The bridge that nobody looked at"
SAID = (
    "The council met on Thursday evening to hear what the engineers had found under the old bridge.",
    "For more than forty years nobody had looked at the stones below the water, for the orders were lost.",
    "“We knew in spring that something was wrong,” said the woman who keeps the mill, “but nobody came.”",
    "Repairs will cost about four million, a sum that the town has not got, and the county gives half of it.",
    "Two of the arches may be closed as early as next week, which sends every lorry through the lower town.",
    "The mayor, who had promised that no road would be closed, left the room without a word to anybody.",
    "Those who live beside it have begun to count the lorries by hand: on one morning there were four hundred.",
)
WRAPPERS = {
    "bare": "{}",
    "div": "<div>{}</div>",
    "section": "<section>{}</section>",
    "component": '<div class="article__component article__component--block" data-testid="block">{}</div>',
    "field": '<div class="field__item"><div class="paragraph paragraph--type--text"><div>{}</div></div></div>',
    "utility": '<div class="mx-auto max-w-prose px-4 mt-6 text-gray-800">{}</div>',
    "widget": '<div class="elementor-element elementor-widget"><div class="elementor-widget-container">{}</div></div>',
}


def pieces() -> dict[str, str]:
    """Give the pieces by their names."""
    _, *parts = re.split(r"<!-- ([a-z-]+) -->\n", (HERE / "pieces.html").read_text("utf-8"))
    names, bodies = parts[::2], parts[1::2]
    return {
        name: body.replace("KEEP", f"{name.upper().replace('-', '')}X")
        for name, body in zip(names, bodies, strict=True)
    }


def paragraph(number: int) -> str:
    """Give a paragraph; all that are asked for in one page are different."""
    return f"<p>{SAID[number % len(SAID)]} In {1700 + number} it was so. {SAID[(number * 3 + 1) % len(SAID)]}</p>"


def in_theme(theme: str, content: str) -> str:
    """Put a content into a theme of WordPress."""
    shell = (HERE / "themes" / f"{theme}.html").read_text("utf-8")
    return shell.replace("{{title}}", TITLE).replace("{{content}}", content)


PAGES: Final[dict[str, Callable[[str], str]]] = {
    **{f"theme {path.stem}": partial(in_theme, path.stem) for path in sorted((HERE / "themes").glob("*.html"))},
    **{name: partial(page, name) for name in SHELLS},
}
AROUND: Final = re.compile("BOILERPLATE|SHELL")
"""What is no part of the article says so."""


def between_paragraphs(wanted: Iterable[str]) -> list[str]:
    """Put pieces into a text: a paragraph before the first, and one behind each."""
    content = [paragraph(0)]
    for number, piece in enumerate(wanted, 1):
        content += [piece, paragraph(number)]
    return content
