"""A selection of claims in every format of the field: the chosen ones are told of, at their places, and no others."""

import io
import json
import xml.etree.ElementTree as ElementTree
import zipfile
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from workbench.reports import ExportFormat
from workbench.reports.formats import LEFT_OUT, RENDERERS
from workbench.reports.interchange.fever import fever_id
from workbench.reports.interchange.qdpx import NAMESPACE
from workbench.reports.record import Record
from workbench.reports.recording import load_record
from workbench.reports.writing import as_bytes
from workbench.review.intake import add_bytes
from workbench.review.session import Review
from workbench.store.claim_state import Agreement, ClaimState
from workbench.store.engine import open_store
from workbench.store.payloads import AddNote, MarkVerdict, RecordAgreement, RewordClaim
from workbench.vocabulary import Relation, Verdict

Places = dict[str, tuple[int, int]]
OF_THE_PROJECT = {"html", "pdf", "md", "docx", "csv", "xlsx", "json"}
"""The reports and tables of the program itself: tested where they are."""

INTERCHANGE = [wanted for wanted in ExportFormat if wanted.value not in OF_THE_PROJECT]
WITHOUT_CLAIMS = [ExportFormat.CSL, ExportFormat.BIBTEX]
WITH_CLAIMS = [wanted for wanted in INTERCHANGE if wanted not in WITHOUT_CLAIMS]


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Record:
    """Two articles, whose every claim has a wording, a note, a verdict and a relation that are its own."""
    first = (
        "Harbour 🚢\n\n😀 The ferry sank on Monday. Forty people were saved. The captain was rescued by a trawler.\n"
    )
    second = "Courier\n\nThe ferry sank on Sunday. 🌊 Thirty people were saved. The mayor visited the harbour.\n"
    with open_store(tmp_path_factory.mktemp("whole") / "whole.db") as store:
        for name, text in (("a.txt", first), ("b.txt", second)):
            add_bytes(store, text.encode(), name, "Sea")
        review = Review(store, "Anna", "Sea")
        for number, row in enumerate(review.queue()):
            review.decide(row.key, MarkVerdict(Verdict.SUPPORTED))
            review.decide(row.key, RewordClaim(wording(number)))
            review.decide(row.key, AddNote(note(number)))
            other = next(article for article in review.articles if article.key != row.article)
            review.decide(row.key, RecordAgreement(other.key, Relation.CORROBORATES, (other.sentences - 1,)))
        return load_record(store, "Sea", datetime(2026, 3, 1, 12, tzinfo=UTC))


@pytest.fixture
def some(whole: Record) -> Record:
    """The same record, that tells of every other claim."""
    keys = [state.key for state in whole.claims]
    assert len(keys) == 6
    return replace(whole, chosen=frozenset(keys[::2]))


def wording(number: int) -> str:
    return f"Wording w{number}x of a claim."


def note(number: int) -> str:
    return f"Remark r{number}x about a claim."


def unclear(state: ClaimState) -> tuple[Agreement, ...]:
    """Return the claim's relations as such that no data set has a label for."""
    return tuple(replace(given, relation=Relation.UNCLEAR) for given in state.agreements)


def rendered(record: Record, wanted: ExportFormat) -> list[bytes]:
    """Return every file that is written, those in archives too."""
    found = []
    for render in RENDERERS[wanted].values():
        content = b"".join(map(as_bytes, render(record)))
        if content.startswith(b"PK"):
            archive = zipfile.ZipFile(io.BytesIO(content))
            found += [archive.read(name) for name in archive.namelist()]
        else:
            found.append(content)
    return found


def names(number: int, record: Record) -> set[str]:
    """Return what only the claim with this number is called or has been told of."""
    key = next(state.key for state in record.claims if state.text == wording(number))
    return {key, f'"id": {fever_id(key)},', wording(number), note(number)}


@pytest.mark.parametrize("wanted", INTERCHANGE)
def test_only_the_chosen_claims_are_told_of(some: Record, whole: Record, wanted: ExportFormat) -> None:
    text = b"\n".join(rendered(some, wanted)).decode()
    everything = b"\n".join(rendered(whole, wanted)).decode()
    for number, state in enumerate(some.claims):
        assert state.text == wording(number)
        found = {name for name in names(number, some) if name in text}
        assert bool(found) == (some.tells_of(state.key) and wanted not in WITHOUT_CLAIMS)
        assert found <= {name for name in names(number, some) if name in everything}


@pytest.mark.parametrize("wanted", WITHOUT_CLAIMS)
def test_sources_are_the_same_whichever_claims_are_chosen(some: Record, whole: Record, wanted: ExportFormat) -> None:
    assert rendered(some, wanted) == rendered(whole, wanted)


@pytest.mark.parametrize("wanted", WITH_CLAIMS)
def test_whoever_chooses_no_claim_gets_none(whole: Record, wanted: ExportFormat) -> None:
    text = b"\n".join(rendered(replace(whole, chosen=frozenset()), wanted)).decode()
    assert not any(name in text for number in range(6) for name in names(number, whole))


def in_label_studio(files: list[bytes]) -> Places:
    results = [result for task in json.loads(files[0]) for result in task["annotations"][0]["result"]]
    return {r["id"]: (r["value"]["start"], r["value"]["end"]) for r in results if r["type"] == "labels"}


def in_doccano(files: list[bytes]) -> Places:
    lines = [json.loads(line) for line in files[0].splitlines()]
    pairs = [pair for line in lines for pair in zip(line["claims"], line["label"], strict=True)]
    return {key: (start, end) for key, (start, end, _) in pairs}


def in_annotations(files: list[bytes]) -> Places:
    items = json.loads(files[0])["first"]["items"]
    places = [(item["id"], item["target"]["selector"][1]) for item in items if item["motivation"] == "describing"]
    return {name: (place["start"], place["end"]) for name, place in places}


def in_prov(files: list[bytes]) -> Places:
    entities = json.loads(files[0])["entity"]
    claims = {name: entity for name, entity in entities.items() if "workbench:start" in entity}
    return {name: (claim["workbench:start"], claim["workbench:end"]) for name, claim in claims.items()}


def in_qdpx(files: list[bytes]) -> Places:
    found = ElementTree.fromstring(files[0]).iter(f"{{{NAMESPACE}}}PlainTextSelection")
    return {s.attrib["guid"]: (int(s.attrib["startPosition"]), int(s.attrib["endPosition"])) for s in found}


def in_xmi(files: list[bytes]) -> Places:
    roots = [ElementTree.fromstring(file) for file in files]
    found = [claim.attrib for root in roots for claim in root.iter("{http:///webanno/custom.ecore}Claim")]
    return {claim["key"]: (int(claim["begin"]), int(claim["end"])) for claim in found}


@pytest.mark.parametrize(
    ("wanted", "places"),
    [
        (ExportFormat.LABEL_STUDIO, in_label_studio),
        (ExportFormat.DOCCANO, in_doccano),
        (ExportFormat.WEB_ANNOTATION, in_annotations),
        (ExportFormat.PROV, in_prov),
        (ExportFormat.QDPX, in_qdpx),
        (ExportFormat.INCEPTION, in_xmi),
    ],
)
def test_chosen_claims_stand_where_they_stand_among_all(
    some: Record, whole: Record, wanted: ExportFormat, places: Callable[[list[bytes]], Places]
) -> None:
    chosen, everything = places(rendered(some, wanted)), places(rendered(whole, wanted))
    assert (len(chosen), len(everything)) == (3, 6)
    assert chosen.items() <= everything.items()


@pytest.mark.parametrize("wanted", LEFT_OUT)
def test_what_is_left_out_is_counted_among_the_chosen_claims(some: Record, whole: Record, wanted: ExportFormat) -> None:
    for record, number in ((whole, "6"), (some, "3")):
        claims = tuple(replace(state, votes=(), agreements=unclear(state)) for state in record.claims)
        assert f"Left out: {number} " in str(LEFT_OUT[wanted](replace(record, claims=claims)))


def test_a_relation_to_a_claim_that_is_not_told_of_is_no_link(settled_record: Record) -> None:
    record = replace(settled_record, claims=tuple(replace(each, discarded_by=None) for each in settled_record.claims))
    named = next(state for state in record.claims if any(given.other_claim for given in state.agreements))
    (project, *_) = rendered(record, ExportFormat.QDPX)
    assert b"<Link " in project
    (project, *_) = rendered(replace(record, chosen=frozenset({named.key})), ExportFormat.QDPX)
    assert named.key.encode() in project
    assert b"<Link" not in project
