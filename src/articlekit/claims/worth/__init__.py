"""Check-worthiness: how likely a sentence can be verified, and how likely a fact-checker would pick it."""
