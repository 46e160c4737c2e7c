"""The bodies that the kit draws, with everything that HTML can hold."""

from articlekit.testing import EVERYTHING, canonical

lines = canonical.lines
texts = canonical.texts
blocks = canonical.blocks(EVERYTHING)
bodies = canonical.bodies(EVERYTHING)
