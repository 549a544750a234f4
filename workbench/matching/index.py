"""An index of claims that finds the few that may say the same as a given text, among very many.

Postings of the text's rarest words yield a shortlist, the weight of the shared words orders it, and RapidFuzz
settles the best of it. No numbers are stored but counts, so claims come and go at any time at their own cost.
"""

import heapq
import math
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import chain
from typing import Final

from rapidfuzz import fuzz

from workbench.matching.model import Candidate
from workbench.matching.tokens import tokenize

# Eight rarest words and the best 400 of their postings find as many true pairs in a million claims as looking at
# all of them does (measured for this project on news claims); the rest bounds the cost of a query.
_RAREST_WORDS: Final = 8
_LONGEST_POSTING: Final = 50_000
# Where postings are short there is time for the other words too: up to so many entries are read.
_AFFORDED: Final = 20_000
_SHORTLIST: Final = 400
_RERANKED: Final = 100
_LONGEST_TEXT: Final = 600  # words of a text that are indexed

# A candidate's score is mostly how much of the query's weight it holds, corrected for its own length by this power:
# 0.5 would be the cosine, 0 plain coverage; between them lies the best of ECB+ and SuperPAL (benchmarks/passages.py).
_LENGTH_POWER: Final = 0.25
_RATIO_SHARE: Final = 0.06  # the rest is RapidFuzz's token ratio, which sees order and spelling
_IDENTICAL: Final = 100.0
_BEST_DIFFERENT: Final = 99.9


@dataclass(frozen=True, slots=True)
class _Entry:
    text: str
    article_key: str
    terms: frozenset[str]


class ClaimIndex:
    """An inverted index over claims; what it answers depends on what is in it, not on the order it came in."""

    def __init__(self) -> None:
        """Make an empty index."""
        self._entries: dict[str, _Entry] = {}
        self._postings: dict[str, set[str]] = {}
        self._same_text: dict[str, set[str]] = {}

    def __len__(self) -> int:
        """Return how many claims are in the index."""
        return len(self._entries)

    def __contains__(self, key: str) -> bool:
        """Return whether a claim with this key is in the index."""
        return key in self._entries

    def add(self, key: str, text: str, article_key: str) -> None:
        """Put one claim in; a claim with the same key is replaced."""
        self.remove(key)
        entry = _Entry(text, article_key, _terms(text))
        self._entries[key] = entry
        self._same_text.setdefault(text, set()).add(key)
        for term in entry.terms:
            self._postings.setdefault(term, set()).add(key)

    def add_many(self, rows: Iterable[tuple[str, str, str]]) -> None:
        """Put many claims in, each as (key, text, article_key)."""
        for key, text, article_key in rows:
            self.add(key, text, article_key)

    def remove(self, key: str) -> None:
        """Take a claim out; nothing happens if it is not there."""
        entry = self._entries.pop(key, None)
        if entry is None:
            return
        for table, term in chain(((self._postings, term) for term in entry.terms), ((self._same_text, entry.text),)):
            table[term].discard(key)
            if not table[term]:
                del table[term]

    def candidates(self, text: str, exclude_article: str | None = None, limit: int = 10) -> list[Candidate]:
        """Return the claims most likely to say the same as `text`, best first, equal scores in the order of keys.

        Claims of the article `exclude_article` are left out; claims that share no word with `text` never appear.
        """
        weights = {term: self._weight(term) for term in _terms(text)}
        shortlist = self._shortlist(weights, exclude_article)
        shortlist |= {key for key in self._same_text.get(text, ()) if self._allowed(key, exclude_article)}
        held = [(self._held(weights, key), key) for key in shortlist]
        best = heapq.nsmallest(max(_RERANKED, limit), held, key=_best_first)
        scored = [(self._score(text, share, key), key) for share, key in best]
        return [Candidate(key, score) for score, key in heapq.nsmallest(limit, scored, key=_best_first)]

    def _shortlist(self, weights: dict[str, float], exclude_article: str | None) -> set[str]:
        gathered: dict[str, float] = {}
        for term in self._affordable(weights):
            for key in self._postings[term]:
                gathered[key] = gathered.get(key, 0.0) + weights[term]
        allowed = ((score, key) for key, score in gathered.items() if self._allowed(key, exclude_article))
        return {key for _, key in heapq.nsmallest(_SHORTLIST, allowed, key=_best_first)}

    def _affordable(self, weights: dict[str, float]) -> list[str]:
        """Return the words to look up: the rarest, the others while they cost little, at least one."""
        known = [term for term in weights if term in self._postings]
        chosen: list[str] = []
        cost = 0
        for term in sorted(known, key=lambda term: (len(self._postings[term]), term)):
            cost += len(self._postings[term])
            too_many = len(chosen) >= _RAREST_WORDS and cost > _AFFORDED
            if chosen and (too_many or len(self._postings[term]) > _LONGEST_POSTING):
                break
            chosen.append(term)
        return chosen

    def _allowed(self, key: str, exclude_article: str | None) -> bool:
        return exclude_article is None or self._entries[key].article_key != exclude_article

    def _weight(self, term: str) -> float:
        """Return the word's rarity (inverse document frequency), over all claims in the index."""
        return math.log(1 + (len(self._entries) + 1) / (len(self._postings.get(term, ())) + 0.5))

    def _held(self, weights: dict[str, float], key: str) -> float:
        """Return how much of the query's weight the claim holds, corrected for its own length, 0 to 1."""
        terms = self._entries[key].terms
        shared = sum(weights[term] for term in sorted(weights.keys() & terms))
        wanted = sum(weights[term] for term in sorted(weights))
        mass = sum(weights.get(term) or self._weight(term) for term in sorted(terms))
        return round(shared / (math.pow(wanted, 1 - _LENGTH_POWER) * math.pow(mass, _LENGTH_POWER)), 9)

    def _score(self, text: str, held: float, key: str) -> float:
        other = self._entries[key].text
        if other == text:
            return _IDENTICAL
        alike = fuzz.token_sort_ratio(text, other) / 100
        return round(min(_BEST_DIFFERENT, 100 * ((1 - _RATIO_SHARE) * held + _RATIO_SHARE * alike)), 2)


def _best_first(scored: tuple[float, str]) -> tuple[float, str]:
    return -scored[0], scored[1]


def _terms(text: str) -> frozenset[str]:
    """Return the words that a text is found by: the stems of its content words, or all its words, or itself."""
    words = tokenize(text, _LONGEST_TEXT)
    stems = frozenset(word.stem for word in words if word.is_content)
    return stems or frozenset(word.stem for word in words) or frozenset({text})
