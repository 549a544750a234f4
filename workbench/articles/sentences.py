"""Sentences inside blocks: nupunkt proposes the boundaries, and rules mend what it gets wrong on news."""

from collections.abc import Iterable, Iterator
from functools import cache
from typing import Protocol

from workbench.articles.boundaries import corrected
from workbench.articles.model import Block, Sentence
from workbench.articles.plain_reading import plain_spans, reads_plainly
from workbench.vocabulary import BlockKind

_ONE_SENTENCE = frozenset({BlockKind.TITLE, BlockKind.DATELINE, BlockKind.HEADING, BlockKind.CREDIT})


class _Tokenizer(Protocol):
    def tokenize_with_spans(self, text: str) -> Iterable[tuple[str, tuple[int, int]]]: ...


def split_sentences(text: str, blocks: Iterable[Block], language: str | None = None) -> Iterator[Sentence]:
    """Yield the sentences of `blocks` in order; together they hold every visible character of each block.

    A sentence begins and ends with a visible character and never crosses a block. A title, a heading, a dateline
    and a credit are one sentence each: headlines hold no stops to split at, only those of initials.
    What is in another `language` than English is split by its punctuation alone.
    """
    spans_of = plain_spans if reads_plainly(language) else sentence_spans
    for index, block in enumerate(blocks):
        part = text[block.start : block.end]
        spans = [(0, len(part))] if block.kind in _ONE_SENTENCE else spans_of(part)
        for start, end in spans:
            yield Sentence(block.start + start, block.start + end, index, part[start:end])


def sentence_spans(text: str) -> list[tuple[int, int]]:
    """Return the spans of the sentences of one paragraph, without white space around them."""
    line = text.replace("\n", " ")  # a newline inside a paragraph is soft, and nupunkt would heed it
    proposed = (span[1] for _, span in _tokenizer().tokenize_with_spans(line))
    ends = corrected(line, proposed)
    spans: list[tuple[int, int]] = []
    start = 0
    for end in (*ends, len(line)):
        sentence = line[start:end]
        if visible := sentence.strip():
            first = start + sentence.index(visible[0])
            spans.append((first, first + len(visible)))
        start = end
    return spans


@cache
def _tokenizer() -> _Tokenizer:
    from nupunkt import load  # slow to import, and only reading needs it

    tokenizer: _Tokenizer = load("default")
    return tokenizer
