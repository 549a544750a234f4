"""Saved web pages: trafilatura finds the article in the page; captions and credits that it drops are put back."""

import re
from collections.abc import Iterator, Sequence
from copy import deepcopy
from dataclasses import replace
from typing import Any, Final

import lxml.html
import trafilatura

from workbench.articles.assembly import Assembled, assemble
from workbench.articles.figures import with_captions
from workbench.articles.language import language_of
from workbench.articles.metadata import Metadata
from workbench.articles.model import Block
from workbench.articles.page import Piece, collapse, letters_of
from workbench.articles.page_metadata import metadata_of_page
from workbench.vocabulary import BlockKind

_DECLARATION: Final = re.compile(r"^\s*<\?xml[^>]*\?>")
_CONTROLS: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
_CONTAINERS: Final = frozenset({"body", "list", "quote", "table", "div", "main"})
_KIND_OF_TAG: Final = {"head": BlockKind.HEADING, "item": BlockKind.BODY}
_PARTS: Final = ".//h1 | .//h2 | .//h3 | .//h4 | .//p | .//li | .//figcaption | .//blockquote | .//td"
_NO_TEXT: Final = ("script", "style", "noscript", "template", "nav", "footer", "iframe", "svg")
_TITLE_WITHIN: Final = 4


def read_html(markup: str) -> tuple[str, tuple[Block, ...], Metadata]:
    """Return the text of the article in a page, its blocks, and what the page states about it.

    The text is the blocks with a blank line between; the page's own white space does not count. No file and no
    address that the page names is opened. A page with nothing to read gives no blocks.
    """
    tree = _parse(markup)
    if tree is None:
        return "", (), Metadata()
    metadata = metadata_of_page(tree)
    pieces = with_captions(_article_pieces(tree), tree)
    pieces = _with_title(pieces, metadata.title)
    return _with_metadata(assemble(pieces), metadata)


def _parse(markup: str) -> Any:
    """Return the page's tree, or None for a page in which the parser finds no element at all."""
    try:
        tree = lxml.html.document_fromstring(_DECLARATION.sub("", markup))
    except (lxml.etree.LxmlError, ValueError, AssertionError):
        return None
    for element in tree.iter():
        element.text, element.tail = _allowed(element.text), _allowed(element.tail)
    return tree


def _allowed(text: str | None) -> str | None:
    """Control characters cannot stand in a page (HTML 5, XML 1.0): lxml lets them in, and fails on them later."""
    return _CONTROLS.sub("\ufffd", text) if text else text


def _article_pieces(tree: Any) -> list[Piece]:
    try:
        found: Any = trafilatura.bare_extraction(deepcopy(tree), include_comments=False, include_tables=True)
    except Exception:  # a true edge: whatever a page does to the extractor, the page is still read in the plain way
        found = None
    pieces = list(_pieces_of(found.body)) if found is not None else []
    return pieces or list(_every_part(tree))


def _pieces_of(element: Any) -> Iterator[Piece]:
    """Yield the paragraphs of trafilatura's tree in order."""
    if element.tag in _CONTAINERS:
        yield from _paragraphs(element.text or "", None)
        for child in element:
            yield from _pieces_of(child)
            yield from _paragraphs(child.tail or "", None)
    elif element.tag == "row":
        cells = (collapse(_text_of(cell)) for cell in element)
        yield from _paragraphs(" | ".join(filter(None, cells)), BlockKind.BODY)
    else:
        yield from _paragraphs(_text_of(element), _KIND_OF_TAG.get(element.tag))


def _text_of(element: Any) -> str:
    """Return the text in an element, a line break as a newline, other white space as blanks."""
    parts = [_blanked(element.text)]
    for child in element:
        parts += ["\n" if child.tag == "lb" else _text_of(child), _blanked(child.tail)]
    return "".join(parts)


def _blanked(text: str | None) -> str:
    return (text or "").replace("\n", " ")


def _paragraphs(text: str, kind: BlockKind | None) -> Iterator[Piece]:
    for part in re.split(r"\n\s*\n", text):
        lines = [collapse(line) for line in part.split("\n")]
        if words := "\n".join(line for line in lines if line):
            yield Piece(words, kind)


def _every_part(tree: Any) -> Iterator[Piece]:
    """Yield the headings and paragraphs of a page in which no article was found, else all its text as one."""
    body = deepcopy(tree.find("body") if tree.find("body") is not None else tree)
    for element in body.xpath("|".join(f".//{tag}" for tag in _NO_TEXT)):
        element.drop_tree()
    parts = [part for part in body.xpath(_PARTS) if not part.xpath(_PARTS)]
    pieces = [
        Piece(words, BlockKind.HEADING if part.tag in {"h1", "h2", "h3", "h4"} else None)
        for part in parts
        if (words := collapse(part.text_content()))
    ]
    if pieces:
        yield from pieces
    elif words := collapse(body.text_content()):
        yield Piece(words)


def _with_title(pieces: Sequence[Piece], title: str | None) -> list[Piece]:
    """Return the pieces with the title first: where the page shows it above the text, or put there."""
    if title is None:
        return list(pieces)
    for index, piece in enumerate(pieces[:_TITLE_WITHIN]):
        if _same(piece.text, title):
            return [*pieces[:index], Piece(piece.text, BlockKind.TITLE), *pieces[index + 1 :]]
    return [Piece(title, BlockKind.TITLE), *pieces]


def _same(one: str, other: str) -> bool:
    return letters_of(one) == letters_of(other)


def _with_metadata(assembled: Assembled, metadata: Metadata) -> tuple[str, tuple[Block, ...], Metadata]:
    if all(block.kind is BlockKind.TITLE for block in assembled.blocks):
        return "", (), metadata
    return (
        assembled.text,
        assembled.blocks,
        replace(
            metadata,
            title=metadata.title or assembled.first(BlockKind.TITLE),
            language=metadata.language or language_of(assembled.text),
        ),
    )
