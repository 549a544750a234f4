"""Places in articles as W3C Web Annotation targets: the words with what stands around them, and their offsets."""

from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import Final, TypeAlias

from workbench.articles.model import Article
from workbench.reports.interchange.naming import JsonObject, article_address, article_urn

Span: TypeAlias = tuple[int, int]
"""Offsets in the text of an article, in code points, half-open."""

_CONTEXT: Final = 32
_LONGEST_CONTEXT: Final = 1024
"""A text that says one thing over and over would else stand whole around each of its sentences."""


def target(article: Article, span: Span) -> JsonObject:
    """Return a stretch of an article as a target.

    The `TextPositionSelector` counts code points, from 0, its end excluded. The source is the article's address, if
    it has one; then the state names the bytes in which the offsets hold.
    """
    return {**whole(article), "selector": [quote_selector(article.text, span), position_selector(span)]}


def whole(article: Article) -> JsonObject:
    """Return a whole article as a target."""
    source, copy = article_address(article), article_urn(article.sha256)
    state = {} if source == copy else {"state": {"type": "TimeState", "cached": copy}}
    return {"type": "SpecificResource", "source": source, **state}


def quote_selector(text: str, span: Span) -> JsonObject:
    """Return a `TextQuoteSelector` with so much context that it fits nowhere else, as far as 1,024 characters do."""
    start, end = span
    context = _CONTEXT
    while context < _LONGEST_CONTEXT and not _is_unique(text, max(0, start - context), end + context):
        context *= 2
    prefix, suffix = text[max(0, start - context) : start], text[end : end + context]
    return {"type": "TextQuoteSelector", "exact": text[start:end], "prefix": prefix, "suffix": suffix}


def position_selector(span: Span) -> JsonObject:
    """Return a `TextPositionSelector`."""
    return {"type": "TextPositionSelector", "start": span[0], "end": span[1]}


def runs(article: Article, sentences: Iterable[int]) -> Iterator[Span]:
    """Yield the stretches that these sentences (their indices) form: those that follow one another are one."""
    chosen = sorted(set(sentences))
    breaks = [place for place, (one, other) in enumerate(pairwise(chosen), 1) if other != one + 1]
    for begin, end in pairwise([0, *breaks, len(chosen)] if chosen else []):
        yield article.sentences[chosen[begin]].start, article.sentences[chosen[end - 1]].end


def _is_unique(text: str, start: int, end: int) -> bool:
    words = text[start:end]
    return text.find(words) == start and text.find(words, start + 1) == -1
