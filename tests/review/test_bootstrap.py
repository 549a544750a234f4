"""The bootstrap draws items with replacement, the same ones every time, and tells when its intervals mean nothing."""

import os
import subprocess
import sys
from collections import Counter
from collections.abc import Sequence
from itertools import islice
from math import comb, isclose
from random import Random
from statistics import fmean, pvariance

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from workbench.review.bootstrap import MOST_UNDEFINED, RESAMPLES, percentile_intervals, resampled
from workbench.review.reliability import Coefficient, cohen_kappa, krippendorff_alpha, raw_agreement

COUNTS = st.lists(st.integers(1, 40), min_size=1, max_size=12)
UNITS = st.lists(st.text("abcd", max_size=5), max_size=25)


def share_of_the_first(counts: Sequence[int]) -> float:
    return counts[0] / sum(counts)


@given(COUNTS, st.integers(0, 1000))
def test_each_resample_holds_as_many_items_as_there_are(counts: list[int], seed: int) -> None:
    for drawn in islice(resampled(counts, Random(seed)), 20):
        assert sum(drawn) == sum(counts)
        assert len(drawn) == len(counts)
        assert min(drawn) >= 0


@pytest.mark.parametrize("counts", [(1, 1, 1), (2, 5, 1), (30, 60, 10), (1, 2500, 499)])
def test_the_draws_are_multinomial(counts: tuple[int, ...]) -> None:
    total, draws = sum(counts), 20_000
    drawn = list(islice(resampled(counts, Random(7)), draws))
    for place, count in enumerate(counts):
        chance = count / total
        column = [each[place] for each in drawn]
        variance = total * chance * (1 - chance)
        assert fmean(column) == pytest.approx(count, abs=4 * (variance / draws) ** 0.5)
        assert pvariance(column) == pytest.approx(variance, rel=0.06)
    first, second = ([each[place] for each in drawn] for place in (0, 1))
    together = fmean(a * b for a, b in zip(first, second, strict=True)) - fmean(first) * fmean(second)
    assert together == pytest.approx(-counts[0] * counts[1] / total, rel=0.3, abs=0.05)


def test_a_pattern_is_drawn_as_often_as_the_binomial_distribution_says() -> None:
    draws = 40_000
    seen = Counter(drawn[0] for drawn in islice(resampled((12, 28), Random(3)), draws))
    expected = {k: draws * comb(40, k) * 0.3**k * 0.7 ** (40 - k) for k in range(41)}
    frequent = [k for k, times in expected.items() if times >= 10]
    chi_square = sum((seen[k] - expected[k]) ** 2 / expected[k] for k in frequent)
    assert chi_square < 2 * len(frequent)


@given(COUNTS)
@settings(deadline=None, max_examples=25)  # with all its resamples
def test_an_interval_is_the_same_every_time(counts: list[int]) -> None:
    assert percentile_intervals(counts, [share_of_the_first]) == percentile_intervals(counts, [share_of_the_first])


def test_an_interval_lies_between_the_percentiles_of_the_resamples() -> None:
    values = iter(range(RESAMPLES))
    [interval] = percentile_intervals((3, 4), [lambda _: float(next(values))])
    assert interval == (24.0, 975.0)


def test_a_share_has_the_interval_that_the_binomial_distribution_gives() -> None:
    [interval] = percentile_intervals((300, 700), [share_of_the_first])
    assert interval is not None
    error = 1.96 * (0.3 * 0.7 / 1000) ** 0.5
    assert isclose(interval[0], 0.3 - error, abs_tol=0.005)
    assert isclose(interval[1], 0.3 + error, abs_tol=0.005)


@pytest.mark.parametrize(("undefined", "kept"), [(MOST_UNDEFINED, True), (MOST_UNDEFINED + 0.001, False)])
def test_there_is_no_interval_where_too_many_resamples_are_undefined(undefined: float, kept: bool) -> None:
    left = iter(range(RESAMPLES))
    missing = round(undefined * RESAMPLES)
    [interval] = percentile_intervals((3, 4), [lambda _: None if next(left) < missing else 0.5])
    assert interval == ((0.5, 0.5) if kept else None)


def test_one_item_has_no_interval() -> None:
    assert percentile_intervals((1,), [share_of_the_first]) == [None]


@given(UNITS)
@settings(deadline=None)  # with all its resamples
def test_an_interval_holds_its_value(units: list[str]) -> None:
    for coefficient in (raw_agreement(units), krippendorff_alpha(units)):
        assert (coefficient.low is None) == (coefficient.high is None)
        if coefficient.low is not None and coefficient.value is not None and coefficient.high is not None:
            assert coefficient.low <= coefficient.value <= coefficient.high <= 1


def test_an_interval_holds_its_value_though_every_resample_lies_below() -> None:
    """Where no label occurs twice, alpha is 0; as soon as an item is drawn twice, it is below."""
    alpha = krippendorff_alpha([(2 * item, 2 * item + 1) for item in range(20)])
    assert alpha.value == 0
    assert alpha.high == 0
    assert alpha.low is not None
    assert alpha.low < 0


def test_the_more_items_the_narrower_the_interval() -> None:
    pairs = [("a", "a")] * 6 + [("b", "b")] * 3 + [("a", "b")] * 2 + [("b", "c")]
    few, many = cohen_kappa(pairs), cohen_kappa(pairs * 16)
    assert few.value == many.value
    assert few.low is not None
    assert few.high is not None
    assert many.low is not None
    assert many.high is not None
    assert (many.high - many.low) / (few.high - few.low) == pytest.approx(1 / 4, rel=0.2)


def test_there_is_no_interval_where_most_of_the_agreement_hangs_on_one_item() -> None:
    kappa = cohen_kappa([("a", "a")] * 19 + [("b", "b")])
    assert kappa == Coefficient(1.0, None, None, 20, None)


def test_a_report_is_the_same_in_every_run() -> None:
    script = (
        "from random import Random\n"
        "from workbench.review.reliability import measure\n"
        "from workbench.vocabulary import Verdict\n"
        "random = Random(5)\n"
        "names = ('ann', 'ben', 'cy')\n"
        "print(measure({item: {name: random.choice(list(Verdict)) for name in names} for item in range(50)}))\n"
    )
    printed = {
        subprocess.check_output([sys.executable, "-c", script], env=os.environ | {"PYTHONHASHSEED": seed})
        for seed in ("1", "2")
    }
    assert len(printed) == 1
