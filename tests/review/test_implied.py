"""What is recorded for one of two claims holds for the other, until somebody says otherwise there."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.review.implied import IMPLYING, implied_cells, relations_of
from workbench.store.payloads import AdjudicateCell, DiscardClaim, LinkSource, MarkSilent, RecordAgreement
from workbench.vocabulary import Relation, Settlement

relations = st.sampled_from(sorted(IMPLYING))


@pytest.fixture
def pair(sketch: Any) -> tuple[str, str]:
    """One claim of each of two articles."""
    (a,), (b,) = sketch.article("Two boats left Ovstad."), sketch.article("Two ships left Ovstad.")
    return a, b


@pytest.mark.parametrize("relation", Relation)
def test_a_relation_with_a_claim_fills_its_twins_cell_if_it_holds_both_ways(
    sketch: Any, pair: tuple[str, str], relation: Relation
) -> None:
    a, b = pair
    sketch.relate("ann", a, b, relation)
    found = implied_cells(sketch.states())
    if relation not in IMPLYING:
        assert found == {}
        return
    cell = found[b][sketch.of(a)]
    assert (cell.relation, cell.other_claim, cell.reviewer, cell.sentences) == (relation, a, "ann", (0,))
    assert a not in found


def test_it_rests_on_the_source_of_the_claim_that_it_was_recorded_for(sketch: Any) -> None:
    a, _, c = sketch.article("Boats left.", "Nobody saw it.", "Boats left at noon.")
    (b,) = sketch.article("Boats left.")
    sketch.decide("ann", a, LinkSource((0, 2)))
    sketch.relate("ann", a, b, Relation.CORROBORATES)
    assert implied_cells(sketch.states())[b][sketch.of(a)].sentences == (0, 2)
    assert c != a


@given(st.data(), relations)
def test_what_is_implied_of_what_is_implied_is_the_relation_again(
    new_sketch: Any, data: st.DataObject, relation: Relation
) -> None:
    forth, back = new_sketch(), new_sketch()
    for sketch in (forth, back):
        sketch.article("Two boats left."), sketch.article("Two ships left.", "It rained.")
    keys = [state.key for state in forth.states()]
    a, b = keys[0], data.draw(st.sampled_from(keys[1:]))
    forth.relate("ann", a, b, relation)
    (implied,) = implied_cells(forth.states())[b].values()
    payload = RecordAgreement(implied.article, implied.relation, implied.sentences, implied.other_claim)
    back.decide("ann", b, payload)
    again = implied_cells(back.states())[a][back.of(b)]
    assert (again.relation, again.other_claim) == (relation, b)


@given(relations, st.sampled_from(Relation))
def test_whoever_says_something_of_the_cell_itself_overrules_what_follows_for_them(
    new_sketch: Any, relation: Relation, said: Relation
) -> None:
    sketch = new_sketch()
    (a,), (b,) = sketch.article("Two boats left."), sketch.article("Two ships left.")
    sketch.relate("ann", a, b, relation)
    sketch.decide("ben", b, RecordAgreement(sketch.of(a), said))
    for view in ("ann", None):
        assert implied_cells(sketch.states(), view)[b][sketch.of(a)].relation is relation
    sketch.decide("ann", b, RecordAgreement(sketch.of(a), said))
    for view in ("ann", None):
        assert implied_cells(sketch.states(), view) == {}


def test_each_reviewers_own_view_follows_from_their_own_word(sketch: Any, pair: tuple[str, str]) -> None:
    a, b = pair
    sketch.relate("ann", a, b, Relation.CORROBORATES)
    assert b in implied_cells(sketch.states(), "ann")
    assert implied_cells(sketch.states(), "ben") == {}


def test_nothing_is_settled_by_what_reviewers_see_differently(sketch: Any, pair: tuple[str, str]) -> None:
    a, b = pair
    sketch.relate("ann", a, b, Relation.CORROBORATES)
    sketch.relate("ben", a, b, Relation.CONTRADICTS)
    assert implied_cells(sketch.states()) == {}
    assert implied_cells(sketch.states(), "ben")[b][sketch.of(a)].relation is Relation.CONTRADICTS
    settled = AdjudicateCell(sketch.of(b), Settlement.ADJUDICATED, Relation.CONTRADICTS, (0,), b)
    sketch.decide("eve", a, settled)
    (cell,) = implied_cells(sketch.states())[b].values()
    assert (cell.relation, cell.reviewer) == (Relation.CONTRADICTS, "eve")
    assert implied_cells(sketch.states(), "eve")[b][sketch.of(a)].relation is Relation.CONTRADICTS


def test_what_was_settled_for_the_twin_overrules_what_follows(sketch: Any, pair: tuple[str, str]) -> None:
    a, b = pair
    sketch.relate("ann", a, b, Relation.CORROBORATES)
    sketch.decide("eve", b, AdjudicateCell(sketch.of(a), Settlement.ADJUDICATED, Relation.UPDATES))
    assert implied_cells(sketch.states()) == {}


def test_claims_of_one_article_that_imply_different_relations_imply_none(sketch: Any) -> None:
    a, c = sketch.article("Two boats left.", "No boat left.")
    (b,) = sketch.article("Two boats left.")
    sketch.relate("ann", a, b, Relation.CORROBORATES)
    sketch.relate("ann", c, b, Relation.CONTRADICTS)
    assert implied_cells(sketch.states()) == {}
    sketch.relate("ann", c, b, Relation.CORROBORATES)
    assert implied_cells(sketch.states())[b][sketch.of(a)].other_claim == c  # the latest


@pytest.mark.parametrize("discarded", [0, 1])
def test_discarded_claims_imply_nothing_and_nothing_is_implied_for_them(
    sketch: Any, pair: tuple[str, str], discarded: int
) -> None:
    sketch.relate("ann", *pair, Relation.CORROBORATES)
    sketch.decide("ben", pair[discarded], DiscardClaim())
    assert implied_cells(sketch.states()) == {}


def test_only_the_wanted_articles_imply_anything(sketch: Any, pair: tuple[str, str]) -> None:
    a, b = pair
    sketch.relate("ann", a, b, Relation.CORROBORATES)
    assert implied_cells(sketch.states(), articles={sketch.of(b)}) == {}
    assert b in implied_cells(sketch.states(), articles={sketch.of(a)})


def test_what_was_recorded_counts_before_what_is_implied(sketch: Any, pair: tuple[str, str]) -> None:
    a, b = pair
    sketch.relate("ann", a, b, Relation.CORROBORATES)
    implied = implied_cells(sketch.states())[b]
    assert relations_of(sketch.state(b), implied) == {sketch.of(a): Relation.CORROBORATES}
    sketch.decide("ben", b, MarkSilent((sketch.of(a),)))
    assert relations_of(sketch.state(b), implied) == {sketch.of(a): Relation.NOT_ADDRESSED}
    sketch.decide("cat", b, RecordAgreement(sketch.of(a), Relation.UNCLEAR))
    assert relations_of(sketch.state(b), implied) == {}
