"""The states of a collection's claims as a reviewer may see them: all, or only those that are linked to a claim."""

from collections.abc import Container, Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Final

from sqlalchemy import Connection

from workbench.errors import DecisionError
from workbench.review.blindness import seen_states
from workbench.review.context import ReviewContext
from workbench.review.versions import still_reviewed, without_replaced
from workbench.store.cache import cached_states
from workbench.store.claim_links import claim_links, links_to, newer_claims
from workbench.store.fold import Agreement, ClaimState
from workbench.store.hidden import hidden_claims
from workbench.store.settled import CellAdjudication
from workbench.store.tables import claim_states
from workbench.visible import one_line
from workbench.vocabulary import Relation

States = Mapping[str, ClaimState]
"""Claims by key, in reading order."""

_BATCH: Final = 2000


class LinkedStates:
    """Reads claims with the links between them; what others linked to a claim that is hidden is hidden with it."""

    def __init__(self, context: ReviewContext) -> None:
        self._context = context

    def all(self) -> States:
        """Return all claims that are to be reviewed."""
        return _by_key(without_hidden_links(self._context.states(), self._context.reviewer, self._context.hidden()))

    def linked(self) -> States:
        """Return the claims that name others, and those that are named."""
        with self._context.store.read() as connection:
            links = claim_links(connection, self._context.collection)
            return self._some(connection, (key for link in links for key in (link.claim, link.other_claim)))

    def is_named(self, claim: str) -> bool:
        """Whether any relation of another claim names a claim; much quicker than to read it."""
        with self._context.store.read() as connection:
            return bool(links_to(connection, claim))

    def naming(self, claim: str) -> States:
        """Return the claims that name a claim, and it; only it, where none does.

        Raises:
            DecisionError: there is no such claim to review (any more).
        """
        with self._context.store.read() as connection:
            return self._with_naming(connection, (claim,))

    def of_class(self, claim: str) -> States:
        """Return the claims that may be of one class with a claim, and all that name one of them.

        Raises:
            DecisionError: there is no such claim to review (any more).
        """
        with self._context.store.read() as connection:
            found: dict[str, ClaimState] = {}
            waiting = {claim}
            while waiting:
                new = self._some(connection, waiting)
                found |= new
                waiting = {key for key in _said_the_same(connection, new) if key not in found}
            return self._with_naming(connection, found or (claim,))

    def _with_naming(self, connection: Connection, claims: Iterable[str]) -> States:
        named = tuple(claims)
        naming = [link.claim for link in links_to(connection, *named)]
        found = self._some(connection, (*named, *naming))
        if named[0] not in found:
            raise DecisionError(f"There is no claim {one_line(named[0])} in “{self._context.collection}”.")
        return found

    def _some(self, connection: Connection, keys: Iterable[str]) -> dict[str, ClaimState]:
        context, wanted = self._context, set(keys)
        replaced = any(summary.newer for summary in context.articles)
        read = wanted | set(newer_claims(connection, wanted)) if replaced else wanted
        here = [state for state in _read(connection, tuple(read)) if state.claim.article in context.summaries]
        left = [state for state in still_reviewed(here, context.articles) if state.key in wanted]
        hidden = hidden_claims(connection, context.reviewer)
        seen = without_replaced(seen_states(connection, left, context.reviewer, hidden), context.articles)
        ranks = {summary.key: rank for rank, summary in enumerate(context.articles)}
        ordered = sorted(seen, key=lambda state: (ranks[state.claim.article], state.claim.start, state.key))
        return _by_key(without_hidden_links(ordered, context.reviewer, hidden))


def without_hidden_links(states: Iterable[ClaimState], reviewer: str, hidden: Container[str]) -> tuple[ClaimState, ...]:
    """Return states without what others think of hidden claims when they name them for a claim that is not hidden."""
    return tuple(_without_links(state, reviewer, hidden) for state in states)


def _without_links(state: ClaimState, reviewer: str, hidden: Container[str]) -> ClaimState:
    if not any(_is_hidden(given, reviewer, hidden) for given in _said(state)):
        return state
    agreements = (
        replace(given, other_claim=None) if _is_hidden(given, reviewer, hidden) else given for given in state.agreements
    )
    settled = (
        replace(cell, other_claim=None) if _is_hidden(cell, reviewer, hidden) else cell for cell in state.settled_cells
    )
    return replace(state, agreements=tuple(agreements), settled_cells=tuple(settled))


def _said(state: ClaimState) -> Iterator[Agreement | CellAdjudication]:
    yield from state.agreements
    yield from state.settled_cells


def _is_hidden(given: Agreement | CellAdjudication, reviewer: str, hidden: Container[str]) -> bool:
    return given.other_claim is not None and given.reviewer != reviewer and given.other_claim in hidden


def _said_the_same(connection: Connection, states: States) -> Iterator[str]:
    """Yield the claims that these corroborate, or that corroborate these, in anybody's view."""
    for state in states.values():
        for given in _said(state):
            if given.other_claim is not None and given.relation is Relation.CORROBORATES:
                yield given.other_claim
    for link in links_to(connection, *states):
        if link.relation is Relation.CORROBORATES:
            yield link.claim


def _read(connection: Connection, keys: tuple[str, ...]) -> Iterator[ClaimState]:
    for start in range(0, len(keys), _BATCH):
        yield from cached_states(connection, claim_states.c.key.in_(keys[start : start + _BATCH]))


def _by_key(states: Iterable[ClaimState]) -> dict[str, ClaimState]:
    return {state.key: state for state in states}
