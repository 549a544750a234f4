"""What all that happens in a review starts from: whose it is, on which collection of which database."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cached_property

from workbench.articles.model import Article
from workbench.errors import DecisionError
from workbench.review.blindness import seen_anew, seen_states
from workbench.review.naming import number_claims
from workbench.review.versions import still_reviewed
from workbench.store import state
from workbench.store.decisions import Draft
from workbench.store.engine import Store
from workbench.store.fold import ClaimState
from workbench.store.hidden import hidden_claims
from workbench.store.model import ArticleSummary, QueueRow
from workbench.store.payloads import Payload
from workbench.store.policy import Policy, load_policy
from workbench.visible import one_line


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

    def queue_rows(self) -> tuple[QueueRow, ...]:
        """Return a row for every claim of the collection, as the reviewer may see it, in reading order."""
        with self.store.read() as connection:
            votes = load_policy(connection, self.collection).votes
            rows = state.queue_rows(connection, self.collection, self.reviewer, votes)
            hidden = hidden_claims(connection, self.reviewer)
            seen = seen_anew(connection, (row.key for row in rows if row.key in hidden), self.reviewer)
        there = (row for row in rows if row.key not in seen or seen[row.key] is not None)
        return tuple(
            replace(row, state=found.state_for(votes)) if (found := seen.get(row.key)) else row for row in there
        )

    def numbers(self) -> dict[str, str]:
        """Return the numbers that the claims have in reports, such as A-1, by key; in reading order."""
        return number_claims(((row.key, row.article) for row in self.queue_rows()), self.labels)

    def states(self) -> tuple[ClaimState, ...]:
        """Return the state of every claim that is to be reviewed, as the reviewer may see it, in reading order."""
        with self.store.read() as connection:
            everything = state.claim_states(connection, collection=self.collection)
            seen = seen_states(connection, everything, self.reviewer, hidden_claims(connection, self.reviewer))
        return still_reviewed(seen, self.articles)

    def states_of(self, article: str) -> tuple[ClaimState, ...]:
        """Return the state of every claim of one article (a key), as the reviewer may see it, in reading order."""
        with self.store.read() as connection:
            everything = state.claim_states(connection, article=article)
            return seen_states(connection, everything, self.reviewer, hidden_claims(connection, self.reviewer))

    def state(self, key: str) -> ClaimState:
        """Return where one claim stands, as the reviewer may see it.

        Raises:
            DecisionError: there is no such claim (any more).
        """
        with self.store.read() as connection:
            current = state.claim_state(connection, key)
            hidden = hidden_claims(connection, self.reviewer)
            seen = seen_states(connection, (current,), self.reviewer, hidden) if current else ()
        if not seen:
            raise DecisionError(f"There is no claim {one_line(key)} in this database.")
        return seen[0]

    def draft(self, claim: str, payload: Payload) -> Draft:
        """Return a decision of the reviewer, ready to be recorded; recording it twice is recording it once."""
        return Draft(self.reviewer, claim, payload)
