"""Which claims have confirmed origins, and under which names."""

from collections.abc import Iterable

from sqlalchemy import Connection, select

from workbench.store.scope import within
from workbench.store.tables import articles, claim_states, origins


def origin_names(connection: Connection) -> tuple[str, ...]:
    """Return all names of confirmed origins in the database, as they were written."""
    return tuple(connection.execute(select(origins.c.name).distinct().order_by(origins.c.name)).scalars())


def claims_with_origins(
    connection: Connection, collection: str | None, names: Iterable[str] | None = None
) -> frozenset[str]:
    """Return the claims of a collection for which an origin is confirmed: of one of these names, or any."""
    query = (
        select(origins.c.claim)
        .join(claim_states, claim_states.c.key == origins.c.claim)
        .join(articles, articles.c.id == claim_states.c.article_id)
    )
    if names is not None:
        query = query.where(origins.c.name.in_(tuple(names)))
    return frozenset(connection.execute(within(query, collection)).scalars())
