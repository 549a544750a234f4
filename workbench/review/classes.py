"""Classes of claims that say the same, derived from the recorded relations. Pure; never stored."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from workbench.matching.linking import components
from workbench.review.implied import links_of
from workbench.store.fold import ClaimState
from workbench.store.model import QueueRow
from workbench.vocabulary import NotCheckableReason, Relation, Verdict


@dataclass(frozen=True, slots=True)
class EquivalenceClass:
    """Two or more claims that are said to be the same (keys, in reading order); `key` is the smallest of them."""

    key: str
    members: tuple[str, ...]


@dataclass(frozen=True)
class Classes:
    """All classes of two claims or more, in the reading order of their first members."""

    all: tuple[EquivalenceClass, ...] = ()

    def of(self, claim: str) -> tuple[str, ...]:
        """Return the claims that say the same as `claim`, itself among them, in reading order."""
        found = self.class_of(claim)
        return found.members if found else (claim,)

    def class_of(self, claim: str) -> EquivalenceClass | None:
        """Return the class of a claim; None if no other claim is said to be the same."""
        return self._by_member.get(claim)

    @cached_property
    def _by_member(self) -> Mapping[str, EquivalenceClass]:
        return {member: each for each in self.all for member in each.members}


@dataclass(frozen=True, slots=True)
class Offer:
    """A reviewer's own verdict on a claim that says the same, to be taken over: `of` is that claim."""

    verdict: Verdict
    reason: NotCheckableReason | None
    unsupported: str | None
    of: ClaimState


def equivalence_classes(states: Iterable[ClaimState], reviewer: str | None = None) -> Classes:
    """Return the classes of claims (in reading order) that corroborate one another, directly or through others.

    With a `reviewer` their own word counts; without, what is settled or what all who recorded a relation share. Only
    claims that stand count.
    """
    everything = tuple(states)
    ranks = {state.key: rank for rank, state in enumerate(everything) if state.discarded_by is None}
    pairs = (
        (link.claim, link.other_claim)
        for state in everything
        for link in links_of(state, reviewer)
        if link.relation is Relation.CORROBORATES and link.other_claim in ranks
    )
    groups = (sorted(group, key=ranks.__getitem__) for group in components(pairs) if len(group) > 1)
    ordered = sorted(groups, key=lambda members: ranks[members[0]])
    return Classes(tuple(EquivalenceClass(min(members), tuple(members)) for members in ordered))


def offered_verdict(
    state: ClaimState, classes: Classes, states: Mapping[str, ClaimState], reviewer: str
) -> Offer | None:
    """Return the reviewer's latest verdict on another member of the claim's class, if they have not voted on the claim.

    None where they have given the members different verdicts: then it is not clear which is meant.
    """
    others = [states[key] for key in classes.of(state.key) if key != state.key and key in states]
    given = [(vote, other) for other in others if (vote := other.vote_of(reviewer))]
    if not given or state.vote_of(reviewer) or len({(vote.verdict, vote.reason) for vote, _ in given}) > 1:
        return None
    vote, other = max(given, key=lambda pair: (pair[0].at, pair[1].key))
    return Offer(vote.verdict, vote.reason, vote.unsupported, other)


def offer_to(
    state: ClaimState, classes: Classes, states: Mapping[str, ClaimState], reviewer: str
) -> tuple[ClaimState, ...]:
    """Return the other members of the claim's class on which the reviewer has not voted yet, in reading order."""
    others = (states[key] for key in classes.of(state.key) if key != state.key and key in states)
    return tuple(other for other in others if other.vote_of(reviewer) is None)


def in_class_order(rows: Iterable[QueueRow], classes: Classes) -> tuple[QueueRow, ...]:
    """Return the rows of a queue class by class: where the first of a class comes, the others follow it."""
    by_key = {row.key: row for row in rows}
    ordered = dict.fromkeys(member for key in by_key for member in (key, *classes.of(key)))
    return tuple(by_key[key] for key in ordered if key in by_key)
