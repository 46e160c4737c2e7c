"""Finding claims: sentences, who says what, what is worth checking."""

from articlekit.claims.attribution import find_attributions
from articlekit.claims.sentences import split_sentences

__all__ = ["find_attributions", "split_sentences"]
