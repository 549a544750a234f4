"""Saved web pages: the article in them, found by trafilatura and by rules over all paragraphs of the page."""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Any, Final

import lxml.html

from workbench.articles.article_pieces import article_pieces
from workbench.articles.assembly import Assembled, assemble
from workbench.articles.extraction import taken_blocks
from workbench.articles.linked_data import stated_body
from workbench.articles.metadata import Metadata
from workbench.articles.model import Block
from workbench.articles.page import Piece, letters_of
from workbench.articles.page_blocks import blocks_of_page
from workbench.articles.page_metadata import metadata_of_page
from workbench.vocabulary import BlockKind

_DECLARATION: Final = re.compile(r"^\s*<\?xml[^>]*\?>")
_CONTROLS: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")


def read_html(markup: str) -> tuple[str, tuple[Block, ...], Metadata]:
    """Return the text of the article in a page, its blocks, and what the page states about it.

    The text is the blocks with a blank line between; the page's own white space does not count. No file and no
    address that the page names is opened. A page with nothing to read gives no blocks.
    """
    tree = parse_page(markup)
    if tree is None:
        return "", (), Metadata()
    metadata = metadata_of_page(tree)
    blocks = blocks_of_page(tree)
    pieces = article_pieces(blocks, taken_blocks(tree, blocks), metadata.title)
    pieces = _with_title(_or_stated(pieces, stated_body(tree)), metadata.title)
    return _with_metadata(assemble(pieces), metadata)


def parse_page(markup: str) -> Any:
    """Return the tree of a page, or None for a page in which the parser finds no element at all."""
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


def _or_stated(pieces: list[Piece], stated: Sequence[str]) -> list[Piece]:
    """Return the text that the page states in its JSON-LD, where what it shows is less than half of that."""
    shown = sum(len(piece.text) for piece in pieces if piece.kind in {None, BlockKind.BODY, BlockKind.HEADING})
    return [Piece(words) for words in stated] if shown < sum(map(len, stated)) / 2 else pieces


def _with_title(pieces: Sequence[Piece], title: str | None) -> list[Piece]:
    """Return the pieces with the title that the page states first, if it is not shown as a heading of the text."""
    if title is None or any(piece.kind is BlockKind.TITLE for piece in pieces):
        return list(pieces)
    return [Piece(title, BlockKind.TITLE), *pieces]


def _with_metadata(assembled: Assembled, metadata: Metadata) -> tuple[str, tuple[Block, ...], Metadata]:
    if all(block.kind is BlockKind.TITLE for block in assembled.blocks):
        return "", (), metadata
    stated = assembled.stated()
    return (
        assembled.text,
        assembled.blocks,
        replace(
            metadata,
            title=metadata.title or assembled.first(BlockKind.TITLE),
            byline=_person(metadata, stated) or metadata.byline or stated.byline,
            published=metadata.published or stated.published,
            language=metadata.language or stated.language,
        ),
    )


def _person(metadata: Metadata, stated: Metadata) -> str | None:
    """The byline that the text shows, where the page names only its publisher as the author."""
    is_publisher = metadata.byline is not None and letters_of(metadata.byline) == letters_of(metadata.publisher or "")
    return stated.byline if is_publisher else None
