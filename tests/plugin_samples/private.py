"""Imports what is none of its business."""

from articlekit._parse import parse  # noqa: F401
