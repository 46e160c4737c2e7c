"""Which part of a page is the article's body.

One direction, a room for each step:

- `outline`: the page as flat arrays, which `walk` makes of the tree.
- `first_rules`: how much of it is prose, and which element holds it.
- `weighing`: how likely each line is the article's.
- `left_out` and `belonging`: what looks like text and is none, and what is text and does not look like it; `lines` asks
  them all, and what comes of it is a `choice`.
- `blocks`: from the chosen lines to blocks.

`reading` takes these steps, and others where a page needs them: `scripted`, `fallback`, `diagnosis`.
"""

from articlekit_html.body.reading import Body, read_body

__all__ = ["Body", "read_body"]
