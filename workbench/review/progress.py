"""How far a review has come."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from workbench.store.claim_state import DEFAULT_VOTES
from workbench.store.fold import ClaimState
from workbench.vocabulary import Relation, Verdict, WorkflowState


@dataclass(frozen=True, slots=True)
class Progress:
    """Counts over the claims of a collection.

    Attributes:
        claims: all that were not discarded.
        decided: those of them that have a vote.
        discarded: the discarded ones.
        verdicts: votes by verdict.
        cells: pairs of a kept claim and another article.
        cells_recorded: those of them about which somebody recorded a relation, or for which it follows from another.
        relations: recorded agreements by relation.
        states: kept claims by workflow state.
        votes: votes by reviewer.
    """

    claims: int
    decided: int
    discarded: int
    verdicts: Mapping[Verdict, int]
    cells: int
    cells_recorded: int
    relations: Mapping[Relation, int]
    states: Mapping[WorkflowState, int]
    votes: Mapping[str, int]


def measure_progress(
    states: Iterable[ClaimState],
    articles: int,
    asked: int = DEFAULT_VOTES,
    implied: Mapping[str, Collection[str]] | None = None,
) -> Progress:
    """Return how far the review of `states` in a collection of so many `articles` has come.

    So many votes are `asked` for until a claim is final; `implied` are the other articles of which it follows from
    other claims what they do with a claim, by its key.
    """
    following = implied or {}
    everything = tuple(states)
    kept = tuple(state for state in everything if state.discarded_by is None)
    votes = [vote for state in kept for vote in state.votes]
    agreements = [agreement for state in kept for agreement in state.agreements]
    return Progress(
        claims=len(kept),
        decided=sum(1 for state in kept if state.votes),
        discarded=len(everything) - len(kept),
        verdicts=Counter(vote.verdict for vote in votes),
        cells=len(kept) * max(0, articles - 1),
        cells_recorded=sum(len({*_recorded(state), *following.get(state.key, ())}) for state in kept),
        relations=Counter(agreement.relation for agreement in agreements),
        states=Counter(state.state_for(asked) for state in kept),
        votes=Counter(vote.reviewer for vote in votes),
    )


def _recorded(state: ClaimState) -> set[str]:
    return {agreement.article for agreement in state.agreements}
