"""Places in articles as W3C Web Annotation targets: the words with what stands around them, and their offsets."""

import re
from collections import defaultdict
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

_WORD: Final = re.compile(r"\w+")


class Targets:
    """The places of one article as targets; each is made once, however much is said of it."""

    def __init__(self, article: Article) -> None:
        """Index the words of `article`, in time linear in its length."""
        self._article = article
        self._quotations = Quotations(article.text)
        self._known: dict[Span, JsonObject] = {}

    @property
    def language(self) -> str | None:
        """The language of the article, if it is known."""
        return self._article.language

    def at(self, span: Span) -> JsonObject:
        """Return a stretch of the article.

        The `TextPositionSelector` counts code points, from 0, its end excluded. The source is the article's address, if
        it has one; then the state names the bytes in which the offsets hold.
        """
        if span not in self._known:
            position = {"type": "TextPositionSelector", "start": span[0], "end": span[1]}
            self._known[span] = {**self._resource(), "selector": [self._quotations.selector(span), position]}
        return self._known[span]

    def whole(self) -> JsonObject | str:
        """Return the article as a whole; by its name alone, where nothing makes it more specific than that."""
        resource = self._resource()
        return resource if "state" in resource else article_urn(self._article.sha256)

    def _resource(self) -> JsonObject:
        source, copy = article_address(self._article), article_urn(self._article.sha256)
        state = {} if source == copy else {"state": {"type": "TimeState", "cached": copy}}
        return {"type": "SpecificResource", "source": source, **state}

    def sentences(self, sentences: Iterable[int]) -> list[JsonObject]:
        """Return the stretches that sentences (their indices) form; see `runs`."""
        return [self.at(span) for span in runs(self._article, sentences)]


class Quotations:
    """Quotations of one text, with so much context that each fits one place."""

    def __init__(self, text: str) -> None:
        """Index the words of `text`, in time linear in its length."""
        self._text = text
        self._places: defaultdict[str, list[int]] = defaultdict(list)
        for word in _WORD.finditer(text):
            self._places[word.group()].append(word.start())

    def selector(self, span: Span) -> JsonObject:
        """Return a `TextQuoteSelector` that fits nowhere else, as far as 1,024 characters on either side do it."""
        text, (start, end), context = self._text, span, _CONTEXT
        while context < _LONGEST_CONTEXT and not self._is_unique(max(0, start - context), end + context):
            context *= 2
        prefix, suffix = text[max(0, start - context) : start], text[end : end + context]
        return {"type": "TextQuoteSelector", "exact": text[start:end], "prefix": prefix, "suffix": suffix}

    def _is_unique(self, start: int, end: int) -> bool:
        words = self._text[start:end]
        # A word that is whole within the stretch is whole wherever the stretch stands: the rarest one leads there.
        inner = [word for word in _WORD.finditer(words) if word.start() > 0 and word.end() < len(words)]
        if not inner:
            return self._text.find(words) == start and self._text.find(words, start + 1) == -1
        rarest = min(inner, key=lambda word: len(self._places[word.group()]))
        others = (place - rarest.start() for place in self._places[rarest.group()])
        return not any(self._text.startswith(words, place) for place in others if place >= 0 and place != start)


def runs(article: Article, sentences: Iterable[int]) -> Iterator[Span]:
    """Yield the stretches that these sentences (their indices) form: those that follow one another are one."""
    chosen = sorted(set(sentences))
    breaks = [place for place, (one, other) in enumerate(pairwise(chosen), 1) if other != one + 1]
    for begin, end in pairwise([0, *breaks, len(chosen)] if chosen else []):
        yield article.sentences[chosen[begin]].start, article.sentences[chosen[end - 1]].end
