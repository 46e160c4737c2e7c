"""Leaves in the middle of being imported."""

import sys

sys.exit(3)
