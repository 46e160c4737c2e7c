"""Draws the pictures of the documentation from what they show, as SVG that takes the colours of the page."""

from __future__ import annotations

from html import escape
from itertools import pairwise

WIDTH = 720
_HIGH, _GAP, _TEXT = 46, 26, 13


def _box(x: float, y: float, width: float, lines: tuple[str, ...]) -> str:
    middle = y + _HIGH / 2 - (len(lines) - 1) * 8 + 4
    texts = "".join(
        f'<text x="{x + width / 2}" y="{middle + 16 * number}" text-anchor="middle" '
        f'font-size="{_TEXT if number == 0 else _TEXT - 2}" fill="currentColor">{escape(line)}</text>'
        for number, line in enumerate(lines)
    )
    shape = f'<rect x="{x}" y="{y}" width="{width}" height="{_HIGH}" rx="6" fill="none" stroke="currentColor"/>'
    return shape + texts


def _arrow(x1: float, y1: float, x2: float, y2: float) -> str:
    return f'<line x1="{x1}" y1="{y1}" x2="{x2}" y2="{y2}" stroke="currentColor" marker-end="url(#tip)"/>'


def _bent(x1: float, y1: float, x2: float, y2: float) -> str:
    points = f"{x1},{y1} {x1},{(y1 + y2) / 2} {x2},{(y1 + y2) / 2} {x2},{y2}"
    return f'<polyline points="{points}" fill="none" stroke="currentColor" marker-end="url(#tip)"/>'


def _svg(height: float, shapes: list[str], title: str) -> str:
    tip = (
        '<defs><marker id="tip" viewBox="0 0 8 8" refX="8" refY="4" markerWidth="7" markerHeight="7" orient="auto">'
        '<path d="M0 0 8 4 0 8z" fill="currentColor"/></marker></defs>'
    )
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="-1 0 {WIDTH + 2} {height}" role="img" '
        f'aria-label="{escape(title)}" font-family="sans-serif">{tip}{"".join(shapes)}</svg>'
    )


def flow(steps: list[tuple[str, str]], title: str) -> str:
    """Draw steps from left to right, each with its name and what it does, three in a row."""
    width, shapes, places = 200.0, [], []
    for number, step in enumerate(steps):
        row, column = divmod(number, 3)
        x, y = column * (width + 60), 4 + row * (_HIGH + _GAP)
        places.append((x, y))
        shapes.append(_box(x, y, width, step))
    for (x1, y1), (x2, y2) in pairwise(places):
        if y1 == y2:
            shapes.append(_arrow(x1 + width, y1 + _HIGH / 2, x2, y2 + _HIGH / 2))
        else:
            shapes.append(_bent(x1 + width / 2, y1 + _HIGH, x2 + width / 2, y2))
    return _svg(places[-1][1] + _HIGH + 4, shapes, title)


def layers(rows: list[list[str]], title: str) -> str:
    """Draw rooms in layers, the highest first: each may import from those below."""
    shapes, y = [], 4.0
    for row in rows:
        lines = [row[at : at + 5] for at in range(0, len(row), 5)]
        for line in lines:
            width = (WIDTH - 10 * (len(line) - 1)) / len(line)
            shapes += [_box(number * (width + 10), y, width, (name,)) for number, name in enumerate(line)]
            y += _HIGH + 4
        y += _GAP - 4
        shapes.append(_arrow(WIDTH / 2, y - _GAP + 2, WIDTH / 2, y - 2))
    return _svg(y - _GAP + 4, shapes[:-1], title)
