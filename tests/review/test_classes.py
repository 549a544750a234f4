"""Claims that are said to be the same form classes, whatever the order in which that was said."""

from dataclasses import replace
from itertools import combinations
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.review.classes import Classes, equivalence_classes, in_class_order, offer_to, offered_verdict
from workbench.review.matrix import build_matrix, fold_classes
from workbench.store.model import QueueRow
from workbench.store.payloads import AdjudicateCell, DiscardClaim, MarkVerdict, RecordAgreement
from workbench.vocabulary import NotCheckableReason, Relation, Settlement, Verdict, WorkflowState

COUNT = 6
indices = st.integers(0, COUNT - 1)
pairs = st.lists(st.tuples(indices, indices).filter(lambda pair: pair[0] != pair[1]), max_size=8)


def drawn(new_sketch: Any, recorded: list[tuple[int, int]]) -> tuple[list[str], Classes]:
    """Return claims of so many articles, and their classes when these pairs corroborate one another."""
    sketch = new_sketch()
    keys = [sketch.article(f"Boat {number} left.")[0] for number in range(COUNT)]
    for one, other in recorded:
        sketch.relate("ann", keys[one], keys[other], Relation.CORROBORATES)
    return keys, equivalence_classes(sketch.states())


def closure(recorded: list[tuple[int, int]]) -> set[tuple[int, int]]:
    """Return the smallest equivalence relation that holds the pairs, by adding pairs until none is missing."""
    found = {(each, each) for each in range(COUNT)} | set(recorded) | {(b, a) for a, b in recorded}
    while True:
        more = {(a, d) for a, b in found for c, d in found if b == c} - found
        if not more:
            return found
        found |= more


@given(pairs)
def test_being_of_one_class_is_the_closure_of_the_recorded_pairs(
    new_sketch: Any, recorded: list[tuple[int, int]]
) -> None:
    keys, classes = drawn(new_sketch, recorded)
    same = {(a, b) for a in range(COUNT) for b in range(COUNT) if keys[b] in classes.of(keys[a])}
    assert same == closure(recorded)
    assert all(keys[each] in classes.of(keys[each]) for each in range(COUNT))


@given(pairs, st.randoms(use_true_random=False))
def test_the_order_of_the_decisions_and_their_direction_do_not_matter(
    new_sketch: Any, recorded: list[tuple[int, int]], shuffle: Any
) -> None:
    other = [pair if shuffle.random() < 0.5 else pair[::-1] for pair in shuffle.sample(recorded, len(recorded))]
    assert drawn(new_sketch, recorded)[1] == drawn(new_sketch, other)[1]


def test_classes_and_members_come_in_reading_order(sketch: Any) -> None:
    keys = [sketch.article("It left.")[0] for _ in range(5)]
    for one, other in ((4, 1), (3, 0)):
        sketch.relate("ann", keys[one], keys[other], Relation.CORROBORATES)
    classes = equivalence_classes(sketch.states())
    assert [each.members for each in classes.all] == [(keys[0], keys[3]), (keys[1], keys[4])]
    assert [each.key for each in classes.all] == [min(keys[0], keys[3]), min(keys[1], keys[4])]
    assert classes.of(keys[2]) == (keys[2],)
    assert classes.of("a claim of another collection") == ("a claim of another collection",)


@pytest.mark.parametrize("relation", [r for r in Relation if r is not Relation.CORROBORATES])
def test_only_claims_that_corroborate_one_another_are_the_same(sketch: Any, relation: Relation) -> None:
    (a,), (b,) = sketch.article("It left."), sketch.article("It left.")
    sketch.relate("ann", a, b, relation)
    assert equivalence_classes(sketch.states()).all == ()


def test_what_reviewers_see_differently_makes_no_class_until_it_is_settled(sketch: Any) -> None:
    (a,), (b,) = sketch.article("It left."), sketch.article("It left.")
    sketch.relate("ann", a, b, Relation.CORROBORATES)
    assert equivalence_classes(sketch.states()).of(a) == (a, b)
    sketch.decide("ben", a, RecordAgreement(sketch.of(b), Relation.UNCLEAR))
    assert equivalence_classes(sketch.states()).of(a) == (a,)
    assert equivalence_classes(sketch.states(), "ann").of(a) == (a, b)
    sketch.decide("eve", a, AdjudicateCell(sketch.of(b), Settlement.ADJUDICATED, Relation.CORROBORATES, (0,), b))
    assert equivalence_classes(sketch.states()).of(a) == (a, b)


def test_a_discarded_claim_is_of_no_class(sketch: Any) -> None:
    a, b, c = (sketch.article("It left.")[0] for _ in range(3))
    sketch.relate("ann", a, b, Relation.CORROBORATES)
    sketch.relate("ann", b, c, Relation.CORROBORATES)
    sketch.decide("ann", b, DiscardClaim())
    assert equivalence_classes(sketch.states()).all == ()


# --- offers


@pytest.fixture
def three(sketch: Any) -> tuple[str, str, str]:
    """Three claims that are said to be the same."""
    a, b, c = (sketch.article("It left.")[0] for _ in range(3))
    sketch.relate("ann", a, b, Relation.CORROBORATES)
    sketch.relate("ann", b, c, Relation.CORROBORATES)
    return a, b, c


def asked(sketch: Any, claim: str, reviewer: str = "ann") -> tuple[Any, tuple[str, ...]]:
    """Return what is offered for a claim, and to which claims its own verdict is."""
    states = {state.key: state for state in sketch.states()}
    classes = equivalence_classes(states.values())
    offered = offered_verdict(states[claim], classes, states, reviewer)
    return offered, tuple(state.key for state in offer_to(states[claim], classes, states, reviewer))


def test_a_verdict_is_offered_to_the_claims_that_say_the_same(sketch: Any, three: tuple[str, str, str]) -> None:
    a, b, c = three
    assert asked(sketch, c) == (None, (a, b))
    sketch.decide("ann", a, MarkVerdict(Verdict.NOT_CHECKABLE, NotCheckableReason.OPINION))
    offer, _ = asked(sketch, c)
    assert (offer.verdict, offer.reason, offer.of.key) == (Verdict.NOT_CHECKABLE, NotCheckableReason.OPINION, a)
    assert asked(sketch, a) == (None, (b, c))


def test_nobody_is_offered_anothers_verdict(sketch: Any, three: tuple[str, str, str]) -> None:
    sketch.decide("ben", three[0], MarkVerdict(Verdict.REFUTED))
    assert asked(sketch, three[2]) == (None, three[:2])


def test_nothing_is_offered_where_the_own_verdicts_differ_or_there_is_one(
    sketch: Any, three: tuple[str, str, str]
) -> None:
    a, b, c = three
    sketch.decide("ann", a, MarkVerdict(Verdict.REFUTED))
    sketch.decide("ann", b, MarkVerdict(Verdict.SUPPORTED))
    assert asked(sketch, c)[0] is None
    sketch.decide("ann", b, MarkVerdict(Verdict.REFUTED))
    assert asked(sketch, c)[0].of.key == b  # the latest
    sketch.decide("ann", c, MarkVerdict(Verdict.CONFLICTING))
    assert asked(sketch, c) == (None, ())


# --- queue and matrix


def test_the_queue_can_go_class_by_class(sketch: Any, three: tuple[str, str, str]) -> None:
    (alone,) = sketch.article("Another thing.")
    row = QueueRow("", "", 0, "", None, False, 0.5, None, WorkflowState.UNREVIEWED, None, 0, False)
    a, b, c = three
    classes = equivalence_classes(sketch.states())
    rows = [replace(row, key=key) for key in (b, alone, c, a)]
    assert [each.key for each in in_class_order(rows, classes)] == [b, a, c, alone]
    assert [each.key for each in in_class_order(rows[1:3], classes)] == [alone, c]
    assert in_class_order(rows, Classes()) == tuple(rows)


def test_the_matrix_folds_to_a_row_a_class(sketch: Any, three: tuple[str, str, str]) -> None:
    (other,), (alone,) = sketch.article("Nothing left."), sketch.article("Rain.")
    *_, c = three
    sketch.relate("ben", c, other, Relation.CONTRADICTS)
    states = sketch.states()
    matrix = build_matrix(tuple(sketch.summaries.values()), states)
    assert all(row.members == (row.claim,) for row in matrix.rows)
    folded = fold_classes(matrix, equivalence_classes(states))
    assert [tuple(state.key for state in row.members) for row in folded.rows] == [three, (other,), (alone,)]
    cells = {cell.article: cell for cell in folded.rows[0].cells}
    assert [cells[sketch.of(key)].own for key in three] == [True] * 3
    assert cells[sketch.of(other)].relation is Relation.CONTRADICTS
    assert cells[sketch.of(alone)].relation is None
    assert fold_classes(matrix, Classes()) == matrix


def test_a_folded_cell_holds_what_was_settled_and_shows_where_members_differ(
    sketch: Any, three: tuple[str, str, str]
) -> None:
    (other,) = sketch.article("Something left.")
    a, b, _ = three
    summaries = tuple(sketch.summaries.values())
    sketch.relate("ann", a, other, Relation.UNCLEAR)
    sketch.relate("ben", a, other, Relation.UPDATES)

    def cell() -> Any:
        folded = fold_classes(build_matrix(summaries, sketch.states()), equivalence_classes(sketch.states()))
        return next(cell for cell in folded.rows[0].cells if cell.article == sketch.of(other))

    assert cell().relation is None
    sketch.decide("eve", a, AdjudicateCell(sketch.of(other), Settlement.ADJUDICATED, Relation.UPDATES))
    assert cell().relation is Relation.UPDATES
    sketch.relate("ann", b, other, Relation.UNCLEAR)
    assert cell().relation is None
    assert {given.relation for given in cell().agreements} == {Relation.UPDATES, Relation.UNCLEAR}


def test_a_cell_shows_what_was_settled_and_what_is_implied(sketch: Any) -> None:
    (a,), (b,) = sketch.article("It left."), sketch.article("It stayed.")
    summaries = tuple(sketch.summaries.values())

    def cells() -> list[Any]:
        rows = build_matrix(summaries, sketch.states()).rows
        return [cell for row in rows for cell in row.cells if not cell.own]

    sketch.relate("ann", a, b, Relation.CONTRADICTS)
    mine, twin = cells()
    assert (mine.relation, mine.implied) == (Relation.CONTRADICTS, None)
    assert (twin.relation, twin.agreements, twin.implied.other_claim) == (Relation.CONTRADICTS, (), a)
    sketch.decide("ben", b, RecordAgreement(sketch.of(a), Relation.UNCLEAR))
    assert (cells()[1].relation, cells()[1].implied) == (Relation.UNCLEAR, None)
    sketch.decide("ben", b, RecordAgreement(sketch.of(a), Relation.CONTRADICTS))
    sketch.relate("ben", a, b, Relation.UNCLEAR)
    mine, twin = cells()
    assert (mine.unanimous, mine.relation, twin.relation) == (None, None, Relation.CONTRADICTS)
    for settlement, relation in ((Settlement.ADJUDICATED, Relation.UNCLEAR), (Settlement.UNRESOLVED, None)):
        sketch.decide("eve", a, AdjudicateCell(sketch.of(b), settlement, relation))
        assert cells()[0].relation is relation


def test_every_pair_of_a_class_is_of_one_class(sketch: Any, three: tuple[str, str, str]) -> None:
    classes = equivalence_classes(sketch.states())
    assert all(classes.class_of(one) == classes.class_of(other) for one, other in combinations(three, 2))
