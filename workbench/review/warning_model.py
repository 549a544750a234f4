"""A warning about the record, and what a claim's warnings depend on besides the claim."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from workbench.articles.model import Article
from workbench.review.classes import Classes
from workbench.review.held import held_agreements
from workbench.review.implied import Cell, Implied, relations_of
from workbench.store.fold import ClaimState
from workbench.store.model import ArticleSummary
from workbench.store.policy import Policy
from workbench.store.settled import Waiver
from workbench.vocabulary import Relation, WarningKind


@dataclass(frozen=True, slots=True)
class Warning:  # noqa: A001 - it is what the field calls it, and nobody here raises the other
    """Something that a careful editor would ask about.

    Attributes:
        claim: the claim (key) that it is about, and whose waiver takes it away.
        article, other_claim: the other article, and the other claim, that it is about, if there is one.
        told: why, in one line, with the values that differ.
        waiver: who let the record stand, and why; None for an open warning.
    """

    kind: WarningKind
    claim: str
    article: str | None
    other_claim: str | None
    told: str
    waiver: Waiver | None = None


@dataclass(frozen=True)
class Surroundings:
    """What the warnings of claims depend on besides each claim itself.

    Attributes:
        states: the claims in reading order; for the warnings of one, its class and those that name it will do.
        texts, summaries: the articles of the collection, by key.
        classes, implied: what follows from the states.
        policy: how the collection is reviewed.
    """

    states: Mapping[str, ClaimState]
    texts: Mapping[str, Article]
    summaries: Mapping[str, ArticleSummary]
    classes: Classes
    implied: Mapping[str, Mapping[str, Implied]]
    policy: Policy

    def relations(self, state: ClaimState) -> Mapping[str, Relation]:
        """Return what each article does with a claim, as it is settled, shared by all, or implied."""
        return relations_of(state, self.implied.get(state.key, {}))

    def label(self, article: str) -> str:
        """Return the short name of an article."""
        return self.summaries[article].label if article in self.summaries else article[:8]

    def naming(self, claim: str, article: str) -> tuple[ClaimState, ...]:
        """Return the claims of an article that were held against this one, in reading order."""
        return tuple(self.states[key] for key in self._naming.get((claim, article), ()))

    @cached_property
    def _naming(self) -> Mapping[Cell, Mapping[str, None]]:
        found: defaultdict[Cell, dict[str, None]] = defaultdict(dict)
        for state in self.states.values():
            for given in held_agreements(state):
                if given.other_claim and given.relation is not Relation.NOT_ADDRESSED and state.discarded_by is None:
                    found[given.other_claim, state.claim.article][state.key] = None
        return dict(found)
