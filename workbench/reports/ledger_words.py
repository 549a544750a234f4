"""How the readable reports say what became of sentences, and whether the review is complete."""

from workbench.reports.outline import ArticleEntry, SentenceEntry
from workbench.reports.wording import NO_VERDICT, VOTES_DIFFER
from workbench.review.completeness import Completeness
from workbench.store.fold import ClaimState
from workbench.vocabulary import (
    PASSED_OVER_LABELS,
    READING_TERMS,
    UNREAD_LABEL,
    VERDICT_TERMS,
    Reading,
    SentenceState,
)

NO_REASON = "the program has no reason to pass it over"
READING_ORDER = tuple(Reading)


def ledger_counts(entry: ArticleEntry) -> tuple[tuple[str, int], ...]:
    """Return how many sentences of an article are in each state, in words; they add up to all."""
    return (
        ("in claims", entry.count(SentenceState.CLAIM)),
        ("discarded", entry.count(SentenceState.DISCARDED)),
        *((READING_TERMS[reading].label, entry.read_as(reading)) for reading in READING_ORDER),
        (UNREAD_LABEL, entry.count(SentenceState.UNREAD)),
    )


def reading_words(entry: SentenceEntry) -> str:
    """Return how a sentence that makes no claim was read and by whom, or that nobody has, and the program's reason."""
    if entry.reading is not None:
        return f"{READING_TERMS[entry.reading.reading].label}, says {entry.reading.reviewer}"
    if entry.passed_over is None:
        return f"{UNREAD_LABEL}; {NO_REASON}"
    return f"{UNREAD_LABEL}; passed over as: {PASSED_OVER_LABELS[entry.passed_over]}"


def completeness_words(completeness: Completeness) -> str:
    """Return whether the review is complete, and what is missing."""
    if completeness.complete:
        return "Complete: every sentence is read, every claim has a verdict, every cell was looked at."
    return f"Not complete: {'; '.join(completeness.told())}."


def _verdict(state: ClaimState) -> str:
    if state.discarded_by is not None:
        return f"by {state.discarded_by}"
    if state.verdict is not None:
        return VERDICT_TERMS[state.verdict].label
    return VOTES_DIFFER if state.votes else NO_VERDICT
