"""The Word document, as python-docx reads it again: what the record tells, and text that stays text."""

import io
import re
import subprocess
import zipfile
from collections.abc import Callable
from pathlib import Path
from shutil import which

import docx
import pytest

from workbench.reports.documents.report import render_docx
from workbench.reports.outlining import build_outline
from workbench.reports.record import Record
from workbench.visible import lines

TEXTS = (
    "<script>alert(1)</script> ]]> & {{7*7}}",
    '=HYPERLINK("x")',
    "\x1b[2J\x07\x9b\u202e\ufffe\uffff\x00\r\ttwo\nlines",
)


def words(content: bytes) -> str:
    """Return all text of a document, that of its tables too."""
    document = docx.Document(io.BytesIO(content))
    cells = (cell.text for table in document.tables for row in table.rows for cell in row.cells)
    return "\n".join([*(paragraph.text for paragraph in document.paragraphs), *cells])


def test_it_tells_every_claim_vote_and_hash(settled_record: Record) -> None:
    text = words(render_docx(settled_record))
    outline = build_outline(settled_record)
    for claim in outline.claims:
        assert f"{claim.number}: " in text
        assert claim.key in text
        assert lines(claim.quotation.words) in text
        assert all(f"Vote of {vote.reviewer}" in text for vote in claim.state.votes)
        assert all(note.text in text for note in claim.state.notes)
        assert all(found.quote in text for found in claim.state.evidence if found.quote)
        assert all(warning.warning.told in text for warning in claim.warnings)
    assert all(recorded.key in text for recorded in settled_record.articles)
    assert all(chain.hash in text for chain in settled_record.chains)


def test_it_tells_every_line_of_the_history(settled_record: Record) -> None:
    document = docx.Document(io.BytesIO(render_docx(settled_record)))
    rows = [[cell.text for cell in row.cells] for table in document.tables for row in table.rows]
    (start,) = (number for number, row in enumerate(rows) if row == ["When", "Who", "About", "Decision", "Hash"])
    told = rows[start + 1 :]
    assert [row[4] for row in told] == [decision.hash[:12] for decision in settled_record.decisions]
    assert [row[1] for row in told] == [decision.reviewer for decision in settled_record.decisions]
    assert sum(row[3].endswith(" (undone)") for row in told) == sum(
        not entry.counts for entry in build_outline(settled_record).history
    )


def test_every_link_leads_to_a_place_in_the_document(settled_record: Record) -> None:
    with zipfile.ZipFile(io.BytesIO(render_docx(settled_record))) as archive:
        written = archive.read("word/document.xml").decode()
    places = re.findall(r'<w:bookmarkStart w:id="\d+" w:name="(\w+)"/>', written)
    links = set(re.findall(r'<w:hyperlink w:anchor="(\w+)">', written))
    assert len(places) == len(set(places))
    assert links
    assert links <= set(places)
    assert len(places) >= len(build_outline(settled_record).claims)


def test_it_has_headings_header_rows_and_page_numbers(settled_record: Record) -> None:
    document = docx.Document(io.BytesIO(render_docx(settled_record)))
    styles = {paragraph.style.name for paragraph in document.paragraphs if paragraph.style}
    assert {"Title", "Heading 1", "Heading 2"} <= styles
    assert document.tables
    assert all("w:tblHeader" in table.rows[0]._tr.xml for table in document.tables)
    assert 'w:instr="PAGE"' in document.sections[0].footer.paragraphs[0]._p.xml


def test_the_same_record_gives_the_same_bytes(settled_record: Record) -> None:
    assert render_docx(settled_record) == render_docx(settled_record)


@pytest.mark.parametrize("text", TEXTS, ids=range(len(TEXTS)))
def test_hostile_text_stays_text(
    settled_record: Record, with_text_everywhere: Callable[[Record, str], Record], text: str
) -> None:
    content = render_docx(with_text_everywhere(settled_record, text))
    shown = lines(text).replace("\ufffe", "\ufffd").replace("\uffff", "\ufffd")
    assert shown in words(content)
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        written = archive.read("word/document.xml").decode()
        assert set(re.findall(r"<w:hyperlink [^>]*>", written)) == set(
            re.findall(r'<w:hyperlink w:anchor="\w+">', written)
        )
        assert b"TargetMode" not in archive.read("word/_rels/document.xml.rels")


@pytest.mark.slow
def test_libreoffice_makes_a_pdf_of_it(settled_record: Record, tmp_path: Path) -> None:
    office = which("soffice") or which("libreoffice")
    if office is None:
        pytest.skip("LibreOffice (soffice) is not installed")
    path = tmp_path / "review.docx"
    path.write_bytes(render_docx(settled_record))
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    convert = [office, profile, "--headless", "--convert-to", "pdf", "--outdir", str(tmp_path), str(path)]
    subprocess.run(convert, check=True, timeout=110, capture_output=True)
    assert (tmp_path / "review.pdf").read_bytes().startswith(b"%PDF")
