"""The PDF report, as pypdf reads it again: it tells what the record does, and text from outside stays text."""

import io
import re
import sys
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import pytest
from pypdf import PdfReader

from workbench.errors import ReportError
from workbench.reports.documents.paper import Ink, Run, Title
from workbench.reports.documents.report import render_pdf
from workbench.reports.documents.typst_paper import TypstPaper
from workbench.reports.outlining import build_outline
from workbench.reports.record import ArticleList, Record
from workbench.reports.sections import Section
from workbench.reports.wording import DISCARDED_GLYPH, DISPUTED_GLYPH, IMPLIED_GLYPH, SETTLED_GLYPH
from workbench.vocabulary import (
    ANCHOR_TERMS,
    ORIGIN_LAYER_TERMS,
    READING_TERMS,
    RELATION_TERMS,
    UNREAD_GLYPH,
    UNREVIEWED_GLYPH,
    VERDICT_TERMS,
    WARNING_TERMS,
)

MADE = datetime(2026, 3, 1, 12, 0, tzinfo=UTC)
HOSTILE = (
    '#import "@preview/x:1.0.0": y',
    '#read("/etc/passwd")',
    '"); read("/etc/passwd"); ("',
    "$ x^2 $ `raw` *bold* _it_ \\ ] [ @label <label> // /* ~ -- ---",
    '{{7*7}} #{1+1} #eval("1") #sys.inputs',
    "</svg><script>alert(1)</script>",
)


def squeezed(text: str) -> str:
    return re.sub(r"\s+", "", text)


def words(content: bytes) -> str:
    """Return all text of a document without white space: lines end where the paper does."""
    return squeezed("".join(page.extract_text() for page in PdfReader(io.BytesIO(content)).pages))


def paper() -> TypstPaper:
    return TypstPaper(Title("A report", "claim-workbench", MADE))


def fonts_of(content: bytes) -> dict[str, bool]:
    """Return the names of the fonts of a document, each with whether its glyphs are in it."""
    fonts = {}
    for page in PdfReader(io.BytesIO(content)).pages:
        resources: Any = page["/Resources"]
        for font in resources["/Font"].values():
            (inner,) = font["/DescendantFonts"]
            descriptor = inner.get_object()["/FontDescriptor"]
            fonts[font["/BaseFont"].partition("+")[2]] = "/FontFile2" in descriptor or "/FontFile3" in descriptor
    return fonts


def test_it_says_what_it_is(settled_record: Record) -> None:
    reader = PdfReader(io.BytesIO(render_pdf(settled_record)))
    assert reader.metadata is not None
    assert reader.metadata.title == "Ferry"
    assert str(reader.metadata.author).startswith("claim-workbench ")
    assert reader.metadata.creation_date == MADE
    root: Any = reader.trailer["/Root"]
    assert root["/Lang"].startswith("en")
    assert root["/MarkInfo"]["/Marked"].value is True


def test_it_conforms_to_the_standards_for_accessible_and_archived_documents(settled_record: Record) -> None:
    root: Any = PdfReader(io.BytesIO(render_pdf(settled_record))).trailer["/Root"]
    metadata = root["/Metadata"].get_data().decode()
    assert "<pdfuaid:part>1</pdfuaid:part>" in metadata
    assert "<pdfaid:part>2</pdfaid:part>" in metadata
    assert "<pdfaid:conformance>A</pdfaid:conformance>" in metadata


def test_its_parts_articles_and_claims_are_bookmarks(settled_record: Record) -> None:
    def titles(found: Sequence[Any]) -> list[str]:
        return [t for each in found for t in (titles(each) if isinstance(each, list) else [str(each.title)])]

    bookmarks = titles(PdfReader(io.BytesIO(render_pdf(settled_record))).outline)
    assert [t for t in bookmarks if t in {part.heading for part in Section}] == [
        part.heading for part in Section if part is not Section.VERSIONS
    ]
    outline = build_outline(settled_record)
    for claim in outline.claims:
        assert any(title.startswith(f"{claim.number}: ") for title in bookmarks)


def test_numbers_of_claims_lead_to_them(settled_record: Record) -> None:
    reader = PdfReader(io.BytesIO(render_pdf(settled_record)))
    links = [each.get_object() for page in reader.pages for each in page.get("/Annots", ())]
    assert links
    assert all("/Dest" in link or link["/A"]["/S"] == "/GoTo" for link in links)


def test_pages_are_numbered_and_headed(settled_record: Record) -> None:
    pages = [page.extract_text() for page in PdfReader(io.BytesIO(render_pdf(settled_record))).pages]
    assert len(pages) > 3
    for number, text in enumerate(pages, 1):
        assert f"page {number} of {len(pages)}" in text
    assert all("Ferry" in text for text in pages)


def test_the_header_of_a_table_stands_on_every_page() -> None:
    made = paper()
    made.heading("Table")
    made.table(("Left column", "Right column"), [(f"row {n}", "words") for n in range(150)], (1, 1))
    pages = [page.extract_text() for page in PdfReader(io.BytesIO(made.content())).pages]
    assert len(pages) > 1
    assert all("Left column" in text for text in pages)
    assert re.findall(r"row (\d+)", "\n".join(pages)) == [str(number) for number in range(150)]


def test_the_same_record_gives_the_same_bytes(settled_record: Record) -> None:
    assert render_pdf(settled_record) == render_pdf(settled_record)


def test_a_time_to_the_microsecond_is_no_hindrance(record: Record) -> None:
    assert render_pdf(replace(record, generated_at=MADE.replace(microsecond=5))).startswith(b"%PDF")


def test_every_sign_of_the_vocabulary_has_a_glyph_in_fonts_that_are_in_the_document() -> None:
    terms = (ANCHOR_TERMS, ORIGIN_LAYER_TERMS, READING_TERMS, RELATION_TERMS, VERDICT_TERMS, WARNING_TERMS)
    signs = [term.glyph for each in terms for term in each.values()]
    signs += [DISCARDED_GLYPH, DISPUTED_GLYPH, IMPLIED_GLYPH, SETTLED_GLYPH, UNREAD_GLYPH, UNREVIEWED_GLYPH]
    made = paper()
    for sign in signs:
        made.paragraph(sign)
    content = made.content()
    assert set(signs) <= set(words(content))
    assert set(fonts_of(content).values()) == {True}
    assert all(re.match("LibertinusSerif|NewCM|DejaVuSansMono", name) for name in fonts_of(content))


def test_signs_for_controls_are_written_out() -> None:
    made = paper()
    made.paragraph("a\x1b[2J\x07\x00\x7f\u202eb\ufffe\u200b")
    assert "a‹ESC›[2J‹BEL›‹NUL›‹DEL›⯑b\ufffd⯑" in words(made.content())


def test_a_document_with_signs_that_no_font_has_says_so() -> None:
    made = paper()
    made.paragraph("before \U0001f9ff\U000f1234 after")
    text = words(made.content())
    assert squeezed("lack signs for some of the characters") in text
    assert "before" in text
    assert "after" in text


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_hostile_text_stays_text_on_every_kind_of_line(text: str) -> None:
    made = TypstPaper(Title(text, "claim-workbench", MADE))
    made.lead(text)
    made.contents([(text, "p")])
    made.heading(text, 1, text or "p")
    made.paragraph([Run(text, ink) for ink in Ink] + [Run(text, to=text)])
    made.notice(text)
    made.items([text])
    made.items([text], 2)
    made.table((text, text), [(text, text)], (1, 1))
    content = made.content()
    reader = PdfReader(io.BytesIO(content))
    assert reader.metadata is not None
    assert reader.metadata.title == text
    assert words(content).count(squeezed(text)) >= len(Ink) + 8
    assert "root:" not in words(content)


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_hostile_text_stays_text_in_a_report(
    settled_record: Record, with_text_everywhere: Callable[[Record, str], Record], text: str
) -> None:
    content = render_pdf(with_text_everywhere(settled_record, text))
    assert squeezed(text) in words(content)
    reader = PdfReader(io.BytesIO(content))
    targets = [each.get_object().get("/A", {}).get("/S") for page in reader.pages for each in page.get("/Annots", ())]
    assert set(targets) <= {None, "/GoTo"}


@pytest.mark.parametrize("length", [400, 2_000, 50_000])
def test_a_long_word_breaks_within_the_page_and_stays_whole(length: int) -> None:
    word = "".join(chr(97 + n % 26) for n in range(length))
    made = paper()
    made.paragraph(word)
    made.table(("a", "b", "c"), [(word[:500], "x", word[:900])], (1, 1, 4))
    pages = PdfReader(io.BytesIO(made.content())).pages
    furniture = r"page\d+of\d+|claim-workbench·2026-03-01|Areport"
    text = "".join(squeezed(page.extract_text()) for page in pages)
    assert word in re.sub(furniture, "", text.replace("\u200b", ""))
    assert "\u200b" not in text or length > 2_000
    for page in pages:
        starts: list[float] = []
        page.extract_text(visitor_text=lambda t, _, tm, *__, to=starts: to.append(tm[4]) if t.strip() else None)
        assert max(starts) < page.mediabox.width


@pytest.mark.slow
def test_two_million_letters_of_one_word_fill_pages() -> None:
    made = paper()
    made.paragraph("x" * 2_000_000)
    assert len(PdfReader(io.BytesIO(made.content())).pages) > 300


def test_an_empty_collection_makes_a_report_too(moment: datetime) -> None:
    text = words(render_pdf(Record(None, (), ArticleList(), (), (), (), moment)))
    assert squeezed("There are no claims.") in text
    assert squeezed("Nothing has been decided yet.") in text


def test_without_typst_it_says_what_to_install(record: Record, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "typst", None)
    with pytest.raises(ReportError, match=r"pip install 'claim-workbench\[pdf-report\]'"):
        render_pdf(record)
