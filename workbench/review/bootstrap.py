"""How far a coefficient of agreement may be trusted: percentile intervals of the bootstrap over items.

Efron 1979 for the bootstrap; Efron and Tibshirani 1993, chapter 13, for its percentile interval. Zapf et al. 2016 find
that for nominal labels such intervals hold the true agreement about as often as they promise, and that intervals by
formula do not. Of as few as twenty items they promise too much: they cannot know what has not occurred yet.

Items with the same labels form one pattern, and only how often a pattern is drawn matters. So the work grows with the
number of patterns and the root of the number of items, not with the items.
"""

import math
from bisect import bisect
from collections.abc import Callable, Iterator, Sequence
from itertools import accumulate, islice
from operator import add
from random import Random
from typing import Final

RESAMPLES: Final = 1_000
CONFIDENCE: Final = 0.95
MOST_UNDEFINED: Final = 0.05  # share of undefined resamples above which the tails of the others are no interval

_FEWEST_ITEMS: Final = 2  # one item drawn again and again tells nothing of other items
_SEED: Final = 1979  # any number will do, if it is the same in every report
_HELD_BACK: Final = 1.5  # roots of the number of items: how many are left to be drawn one by one, on average
_REACH: Final = 9.0  # standard deviations from a Poisson mean beyond which nothing is ever drawn

Statistic = Callable[[Sequence[int]], float | None]  # from how often each pattern occurs; None if it is undefined
Interval = tuple[float, float]


def percentile_intervals(counts: Sequence[int], statistics: Sequence[Statistic]) -> list[Interval | None]:
    """Return the interval of each statistic over resamples of the items, the same at every call.

    All statistics are computed from the same resamples. Those in which one is undefined are left out of its interval.
    There is none (None) if they are more than `MOST_UNDEFINED` of all, or if there are too few items to draw from.

    Args:
        counts: the items by pattern: how many have it, 1 or more.
        statistics: each takes such counts, of which some may be 0.
    """
    if sum(counts) < _FEWEST_ITEMS:
        return [None] * len(statistics)
    draws = islice(resampled(counts, Random(_SEED)), RESAMPLES)  # noqa: S311 - repeatable, not secret
    values = [[statistic(drawn) for statistic in statistics] for drawn in draws]
    return [_interval(column) for column in zip(*values, strict=True)]


def _interval(values: Sequence[float | None]) -> Interval | None:
    """Return the k-th lowest and k-th highest value, k as Efron and Tibshirani 1993, §12.5, count it."""
    defined = sorted(value for value in values if value is not None)
    if len(values) - len(defined) > MOST_UNDEFINED * len(values):
        return None
    place = max(1, int((len(defined) + 1) * (1 - CONFIDENCE) / 2))
    return defined[place - 1], defined[-place]


def resampled(counts: Sequence[int], random: Random) -> Iterator[list[int]]:
    """Yield, without end, how often each pattern occurs among as many items drawn with replacement.

    The counts are multinomial. Independent Poisson counts are so, too, given their sum; hence each pattern gets a
    Poisson count that makes up nearly its share, and the items that are then missing are drawn one by one. Where the
    sum came out too high, all is drawn anew.
    """
    total = sum(counts)
    share = max(0.0, 1 - _HELD_BACK / math.sqrt(total))
    tables = {count: _poisson(count * share) for count in sorted(set(counts))}
    least, chances = zip(*(tables[count] for count in counts), strict=True)
    pattern_of_item = [place for place, count in enumerate(counts) for _ in range(count)]
    uniform = iter(random.random, None)
    while True:
        drawn = list(map(add, least, map(bisect, chances, uniform)))
        missing = total - sum(drawn)
        if missing >= 0:
            for place in random.choices(pattern_of_item, k=missing):
                drawn[place] += 1
            yield drawn


def _poisson(mean: float) -> tuple[int, list[float]]:
    """Return the least number that is drawn, and the chance of that or less, of one more or less, and so on."""
    if not mean:
        return 0, [1.0]
    reach = _REACH * math.sqrt(mean)
    least, most = max(0, int(mean - reach)), int(mean + reach + 20)
    chances = (math.exp(k * math.log(mean) - mean - math.lgamma(k + 1)) for k in range(least, most))
    return least, list(accumulate(chances))
