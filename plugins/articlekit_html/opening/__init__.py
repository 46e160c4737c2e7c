"""A page opened: parsed, and what was made of it on its way undone.

- `archived`: archives of the Web write their own addresses, words and bar into the copies that they show.
- `saved`: who saves a page writes where it was, and puts files beside it.
- `office_lists`, `numbered_code` and `shadow_trees`: programs make paragraphs of lists, and tables of code, and keep
  parts of a page apart.
"""

from articlekit_html.opening.opened import Opened, open_page

__all__ = ["Opened", "open_page"]
