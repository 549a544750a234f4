"""Which claims and which parts an export tells of is chosen by options; what cannot be chosen is refused in a line."""

import csv
import io
import json
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from workbench.reports.format_names import FORMAT_TERMS, Choice, ExportFormat
from workbench.review.session import Review
from workbench.store.payloads import DiscardClaim, MarkVerdict
from workbench.vocabulary import Verdict


@pytest.fixture
def keys(run: Any, articles: Path, tmp_path: Path) -> list[str]:
    """Claims: mira and ida found the first supported, ida found the second refuted and discarded the last."""
    run("add", str(articles))
    found = [claim["key"] for claim in json.loads(run("claims", "--json").out)]
    with_all = {
        "mira": [(found[0], Verdict.SUPPORTED)],
        "ida": [(found[0], Verdict.SUPPORTED), (found[1], Verdict.REFUTED)],
    }
    for reviewer, votes in with_all.items():
        review = Review.open(tmp_path / "test.db", reviewer)
        for key, verdict in votes:
            review.decide(key, MarkVerdict(verdict))
        if reviewer == "ida":
            review.decide(found[-1], DiscardClaim("said already"))
        review.close()
    return found


def told(run: Any, *options: str) -> list[str]:
    """The claims that an export of the table of claims tells of."""
    ended = run("export", "csv", "--table", "claims", *options)
    assert ended.status == 0, ended.err
    return [row["claim"] for row in csv.DictReader(io.StringIO(ended.out, newline=""))]


def test_claims_are_chosen_by_how_they_stand_where_and_by_whom(run: Any, keys: list[str]) -> None:
    assert told(run) == keys
    assert told(run, "--status", "final") == keys[:1]
    assert told(run, "--status", "final", "--status", "needs_second") == keys[:2]
    assert told(run, "--status", "discarded") == keys[-1:]
    assert told(run, "--decided-by", "mira") == keys[:1]
    assert told(run, "--decided-by", "mira", "--decided-by", "ida") == [keys[0], keys[1], keys[-1]]
    of_ledger = told(run, "--article", "ledger.txt")
    assert of_ledger == told(run, "--article", "A") != keys
    assert told(run, "--article", "B", "--status", "discarded") == keys[-1:]
    assert told(run, "--article", "A", "--status", "discarded") == []


def test_claims_are_chosen_by_when_something_was_decided(run: Any, keys: list[str]) -> None:
    now = datetime.now(UTC)
    assert told(run, "--since", (now - timedelta(hours=1)).isoformat()) == [keys[0], keys[1], keys[-1]]
    assert told(run, "--since", f"{now - timedelta(days=1):%Y-%m-%d}") == [keys[0], keys[1], keys[-1]]
    assert told(run, "--since", (now + timedelta(hours=1)).isoformat()) == []
    refused = run("export", "csv", "--since", "yesterday")
    assert refused.status == 2
    assert "'yesterday' is no day or time" in refused.err


@pytest.mark.parametrize("wanted", [known for known, term in FORMAT_TERMS.items() if term.choice is not Choice.NOTHING])
def test_every_format_says_which_claims_it_tells_of(
    run: Any, keys: list[str], tmp_path: Path, wanted: ExportFormat
) -> None:
    ended = run("export", wanted.value, "--status", "final", "-o", str(tmp_path / "out"))
    assert ended.status == 0, ended.err
    assert "It tells of 1 claim: claims that are final." in ended.err


def test_parts_of_a_report_are_chosen(run: Any, keys: list[str]) -> None:
    whole, part = run("export", "md").out, run("export", "md", "--section", "claims").out
    assert "## Method" in whole
    assert "## Method" not in part
    assert "The ferry Alma ran aground" in part
    assert len(part) < len(whole)


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("json", "--status", "final"), "json, csl, bibtex: nothing can be left out of these."),
        (("bibtex", "--article", "A"), "json, csl, bibtex: nothing can be left out of these."),
        (("csv", "--section", "claims"), "--section goes with html, pdf, md, docx."),
        (("csv", "--template", __file__), "--template goes with html and md."),
        (("md", "--status", "done"), "'done' is not one of"),
        (("md", "--template", "nowhere.md"), "'nowhere.md' does not exist"),
    ],
)
def test_what_cannot_be_chosen_is_refused(run: Any, keys: list[str], arguments: tuple[str, ...], told: str) -> None:
    ended = run("export", *arguments)
    assert ended.status == 2
    assert told in " ".join(ended.err.split())


def test_an_article_that_is_not_there_is_named(run: Any, keys: list[str]) -> None:
    ended = run("export", "md", "--article", "Z")
    assert (ended.status, ended.out) == (1, "")
    assert "There is no article “Z” here" in ended.err


def test_a_template_of_ones_own_lays_it_out(run: Any, keys: list[str], tmp_path: Path) -> None:
    template = tmp_path / "own.md"
    template.write_text("{{ report.title|upper }} {{ record.chosen|length }}\n")
    ended = run("export", "md", "--template", str(template), "--status", "final")
    assert ended.out == "ARTICLES 1\n"
    template.write_text("{{ nothing }}\n")
    ended = run("export", "md", "--template", str(template), "-o", str(tmp_path / "out.md"))
    assert ended.status == 1
    assert "own.md, line 1: 'nothing' is undefined." in ended.err
    assert not (tmp_path / "out.md").exists()


def test_the_formats_that_are_offered_are_all(run: Any) -> None:
    words = run("export", "--help").out
    assert all(section in words for section in ("--section", "--status", "--since", "--decided-by", "--template"))
    assert "not one of" in run("export", "nothing").err
    assert all(f"'{known}'" in run("export", "nothing").err for known in ExportFormat)
