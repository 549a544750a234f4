"""Scraped plain text: the whole file is the article's text, and what is not the article's own is typed, not cut."""

from workbench.articles.blocks import kinds_of
from workbench.articles.language import language_of
from workbench.articles.metadata import Metadata, metadata_of_text
from workbench.articles.model import Block
from workbench.articles.paragraphs import split_paragraphs


def read_plain(text: str) -> tuple[tuple[Block, ...], Metadata]:
    """Return the blocks of a plain text and what it states about itself."""
    paragraphs = split_paragraphs(text)
    lines = [paragraph.words for paragraph in paragraphs]
    kinds = kinds_of(lines)
    blocks = tuple(Block(p.start, p.end, kind) for p, kind in zip(paragraphs, kinds, strict=True))
    return blocks, metadata_of_text(lines, kinds, language_of(text))
