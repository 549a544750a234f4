"""The queue of claims: a row for each, what is shown of them, and how far they have come."""

from collections.abc import Container, Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from workbench.store.claim_state import DEFAULT_VOTES
from workbench.store.fold import ClaimState
from workbench.store.model import QueueRow
from workbench.vocabulary import AnchorState, WorkflowState


class QueueFilter(StrEnum):
    """What the queue shows."""

    ALL = "all"
    TO_DO = "to_do"
    NO_VERDICT = "no_verdict"
    OPEN_CELLS = "open_cells"
    DECIDED = "decided"
    DISPUTED = "disputed"
    PARKED = "parked"
    DISCARDED = "discarded"
    VERSIONS = "versions"
    MINE = "mine"


class QueueOrder(StrEnum):
    """In which order claims are listed."""

    READING = "reading"
    CHECKABLE = "checkable"
    WORTH = "worth"


FILTER_LABELS: Final[dict[QueueFilter, str]] = {
    QueueFilter.ALL: "all claims but discarded ones",
    QueueFilter.TO_DO: "to do: no verdict, or an article not looked at",
    QueueFilter.NO_VERDICT: "without my verdict",
    QueueFilter.OPEN_CELLS: "with an article not looked at",
    QueueFilter.DECIDED: "with my verdict",
    QueueFilter.DISPUTED: "disputed",
    QueueFilter.PARKED: "parked",
    QueueFilter.DISCARDED: "discarded",
    QueueFilter.VERSIONS: "changed between versions: relocated, ambiguous, orphaned",
    QueueFilter.MINE: "assigned to me: without my verdict yet",
}


def select_rows(
    rows: Iterable[QueueRow], which: QueueFilter, other_articles: int, search: str = ""
) -> tuple[QueueRow, ...]:
    """Return the rows that `which` shows and whose words hold every word of `search`, in their order."""
    words = search.casefold().split()
    return tuple(row for row in rows if _shown(row, which, other_articles) and _holds(row, words))


def scored_at_least(rows: Iterable[QueueRow], checkable: float = 0.0, worth: float = 0.0) -> tuple[QueueRow, ...]:
    """Return the rows whose two scores are at least these; what nobody scored stays, as nothing speaks against it."""
    return tuple(
        row for row in rows if row.checkable is None or (row.checkable >= checkable and row.checkworthiness >= worth)
    )


def in_order(rows: Iterable[QueueRow], order: QueueOrder) -> tuple[QueueRow, ...]:
    """Return rows that come in reading order in another order, the highest score first; what ties stays as it was."""
    match order:
        case QueueOrder.CHECKABLE:
            return tuple(sorted(rows, key=lambda row: -(row.checkable or 0.0)))
        case QueueOrder.WORTH:
            return tuple(sorted(rows, key=lambda row: -row.checkworthiness))
        case _:
            return tuple(rows)


def is_to_do(row: QueueRow, other_articles: int) -> bool:
    """Whether the reviewer still has something to decide about the claim."""
    if row.discarded or row.state is WorkflowState.PARKED:
        return False
    return row.own_verdict is None or row.relations < other_articles


def _holds(row: QueueRow, words: list[str]) -> bool:
    haystack = f"{row.text} {row.asserter or ''}".casefold()
    return all(word in haystack for word in words)


def _shown(row: QueueRow, which: QueueFilter, other_articles: int) -> bool:
    if row.discarded or which is QueueFilter.DISCARDED:
        return row.discarded and which is QueueFilter.DISCARDED
    match which:
        case QueueFilter.TO_DO:
            return is_to_do(row, other_articles)
        case QueueFilter.NO_VERDICT:
            return row.own_verdict is None
        case QueueFilter.OPEN_CELLS:
            return row.relations < other_articles
        case QueueFilter.DECIDED:
            return row.own_verdict is not None
        case QueueFilter.DISPUTED:
            return row.state is WorkflowState.DISPUTED
        case QueueFilter.PARKED:
            return row.state is WorkflowState.PARKED
        case QueueFilter.VERSIONS:
            return row.anchor not in (None, AnchorState.EXACT)
        case QueueFilter.MINE:
            return row.assigned
        case _:
            return True


def queue_row(
    state: ClaimState,
    reviewer: str,
    replaced: Container[str] = (),
    anchor: AnchorState | None = None,
    asked: int = DEFAULT_VOTES,
) -> QueueRow:
    """Return the row that shows `state` to `reviewer`.

    What was recorded about articles that are `replaced` by newer versions does not count; `anchor` says how the claim
    is tied to another version of its own, and `asked` how many votes the collection asks for.
    """
    vote = state.vote_of(reviewer)
    return QueueRow(
        state.key,
        state.claim.article,
        state.claim.start,
        state.text,
        state.claim.asserter,
        state.claim.is_quote,
        state.claim.checkworthiness,
        state.claim.checkable,
        state.state_for(asked),
        vote.verdict if vote else None,
        sum(1 for given in state.agreements if given.reviewer == reviewer and given.article not in replaced),
        state.discarded_by is not None,
        anchor,
        state.claim.origin,
        vote is None and state.is_assigned_to(reviewer),
    )


@dataclass(slots=True)
class Tally:
    """How far the rows of a queue have come, kept up to date row by row."""

    claims: int = 0
    decided: int = 0
    relations: int = 0

    @classmethod
    def of(cls, rows: Iterable[QueueRow]) -> "Tally":
        """Return the tally of `rows`."""
        tally = cls()
        for row in rows:
            tally.count(row)
        return tally

    def count(self, row: QueueRow, times: int = 1) -> None:
        """Count a row in, or out with `times` = -1. Discarded claims do not count."""
        if row.discarded:
            return
        self.claims += times
        self.decided += times * (row.own_verdict is not None)
        self.relations += times * row.relations
