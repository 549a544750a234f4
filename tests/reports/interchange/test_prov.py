"""PROV-JSON as the W3C's model has it, read by the library of its authors."""

import json
from collections import Counter
from dataclasses import replace
from typing import Any

import prov.model
import pytest
from prov.model import ProvDocument

from workbench.reports.interchange.prov import prov_text
from workbench.reports.record import Record
from workbench.store.decisions import format_time
from workbench.store.payloads import payload_from_json

RELATIONS = {
    "wasGeneratedBy": ("prov:entity", "prov:activity"),
    "used": ("prov:activity", "prov:entity"),
    "wasInformedBy": ("prov:informed", "prov:informant"),
    "wasAssociatedWith": ("prov:activity", "prov:agent"),
    "wasAttributedTo": ("prov:entity", "prov:agent"),
    "wasDerivedFrom": ("prov:generatedEntity", "prov:usedEntity"),
    "wasInvalidatedBy": ("prov:entity", "prov:activity"),
    "hadMember": ("prov:collection", "prov:entity"),
}


def read(text: str) -> ProvDocument:
    """Read PROV-JSON with the library."""
    return ProvDocument.deserialize(content=text, format="json")


def test_the_library_reads_all_of_it(settled_record: Record) -> None:
    text = "".join(prov_text(settled_record))
    document, written = read(text), json.loads(text)
    found = Counter(type(record) for record in document.get_records())
    assert found[prov.model.ProvEntity] == len(written["entity"])
    assert found[prov.model.ProvActivity] == len(written["activity"])
    assert found[prov.model.ProvAgent] == len(written["agent"])
    assert found.total() == sum(len(statements) for kind, statements in written.items() if kind != "prefix")
    assert read(document.serialize(format="json")) == document
    assert "wasInvalidatedBy" in document.get_provn()


def test_every_decision_is_complete_with_who_and_when(settled_record: Record) -> None:
    written = json.loads("".join(prov_text(settled_record)))
    who = {found["prov:entity"]: found["prov:agent"] for found in written["wasAttributedTo"].values()}
    made = {found["prov:entity"]: found for found in written["wasGeneratedBy"].values()}
    for decision in settled_record.decisions:
        name = f"uuid:{decision.id}"
        entity = written["entity"][name]
        assert payload_from_json(decision.kind, json.loads(entity["workbench:payload"])) == decision.payload
        assert (entity["workbench:hash"], entity["workbench:previous"]) == (decision.hash, decision.previous)
        assert written["agent"][who[name]]["prov:label"] == decision.reviewer
        assert made[name]["prov:time"] == format_time(decision.at)


def test_the_decisions_of_one_action_are_one_activity(settled_record: Record) -> None:
    written = json.loads("".join(prov_text(settled_record)))
    made = {found["prov:entity"]: found["prov:activity"] for found in written["wasGeneratedBy"].values()}
    actions = [decision.action or decision.id for decision in settled_record.decisions]
    assert len({made[f"uuid:{decision.id}"] for decision in settled_record.decisions}) == len(set(actions))
    assert len(set(actions)) < len(actions)


def test_an_undo_invalidates_what_it_takes_back(settled_record: Record) -> None:
    written = json.loads("".join(prov_text(settled_record)))
    taken = {found["prov:entity"] for found in written["wasInvalidatedBy"].values()}
    assert taken == {f"uuid:{decision.undoes}" for decision in settled_record.decisions if decision.undoes}
    assert taken


def test_everything_related_is_stated_and_nothing_comes_into_being_twice(settled_record: Record) -> None:
    written = json.loads("".join(prov_text(settled_record)))
    stated = {name for kind in ("entity", "activity", "agent") for name in written[kind]}
    for relation, roles in RELATIONS.items():
        for found in written.get(relation, {}).values():
            assert {found[role] for role in roles} <= stated, relation
    made = [found["prov:entity"] for found in written["wasGeneratedBy"].values()]
    assert len(made) == len(set(made))


def test_claims_come_from_articles(settled_record: Record) -> None:
    written = json.loads("".join(prov_text(settled_record)))
    derived = {found["prov:generatedEntity"]: found["prov:usedEntity"] for found in written["wasDerivedFrom"].values()}
    for state in settled_record.claims:
        assert derived[f"uuid:{state.key}"] == f"sha256:{state.claim.article}"
        assert written["entity"][f"uuid:{state.key}"]["prov:label"] == state.text
    generated = {found["prov:entity"] for found in written["wasGeneratedBy"].values()}
    assert {f"uuid:{state.key}" for state in settled_record.claims} <= generated


def test_decisions_that_are_left_out_leave_no_hole(settled_record: Record) -> None:
    """What is not to be seen yet is not in a record, and what names it must not name nothing."""
    some = replace(settled_record, decisions=settled_record.decisions[1::2])
    written: dict[str, Any] = json.loads("".join(prov_text(some)))
    stated = {name for kind in ("entity", "activity", "agent") for name in written[kind]}
    for relation, roles in RELATIONS.items():
        assert all(found[role] in stated for found in written.get(relation, {}).values() for role in roles)
    read("".join(prov_text(some)))


def test_the_same_record_gives_the_same_text(settled_record: Record) -> None:
    assert "".join(prov_text(settled_record)) == "".join(prov_text(settled_record))
    later = replace(settled_record, generated_at=settled_record.generated_at.replace(year=2030))
    assert "".join(prov_text(later)) == "".join(prov_text(settled_record))


@pytest.mark.timeout(300)
def test_hostile_text_stays_data(hostile: tuple[str, Record]) -> None:
    _, record = hostile
    text = "".join(prov_text(record))
    assert text.isascii()
    assert not any(ord(sign) < 0x20 for sign in text.replace("\n", ""))
    labels = {found["prov:label"] for found in json.loads(text)["agent"].values()}
    assert labels == {"claim-workbench", *(decision.reviewer for decision in record.decisions)}
    assert len(list(read(text).get_records(prov.model.ProvAgent))) == len(labels)
