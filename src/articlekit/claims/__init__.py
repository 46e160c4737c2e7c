"""Finding claims: sentences, who says what, what is worth checking."""

from articlekit.claims.sentences import split_sentences

__all__ = ["split_sentences"]
