"""Lines before the title in what a name calls something else than text: a notice on cookies, what is read most."""

from __future__ import annotations

from articlekit_html.body.first_rules.against import spoken_against
from articlekit_html.body.first_rules.view import View


def before_title(view: View, lines: list[int]) -> list[int]:
    """Find those of some lines, unless all stand there."""
    before = [line for line in lines if line < view.title_line]
    if not before or len(before) == len(lines):
        return []
    against = spoken_against(view, 0)
    return [line for line in before if against[view.page.line_node[line]]]
