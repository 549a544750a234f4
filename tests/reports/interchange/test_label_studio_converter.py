"""Label Studio's own converter reads what is exported for it, and finds the words of the claims between emoji."""

import csv
import json
import subprocess
from pathlib import Path
from typing import Any

import pytest

from workbench.reports.interchange.exported import exported_claims
from workbench.reports.interchange.label_studio import LABELING_CONFIG, label_studio_text
from workbench.reports.record import Record
from workbench.vocabulary import Verdict

pytestmark = [pytest.mark.slow, pytest.mark.timeout(300)]

ROOT = Path(__file__).parents[3]
PYTHON = ROOT / ".tools" / "label-studio" / "bin" / "python"
CONVERTER = """
import sys
from label_studio_sdk.converter import Converter
converter = Converter("config.xml", ".", download_resources=False)
for name in sys.argv[1:]:
    converter.convert("tasks.json", name, name, is_dir=False)
"""


@pytest.fixture
def converted(astral_record: Record, tmp_path: Path) -> Path:
    """A folder with what the converter makes of the export; a folder for each of its formats."""
    if not PYTHON.exists():
        pytest.skip("Label Studio's converter is not there: make test-slow sets it up in .tools/label-studio")
    (tmp_path / "config.xml").write_text(LABELING_CONFIG, encoding="utf-8")
    (tmp_path / "tasks.json").write_text("".join(label_studio_text(astral_record)), encoding="utf-8")
    command = [str(PYTHON), "-c", CONVERTER, "JSON_MIN", "CSV", "CONLL2003"]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, timeout=240, check=False)
    assert done.returncode == 0, done.stderr
    return tmp_path


def claims(record: Record) -> list[list[str]]:
    """Return the words of the claims, article by article."""
    return [
        [state.claim.text for state, article in exported_claims(record) if article.sha256 == recorded.key]
        for recorded in record.articles
    ]


def assert_claims(task: dict[str, Any], labels: list[dict[str, Any]], words: list[str]) -> None:
    """Check that a converted task has these claims, at their places in its text."""
    assert [label["text"] for label in labels] == words
    assert [task["text"][label["start"] : label["end"]] for label in labels] == words
    assert all(label["labels"] == ["Claim"] for label in labels)


def test_its_short_json_has_the_claims_with_their_verdicts(converted: Path, astral_record: Record) -> None:
    tasks = json.loads((converted / "JSON_MIN" / "result.json").read_text("utf-8"))
    assert [task["article"] for task in tasks] == [recorded.key for recorded in astral_record.articles]
    for task, words in zip(tasks, claims(astral_record), strict=True):
        assert_claims(task, task["label"], words)
        assert task["verdict"] == [Verdict.SUPPORTED.value] * len(words)


def test_its_csv_has_the_claims(converted: Path, astral_record: Record) -> None:
    with (converted / "CSV" / "result.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    for row, words in zip(rows, claims(astral_record), strict=True):
        assert_claims(row, json.loads(row["label"]), words)


def test_its_conll_begins_and_ends_each_claim_at_the_right_word(converted: Path, astral_record: Record) -> None:
    found: list[str] = []
    for line in (converted / "CONLL2003" / "result.conll").read_text("utf-8").splitlines():
        match line.split():
            case [word, *_, "B-Claim"]:
                found.append(word)
            case [word, *_, "I-Claim"]:
                found[-1] += word
    assert found == ["".join(words.split()) for article in claims(astral_record) for words in article]
