"""The published schema of project files: what is exported is valid, and what is broken is not."""

import importlib.util
import json
from collections.abc import Iterator
from copy import deepcopy
from datetime import UTC, datetime
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from workbench.claims.model import Claim
from workbench.reports import ExportFormat, export_text
from workbench.review.intake import add_bytes
from workbench.store.engine import Store
from workbench.store.extractions import add_extraction
from workbench.store.model import Extraction
from workbench.vocabulary import ClaimOrigin, DecisionKind

DOCS = Path(__file__).parents[2] / "docs"
SCHEMA: dict[str, Any] = json.loads((DOCS / "workbench-1.schema.json").read_text("utf-8"))
ZEROS = "0" * 64


def made_by() -> ModuleType:
    """Return the script that writes the schema."""
    spec = importlib.util.spec_from_file_location("project_schema", DOCS / "project_schema.py")
    assert spec is not None
    assert spec.loader is not None
    script = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(script)
    return script


def closed(schema: Any) -> Any:
    """Return the schema such that no object has a key that it does not know."""
    if isinstance(schema, list):
        return [closed(each) for each in schema]
    if not isinstance(schema, dict):
        return schema
    found = {name: closed(each) for name, each in schema.items()}
    is_of_an_object = "object" in schema.get("type", ()) and "properties" in schema
    return {"additionalProperties": False, **found} if is_of_an_object else found


def errors(project: Any, schema: Any = SCHEMA) -> list[str]:
    return [error.json_path for error in Draft202012Validator(schema).iter_errors(project)]


def propose(store: Store, article: str, words: str, text: str) -> None:
    """Let a language model have proposed these words of an article as a claim."""
    start = text.index(words)
    claim = Claim(article, start, start + len(words), words, (), origin=ClaimOrigin.LLM, extractor="tiny")
    with store.write() as connection:
        add_extraction(connection, Extraction(article, "tiny", datetime.now(UTC), (claim,), 2, 0, {"not_found": 1}))


def test_the_schema_is_one_and_is_that_of_the_program() -> None:
    Draft202012Validator.check_schema(SCHEMA)
    assert made_by().schema_text() == (DOCS / "workbench-1.schema.json").read_text("utf-8"), "run make docs"


def test_every_export_is_valid_and_the_schema_knows_its_every_key(
    store: Store, project: str, settled_project: str
) -> None:
    empty = json.loads(export_text(store, ExportFormat.JSON))
    older = "Boat\n\nThe boat Ada sank on Monday, said Ann. All 41 people were saved by noon. Was it old? 🚢\n"
    key, *_ = add_bytes(store, older.encode("utf-16"), "boat.txt", "Sea")
    propose(store, key, "Was it old?", older)
    add_bytes(store, older.replace("41", "43").encode(), "boat.txt", "Sea")
    rich = json.loads(export_text(store, ExportFormat.JSON))
    assert rich["versions"]
    assert rich["extractions"]
    for exported in (empty, json.loads(project), json.loads(settled_project), rich):
        assert errors(exported) == []
        assert errors(exported, closed(SCHEMA)) == []


def broken(project: dict[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield the project with one thing wrong in it, each with where that is."""
    changes = [
        ("$.format", ("format",), "workbench/2"),
        ("$", ("decisions",), ...),
        ("$.articles[0]", ("articles", 0, "text"), ...),
        ("$.articles[0].key", ("articles", 0, "key"), "x"),
        ("$.articles[0].published", ("articles", 0, "published"), "soon"),
        ("$.articles[0].added_at", ("articles", 0, "added_at"), "2026-01-01"),
        ("$.articles[0].blocks[0].kind", ("articles", 0, "blocks", 0, "kind"), "poem"),
        ("$.articles[0].sentences[0].start", ("articles", 0, "sentences", 0, "start"), -1),
        ("$.claims[0].key", ("claims", 0, "key"), ZEROS),
        ("$.claims[0].verdict", ("claims", 0, "verdict"), "true"),
        ("$.claims[0].checkworthiness", ("claims", 0, "checkworthiness"), 2),
        ("$.claims[0].sentences[0]", ("claims", 0, "sentences"), ["1"]),
        ("$.votes[0].verdict", ("votes", 0, "verdict"), "yes"),
        ("$.decisions[0].kind", ("decisions", 0, "kind"), "dream"),
        ("$.decisions[0].payload", ("decisions", 0, "payload"), {"mood": "good"}),
        ("$.decisions[0].hash", ("decisions", 0, "hash"), None),
        ("$.collections[0].name", ("collections", 0, "name"), ""),
    ]
    for place, way, value in changes:
        changed = deepcopy(project)
        inner: Any = changed
        for step in way[:-1]:
            inner = inner[step]
        if value is ...:
            del inner[way[-1]]
        else:
            inner[way[-1]] = value
        yield place, changed


def test_what_is_broken_is_refused_at_its_place(settled_project: str) -> None:
    for place, project in broken(json.loads(settled_project)):
        assert any(found.startswith(place) for found in errors(project)), place


@pytest.mark.parametrize("kind", DecisionKind)
def test_a_decision_says_only_what_its_kind_can_say(settled_project: str, kind: DecisionKind) -> None:
    project = json.loads(settled_project)
    project["decisions"] = [{**project["decisions"][0], "kind": kind.value, "payload": {"mood": "good"}}]
    found = Draft202012Validator(SCHEMA).iter_errors(project)
    assert [error.json_path for error in found if error.validator == "additionalProperties"] == [
        "$.decisions[0].payload"
    ]
