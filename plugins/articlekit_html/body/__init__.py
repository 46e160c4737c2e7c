"""Which part of a page is the article's body.

One direction: `kinds` (how elements are walked) → `outline` (the page as flat arrays, which `walk` makes of the tree) →
`readers` (what they wrote) and `prose` (how much of it is prose) → `container` and `view` (what the first rules say) →
`features`, `table`, `wholes`, `belongings` and `lines` (which lines are the article's) → `hand_over` (to blocks).
"""

from articlekit_html.body.reading import Body, read_body

__all__ = ["Body", "read_body"]
