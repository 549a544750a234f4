"""The workbook, as openpyxl and pandas read it: the values of the CSV tables, typed, and text that stays text."""

import io
import subprocess
import zipfile
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path
from shutil import which

import openpyxl
import pandas
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from workbench.reports.documents import xlsx
from workbench.reports.documents.xlsx import CONTINUED, CUT, LONGEST_CELL, cell_parts, sheet_name, xlsx_pieces
from workbench.reports.record import Record
from workbench.reports.table_rows import Cell, table_rows
from workbench.reports.tables import CsvTable
from workbench.visible import lines

TEXTS = (
    '=HYPERLINK("http://example.org","x")',
    "http://example.org/ mailto:a@example.org",
    "+1 -1 @SUM(1) 0123 1e5",
    "\x1b[2J\x07\x9b\u202e\ufffe\uffff\x00",
    "<script>alert(1)</script> ]]> & _x0041_ ../..",
    "two\nlines\r\tand 😀" + "😀" * 40_000,
)


def opened(record: Record) -> openpyxl.Workbook:
    return openpyxl.load_workbook(io.BytesIO(b"".join(xlsx_pieces(record))))


def plain(cell: object) -> object:
    """Return a cell of a table as a reader of the workbook should find it; times as they are."""
    return (lines(cell) or None) if isinstance(cell, str) else cell


def same(written: Cell, found: object) -> bool:
    if isinstance(found, datetime) and isinstance(written, str):
        told = datetime.fromisoformat(written).replace(tzinfo=None)
        return abs(told - found) < timedelta(milliseconds=1)
    return plain(written) == found and isinstance(written, bool) is isinstance(found, bool)


def test_every_sheet_holds_the_values_of_its_table(settled_record: Record) -> None:
    book = opened(settled_record)
    for table in CsvTable:
        written = [row for _, row in table_rows(settled_record, (table,))]
        found = list(book[sheet_name(table)].iter_rows(values_only=True))
        assert len(found) == len(written)
        for left, right in zip(written, found, strict=True):
            assert all(same(a, b) for a, b in zip(left, right, strict=True)), (table, left, right)


def test_times_numbers_and_truth_values_are_typed(settled_record: Record) -> None:
    book = pandas.read_excel(io.BytesIO(b"".join(xlsx_pieces(settled_record))), sheet_name=None)
    claims, history = book["claims"], book[sheet_name("history")]
    assert len(claims) == len(settled_record.claims)
    assert claims["is_quote"].dtype == bool
    assert claims["start"].dtype.kind == "i"
    assert history["at"].dtype.kind == "M"
    assert len(history) == len(settled_record.decisions)


def test_headers_are_frozen_and_can_be_filtered(settled_record: Record) -> None:
    for sheet in opened(settled_record):
        assert sheet.freeze_panes == "A2"
        assert sheet.auto_filter.ref.startswith("A1:")
        assert all(8 <= size.width <= 62 for size in sheet.column_dimensions.values())


def test_what_the_workbook_is_of_stands_in_its_properties(settled_record: Record, moment: datetime) -> None:
    book = opened(settled_record)
    assert book.properties.title == "Ferry"
    assert book.properties.created == moment.replace(tzinfo=None)
    assert {each.name: each.value for each in book.custom_doc_props.props}["Collection"] == "Ferry"


def test_the_same_record_gives_the_same_bytes(settled_record: Record) -> None:
    assert b"".join(xlsx_pieces(settled_record)) == b"".join(xlsx_pieces(settled_record))


@pytest.mark.parametrize("text", TEXTS, ids=range(len(TEXTS)))
def test_text_is_never_a_formula_or_a_link(
    settled_record: Record, with_text_everywhere: Callable[[Record, str], Record], text: str
) -> None:
    record = replace(with_text_everywhere(settled_record, text), collection=text)
    content = b"".join(xlsx_pieces(record))
    book = openpyxl.load_workbook(io.BytesIO(content))
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row]
    assert not [cell for cell in cells if cell.data_type == "f" or cell.hyperlink]
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        assert not any(b"<f>" in archive.read(name) for name in archive.namelist() if "sheets/" in name)
        assert not any(b"hyperlink" in archive.read(name) for name in archive.namelist())
    assert any(str(cell.value).startswith(cell_parts(text)[0][:20]) for cell in cells)


@pytest.mark.slow
def test_a_long_text_is_marked_as_cut_and_goes_on_on_a_sheet_of_its_own(
    settled_record: Record, with_text_everywhere: Callable[[Record, str], Record]
) -> None:
    text = "word" * 20_000
    book = opened(with_text_everywhere(settled_record, text))
    sheet = book["evidence"]
    column = [cell.value for cell in sheet[1]].index("quote") + 1
    first = sheet.cell(2, column).value
    assert first.endswith(CUT)
    assert len(first) <= LONGEST_CELL
    rest = [
        row[4] for row in book[CONTINUED].iter_rows(min_row=2, values_only=True) if row[:3] == ("evidence", 2, "quote")
    ]
    assert "".join(part.removesuffix(CUT) for part in (first, *rest)) == text


@settings(max_examples=40, deadline=None)
@given(st.text(max_size=20), st.integers(1, 9000))
def test_the_parts_of_a_text_are_the_text_and_fit(text: str, times: int) -> None:
    whole = text * times
    parts = cell_parts(whole)
    assert "".join(parts) == lines(whole).replace("\ufffe", "\ufffd").replace("\uffff", "\ufffd")
    for part in parts[:-1]:
        assert len((part + CUT).encode("utf-16-le")) // 2 <= LONGEST_CELL
    assert len(parts[-1].encode("utf-16-le")) // 2 <= LONGEST_CELL


def test_a_table_with_too_many_rows_goes_on_on_another_sheet(
    settled_record: Record, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(xlsx, "MOST_ROWS", 3)
    book = opened(settled_record)
    names = [name for name in book.sheetnames if name.startswith(sheet_name("history"))]
    rows = [row for name in names for row in book[name].iter_rows(min_row=2, values_only=True)]
    assert len(rows) == len(settled_record.decisions)


@pytest.mark.slow
def test_libreoffice_opens_it(settled_record: Record, tmp_path: Path) -> None:
    office = which("soffice") or which("libreoffice")
    if office is None:
        pytest.skip("LibreOffice (soffice) is not installed")
    path = tmp_path / "review.xlsx"
    path.write_bytes(b"".join(xlsx_pieces(settled_record)))
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    convert = [office, profile, "--headless", "--convert-to", "csv", "--outdir", str(tmp_path), str(path)]
    subprocess.run(convert, check=True, timeout=110, capture_output=True)
    assert "Ferry" in (tmp_path / "review.csv").read_text()
