"""Word documents: every paragraph of them, typed by their styles; none that does harm."""

import io
import random
import sys
import zipfile
from collections.abc import Callable
from datetime import date

import docx
import pytest
from docx.oxml import parse_xml

from workbench.articles import read_article
from workbench.articles.readers import zip_guard
from workbench.errors import UnreadableArticleError
from workbench.vocabulary import BlockKind

SPACE = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
Document = type(docx.Document())


def saved(build: Callable[[Document], None]) -> bytes:  # type: ignore[valid-type]
    document = docx.Document()
    build(document)
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def article(document: Document) -> None:  # type: ignore[valid-type]
    document.add_heading("Café at the bridge reopens", 0)
    document.add_paragraph("By Jane Doe")
    document.add_paragraph("4 May 2026")
    document.add_paragraph("The café reopened on Monday, the town council said. It had been closed.")
    document.add_heading("Two years", 1)
    document.add_paragraph("The second paragraph said that 14 people came.")
    document.add_paragraph("Guests before the café", style="Caption")


def test_styles_say_what_a_paragraph_is() -> None:
    read = read_article(saved(article), name="a.docx")
    kinds = [block.kind for block in read.blocks]
    assert kinds == [
        BlockKind.TITLE,
        BlockKind.DATELINE,
        BlockKind.DATELINE,
        BlockKind.BODY,
        BlockKind.HEADING,
        BlockKind.BODY,
        BlockKind.CAPTION,
    ]
    assert (read.title, read.byline, read.published) == ("Café at the bridge reopens", "Jane Doe", date(2026, 5, 4))
    assert "The café reopened on Monday, the town council said." in [sentence.text for sentence in read.sentences]


def test_a_document_is_known_by_its_bytes() -> None:
    """Whatever its name is."""
    assert read_article(saved(article), name="a.txt").encoding == "docx"


def test_no_words_are_lost_wherever_they_stand() -> None:
    """Links, tracked insertions, content controls, text boxes and tables; what was deleted is gone."""
    run = "<w:r><w:t>{}</w:t></w:r>"
    parts = [
        (
            f"<w:p {SPACE}><w:hyperlink>{run.format('The link')}</w:hyperlink><w:ins>{run.format(' came back')}</w:ins>"
            "<w:del><w:r><w:delText> never</w:delText></w:r></w:del></w:p>"
        ),
        f"<w:sdt {SPACE}><w:sdtContent><w:p>{run.format('The control was there.')}</w:p></w:sdtContent></w:sdt>",
        (
            f"<w:p {SPACE}><w:r><w:pict><w:txbxContent><w:p>{run.format('The box was there.')}</w:p></w:txbxContent>"
            "</w:pict></w:r></w:p>"
        ),
        (
            f"<w:tbl {SPACE}><w:tr><w:tc><w:p>{run.format('One')}</w:p></w:tc>"
            f"<w:tc><w:p>{run.format('14')}</w:p></w:tc></w:tr></w:tbl>"
        ),
        f"<w:tbl {SPACE}><w:tr><w:tc><w:p>{run.format('Alone')}</w:p></w:tc></w:tr></w:tbl>",
    ]

    def build(document: Document) -> None:  # type: ignore[valid-type]
        for part in reversed(parts):
            document.element.body.insert(0, parse_xml(part))

    text = read_article(saved(build), name="a.docx").text
    assert text.split("\n\n") == [
        "The link came back",
        "The control was there.",
        "The box was there.",
        "One | 14",
        "Alone",
    ]


def archive_of(entries: dict[str, bytes]) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in entries.items():
            archive.writestr(name, content)
    return file.getvalue()


MAIN_PART = {"word/document.xml": b"<w:document/>"}
NOISE = random.Random(1).randbytes(100_000)


def lying(raw: bytes) -> bytes:
    """Return the archive with sizes in its directory that say that nothing is in it."""
    at = raw.index(b"PK\x01\x02") + 24
    return raw[:at] + (1).to_bytes(4, "little") + raw[at + 4 :]


@pytest.mark.parametrize(
    ("raw", "reason"),
    [
        (archive_of(dict.fromkeys(map(str, range(10)), bytes(21_000_000)) | MAIN_PART), "200 MB"),
        (archive_of({"word/document.xml": bytes(10_000_000)}), "100 times"),
        (archive_of({"word/document.xml": b"<w:p/>" * 900_000, "x": NOISE}), "5 MB of XML"),
        (archive_of({f"word/document.xml/{number}": b"" for number in range(2_001)}), "2000 files"),
        (lying(archive_of({"word/document.xml": bytes(10_000_000)})), "damaged|MB of XML"),
        (archive_of({"word/document.xml": b"<w:document/>"}), "damaged"),
        (saved(article)[:5_000], "damaged"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(500), "password"),
        (b"Just words.", "no Word document"),
    ],
    ids=["large", "ratio", "xml", "entries", "lying", "empty", "cut", "old", "words"],
)
def test_a_bad_document_is_refused_in_one_line(raw: bytes, reason: str) -> None:
    with pytest.raises(UnreadableArticleError, match=reason) as refusal:
        read_article(raw, name="a.docx")
    assert "\n" not in str(refusal.value)


def test_only_xml_is_unpacked() -> None:
    """Pictures cost no memory."""
    raw = archive_of({"word/document.xml": b"<a/>", "word/media/image1.png": bytes(range(256)) * 100})
    with zipfile.ZipFile(zip_guard.xml_of_archive(raw, "a.docx")) as copy:
        assert {entry.filename: entry.file_size for entry in copy.infolist()} == {
            "word/document.xml": 4,
            "word/media/image1.png": 0,
        }


def test_a_missing_extra_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "docx", None)
    with pytest.raises(UnreadableArticleError, match=r"needs claim-workbench\[docx\]: pip install"):
        read_article(saved(article), name="a.docx")
