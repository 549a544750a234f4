"""The other database of a merge, read at one moment and believed in nothing that can be checked."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from hashlib import sha256
from typing import Any, Final

from sqlalchemy import Connection, func, select

from workbench.errors import StoreError
from workbench.matching.model import VersionChange
from workbench.store import chains
from workbench.store.decision_rows import read_decisions
from workbench.store.decisions import Decision
from workbench.store.engine import Store
from workbench.store.extractions import check_extractions, load_extractions
from workbench.store.failures import clear_errors
from workbench.store.model import ChainHead, Extraction, Finding
from workbench.store.tables import articles, collection_articles, collections, decisions
from workbench.store.transfer import ReadArticle, load_read_article
from workbench.store.version_check import check_versions
from workbench.store.version_reading import read_versions
from workbench.visible import one_line

_ARTICLES: Final = select(articles.c.key, articles.c.name, articles.c.digest, articles.c.added_at)


class MergeSource:
    """What a merge takes. Its troubles are told under its own name, also while another database is being written.

    Every method raises `StoreError` where it cannot be read, or holds something that was changed after it was saved.
    """

    def __init__(self, store: Store, connection: Connection) -> None:
        self.location: Final = store.location
        self._path: Final = store.path
        self._connection: Final = connection

    def check(self) -> None:
        """Make sure that the log, and what is about more than one article, is as it was saved."""
        with self._told():
            check_chains(self._connection, self.location)
            for finding in (*check_versions(self._connection), *check_extractions(self._connection)):
                raise _changed(self.location, finding)

    def articles(self) -> Sequence[Any]:
        """Return a row for each article: its key, name, digest, and when it was added."""
        with self._told():
            return self._connection.execute(_ARTICLES.order_by(articles.c.key)).all()

    def article(self, key: str) -> ReadArticle:
        """Return one article as it was read."""
        with self._told():
            read = load_read_article(self._connection, key)
            digest = self._connection.execute(select(articles.c.digest).where(articles.c.key == key)).scalar_one()
        if read.digest != digest or sha256(read.raw).hexdigest() != key:
            subject = f"article {one_line(read.article.name)}"
            raise _changed(self.location, Finding(subject, "it was changed after it was stored"))
        return read

    def extractions(self, article: str) -> tuple[Extraction, ...]:
        """Return what models proposed about an article (a key)."""
        with self._told():
            return load_extractions(self._connection, article)

    def collections(self, article: str | None = None) -> set[str]:
        """Return the names of the collections that hold an article (a key), or of all."""
        query = select(collections.c.name)
        if article is not None:
            query = (
                query.join(collection_articles, collection_articles.c.collection_id == collections.c.id)
                .join(articles, articles.c.id == collection_articles.c.article_id)
                .where(articles.c.key == article)
            )
        with self._told():
            return set(self._connection.execute(query).scalars())

    def versions(self) -> list[VersionChange]:
        """Return which articles are newer versions of others."""
        with self._told():
            return read_versions(self._connection)

    def chain_heads(self) -> tuple[ChainHead, ...]:
        """Return where each chain of decisions ends."""
        with self._told():
            return chains.chain_heads(self._connection)

    def hash_at(self, chain: ChainHead, position: int) -> str | None:
        """Return the hash of the decision at this place of a chain; None if there is none."""
        with self._told():
            return chains.hash_at(self._connection, chain, position)

    def decisions_from(self, chain: ChainHead, position: int) -> tuple[Decision, ...]:
        """Return the decisions of a chain from this place on."""
        of_chain = (decisions.c.database == chain.database, decisions.c.reviewer == chain.reviewer)
        with self._told():
            return read_decisions(self._connection, *of_chain, decisions.c.position >= position)

    def count_decisions(self) -> int:
        """Return how many decisions there are."""
        with self._told():
            return self._connection.execute(select(func.count()).select_from(decisions)).scalar_one()

    @contextmanager
    def _told(self) -> Iterator[None]:
        try:
            with clear_errors(self.location, self._path):
                yield
        except (LookupError, ValueError, TypeError) as error:
            # What was damaged may be of no vocabulary, no date, or no JSON.
            raise _changed(self.location, Finding("something in it", f"cannot be read ({error})")) from error


def check_chains(connection: Connection, location: str) -> None:
    """Make sure that every decision is as it was saved, and none is missing in between.

    Raises:
        StoreError: one is not; whose, and which.
    """
    for finding in chains.verify_chains(connection):
        raise _changed(location, finding)


def _changed(location: str, finding: Finding) -> StoreError:
    return StoreError(
        f"The database {location} is not as it was saved: {finding.subject}: {one_line(finding.problem)}. "
        "Nothing was merged; restore a backup of it first."
    )
