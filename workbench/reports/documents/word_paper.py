"""A report as a Word document (`.docx`, ECMA-376)."""

import io
import zipfile
from collections.abc import Iterable, Sequence
from datetime import UTC
from typing import Any, Final

from workbench.errors import ReportError
from workbench.reports.charts.tones import Tone
from workbench.reports.documents.paper import Ink, Line, Paper, Run, Title
from workbench.reports.documents.word_xml import element, mark_place, paragraph, shown, table
from workbench.visible import one_line

_LONGEST_TITLE: Final = 200
_FIRST_DAY_OF_ZIP: Final = (1980, 1, 1, 0, 0, 0)
_TWIPS_A_CM: Final = 567
_WIDTH_CM, _HEIGHT_CM, _MARGIN_CM = 21.0, 29.7, 2.2
_TEXT_WIDTH: Final = (_WIDTH_CM - 2 * _MARGIN_CM) * _TWIPS_A_CM


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
        self._end = self._document.element.body[-1]  # what holds for the pages stands last
        self._bookmarks: dict[str, str] = {}
        properties, at = self._document.core_properties, title.made.astimezone(UTC).replace(tzinfo=None)
        properties.title = shown(one_line(title.words))[:_LONGEST_TITLE]
        properties.author = properties.last_modified_by = title.program
        properties.created = properties.modified = at
        properties.comments = ""
        self._lay_out_pages(properties.title)
        self.paragraph(title.words, "Title")

    def lead(self, line: Line) -> None:
        """Add a line below the title."""
        self.paragraph(line)

    def contents(self, entries: Iterable[tuple[str, str]]) -> None:
        """Add the list of the parts, each a link."""
        self.items(Run(words, to=place) for words, place in entries)

    def heading(self, line: Line, level: int = 1, place: str | None = None) -> None:
        """Add a heading, which the navigation of an office program shows."""
        found = self.paragraph(line, f"Heading{level}")
        if place:
            name = self._bookmark(place)
            mark_place(found, name.removeprefix("place"), name)

    def paragraph(self, line: Line, style: str | None = None) -> Any:
        """Add a paragraph in a style (its identifier in the template), and return it."""
        found = paragraph(line, self._bookmark, style)
        self._end.addprevious(found)
        return found

    def notice(self, line: Line) -> None:
        """Add a paragraph that stands out."""
        self.paragraph(line, "IntenseQuote")

    def quotation(self, before: str, words: str, after: str, tone: Tone) -> None:
        """Add a quotation in its context; its words are bold."""
        self.paragraph((Run(before, Ink.SOFT), Run(words, Ink.STRONG), Run(after, Ink.SOFT)), "Quote")

    def items(self, items: Iterable[Line], level: int = 1) -> None:
        """Add a list, or a list within one (`level` 2)."""
        for line in items:
            self.paragraph(line, "ListBullet" if level == 1 else "ListBullet2")

    def table(self, header: Sequence[Line], rows: Iterable[Sequence[Line]], widths: Sequence[int]) -> None:
        """Add a table whose header stands on every page that it goes over."""
        shares = [round(_TEXT_WIDTH * width / sum(widths)) for width in widths]
        self._end.addprevious(table(header, rows, shares, self._bookmark))
        self.paragraph("")

    def picture(self, svg: str, title: str, told: str) -> None:
        """Say what a drawing shows: python-docx takes no SVG."""
        self.paragraph(f"{title}: {told}")

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
        section.page_width, section.page_height = Cm(_WIDTH_CM), Cm(_HEIGHT_CM)
        section.left_margin = section.right_margin = Cm(_MARGIN_CM)
        section.header.paragraphs[0].add_run(title).font.size = Pt(8)
        footer = section.footer.paragraphs[0]
        footer.alignment = 1  # centred
        for words, field in (("page ", "PAGE"), (" of ", "NUMPAGES")):
            footer.add_run(words)
            element("fldSimple", footer._p, instr=field)
        self._document.styles["Normal"].font.size = Pt(10)

    def _bookmark(self, place: str) -> str:
        """Return the name of a place, which may have only 40 letters and digits."""
        return self._bookmarks.setdefault(place, f"place{len(self._bookmarks) + 1}")
