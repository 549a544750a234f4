"""LibreOffice opens tables of hostile text: no cell of them is a formula or a link, and the text is as it was."""

import csv
import io
import subprocess
import zipfile
from collections.abc import Callable
from pathlib import Path
from shutil import which

import openpyxl
import pytest
from lxml import etree

from workbench.reports import ExportFormat
from workbench.reports.formats import RENDERERS
from workbench.reports.record import Record
from workbench.reports.tables import CsvTable
from workbench.reports.writing import as_bytes

pytestmark = [pytest.mark.slow, pytest.mark.timeout(300)]

FORMULAS = (
    '=HYPERLINK("http://evil.example/","click")',
    "=1+1",
    "+1+1",
    "-1+1",
    "@SUM(1+1)",
    "\t=1+1",
    "\r=1+1",
    "＝1+1",
    "'=1+1",
    "=cmd|' /C calc'!A0",
    '=IMPORTXML("http://evil.example/","//a")',
    "=WEBSERVICE(\"http://evil.example/\")",
    '"=1+1',
    ";=1+1",
    "x,=1+1",
    "x\n=1+1",
)  # fmt: skip
OFFICE = which("soffice") or which("libreoffice")
FORMULA = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}formula"
LINK = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}a"
ONE_SHEET_AS_UTF8 = "--infilter=CSV:44,34,76,1,,0,false,true,false"
"""Commas, double quotes, UTF-8 from the first row on; what looks like a number is one, as where a person opens it."""


@pytest.fixture(scope="module")
def convert(tmp_path_factory: pytest.TempPathFactory) -> Callable[[Path, str], Path]:
    """Return a function that opens a file with LibreOffice and saves it beside as another; it has its own profile."""
    if OFFICE is None:
        pytest.skip("LibreOffice (soffice) is not installed: apt-get install libreoffice-calc")
    profile = tmp_path_factory.mktemp("profile").as_uri()

    def converted(path: Path, suffix: str) -> Path:
        into = ["--convert-to", suffix, "--outdir", str(path.parent)]
        command = [str(OFFICE), f"-env:UserInstallation={profile}", "--headless", ONE_SHEET_AS_UTF8, *into, str(path)]
        subprocess.run(command, check=True, timeout=240, capture_output=True)
        return path.with_suffix(f".{suffix}")

    return converted


def table(record: Record, wanted: CsvTable) -> bytes:
    return b"".join(map(as_bytes, RENDERERS[ExportFormat.CSV][wanted.value](record)))


def cells(content: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(content.decode(), newline="")))


def hostile(record_of: Callable[..., Record], text: str) -> Record:
    first = f"Title {text}\n\nTen people died in the harbour on Monday, {text.strip()} said.\n"
    return record_of(first, "Other\n\nTen people died on Tuesday.\n", note=text, reviewer=text.strip())


def shown(cell: str) -> str:
    """Return a cell as a spreadsheet shows it: line ends within a cell are all one."""
    return cell.replace("\r\n", "\n")


@pytest.mark.parametrize("wanted", [CsvTable.CLAIMS, CsvTable.AGREEMENT])
def test_no_cell_is_a_formula_and_the_text_is_intact(
    record_of: Callable[..., Record],
    with_text_everywhere: Callable[[Record, str], Record],
    convert: Callable[[Path, str], Path],
    tmp_path: Path,
    wanted: CsvTable,
) -> None:
    records = [with_text_everywhere(hostile(record_of, text), text) for text in FORMULAS]
    written = [table(record, wanted) for record in records]
    rows = cells(written[0])[:1] + [row for content in written for row in cells(content)[1:]]
    path = tmp_path / f"{wanted.value}.csv"
    # One table of all records, byte for byte as they were written: LibreOffice takes seconds to start.
    path.write_bytes(written[0] + b"".join(content.split(b"\r\n", 1)[1] for content in written[1:]))

    sheet = openpyxl.load_workbook(convert(path, "xlsx")).worksheets[0]
    found = [["" if value is None else value for value in row] for row in sheet.iter_rows(values_only=True)]
    assert {cell.data_type for row in sheet.iter_rows() for cell in row} <= {"n", "s", "b", "d"}
    assert not any(cell.hyperlink for row in sheet.iter_rows() for cell in row)
    assert len(found) == len(rows)
    for row, there in zip(rows, found, strict=True):
        texts = [(cell, value) for cell, value in zip(row, there, strict=False) if isinstance(value, str)]
        assert [shown(cell) for cell, _ in texts] == [value for _, value in texts]

    with zipfile.ZipFile(convert(path, "ods")) as archive:
        content = etree.fromstring(archive.read("content.xml"))
    assert not [element for element in content.iter() if element.get(FORMULA) is not None]
    assert not list(content.iter(LINK))
