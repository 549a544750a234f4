"""Claims folded anew from a part of what was decided about them: what one person may know of it."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from sqlalchemy import Connection, or_, select

from workbench.store.cache import by_subject
from workbench.store.claim_rows import extracted_claims
from workbench.store.decision_rows import read_decisions
from workbench.store.decisions import Decision
from workbench.store.fold import ClaimState
from workbench.store.stored_folding import stored_folding
from workbench.store.tables import carried_from, claims, decisions
from workbench.vocabulary import DecisionKind

_BATCH: Final = 500


@dataclass(frozen=True, slots=True)
class Part:
    """A part of the decisions about a claim.

    Attributes:
        reviewer: whose decisions may be in it, whatever they are.
        kinds: what decisions of others may be in it.
        keep: leaves of the decisions about one claim those that are in it.
    """

    reviewer: str
    kinds: frozenset[DecisionKind]
    keep: Callable[[Sequence[Decision]], Sequence[Decision]]


def fold_part(connection: Connection, keys: Iterable[str], part: Part) -> dict[str, ClaimState | None]:
    """Return where claims (keys) would stand if only `part` of the decisions counted; None where nothing would be left.

    Claims that only this reviewer, or nobody, decided anything about stand where they stand, and are left out.
    """
    found: dict[str, ClaimState | None] = {}
    for some in _batches(tuple(keys)):
        touched = _touched(connection, some, part.reviewer)
        if not touched:
            continue
        may_count = or_(decisions.c.reviewer == part.reviewer, decisions.c.kind.in_(part.kinds))
        read = by_subject(read_decisions(connection, decisions.c.claim.in_(touched), may_count))
        extracted = {claim.key: claim for claim in extracted_claims(connection, claims.c.key.in_(touched))}
        folding = stored_folding(
            connection,
            {key: extracted.get(key) for key in touched},
            {key: read.get(key, ()) for key in touched},
            part.keep,
        )
        found |= {key: folding.state(key) for key in touched}
    return found


def _touched(connection: Connection, keys: Sequence[str], reviewer: str) -> tuple[str, ...]:
    """Return those claims that others decided about, here or perhaps in an older version of the article."""
    here = select(decisions.c.claim).where(decisions.c.claim.in_(keys), decisions.c.reviewer != reviewer)
    before = select(carried_from.c.claim).where(carried_from.c.claim.in_(keys))
    touched = {*connection.execute(here.distinct()).scalars(), *connection.execute(before).scalars()}
    return tuple(key for key in keys if key in touched)


def _batches(keys: Sequence[str]) -> Iterator[Sequence[str]]:
    for start in range(0, len(keys), _BATCH):
        yield keys[start : start + _BATCH]
