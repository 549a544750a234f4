"""The states of a collection's claims as a reviewer may see them: all, or only those that are linked to a claim."""

from collections.abc import Collection, Container, Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Final

from sqlalchemy import Connection

from workbench.errors import DecisionError
from workbench.review.blindness import seen_states
from workbench.review.context import ReviewContext
from workbench.review.origins import origin_key
from workbench.review.versions import still_reviewed
from workbench.store.cache import cached_states
from workbench.store.claim_links import ClaimLink, claim_links, links_to, newer_claims
from workbench.store.fold import Agreement, ClaimState
from workbench.store.hidden import hidden_claims
from workbench.store.origin_claims import claims_with_origins, origin_names
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
            return self._in_order(self._read(connection, {key for link in links for key in _ends(link)}))

    def is_named(self, claim: str) -> bool:
        """Whether any relation of another claim names a claim; much quicker than to read it."""
        with self._context.store.read() as connection:
            return bool(links_to(connection, claim))

    def naming(self, claim: str) -> States:
        """Return a claim and those that name it.

        Raises:
            DecisionError: there is no such claim to review (any more).
        """
        with self._context.store.read() as connection:
            links = links_to(connection, claim)
            return self._with(claim, self._read(connection, {claim, *(link.claim for link in links)}))

    def of_class(self, claim: str) -> States:
        """Return the claims that may be of one class with a claim, and all that name one of them.

        Raises:
            DecisionError: there is no such claim to review (any more).
        """
        with self._context.store.read() as connection:
            found: dict[str, ClaimState] = {}
            seen, waiting, naming = {claim}, {claim}, set[str]()
            while waiting:
                new, links = self._read(connection, waiting), links_to(connection, *waiting)
                naming |= {link.claim for link in links}
                waiting = {*_corroborated_by(new.values()), *_corroborating(links)} - seen
                seen |= waiting
                found |= new
            return self._with(claim, found | self._read(connection, naming - seen))

    def with_origins(self, name: str | None = None) -> States:
        """Return the claims with a confirmed origin (of this name, however it is spelled), and those that name them."""
        with self._context.store.read() as connection:
            names = None
            if name is not None:
                names = [each for each in origin_names(connection) if origin_key(each) == origin_key(name)]
            claims = claims_with_origins(connection, self._context.collection, names)
            links = [link for some in _batches(claims) for link in links_to(connection, *some)]
            return self._in_order(self._read(connection, {*claims, *(link.claim for link in links)}))

    def _with(self, claim: str, found: States) -> States:
        if claim not in found:
            raise DecisionError(f"There is no claim {one_line(claim)} in “{self._context.collection}”.")
        return self._in_order(found)

    def _in_order(self, found: States) -> States:
        ranks = {summary.key: rank for rank, summary in enumerate(self._context.articles)}
        return _by_key(sorted(found.values(), key=lambda s: (ranks[s.claim.article], s.claim.start, s.key)))

    def _read(self, connection: Connection, keys: Collection[str]) -> dict[str, ClaimState]:
        """Return those of the claims that are to be reviewed, as the reviewer may see them."""
        if not keys:
            return {}
        context = self._context
        replaced = any(summary.newer for summary in context.articles)
        wanted = {*keys, *newer_claims(connection, keys)} if replaced else keys
        here = [state for state in _cached(connection, wanted) if state.claim.article in context.summaries]
        hidden = hidden_claims(connection, context.reviewer)
        seen = seen_states(connection, here, context.reviewer, hidden)
        left = (state for state in still_reviewed(seen, context.articles) if state.key in keys)
        return _by_key(without_hidden_links(left, context.reviewer, hidden))


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


def _corroborated_by(states: Iterable[ClaimState]) -> Iterator[str]:
    """Yield the claims that are named as saying the same as these, in anybody's view."""
    for state in states:
        for given in _said(state):
            if given.other_claim is not None and given.relation is Relation.CORROBORATES:
                yield given.other_claim


def _corroborating(links: Iterable[ClaimLink]) -> Iterator[str]:
    return (link.claim for link in links if link.relation is Relation.CORROBORATES)


def _ends(link: ClaimLink) -> tuple[str, str]:
    return link.claim, link.other_claim


def _cached(connection: Connection, keys: Iterable[str]) -> Iterator[ClaimState]:
    for some in _batches(keys):
        yield from cached_states(connection, claim_states.c.key.in_(some))


def _batches(keys: Iterable[str]) -> Iterator[tuple[str, ...]]:
    wanted = tuple(keys)
    return (wanted[start : start + _BATCH] for start in range(0, len(wanted), _BATCH))


def _by_key(states: Iterable[ClaimState]) -> dict[str, ClaimState]:
    return {state.key: state for state in states}
