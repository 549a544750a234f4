"""Claims into rows, and back; the same columns serve the extracted claims and the cache of all claims."""

from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, select

from workbench.claims.model import Claim
from workbench.store.attribution_rows import attribution_of, attribution_to_json
from workbench.store.tables import articles, claims
from workbench.vocabulary import ScoreReason


def claim_row(claim: Claim, article_id: int) -> dict[str, Any]:
    """Return the columns that hold `claim`."""
    return {
        "key": claim.key,
        "article_id": article_id,
        "start": claim.start,
        "end": claim.end,
        "text": claim.text,
        "sentences": list(claim.sentences),
        "asserter": claim.asserter,
        "cue": claim.cue,
        "is_quote": claim.is_quote,
        "type": claim.type,
        "checkworthiness": claim.checkworthiness,
        "origin": claim.origin,
        "checkable": claim.checkable,
        "reasons": list(claim.reasons),
        "attributions": [attribution_to_json(attribution) for attribution in claim.attributions],
        "extractor": claim.extractor,
    }


def claim_of(row: Row[*tuple[Any, ...]], article: str) -> Claim:
    """Return the claim that a row holds; `article` is the key of its article."""
    return Claim(
        article,
        row.start,
        row.end,
        row.text,
        tuple(row.sentences),
        row.asserter,
        row.cue,
        row.is_quote,
        row.type,
        row.checkworthiness,
        row.origin,
        row.checkable,
        tuple(ScoreReason(reason) for reason in row.reasons or ()),
        tuple(attribution_of(stored) for stored in row.attributions or ()),
        row.extractor,
    )


def extracted_claims(connection: Connection, *where: ColumnElement[bool]) -> tuple[Claim, ...]:
    """Return the extracted claims that fulfil every condition, in the order in which they were extracted."""
    query = (
        select(claims, articles.c.key.label("article"))
        .join(articles, articles.c.id == claims.c.article_id)
        .where(*where)
        .order_by(claims.c.id)
    )
    return tuple(claim_of(row, row.article) for row in connection.execute(query))
