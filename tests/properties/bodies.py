"""The bodies that the kit draws, with everything that HTML can hold."""

from articlekit.testing import EVERYTHING, canonical, canonical_text

lines = canonical_text.lines
texts = canonical_text.texts
blocks = canonical.blocks(EVERYTHING)
bodies = canonical.bodies(EVERYTHING)
