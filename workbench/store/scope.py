"""Queries on articles, kept to one collection."""

from typing import Any

from sqlalchemy import Select

from workbench.store.tables import articles, collection_articles, collections


def within(query: Select[*tuple[Any, ...]], collection: str | None) -> Select[*tuple[Any, ...]]:
    """Keep of a query on articles those of `collection`; all, if it is None."""
    if collection is None:
        return query
    return (
        query.join(collection_articles, collection_articles.c.article_id == articles.c.id)
        .join(collections, collections.c.id == collection_articles.c.collection_id)
        .where(collections.c.name == collection)
    )
