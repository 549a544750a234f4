"""Claims folded with their older versions before them. Pure: what it is given settles what it returns."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from workbench.claims.model import Claim
from workbench.matching.model import VersionChange
from workbench.store.carrying import carried_state, with_newer_agreements
from workbench.store.decisions import Decision
from workbench.store.fold import ClaimState, fold_claim
from workbench.store.lineage import KnownLineage, Lineage
from workbench.store.payloads import AddClaim
from workbench.store.subjects import are_about_claim


class Folding:
    """Folds claims by their keys; each is folded once."""

    def __init__(
        self,
        claim_of: Callable[[str], Claim | None],
        history_of: Callable[[str], Sequence[Decision]],
        lineage: Lineage,
    ) -> None:
        """Fold with what was extracted for a key, what was decided about it, and where it came from."""
        self._claim_of = claim_of
        self._history_of = history_of
        self._lineage = lineage
        self._folded: dict[str, ClaimState | None] = {}

    def state(self, key: str) -> ClaimState | None:
        """Return where a claim stands; None if there is no such claim (any more).

        Raises:
            DecisionError: a decision is about a claim that there is not.
        """
        state = self._with_older_versions(key)
        if state is None or self._lineage.is_empty:
            return state
        return with_newer_agreements(state, self._lineage.after)

    def _with_older_versions(self, key: str) -> ClaimState | None:
        """Fold first the claims of older versions that it was; one after the other, as there may be hundreds."""
        line = [key]
        while line[-1] not in self._folded and (arrival := self._lineage.arrival(line[-1])) and arrival[0].carries:
            line.append(arrival[0].older)
        for each in reversed(line):
            if each not in self._folded:
                self._folded[each] = self._fold(each)
        return self._folded[key]

    def _fold(self, key: str) -> ClaimState | None:
        extracted, history, arrival = self._claim_of(key), self._history_of(key), self._lineage.arrival(key)
        before = None
        if arrival and arrival[0].carries:
            older = self._folded.get(arrival[0].older)
            before = carried_state(older, *arrival, extracted) if older else None
        if extracted or before or any(isinstance(decision.payload, AddClaim) for decision in history):
            return fold_claim(extracted, history, before)
        # What was carried from a claim that was taken back is gone with it; of any other, a decision is about nothing.
        return None if arrival or not history else fold_claim(None, history)


def fold_all(
    extracted: Mapping[str, Claim], history: Mapping[str, Sequence[Decision]], changes: Iterable[VersionChange]
) -> Iterator[ClaimState]:
    """Yield the state of every claim: extracted ones, added ones, and those carried from older versions.

    What was decided about articles and collections is passed over.

    Raises:
        DecisionError: a decision is about a claim that there is not.
    """
    lineage = KnownLineage(changes)
    folding = Folding(extracted.get, lambda key: history.get(key, ()), lineage)
    decided = (key for key, decisions in history.items() if are_about_claim(decisions))
    for key in dict.fromkeys((*extracted, *decided, *lineage.arrived)):
        state = folding.state(key)
        if state is not None:
            yield state
