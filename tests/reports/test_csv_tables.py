"""The tables are plain CSV that no spreadsheet takes for a program."""

import csv
import io
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.reports import ExportFormat, export_text, export_to
from workbench.reports.csv_tables import csv_line, csv_lines, csv_text, guard
from workbench.reports.record import Record
from workbench.reports.recording import load_record
from workbench.reports.tables import CsvTable
from workbench.review.session import Review
from workbench.store.engine import Store
from workbench.store.policy import Policy
from workbench.vocabulary import WarningKind

FORMULAS = (
    "=1+1", '=HYPERLINK("http://evil.example";"x")', "+1", "-2+3", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "\0=1",
    "'=1", "''@x", "＝1+1", '=cmd|"/C calc"!A0',
)  # fmt: skip


def read(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text, newline="")))


def test_every_table_has_its_rows(record: Record) -> None:
    rows = {table: read(rendered(record, table)) for table in CsvTable}
    assert len(rows["claims"]) == len(record.claims)
    assert len(rows["links"]) == sum(len(state.sources) for state in record.claims)
    assert len(rows["agreement"]) == sum(len(state.agreements) for state in record.claims) == 4
    assert len(rows["sources"]) == len(record.articles) == 2
    assert len(rows["history"]) == len(record.decisions)
    assert len(rows["readings"]) == sum(len(recorded.article.sentences) for recorded in record.articles)


def rendered(record: Record, table: str) -> str:
    return "".join(csv_text(record, table))


def test_all_tables_at_once_are_what_each_is_alone(settled_record: Record) -> None:
    lines: dict[str, list[str]] = {table: [] for table in CsvTable}
    for table, line in csv_lines(settled_record):
        lines[table].append(line)
    assert {table: "".join(found) for table, found in lines.items()} == {
        table: rendered(settled_record, table) for table in CsvTable
    }


def test_tables_tell_of_the_claims_that_are_chosen(settled_record: Record) -> None:
    chosen = next(state.key for state in settled_record.claims if state.agreements)
    some, whole = replace(settled_record, chosen=frozenset({chosen})), settled_record
    for table in ("claims", "links", "agreement", "origins", "evidence", "adjudications", "warnings"):
        expected = [row for row in read(rendered(whole, table)) if row["claim"] == chosen]
        assert read(rendered(some, table)) == expected
    assert rendered(some, "readings") == rendered(whole, "readings"), "the ledger counts every sentence"
    claims = {state.key for state in whole.claims}
    history = read(rendered(some, "history"))
    assert {row["claim"] for row in history} & claims == {chosen}
    assert {row["kind"] for row in history} >= {"read_sentences", "set_policy"}


def test_what_was_settled_stands_in_tables_of_its_own(settled_record: Record) -> None:
    rows = {table: read(rendered(settled_record, table)) for table in ("origins", "evidence", "adjudications")}
    assert [(row["layer"], row["kind"], row["name"]) for row in rows["origins"]] == [
        ("words", "wire", "Halyard News"),
        ("words", "wire", "Halyard News"),
        ("knowledge", "eyewitness", "'@quay"),
    ]
    assert len({row["article"] for row in rows["origins"]}) == 2
    (evidence,) = rows["evidence"]
    assert (evidence["url"], evidence["file"], evidence["quote"]) == ("https://example.org/log", "log.pdf", "'=214")
    assert (evidence["relation"], evidence["reliability"], evidence["credibility"]) == ("contradicts", "B", "2")
    verdict, cell = rows["adjudications"]
    assert (verdict["article"], verdict["verdict"], verdict["relation"]) == ("", "refuted", "")
    assert (verdict["disagreement"], verdict["confidence"], verdict["reviewer"]) == ("edge_case", "high", "Cleo")
    assert (cell["settlement"], cell["relation"], cell["facets"]) == ("adjudicated", "contradicts", "number")
    assert cell["text"] == "All 241 passengers were taken ashore by noon."
    assert cell["note"] == "'=241"
    assert all(row["at"].endswith("Z") for table in rows.values() for row in table)


def test_a_warning_says_why_it_is_given_and_why_it_was_waived(settled: Store, moment: datetime) -> None:
    anna = Review(settled, "Anna Berg", "Ferry")
    (found,) = (warning for warning in anna.graph.warnings() if warning.kind is WarningKind.NOT_CORROBORATED)
    for reason in (None, "=Two logs say so."):
        if reason is not None:
            anna.record(anna.graph.draft_waive(found, reason))
        rows = read(rendered(load_record(settled, "Ferry", moment), "warnings"))
        (row,) = (row for row in rows if row["kind"] == "not_corroborated")
        assert (row["claim"], row["told"]) == (found.claim, found.told)
        assert (row["waived_by"], row["reason"]) == (("Anna Berg", f"'{reason}") if reason else ("", ""))
    assert row["waived_at"].endswith("Z")


def test_the_ledger_says_of_every_sentence_what_became_of_it(settled_record: Record) -> None:
    texts = {recorded.key: recorded.article.text for recorded in settled_record.articles}
    rows = read(rendered(settled_record, "readings"))
    assert all(texts[row["article"]][int(row["start"]) : int(row["end"])] == row["text"] for row in rows)
    by_text = {row["text"]: row for row in rows}
    told = {text: (row["state"], row["reading"], row["passed_over"], row["verdicts"]) for text, row in by_text.items()}
    assert told["Is the ferry insured?"] == ("claim", "no_factual_claim", "question", "")
    assert told["Ferry runs aground off Tern Island"] == ("reading", "no_factual_claim", "title", "")
    assert told["Passengers safe after grounding"] == ("passed_over", "", "title", "")
    assert told["All 214 passengers were taken ashore by noon."] == ("claim", "", "", "refuted;")
    assert told["All 241 passengers were taken ashore by noon."] == ("claim", "", "", "discarded")
    assert by_text["Ferry runs aground off Tern Island"]["reviewer"] == "Anna Berg"
    claims = {state.key: state for state in settled_record.claims}
    for row in rows:
        made = [claims[key] for key in row["claims"].split(";") if key]
        assert all(int(row["sentence"]) in state.claim.sentences for state in made)
        assert bool(made) == (row["state"] == "claim")


def test_the_history_says_what_was_decided_in_one_action_and_who_is_to_vote(settled_record: Record) -> None:
    history = read(rendered(settled_record, "history"))
    assert [row["kind"] for row in history if row["action"]] == ["record_agreement", "note"]
    assert [row["assigned"] for row in read(rendered(settled_record, "claims")) if row["assigned"]] == [
        "Ben <b>Okafor</b>"
    ]


def test_a_claim_with_one_vote_is_as_far_as_its_collection_asks(record_of: Callable[..., Record]) -> None:
    record = record_of("Bridge\n\nThe bridge closed on Friday, Ola Nyberg said.\n")
    for votes, state in ((1, "final"), (2, "needs_second")):
        asked = replace(record, policies={"noted": Policy(votes)})
        assert [row["state"] for row in read(rendered(asked, "claims"))] == [state]


def test_claims_keep_their_keys_offsets_and_words(record: Record) -> None:
    texts = {recorded.key: recorded.article.text for recorded in record.articles}
    for row, state in zip(read(rendered(record, "claims")), record.claims, strict=True):
        assert row["claim"] == state.key
        assert texts[row["article"]][int(row["start"]) : int(row["end"])] == row["text"]


def test_an_agreement_carries_the_words_that_it_rests_on(record: Record) -> None:
    (contradicts,) = (row for row in read(rendered(record, "agreement")) if row["relation"] == "contradicts")
    assert contradicts["text"] == "All 241 passengers were taken ashore by noon."
    assert contradicts["facets"] == "number"
    assert contradicts["reviewer"] == "Anna Berg"


def test_times_are_in_utc_and_undone_decisions_say_so(record: Record) -> None:
    history = read(rendered(record, "history"))
    assert all(row["at"].endswith("Z") for row in history)
    assert {row["counts"] for row in history} == {"true", "false"}


@pytest.mark.parametrize("text", FORMULAS)
def test_a_formula_becomes_text(text: str) -> None:
    assert guard(text) == f"'{text}"


@pytest.mark.parametrize("text", ["", "plain", "3 - 4", "a=b", "“=1”", "'", "''", "don't"])
def test_other_text_stays_as_it_is(text: str) -> None:
    assert guard(text) == text


@given(st.text())
def test_the_guard_can_be_taken_away_again(text: str) -> None:
    guarded = guard(text)
    back = guarded[1:] if guarded != text else guarded
    assert back == text
    assert guarded[:1] not in set("=+-@\t\r\n\0")


@given(st.lists(st.lists(st.text(st.characters(codec="utf-8")), min_size=2, max_size=2), min_size=1))
def test_cells_stay_apart_whatever_is_in_them(rows: list[list[str]]) -> None:
    text = "".join(csv_line(tuple(row)) for row in rows)
    read_back = list(csv.reader(io.StringIO(text, newline="")))
    assert [len(row) for row in read_back] == [2] * len(rows)


def test_no_cell_of_a_hostile_review_is_a_formula(
    record_of: Callable[..., Record], with_text_everywhere: Callable[[Record, str], Record]
) -> None:
    for payload in ("=1+1", "@SUM(A1)", "+cmd|' /C calc'!A0"):
        record = record_of(
            f"{payload} title\n\n{payload} was said by Bob. Ten died.\n", "Other\n\nTen died.\n", note=payload
        )
        assert len(read(rendered(record, "evidence"))) == len(read(rendered(record, "origins"))) > 0
        filled = with_text_everywhere(record, payload)
        for table in CsvTable:
            cells = [cell for row in csv.reader(io.StringIO(rendered(filled, table), newline="")) for cell in row]
            assert not [cell for cell in cells if cell[:1] in set("=+-@\t\r\n")]


def test_nothing_in_a_table_acts_on_a_terminal(
    record_of: Callable[..., Record], with_text_everywhere: Callable[[Record, str], Record]
) -> None:
    record = record_of("Title\n\nTen \x1b[31mdied\u202e, said\x9b Bob.\n", note="\x1b]0;x\x07")
    filled = with_text_everywhere(record, "\x1b]0;x\x07")
    text = "".join(rendered(filled, table) for table in CsvTable)
    assert not set(text) & {"\x1b", "\x07", "\x9b", "\u202e"}


def test_lines_end_as_the_standard_says(record: Record) -> None:
    assert csv_line(("a", None, True)) + csv_line((1, 0.5, "x\ny")) == 'a,,true\r\n1,0.5,"x\ny"\r\n'
    for table in CsvTable:
        assert rendered(record, table).count("\r\n") == len(list(read(rendered(record, table)))) + 1


def test_all_tables_go_into_a_folder_and_one_into_a_file(reviewed: Store, tmp_path: Path) -> None:
    paths = export_to(reviewed, ExportFormat.CSV, tmp_path / "tables", "Ferry")
    assert [path.name for path in paths] == [f"{name}.csv" for name in CsvTable]
    (one,) = export_to(reviewed, ExportFormat.CSV, tmp_path / "links.csv", "Ferry", "links")
    assert one.read_bytes() == (tmp_path / "tables" / "links.csv").read_bytes()
    assert one.read_bytes().decode() == export_text(reviewed, ExportFormat.CSV, "Ferry", "links")
