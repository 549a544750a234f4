"""Articles into rows, and back, and the digest that shows a changed fact."""

import hashlib
import json
from collections.abc import Iterable
from datetime import date, datetime
from typing import Any

from workbench.articles.model import Article, Block, Sentence
from workbench.claims.model import Claim, Ledger
from workbench.store.attribution_rows import attribution_to_json


def article_row(article: Article, raw: bytes, ledger: Ledger, added_at: datetime) -> dict[str, Any]:
    """Return the columns that hold the article itself."""
    return {
        "key": article.sha256,
        **_metadata(article),
        "added_at": added_at,
        "digest": facts_digest(article, ledger),
        "text": article.text,
        "raw": raw,
    }


def article_of(row: Any, blocks: Iterable[Any], sentences: Iterable[Any]) -> Article:
    """Return the article that these rows hold; blocks and sentences in their order."""
    text: str = row.text
    return Article(
        text,
        tuple(Block(block.start, block.end, block.kind) for block in blocks),
        tuple(Sentence(s.start, s.end, s.block, text[s.start : s.end]) for s in sentences),
        row.key,
        row.name,
        row.title,
        row.publisher,
        row.byline,
        read_published(row.published),
        row.url,
        row.language,
        row.encoding,
    )


def read_published(text: str | None) -> date | None:
    """Return the date or moment that stands in a row."""
    if text is None:
        return None
    return datetime.fromisoformat(text) if "T" in text else date.fromisoformat(text)


def facts_digest(article: Article, ledger: Ledger) -> str:
    """Return a sha256 over everything that is stored of an article but its raw bytes, which its key covers."""
    content = [
        _metadata(article),
        article.text,
        [(block.start, block.end, block.kind) for block in article.blocks],
        [(sentence.start, sentence.end, sentence.block) for sentence in article.sentences],
        [(passed.sentence, passed.reason) for passed in ledger.passed],
        [claim_content(claim) for claim in ledger.claims],
    ]
    return hashlib.sha256(json.dumps(content, sort_keys=True).encode()).hexdigest()


def _metadata(article: Article) -> dict[str, str | None]:
    return {
        "name": article.name,
        "title": article.title,
        "publisher": article.publisher,
        "byline": article.byline,
        "published": article.published.isoformat() if article.published else None,
        "url": article.url,
        "language": article.language,
        "encoding": article.encoding,
    }


def claim_content(claim: Claim) -> list[Any]:
    """Return what a digest covers of a claim."""
    content = [
        claim.start,
        claim.end,
        claim.text,
        claim.sentences,
        claim.asserter,
        claim.cue,
        claim.is_quote,
        claim.type,
        claim.checkworthiness,
        claim.origin,
    ]
    later = _later_content(claim)
    return [*content, later] if later else content


def _later_content(claim: Claim) -> dict[str, Any]:
    """What claims did not have at first; left out where it is missing, so that the digests of older claims hold."""
    values = {
        "checkable": claim.checkable,
        "reasons": claim.reasons,
        "attributions": [attribution_to_json(attribution) for attribution in claim.attributions],
        "extractor": claim.extractor,
    }
    return {name: value for name, value in values.items() if value not in (None, (), [])}
