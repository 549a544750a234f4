"""Which claims are reviewed blind and not yet voted on by somebody: what others decided about them stays hidden."""

from collections.abc import Iterator

from sqlalchemy import Connection, select

from workbench.store.policy import load_policy
from workbench.store.subjects import collection_subject
from workbench.store.tables import articles, claim_states, collection_articles, collections, decisions, votes
from workbench.vocabulary import DecisionKind


def hidden_claims(connection: Connection, reviewer: str) -> frozenset[str]:
    """Return the keys of the claims about which `reviewer` may not know yet what others decided.

    A claim whose article is in several collections is hidden if one of them is reviewed blind. Claims that were
    taken back hide nothing by themselves, as nobody can vote on them; but as they may be brought back, what was
    decided about them is hidden as long as anything is.
    """
    blind = tuple(_hiding_collections(connection, reviewer))
    if not blind:
        return frozenset()
    voted = select(votes.c.claim).where(votes.c.reviewer == reviewer)
    query = (
        select(claim_states.c.key)
        .join(articles, articles.c.id == claim_states.c.article_id)
        .join(collection_articles, collection_articles.c.article_id == articles.c.id)
        .where(collection_articles.c.collection_id.in_(blind), claim_states.c.key.not_in(voted))
    )
    hidden = frozenset(connection.execute(query).scalars())
    return hidden | _taken_back(connection) if hidden else hidden


def _taken_back(connection: Connection) -> frozenset[str]:
    standing = select(claim_states.c.key)
    query = select(decisions.c.claim).where(
        decisions.c.kind == DecisionKind.ADD_CLAIM, decisions.c.claim.not_in(standing)
    )
    return frozenset(connection.execute(query).scalars())


def _hiding_collections(connection: Connection, reviewer: str) -> Iterator[int]:
    """The ids of the collections that hide what others decided; few have a policy at all."""
    named = connection.execute(select(collections.c.id, collections.c.name)).all()
    subjects = {collection_subject(name): (number, name) for number, name in named}
    query = select(decisions.c.claim).where(decisions.c.claim.in_(subjects)).distinct()
    for subject in connection.execute(query).scalars().all():
        number, name = subjects[subject]
        if load_policy(connection, name).hides_from(reviewer):
            yield number
