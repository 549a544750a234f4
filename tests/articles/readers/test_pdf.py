"""PDF documents: their text in paragraphs; those without text, with a password or damaged are refused."""

import io
import logging
import sys
from datetime import date

import pytest
from pypdf import PdfWriter
from pypdf.generic import DecodedStreamObject, DictionaryObject, NameObject

from workbench.articles import read_article
from workbench.errors import UnreadableArticleError
from workbench.vocabulary import BlockKind

LINES = """The Daily Ledger
Harbour opens after the storm
By Jane Doe
4 May 2026
The harbour at Ferrow opened on Monday, the town council said. It had been closed
for two days because of the storm that took the northern pier. The inter-
national inspectors came at once.
Nobody was hurt."""


def pdf_of(*pages: str, password: str | None = None) -> bytes:
    """Return a PDF with these pages, one line of text a line."""
    writer = PdfWriter()
    for page in pages:
        shown = "\n".join(f"({line}) Tj T*" for line in page.split("\n"))
        add_page(writer, f"BT /F1 11 Tf 14 TL 50 780 Td\n{shown}\nET".encode("latin-1") if page else b"")
    if password is not None:
        writer.encrypt(password, algorithm="RC4-128")
    return saved(writer)


def add_page(writer: PdfWriter, content: bytes) -> None:
    page = writer.add_blank_page(595, 842)
    font = DictionaryObject(
        {
            NameObject("/Type"): NameObject("/Font"),
            NameObject("/Subtype"): NameObject("/Type1"),
            NameObject("/BaseFont"): NameObject("/Helvetica"),
        }
    )
    fonts = DictionaryObject({NameObject("/F1"): font})
    page[NameObject("/Resources")] = DictionaryObject({NameObject("/Font"): fonts})
    stream = DecodedStreamObject()
    stream.set_data(content)
    page[NameObject("/Contents")] = writer._add_object(stream.flate_encode())


def saved(writer: PdfWriter) -> bytes:
    file = io.BytesIO()
    writer.write(file)
    return file.getvalue()


def test_text_is_read_with_its_head_and_its_running_lines() -> None:
    article = read_article(
        pdf_of(LINES, "The Daily Ledger\nThe storm had come on Friday, officials said."), name="a.pdf"
    )
    texts = [(block.kind, article.text[block.start : block.end]) for block in article.blocks]
    assert texts[0] == (BlockKind.TITLE, "Harbour opens after the storm")
    assert (article.title, article.byline, article.published) == (texts[0][1], "Jane Doe", date(2026, 5, 4))
    assert texts[-1] == (BlockKind.BOILERPLATE, "The Daily Ledger")
    assert "The international inspectors came at once." in [sentence.text for sentence in article.sentences]
    assert article.encoding == "pdf"


def test_a_document_is_known_by_its_bytes() -> None:
    """Whatever its name is."""
    assert read_article(pdf_of(LINES), name="a.txt").encoding == "pdf"


def bomb() -> bytes:
    writer = PdfWriter()
    add_page(writer, b"BT (harbour) Tj ET " + b" " * 60_000_000)
    return saved(writer)


def many_operators() -> bytes:
    writer = PdfWriter()
    add_page(writer, b"BT /F1 11 Tf " + b"(a) Tj " * 300_000 + b"ET")
    return saved(writer)


@pytest.mark.parametrize(
    ("raw", "reason"),
    [
        (pdf_of("", ""), "OCR"),
        (pdf_of(LINES, password="secret"), "encrypted"),
        (pdf_of(LINES, password=""), "encrypted"),
        (pdf_of(LINES)[:700], "damaged|OCR"),
        (b"%PDF-1.7\n" + bytes(5_000), "damaged"),
        (b"Just words.", "no PDF document"),
        (bomb(), "damaged|OCR"),
        (many_operators(), "harmful"),
        (pdf_of(*["a few words"] * 1_001), "1000 pages"),
    ],
    ids=["scanned", "encrypted", "owner", "truncated", "zeros", "words", "bomb", "operators", "pages"],
)
def test_a_bad_document_is_refused_in_one_line(raw: bytes, reason: str, capsys: pytest.CaptureFixture[str]) -> None:
    """And nothing else is said, neither on the screen nor by the library's logger."""
    with pytest.raises(UnreadableArticleError, match=reason) as refusal:
        read_article(raw, name="a.pdf")
    assert "\n" not in str(refusal.value)
    assert capsys.readouterr() == ("", "")


def test_the_librarys_logger_is_left_as_it_was() -> None:
    level = logging.getLogger("pypdf").level
    read_article(pdf_of(LINES), name="a.pdf")
    assert logging.getLogger("pypdf").level == level


def test_a_missing_extra_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pypdf", None)
    with pytest.raises(UnreadableArticleError, match=r"needs claim-workbench\[pdf\]: pip install"):
        read_article(pdf_of(LINES), name="a.pdf")
