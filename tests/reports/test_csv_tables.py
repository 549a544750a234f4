"""The tables are plain CSV that no spreadsheet takes for a program."""

import csv
import io
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.reports import ExportFormat, export_text, export_to
from workbench.reports.csv_tables import TABLES, guard, render_csv, render_table
from workbench.reports.record import Record
from workbench.store.engine import Store

FORMULAS = (
    "=1+1", '=HYPERLINK("http://evil.example";"x")', "+1", "-2+3", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "\0=1",
    "'=1", "''@x", "＝1+1", '=cmd|"/C calc"!A0',
)  # fmt: skip


def read(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text, newline="")))


def test_every_table_has_its_rows(record: Record) -> None:
    rows = {table: read(render_csv(record, table)) for table in TABLES}
    assert len(rows["claims"]) == len(record.claims)
    assert len(rows["links"]) == sum(len(state.sources) for state in record.claims)
    assert len(rows["agreement"]) == sum(len(state.agreements) for state in record.claims) == 4
    assert len(rows["sources"]) == len(record.articles) == 2
    assert len(rows["history"]) == len(record.decisions)


def test_claims_keep_their_keys_offsets_and_words(record: Record) -> None:
    texts = {recorded.key: recorded.article.text for recorded in record.articles}
    for row, state in zip(read(render_csv(record, "claims")), record.claims, strict=True):
        assert row["claim"] == state.key
        assert texts[row["article"]][int(row["start"]) : int(row["end"])] == row["text"]


def test_an_agreement_carries_the_words_that_it_rests_on(record: Record) -> None:
    (contradicts,) = (row for row in read(render_csv(record, "agreement")) if row["relation"] == "contradicts")
    assert contradicts["text"] == "All 241 passengers were taken ashore by noon."
    assert contradicts["facets"] == "number"
    assert contradicts["reviewer"] == "Anna Berg"


def test_times_are_in_utc_and_undone_decisions_say_so(record: Record) -> None:
    history = read(render_csv(record, "history"))
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
    read_back = list(csv.reader(io.StringIO(render_table(tuple(row) for row in rows), newline="")))
    assert [len(row) for row in read_back] == [2] * len(rows)


def test_no_cell_of_a_hostile_review_is_a_formula(record_of: Callable[..., Record]) -> None:
    for payload in ("=1+1", "@SUM(A1)", "+cmd|' /C calc'!A0"):
        record = record_of(
            f"{payload} title\n\n{payload} was said by Bob. Ten died.\n", "Other\n\nTen died.\n", note=payload
        )
        for table in TABLES:
            cells = [cell for row in csv.reader(io.StringIO(render_csv(record, table), newline="")) for cell in row]
            assert not [cell for cell in cells if cell[:1] in set("=+-@\t\r\n")]


def test_nothing_in_a_table_acts_on_a_terminal(record_of: Callable[..., Record]) -> None:
    record = record_of("Title\n\nTen \x1b[31mdied\u202e, said\x9b Bob.\n", note="\x1b]0;x\x07")
    text = "".join(render_csv(record, table) for table in TABLES)
    assert not set(text) & {"\x1b", "\x07", "\x9b", "\u202e"}


def test_lines_end_as_the_standard_says(record: Record) -> None:
    assert render_table([("a", None, True), (1, 0.5, "x\ny")]) == 'a,,true\r\n1,0.5,"x\ny"\r\n'
    assert render_table([("a",)], byte_order_mark=True).startswith("\ufeff")


def test_all_tables_go_into_a_folder_and_one_into_a_file(reviewed: Store, tmp_path: Path) -> None:
    paths = export_to(reviewed, ExportFormat.CSV, tmp_path / "tables", "Ferry")
    assert [path.name for path in paths] == [
        f"{name}.csv" for name in ("claims", "links", "agreement", "sources", "history")
    ]
    (one,) = export_to(reviewed, ExportFormat.CSV, tmp_path / "links.csv", "Ferry", "links")
    assert one.read_bytes() == (tmp_path / "tables" / "links.csv").read_bytes()
    assert one.read_bytes().decode() == export_text(reviewed, ExportFormat.CSV, "Ferry", "links")
