"""What may settle the order of candidates that words alone have found: a model of meaning that the user has."""

from collections.abc import Callable, Sequence
from typing import Final, Protocol

from workbench.matching.model import Candidate

RERANKED: Final = 1_000  # candidates that words find and a model puts in order
_MODEL_SHARE: Final = 0.5  # the rest is the score of words, which sees numbers and names that models blur
_IDENTICAL: Final = 100.0
_BEST_DIFFERENT: Final = 99.9


class Reranker(Protocol):
    """Says how near passages are to a text in meaning; `matching.embeddings` has one, anybody may bring another."""

    def similarities(self, text: str, passages: Sequence[str]) -> Sequence[float]:
        """Return for each passage how near it is to `text`, 0 (not at all) to 1; the same for the same input."""
        ...


def blended(score: float, similarity: float) -> float:
    """Return the score (0 to 100) of a passage that words score so, and a model finds so similar (0 to 1)."""
    nearness = 100 * min(1.0, max(0.0, similarity))
    return round(min(_BEST_DIFFERENT, (1 - _MODEL_SHARE) * score + _MODEL_SHARE * nearness), 2)


def reranked(
    text: str, found: Sequence[Candidate], text_of: Callable[[str], str], reranker: Reranker
) -> list[Candidate]:
    """Return the candidates with the model's word heard, best first; the very words stay at the top."""
    similarities = reranker.similarities(text, [text_of(candidate.key) for candidate in found])
    again = [
        candidate if candidate.score == _IDENTICAL else Candidate(candidate.key, blended(candidate.score, similarity))
        for candidate, similarity in zip(found, similarities, strict=True)
    ]
    return sorted(again, key=lambda candidate: (-candidate.score, candidate.key))
