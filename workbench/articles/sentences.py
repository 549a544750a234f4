"""Sentences inside blocks, at their true places."""

from collections.abc import Iterable, Iterator
from typing import Final

from workbench.articles.boundaries import sentence_starts
from workbench.articles.model import Block, Sentence
from workbench.articles.plain_reading import plain_ends, reads_plainly
from workbench.vocabulary import BlockKind

_ONE_SENTENCE: Final = frozenset({BlockKind.TITLE, BlockKind.DATELINE, BlockKind.HEADING, BlockKind.CREDIT})


def split_sentences(text: str, blocks: Iterable[Block], language: str | None = None) -> Iterator[Sentence]:
    """Yield the sentences of `blocks` in order; together they hold every visible character of each block.

    A sentence begins and ends with a visible character and never crosses a block. A title, a heading, a dateline
    and a credit are one sentence each: headlines hold no stops to split at, only those of initials.
    What is in another `language` than English is split by its punctuation alone.
    """
    for index, block in enumerate(blocks):
        part = text[block.start : block.end]
        spans = [(0, len(part))] if block.kind in _ONE_SENTENCE else sentence_spans(part, language)
        for start, end in spans:
            yield Sentence(block.start + start, block.start + end, index, part[start:end])


def sentence_spans(text: str, language: str | None = None) -> list[tuple[int, int]]:
    """Return the spans of the sentences of one paragraph, without white space around them.

    A newline inside a paragraph is soft, and counts as a blank.
    """
    ends = plain_ends(text) if reads_plainly(language) else sentence_starts(text)
    spans: list[tuple[int, int]] = []
    start = 0
    for end in (*ends, len(text)):
        sentence = text[start:end]
        visible = sentence.strip()
        if visible:
            first = start + len(sentence) - len(sentence.lstrip())
            spans.append((first, first + len(visible)))
        start = end
    return spans
