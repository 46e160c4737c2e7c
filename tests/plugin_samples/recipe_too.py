"""Brings what another brings too."""

from plugin_samples.recipe import articlekit_parsers

__all__ = ["articlekit_parsers"]
