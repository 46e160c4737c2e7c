"""Our own claim finder, held to the kit that plugins are held to."""

from articlekit.testing import ClaimFinderConformance


class TestClaimFinder(ClaimFinderConformance):
    finder = "articlekit"
