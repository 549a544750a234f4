"""Write docs/workbench-1.schema.json: what a project file is, for whoever reads or makes one. Run by `make docs`.

The vocabulary, and what people decide, come from the program's own data classes; so does the order of the keys. A file
may hold more keys than these, but in the payloads of decisions, which their hashes cover. What no schema can say (that
offsets fit the text, keys and hashes what they are of, and states follow from decisions), `workbench import json`
checks.
"""

import json
from dataclasses import MISSING, fields
from datetime import datetime
from enum import Enum
from pathlib import Path
from types import NoneType, UnionType
from typing import Any, TypeAlias, get_args, get_origin, get_type_hints

from workbench.matching.model import CarriedSentence
from workbench.reports.project.writer import FORMAT
from workbench.store.claim_state import Agreement, Note, Vote
from workbench.store.payloads import PAYLOAD_OF_KIND
from workbench.store.policy import Policy
from workbench.store.readings import SentenceReading
from workbench.store.settled import Adjudication, Assignment, CellAdjudication, ConfirmedOrigin, Evidence, Waiver
from workbench.vocabulary import (
    AnchorState,
    AsserterNaming,
    BlockKind,
    ClaimOrigin,
    ClaimType,
    DecisionKind,
    Facet,
    PassedOver,
    ScoreReason,
    Verdict,
    WorkflowState,
)

SCHEMA_FILE = Path(__file__).resolve().parent / "workbench-1.schema.json"
Schema: TypeAlias = dict[str, Any]

TEXT: Schema = {"type": "string"}
NAME: Schema = {"type": "string", "minLength": 1}
FLAG: Schema = {"type": "boolean"}
COUNT: Schema = {"type": "integer", "minimum": 0}
NUMBER: Schema = {"type": "number"}
SCORE: Schema = {"type": "number", "minimum": 0, "maximum": 1}
SHA256: Schema = {"type": "string", "pattern": "^[0-9a-f]{64}$"}
UUID: Schema = {"type": "string", "pattern": "^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$"}
TIME: Schema = {"type": "string", "pattern": r"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z$"}
DAY: Schema = {"type": "string", "pattern": r"^\d{4}-\d\d-\d\d(T.+)?$"}
SPAN: Schema = {"type": "array", "prefixItems": [COUNT, COUNT], "minItems": 2, "maxItems": 2}
PLAIN: dict[Any, Schema] = {
    str: TEXT,
    int: COUNT,
    float: NUMBER,
    bool: FLAG,
    datetime: TIME,
    NoneType: {"type": "null"},
}


def project_schema() -> Schema:
    """Return the JSON Schema (2020-12) of a project."""
    terms: dict[str, Schema] = {}
    maker = _Maker(terms)
    properties = maker.project()
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": "urn:claim-workbench:workbench-1",
        "title": "A claim-workbench project, as `workbench export json` writes it",
        **properties,
        "$defs": dict(sorted(terms.items())),
    }


class _Maker:
    """Makes the parts of the schema; each term of the vocabulary is defined once, in `terms`."""

    def __init__(self, terms: dict[str, Schema]) -> None:
        self._terms = terms

    def project(self) -> Schema:
        required = {
            "format": {"const": FORMAT},
            "collections": _list(_object({"name": NAME, "articles": _list(SHA256)})),
            "articles": _list(self.article()),
            "claims": _list(self.claim()),
            "decisions": _list(self.decision()),
        }
        optional = {
            "versions": _list(self.version()),
            "extractions": _list(self.extraction()),
            "agreements": _list(self.of_claim(Agreement)),
            "votes": _list(self.of_claim(Vote, ("unsupported_at",))),
            "notes": _list(self.of_claim(Note)),
            "readings": _list(self.plain(SentenceReading, {"article": SHA256})),
            "policies": _list(self.plain(Policy, {"collection": NAME})),
            "chains": _list(_object({"database": UUID, "reviewer": NAME, "length": COUNT, "hash": SHA256})),
            "problems": _list(TEXT),
        }
        return _object(required, optional)

    def article(self) -> Schema:
        blocks = _object({"start": COUNT, "end": COUNT, "kind": self.term(BlockKind)})
        sentences = _object({"start": COUNT, "end": COUNT, "block": COUNT}, {"passed_over": self.term(PassedOver)})
        required = {
            "key": SHA256,
            "name": TEXT,
            "encoding": TEXT,
            "sha256": SHA256,
            "added_at": TIME,
            "text": TEXT,
            "blocks": _list(blocks),
            "sentences": _list(sentences),
        }
        known = dict.fromkeys(("title", "publisher", "byline", "url", "language"), TEXT)
        base64 = {"type": "string", "contentEncoding": "base64"}
        return _object(required, {**known, "published": DAY, "raw": base64})

    def claim(self) -> Schema:
        required = {
            "key": UUID,
            "article": SHA256,
            "start": COUNT,
            "end": COUNT,
            "text": NAME,
            "sentences": _list(COUNT),
            "is_quote": FLAG,
            "type": self.term(ClaimType),
            "checkworthiness": SCORE,
            "origin": self.term(ClaimOrigin),
        }
        source = {"sentences": _list(COUNT), "state": self.term(AnchorState), "score": NUMBER, "by": NAME}
        carried = {"claim": UUID, "article": SHA256, "state": self.term(AnchorState), "extracted": FLAG}
        optional = {
            "asserter": TEXT,
            "cue": TEXT,
            "checkable": SCORE,
            "reasons": _list(self.term(ScoreReason)),
            "attributions": _list(self.attribution()),
            "extractor": TEXT,
            "wording": TEXT,
            "state": self.term(WorkflowState),
            "verdict": self.term(Verdict),
            "discarded_by": NAME,
            "discard_reason": TEXT,
            "parked": FLAG,
            "signed_off_by": NAME,
            "sources": _list(_object(source)),
            "carried": _object(carried),
            "evidence": _list(self.plain(Evidence)),
            "origins": _list(self.plain(ConfirmedOrigin)),
            "waivers": _list(self.plain(Waiver)),
            "adjudication": self.plain(Adjudication),
            "settled_cells": _list(self.plain(CellAdjudication)),
            "assignments": _list(self.plain(Assignment)),
        }
        return _object(required, optional)

    def attribution(self) -> Schema:
        required = {"contents": _list(SPAN), "naming": self.term(AsserterNaming), "denies": FLAG}
        return _object(required, {"cue": SPAN, "source": SPAN, "asserter": TEXT, "antecedent": SPAN})

    def version(self) -> Schema:
        lists = {"sentences": _list(COUNT), "candidates": _list(SPAN), "differs": _list(self.term(Facet))}
        place = {"newer": UUID, "start": COUNT, "end": COUNT, "text": TEXT}
        claim = _object({"older": UUID, "state": self.term(AnchorState), **lists}, place)
        sentence = self.plain(CarriedSentence)
        ends = {"newer": SHA256, "older": SHA256, "new_sentences": COUNT}
        return _object({**ends, "claims": _list(claim), "sentences": _list(sentence)})

    def extraction(self) -> Schema:
        counts = {"proposed": COUNT, "known": COUNT, "dropped": {"type": "object", "additionalProperties": COUNT}}
        return _object({"article": SHA256, "extractor": NAME, "at": TIME, **counts, "claims": _list(UUID)})

    def decision(self) -> Schema:
        required = {
            "id": UUID,
            "database": UUID,
            "reviewer": NAME,
            "at": TIME,
            "kind": self.term(DecisionKind),
            "claim": UUID,
            "payload": {"type": "object"},
            "position": COUNT,
            "previous": SHA256,
            "hash": SHA256,
        }
        known = [self.payload_of(kind, payload) for kind, payload in PAYLOAD_OF_KIND.items()]
        return {**_object(required, {"undoes": UUID, "action": UUID}), "allOf": known}

    def payload_of(self, kind: DecisionKind, payload: type[Any]) -> Schema:
        """Return what a decision of one kind says: fields that hold their default may be left out, others are none."""
        types = get_type_hints(payload)
        described = {
            "type": "object",
            "description": _first_line(payload),
            "properties": {name: self.typed(wanted) for name, wanted in types.items()},
            "required": [field.name for field in fields(payload) if field.default is MISSING],
            "additionalProperties": False,
        }
        is_kind = {"properties": {"kind": {"const": kind.value}}, "required": ["kind"]}
        return {"if": is_kind, "then": {"properties": {"payload": described}}}

    def of_claim(self, made: type[Any], later: tuple[str, ...] = ()) -> Schema:
        """Return a part of a claim's state that is listed beside the claims."""
        return self.plain(made, {"claim": UUID}, later)

    def plain(self, made: type[Any], before: Schema | None = None, later: tuple[str, ...] = ()) -> Schema:
        """Return a data class as it is written, field by field; a file of an older version lacks the `later` ones."""
        types = {name: self.typed(wanted) for name, wanted in get_type_hints(made).items()}
        required = [name for name in types if name not in later]
        properties = {**(before or {}), **types}
        return {"type": "object", "properties": properties, "required": [*(before or {}), *required]}

    def typed(self, wanted: Any) -> Schema:
        """Return what stands for a Python type."""
        if get_origin(wanted) is UnionType:
            return {"anyOf": [self.typed(each) for each in get_args(wanted)]}
        if get_origin(wanted) is tuple:
            inner, *rest = get_args(wanted)
            if rest == [Ellipsis]:
                return _list(self.typed(inner))
            return SPAN
        if isinstance(wanted, type) and issubclass(wanted, Enum):
            return self.term(wanted)
        return PLAIN[wanted]

    def term(self, kind: type[Enum]) -> Schema:
        """Return a reference to the terms of an enumeration."""
        values = [each.value for each in kind]
        self._terms[kind.__name__] = {"description": _first_line(kind), "enum": values}
        return {"$ref": f"#/$defs/{kind.__name__}"}


def _object(required: dict[str, Schema], optional: dict[str, Schema] | None = None) -> Schema:
    """Return an object; null is as good as a key that is not there."""
    may_be_null = {name: _or_null(each) for name, each in (optional or {}).items()}
    return {"type": "object", "properties": {**required, **may_be_null}, "required": list(required)}


def _or_null(schema: Schema) -> Schema:
    if "type" in schema:
        return {**schema, "type": [schema["type"], "null"]}
    return {"anyOf": [schema, {"type": "null"}]}


def _list(items: Schema) -> Schema:
    return {"type": "array", "items": items}


def _first_line(described: type[Any]) -> str:
    return (described.__doc__ or "").strip().splitlines()[0]


def schema_text() -> str:
    """Return the schema as the file holds it."""
    return json.dumps(project_schema(), indent=1, ensure_ascii=False) + "\n"


if __name__ == "__main__":
    SCHEMA_FILE.write_text(schema_text(), "utf-8")
