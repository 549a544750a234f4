"""The order of the texts that an index may answer with: by shared words, by shared letters, by the story they tell."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from workbench.matching.indexed import IndexedTexts
from workbench.matching.likeness import LetterRuns, length_factor
from workbench.matching.model import Candidate
from workbench.matching.postings import Postings
from workbench.matching.rarity import Rarity

# Set by hand on ECB+, SuperPAL and ClaimDiff (benchmarks/passages.py), flat around their values.
_LETTERS_SHARE: Final = 0.45  # what letters count beside words
_STORY_SHARE: Final = 0.3  # what the story counts beside both
_LEADING: Final = 3  # candidates that the story is taken from

_IDENTICAL: Final = 100.0
_BEST_DIFFERENT: Final = 99.9


@dataclass(frozen=True, slots=True)
class Query:
    """A text to be answered: what its terms weigh, in how many texts each stands, and what all weigh together.

    `weights` and `counts` have only the terms that the index holds, `wanted` counts the others too.
    """

    text: str
    weights: Mapping[int, int]
    counts: Mapping[int, int]
    wanted: int


class Ranking:
    """Puts places of an index in order for a query."""

    def __init__(self, texts: IndexedTexts, postings: Postings, rarity: Rarity) -> None:
        """Rank the texts of one index, with its weights."""
        self._texts = texts
        self._postings = postings
        self._rarity = rarity

    def by_words(self, query: Query, places: Iterable[int], limit: int) -> list[tuple[float, int]]:
        """Return the places that hold most of the query's weight, each with that share; the very text first."""
        texts, keys = self._texts.texts, self._texts.keys
        held = [
            (texts[place] != query.text, -self._share(query.weights, query.wanted, place), place) for place in places
        ]
        held.sort(key=lambda each: (each[0], each[1], keys[each[2]]))
        return [(-share, place) for _, share, place in held[:limit]]

    def candidates(self, query: Query, by_words: Sequence[tuple[float, int]]) -> list[Candidate]:
        """Return these places as candidates, best first, equal ones in the order of keys."""
        texts, keys = self._texts.texts, self._texts.keys
        runs = LetterRuns(query.text)
        alike = [(_mixed(share, _LETTERS_SHARE, runs.shared_with(texts[place])), place) for share, place in by_words]
        alike.sort(key=lambda each: (-each[0], keys[each[1]]))
        others = [each for each in alike if texts[each[1]] != query.text]
        story = self._story(others[:_LEADING])
        whole = sum(story.values())

        def score(likeness: float, place: int) -> float:
            if texts[place] == query.text:
                return _IDENTICAL
            told = _mixed(likeness, _STORY_SHARE, self._share(story, whole, place))
            return round(min(_BEST_DIFFERENT, 100 * told), 2)

        found = [Candidate(keys[place], score(likeness, place)) for likeness, place in alike]
        return sorted(found, key=lambda candidate: (-candidate.score, candidate.key))

    def _story(self, leading: Sequence[tuple[float, int]]) -> dict[int, int]:
        """Return what the words of the first candidates weigh together (relevance feedback, Rocchio 1971).

        What they have in common with each other, and not with the query, is mostly the event that all speak of. The
        query's own words among them are left out: they tell nothing new.
        """
        story: dict[int, int] = {}
        for likeness, place in leading:
            terms = self._texts.terms(place)
            for term, count in zip(terms, self._postings.counts(terms), strict=True):
                story[term] = story.get(term, 0) + round(self._rarity[count] * likeness * likeness)
        return story

    def _share(self, weights: Mapping[int, int], whole: int, place: int) -> float:
        """Return the share of the weight that the text holds, corrected for its length."""
        terms = self._texts.terms(place)
        shared = sum([weights[term] for term in terms if term in weights])
        return shared / max(1, whole) * length_factor(len(terms), self._texts.average_terms)


def _mixed(a: float, share: float, b: float) -> float:
    """Return `a` with so much of `b` beside it, on the scale of both."""
    return (a + share * b) / (1 + share)
