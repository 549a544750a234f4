"""What language models proposed: facts like what the rules found, but added later, and each with its own digest."""

import hashlib
import json
from collections import defaultdict
from collections.abc import Iterator
from typing import Any

from sqlalchemy import Connection, insert, select

from workbench.claims.model import Claim
from workbench.errors import StoreError
from workbench.store import cache
from workbench.store.article_rows import claim_content
from workbench.store.claim_rows import claim_row, extracted_claims
from workbench.store.decisions import format_time
from workbench.store.lock import lock_for_writing
from workbench.store.model import Extraction, Finding
from workbench.store.tables import articles, claims, extractions
from workbench.visible import one_line
from workbench.vocabulary import ClaimOrigin


def add_extraction(connection: Connection, extraction: Extraction) -> bool:
    """Store what came of asking a model about an article; return whether it is new.

    Raises:
        StoreError: the article is not here, or a claim does not stand in it.
    """
    lock_for_writing(connection)
    found = connection.execute(
        select(articles.c.id, articles.c.text).where(articles.c.key == extraction.article)
    ).first()
    if found is None:
        raise StoreError(f"There is no article {one_line(extraction.article)} in this database.")
    digest = _digest(extraction)
    if connection.execute(select(extractions.c.id).where(extractions.c.digest == digest)).first():
        return False
    for claim in extraction.claims:
        if claim.article != extraction.article or found.text[claim.start : claim.end] != claim.text:
            raise StoreError(f"The article does not have “{one_line(claim.text[:60])}” at {claim.start}.")
    connection.execute(insert(extractions), _row(extraction, found.id, digest))
    _add_claims(connection, extraction.claims, found.id)
    return True


def load_extractions(connection: Connection, article: str) -> tuple[Extraction, ...]:
    """Return what models proposed about an article (a key), oldest first."""
    about = articles.c.key == article
    made = {claim.key: claim for claim in extracted_claims(connection, about, claims.c.origin == ClaimOrigin.LLM)}
    query = select(extractions).join(articles).where(about).order_by(extractions.c.at, extractions.c.digest)
    return tuple(_extraction(row, article, made) for row in connection.execute(query))


def check_extractions(connection: Connection) -> Iterator[Finding]:
    """Yield what is wrong with what models proposed."""
    named: dict[str, set[str]] = defaultdict(set)
    query = select(extractions, articles.c.key.label("article")).join(articles)
    for row in connection.execute(query).all():
        made = {claim.key: claim for claim in extracted_claims(connection, claims.c.article_id == row.article_id)}
        named[row.article].update(row.claims)
        subject = f"what {one_line(row.extractor)} proposed about article {row.article[:12]}"
        if missing := [key for key in row.claims if key not in made]:
            yield Finding(subject, f"lacks the claim {missing[0]}")
        elif _digest(_extraction(row, row.article, made)) != row.digest:
            yield Finding(subject, "was changed after it was stored")
    for claim in extracted_claims(connection, claims.c.origin == ClaimOrigin.LLM):
        if claim.key not in named[claim.article]:
            yield Finding(f"claim {claim.key}", "was proposed by a model, but no record of asking one speaks of it")


def _add_claims(connection: Connection, proposed: tuple[Claim, ...], article_id: int) -> None:
    keys = [claim.key for claim in proposed]
    here = set(connection.execute(select(claims.c.key).where(claims.c.key.in_(keys))).scalars())
    rows = [claim_row(claim, article_id) for claim in proposed if claim.key not in here]
    if rows:
        connection.execute(insert(claims), rows)
        cache.refresh_many(connection, [row["key"] for row in rows])


def _row(extraction: Extraction, article_id: int, digest: str) -> dict[str, Any]:
    return {
        "article_id": article_id,
        "extractor": extraction.extractor,
        "at": extraction.at,
        "proposed": extraction.proposed,
        "known": extraction.known,
        "dropped": dict(extraction.dropped),
        "claims": [claim.key for claim in extraction.claims],
        "digest": digest,
    }


def _extraction(row: Any, article: str, made: dict[str, Claim]) -> Extraction:
    proposed = tuple(made[key] for key in row.claims)
    return Extraction(article, row.extractor, row.at, proposed, row.proposed, row.known, row.dropped)


def _digest(extraction: Extraction) -> str:
    content = [
        extraction.article,
        extraction.extractor,
        format_time(extraction.at),
        extraction.proposed,
        extraction.known,
        dict(extraction.dropped),
        [claim_content(claim) for claim in extraction.claims],
    ]
    return hashlib.sha256(json.dumps(content, sort_keys=True).encode()).hexdigest()
