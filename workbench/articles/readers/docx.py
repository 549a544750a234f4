"""Word documents."""

from collections.abc import Iterator, Mapping
from typing import Any, Final

from workbench.articles.assembly import assemble
from workbench.articles.page import Piece, collapse
from workbench.articles.readers.face import Fit, Reading, needs_extra, refused
from workbench.articles.readers.zip_guard import xml_of_archive
from workbench.vocabulary import BlockKind

_ZIP: Final = b"PK\x03\x04"
_MAIN_PART: Final = b"word/document.xml"
_OLD_OFFICE: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_W: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_FALLBACK: Final = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_SIGNS: Final = {f"{_W}tab": "\t", f"{_W}br": "\n", f"{_W}cr": "\n", f"{_W}noBreakHyphen": "\u2011"}
_KIND_OF_STYLE: Final = {"title": BlockKind.TITLE, "subtitle": BlockKind.HEADING, "caption": BlockKind.CAPTION}

Styles = Mapping[str, str]
"""The English name of each style in lower case, by its id, which Word translates."""


class DocxReader:
    """Reads `.docx` with python-docx (extra `docx`), whatever the suffix is."""

    suffixes: Final = frozenset({".docx"})

    def fit(self, raw: bytes, suffix: str) -> Fit:
        """Return how sure it is: by the name of the part that every such document has."""
        if raw.startswith(_ZIP) and _MAIN_PART in raw:
            return Fit.CERTAIN
        return Fit.NAMED_SO if suffix in self.suffixes else Fit.NONE

    def read(self, raw: bytes, name: str) -> Reading:
        """Return the article in the document, with changes accepted that it tracks, without notes and comments.

        The properties of the file are left alone: they say whose computer it was, not who wrote the article.
        """
        if raw.startswith(_OLD_OFFICE):
            raise refused(name, "is an old Word document, or one with a password: save it as .docx without a password")
        if not raw.startswith(b"PK"):
            raise refused(name, "is no Word document, whatever its suffix says")
        assembled = assemble(_pieces_of_document(raw, name))
        return Reading(assembled.text, assembled.blocks, assembled.stated(), "docx")


def _pieces_of_document(raw: bytes, name: str) -> list[Piece]:
    """Return the pieces of the document, and nothing of its large tree."""
    try:
        import docx  # an extra, and slow to import
    except ImportError:
        raise needs_extra(name, "docx") from None
    archive = xml_of_archive(raw, name)
    try:
        document = docx.Document(archive)
        styles = {style.style_id: (style.name or "").lower() for style in document.styles}
        return list(_pieces(document.element.body, styles))
    except Exception:  # a true edge: python-docx fails in many ways on what is no such document
        raise refused(name, "is a damaged Word document: save it again") from None


def _pieces(element: Any, styles: Styles) -> Iterator[Piece]:
    """Yield the paragraphs and the rows of tables below `element` in order, also those in content controls."""
    for child in element:
        if child.tag == f"{_W}p":
            if words := _text_of(child).strip():
                yield Piece(words, _kind_of(child, styles))
            for box in child.iter(f"{_W}txbxContent"):
                if not any(parent.tag == _FALLBACK for parent in box.iterancestors()):
                    yield from _pieces(box, styles)
        elif child.tag == f"{_W}tr":
            yield from _row(child, styles)
        elif isinstance(child.tag, str) and child.tag != _FALLBACK:
            yield from _pieces(child, styles)


def _row(row: Any, styles: Styles) -> Iterator[Piece]:
    """Yield a row of a table as one piece, or what stands in its only cell: such tables only lay out a page."""
    cells = list(row.iter(f"{_W}tc"))
    if len(cells) == 1:
        yield from _pieces(cells[0], styles)
        return
    texts = (collapse("\n".join(_text_of(paragraph) for paragraph in cell.iter(f"{_W}p"))) for cell in cells)
    if words := " | ".join(filter(None, texts)):
        yield Piece(words, BlockKind.BODY)


def _text_of(paragraph: Any) -> str:
    """Return the text of a paragraph without that of the text boxes that are anchored in it."""
    parts: list[str] = []
    _collect(paragraph, parts)
    return "".join(parts)


def _collect(element: Any, parts: list[str]) -> None:
    for child in element:
        if child.tag == f"{_W}t":
            parts.append(child.text or "")
        elif child.tag in _SIGNS:
            parts.append(_SIGNS[child.tag])
        elif isinstance(child.tag, str) and child.tag not in {f"{_W}txbxContent", f"{_W}pPr", f"{_W}moveFrom"}:
            _collect(child, parts)


def _kind_of(paragraph: Any, styles: Styles) -> BlockKind | None:
    style = paragraph.find(f"{_W}pPr/{_W}pStyle")
    name = styles.get(style.get(f"{_W}val"), "") if style is not None else ""
    return BlockKind.HEADING if name.startswith("heading ") else _KIND_OF_STYLE.get(name)


READER: Final = DocxReader()
