"""Paragraphs and tables of a Word document as elements of its markup (WordprocessingML, ECMA-376 part 1, section 17).

python-docx makes them as well, but looks through all styles for each paragraph and through all columns for each cell;
a report has tens of thousands of them.
"""

from collections.abc import Callable, Iterable, Sequence
from typing import Any, Final

from workbench.reports.charts.tones import LIGHT, Tone
from workbench.reports.documents.paper import Ink, Line, Run, runs_of
from workbench.reports.xml_text import xml_text
from workbench.visible import lines

_WORD: Final = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_SMALL: Final = "17"
"""Half points: the size of words in tables."""
_CODE_SIZE: Final = "14"


def shown(text: str) -> str:
    """Return `text` so that nothing in it acts, and that XML can hold it."""
    return xml_text(lines(text))


def paragraph(line: Line, bookmark: Callable[[str], str], style: str | None = None, size: str | None = None) -> Any:
    """Return a paragraph; `bookmark` tells the names of the places that its words lead to."""
    found = element("p")
    if style:
        element("pStyle", element("pPr", found), val=style)
    for run in runs_of(line):
        if run.words:
            parent = element("hyperlink", found, anchor=bookmark(run.to)) if run.to else found
            _write_run(parent, run, size)
    return found


def mark_place(found: Any, identity: str, name: str) -> None:
    """Make a paragraph a place that words may lead to."""
    start, end = element("bookmarkStart", id=identity, name=name), element("bookmarkEnd", id=identity)
    found.insert(1 if found[:1] and found[0].tag == _tag("pPr") else 0, start)
    found.append(end)


def table(header: Sequence[Line], rows: Iterable[Sequence[Line]], widths: Sequence[int], bookmark: Any) -> Any:
    """Return a table whose first row stands on every page that it goes over; `widths` in twentieths of a point."""
    found = element("tbl")
    properties = element("tblPr", found)
    element("tblStyle", properties, val="TableGrid")
    element("tblW", properties, w=str(sum(widths)), type="dxa")
    element("tblLayout", properties, type="fixed")
    grid = element("tblGrid", found)
    for width in widths:
        element("gridCol", grid, w=str(width))
    head = element("tr", found)
    element("tblHeader", element("trPr", head))
    bold = ([Run(run.words, Ink.STRONG) for run in runs_of(cell)] for cell in header)
    _write_cells(head, list(bold), widths, bookmark)
    for row in rows:
        _write_cells(element("tr", found), row, widths, bookmark)
    return found


def element(name: str, parent: Any = None, /, **attributes: str) -> Any:
    """Return an element of the markup, the last one in `parent` if there is one."""
    from lxml import etree

    given = {_tag(key): value for key, value in attributes.items()}
    if parent is None:
        return etree.Element(_tag(name), given, nsmap={"w": _WORD})
    return etree.SubElement(parent, _tag(name), given)


def _tag(name: str) -> str:
    return f"{{{_WORD}}}{name}"


def _write_cells(row: Any, cells: Sequence[Line], widths: Sequence[int], bookmark: Any) -> None:
    for line, width in zip(cells, widths, strict=True):
        cell = element("tc", row)
        element("tcW", element("tcPr", cell), w=str(width), type="dxa")
        cell.append(paragraph(line, bookmark, size=_SMALL))


def _write_run(parent: Any, run: Run, size: str | None) -> None:
    found = element("r", parent)
    _ink(element("rPr", found), run, size)
    for number, words in enumerate(shown(run.words).split("\n")):
        if number:
            element("br", found)
        written = element("t", found)
        written.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
        written.text = words


def _ink(properties: Any, run: Run, size: str | None) -> None:
    """Write how a run looks, in the order of the schema."""
    if run.ink is Ink.CODE:
        element("rFonts", properties, ascii="Courier New", hAnsi="Courier New", cs="Courier New")
    if run.ink in (Ink.STRONG, Ink.BADGE):
        element("b", properties)
    if run.ink is Ink.GONE:
        element("strike", properties)
    if colour := _colour(run):
        element("color", properties, val=colour)
    if wanted := _CODE_SIZE if run.ink is Ink.CODE else size:
        element("sz", properties, val=wanted)
    if run.ink in (Ink.BADGE, Ink.MARKED):
        element("shd", properties, val="clear", color="auto", fill=_hex(LIGHT[f"{run.tone or Tone.MIXED}-bg"]))


def _colour(run: Run) -> str | None:
    if run.to:
        return _hex(LIGHT[Tone.OPEN])
    if run.ink in (Ink.SOFT, Ink.GONE):
        return _hex(LIGHT["soft"])
    return _hex(LIGHT[run.tone]) if run.tone and run.ink is not Ink.MARKED else None


def _hex(colour: str) -> str:
    return colour.removeprefix("#").upper()
