"""The methods that the benchmarks print beside ours: RapidFuzz's scorers and Okapi BM25, on the same words."""

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


PEERS: dict[str, Scorer] = {
    "RapidFuzz WRatio": rapidfuzz_scorer(fuzz.WRatio),
    "RapidFuzz token_set_ratio": rapidfuzz_scorer(fuzz.token_set_ratio),
    "BM25 (b = 0.75)": bm25(0.75),
    "BM25 (b = 0.3)": bm25(0.3),
}
