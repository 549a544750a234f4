"""What all that happens in a review starts from: whose it is, on which collection of which database."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from workbench.articles.model import Article
from workbench.errors import DecisionError
from workbench.review.blindness import seen_by
from workbench.review.versions import still_reviewed
from workbench.store import state
from workbench.store.decisions import Draft
from workbench.store.engine import Store
from workbench.store.fold import ClaimState
from workbench.store.hidden import hidden_claims
from workbench.store.model import ArticleSummary
from workbench.store.payloads import Payload
from workbench.store.policy import Policy, load_policy


@dataclass(frozen=True)
class ReviewContext:
    """One reviewer in one collection. The articles are kept in memory, as they never change.

    Attributes:
        articles: the articles of the collection, older versions too, in the order of their labels.
        texts: the same articles whole, by key.
    """

    store: Store
    reviewer: str
    collection: str
    articles: tuple[ArticleSummary, ...]
    texts: Mapping[str, Article]

    @cached_property
    def summaries(self) -> Mapping[str, ArticleSummary]:
        """The articles by key."""
        return {summary.key: summary for summary in self.articles}

    @cached_property
    def current(self) -> tuple[ArticleSummary, ...]:
        """The articles without those that a newer version has replaced: what each claim is held against."""
        return tuple(summary for summary in self.articles if summary.newer is None)

    @cached_property
    def labels(self) -> dict[str, str]:
        """The short names of the articles by key."""
        return {summary.key: summary.label for summary in self.articles}

    def policy(self) -> Policy:
        """Return how the collection is reviewed."""
        with self.store.read() as connection:
            return load_policy(connection, self.collection)

    def hidden(self) -> frozenset[str]:
        """Return the keys of the claims about which the reviewer may not know yet what others decided."""
        with self.store.read() as connection:
            return hidden_claims(connection, self.reviewer)

    def states(self) -> tuple[ClaimState, ...]:
        """Return the state of every claim that is to be reviewed, as the reviewer may see it, in reading order."""
        with self.store.read() as connection:
            everything = state.claim_states(connection, collection=self.collection)
            hidden = hidden_claims(connection, self.reviewer)
        return tuple(seen_by(each, self.reviewer, hidden) for each in still_reviewed(everything, self.articles))

    def state(self, key: str) -> ClaimState:
        """Return where one claim stands, as the reviewer may see it.

        Raises:
            DecisionError: there is no such claim (any more).
        """
        with self.store.read() as connection:
            current = state.claim_state(connection, key)
            hidden = hidden_claims(connection, self.reviewer)
        if current is None:
            raise DecisionError(f"There is no claim {key} in this database.")
        return seen_by(current, self.reviewer, hidden)

    def draft(self, claim: str, payload: Payload) -> Draft:
        """Return a decision of the reviewer, ready to be recorded; recording it twice is recording it once."""
        return Draft(self.reviewer, claim, payload)
