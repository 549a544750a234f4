"""What a reviewer may see of a claim that they have not voted on, where a collection is reviewed blind.

What the claims *are* is everybody's: additions, wordings, discards. What others *think* of them is hidden: votes,
relations, notes, links, evidence, origins, waivers, settlements, signatures and assignments.
"""

from collections.abc import Container, Iterable
from dataclasses import replace
from typing import Final

from workbench.store.decisions import Decision
from workbench.store.fold import ClaimState
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


def seen_by(state: ClaimState, reviewer: str, hidden: Container[str]) -> ClaimState:
    """Return the state as `reviewer` may see it; `hidden` are the keys of `store.hidden`."""
    if state.key not in hidden:
        return state
    return replace(
        state,
        sources=tuple(link for link in state.sources if link.by in (reviewer, state.claim.origin)),
        votes=tuple(vote for vote in state.votes if vote.reviewer == reviewer),
        agreements=tuple(given for given in state.agreements if given.reviewer == reviewer),
        notes=tuple(note for note in state.notes if note.reviewer == reviewer),
        parked=False,
        signed_off_by=None,
        evidence=tuple(attached for attached in state.evidence if attached.reviewer == reviewer),
        origins=tuple(origin for origin in state.origins if origin.reviewer == reviewer),
        waivers=tuple(waiver for waiver in state.waivers if waiver.reviewer == reviewer),
        adjudication=None,
        settled_cells=(),
        assignments=tuple(given for given in state.assignments if given.reviewer == reviewer),
    )


def visible_decisions(decisions: Iterable[Decision], reviewer: str, hidden: Container[str]) -> tuple[Decision, ...]:
    """Return those of `decisions` that `reviewer` may see, in their order."""
    return tuple(
        decision
        for decision in decisions
        if decision.claim not in hidden or decision.reviewer == reviewer or decision.kind in SHARED_KINDS
    )
