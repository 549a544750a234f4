"""Articles made by hand, so that matching is tested without reading files."""

from collections.abc import Callable, Sequence

import pytest

from workbench.articles.model import Article, Block, Sentence
from workbench.vocabulary import BlockKind

Paragraph = tuple[BlockKind, Sequence[str]]
MakeArticle = Callable[..., Article]


@pytest.fixture
def make_article() -> MakeArticle:
    """Return a maker of articles from paragraphs: sentences, or a block kind with its sentences."""

    def make(*paragraphs: str | Paragraph, name: str = "article") -> Article:
        text = ""
        blocks: list[Block] = []
        sentences: list[Sentence] = []
        for paragraph in paragraphs:
            kind, parts = (BlockKind.BODY, [paragraph]) if isinstance(paragraph, str) else paragraph
            text += "\n\n" if text else ""
            block_start = len(text)
            for number, part in enumerate(parts):
                text += " " if number else ""
                sentences.append(Sentence(len(text), len(text) + len(part), len(blocks), part))
                text += part
            blocks.append(Block(block_start, len(text), kind))
        return Article(text, tuple(blocks), tuple(sentences), name, name)

    return make
