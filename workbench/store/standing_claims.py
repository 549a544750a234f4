"""The claims of articles as they stand now, with little more than where and in which words."""

from collections.abc import Iterable
from dataclasses import dataclass

from sqlalchemy import Connection, select

from workbench.store.tables import articles, claim_states


@dataclass(frozen=True, slots=True)
class StandingClaim:
    """A claim that stands: its key, its article (a key), the sentences that it touches there, and its wording."""

    key: str
    article: str
    sentences: tuple[int, ...]
    text: str


def standing_claims(connection: Connection, of_articles: Iterable[str]) -> tuple[StandingClaim, ...]:
    """Return the claims of these articles that are not discarded, each article's in reading order."""
    query = (
        select(claim_states.c.key, articles.c.key, claim_states.c.sentences, claim_states.c.wording)
        .join(articles, articles.c.id == claim_states.c.article_id)
        .where(articles.c.key.in_(tuple(of_articles)), claim_states.c.discarded_by.is_(None))
        .order_by(articles.c.key, claim_states.c.start, claim_states.c.key)
    )
    rows = connection.execute(query).all()
    return tuple(StandingClaim(key, article, tuple(sentences), text) for key, article, sentences, text in rows)
