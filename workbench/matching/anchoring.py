"""Where a text stands word for word in an article, or nearly so.

The method is that of Web Annotation clients: first the exact text (quotes, dashes and spaces made equal), then an
approximate search, here by RapidFuzz's best-aligned substring around the sentences that share the most words.
"""

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final, Protocol

from rapidfuzz import fuzz

from workbench.articles.model import Article, Sentence
from workbench.matching.folding import FoldedText, fold, lower

LIGHTLY_EDITED: Final = 88.0  # RapidFuzz ratio from which words count as the same words with slips
_MOST_OCCURRENCES: Final = 50
_LONGEST_TEXT: Final = 5_000  # characters; longer texts are only searched for word for word
_PROMISING: Final = 60.0  # best-substring ratio below which no closer look is worth it
_BEST_EDITED: Final = 99.9
_ROOM: Final = 1.2  # how much longer than the text its edited place may be
_LEAST_SHARED: Final = 0.1  # part of a sentence, or of the text, that a span must hold to rest on that sentence


class Searchable(Protocol):
    """An article with its text as verbatim search reads it."""

    @property
    def article(self) -> Article:
        """The article itself."""

    @property
    def folded(self) -> FoldedText:
        """Its folded text."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a text was found: the sentences, ascending, how alike the words are, 0 to 100, and their span."""

    sentences: tuple[int, ...]
    likeness: float
    start: int
    end: int


def verbatim_places(text: str, article: Searchable) -> list[Place]:
    """Return every place where `text` stands word for word, in the article's order."""
    wanted = fold(text).text.strip(" ")
    places: list[Place] = []
    start = article.folded.text.find(wanted) if any(map(str.isalnum, wanted)) else -1
    while start >= 0 and len(places) < _MOST_OCCURRENCES:
        end = start + len(wanted)
        if stands_alone(article.folded.text, start, end):
            span = article.folded.original_span(start, end)
            touched = sentences_touched(article.article, *span)
            if touched:
                places.append(Place(touched, 100.0, *span))
        start = article.folded.text.find(wanted, start + 1)
    return places


def edited_places(text: str, article: Searchable, around: Iterable[int]) -> list[Place]:
    """Return the places near the sentences `around` where `text` stands lightly edited, most alike first."""
    wanted = lower(fold(text).text.strip(" "))
    if not any(map(str.isalnum, wanted)) or len(wanted) > _LONGEST_TEXT:
        return []
    found: dict[tuple[int, ...], Place] = {}
    for index in around:
        for place in _edited_places(wanted, article, index):
            if place.likeness > (found[place.sentences].likeness if place.sentences in found else 0.0):
                found[place.sentences] = place
    return sorted(found.values(), key=lambda place: (-place.likeness, place.sentences))


def _edited_places(wanted: str, article: Searchable, index: int) -> Iterator[Place]:
    """Yield where `wanted` stands lightly edited, if it begins or ends in or beside sentence `index`."""
    sentence = article.article.sentences[index]
    start, end = article.folded.folded_span(sentence.start, sentence.end)
    room = round(len(wanted) * _ROOM)
    for first, last in ((start, max(end, start + room)), (min(start, end - room), end)):
        place = _edited_place(wanted, article, max(0, first), min(last, len(article.folded.text)))
        if place is not None:
            yield place


def _edited_place(wanted: str, article: Searchable, start: int, end: int) -> Place | None:
    window = article.folded.lower[start:end]
    if len(window) < len(wanted):
        aligned_start, aligned_end = 0, len(window)
    else:
        alignment = fuzz.partial_ratio_alignment(wanted, window, score_cutoff=_PROMISING)
        if alignment is None:
            return None
        aligned_start, aligned_end = alignment.dest_start, alignment.dest_end
    likeness = fuzz.ratio(wanted, window[aligned_start:aligned_end])
    if likeness < LIGHTLY_EDITED or aligned_start == aligned_end:
        return None
    span = article.folded.original_span(start + aligned_start, start + aligned_end)
    touched = sentences_touched(article.article, *span)
    return Place(touched, min(likeness, _BEST_EDITED), *span) if touched else None


def stands_alone(text: str, start: int, end: int) -> bool:
    """Whether the span begins and ends at word boundaries."""
    before = start == 0 or not (text[start - 1].isalnum() and text[start].isalnum())
    after = end == len(text) or not (text[end - 1].isalnum() and text[end].isalnum())
    return before and after


def sentences_touched(article: Article, start: int, end: int) -> tuple[int, ...]:
    """Return the sentences of which the span holds a part worth naming, ascending."""
    first = bisect_left(article.sentences, start, key=_end_of)
    touched = []
    for index in range(first, len(article.sentences)):
        sentence = article.sentences[index]
        if sentence.start >= end:
            break
        shared = min(end, sentence.end) - max(start, sentence.start)
        if shared > 0 and shared >= _LEAST_SHARED * min(len(sentence.text), end - start):
            touched.append(index)
    return tuple(touched)


def _end_of(sentence: Sentence) -> int:
    return sentence.end
