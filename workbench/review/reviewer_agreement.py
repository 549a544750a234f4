"""How far the reviewers of a collection agree, on verdicts and on relations."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from workbench.review.reliability import Agreements, measure
from workbench.store.fold import ClaimState
from workbench.vocabulary import Relation


@dataclass(frozen=True, slots=True)
class ReviewersAgreement:
    """How far reviewers agree.

    Attributes:
        verdicts: over their votes; the items are claims.
        relations: over the relations that they recorded; the items are cells, a claim and another article each.
    """

    verdicts: Agreements
    relations: Agreements


def measure_agreements(states: Iterable[ClaimState]) -> ReviewersAgreement:
    """Return how far reviewers agree on the claims that were not discarded; what was settled changes no vote."""
    kept = [state for state in states if state.discarded_by is None]
    votes = {state.key: {vote.reviewer: vote.verdict for vote in state.votes} for state in kept}
    cells: defaultdict[tuple[str, str], dict[str, Relation]] = defaultdict(dict)
    for state in kept:
        for given in state.agreements:
            cells[state.key, given.article][given.reviewer] = given.relation
    return ReviewersAgreement(measure(votes), measure(cells))
