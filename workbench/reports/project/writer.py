"""A record as JSON, format `workbench/1`: everything, so that it can be read back without loss.

The same database gives the same bytes: nothing in the file depends on when or where it was written. Whatever is
not plain ASCII is escaped, so that showing the file in a terminal does nothing but show it.
"""

import hashlib
import json
from base64 import b64encode
from dataclasses import fields, is_dataclass
from datetime import datetime
from enum import Enum
from typing import Any, Final, TypeAlias

from workbench.claims.model import Claim
from workbench.matching.model import VersionChange
from workbench.reports.record import Record, RecordedArticle
from workbench.store.attribution_rows import attribution_to_json
from workbench.store.decisions import Decision, format_time
from workbench.store.fold import CarriedFrom, ClaimState, SourceLink
from workbench.store.model import ChainHead, Extraction
from workbench.store.payloads import payload_to_json
from workbench.store.version_rows import carried_claim_to_json, carried_sentence_to_json

FORMAT: Final = "workbench/1"
JsonObject: TypeAlias = dict[str, Any]

_SETTLED: Final = ("evidence", "origins", "waivers", "adjudication", "settled_cells", "assignments")
"""The parts of a claim's state that are written with it, field by field."""


def render_project(record: Record) -> str:
    """Return `record` as JSON in ASCII; each article, claim, vote, … is one line."""
    parts = [f"{_dump(key)}: {_dump_value(value)}" for key, value in project_tree(record).items()]
    return "{\n" + ",\n".join(parts) + "\n}\n"


def project_tree(record: Record) -> JsonObject:
    """Return what the JSON file holds, as plain values."""
    claims = _as_extracted(record)
    keyed = [(state.key, state) for state in claims]
    tree: JsonObject = {
        "format": FORMAT,
        "collections": [
            {"name": collection.name, "articles": list(collection.articles)} for collection in record.collections
        ],
        "articles": [_article(recorded) for recorded in record.articles],
        "versions": [_version(change) for change in record.versions],
        "claims": [_claim_state(state) for state in claims],
        "extractions": [_extraction(found) for recorded in record.articles for found in recorded.extractions],
        "agreements": [{"claim": key, **_plain(given)} for key, state in keyed for given in state.agreements],
        "votes": [{"claim": key, **_plain(vote)} for key, state in keyed for vote in state.votes],
        "notes": [{"claim": key, **_plain(note)} for key, state in keyed for note in state.notes],
        "readings": [
            {"article": key, **_plain(reading)}
            for key, readings in record.readings.items()
            for reading in readings.values()
        ],
        "policies": [{"collection": name, **_plain(policy)} for name, policy in record.policies.items()],
        "decisions": [_decision(decision) for decision in record.decisions],
        "chains": [_chain(chain) for chain in record.chains],
    }
    return tree | ({"problems": list(record.problems)} if record.problems else {})


def _as_extracted(record: Record) -> list[ClaimState]:
    """Claims article by article: those of the rules as they were found, those of models, those of reviewers."""
    extracted = [claim.key for recorded in record.articles for claim in (*recorded.extracted, *recorded.proposed)]
    found = {key: place for place, key in enumerate(extracted)}
    articles = {recorded.key: place for place, recorded in enumerate(record.articles)}

    def place(state: ClaimState) -> tuple[int, int, int, str]:
        return (articles[state.claim.article], found.get(state.key, len(found)), state.claim.start, state.key)

    return sorted(record.claims, key=place)


def _plain(value: Any) -> Any:
    """Return a value as JSON has it: a data class becomes an object whose keys are the names of its fields."""
    if is_dataclass(value):
        return {field.name: _plain(getattr(value, field.name)) for field in fields(value)}
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    if isinstance(value, datetime):
        return format_time(value)
    return value.value if isinstance(value, Enum) else value


def _dump(value: Any) -> str:
    return json.dumps(value, ensure_ascii=True, allow_nan=False)


def _dump_value(value: Any) -> str:
    if isinstance(value, list) and value:
        return "[\n" + ",\n".join(_dump(item) for item in value) + "\n]"
    return _dump(value)


def _article(recorded: RecordedArticle) -> JsonObject:
    article = recorded.article
    passed = {entry.sentence: entry.reason.value for entry in recorded.passed}
    return {
        "key": article.sha256,
        "name": article.name,
        "title": article.title,
        "publisher": article.publisher,
        "byline": article.byline,
        "published": article.published.isoformat() if article.published else None,
        "url": article.url,
        "language": article.language,
        "encoding": article.encoding,
        "sha256": article.sha256,
        "added_at": format_time(recorded.summary.added_at),
        "text": article.text,
        "blocks": [{"start": b.start, "end": b.end, "kind": b.kind.value} for b in article.blocks],
        "sentences": [
            {"start": s.start, "end": s.end, "block": s.block, "passed_over": passed.get(index)}
            for index, s in enumerate(article.sentences)
        ],
        **_raw(recorded),
    }


def _raw(recorded: RecordedArticle) -> JsonObject:
    """The raw bytes, where the text is not just those bytes."""
    text = recorded.article.text.encode("utf-8", "replace")
    if hashlib.sha256(text).hexdigest() == recorded.article.sha256:
        return {}
    return {"raw": b64encode(recorded.raw).decode()}


def claim_fields(claim: Claim) -> JsonObject:
    """Return what is asserted, where and by whom: the part of a claim that no decision changes."""
    return {
        "key": claim.key,
        "article": claim.article,
        "start": claim.start,
        "end": claim.end,
        "text": claim.text,
        "sentences": list(claim.sentences),
        "asserter": claim.asserter,
        "cue": claim.cue,
        "is_quote": claim.is_quote,
        "type": claim.type.value,
        "checkworthiness": float(claim.checkworthiness),
        "origin": claim.origin.value,
        "checkable": None if claim.checkable is None else float(claim.checkable),
        "reasons": [reason.value for reason in claim.reasons],
        "attributions": [attribution_to_json(attribution) for attribution in claim.attributions],
        "extractor": claim.extractor,
    }


def _claim_state(state: ClaimState) -> JsonObject:
    return {
        **claim_fields(state.claim),
        "wording": state.text,
        "state": state.state.value,
        "verdict": state.verdict.value if state.verdict else None,
        "discarded_by": state.discarded_by,
        "discard_reason": state.discard_reason,
        "parked": state.parked,
        "signed_off_by": state.signed_off_by,
        "sources": [_source(link) for link in state.sources],
        "carried": _carried(state.carried) if state.carried else None,
        **{name: _plain(getattr(state, name)) for name in _SETTLED},
    }


def _version(change: VersionChange) -> JsonObject:
    return {
        "newer": change.newer,
        "older": change.older,
        "new_sentences": change.added,
        "claims": [carried_claim_to_json(claim) for claim in change.claims],
        "sentences": [carried_sentence_to_json(sentence) for sentence in change.sentences],
    }


def _carried(carried: CarriedFrom) -> JsonObject:
    return {
        "claim": carried.older,
        "article": carried.article,
        "state": carried.state.value,
        "extracted": carried.extracted,
    }


def _source(link: SourceLink) -> JsonObject:
    return {
        "sentences": list(link.sentences),
        "state": link.state.value,
        "score": float(link.score),
        "by": link.by,
    }


def _extraction(found: Extraction) -> JsonObject:
    return {
        "article": found.article,
        "extractor": found.extractor,
        "at": format_time(found.at),
        "proposed": found.proposed,
        "known": found.known,
        "dropped": dict(found.dropped),
        "claims": [claim.key for claim in found.claims],
    }


def _decision(decision: Decision) -> JsonObject:
    return {
        "id": decision.id,
        "database": decision.database,
        "reviewer": decision.reviewer,
        "at": format_time(decision.at),
        "kind": decision.kind.value,
        "claim": decision.claim,
        "payload": payload_to_json(decision.payload),
        "undoes": decision.undoes,
        "action": decision.action,
        "position": decision.position,
        "previous": decision.previous,
        "hash": decision.hash,
    }


def _chain(chain: ChainHead) -> JsonObject:
    return {
        "database": chain.database,
        "reviewer": chain.reviewer,
        "length": chain.length,
        "hash": chain.hash,
    }
