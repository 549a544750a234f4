"""An index of claims that finds the few that may say the same as a given text, among very many.

Postings of the text's rarest words yield a shortlist, the weight of the shared words orders it, and RapidFuzz
settles the best of it. No numbers are stored but counts, so claims come and go at any time at their own cost.
"""

import heapq
import math
from bisect import insort
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Final

from rapidfuzz import fuzz

from workbench.matching.indexed import IndexedTexts
from workbench.matching.model import Candidate
from workbench.matching.postings import MemoryPostings, Postings
from workbench.matching.tokens import content_stems, tokenize

# What bounds a query: postings are read whole, rarest word first, while they have at most so many entries together,
# and beyond that only until they fill the shortlist, none longer than the last figure but the very first.
# With these, as many paraphrases are found among 55,000 sentences of the web as by looking at all of them.
# In a million made-up claims .978 of the near-copies are found; 20,000 entries find .986 in 1.4 times the time.
_AFFORDED: Final = 12_000
_SHORTLIST: Final = 200
_LONGEST_POSTING: Final = 50_000
_ENOUGH: Final = 100  # with so many, what ties at the end of the shortlist is left out
_LONGEST_TEXT: Final = 600  # words of a text that are indexed

# A candidate's score is mostly how much of the query's weight it holds, corrected for its own length by this power:
# 0.5 would be the cosine, 0 plain coverage; between them lies the best of ECB+ and SuperPAL (benchmarks/passages.py).
_LENGTH_POWER: Final = 0.25
_RATIO_SHARE: Final = 0.06  # the rest is RapidFuzz's token ratio, which sees order and spelling
_IDENTICAL: Final = 100.0
_BEST_DIFFERENT: Final = 99.9


class ClaimIndex:
    """An inverted index over claims; what it answers depends on what is in it, not on the order it came in.

    Sentences are indexed in the same way; a key is whatever the caller knows a text by. A term once seen keeps its
    number, also when no text holds it any more.
    """

    def __init__(self, postings: Postings | None = None) -> None:
        """Make an empty index, its postings in memory or in `postings`, which must be empty."""
        self._texts = IndexedTexts()
        self._postings = MemoryPostings() if postings is None else postings
        self._numbers: dict[str, int] = {}
        self._rarity = _Rarity()

    def __len__(self) -> int:
        """Return how many claims are in the index."""
        return len(self._texts)

    def __contains__(self, key: str) -> bool:
        """Return whether a claim with this key is in the index."""
        return key in self._texts

    def add(self, key: str, text: str, article_key: str) -> None:
        """Put one claim in; a claim with the same key is replaced."""
        self.remove(key)
        numbers = self._numbers
        terms = [numbers.setdefault(term, len(numbers)) for term in _terms(text)]
        self._postings.add(self._texts.add(key, text, article_key, terms), terms)
        self._rarity.start_anew(len(self._texts))

    def add_many(self, rows: Iterable[tuple[str, str, str]]) -> None:
        """Put many claims in, each as (key, text, article_key)."""
        for key, text, article_key in rows:
            self.add(key, text, article_key)

    def remove(self, key: str) -> None:
        """Take a claim out; nothing happens if it is not there."""
        removed = self._texts.remove(key)
        if removed is not None:
            self._postings.remove(*removed)
            self._rarity.start_anew(len(self._texts))

    def candidates(self, text: str, exclude_article: str | None = None, limit: int = 10) -> list[Candidate]:
        """Return the claims most likely to say the same as `text`, best first, equal scores in the order of keys.

        Claims of the article `exclude_article` are left out; claims that share no word with `text` never appear.
        """
        terms = sorted(_terms(text))
        known = [number for term in terms if (number := self._numbers.get(term)) is not None]
        counts = {number: count for number, count in zip(known, self._postings.counts(known), strict=True) if count}
        weights = {number: self._rarity[count] for number, count in counts.items()}
        wanted = math.fsum(weights.values()) + (len(terms) - len(weights)) * self._rarity[0]
        gathered = self._gathered(_affordable(counts, _AFFORDED), weights)
        if exclude_article is not None:
            own = self._texts.of_article(exclude_article)
            gathered = _without(own, gathered)
            if own and len(gathered) < limit:  # the article's own claims took all that could be afforded
                gathered = _without(own, self._gathered(_affordable(counts, math.inf), weights))
        held = [(-self._held(weights, wanted, place), place) for place in self._shortlist(text, gathered, limit)]
        return self._best(text, sorted(held), limit)

    def _shortlist(self, text: str, gathered: dict[int, float], limit: int) -> list[int]:
        """Return the places of a few hundred texts with most weight, at least `limit` of them if there are so many.

        Of texts of one weight all are taken or none, because nothing tells which are better; if that leaves too few,
        those with the words of the query itself are taken first.
        """
        size, taken, least = max(_SHORTLIST, limit), 0, math.inf
        for weight, count in sorted(Counter(gathered.values()).items(), reverse=True):
            if taken + count > size:
                break
            taken, least = taken + count, weight
        else:
            return list(gathered)
        above = [place for place, held in gathered.items() if held >= least]
        if taken >= max(_ENOUGH, limit):
            return above
        texts, keys = self._texts.texts, self._texts.keys
        equal = (place for place, held in gathered.items() if held == weight)
        return above + heapq.nsmallest(size - taken, equal, key=lambda place: (texts[place] != text, keys[place]))

    def _best(self, text: str, held: list[tuple[float, int]], limit: int) -> list[Candidate]:
        """Return the best of those that hold so much (negative, best first); stop where no other can be as good."""
        best: list[tuple[float, str]] = []
        for share, place in held:
            most = _IDENTICAL if share <= -1 else _score(-share, 1.0)
            if len(best) >= limit and -most > best[limit - 1][0]:
                break
            insort(best, (-self._score(text, -share, place), self._texts.keys[place]))
        return [Candidate(key, -score) for score, key in best[:limit]]

    def _gathered(self, rarest: list[int], weights: dict[int, float]) -> dict[int, float]:
        """Return by place the weight of the words of `rarest` (rarest first) that a text holds, if it holds any.

        The longest posting comes first, because a dictionary is filled at once faster than bit by bit.
        """
        if not rarest:
            return {}
        first, *others = reversed(rarest)
        gathered = dict.fromkeys(self._postings.places(first), weights[first])
        so_far = gathered.get
        for term in others:
            weight = weights[term]
            for place in self._postings.places(term):
                gathered[place] = so_far(place, 0.0) + weight
        return gathered

    def _held(self, weights: dict[int, float], wanted: float, place: int) -> float:
        """Return how much of the query's weight the claim holds, corrected for its own length, 0 to 1.

        `fsum`, because the order of the terms depends on the order of adding and must not matter.
        """
        terms = self._texts.terms(place)
        shared = math.fsum(filter(None, map(weights.get, terms)))
        mass = math.fsum(map(self._rarity.__getitem__, self._postings.counts(terms)))
        return round(shared / (math.pow(wanted, 1 - _LENGTH_POWER) * math.pow(mass, _LENGTH_POWER)), 9)

    def _score(self, text: str, held: float, place: int) -> float:
        other = self._texts.texts[place]
        return _IDENTICAL if other == text else _score(held, fuzz.token_sort_ratio(text, other) / 100)


class _Rarity(dict[int, float]):
    """The inverse document frequency of a term by how many of all texts hold it.

    By count and not by term: a change of the index changes every weight, and there are few different counts.
    """

    def __init__(self) -> None:
        super().__init__()
        self._texts = 0

    def __missing__(self, count: int) -> float:
        weight = self[count] = math.log(1 + (self._texts + 1) / (count + 0.5))
        return weight

    def start_anew(self, texts: int) -> None:
        """Forget all weights: the index now holds `texts` texts."""
        self._texts = texts
        if self:
            self.clear()


def _without(places: Sequence[int], gathered: dict[int, float]) -> dict[int, float]:
    """Return what was gathered, less these places."""
    if len(places) > len(gathered):
        own = set(gathered).intersection(places)
        return {place: weight for place, weight in gathered.items() if place not in own}
    for place in places:
        gathered.pop(place, None)
    return gathered


def _score(held: float, alike: float) -> float:
    return round(min(_BEST_DIFFERENT, 100 * ((1 - _RATIO_SHARE) * held + _RATIO_SHARE * alike)), 2)


def _affordable(counts: dict[int, int], afforded: float) -> list[int]:
    """Return the terms to look up, of those that so many texts hold, rarest first: at least one, others if cheap."""
    chosen: list[int] = []
    cost = 0
    for term in sorted(counts, key=counts.__getitem__):
        dear = cost >= _SHORTLIST and cost + counts[term] > afforded
        if chosen and (dear or counts[term] > _LONGEST_POSTING):
            break
        chosen.append(term)
        cost += counts[term]
    return chosen


def _terms(text: str) -> Iterable[str]:
    """Return the words that a text is found by: the stems of its content words, or all its words, or itself."""
    return content_stems(text, _LONGEST_TEXT) or {word.stem for word in tokenize(text, _LONGEST_TEXT)} or {text}
