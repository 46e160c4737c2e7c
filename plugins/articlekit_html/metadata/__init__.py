"""What a page says of its article: `read_metadata`; and every candidate for it: `explain_metadata`.

One direction, a room for each step:

- `names` and `days`: people and dates in lines of text, in many languages.
- `page`: what a page holds beside its text: head, microdata, JSON-LD, its address, the lines near its title.
- `fields`: the offers for each field, the best first.

`choose` takes the best.
"""

from articlekit_html.metadata.choose import Metadata, explain_metadata, read_metadata, shown
from articlekit_html.metadata.page.titles import bare

__all__ = ["Metadata", "bare", "explain_metadata", "read_metadata", "shown"]
