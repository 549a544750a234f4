"""How far reviewers agree, and how far that is more than chance.

- *Raw agreement*: the share of pairs of labels that agree. It does not ask what chance would do.
- *Cohen's kappa* of two raters (Cohen 1960): chance is what each rater's own use of the labels would give.
- *Krippendorff's alpha* of any number of raters with labels missing (Krippendorff 2018, chapter 12; Hayes and
  Krippendorff 2007), nominal: chance is what the labels of all raters together would give.

Kappa is of two raters; of more, alpha is the coefficient. All are 1 where every pair of labels agrees; kappa and alpha
are 0 where they agree as often as by chance, and below 0 where less often. Values come from whole numbers with one
division at the end, so neither the order of the items nor that of the raters changes them in the last place.
"""

import math
from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import chain, combinations
from operator import mul
from typing import TypeVar

from workbench.review.bootstrap import Statistic, percentile_intervals

_Item = TypeVar("_Item", bound=Hashable)
_Pattern = tuple[int, ...]  # the labels that an item got, as numbers
_Kind = Callable[[Sequence[_Pattern]], Statistic]


class Undefined(StrEnum):
    """Why a coefficient has no value."""

    NOTHING_SHARED = "no item has the labels of two reviewers"
    ONE_LABEL = "every label is the same, so chance alone explains the agreement"


@dataclass(frozen=True, slots=True)
class Coefficient:
    """A coefficient of agreement with its 95 % bootstrap interval.

    Attributes:
        value: at most 1; None if it is undefined.
        low: the lower end of the interval, None if there is none: of one item, or where the coefficient is undefined
            in too many resamples.
        high: its upper end. Where all agree, the interval has no width: resamples hold nothing that was not seen.
        items: how many items count, that is, have two labels or more.
        undefined: why there is no value; None if there is one.
    """

    value: float | None
    low: float | None
    high: float | None
    items: int
    undefined: Undefined | None


@dataclass(frozen=True, slots=True)
class PairAgreement:
    """How far two reviewers agree on the items that both have labelled."""

    first: str
    second: str
    raw: Coefficient
    kappa: Coefficient
    alpha: Coefficient


@dataclass(frozen=True, slots=True)
class Agreements:
    """How far reviewers agree: all together, and each two of them, in the order of their names."""

    overall_raw: Coefficient
    overall_alpha: Coefficient
    pairs: tuple[PairAgreement, ...]
    reviewers: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Tally:
    """Items by pattern, in an order that does not depend on that of the items."""

    patterns: tuple[_Pattern, ...]
    counts: tuple[int, ...]


def raw_agreement(units: Iterable[Sequence[Hashable]]) -> Coefficient:
    """Return the mean over items of the share of their pairs of labels that agree; of two raters, the share of items.

    This is the observed agreement of Fleiss 1971, with the items of fewer than two labels left out and the others
    counting the same each, however many labels they have (Gwet 2014).

    Args:
        units: for each item the labels that it got, one a rater.
    """
    return _measured(_tally(units), _raw)[0]


def cohen_kappa(pairs: Iterable[tuple[Hashable, Hashable]]) -> Coefficient:
    """Return Cohen's kappa (1960) of two raters: for each item the label of the first and that of the second."""
    return _measured(_tally(pairs), _kappa)[0]


def krippendorff_alpha(units: Iterable[Sequence[Hashable]]) -> Coefficient:
    """Return Krippendorff's alpha for nominal labels (2018, chapter 12).

    Args:
        units: for each item the labels that it got, one a rater; an item with fewer than two does not count.
    """
    return _measured(_tally(units), _alpha)[0]


def measure(labels: Mapping[_Item, Mapping[str, Hashable]]) -> Agreements:
    """Return how far reviewers agree, from the labels of each item by reviewer."""
    reviewers = tuple(sorted({reviewer for given in labels.values() for reviewer in given}))
    units = (tuple(given[reviewer] for reviewer in reviewers if reviewer in given) for given in labels.values())
    raw, alpha = _measured(_tally(units), _raw, _alpha)
    pairs = tuple(_pair(first, second, labels.values()) for first, second in combinations(reviewers, 2))
    return Agreements(raw, alpha, pairs, reviewers)


def _pair(first: str, second: str, labels: Iterable[Mapping[str, Hashable]]) -> PairAgreement:
    shared = ((given[first], given[second]) for given in labels if first in given and second in given)
    return PairAgreement(first, second, *_measured(_tally(shared), _raw, _kappa, _alpha))


def _tally(units: Iterable[Sequence[Hashable]]) -> _Tally:
    """Count the items that have two labels or more by pattern.

    Two labels stay in their order, for kappa asks whose they are; of more, the order means nothing.
    """
    rows = Counter(tuple(unit) for unit in units if len(unit) > 1)
    labels = sorted(dict.fromkeys(chain.from_iterable(rows)), key=repr)
    numbers = {label: number for number, label in enumerate(labels)}
    counted: Counter[_Pattern] = Counter()
    for row, count in rows.items():
        pattern = [numbers[label] for label in row]
        counted[tuple(pattern if len(pattern) == 2 else sorted(pattern))] += count
    patterns = sorted(counted)
    return _Tally(tuple(patterns), tuple(counted[pattern] for pattern in patterns))


def _measured(tally: _Tally, *kinds: _Kind) -> list[Coefficient]:
    """Return the coefficients of these kinds, their intervals from the same resamples."""
    items = sum(tally.counts)
    if not items:
        return [Coefficient(None, None, None, 0, Undefined.NOTHING_SHARED)] * len(kinds)
    statistics = [kind(tally.patterns) for kind in kinds]
    found: list[Coefficient] = []
    for statistic, interval in zip(statistics, percentile_intervals(tally.counts, statistics), strict=True):
        value = statistic(tally.counts)
        if value is None:
            found.append(Coefficient(None, None, None, items, Undefined.ONE_LABEL))
        elif interval is None:
            found.append(Coefficient(value, None, None, items, None))
        else:
            # Of a handful of items, resamples may nearly all lie on one side of the value; the interval holds it still.
            found.append(Coefficient(value, min(value, interval[0]), max(value, interval[1]), items, None))
    return found


def _raw(patterns: Sequence[_Pattern]) -> Statistic:
    """Observed agreement; shares of pairs are kept in parts of `whole`."""
    whole = math.lcm(*(_pairs(pattern) for pattern in patterns))
    agreeing = [_agreeing_pairs(pattern) * (whole // _pairs(pattern)) for pattern in patterns]

    def raw(counts: Sequence[int]) -> float:
        share: float = sum(map(mul, counts, agreeing)) / (whole * sum(counts))
        return share

    return raw


def _kappa(patterns: Sequence[_Pattern]) -> Statistic:
    """Agreement beyond chance, as a share of what there could be beyond chance; undefined if chance is certain."""
    labels = 1 + max(chain.from_iterable(patterns))
    agreeing = [int(first == second) for first, second in patterns]

    def kappa(counts: Sequence[int]) -> float | None:
        firsts, seconds = [0] * labels, [0] * labels
        for count, (first, second) in zip(counts, patterns, strict=True):
            firsts[first] += count
            seconds[second] += count
        items = sum(counts)
        by_chance = sum(map(mul, firsts, seconds))
        beyond = items * items - by_chance
        return (items * sum(map(mul, counts, agreeing)) - by_chance) / beyond if beyond else None

    return kappa


def _alpha(patterns: Sequence[_Pattern]) -> Statistic:
    """One less observed by expected disagreement; undefined if none is expected.

    An item with m labels adds its disagreeing pairs divided by m - 1, kept in parts of `whole`.
    """
    labels = 1 + max(chain.from_iterable(patterns))
    tallies = [tuple(Counter(pattern).items()) for pattern in patterns]
    whole = math.lcm(*(len(pattern) - 1 for pattern in patterns))
    disagreeing = [(_pairs(pattern) - _agreeing_pairs(pattern)) * (whole // (len(pattern) - 1)) for pattern in patterns]

    def alpha(counts: Sequence[int]) -> float | None:
        used = [0] * labels
        for count, tally in zip(counts, tallies, strict=True):
            for label, times in tally:
                used[label] += count * times
        total = sum(used)
        expected = whole * (total * total - sum(map(mul, used, used)))
        observed = (total - 1) * sum(map(mul, counts, disagreeing))
        return (expected - observed) / expected if expected else None

    return alpha


def _pairs(pattern: _Pattern) -> int:
    """Count the ordered pairs of an item's labels."""
    return len(pattern) * (len(pattern) - 1)


def _agreeing_pairs(pattern: _Pattern) -> int:
    """Count those of them that agree."""
    return sum(times * (times - 1) for times in Counter(pattern).values())
