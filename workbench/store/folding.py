"""Claims folded from what the database holds: their own decisions, and those about their older versions."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from sqlalchemy import Connection

from workbench.claims.model import Claim
from workbench.store.carrying import carried_state, with_newer_agreements
from workbench.store.claim_rows import extracted_claims
from workbench.store.decision_rows import read_decisions
from workbench.store.decisions import Decision
from workbench.store.fold import ClaimState, fold_claim
from workbench.store.lineage import Lineage
from workbench.store.payloads import AddClaim
from workbench.store.tables import claims, decisions


class Folding:
    """Folds claims of one database at one moment; what was looked up is remembered."""

    def __init__(
        self,
        connection: Connection,
        extracted: Mapping[str, Claim] | None = None,
        history: Mapping[str, Sequence[Decision]] | None = None,
        *,
        everything: bool = False,
    ) -> None:
        """Begin with claims and decisions that are known; with `everything`, there are no others."""
        self._connection = connection
        self._lineage = Lineage(connection, everything=everything)
        self._everything = everything
        self._extracted: dict[str, Claim | None] = dict(extracted or {})
        self._history: dict[str, Sequence[Decision]] = dict(history or {})
        self._own: dict[str, ClaimState | None] = {}

    def state(self, key: str) -> ClaimState | None:
        """Return where a claim stands; None if there is no such claim (any more).

        Raises:
            DecisionError: a decision is about a claim that is not in the database.
        """
        state = self._folded(key)
        if state is None or self._lineage.is_empty:
            return state
        return with_newer_agreements(state, self._lineage.after)

    def everything(self) -> Iterator[ClaimState]:
        """Yield the state of every claim that is known: extracted ones, added ones, carried ones."""
        for key in dict.fromkeys((*self._extracted, *self._history, *self._lineage.arrived)):
            state = self.state(key)
            if state is not None:
                yield state

    def with_destinations(self, keys: Iterable[str]) -> list[str]:
        """Return the claims with those that they are in newer versions, as these follow them."""
        given = list(dict.fromkeys(keys))
        return list(dict.fromkeys([*given, *(to for key in given for to in self._lineage.destinations(key))]))

    def _folded(self, key: str) -> ClaimState | None:
        """Fold a claim and, before it, the claims of older versions that it was; not one within the other."""
        line = [key]
        while line[-1] not in self._own and (arrival := self._lineage.arrival(line[-1])) and arrival[0].carries:
            line.append(arrival[0].older)
        for each in reversed(line):
            if each not in self._own:
                self._own[each] = self._fold(each)
        return self._own[key]

    def _fold(self, key: str) -> ClaimState | None:
        extracted, history = self._claim(key), self._decisions(key)
        arrival = self._lineage.arrival(key)
        before = None
        if arrival and arrival[0].carries:
            older = self._own.get(arrival[0].older)
            before = carried_state(older, *arrival, extracted) if older else None
        if extracted or before or any(isinstance(decision.payload, AddClaim) for decision in history):
            return fold_claim(extracted, history, before)
        # What was carried from a claim that was taken back is gone with it; of any other, a decision is about nothing.
        return None if arrival or not history else fold_claim(None, history)

    def _claim(self, key: str) -> Claim | None:
        if key not in self._extracted and not self._everything:
            self._extracted[key] = next(iter(extracted_claims(self._connection, claims.c.key == key)), None)
        return self._extracted.get(key)

    def _decisions(self, key: str) -> Sequence[Decision]:
        if key not in self._history and not self._everything:
            self._history[key] = read_decisions(self._connection, decisions.c.claim == key)
        return self._history.get(key, ())
