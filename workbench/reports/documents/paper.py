"""A Word document that is written from top to bottom; all its text goes through one map."""

import io
import re
import zipfile
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from typing import Any, Final

from workbench.errors import ReportError
from workbench.visible import REPLACEMENT, lines, one_line

_NOT_IN_XML: Final = re.compile("[\ufffe\uffff]")
_LONGEST_TITLE: Final = 200
_FIRST_DAY_OF_ZIP: Final = (1980, 1, 1, 0, 0, 0)


class Paper:
    """A document of headings, paragraphs, lists and tables; its pages are numbered.

    Raises:
        ReportError: python-docx is not there.
    """

    def __init__(self, title: str, made: datetime) -> None:
        try:
            import docx  # an extra, and slow to import
        except ImportError:
            raise ReportError("Word documents need python-docx: pip install 'claim-workbench[docx]'") from None
        self._document: Any = docx.Document()
        properties, at = self._document.core_properties, made.astimezone(UTC).replace(tzinfo=None)
        properties.title = _shown(one_line(title))[:_LONGEST_TITLE]
        properties.author = properties.last_modified_by = "claim-workbench"
        properties.created = properties.modified = at
        properties.comments = ""
        self._number_pages()
        self._document.add_heading(_shown(title), 0)

    def heading(self, words: str, level: int = 1) -> None:
        """Add a heading."""
        self._document.add_heading(_shown(words), level)

    def paragraph(self, words: str, style: str | None = None) -> None:
        """Add a paragraph."""
        self._document.add_paragraph(_shown(words), style)

    def quotation(self, before: str, words: str, after: str) -> None:
        """Add a quotation in its context; its words are bold."""
        paragraph = self._document.add_paragraph(_shown(before), "Quote")
        paragraph.add_run(_shown(words)).bold = True
        paragraph.add_run(_shown(after))

    def items(self, items: Iterable[str], level: int = 1) -> None:
        """Add a list, or a list within one (`level` 2)."""
        for words in items:
            self.paragraph(words, "List Bullet" if level == 1 else "List Bullet 2")

    def table(self, header: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
        """Add a table whose header stands on every page that it goes over."""
        table = self._document.add_table(rows=1, cols=len(header), style="Table Grid")
        _fill(table.rows[0], header, bold=True)
        table.rows[0]._tr.get_or_add_trPr().append(_element("w:tblHeader"))
        for row in rows:
            _fill(table.add_row(), row)
        self._document.add_paragraph()

    def content(self) -> bytes:
        """Return the document; the same one is the same bytes at any time."""
        saved, fixed = io.BytesIO(), io.BytesIO()
        self._document.save(saved)
        with zipfile.ZipFile(saved) as source, zipfile.ZipFile(fixed, "w") as target:
            for name in source.namelist():
                target.writestr(zipfile.ZipInfo(name, _FIRST_DAY_OF_ZIP), source.read(name), zipfile.ZIP_DEFLATED)
        return fixed.getvalue()

    def _number_pages(self) -> None:
        paragraph = self._document.sections[0].footer.paragraphs[0]
        paragraph.alignment = 1  # centred
        paragraph._p.append(_element("w:fldSimple", {"w:instr": "PAGE"}))


def _fill(row: Any, words: Sequence[str], bold: bool = False) -> None:
    for cell, text in zip(row.cells, words, strict=True):
        cell.paragraphs[0].add_run(_shown(text)).bold = bold


def _element(name: str, attributes: dict[str, str] | None = None) -> Any:
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    element = OxmlElement(name)
    for key, value in (attributes or {}).items():
        element.set(qn(key), value)
    return element


def _shown(text: str) -> str:
    return _NOT_IN_XML.sub(REPLACEMENT, lines(text))
