"""Label Studio and doccano: tasks, regions and spans at the places that these tools will show."""

import json
import xml.etree.ElementTree as ElementTree
from pathlib import Path
from typing import Any

import pytest

from workbench.reports.interchange.doccano import doccano_text
from workbench.reports.interchange.exported import exported_claims
from workbench.reports.interchange.label_studio import LABELING_CONFIG, label_studio_text
from workbench.reports.record import Record
from workbench.reports.recording import load_record
from workbench.review.intake import add_bytes
from workbench.review.session import Review
from workbench.store.engine import Store
from workbench.store.payloads import DiscardClaim, LinkSource
from workbench.vocabulary import Verdict


def tasks_of(record: Record) -> list[dict[str, Any]]:
    text = "".join(label_studio_text(record))
    assert text.isascii()
    found: list[dict[str, Any]] = json.loads(text)
    return found


def lines_of(record: Record) -> list[dict[str, Any]]:
    return [json.loads(line) for line in "".join(doccano_text(record)).splitlines()]


def results_of(tasks: list[dict[str, Any]], kind: str) -> list[dict[str, Any]]:
    return [result for task in tasks for result in task["annotations"][0]["result"] if result["type"] == kind]


def test_a_task_has_the_names_of_label_studio(record: Record) -> None:
    tasks = tasks_of(record)
    assert [task["data"]["article"] for task in tasks] == [recorded.key for recorded in record.articles]
    for task in tasks:
        assert list(task) == ["id", "data", "annotations", "predictions"]
        (annotation,) = task["annotations"]
        assert {"id", "result", "was_cancelled", "ground_truth", "lead_time", "result_count", "task"} <= set(annotation)
        assert (annotation["task"], annotation["result_count"]) == (task["id"], len(annotation["result"]))
    for kind in ("labels", "choices"):
        for result in results_of(tasks, kind):
            assert {"id", "from_name", "to_name", "type", "value"} <= set(result)
            assert set(result["value"]) == {"start", "end", "text", kind}


def test_every_region_is_found_between_emoji_in_code_points(astral_record: Record) -> None:
    """So its editor counts (`charsToCodePoints` of its selection tools), and so does its converter."""
    tasks = tasks_of(astral_record)
    regions = [(task, result) for task in tasks for result in task["annotations"][0]["result"] if "value" in result]
    assert regions
    for task, result in regions:
        value = result["value"]
        assert task["data"]["text"][value["start"] : value["end"]] == value["text"]
    claims = {state.key: state.claim.text for state, _ in exported_claims(astral_record)}
    assert {r["id"]: r["value"]["text"] for r in results_of(tasks, "labels") if r["id"] in claims} == claims


def test_a_verdict_is_a_choice_on_the_region_of_its_claim(record: Record) -> None:
    tasks = tasks_of(record)
    verdicts = {state.key: state.verdict for state, _ in exported_claims(record) if state.verdict}
    assert {result["id"]: result["value"]["choices"] for result in results_of(tasks, "choices")} == {
        key: [verdict.value] for key, verdict in verdicts.items()
    }
    regions = {result["id"]: result["value"] for result in results_of(tasks, "labels")}
    for choice in results_of(tasks, "choices"):
        assert [regions[choice["id"]][name] for name in ("start", "end")] == [
            choice["value"][name] for name in ("start", "end")
        ]


def test_a_reworded_claim_keeps_its_wording_as_a_note(record: Record) -> None:
    reworded = {state.key: state.text for state, _ in exported_claims(record) if state.text != state.claim.text}
    assert reworded
    noted = {
        result["id"]: result["meta"]["text"] for result in results_of(tasks_of(record), "labels") if "meta" in result
    }
    assert noted == {key: [f"Wording: {text}"] for key, text in reworded.items()}


def test_other_source_sentences_are_regions_that_a_relation_points_to(store: Store, moment: Any) -> None:
    add_bytes(store, b"Harbour\n\nThe ferry sank. Forty people were saved.\n", "a.txt", "Sea")
    review = Review(store, "Anna", "Sea")
    first = review.queue()[0]
    review.decide(first.key, LinkSource((1, 2)))
    tasks = tasks_of(load_record(store, "Sea", moment))
    (relation,) = results_of(tasks, "relation")
    assert set(relation) == {"type", "from_id", "to_id", "direction", "labels"}
    regions = {result["id"]: result["value"] for result in results_of(tasks, "labels")}
    assert relation["from_id"] == first.key
    assert regions[relation["to_id"]]["text"] == "Forty people were saved."
    assert regions[relation["to_id"]]["labels"] == ["Source"]


def test_the_labeling_config_has_a_control_for_every_result(record: Record) -> None:
    config = ElementTree.fromstring(LABELING_CONFIG)
    controls = {element.get("name") for element in config.iter() if element.get("toName") == "text"}
    values = {element.get("value") for element in config.iter()}
    tasks = tasks_of(record)
    for kind in ("labels", "choices"):
        assert {result["from_name"] for result in results_of(tasks, kind)} <= controls
        assert {chosen for result in results_of(tasks, kind) for chosen in result["value"][kind]} <= values
    assert set(Verdict) <= values
    assert LABELING_CONFIG in (Path(__file__).parents[3] / "README.md").read_text("utf-8")


def test_doccano_counts_code_points(astral_record: Record) -> None:
    found = lines_of(astral_record)
    assert [line["article"] for line in found] == [recorded.key for recorded in astral_record.articles]
    claims = {state.key: state for state, _ in exported_claims(astral_record)}
    for line in found:
        assert set(line) == {"text", "label", "article", "name", "claims"}
        for (start, end, tag), key in zip(line["label"], line["claims"], strict=True):
            assert line["text"][start:end] == claims[key].claim.text
            assert tag == Verdict.SUPPORTED
    assert {key for line in found for key in line["claims"]} == set(claims)


def test_an_article_without_claims_is_there_to_be_annotated(store: Store, moment: Any) -> None:
    add_bytes(store, b"Harbour\n\nThe ferry sank.\n", "a.txt", "Sea")
    review = Review(store, "Anna", "Sea")
    review.decide(review.queue()[0].key, DiscardClaim())
    record = load_record(store, "Sea", moment)
    assert [task["annotations"][0]["result"] for task in tasks_of(record)] == [[]]
    assert [line["label"] for line in lines_of(record)] == [[]]


def test_hostile_text_stays_text_at_its_place(hostile: tuple[str, Record]) -> None:
    record = hostile[1]
    texts = {recorded.key: recorded.article.text for recorded in record.articles}
    assert {task["data"]["article"]: task["data"]["text"] for task in tasks_of(record)} == texts
    assert {line["article"]: line["text"] for line in lines_of(record)} == texts


@pytest.mark.parametrize("render", [label_studio_text, doccano_text])
def test_the_same_record_gives_the_same_text(record: Record, render: Any) -> None:
    assert "".join(render(record)) == "".join(render(record))
