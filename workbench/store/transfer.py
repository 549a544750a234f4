"""Articles from another database, or a project file, into this one, with all that was read from them.

Two databases may know one article under two names, or have read it with two versions of the program. Where decisions
about the one reading fit the other as well, that which was stored first stands: so either order gives the same.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, delete, select, update

from workbench.articles.model import Article
from workbench.claims.model import Ledger
from workbench.errors import StoreError
from workbench.store import cache, facts
from workbench.store.article_rows import article_row, facts_digest
from workbench.store.lock import lock_for_writing
from workbench.store.tables import articles, blocks, claims, sentences
from workbench.visible import one_line
from workbench.vocabulary import ClaimOrigin


@dataclass(frozen=True, slots=True)
class ReadArticle:
    """An article as it was read once: with its bytes, what was extracted, and when it was first added."""

    article: Article
    raw: bytes
    ledger: Ledger
    added_at: datetime

    @property
    def digest(self) -> str:
        """The digest of the facts."""
        return facts_digest(self.article, self.ledger)


def load_read_article(connection: Connection, key: str) -> ReadArticle:
    """Return what is stored of reading one article (its key).

    Raises:
        StoreError: there is no such article.
    """
    article = facts.load_article(connection, key)
    added_at = connection.execute(select(articles.c.added_at).where(articles.c.key == key)).scalar_one()
    return ReadArticle(article, facts.load_raw(connection, key), facts.load_ledger(connection, key), added_at)


def take_in_article(connection: Connection, read: ReadArticle, collections: Iterable[str]) -> bool:
    """Store an article with what was extracted from it, in at least one collection; return whether it is new.

    Raises:
        StoreError: its key is not that of its bytes, an offset does not show what it says, or it was read differently
            here, so that decisions about the one reading do not fit the other.
    """
    first, *others = collections
    is_new = facts.add_article(connection, read.article, read.raw, read.ledger, first, read.added_at)
    if not is_new:
        _keep_the_first_reading(connection, read)
    note_also_there(connection, read.article.sha256, others, read.added_at)
    return is_new


def note_also_there(connection: Connection, article: str, collections: Iterable[str], added_at: datetime) -> None:
    """Note of an article that is here that it is in these collections elsewhere, and was added there at that time."""
    for collection in collections:
        facts.put_into_collection(connection, article, collection)
    later = (articles.c.key == article) & (articles.c.added_at > added_at)
    connection.execute(update(articles).where(later).values(added_at=added_at))


def _keep_the_first_reading(connection: Connection, other: ReadArticle) -> None:
    key = other.article.sha256
    here = connection.execute(select(articles.c.digest, articles.c.added_at).where(articles.c.key == key)).one()
    if here.digest == other.digest:
        return
    _check_read_alike(connection, other)
    if (other.added_at, other.digest) < (here.added_at, here.digest):
        _replace_reading(connection, other)


def _check_read_alike(connection: Connection, other: ReadArticle) -> None:
    """Decisions point at sentences and claims; so both readings must have the same ones."""
    article, key = other.article, other.article.sha256
    here = facts.load_article(connection, key)
    known = {claim.key for claim in facts.load_ledger(connection, key).claims}
    same_text = (here.text, here.sentences) == (article.text, article.sentences)
    if not same_text or known != {claim.key for claim in other.ledger.claims}:
        raise StoreError(
            f"The article “{one_line(article.name)}” is in this database already, but was read differently "
            "there (by another version of the program): take it into a database of its own."
        )


def _replace_reading(connection: Connection, read: ReadArticle) -> None:
    lock_for_writing(connection)
    article_id = connection.execute(select(articles.c.id).where(articles.c.key == read.article.sha256)).scalar_one()
    for table in (blocks, sentences):
        connection.execute(delete(table).where(table.c.article_id == article_id))
    by_rules = (claims.c.article_id == article_id) & (claims.c.origin == ClaimOrigin.RULES)
    connection.execute(delete(claims).where(by_rules))
    row = article_row(read.article, read.raw, read.ledger, read.added_at)
    connection.execute(update(articles).where(articles.c.id == article_id).values(row))
    facts.insert_parts(connection, article_id, read.article, read.ledger)
    cache.refresh_many(connection, [claim.key for claim in read.ledger.claims])
