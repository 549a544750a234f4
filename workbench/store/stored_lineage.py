"""The lineage that is stored in a database, looked up as it is needed."""

from sqlalchemy import Connection, select

from workbench.matching.model import VersionChange
from workbench.store.lineage import Arrival
from workbench.store.tables import articles, carried_claims, versions
from workbench.store.version_reading import load_version, newer_article, of_both, older_article
from workbench.store.version_rows import carried_claim_of


class StoredLineage:
    """The changes of one database at one moment; what was looked up is remembered."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self.is_empty = connection.execute(select(versions.c.newer_id).limit(1)).first() is None
        self._changes: dict[str, VersionChange | None] = {}
        self._after: dict[str, tuple[VersionChange, ...]] = {}

    def arrival(self, claim: str) -> Arrival | None:
        """Return how the claim came from the older version of its article, and with which change."""
        if self.is_empty:
            return None
        query = (
            select(carried_claims, articles.c.key.label("article"))
            .join(articles, articles.c.id == carried_claims.c.newer_id)
            .where(carried_claims.c.newer == claim)
        )
        row = self._connection.execute(query).first()
        change = self._into(row.article) if row else None
        return (carried_claim_of(row), change) if row and change else None

    def after(self, article: str) -> tuple[VersionChange, ...]:
        """Return the changes from an article to its newer versions, by key."""
        if self.is_empty:
            return ()
        if article not in self._after:
            query = of_both(select(newer_article.c.key)).where(older_article.c.key == article)
            keys = self._connection.execute(query.order_by(newer_article.c.key)).scalars()
            self._after[article] = tuple(change for key in keys if (change := self._into(key)))
        return self._after[article]

    def destinations(self, claim: str) -> tuple[str, ...]:
        """Return the keys of the claims that this one is in newer versions, and in newer ones than those."""
        if self.is_empty:
            return ()
        found: dict[str, None] = {}
        waiting = [claim]
        while waiting:
            query = select(carried_claims.c.newer).where(
                carried_claims.c.older == waiting.pop(), carried_claims.c.newer.is_not(None)
            )
            new = [key for key in self._connection.execute(query).scalars() if key and key not in found]
            found |= dict.fromkeys(new)
            waiting += new
        return tuple(found)

    def _into(self, newer: str) -> VersionChange | None:
        if newer not in self._changes:
            self._changes[newer] = load_version(self._connection, newer)
        return self._changes[newer]
