"""What a reviewer may see of a claim that they have not voted on, where a collection is reviewed blind.

What the claims *are* is everybody's: additions, wordings, discards. What others *think* of them is hidden: votes,
relations, notes, links, evidence, origins, waivers, settlements, signatures and assignments, but for those to the
reviewer. Such a claim is shown as the fold of the decisions that may be seen: as if nobody had decided the others.
"""

from collections.abc import Container, Iterable, Sequence
from typing import Final

from sqlalchemy import Connection

from workbench.store.decisions import Decision
from workbench.store.fold import ClaimState
from workbench.store.part_folding import Part, fold_part
from workbench.store.payloads import AssignClaim, UnassignClaim
from workbench.vocabulary import ARTICLE_KINDS, COLLECTION_KINDS, DecisionKind

SHARED_KINDS: Final = (
    frozenset(
        {
            DecisionKind.ADD_CLAIM,
            DecisionKind.REWORD_CLAIM,
            DecisionKind.DISCARD_CLAIM,
            DecisionKind.RESTORE_CLAIM,
        }
    )
    | ARTICLE_KINDS
    | COLLECTION_KINDS
)
"""Decisions that everybody must know of, as they say what is reviewed."""

_PERHAPS_SHOWN: Final = SHARED_KINDS | {DecisionKind.ASSIGN_CLAIM, DecisionKind.UNASSIGN_CLAIM, DecisionKind.UNDO}


def visible_decisions(decisions: Iterable[Decision], reviewer: str, hidden: Container[str]) -> tuple[Decision, ...]:
    """Return those of `decisions` that `reviewer` may see, in their order; `hidden` are the keys of `store.hidden`.

    An undo may be seen if what it takes back may.
    """
    everything = tuple(decisions)
    known = {decision.id: decision for decision in everything}
    return tuple(
        decision for decision in everything if decision.claim not in hidden or _may_see(decision, reviewer, known)
    )


def seen_states(
    connection: Connection, states: Iterable[ClaimState], reviewer: str, hidden: Container[str]
) -> tuple[ClaimState, ...]:
    """Return states as `reviewer` may see them; `hidden` are the keys of `store.hidden`.

    A claim that only what is hidden keeps in the newer version of its article is left out.
    """
    everything = tuple(states)
    anew = seen_anew(connection, (state.key for state in everything if state.key in hidden), reviewer)
    seen = (anew.get(state.key, state) for state in everything)
    return tuple(state for state in seen if state is not None)


def seen_anew(connection: Connection, hidden: Iterable[str], reviewer: str) -> dict[str, ClaimState | None]:
    """Return where hidden claims (keys) stand as far as `reviewer` may know; None for those that are not there, then.

    Those about which nobody else decided anything stand where they stand, and are left out.
    """

    def keep(history: Sequence[Decision]) -> tuple[Decision, ...]:
        return visible_decisions(history, reviewer, {decision.claim for decision in history})

    return fold_part(connection, hidden, Part(reviewer, _PERHAPS_SHOWN, keep))


def _may_see(decision: Decision, reviewer: str, known: dict[str, Decision]) -> bool:
    if decision.reviewer == reviewer:
        return True
    meant = decision
    while meant.undoes is not None and meant.undoes in known:
        meant = known[meant.undoes]
    match meant.payload:
        case AssignClaim(assigned) | UnassignClaim(assigned):
            return assigned == reviewer
        case _:
            return meant.kind in SHARED_KINDS
