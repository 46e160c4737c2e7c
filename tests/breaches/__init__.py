"""A sound plugin, and plugins each of which breaks one law of the conformance kit and keeps all others."""
