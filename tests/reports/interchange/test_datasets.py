"""FEVER, WiCE and AVeriTeC: the exact names, labels and evidence that these data sets have."""

import json
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from workbench.reports import ExportFormat, export_text
from workbench.reports.formats import LEFT_OUT, RENDERERS
from workbench.reports.interchange.averitec import LABELS as AVERITEC_LABELS
from workbench.reports.interchange.exported import exported_claims
from workbench.reports.interchange.fever import fever_id
from workbench.reports.record import Record
from workbench.reports.recording import load_record
from workbench.reports.writing import as_bytes
from workbench.review.intake import add_bytes
from workbench.review.session import Review
from workbench.store.engine import Store
from workbench.store.payloads import AttachEvidence, DiscardClaim, LinkSource, MarkVerdict, RecordAgreement
from workbench.vocabulary import Relation, Verdict

FIRST = (
    "Harbour\n\nThe ferry sank. Forty people were saved. Police arrested the owner. The sea was rough. It was Monday.\n"
)
SECOND = "Courier\n\nA ferry went down. The vessel had sunk by noon. Fifty people were saved.\n"
JSON_LINES = (ExportFormat.FEVER, ExportFormat.WICE)


def render(record: Record, wanted: ExportFormat) -> list[dict[str, Any]]:
    (renderer,) = RENDERERS[wanted].values()
    text = b"".join(map(as_bytes, renderer(record))).decode()
    assert text.isascii()
    if wanted in JSON_LINES:
        assert all(text.splitlines())
        return [json.loads(line) for line in text.splitlines()]
    found: list[dict[str, Any]] = json.loads(text)
    return found


def supported(record: Record) -> Record:
    """Return the record with every vote for “supported”."""
    votes = {
        state.key: tuple(replace(vote, verdict=Verdict.SUPPORTED) for vote in state.votes) for state in record.claims
    }
    return replace(record, claims=tuple(replace(state, votes=votes[state.key]) for state in record.claims))


@pytest.fixture
def keys(store: Store) -> dict[str, str]:
    """The claims of the first article by their last word, and both articles by name, in a reviewed database."""
    add_bytes(store, FIRST.encode(), "first.txt", "Sea")
    add_bytes(store, SECOND.encode(), "second.txt", "Sea")
    anna, ben = Review(store, "Anna", "Sea"), Review(store, "Ben", "Sea")
    articles = {summary.name: summary.key for summary in anna.articles}
    claims = {row.text.rstrip(".").split()[-1]: row.key for row in anna.queue() if row.article == articles["first.txt"]}
    second = articles["second.txt"]
    sank, saved, arrested, rough = (claims[word] for word in ("sank", "saved", "owner", "rough"))
    anna.decide(sank, MarkVerdict(Verdict.SUPPORTED))
    anna.decide(sank, LinkSource((1, 2)))
    anna.decide(sank, RecordAgreement(second, Relation.CORROBORATES, (1,)))
    ben.decide(sank, RecordAgreement(second, Relation.CORROBORATES, (2,)))
    anna.decide(saved, MarkVerdict(Verdict.REFUTED))
    anna.decide(saved, RecordAgreement(second, Relation.CONTRADICTS, (3,)))
    anna.decide(arrested, MarkVerdict(Verdict.NOT_ENOUGH_EVIDENCE))
    anna.decide(arrested, RecordAgreement(second, Relation.NOT_ADDRESSED))
    anna.decide(rough, MarkVerdict(Verdict.PARTIALLY_SUPPORTED, unsupported="rough"))
    anna.decide(rough, RecordAgreement(second, Relation.UPDATES, (3,)))
    anna.decide(saved, AttachEvidence("https://example.org/log", "The log", quote="51 were saved."))
    return claims | articles


@pytest.fixture
def sea(store: Store, keys: dict[str, str], moment: Any) -> Record:
    return load_record(store, "Sea", moment)


def test_fever_holds_alternatives_in_the_outer_list(sea: Record, keys: dict[str, str]) -> None:
    lines = {line["id"]: line for line in render(sea, ExportFormat.FEVER)}
    assert all(list(line) == ["id", "verifiable", "label", "claim", "evidence"] for line in lines.values())
    first, second = keys["first.txt"], keys["second.txt"]
    sank = lines[fever_id(keys["sank"])]
    assert (sank["label"], sank["verifiable"], sank["claim"]) == ("SUPPORTS", "VERIFIABLE", "The ferry sank.")
    assert [[piece[2:] for piece in group] for group in sank["evidence"]] == [
        [[first, 1]],
        [[first, 1], [first, 2]],
        [[second, 1]],
        [[second, 2]],
    ]
    saved = lines[fever_id(keys["saved"])]
    assert (saved["label"], saved["evidence"][0][0][2:]) == ("REFUTES", [second, 3])
    arrested = lines[fever_id(keys["owner"])]
    assert (arrested["label"], arrested["verifiable"]) == ("NOT ENOUGH INFO", "NOT VERIFIABLE")
    assert [piece[1:] for piece in arrested["evidence"][0]] == [[None, None, None]]
    assert len(lines) == 3
    groups = [group for line in lines.values() for group in line["evidence"]]
    assert len({group[0][0] for group in groups}) == len(groups)


def test_wice_holds_a_line_for_each_relation_that_it_has_a_label_for(sea: Record, keys: dict[str, str]) -> None:
    lines = {line["meta"]["id"].partition(":")[0]: line for line in render(sea, ExportFormat.WICE)}
    assert all(list(line) == ["label", "supporting_sentences", "claim", "evidence", "meta"] for line in lines.values())
    assert all(list(line["meta"]) == ["id", "claim_title", "claim_section", "claim_context"] for line in lines.values())
    sank, saved, arrested = (lines[keys[word]] for word in ("sank", "saved", "owner"))
    assert (sank["label"], sank["supporting_sentences"]) == ("supported", [[1], [2]])
    assert [sank["evidence"][number] for number in (1, 2)] == ["A ferry went down.", "The vessel had sunk by noon."]
    assert sank["meta"]["claim_title"] == "Harbour"
    assert sank["claim"] in sank["meta"]["claim_context"]
    assert [(line["label"], line["supporting_sentences"]) for line in (saved, arrested)] == [("not_supported", [])] * 2
    assert keys["rough"] not in lines


def test_averitec_asks_what_each_article_says(sea: Record) -> None:
    claims = {found["claim"]: found for found in render(sea, ExportFormat.AVERITEC)}
    assert {tuple(found) for found in claims.values()} == {
        (
            *("claim", "required_reannotation", "label", "justification", "claim_date", "speaker"),
            *("original_claim_url", "cached_original_claim_url", "fact_checking_article", "reporting_source"),
            *("location_ISO_code", "claim_types", "fact_checking_strategies", "questions"),
        )
    }
    assert [found["label"] for found in claims.values()] == ["Supported", "Refuted", "Not Enough Evidence"]
    of_second, of_log = claims["Forty people were saved."]["questions"]
    assert of_second["question"] == "What does “Courier” say of this?"
    assert [answer["answer"] for answer in of_second["answers"]] == ["Fifty people were saved."]
    assert {tuple(answer) for answer in (*of_second["answers"], *of_log["answers"])} == {
        ("answer", "answer_type", "source_url", "cached_source_url", "source_medium")
    }
    assert (of_log["answers"][0]["answer"], of_log["answers"][0]["source_url"]) == (
        "51 were saved.",
        "https://example.org/log",
    )
    (silent,) = claims["Police arrested the owner."]["questions"]
    assert silent["answers"][0]["answer_type"] == "Unanswerable"


def test_what_has_no_label_is_counted_at_the_export(store: Store, keys: dict[str, str]) -> None:
    told: list[str] = []
    for wanted in (ExportFormat.FEVER, ExportFormat.WICE, ExportFormat.AVERITEC):
        export_text(store, wanted, "Sea", tell=told.append)
    left_out = [line for line in told if line.startswith("Left out: ")]
    assert "1 claim with a verdict that FEVER has no label for" in left_out[0]
    assert left_out[1] == "Left out: 1 relation that WiCE has no label for."
    assert "1 claim with a verdict that AVeriTeC has no label for" in left_out[2]


def test_every_claim_is_in_the_file_or_counted(settled_record: Record) -> None:
    exported = render(settled_record, ExportFormat.AVERITEC)
    verdicts = [state.verdict for state, _ in exported_claims(settled_record)]
    assert len(exported) == sum(1 for verdict in verdicts if verdict in AVERITEC_LABELS)
    assert bool(LEFT_OUT[ExportFormat.AVERITEC](settled_record)) == (len(exported) < len(verdicts))


def test_discarded_claims_are_no_data(store: Store, keys: dict[str, str], moment: Any) -> None:
    Review(store, "Anna", "Sea").decide(keys["sank"], DiscardClaim())
    record = load_record(store, "Sea", moment)
    for wanted in (ExportFormat.FEVER, ExportFormat.WICE, ExportFormat.AVERITEC):
        assert "The ferry sank." not in {found["claim"] for found in render(record, wanted)}


@pytest.mark.parametrize("wanted", [ExportFormat.FEVER, ExportFormat.WICE, ExportFormat.AVERITEC])
def test_hostile_text_stays_text(hostile: tuple[str, Record], wanted: ExportFormat) -> None:
    record = supported(hostile[1])
    found = render(record, wanted)
    assert found
    assert {each["claim"] for each in found} <= {state.text for state, _ in exported_claims(record)}


def test_of_verdicts_without_a_label_only_the_number_is_told(record_of: Callable[..., Record]) -> None:
    record = record_of(FIRST)
    assert render(record, ExportFormat.FEVER) == []
    assert "FEVER has no label for" in str(LEFT_OUT[ExportFormat.FEVER](record))
