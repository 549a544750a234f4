"""In which of its states a sentence is, for screens, reports and the question whether a review is complete."""

from collections.abc import Collection, Mapping, Sequence

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


def next_unread(
    unread: Mapping[str, tuple[int, ...]], articles: Sequence[str], article: str, sentence: int
) -> tuple[str, int] | None:
    """Return the article (a key) and the sentence to read after this one; None where no other is left.

    It is the next one below, or else the first of the same article, or else that of the next of `articles`.
    """
    here = [number for number in unread.get(article, ()) if number != sentence]
    if here:
        return article, next((number for number in here if number > sentence), here[0])
    place = articles.index(article) if article in articles else -1
    following = (*articles[place + 1 :], *articles[: max(0, place)])
    return next(((other, unread[other][0]) for other in following if unread.get(other)), None)


def newly_unread(before: Mapping[str, tuple[int, ...]], after: Mapping[str, tuple[int, ...]]) -> tuple[str, int] | None:
    """Return the first sentence (its article and index) that is unread only afterwards; None if there is none."""
    for article, numbers in after.items():
        if new := set(numbers) - set(before.get(article, ())):
            return article, min(new)
    return None
