"""Where a text stands word for word in an article, or nearly so.

The method is that of Web Annotation clients: first the exact text (quotes, dashes and spaces made equal), then an
approximate search, here by RapidFuzz's best-aligned substring around the sentences that share the most words.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from rapidfuzz import fuzz

from workbench.matching.folding import fold, lower
from workbench.matching.prepared import PreparedArticle

LIGHTLY_EDITED: Final = 88.0  # RapidFuzz ratio from which words count as the same words with slips
_MOST_OCCURRENCES: Final = 50
_LONGEST_TEXT: Final = 5_000  # characters; longer texts are only searched for word for word
_PROMISING: Final = 60.0  # best-substring ratio below which no closer look is worth it
_BEST_EDITED: Final = 99.9
_ROOM: Final = 1.2  # how much longer than the text its edited place may be
_LEAST_SHARED: Final = 0.1  # part of a sentence, or of the text, that a span must hold to rest on that sentence


@dataclass(frozen=True, slots=True)
class Place:
    """The sentences that a text was found in, ascending, and how alike the words are, 0 to 100."""

    sentences: tuple[int, ...]
    likeness: float


def verbatim_places(text: str, article: PreparedArticle) -> list[Place]:
    """Return every place where `text` stands word for word, in the article's order."""
    touched = (_sentences_touched(article, *span) for span in verbatim_spans(text, article))
    return [Place(sentences, 100.0) for sentences in touched if sentences]


def verbatim_spans(text: str, article: PreparedArticle) -> list[tuple[int, int]]:
    """Return every stretch of the article, in order, that is `text` but for quotes, dashes and spaces; at most 50."""
    wanted = fold(text).text.strip(" ")
    spans: list[tuple[int, int]] = []
    start = article.folded.text.find(wanted) if any(map(str.isalnum, wanted)) else -1
    while start >= 0 and len(spans) < _MOST_OCCURRENCES:
        end = start + len(wanted)
        if _stands_alone(article.folded.text, start, end):
            spans.append(article.folded.original_span(start, end))
        start = article.folded.text.find(wanted, start + 1)
    return spans


def edited_places(text: str, article: PreparedArticle, around: Iterable[int]) -> list[Place]:
    """Return the places near the sentences `around` where `text` stands lightly edited, most alike first."""
    wanted = lower(fold(text).text.strip(" "))
    if not any(map(str.isalnum, wanted)) or len(wanted) > _LONGEST_TEXT:
        return []
    found: dict[tuple[int, ...], float] = {}
    for index in around:
        for place in _edited_places(wanted, article, index):
            found[place.sentences] = max(place.likeness, found.get(place.sentences, 0.0))
    places = [Place(sentences, likeness) for sentences, likeness in found.items()]
    return sorted(places, key=lambda place: (-place.likeness, place.sentences))


def _edited_places(wanted: str, article: PreparedArticle, index: int) -> Iterator[Place]:
    """Yield where `wanted` stands lightly edited, if it begins or ends in or beside sentence `index`."""
    sentence = article.article.sentences[index]
    start, end = article.folded.folded_span(sentence.start, sentence.end)
    room = round(len(wanted) * _ROOM)
    for first, last in ((start, max(end, start + room)), (min(start, end - room), end)):
        place = _edited_place(wanted, article, max(0, first), min(last, len(article.folded.text)))
        if place is not None:
            yield place


def _edited_place(wanted: str, article: PreparedArticle, start: int, end: int) -> Place | None:
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
    touched = _sentences_touched(article, *span)
    return Place(touched, min(likeness, _BEST_EDITED)) if touched else None


def _stands_alone(text: str, start: int, end: int) -> bool:
    """Whether the span begins and ends at word boundaries."""
    before = start == 0 or not (text[start - 1].isalnum() and text[start].isalnum())
    after = end == len(text) or not (text[end - 1].isalnum() and text[end].isalnum())
    return before and after


def _sentences_touched(article: PreparedArticle, start: int, end: int) -> tuple[int, ...]:
    """Return the sentences of which the span holds a part worth naming."""
    shared = {
        index: min(end, sentence.end) - max(start, sentence.start)
        for index, sentence in enumerate(article.article.sentences)
        if sentence.start < end and start < sentence.end
    }
    lengths = {index: len(article.article.sentences[index].text) for index in shared}
    enough = [index for index, length in shared.items() if length >= _LEAST_SHARED * min(lengths[index], end - start)]
    return tuple(enough)
