"""From the pieces that a reader found, in order, to one text with its blocks at true offsets."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from workbench.articles.blocks import kinds_of
from workbench.articles.language import language_of
from workbench.articles.metadata import Metadata, metadata_of_text
from workbench.articles.model import Block
from workbench.articles.newlines import clean_text
from workbench.articles.page import Piece, collapse
from workbench.vocabulary import BlockKind

_GAP: Final = "\n\n"


@dataclass(frozen=True, slots=True)
class Assembled:
    """A text and its blocks, a blank line between each two."""

    text: str
    blocks: tuple[Block, ...]

    def first(self, kind: BlockKind) -> str | None:
        """Return the text of the first block of a kind, None if there is none."""
        return next((self.text[block.start : block.end] for block in self.blocks if block.kind is kind), None)

    def stated(self) -> Metadata:
        """Return what the text itself states about the article."""
        lines = [collapse(self.text[block.start : block.end]) for block in self.blocks]
        return metadata_of_text(lines, [block.kind for block in self.blocks], language_of(self.text))


def assemble(pieces: Sequence[Piece]) -> Assembled:
    """Return the text of the pieces and their blocks; the rules type each piece whose kind nothing tells."""
    texts = [clean_text(piece.text) for piece in pieces]
    kinds = kinds_of([collapse(text) for text in texts], [piece.kind for piece in pieces])
    blocks: list[Block] = []
    start = 0
    for text, kind in zip(texts, kinds, strict=True):
        blocks.append(Block(start, start + len(text), kind))
        start += len(text) + len(_GAP)
    return Assembled(_GAP.join(texts), tuple(blocks))
