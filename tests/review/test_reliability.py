"""Laws of the coefficients of agreement, and what is published of them; intervals are tested with the bootstrap."""

from collections.abc import Hashable, Iterator, Sequence
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.review import bootstrap
from workbench.review.reliability import (
    Coefficient,
    Undefined,
    cohen_kappa,
    krippendorff_alpha,
    measure,
    raw_agreement,
)
from workbench.vocabulary import Verdict

LABELS = st.sampled_from(list(Verdict)[:4])
PAIRS = st.lists(st.tuples(LABELS, LABELS), max_size=25)
UNITS = st.lists(st.lists(LABELS, max_size=5), max_size=25)
RANDOM = st.randoms(use_true_random=False)
REVIEWERS = ("ann", "ben", "cy", "dee")
MATRICES = st.dictionaries(st.integers(0, 99), st.dictionaries(st.sampled_from(REVIEWERS), LABELS), max_size=15)


@pytest.fixture(autouse=True, scope="module")
def few_resamples() -> Iterator[None]:
    """The laws are about values; for them, every interval may be a rough one."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(bootstrap, "RESAMPLES", 20)
        yield


def as_units(*rows: str) -> list[list[str]]:
    """Read a published table: a row an observer, a column a unit, a point where nothing was said."""
    return [[label for label in column if label != "."] for column in zip(*map(str.split, rows), strict=True)]


def counted(units: Sequence[Sequence[Hashable]]) -> list[Sequence[Hashable]]:
    return [unit for unit in units if len(unit) > 1]


def labels_of(units: Sequence[Sequence[Hashable]]) -> set[Hashable]:
    return {label for unit in counted(units) for label in unit}


@pytest.mark.parametrize(
    ("rows", "published"),
    [
        # Krippendorff 2011, “Computing Krippendorff's Alpha-Reliability”, sections A, B and C.
        (("0 1 0 0 0 0 0 0 1 0", "1 1 1 0 0 1 0 0 0 0"), 0.095),
        (("a a b b d c c c e d d a", "b a b b b c c c e d d d"), 0.692),
        (
            (
                "1 2 3 3 2 1 4 1 2 . . .",
                "1 2 3 3 2 2 4 1 2 5 . 3",
                ". 3 3 3 2 3 4 2 2 5 1 .",
                "1 2 3 3 2 4 4 1 2 5 1 .",
            ),
            0.743,
        ),
        # The three coders of the article “Krippendorff's alpha” in Wikipedia.
        (
            (
                ". . . . . 3 4 1 2 1 1 3 3 . 3",
                "1 . 2 1 3 3 4 3 . . . . . . .",
                ". . 2 1 3 4 4 . 2 1 1 3 3 . 4",
            ),
            0.691,
        ),
    ],
)
def test_alpha_is_the_published_one(rows: tuple[str, ...], published: float) -> None:
    assert krippendorff_alpha(as_units(*rows)).value == pytest.approx(published, abs=0.0005)


def test_kappa_is_the_published_one() -> None:
    """Artstein and Poesio 2008, table 1."""
    pairs = [("s", "s")] * 20 + [("s", "i")] * 20 + [("i", "s")] * 10 + [("i", "i")] * 50
    assert cohen_kappa(pairs).value == pytest.approx(0.348, abs=0.0005)
    assert raw_agreement(pairs).value == 0.7


def test_items_with_more_labels_count_no_more_in_raw_agreement() -> None:
    assert raw_agreement(["aaab", "ab", "aa", "a", ""]).value == pytest.approx((3 / 6 + 0 + 1) / 3)


@given(UNITS)
def test_items_that_count_have_two_labels(units: list[list[Verdict]]) -> None:
    for coefficient in (raw_agreement(units), krippendorff_alpha(units)):
        assert coefficient.items == len(counted(units))
    assert krippendorff_alpha(units) == krippendorff_alpha(counted(units))


@given(UNITS)
def test_alpha_is_undefined_only_without_items_or_with_one_label(units: list[list[Verdict]]) -> None:
    reason = {0: Undefined.NOTHING_SHARED, 1: Undefined.ONE_LABEL}.get(len(labels_of(units)))
    alpha = krippendorff_alpha(units)
    assert alpha.undefined == reason
    assert (alpha.value is None) == (reason is not None)


@given(PAIRS)
def test_kappa_is_undefined_only_without_items_or_with_one_label(pairs: list[tuple[Verdict, Verdict]]) -> None:
    reason = {0: Undefined.NOTHING_SHARED, 1: Undefined.ONE_LABEL}.get(len(labels_of(pairs)))
    kappa = cohen_kappa(pairs)
    assert kappa.undefined == reason
    assert (kappa.value is None) == (reason is not None)


def test_the_reason_why_a_coefficient_is_undefined_is_a_sentence() -> None:
    assert cohen_kappa([]) == Coefficient(None, None, None, 0, "no item has the labels of two reviewers")
    assert raw_agreement([["a"], []]).undefined == "no item has the labels of two reviewers"
    same = cohen_kappa([("a", "a")] * 3)
    assert same == Coefficient(None, None, None, 3, "every label is the same, so chance alone explains the agreement")


def test_raw_agreement_is_defined_where_every_label_is_the_same() -> None:
    assert raw_agreement([("a", "a")] * 3) == Coefficient(1.0, 1.0, 1.0, 3, None)


@given(st.lists(st.builds(lambda label, times: [label] * times, LABELS, st.integers(2, 5)), min_size=1, max_size=20))
def test_where_all_agree_each_coefficient_is_one(units: list[list[Verdict]]) -> None:
    assert raw_agreement(units).value == 1
    assert krippendorff_alpha(units).value in (1, None)
    assert cohen_kappa([(unit[0], unit[1]) for unit in units]).value in (1, None)


@given(UNITS)
def test_one_disagreement_takes_every_coefficient_below_one(units: list[list[Verdict]]) -> None:
    with_one = [*units, [Verdict.SUPPORTED, Verdict.REFUTED]]
    for value in (raw_agreement(with_one).value, krippendorff_alpha(with_one).value):
        assert value is not None
        assert value < 1


@given(UNITS, RANDOM)
def test_the_order_of_items_changes_nothing(units: list[list[Verdict]], random: Random) -> None:
    shuffled = random.sample(units, len(units))
    assert krippendorff_alpha(shuffled) == krippendorff_alpha(units)
    assert raw_agreement(shuffled) == raw_agreement(units)


@given(PAIRS, RANDOM)
def test_the_order_of_items_does_not_change_kappa(pairs: list[tuple[Verdict, Verdict]], random: Random) -> None:
    assert cohen_kappa(random.sample(pairs, len(pairs))) == cohen_kappa(pairs)


@given(UNITS, RANDOM)
def test_who_is_called_first_changes_no_value(units: list[list[Verdict]], random: Random) -> None:
    shuffled = [random.sample(unit, len(unit)) for unit in units]
    assert krippendorff_alpha(shuffled).value == krippendorff_alpha(units).value
    assert raw_agreement(shuffled).value == raw_agreement(units).value


@given(PAIRS)
def test_kappa_is_symmetric(pairs: list[tuple[Verdict, Verdict]]) -> None:
    assert cohen_kappa([(second, first) for first, second in pairs]).value == cohen_kappa(pairs).value


@given(PAIRS, RANDOM)
def test_what_the_labels_are_called_changes_no_value(pairs: list[tuple[Verdict, Verdict]], random: Random) -> None:
    names = dict(zip(Verdict, random.sample(range(len(Verdict)), len(Verdict)), strict=True))
    renamed = [(names[first], names[second]) for first, second in pairs]
    assert cohen_kappa(renamed).value == cohen_kappa(pairs).value
    assert krippendorff_alpha(renamed).value == krippendorff_alpha(pairs).value
    assert raw_agreement(renamed).value == raw_agreement(pairs).value


@given(MATRICES)
def test_each_pair_is_measured_on_what_both_labelled(matrix: dict[int, dict[str, Verdict]]) -> None:
    found = measure(matrix)
    assert found.reviewers == tuple(sorted({name for given in matrix.values() for name in given}))
    assert len(found.pairs) == len(found.reviewers) * (len(found.reviewers) - 1) // 2
    for pair in found.pairs:
        assert pair.first < pair.second
        shared = [
            (given[pair.first], given[pair.second])
            for given in matrix.values()
            if {pair.first, pair.second} <= given.keys()
        ]
        assert pair.raw == raw_agreement(shared)
        assert pair.kappa == cohen_kappa(shared)
        assert pair.alpha == krippendorff_alpha(shared)


@given(MATRICES, RANDOM)
def test_agreement_does_not_depend_on_the_order_of_the_record(
    matrix: dict[int, dict[str, Verdict]], random: Random
) -> None:
    shuffled = {
        item: {name: matrix[item][name] for name in random.sample(sorted(matrix[item]), len(matrix[item]))}
        for item in random.sample(sorted(matrix), len(matrix))
    }
    assert measure(shuffled) == measure(matrix)


@given(st.dictionaries(st.integers(0, 99), st.dictionaries(st.sampled_from(("ann", "ben")), LABELS), max_size=20))
def test_of_two_reviewers_the_pair_is_all(matrix: dict[int, dict[str, Verdict]]) -> None:
    found = measure(matrix)
    for pair in found.pairs:
        assert (pair.raw, pair.alpha) == (found.overall_raw, found.overall_alpha)


def test_reviewers_who_share_nothing_stand_in_the_list_with_the_reason() -> None:
    found = measure({"a": {"ann": Verdict.SUPPORTED}, "b": {"ben": Verdict.REFUTED}})
    assert [(pair.first, pair.second) for pair in found.pairs] == [("ann", "ben")]
    assert found.pairs[0].kappa.undefined is Undefined.NOTHING_SHARED
    assert found.overall_alpha.undefined is Undefined.NOTHING_SHARED


def test_nothing_labelled_is_nothing_measured() -> None:
    found = measure({})
    assert (found.pairs, found.reviewers) == ((), ())
    assert found.overall_raw == Coefficient(None, None, None, 0, Undefined.NOTHING_SHARED)
