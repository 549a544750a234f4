"""What holds of the relations that were recorded for a claim: what was settled stands in the place of what differed."""

from collections import defaultdict

from workbench.store.fold import Agreement, ClaimState
from workbench.store.settled import CellAdjudication
from workbench.vocabulary import Relation


def as_agreement(settled: CellAdjudication) -> Agreement | None:
    """Return a settled relation as whoever settled it would have recorded it; None where it was left open."""
    if settled.relation is None:
        return None
    return Agreement(
        settled.article,
        settled.relation,
        settled.sentences,
        settled.other_claim,
        settled.facets,
        settled.note,
        settled.reviewer,
        settled.at,
    )


def held_agreements(state: ClaimState) -> tuple[Agreement, ...]:
    """Return what reviewers recorded, and where it was settled what holds instead."""
    settled = {cell.article: agreement for cell in state.settled_cells if (agreement := as_agreement(cell))}
    recorded = (given for given in state.agreements if given.article not in settled)
    return (*recorded, *settled.values())


def held_relations(state: ClaimState) -> dict[str, Relation | None]:
    """Return what each article does with a claim, as it was settled or as all who recorded it say; None where open.

    Articles about which nothing was recorded are left out.
    """
    given: defaultdict[str, set[Relation]] = defaultdict(set)
    for agreement in state.agreements:
        given[agreement.article].add(agreement.relation)
    shared = {article: next(iter(each)) if len(each) == 1 else None for article, each in given.items()}
    return shared | {cell.article: cell.relation for cell in state.settled_cells}
