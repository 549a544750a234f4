"""What language models proposed: facts like what the rules found, but added later, and each with its own digest."""

import hashlib
import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence, Set
from dataclasses import replace
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Connection, delete, insert, select

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
    return add_extractions(connection, extraction.article, [extraction]) > 0


def add_extractions(connection: Connection, article: str, others: Iterable[Extraction]) -> int:
    """Store what came of asking models about an article (a key), here or elsewhere; return how many are new.

    A claim belongs to the model that proposed it first; where another one proposed it later, it was known already.

    Raises:
        StoreError: the article is not here, or a claim does not stand in it.
    """
    lock_for_writing(connection)
    found = connection.execute(select(articles.c.id, articles.c.text).where(articles.c.key == article)).first()
    if found is None:
        raise StoreError(f"There is no article {one_line(article)} in this database.")
    here = load_extractions(connection, article)
    by_rules = {claim.key for claim in extracted_claims(connection, *_of(found.id, ClaimOrigin.RULES))}
    together = _claims_to_the_first((*here, *others), by_rules)
    if len(together) == len(here):
        return 0
    for extraction in together:
        _check_claims(extraction, article, found.text)
    _replace(connection, found.id, here, together)
    return len(together) - len(here)


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


def _claims_to_the_first(extractions: Iterable[Extraction], by_rules: Set[str]) -> tuple[Extraction, ...]:
    """Return each extraction once, oldest first, without the claims that the rules or an older one found."""
    known: dict[tuple[datetime, str], Extraction] = {}
    for extraction in extractions:
        asked = (extraction.at, extraction.extractor)
        known[asked] = max(known.get(asked, extraction), extraction, key=lambda each: len(each.claims))
    owned = set(by_rules)
    first: list[Extraction] = []
    for _, extraction in sorted(known.items()):
        new = tuple(claim for claim in extraction.claims if claim.key not in owned)
        more = len(extraction.claims) - len(new)
        first.append(replace(extraction, claims=new, known=extraction.known + more))
        owned.update(claim.key for claim in new)
    return tuple(first)


def _check_claims(extraction: Extraction, article: str, text: str) -> None:
    for claim in extraction.claims:
        if claim.article != article or text[claim.start : claim.end] != claim.text:
            raise StoreError(f"The article does not have “{one_line(claim.text[:60])}” at {claim.start}.")


def _replace(
    connection: Connection, article_id: int, here: Sequence[Extraction], together: Sequence[Extraction]
) -> None:
    """Write what is new, and anew what lost a claim to an older one."""
    digests = {_digest(extraction): extraction for extraction in together}
    kept = {_digest(extraction) for extraction in here} & digests.keys()
    of_article = extractions.c.article_id == article_id
    connection.execute(delete(extractions).where(of_article, extractions.c.digest.not_in(kept)))
    rows = [_row(extraction, article_id, digest) for digest, extraction in digests.items() if digest not in kept]
    connection.execute(insert(extractions), rows)
    _write_claims(connection, article_id, [claim for extraction in together for claim in extraction.claims])


def _write_claims(connection: Connection, article_id: int, proposed: Sequence[Claim]) -> None:
    of_models = _of(article_id, ClaimOrigin.LLM)
    stored = {claim.key: claim for claim in extracted_claims(connection, *of_models)}
    rows = [claim_row(claim, article_id) for claim in proposed if stored.get(claim.key) != claim]
    if rows:
        keys = [row["key"] for row in rows]
        connection.execute(delete(claims).where(*of_models, claims.c.key.in_(keys)))
        connection.execute(insert(claims), rows)
        cache.refresh_many(connection, keys)


def _of(article_id: int, origin: ClaimOrigin) -> tuple[ColumnElement[bool], ...]:
    return (claims.c.article_id == article_id, claims.c.origin == origin)


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
