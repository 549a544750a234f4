"""Which articles of a collection may be an older version of one that is added."""

import re
from typing import Final

from sqlalchemy import Connection, bindparam, func, or_, select

from workbench.articles.addresses import canonical_address
from workbench.articles.model import Article
from workbench.store.tables import articles, collection_articles, collections

_HERE: Final = (
    select(collection_articles.c.article_id)
    .join(articles, articles.c.id == collection_articles.c.article_id)
    .join(collections, collections.c.id == collection_articles.c.collection_id)
    .where(articles.c.key == bindparam("key"), collections.c.name == bindparam("collection"))
)


def is_in_collection(connection: Connection, article: str, collection: str) -> bool:
    """Whether an article (its key) is in a collection."""
    return connection.execute(_HERE, {"key": article, "collection": collection}).scalar() is not None


def possible_older_versions(connection: Connection, article: Article, collection: str) -> tuple[str, ...]:
    """Return the keys of articles that were added before `article` and have its name or nearly its address.

    The latest of them comes first. This only narrows the search, so that not every article is looked at.
    """
    alike = [func.lower(articles.c.name) == article.name.lower(), articles.c.name == article.name]
    if telling := _telling_part(article.url):
        alike.append(articles.c.url.contains(telling, autoescape=True))
    own = select(articles.c.added_at).where(articles.c.key == article.sha256).scalar_subquery()
    query = (
        select(articles.c.key)
        .join(collection_articles, collection_articles.c.article_id == articles.c.id)
        .join(collections, collections.c.id == collection_articles.c.collection_id)
        .where(collections.c.name == collection, or_(*alike))
        .where(articles.c.key != article.sha256, articles.c.added_at <= own)
        .order_by(articles.c.added_at.desc(), articles.c.id.desc())
    )
    return tuple(connection.execute(query).scalars())


def _telling_part(url: str | None) -> str | None:
    """Return the longest run of letters and digits after the host, which every address of the page has."""
    page = re.sub(r"^[^/?]*|%..", " ", canonical_address(url) or "")
    return max(re.findall(r"[A-Za-z0-9]+", page), key=len, default=None)
