"""Anchors: where words stand in an article, told so that they are found again when the text around them changed.

The parts are those of the W3C Web Annotation Data Model: the exact text with what stands before and after it
(TextQuoteSelector), and its position (TextPositionSelector). Clients such as Hypothes.is look for the words first and
let the context decide among several places; so it is done here. A position alone never decides.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from workbench.articles.model import Article
from workbench.matching.alike import alike_spans
from workbench.matching.fitting import aligned_stretch
from workbench.matching.folding import fold, lower
from workbench.matching.model import CarriedAnchor
from workbench.matching.touching import sentences_touched, stands_alone
from workbench.matching.word_places import WORD, WordPlaces
from workbench.vocabulary import AnchorState

CONTEXT: Final = 32  # characters kept before and after the words, as Hypothes.is keeps them
_TELLING: Final = 12  # characters of context from which it is more than chance: about two words
_CLEARLY: Final = 8  # characters by which the best context must be ahead of the next: more than a word
_LOOK_ALIKE: Final = 2.0  # points of likeness within which two edited places are equally good
_EXAMINED: Final = 8  # sentences sharing the most telling words that are compared letter by letter
_TELLING_WORD: Final = 50  # sentences that a word may stand in and still tell where to look
_MOST_CANDIDATES: Final = 5

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Anchor:
    """Words of an article and where they stand, in code points, half-open.

    Attributes:
        exact: the words themselves.
        prefix, suffix: what stands before and after them, at most 32 characters.
        occurrences: in how many places of the article these words stand.
        twins: in how many of these the context is the same, too; this is number `twin` of them, from 0.
    """

    exact: str
    prefix: str
    suffix: str
    start: int
    end: int
    occurrences: int = 1
    twins: int = 1
    twin: int = 0

    @classmethod
    def of(cls, article: "Article | AnchoredArticle", start: int, end: int) -> "Anchor":
        """Return the anchor of `article.text[start:end]`."""
        return anchored(article).anchor(start, end)


class AnchoredArticle:
    """An article made ready once, so that many anchors can be taken from it or looked for in it."""

    def __init__(self, article: Article) -> None:
        """Index the words of `article`, in time linear in its length."""
        self.article = article
        self.folded = fold(article.text)
        self._words = WordPlaces(self.folded.text)

    def anchor(self, start: int, end: int) -> Anchor:
        """Return the anchor of the span `start`..`end` of the article."""
        text = self.article.text
        parts = text[start:end], text[max(0, start - CONTEXT) : start], text[end : end + CONTEXT]
        alone = Anchor(*parts, start, end)
        places = self._places(alone.exact)
        twins = self._twins(alone, places)
        here = [number for number, place in enumerate(twins) if place[0] < end and start < place[1]]
        if not here:
            return alone
        return Anchor(*parts, start, end, len(places), len(twins), here[0])

    def carry(self, anchor: Anchor, among: Iterable[int] | None = None) -> CarriedAnchor:
        """Return where the words of `anchor` stand here; edited words are looked for in the sentences `among` (all)."""
        return self.carry_verbatim(anchor) or self._carry_edited(anchor, self._index(among))

    def carry_verbatim(self, anchor: Anchor) -> CarriedAnchor | None:
        """Return what `carry` does if the very words stand here (but for quotes, dashes and spaces), else None."""
        places = self._places(anchor.exact)
        if not places:
            return None
        place = self._chosen(anchor, places)
        if place is None:
            # One place for words that stood in several: it may well be that of the others.
            state = AnchorState.AMBIGUOUS if len(places) > 1 or anchor.twins > 1 else AnchorState.ORPHANED
            return CarriedAnchor(state, None, None, tuple(places[:_MOST_CANDIDATES]))
        same = self.article.text[place[0] : place[1]].split() == anchor.exact.split()
        return CarriedAnchor(AnchorState.EXACT if same else AnchorState.RELOCATED, *place)

    def carry_edited(self, anchors: Iterable[Anchor], among: Iterable[int]) -> list[CarriedAnchor]:
        """Return for each anchor where its words stand lightly edited, in or beside the sentences `among`."""
        index = self._index(among)
        return [self._carry_edited(anchor, index) for anchor in anchors]

    # --- the very words

    def _places(self, words: str) -> list[Span]:
        """Return the spans of the article's text where `words` stand, ascending."""
        found = self._words.find(fold(words).text.strip(" "))
        spans = (self.folded.original_span(*place) for place in found if stands_alone(self.folded.text, *place))
        return [self._whole(words, *span) for span in spans]

    def _whole(self, words: str, start: int, end: int) -> Span:
        """Return the span of the very `words` where they begin at most three letters before: folding joins dashes."""
        for first in range(start, max(-1, start - 4), -1):
            if self.article.text.startswith(words, first):
                return first, first + len(words)
        return start, end

    def _chosen(self, anchor: Anchor, places: list[Span]) -> Span | None:
        twins = self._twins(anchor, places)
        if twins:
            return twins[anchor.twin] if len(twins) == anchor.twins else None
        if len(places) == anchor.occurrences == 1:
            return places[0]
        scores = sorted(((sum(self._context(anchor, place)), place) for place in places), reverse=True)
        best, place = scores[0]
        behind = scores[1][0] if len(scores) > 1 else 0
        return place if best >= _TELLING and best - behind >= _CLEARLY else None

    def _twins(self, anchor: Anchor, places: list[Span]) -> list[Span]:
        """Return the places where all that is known of the context is the same."""
        whole = len(_before(anchor.prefix)), len(_after(anchor.suffix))
        return [place for place in places if self._context(anchor, place) == whole]

    def _context(self, anchor: Anchor, place: Span) -> tuple[int, int]:
        """Return how many letters before and after `place` are those of the anchor."""
        text, (start, end) = self.article.text, place
        # Folding joins spaces, so twice as much is looked at.
        before = _before(text[max(0, start - 2 * CONTEXT) : start])[::-1]
        after = _after(text[end : end + 2 * CONTEXT])
        return _shared(_before(anchor.prefix)[::-1], before), _shared(_after(anchor.suffix), after)

    # --- edited words

    def _index(self, among: Iterable[int] | None) -> dict[str, list[int]]:
        """Return for each word the sentences of `among` (all, if None) that hold it."""
        if among is None:
            return self._all_sentences
        index: dict[str, list[int]] = defaultdict(list)
        for number in among:
            sentence = self.article.sentences[number]
            start, end = self.folded.folded_span(sentence.start, sentence.end)
            for word in set(WORD.findall(self.folded.lower, start, end)):
                index[word].append(number)
        return index

    @cached_property
    def _all_sentences(self) -> dict[str, list[int]]:
        return self._index(range(len(self.article.sentences)))

    def _carry_edited(self, anchor: Anchor, index: dict[str, list[int]]) -> CarriedAnchor:
        places = alike_spans(anchor.exact, self.article, self.folded, _promising(anchor.exact, index))
        equal = [span for likeness, span in places if likeness >= places[0][0] - _LOOK_ALIKE]
        spans = list(dict.fromkeys(self._fitted(anchor.exact, span) for span in equal))
        if not spans:
            return CarriedAnchor(AnchorState.ORPHANED)
        if len(spans) == 1:
            return CarriedAnchor(AnchorState.RELOCATED, *spans[0])
        scores = sorted(((sum(self._context(anchor, span)), span) for span in spans), reverse=True)
        if scores[0][0] >= _TELLING and scores[0][0] - scores[1][0] >= _CLEARLY:
            return CarriedAnchor(AnchorState.RELOCATED, *scores[0][1])
        return CarriedAnchor(AnchorState.AMBIGUOUS, None, None, tuple(spans[:_MOST_CANDIDATES]))

    def _fitted(self, words: str, span: Span) -> Span:
        """Return the stretch, from word to word, of the sentences at `span` that is aligned with `words`.

        The approximate search looks for a stretch just as long as the words, and so cuts what was made longer.
        """
        touched = sentences_touched(self.article, *span)
        first, last = self.article.sentences[touched[0]].start, self.article.sentences[touched[-1]].end
        fitted = aligned_stretch(words, self.article.text[first:last])
        return (first + fitted[0], first + fitted[1]) if fitted else span


def anchored(article: Article | AnchoredArticle) -> AnchoredArticle:
    """Return `article` made ready, as it is if it already was."""
    return article if isinstance(article, AnchoredArticle) else AnchoredArticle(article)


def carry_anchor(anchor: Anchor, article: Article | AnchoredArticle) -> CarriedAnchor:
    """Return where the words of `anchor`, taken from another text, stand in `article`, and how surely.

    `exact`: the same words, in the only place there is or in the one that their context says; `relocated`: other
    quotation marks, slips or a changed word, at one clear place; `ambiguous`: several places do equally well, and are
    the candidates; `orphaned`: nowhere (or only where the same words stood before for something else).
    """
    return anchored(article).carry(anchor)


def _promising(words: str, index: dict[str, list[int]]) -> list[int]:
    """Return the sentences that share the rarest words with `words`, the best first."""
    scores: dict[int, float] = defaultdict(float)
    for word in set(WORD.findall(lower(fold(words).text))):
        sentences = index.get(word, ())
        if len(sentences) <= _TELLING_WORD:
            for number in sentences:
                scores[number] += 1 / len(sentences)
    return sorted(scores, key=lambda number: (-round(scores[number], 9), number))[:_EXAMINED]


def _before(prefix: str) -> str:
    return fold(prefix).text.strip(" ")


def _after(suffix: str) -> str:
    return fold(suffix).text.strip(" ")


def _shared(a: str, b: str) -> int:
    """Return how many letters are the same from the beginning."""
    count = 0
    for ours, theirs in zip(a, b, strict=False):
        if ours != theirs:
            break
        count += 1
    return count
