"""Where a text stands word for word in an article, or nearly so.

The method is that of Web Annotation clients: first the exact text (quotes, dashes and spaces made equal), then an
approximate search, here by RapidFuzz's best-aligned substring around the sentences that share the most words.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from rapidfuzz import fuzz

from workbench.matching.folding import fold, lower
from workbench.matching.lookalikes import is_look_alike
from workbench.matching.omissions import is_shortened, pieces_around_omissions, without_outer_omissions
from workbench.matching.prepared import PreparedArticle
from workbench.matching.touching import sentences_touched, stands_alone

LIGHTLY_EDITED: Final = 88.0  # RapidFuzz ratio from which words count as the same words with slips
_MOST_OCCURRENCES: Final = 50
_LONGEST_TEXT: Final = 5_000  # characters; longer texts are only searched for word for word
_PROMISING: Final = 60.0  # best-substring ratio below which no closer look is worth it
_BEST_EDITED: Final = 99.9
_ROOM: Final = 1.25  # how much longer than the text its edited place may be
_END: Final = 6  # letters by which the end of a text is recognised
_OMITTED: Final = 400  # letters that may be left out for one "…"


@dataclass(frozen=True, slots=True)
class Place:
    """The sentences that a text was found in, ascending, and how alike the words are, 0 to 100."""

    sentences: tuple[int, ...]
    likeness: float


def verbatim_places(text: str, article: PreparedArticle) -> list[Place]:
    """Return every place where `text` stands word for word, those first that say little else."""
    wanted = fold(text).text.strip(" ")
    return _places_of(wanted, article) or _places_of(without_outer_omissions(wanted), article)


def verbatim_spans(text: str, article: PreparedArticle) -> list[tuple[int, int]]:
    """Return every stretch of the article, in order, that is `text` but for quotes, dashes and spaces; at most 50."""
    return _spans_of(fold(text).text.strip(" "), article)


def _places_of(wanted: str, article: PreparedArticle) -> list[Place]:
    touched = (_sentences_touched(article, *span) for span in _spans_of(wanted, article))
    places = [Place(sentences, 100.0) for sentences in touched if sentences]
    return sorted(places, key=lambda place: (_length(place.sentences, article), place.sentences))


def _spans_of(wanted: str, article: PreparedArticle) -> list[tuple[int, int]]:
    spans: list[tuple[int, int]] = []
    start = article.folded.text.find(wanted) if any(map(str.isalnum, wanted)) else -1
    while start >= 0 and len(spans) < _MOST_OCCURRENCES:
        end = start + len(wanted)
        if stands_alone(article.folded.text, start, end):
            spans.append(article.folded.original_span(start, end))
        start = article.folded.text.find(wanted, start + 1)
    return spans


def _length(sentences: tuple[int, ...], article: PreparedArticle) -> int:
    return sum(len(article.article.sentences[index].text) for index in sentences)


def edited_places(text: str, article: PreparedArticle, around: Iterable[int]) -> list[Place]:
    """Return the places near the sentences `around` where `text` stands lightly edited, most alike first.

    Of places that overlap, the best is returned. Where a text leaves something out ("…"), each piece must stand there.
    """
    pieces = [lower(fold(piece).text) for piece in pieces_around_omissions(text)]
    if not pieces or len(text) > _LONGEST_TEXT:
        return []
    found: list[Place] = []
    for index in around:
        if len(pieces) == 1:
            found += _edited_places(pieces[0], article, index)
        else:
            found += _pieced_places(pieces, article, index)
    found.sort(key=lambda place: (-place.likeness, len(place.sentences), place.sentences))
    best: list[Place] = []
    for place in found:
        if not any(set(place.sentences) & set(other.sentences) for other in best):
            best.append(place)
    return _the_same_said(text, article, best)


def _the_same_said(text: str, article: PreparedArticle, places: list[Place]) -> list[Place]:
    """Return the places; none if each of them has another number or name than `text`."""
    sentences = article.article.sentences
    if all(is_look_alike(text, " ".join(sentences[index].text for index in place.sentences)) for place in places):
        return []
    return places


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
    span, likeness = _aligned(wanted, window)
    if span is None:
        return None
    if likeness < LIGHTLY_EDITED:
        if not is_shortened(wanted, window[slice(*span)]):
            return None
        likeness = LIGHTLY_EDITED
    touched = _sentences_touched(article, *article.folded.original_span(start + span[0], start + span[1]))
    return Place(touched, min(likeness, _BEST_EDITED)) if touched else None


def _pieced_places(pieces: list[str], article: PreparedArticle, index: int) -> Iterator[Place]:
    """Yield where the pieces stand one after the other, from sentence `index` on or all near it."""
    sentence = article.article.sentences[index]
    start, end = article.folded.folded_span(sentence.start, sentence.end)
    room = _OMITTED + sum(map(len, pieces))
    last = min(len(article.folded.text), end + room)
    for first in (start, max(0, start - room)):
        place = _pieced_place(pieces, article, first, last)
        if place is not None and index in place.sentences:
            yield place


def _pieced_place(pieces: list[str], article: PreparedArticle, start: int, end: int) -> Place | None:
    """Return where the pieces stand one after the other in folded `start`..`end`."""
    touched: set[int] = set()
    alike = 0.0
    for piece in pieces:
        span, likeness = _aligned(piece, article.folded.lower[start:end])
        if span is None or likeness < LIGHTLY_EDITED:
            return None
        touched.update(_sentences_touched(article, *article.folded.original_span(start + span[0], start + span[1])))
        alike += likeness * len(piece)
        start += span[1]
    return Place(tuple(sorted(touched)), min(alike / sum(map(len, pieces)), _BEST_EDITED)) if touched else None


def _aligned(wanted: str, window: str) -> tuple[tuple[int, int] | None, float]:
    """Return the span of `window` that is most like `wanted`, if there is one, and how alike they are."""
    if len(window) < len(wanted):
        span = (0, len(window))
    else:
        found = fuzz.partial_ratio_alignment(wanted, window, score_cutoff=_PROMISING)
        if found is None:
            return None, 0.0
        span = (found.dest_start, found.dest_end)
    spans = [span, _stretched(wanted, window, span)]
    likeness, start, end = max((fuzz.ratio(wanted, window[s:e]), s, e) for s, e in spans)
    return ((start, end) if start < end else None), likeness


def _stretched(wanted: str, window: str, span: tuple[int, int]) -> tuple[int, int]:
    """Return the span with its ends where those of `wanted` are: what was left out of a text makes its place longer."""
    start, end = span
    room = round(len(wanted) * (_ROOM - 1)) + _END
    first = window.rfind(wanted[:_END], max(0, start - room), start + room)
    last = window.find(wanted[-_END:], max(0, end - room), end + room)
    return (first if first >= 0 else start), (last + _END if last >= 0 else end)


def _sentences_touched(article: PreparedArticle, start: int, end: int) -> tuple[int, ...]:
    """Return the sentences of which the span holds a part worth naming."""
    return sentences_touched(article.article, start, end)
