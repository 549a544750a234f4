"""What was read from files: written once, never changed, read back exactly."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import UTC, date, datetime
from hashlib import sha256
from typing import Any, Final

from sqlalchemy import ColumnElement, Connection, bindparam, func, insert, select

from workbench.articles.model import Article, Sentence
from workbench.claims.model import Claim, Ledger, Passed
from workbench.errors import StoreError
from workbench.store.article_rows import article_of, article_row, read_published
from workbench.store.claim_rows import claim_row, extracted_claims
from workbench.store.fold import fold_claim
from workbench.store.lock import lock_for_writing
from workbench.store.model import ArticleSummary, Collection
from workbench.store.scope import within
from workbench.store.tables import (
    articles,
    blocks,
    claim_states,
    claims,
    collection_articles,
    collections,
    sentences,
)
from workbench.store.untouched import insert_untouched
from workbench.store.version_reading import replaced_by
from workbench.visible import one_line
from workbench.vocabulary import ClaimOrigin

# Built once, as every article that is read asks them.
_ID_OF_ARTICLE: Final = select(articles.c.id).where(articles.c.key == bindparam("key"))
_ID_OF_COLLECTION: Final = select(collections.c.id).where(collections.c.name == bindparam("name"))
_PAIR: Final = select(collection_articles.c.article_id).where(
    collection_articles.c.collection_id == bindparam("collection_id"),
    collection_articles.c.article_id == bindparam("article_id"),
)


def add_article(
    connection: Connection, article: Article, raw: bytes, ledger: Ledger, collection: str, added_at: datetime
) -> bool:
    """Store an article with what was extracted from it, in `collection`; return whether it is new.

    An article that is there already (by the sha256 of its bytes) is only put into the collection.

    Raises:
        StoreError: the key is not that of the bytes, or an offset does not show what it says.
    """
    _check_true(article, raw, ledger)
    lock_for_writing(connection)
    known = connection.execute(_ID_OF_ARTICLE, {"key": article.sha256}).scalar()
    article_id = known or _insert_article(connection, article, raw, ledger, added_at)
    _put_into(connection, article_id, collection, is_new=known is None)
    return known is None


def put_into_collection(connection: Connection, article: str, collection: str) -> None:
    """Put an article that is here (its key) into a collection, which is made if it is not there.

    Raises:
        StoreError: there is no such article.
    """
    lock_for_writing(connection)
    article_id = connection.execute(_ID_OF_ARTICLE, {"key": article}).scalar()
    if article_id is None:
        raise StoreError(f"There is no article {one_line(article)} in this database.")
    _put_into(connection, article_id, collection, is_new=False)


def list_collections(connection: Connection) -> tuple[Collection, ...]:
    """Return all collections by name, with how many articles and claims each has."""
    count_claims = func.count(claim_states.c.id)
    query = (
        select(collections.c.name, func.count(collection_articles.c.article_id.distinct()), count_claims)
        .outerjoin(collection_articles, collection_articles.c.collection_id == collections.c.id)
        .outerjoin(claim_states, claim_states.c.article_id == collection_articles.c.article_id)
        .group_by(collections.c.name)
    )
    return tuple(sorted((Collection(*row) for row in connection.execute(query)), key=lambda c: c.name))


def list_articles(connection: Connection, collection: str | None = None) -> tuple[ArticleSummary, ...]:
    """Return the articles of a collection, or all: in the order they were published, unknown ones last.

    Labels A, B, … follow that order, so they belong to the collection.
    """
    wanted = (
        articles.c.key,
        articles.c.name,
        articles.c.title,
        articles.c.publisher,
        articles.c.published,
        articles.c.added_at,
        articles.c.language,
        _count(sentences.c.article_id),
        _count(claim_states.c.article_id),
    )
    newer = replaced_by(connection, collection)
    rows = connection.execute(within(select(*wanted), collection)).all()
    ordered = sorted(rows, key=lambda row: article_order(read_published(row.published), row.name, row.key))
    return tuple(_summary(row, number, newer.get(row.key)) for number, row in enumerate(ordered))


def load_article(connection: Connection, key: str) -> Article:
    """Return one article.

    Raises:
        StoreError: there is no such article.
    """
    found = _load(connection, articles.c.key == key)
    if not found:
        raise StoreError(f"There is no article {one_line(key)} in this database.")
    return found[0]


def load_articles(connection: Connection, collection: str | None = None) -> tuple[Article, ...]:
    """Return the articles of a collection, or all, in the order of `list_articles`."""
    found = _load(connection, articles.c.id.in_(within(select(articles.c.id), collection)))
    return tuple(sorted(found, key=lambda a: article_order(a.published, a.name, a.sha256)))


def load_raw(connection: Connection, key: str) -> bytes:
    """Return the bytes that an article was read from.

    Raises:
        StoreError: there is no such article.
    """
    raw = connection.execute(select(articles.c.raw).where(articles.c.key == key)).scalar()
    if raw is None:
        raise StoreError(f"There is no article {one_line(key)} in this database.")
    return raw


def load_ledger(connection: Connection, key: str) -> Ledger:
    """Return what became of every sentence of an article when it was read; what models proposed came later."""
    query = (
        select(sentences.c.number, sentences.c.passed_over)
        .join(articles, articles.c.id == sentences.c.article_id)
        .where(articles.c.key == key, sentences.c.passed_over.is_not(None))
        .order_by(sentences.c.number)
    )
    passed = tuple(Passed(number, reason) for number, reason in connection.execute(query) if reason)
    return Ledger(extracted_claims(connection, articles.c.key == key, claims.c.origin == ClaimOrigin.RULES), passed)


# --- order, for all lists


def article_order(published: date | None, name: str, key: str) -> tuple[bool, float, str, str]:
    """Order articles by when they were published, unknown ones last; then by name, then by key."""
    return (published is None, _seconds(published), name, key)


def label(number: int) -> str:
    """Return the short name of the article at this place from 0: A … Z, AA, AB, …"""
    rest, letter = divmod(number, 26)
    return (label(rest - 1) if rest else "") + chr(ord("A") + letter)


def _seconds(published: date | None) -> float:
    """When, for ordering only: a day is its midnight, and a time without a zone counts as UTC."""
    if published is None:
        return 0.0
    if not isinstance(published, datetime):
        published = datetime(published.year, published.month, published.day)  # noqa: DTZ001 - made UTC below
    return (published if published.tzinfo else published.replace(tzinfo=UTC)).timestamp()


# --- within


def _summary(row: Any, number: int, newer: str | None) -> ArticleSummary:
    key, name, title, publisher, published, added_at, language, sentence_count, claim_count = row
    return ArticleSummary(
        key,
        label(number),
        name,
        title,
        publisher,
        read_published(published),
        added_at,
        sentence_count,
        claim_count,
        language,
        newer,
    )


def _count(article_id: ColumnElement[int]) -> Any:
    return select(func.count()).where(article_id == articles.c.id).correlate(articles).scalar_subquery()


def _load(connection: Connection, condition: ColumnElement[bool]) -> list[Article]:
    rows = connection.execute(select(articles).where(condition)).all()
    parts = {}
    for table in (blocks, sentences):
        query = (
            select(table)
            .join(articles, articles.c.id == table.c.article_id)
            .where(condition)
            .order_by(table.c.article_id, table.c.number)
        )
        parts[table.name] = _by_article(connection.execute(query))
    return [article_of(row, parts["blocks"][row.id], parts["sentences"][row.id]) for row in rows]


def _by_article(rows: Iterable[Any]) -> dict[int, list[Any]]:
    grouped: dict[int, list[Any]] = defaultdict(list)
    for row in rows:
        grouped[row.article_id].append(row)
    return grouped


def _insert_article(connection: Connection, article: Article, raw: bytes, ledger: Ledger, added_at: datetime) -> int:
    row = article_row(article, raw, ledger, added_at)
    article_id = connection.execute(insert(articles).returning(articles.c.id), row).scalar_one()
    insert_parts(connection, article_id, article, ledger)
    if ledger.claims and (state := fold_claim(ledger.claims[0], ())):
        insert_untouched(connection, article_id, state)
    return article_id


def insert_parts(connection: Connection, article_id: int, article: Article, ledger: Ledger) -> None:
    """Write the blocks, the sentences and the claims of an article that has none yet."""
    reasons = {passed.sentence: passed.reason for passed in ledger.passed}
    block_rows = [
        {"article_id": article_id, "number": number, "start": block.start, "end": block.end, "kind": block.kind}
        for number, block in enumerate(article.blocks)
    ]
    sentence_rows = [
        {
            "article_id": article_id,
            "number": number,
            "start": sentence.start,
            "end": sentence.end,
            "block": sentence.block,
            "passed_over": reasons.get(number),
        }
        for number, sentence in enumerate(article.sentences)
    ]
    claim_rows = [claim_row(claim, article_id) for claim in ledger.claims]
    for table, rows in ((blocks, block_rows), (sentences, sentence_rows), (claims, claim_rows)):
        if rows:
            connection.execute(insert(table), rows)


def _put_into(connection: Connection, article_id: int, collection: str, *, is_new: bool) -> None:
    collection_id = connection.execute(_ID_OF_COLLECTION, {"name": collection}).scalar()
    if collection_id is None:
        adding = insert(collections).returning(collections.c.id)
        collection_id = connection.execute(adding, {"name": collection}).scalar_one()
    pair = {"collection_id": collection_id, "article_id": article_id}
    if is_new or connection.execute(_PAIR, pair).first() is None:
        connection.execute(insert(collection_articles), pair)


def _check_true(article: Article, raw: bytes, ledger: Ledger) -> None:
    shown = one_line(article.name)
    if sha256(raw).hexdigest() != article.sha256:
        raise StoreError(f"The key of “{shown}” is not the sha256 of its bytes: read the file again.")
    parts: tuple[Sentence | Claim, ...] = (*article.sentences, *ledger.claims)
    for part in parts:
        if article.text[part.start : part.end] != part.text:
            raise StoreError(f"“{shown}” does not have “{one_line(part.text[:60])}” at {part.start}: read it again.")
