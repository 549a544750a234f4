"""Where nearly the words of a text stand, whatever they say: a newer version has another number in the same sentence.

To find a claim's source, another number or name means another statement (see `lookalikes`); to find where a changed
sentence went, it does not.
"""

from collections.abc import Iterable, Iterator
from typing import Final

from rapidfuzz import fuzz

from workbench.articles.model import Article
from workbench.matching.anchoring import LIGHTLY_EDITED
from workbench.matching.folding import FoldedText, fold, lower
from workbench.matching.touching import sentences_touched

Span = tuple[int, int]

_LONGEST_TEXT: Final = 5_000  # characters; longer texts are only searched for word for word
_PROMISING: Final = 60.0  # best-substring ratio below which no closer look is worth it
_ROOM: Final = 1.25  # how much longer than the text its edited place may be


def alike_spans(words: str, article: Article, folded: FoldedText, around: Iterable[int]) -> list[tuple[float, Span]]:
    """Return how alike (0 to 100) and where `words` stand lightly edited near the sentences `around`, the best first.

    Of places in the same sentences the best is returned.
    """
    wanted = lower(fold(words).text.strip(" "))
    if not any(map(str.isalnum, wanted)) or len(wanted) > _LONGEST_TEXT:
        return []
    found = [place for index in around for place in _near_sentence(wanted, article, folded, index)]
    best: list[tuple[float, Span]] = []
    taken: set[int] = set()
    for likeness, span in sorted(found, key=lambda place: (-place[0], place[1])):
        touched = set(sentences_touched(article, *span))
        if touched and not touched & taken:
            taken |= touched
            best.append((likeness, span))
    return best


def _near_sentence(wanted: str, article: Article, folded: FoldedText, index: int) -> Iterator[tuple[float, Span]]:
    """Yield where `wanted` stands, if it begins or ends in or beside sentence `index`."""
    sentence = article.sentences[index]
    start, end = folded.folded_span(sentence.start, sentence.end)
    room = round(len(wanted) * _ROOM)
    for first, last in ((start, max(end, start + room)), (max(0, min(start, end - room)), end)):
        window = folded.lower[first:last]
        place, stop = 0, len(window)
        if len(window) >= len(wanted):
            alignment = fuzz.partial_ratio_alignment(wanted, window, score_cutoff=_PROMISING)
            if alignment is None:
                continue
            place, stop = alignment.dest_start, alignment.dest_end
        likeness = fuzz.ratio(wanted, window[place:stop])
        if place < stop and likeness >= LIGHTLY_EDITED:
            yield likeness, folded.original_span(first + place, first + stop)
