"""What a page says of its article: `read_metadata`; and every candidate for it: `explain_metadata`.

One direction: `head`, `microdata`, `nearby`, `articlekit.schemaorg` (views of the page, gathered in `page`) → `named`,
`credited`, `dated`, `described` (offers for the fields, the best first) → `choose`.
"""

from articlekit_html.metadata.choose import Metadata, explain_metadata, read_metadata, shown
from articlekit_html.metadata.titles import bare

__all__ = ["Metadata", "bare", "explain_metadata", "read_metadata", "shown"]
