"""Reads WordPress answers that were damaged on their way.

`parts` takes long lists apart; `recover` makes a value of the text of an answer or of an item; `mend_content` gives the
HTML of a post back the tags it lost.
"""

from articlekit_wordpress.repair.content import mend_content
from articlekit_wordpress.repair.items import parts
from articlekit_wordpress.repair.recovery import Recovered, recover

__all__ = ["Recovered", "mend_content", "parts", "recover"]
