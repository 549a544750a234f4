"""How a collection is reviewed, folded from the decisions about it."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from sqlalchemy import Connection, select

from workbench.store.claim_state import DEFAULT_VOTES
from workbench.store.decision_rows import read_decisions
from workbench.store.decisions import Decision
from workbench.store.fold import effective
from workbench.store.payloads import SetPolicy
from workbench.store.subjects import collection_subject
from workbench.store.tables import articles, collection_articles, collections, decisions

MOST_VOTES: Final = 9


@dataclass(frozen=True, slots=True)
class Policy:
    """How a collection is reviewed.

    Attributes:
        votes: so many votes a claim needs before it is final.
        blind: whether nobody sees what others decided about a claim before having voted on it.
        adjudicators: who sees everything, settles disputes, and does not vote; only where it is blind.
    """

    votes: int = DEFAULT_VOTES
    blind: bool = False
    adjudicators: tuple[str, ...] = ()

    def hides_from(self, reviewer: str) -> bool:
        """Whether others' decisions about a claim are hidden from `reviewer` until they have voted on it."""
        return self.blind and reviewer not in self.adjudicators

    def keeps_from_voting(self, reviewer: str) -> bool:
        """Whether `reviewer` settles disputes, and therefore does not vote."""
        return self.blind and reviewer in self.adjudicators

    def lets_settle(self, reviewer: str) -> bool:
        """Whether `reviewer` may settle disputes: everybody may, unless it is blind and somebody is named for it."""
        return not (self.blind and self.adjudicators) or reviewer in self.adjudicators


def fold_policy(history: Iterable[Decision]) -> Policy:
    """Return what the decisions about one collection add up to: the latest that counts."""
    policy = Policy()
    for decision in effective(history):
        if isinstance(decision.payload, SetPolicy):
            said = decision.payload
            policy = Policy(said.votes, said.blind, said.adjudicators)
    return policy


def load_policy(connection: Connection, collection: str) -> Policy:
    """Return how a collection is reviewed; the default where nobody has said."""
    return fold_policy(read_decisions(connection, decisions.c.claim == collection_subject(collection)))


def policies_of_article(connection: Connection, article: str) -> tuple[Policy, ...]:
    """Return the policies of all collections that hold an article (a key)."""
    query = (
        select(collections.c.name)
        .join(collection_articles, collection_articles.c.collection_id == collections.c.id)
        .join(articles, articles.c.id == collection_articles.c.article_id)
        .where(articles.c.key == article)
    )
    return tuple(load_policy(connection, name) for name in connection.execute(query).scalars())
