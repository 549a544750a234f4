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
from workbench.matching.lookalikes import is_look_alike
from workbench.matching.omissions import pieces_around_omissions

LIGHTLY_EDITED: Final = 88.0  # RapidFuzz ratio from which words count as the same words with slips
_MOST_OCCURRENCES: Final = 50
_LONGEST_TEXT: Final = 5_000  # characters; longer texts are only searched for word for word
_PROMISING: Final = 60.0  # best-substring ratio below which no closer look is worth it
_BEST_EDITED: Final = 99.9
_ROOM: Final = 1.25  # how much longer than the text its edited place may be
_END: Final = 6  # letters by which the end of a text is recognised
_OMITTED: Final = 400  # letters that may be left out for one "…"
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
    return _places_of(wanted, article) or _places_of(_without_outer_omissions(wanted), article)


def _without_outer_omissions(text: str) -> str:
    """Return `text` without marks at its ends that say that more stood there."""
    pieces = pieces_around_omissions(text)
    return pieces[0] if len(pieces) == 1 else ""


def _places_of(wanted: str, article: Searchable) -> list[Place]:
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
            found += filter(None, [_pieced_place(pieces, article, index)])
    return _the_same_said(text, article, _best(found))


def alike_places(text: str, article: Searchable, around: Iterable[int]) -> list[Place]:
    """Return the places near the sentences `around` where nearly the words of `text` stand, most alike first.

    They may well say something else, as another number.
    """
    wanted = lower(fold(text).text.strip(" "))
    if not any(map(str.isalnum, wanted)) or len(text) > _LONGEST_TEXT:
        return []
    return _best([place for index in around for place in _edited_places(wanted, article, index)])


def _best(places: list[Place]) -> list[Place]:
    """Return the places, most alike first, without those that a better one overlaps."""
    best: list[Place] = []
    for place in sorted(places, key=lambda place: (-place.likeness, place.sentences)):
        if not any(set(place.sentences) & set(other.sentences) for other in best):
            best.append(place)
    return best


def _the_same_said(text: str, article: Searchable, places: list[Place]) -> list[Place]:
    """Return the places; none if each of them has another number or name than `text`."""
    sentences = article.article.sentences
    if all(is_look_alike(text, " ".join(sentences[index].text for index in place.sentences)) for place in places):
        return []
    return places


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
    span, likeness = _aligned(wanted, article.folded.lower[start:end])
    if span is None or likeness < LIGHTLY_EDITED:
        return None
    found = article.folded.original_span(start + span[0], start + span[1])
    touched = sentences_touched(article.article, *found)
    return Place(touched, min(likeness, _BEST_EDITED), *found) if touched else None


def _pieced_place(pieces: list[str], article: Searchable, index: int) -> Place | None:
    """Return where the pieces stand one after the other, all near sentence `index`."""
    sentence = article.article.sentences[index]
    start, end = article.folded.folded_span(sentence.start, sentence.end)
    room = _OMITTED + sum(map(len, pieces))
    place, last = max(0, start - room), min(len(article.folded.text), end + room)
    touched: set[int] = set()
    spans: list[tuple[int, int]] = []
    alike = 0.0
    for piece in pieces:
        span, likeness = _aligned(piece, article.folded.lower[place:last])
        if span is None or likeness < LIGHTLY_EDITED:
            return None
        spans.append(article.folded.original_span(place + span[0], place + span[1]))
        touched.update(sentences_touched(article.article, *spans[-1]))
        alike += likeness * len(piece)
        place += span[1]
    if index not in touched:
        return None
    likeness = min(alike / sum(map(len, pieces)), _BEST_EDITED)
    return Place(tuple(sorted(touched)), likeness, spans[0][0], spans[-1][1])


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
