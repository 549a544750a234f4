"""The methods that the benchmarks print beside ours: RapidFuzz's scorers, Okapi BM25, coverage and runs of letters."""

import math
import re
from collections import Counter
from collections.abc import Callable, Sequence

from rapidfuzz import fuzz, utils

Scorer = Callable[[str, Sequence[str]], list[float]]

_WORD = re.compile(r"\w+")


def rapidfuzz_scorer(scorer: Callable[..., float]) -> Scorer:
    """Score every passage against the query with one of RapidFuzz's scorers, in its default processing."""
    return lambda query, passages: [scorer(query, each, processor=utils.default_process) for each in passages]


def bm25(b: float, k1: float = 1.2) -> Scorer:
    """Score passages by Okapi BM25 (Robertson and Zaragoza 2009) over lower-cased words; `b` corrects for length."""

    def score(query: str, passages: Sequence[str]) -> list[float]:
        counted = [Counter(_WORD.findall(each.lower())) for each in passages]
        frequencies = Counter(word for words in counted for word in words)
        average = sum(words.total() for words in counted) / max(1, len(counted))
        wanted = set(_WORD.findall(query.lower()))
        rarity = {w: math.log(1 + (len(counted) - frequencies[w] + 0.5) / (frequencies[w] + 0.5)) for w in wanted}

        def one(words: Counter[str]) -> float:
            length = k1 * (1 - b + b * words.total() / (average or 1))
            return sum(rarity[w] * words[w] * (k1 + 1) / (words[w] + length) for w in wanted & words.keys())

        return [one(words) for words in counted]

    return score


def idf_coverage(query: str, passages: Sequence[str]) -> list[float]:
    """Score passages by the share of the query's inverse document frequencies whose words they hold."""
    return _coverage(set(_WORD.findall(query.lower())), [set(_WORD.findall(each.lower())) for each in passages])


def letters(query: str, passages: Sequence[str]) -> list[float]:
    """Score passages in the same way by runs of four letters."""
    return _coverage(_runs(query), [_runs(each) for each in passages])


def words_and_letters(query: str, passages: Sequence[str]) -> list[float]:
    """Add up BM25, runs of letters and coverage, each relative to its best passage."""
    parts = [scorer(query, passages) for scorer in (bm25(0.75), letters, idf_coverage)]
    return [sum(column) for column in zip(*map(_relative, parts), strict=True)]


def _coverage(wanted: set[str], held: Sequence[set[str]]) -> list[float]:
    frequencies = Counter(each for some in held for each in some)
    rarity = {each: math.log(1 + len(held) / (frequencies[each] or 0.5)) for each in wanted}
    return [sum(rarity[each] for each in wanted & some) / (sum(rarity.values()) or 1) for some in held]


def _runs(text: str) -> set[str]:
    plain = f" {' '.join(_WORD.findall(text.lower()))} "
    return {plain[start : start + 4] for start in range(len(plain) - 3)}


def _relative(scores: Sequence[float]) -> list[float]:
    best = max(scores, default=0.0) or 1.0
    return [score / best for score in scores]


PEERS: dict[str, Scorer] = {
    "RapidFuzz WRatio": rapidfuzz_scorer(fuzz.WRatio),
    "RapidFuzz token_set_ratio": rapidfuzz_scorer(fuzz.token_set_ratio),
    "BM25 (b = 0.75)": bm25(0.75),
    "BM25 (b = 0.3)": bm25(0.3),
    "IDF coverage": idf_coverage,
    "BM25, letters, coverage": words_and_letters,
}
