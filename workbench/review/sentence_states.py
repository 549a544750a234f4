"""In which of its states a sentence is, for screens, reports and the question whether a review is complete."""

from collections.abc import Collection, Mapping

from workbench.store.fold import ClaimState
from workbench.store.readings import SentenceReading
from workbench.vocabulary import SentenceState


def sentence_state(claims: Collection[ClaimState], reading: SentenceReading | None) -> SentenceState:
    """Return what became of a sentence of which these claims were made, and that somebody has read so."""
    if any(claim.discarded_by is None for claim in claims):
        return SentenceState.CLAIM
    if reading is not None:
        return SentenceState.READ
    return SentenceState.DISCARDED if claims else SentenceState.UNREAD


def unread_sentences(
    sentences: Mapping[str, int], claimed: Mapping[str, Collection[int]], readings: Mapping[str, Collection[int]]
) -> dict[str, tuple[int, ...]]:
    """Return the sentences (indices) in no claim, discarded ones too, and without a reading, by article.

    Args:
        sentences: how many each article (its key) has; articles of which every sentence is read are left out.
        claimed: the sentences of which claims were made.
        readings: the sentences that somebody has read.
    """
    found: dict[str, tuple[int, ...]] = {}
    for article, count in sentences.items():
        done = {*claimed.get(article, ()), *readings.get(article, ())}
        if left := tuple(number for number in range(count) if number not in done):
            found[article] = left
    return found
