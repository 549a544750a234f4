"""A report as a Word document (`.docx`, ECMA-376)."""

import io
import re
import zipfile
from collections.abc import Iterable, Sequence
from datetime import UTC
from typing import Any, Final

from workbench.errors import ReportError
from workbench.reports.charts.tones import LIGHT, Tone
from workbench.reports.documents.paper import Ink, Line, Paper, Run, Title, runs_of
from workbench.visible import REPLACEMENT, lines, one_line

_NOT_IN_XML: Final = re.compile("[\ufffe\uffff]")
_LONGEST_TITLE: Final = 200
_FIRST_DAY_OF_ZIP: Final = (1980, 1, 1, 0, 0, 0)
_MARGIN_CM: Final = 2.2
_TEXT_WIDTH_CM: Final = 21.0 - 2 * _MARGIN_CM


class WordPaper(Paper):
    """A Word document on A4; its pages are numbered.

    Raises:
        ReportError: python-docx is not there.
    """

    columns = 10

    def __init__(self, title: Title) -> None:
        try:
            import docx  # an extra, and slow to import
        except ImportError:
            raise ReportError("Word documents need python-docx: pip install 'claim-workbench[docx]'") from None
        self._document: Any = docx.Document()
        self._bookmarks: dict[str, str] = {}
        properties, at = self._document.core_properties, title.made.astimezone(UTC).replace(tzinfo=None)
        properties.title = _shown(one_line(title.words))[:_LONGEST_TITLE]
        properties.author = properties.last_modified_by = title.program
        properties.created = properties.modified = at
        properties.comments = ""
        self._lay_out_pages(properties.title)
        self._document.add_heading(_shown(title.words), 0)

    def lead(self, line: Line) -> None:
        """Add a line below the title."""
        self.paragraph(line)

    def contents(self, entries: Iterable[tuple[str, str]]) -> None:
        """Add the list of the parts, each a link."""
        self.items(Run(words, to=place) for words, place in entries)

    def heading(self, line: Line, level: int = 1, place: str | None = None) -> None:
        """Add a heading, which the navigation of an office program shows."""
        paragraph = self._document.add_heading("", level)
        self._write(paragraph, line)
        if place:
            self._mark(paragraph, place)

    def paragraph(self, line: Line, style: str | None = None) -> None:
        """Add a paragraph."""
        self._write(self._document.add_paragraph(style=style), line)

    def notice(self, line: Line) -> None:
        """Add a paragraph that stands out."""
        self.paragraph(line, "Intense Quote")

    def quotation(self, before: str, words: str, after: str, tone: Tone) -> None:
        """Add a quotation in its context; its words are bold."""
        self.paragraph((Run(before, Ink.SOFT), Run(words, Ink.STRONG), Run(after, Ink.SOFT)), "Quote")

    def items(self, items: Iterable[Line], level: int = 1) -> None:
        """Add a list, or a list within one (`level` 2)."""
        for line in items:
            self.paragraph(line, "List Bullet" if level == 1 else "List Bullet 2")

    def table(self, header: Sequence[Line], rows: Iterable[Sequence[Line]], widths: Sequence[int]) -> None:
        """Add a table whose header stands on every page that it goes over."""
        from docx.shared import Cm

        table = self._document.add_table(rows=1, cols=len(header), style="Table Grid")
        table.autofit = False
        for column, width in zip(table.columns, widths, strict=True):
            column.width = Cm(_TEXT_WIDTH_CM * width / sum(widths))
        self._fill(table.rows[0], [[Run(run.words, Ink.STRONG) for run in runs_of(cell)] for cell in header])
        table.rows[0]._tr.get_or_add_trPr().append(_element("w:tblHeader"))
        for row in rows:
            self._fill(table.add_row(), row)
        self._document.add_paragraph()

    def picture(self, svg: str, told: str) -> None:
        """Say what a drawing shows: python-docx takes no SVG."""
        self.paragraph(told)

    def content(self) -> bytes:
        """Return the document; the same one is the same bytes at any time."""
        saved, fixed = io.BytesIO(), io.BytesIO()
        self._document.save(saved)
        with zipfile.ZipFile(saved) as source, zipfile.ZipFile(fixed, "w") as target:
            for name in source.namelist():
                target.writestr(zipfile.ZipInfo(name, _FIRST_DAY_OF_ZIP), source.read(name), zipfile.ZIP_DEFLATED)
        return fixed.getvalue()

    def _lay_out_pages(self, title: str) -> None:
        from docx.shared import Cm, Pt

        section = self._document.sections[0]
        section.page_width, section.page_height = Cm(21.0), Cm(29.7)
        section.left_margin = section.right_margin = Cm(_MARGIN_CM)
        section.header.paragraphs[0].add_run(title).font.size = Pt(8)
        footer = section.footer.paragraphs[0]
        footer.alignment = 1  # centred
        footer.add_run("page ")
        footer._p.append(_element("w:fldSimple", {"w:instr": "PAGE"}))
        footer.add_run(" of ")
        footer._p.append(_element("w:fldSimple", {"w:instr": "NUMPAGES"}))
        self._document.styles["Normal"].font.size = Pt(10)

    def _fill(self, row: Any, cells: Sequence[Line]) -> None:
        for cell, line in zip(row.cells, cells, strict=True):
            self._write(cell.paragraphs[0], line, small=True)

    def _write(self, paragraph: Any, line: Line, small: bool = False) -> None:
        for run in runs_of(line):
            if run.words:
                written = paragraph.add_run(_shown(run.words))
                _ink(written, run, small)
                if run.to:
                    self._link(paragraph, written, run.to)

    def _link(self, paragraph: Any, run: Any, place: str) -> None:
        link = _element("w:hyperlink", {"w:anchor": self._bookmark(place)})
        link.append(run._r)
        paragraph._p.append(link)

    def _mark(self, paragraph: Any, place: str) -> None:
        name = self._bookmark(place)
        identity = {"w:id": name.removeprefix("place")}
        start = 1 if paragraph._p.pPr is not None else 0
        paragraph._p.insert(start, _element("w:bookmarkStart", {**identity, "w:name": name}))
        paragraph._p.append(_element("w:bookmarkEnd", identity))

    def _bookmark(self, place: str) -> str:
        """Return the name of a place, which may have only 40 letters and digits."""
        return self._bookmarks.setdefault(place, f"place{len(self._bookmarks) + 1}")


def _ink(written: Any, run: Run, small: bool) -> None:
    from docx.shared import Pt, RGBColor

    font = written.font
    if small:
        font.size = Pt(8.5)
    if run.ink in (Ink.STRONG, Ink.BADGE):
        font.bold = True
    if run.ink is Ink.CODE:
        font.name, font.size = "Courier New", Pt(7)
    if run.ink is Ink.GONE:
        font.strike = True
    if run.ink in (Ink.SOFT, Ink.GONE):
        font.color.rgb = RGBColor.from_string(_hex(LIGHT["soft"]))
    if run.ink in (Ink.BADGE, Ink.MARKED):
        _shade(written, LIGHT[f"{run.tone or Tone.MIXED}-bg"])
    if run.tone and run.ink is not Ink.MARKED:
        font.color.rgb = RGBColor.from_string(_hex(LIGHT[run.tone]))


def _shade(written: Any, colour: str) -> None:
    shade = _element("w:shd", {"w:val": "clear", "w:color": "auto", "w:fill": _hex(colour)})
    written._r.get_or_add_rPr().append(shade)


def _hex(colour: str) -> str:
    return colour.removeprefix("#").upper()


def _element(name: str, attributes: dict[str, str] | None = None) -> Any:
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    element = OxmlElement(name)
    for key, value in (attributes or {}).items():
        element.set(qn(key), value)
    return element


def _shown(text: str) -> str:
    return _NOT_IN_XML.sub(REPLACEMENT, lines(text))
