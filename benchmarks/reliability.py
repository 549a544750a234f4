"""How long agreement between reviewers takes to measure, beside krippendorff, scikit-learn and statsmodels.

    python benchmarks/reliability.py [--items 100000] [--reviewers 5]

The labels are made up: each reviewer gives the right verdict of an item four times in five, else any, and leaves one
item in ten out. All start from labels in memory, we from tuples of verdicts, the peers from NumPy arrays of integers.
Printed are CPU seconds for the value, for the value with our interval of 1,000 resamples, and the value. The peers draw
no resamples; theirs would take a thousand times the time of the value.
"""

import argparse
import random
import time
from collections.abc import Callable, Sequence
from typing import Any
from unittest.mock import patch

import krippendorff
import numpy as np
from sklearn.metrics import accuracy_score, cohen_kappa_score
from statsmodels.stats.inter_rater import cohens_kappa, to_table

from workbench.review import bootstrap
from workbench.review.reliability import Coefficient, cohen_kappa, krippendorff_alpha, measure, raw_agreement
from workbench.vocabulary import Verdict

Labels = dict[int, dict[str, Verdict]]


def made_up(items: int, reviewers: int) -> Labels:
    """Make up the verdicts of so many reviewers."""
    chance = random.Random(1)
    verdicts = list(Verdict)
    names = [f"reviewer {number}" for number in range(reviewers)]
    labels: Labels = {}
    for item in range(items):
        right = chance.choice(verdicts)
        labels[item] = {
            name: right if chance.random() < 0.8 else chance.choice(verdicts) for name in names if chance.random() < 0.9
        }
    return labels


def seconds(work: Callable[[], Any]) -> tuple[float, Any]:
    """Return the CPU seconds that the work takes, and what it returns."""
    started = time.process_time()
    done = work()
    return time.process_time() - started, done


def print_ours(name: str, coefficient: Callable[[Any], Coefficient], labels: Sequence[Sequence[Verdict]]) -> None:
    """Print our row; the value alone is timed with one resample, which costs next to nothing."""
    with patch.object(bootstrap, "RESAMPLES", 1):
        alone, _ = seconds(lambda: coefficient(labels))
    both, found = seconds(lambda: coefficient(labels))
    interval = f"{found.low:.4f} to {found.high:.4f}"
    print(f"| {name}, ours | {alone:.3f} | {both:.3f} | {found.value:.13f} | {interval} |")


def print_peer(name: str, coefficient: Callable[[], float]) -> None:
    """Print the row of a peer."""
    alone, value = seconds(coefficient)
    print(f"| {name} | {alone:.3f} | | {value:.13f} | |")


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--items", type=int, default=100_000)
    parser.add_argument("--reviewers", type=int, default=5)
    options = parser.parse_args()
    labels = made_up(options.items, options.reviewers)
    numbers = {verdict: number for number, verdict in enumerate(Verdict)}
    names = sorted({name for given in labels.values() for name in given})
    units = [tuple(given.values()) for given in labels.values()]
    pairs = [(given[names[0]], given[names[1]]) for given in labels.values() if given.keys() >= {*names[:2]}]
    matrix = np.array([[numbers.get(given.get(name), np.nan) for given in labels.values()] for name in names])
    crossed = np.array([[numbers[first], numbers[second]] for first, second in pairs])

    print(f"{options.items:,} items, {options.reviewers} reviewers\n")
    print("| coefficient, program | CPU s | with interval | value | interval |")
    print("|---|---|---|---|---|")
    print_ours("alpha of all", krippendorff_alpha, units)
    print_peer(
        "alpha of all, krippendorff",
        lambda: krippendorff.alpha(reliability_data=matrix, level_of_measurement="nominal"),
    )
    print_ours("kappa of two", cohen_kappa, pairs)
    print_peer("kappa of two, scikit-learn", lambda: cohen_kappa_score(crossed[:, 0], crossed[:, 1]))
    print_peer("kappa of two, statsmodels", lambda: cohens_kappa(to_table(crossed)[0], return_results=False))
    print_ours("raw agreement of two", raw_agreement, pairs)
    print_peer("raw agreement of two, scikit-learn", lambda: accuracy_score(crossed[:, 0], crossed[:, 1]))
    everything, found = seconds(lambda: measure(labels))
    coefficients = 2 + 3 * len(found.pairs)
    print(f"\n`measure`, that is, {coefficients} coefficients with their intervals: {everything:.2f} CPU s")


if __name__ == "__main__":
    main()
