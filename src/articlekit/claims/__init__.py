"""Finding claims: sentences, who says what, what is worth checking."""

from articlekit.claims.attribution.finding import find_attributions
from articlekit.claims.finder import CHECKABLE_FROM, find_claims
from articlekit.claims.sentences.splitting import split_sentences
from articlekit.claims.worth.scores import Score, score_sentences

__all__ = ["CHECKABLE_FROM", "Score", "find_attributions", "find_claims", "score_sentences", "split_sentences"]
