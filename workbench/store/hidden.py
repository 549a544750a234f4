"""Which claims are reviewed blind and not yet voted on by somebody: what others decided about them stays hidden."""

from collections.abc import Iterator

from sqlalchemy import Connection, select

from workbench.store.policy import load_policy
from workbench.store.tables import articles, claim_states, collection_articles, collections, decisions, votes
from workbench.vocabulary import DecisionKind


def hidden_claims(connection: Connection, reviewer: str) -> frozenset[str]:
    """Return the keys of the claims about which `reviewer` may not know yet what others decided.

    A claim whose article is in several collections is hidden if one of them is reviewed blind. Claims that were
    taken back hide nothing, as nobody can vote on them any more.
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
    return frozenset(connection.execute(query).scalars())


def _hiding_collections(connection: Connection, reviewer: str) -> Iterator[int]:
    """The ids of the collections that hide what others decided; few have a policy at all."""
    has_policy = select(decisions.c.id).where(decisions.c.kind == DecisionKind.SET_POLICY).limit(1)
    if connection.execute(has_policy).scalar() is None:
        return
    for number, name in connection.execute(select(collections.c.id, collections.c.name)).all():
        if load_policy(connection, name).hides_from(reviewer):
            yield number
