"""A record as JSON, format `workbench/1`: everything, so that it can be read back without loss.

The same database gives the same bytes: nothing in the file depends on when or where it was written. Whatever is
not plain ASCII is escaped, so that showing the file in a terminal does nothing but show it.
"""

import hashlib
import json
from base64 import b64encode
from collections.abc import Iterable, Iterator, Mapping
from contextlib import ExitStack
from dataclasses import fields, is_dataclass
from datetime import datetime
from enum import Enum
from typing import Any, Final, TypeAlias

from workbench.claims.model import Claim
from workbench.matching.model import VersionChange
from workbench.reports.record import Record, RecordedArticle
from workbench.reports.waiting import WaitingLines
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


def project_text(record: Record) -> Iterator[str]:
    """Yield `record` as JSON in ASCII, piece by piece; each article, claim, vote, … is one line."""
    with ExitStack() as opened:
        lists = {name: opened.enter_context(WaitingLines()) for name in _LISTS}
        yield f"{{\n{_dump('format')}: {_dump(FORMAT)}"
        yield from _listed("collections", map(_dump, _collections(record)))
        yield from _listed("articles", _articles(record, lists))
        yield from _listed("versions", map(_dump, map(_version, record.versions)))
        for name, waiting in lists.items():
            yield from _listed(name, waiting)
        yield from _listed("readings", map(_dump, _readings(record)))
        yield from _listed("policies", map(_dump, _policies(record)))
        yield from _listed("decisions", map(_dump, map(_decision, record.decisions)))
        yield from _listed("chains", map(_dump, map(_chain, record.chains)))
        if record.problems:
            yield from _listed("problems", map(_dump, record.problems))
        yield "\n}\n"


def project_tree(record: Record) -> JsonObject:
    """Return what the JSON file holds, as plain values."""
    tree: JsonObject = json.loads("".join(project_text(record)))
    return tree


_LISTS: Final = ("claims", "extractions", "agreements", "votes", "notes")
"""What is found article by article, and stands behind all articles."""


def _listed(name: str, items: Iterable[str]) -> Iterator[str]:
    """Yield a list, an item a line, and what separates it from what stands before it."""
    yield f",\n{_dump(name)}: ["
    separator = "\n"
    for item in items:
        yield separator + item
        separator = ",\n"
    yield "]" if separator == "\n" else "\n]"


def _articles(record: Record, lists: Mapping[str, WaitingLines]) -> Iterator[str]:
    """Yield the articles, and put into the lists what follows of each."""
    for recorded, states in record.by_article():
        lists["extractions"].add(map(_dump, map(_extraction, recorded.extractions)))
        for state in _as_extracted(recorded, states):
            lists["claims"].add((_dump(_claim_state(state)),))
            for name, parts in (("agreements", state.agreements), ("votes", state.votes), ("notes", state.notes)):
                lists[name].add(_dump({"claim": state.key, **_plain(part)}) for part in parts)
        yield _dump(_article(recorded))


def _as_extracted(recorded: RecordedArticle, states: tuple[ClaimState, ...]) -> list[ClaimState]:
    """The claims of an article: those of the rules as they were found, those of models, those of reviewers."""
    extracted = [claim.key for claim in (*recorded.extracted, *recorded.proposed)]
    found = {key: place for place, key in enumerate(extracted)}
    return sorted(states, key=lambda state: (found.get(state.key, len(found)), state.claim.start, state.key))


def _collections(record: Record) -> Iterator[JsonObject]:
    for collection in record.collections:
        yield {"name": collection.name, "articles": list(collection.articles)}


def _readings(record: Record) -> Iterator[JsonObject]:
    for key, readings in record.readings.items():
        for reading in readings.values():
            yield {"article": key, **_plain(reading)}


def _policies(record: Record) -> Iterator[JsonObject]:
    for name, policy in record.policies.items():
        yield {"collection": name, **_plain(policy)}


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
