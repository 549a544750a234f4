"""Our coefficients are those of krippendorff, statsmodels and scikit-learn, and our intervals those of SciPy."""

from collections.abc import Callable, Sequence
from random import Random

import krippendorff
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.stats import bootstrap
from sklearn.metrics import cohen_kappa_score
from statsmodels.stats.inter_rater import aggregate_raters, cohens_kappa, fleiss_kappa

from workbench.review.reliability import Coefficient, cohen_kappa, krippendorff_alpha, raw_agreement

LABELS = st.integers(0, 4)
PAIRS = st.lists(st.tuples(LABELS, LABELS), min_size=1, max_size=40)
Row = list[int | None]


def tables(label: st.SearchStrategy[int | None]) -> st.SearchStrategy[list[Row]]:
    """Items × raters."""
    return st.integers(2, 6).flatmap(
        lambda raters: st.lists(st.lists(label, min_size=raters, max_size=raters), min_size=1, max_size=30)
    )


def exactly(value: float) -> object:
    return pytest.approx(value, rel=1e-12, abs=1e-12)


def given_labels(table: Sequence[Row]) -> list[list[int]]:
    return [[label for label in row if label is not None] for row in table]


def alpha_of_krippendorff(table: Sequence[Row]) -> float:
    matrix = np.array([[np.nan if label is None else label for label in row] for row in table], dtype=float)
    return float(krippendorff.alpha(reliability_data=matrix.T, level_of_measurement="nominal"))


@given(tables(LABELS | st.none()))
@settings(deadline=None)  # with all resamples
def test_alpha_with_labels_missing(table: list[Row]) -> None:
    alpha = krippendorff_alpha(given_labels(table))
    if alpha.value is not None:
        assert alpha.value == exactly(alpha_of_krippendorff(table))


@given(PAIRS)
@settings(deadline=None)  # with all resamples
def test_kappa(pairs: list[tuple[int, int]]) -> None:
    kappa = cohen_kappa(pairs)
    if kappa.value is None:
        return
    crossed = np.zeros((5, 5))
    for first, second in pairs:
        crossed[first, second] += 1
    assert kappa.value == exactly(float(cohen_kappa_score(*zip(*pairs, strict=True))))
    assert kappa.value == exactly(float(cohens_kappa(crossed, return_results=False)))


@given(tables(LABELS))
@settings(deadline=None)  # with all resamples
def test_raw_agreement_and_alpha_give_the_kappa_of_fleiss(table: list[list[int]]) -> None:
    """Of items that all raters labelled; Fleiss' chance is alpha's without its correction for few labels."""
    raw, alpha = raw_agreement(table), krippendorff_alpha(table)
    if raw.value is None or alpha.value is None:
        return
    labels = [label for row in table for label in row]
    shares = [labels.count(label) / len(labels) for label in set(labels)]
    chance = sum(share * share for share in shares)
    fleiss = float(fleiss_kappa(aggregate_raters(np.array(table))[0], method="fleiss"))
    assert (raw.value - chance) / (1 - chance) == exactly(fleiss)
    assert 1 - alpha.value == exactly((1 - fleiss) * (len(labels) - 1) / len(labels))


def agreeing_pairs(items: int) -> np.ndarray:
    """Labels of two raters of whom the second says what the first says three times in four, or anything."""
    random = Random(4)
    first = [random.choice((0, 0, 1, 2)) for _ in range(items)]
    return np.array([(label, label if random.random() < 0.75 else random.randrange(3)) for label in first])


def raw_of_numpy(pairs: np.ndarray) -> float:
    return float(np.mean(pairs[:, 0] == pairs[:, 1]))


def kappa_of_statsmodels(pairs: np.ndarray) -> float:
    crossed = np.bincount(3 * pairs[:, 0] + pairs[:, 1], minlength=9).reshape(3, 3)
    return float(cohens_kappa(crossed, return_results=False))


def alpha_of_counts(pairs: np.ndarray) -> float:
    counts = np.array([np.sum(pairs == label, axis=1) for label in range(3)]).T
    return float(krippendorff.alpha(value_counts=counts, level_of_measurement="nominal"))


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [(raw_agreement, raw_of_numpy), (cohen_kappa, kappa_of_statsmodels), (krippendorff_alpha, alpha_of_counts)],
)
def test_intervals_are_those_of_scipy(
    ours: Callable[[Sequence[tuple[int, int]]], Coefficient], theirs: Callable[[np.ndarray], float]
) -> None:
    """To a tenth of their width, which is what a thousand resamples leave open."""
    pairs = agreeing_pairs(120)
    found = ours([(first, second) for first, second in pairs.tolist()])
    peer = bootstrap(
        (np.arange(len(pairs)),),
        lambda chosen: theirs(pairs[chosen]),
        n_resamples=2_000,
        vectorized=False,
        method="percentile",
        rng=np.random.default_rng(1),
    ).confidence_interval
    width = peer.high - peer.low
    assert found.low == pytest.approx(peer.low, abs=width / 10)
    assert found.high == pytest.approx(peer.high, abs=width / 10)
