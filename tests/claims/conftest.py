"""Articles built by hand from blocks, so that these tests test the claims alone."""

import re
from collections.abc import Callable
from hashlib import sha256

import pytest

from workbench.articles.model import Article, Block, Sentence
from workbench.vocabulary import BlockKind

# Good enough for sentences written for these tests: an end mark, a space, and a capital or an opening mark.
_SENTENCE_END = re.compile(r"(?<=[.?!][”\"’'])\s+(?=[A-Z“\"‘])|(?<=[a-z0-9][.?!])\s+(?=[A-Z“\"‘])")

Part = str | tuple[BlockKind, str]


def article_of(*parts: Part) -> Article:
    """Build an article from paragraphs; a plain string is a body block."""
    text = ""
    blocks: list[Block] = []
    sentences: list[Sentence] = []
    for part in parts:
        kind, paragraph = (BlockKind.BODY, part) if isinstance(part, str) else part
        text += "\n\n" if text else ""
        start = len(text)
        text += paragraph
        at = start
        for piece in _SENTENCE_END.split(paragraph):
            at = text.index(piece, at)
            sentences.append(Sentence(at, at + len(piece), len(blocks), piece))
            at += len(piece)
        blocks.append(Block(start, len(text), kind))
    return Article(text, tuple(blocks), tuple(sentences), sha256(text.encode()).hexdigest(), "by_hand.txt")


@pytest.fixture(scope="session")
def article() -> Callable[..., Article]:
    return article_of
