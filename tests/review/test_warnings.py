"""A warning appears with its cause, is gone without it, and stays listed when it was waived."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from workbench.review.classes import equivalence_classes
from workbench.review.implied import implied_cells
from workbench.review.warning_model import Surroundings
from workbench.review.warnings import Warning as RecordWarning
from workbench.review.warnings import find_warnings, warnings_of
from workbench.store.payloads import (
    AdjudicateCell,
    AttachEvidence,
    ConfirmOrigin,
    DiscardClaim,
    LinkSource,
    MarkSilent,
    MarkVerdict,
    RecordAgreement,
    SignOff,
    UnlinkSource,
    WaiveWarning,
)
from workbench.store.policy import Policy
from workbench.vocabulary import (
    AnchorState,
    Facet,
    OriginKind,
    OriginLayer,
    Relation,
    Settlement,
    Verdict,
    WarningKind,
)

Find = Callable[..., list[RecordWarning]]


@pytest.fixture
def find(sketch: Any) -> Find:
    """Return what finds the warnings of a kind, after making sure that each claim's own list holds the same."""

    def found(kind: WarningKind, votes: int = 2) -> list[RecordWarning]:
        states, policy = sketch.states(), Policy(votes)
        classes, implied = equivalence_classes(states), implied_cells(states)
        everything = find_warnings(states, sketch.texts, classes, implied, policy, sketch.summaries)
        by_key = {state.key: state for state in states if not state.discarded_by}
        around = Surroundings(by_key, sketch.texts, sketch.summaries, classes, implied, policy)
        for state in states:
            concerning = {each for each in everything if state.key == each.claim}
            assert concerning <= set(warnings_of(state, around)) <= set(everything)
        ranks = {state.key: rank for rank, state in enumerate(states)}
        assert [ranks[each.claim] for each in everything] == sorted(ranks[each.claim] for each in everything)
        return [each for each in everything if each.kind is kind]

    return found


def waive(sketch: Any, warning: RecordWarning) -> None:
    payload = WaiveWarning(warning.kind, "checked by telephone", warning.article, warning.other_claim)
    sketch.decide("eve", warning.claim, payload)


# --- pairs that agree, and differ


def agreeing(sketch: Any, a: str, b: str, **metadata: Any) -> tuple[str, str]:
    (one,), (other,) = sketch.article(a, **metadata), sketch.article(b, **metadata)
    sketch.relate("ann", one, other, Relation.CORROBORATES)
    return one, other


@pytest.mark.parametrize(
    ("a", "b", "told"),
    [
        (
            "About 13,000 workers were sent to the border on Monday.",
            "About 14 thousand workers were sent to the border on Monday.",
            "number: 13,000 (~13,000) / 14 thousand (~14,000)",
        ),
        (
            "The armoured train of the leader reached Khasan on Monday.",
            "The armoured train of the leader reached Ussuriysk on Monday.",
            "Khasan / Ussuriysk",
        ),
        (
            "The armoured train of Kim Jong Un left the station on Monday.",
            "The armoured train of Sergei Lavrov left the station on Monday.",
            "Kim Jong Un / Sergei Lavrov",
        ),
    ],
)
def test_a_pair_that_agrees_and_differs(sketch: Any, find: Find, a: str, b: str, told: str) -> None:
    one, other = agreeing(sketch, a, b)
    (warning,) = find(WarningKind.AGREEMENT_DIFFERS)
    assert (warning.claim, warning.article) == (one, sketch.of(other))
    assert told.casefold() in warning.told.casefold()
    sketch.relate("ann", one, other, Relation.CONTRADICTS)
    assert find(WarningKind.AGREEMENT_DIFFERS) == []


def test_days_are_dated_from_the_article(sketch: Any, find: Find) -> None:
    """“Tuesday” is a day of its own in each article."""
    (a,) = sketch.article("The armoured train crossed the border on Tuesday.", published=date(2023, 9, 12))
    (b,) = sketch.article("The armoured train crossed the border on September 13, 2023.", published=date(2023, 9, 14))
    (c,) = sketch.article("The armoured train crossed the border on September 12, 2023.", published=date(2023, 9, 14))
    sketch.relate("ann", a, c, Relation.CORROBORATES)
    assert find(WarningKind.AGREEMENT_DIFFERS) == []
    sketch.relate("ann", a, b, Relation.CORROBORATES)
    (warning,) = find(WarningKind.AGREEMENT_DIFFERS)
    assert "Tuesday (2023-09-12) / September 13, 2023" in warning.told


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("13,000 workers were sent to the border.", "13 thousand workers were sent to the border."),
        ("The boats left the harbour at noon.", "The boats left the harbour at noon, and it rained."),
        (
            "“What matters to us are relations with our neighbours,” the spokesman said.",
            "“Important to us are the relations with our neighbours,” the spokesman said.",
        ),
    ],
)
def test_what_says_the_same_otherwise_is_no_difference(sketch: Any, find: Find, a: str, b: str) -> None:
    agreeing(sketch, a, b)
    assert find(WarningKind.AGREEMENT_DIFFERS) == []


def test_a_difference_that_was_recorded_was_seen(sketch: Any, find: Find) -> None:
    a, b = agreeing(sketch, "14 cars left for the border.", "20 cars left for the border.")
    assert len(find(WarningKind.AGREEMENT_DIFFERS)) == 1
    sketch.relate("ann", a, b, Relation.CORROBORATES, facets=(Facet.NUMBER,))
    assert find(WarningKind.AGREEMENT_DIFFERS) == []
    sketch.relate("ben", a, b, Relation.CORROBORATES)
    assert len(find(WarningKind.AGREEMENT_DIFFERS)) == 1


def test_what_was_settled_is_compared_in_place_of_what_was_recorded(sketch: Any, find: Find) -> None:
    a, b = agreeing(sketch, "14 cars left for the border.", "20 cars left for the border.")
    sketch.relate("ben", a, b, Relation.UNCLEAR)
    assert len(find(WarningKind.AGREEMENT_DIFFERS)) == 1
    sketch.decide("eve", a, AdjudicateCell(sketch.of(b), Settlement.ADJUDICATED, Relation.UNCLEAR, (0,)))
    assert find(WarningKind.AGREEMENT_DIFFERS) == []


# --- classes


def test_a_contradiction_within_a_class(sketch: Any, find: Find) -> None:
    a, b, c = (sketch.article("It left.")[0] for _ in range(3))
    sketch.relate("ann", a, b, Relation.CORROBORATES)
    sketch.relate("ann", b, c, Relation.CORROBORATES)
    assert find(WarningKind.CLASS_CONTRADICTION) == []
    for recorded_for, named in ((c, a), (a, c)):
        sketch.relate("ann", recorded_for, named, Relation.CONTRADICTS)
        (warning,) = find(WarningKind.CLASS_CONTRADICTION)
        assert (warning.claim, warning.other_claim, warning.article) == (a, c, sketch.of(c))
    for recorded_for, named in ((c, a), (a, c)):
        sketch.relate("ann", recorded_for, named, Relation.UNCLEAR)
    assert find(WarningKind.CLASS_CONTRADICTION) == []


def test_a_claim_whose_cell_contradicts_the_article_of_its_twin(sketch: Any, find: Find) -> None:
    a, b = agreeing(sketch, "It left.", "It left.")
    sketch.decide("ann", b, RecordAgreement(sketch.of(a), Relation.CONTRADICTS, (0,)))
    (warning,) = find(WarningKind.CLASS_CONTRADICTION)
    assert (warning.claim, warning.other_claim) == (a, b)


def test_what_parts_two_members_is_told_once(sketch: Any, find: Find) -> None:
    """Another member stands in the article that parts them: that is a contradiction within the class."""
    a, b = agreeing(sketch, "It left.", "It left.")
    (c,) = sketch.article("It left.")
    sketch.relate("ann", c, a, Relation.CORROBORATES)
    sketch.relate("ann", c, b, Relation.CONTRADICTS)
    assert [(each.claim, each.other_claim) for each in find(WarningKind.CLASS_CONTRADICTION)] == [(b, c)]
    assert find(WarningKind.CLASS_INCONSISTENT) == []


def test_a_class_that_a_third_article_parts(sketch: Any, find: Find) -> None:
    a, b = agreeing(sketch, "It left.", "It left.")
    (other,) = sketch.article("It did not leave.")
    sketch.relate("ann", b, other, Relation.CONTRADICTS)
    assert find(WarningKind.CLASS_INCONSISTENT) == []
    sketch.decide("ann", a, RecordAgreement(sketch.of(other), Relation.CORROBORATES))
    (warning,) = find(WarningKind.CLASS_INCONSISTENT)
    assert (warning.claim, warning.other_claim, warning.article) == (a, b, sketch.of(other))
    assert warning.told == "C corroborates it, and contradicts “It left.”, which is said to be the same."
    sketch.decide("ann", a, RecordAgreement(sketch.of(other), Relation.UNCLEAR))
    assert find(WarningKind.CLASS_INCONSISTENT) == []


def test_a_class_that_verdicts_part(sketch: Any, find: Find) -> None:
    a, b = agreeing(sketch, "It left.", "It left.")
    sketch.decide("ann", a, MarkVerdict(Verdict.SUPPORTED))
    assert find(WarningKind.CLASS_INCONSISTENT) == []
    sketch.decide("ann", b, MarkVerdict(Verdict.REFUTED))
    (warning,) = find(WarningKind.CLASS_INCONSISTENT)
    assert (warning.claim, warning.other_claim, warning.article) == (a, b, None)
    sketch.decide("ann", b, MarkVerdict(Verdict.SUPPORTED))
    assert find(WarningKind.CLASS_INCONSISTENT) == []


# --- verdicts


def test_supported_without_a_second_confirmed_origin(sketch: Any, find: Find) -> None:
    a, b = agreeing(sketch, "It left.", "It left.")
    assert find(WarningKind.NOT_CORROBORATED) == []
    sketch.decide("ann", a, MarkVerdict(Verdict.SUPPORTED))
    assert len(find(WarningKind.NOT_CORROBORATED)) == 1
    for name, claim in (("KCNA", a), ("kcna", b)):
        origin = ConfirmOrigin(OriginLayer.KNOWLEDGE, OriginKind.STATE_MEDIA, name, (sketch.of(claim),))
        sketch.decide("ann", a, origin)
    (warning,) = find(WarningKind.NOT_CORROBORATED)
    assert "1 confirmed independent origin." in warning.told
    witness = ConfirmOrigin(OriginLayer.KNOWLEDGE, OriginKind.EYEWITNESS, "a docker", (sketch.of(b),))
    sketch.decide("ann", a, witness)
    assert find(WarningKind.NOT_CORROBORATED) == []


def test_supported_with_an_open_contradiction(sketch: Any, find: Find) -> None:
    (a,), (b,) = sketch.article("It left."), sketch.article("It stayed.")
    sketch.relate("ann", a, b, Relation.CONTRADICTS)
    assert find(WarningKind.OPEN_CONTRADICTION) == []
    sketch.decide("ann", a, MarkVerdict(Verdict.SUPPORTED))
    (warning,) = find(WarningKind.OPEN_CONTRADICTION)
    assert (warning.claim, warning.article) == (a, sketch.of(b))
    sketch.decide("ann", b, MarkVerdict(Verdict.SUPPORTED))
    assert [each.claim for each in find(WarningKind.OPEN_CONTRADICTION)] == [a, b]  # implied for the other
    sketch.decide("ann", b, MarkVerdict(Verdict.REFUTED))
    sketch.decide("ann", a, MarkVerdict(Verdict.CONFLICTING))
    assert find(WarningKind.OPEN_CONTRADICTION) == []


def test_supported_though_evidence_contradicts_it(sketch: Any, find: Find) -> None:
    (a,) = sketch.article("It left.")
    sketch.decide("ann", a, MarkVerdict(Verdict.SUPPORTED))
    for relation in (Relation.CORROBORATES, None):
        sketch.decide("ann", a, AttachEvidence(url="https://example.org/log", relation=relation))
    assert find(WarningKind.OPEN_CONTRADICTION) == []
    sketch.decide("ann", a, AttachEvidence(citation="Harbour log, p. 3", relation=Relation.CONTRADICTS))
    (warning,) = find(WarningKind.OPEN_CONTRADICTION)
    assert warning.article is None
    assert "Harbour log, p. 3" in warning.told


def test_refuted_and_nothing_contradicts_it(sketch: Any, find: Find) -> None:
    (a,), (b,) = sketch.article("It left."), sketch.article("It stayed.")
    sketch.decide("ann", a, MarkVerdict(Verdict.REFUTED))
    assert len(find(WarningKind.NOT_CONTRADICTED)) == 1
    sketch.relate("ann", b, a, Relation.CONTRADICTS)
    assert find(WarningKind.NOT_CONTRADICTED) == []
    sketch.relate("ann", b, a, Relation.UNCLEAR)
    assert len(find(WarningKind.NOT_CONTRADICTED)) == 1
    sketch.decide("ann", a, AttachEvidence(quote="It stayed.", relation=Relation.CONTRADICTS))
    assert find(WarningKind.NOT_CONTRADICTED) == []


# --- cells


def test_silence_where_the_article_has_a_claim_that_was_held_against_this_one(sketch: Any, find: Find) -> None:
    (a,), (b,) = sketch.article("It left."), sketch.article("It left.")
    sketch.decide("ann", b, MarkSilent((sketch.of(a),)))
    assert find(WarningKind.SILENT_BUT_LINKED) == []
    sketch.relate("ann", a, b, Relation.UPDATES)
    (warning,) = find(WarningKind.SILENT_BUT_LINKED)
    assert (warning.claim, warning.article, warning.other_claim) == (b, sketch.of(a), a)
    sketch.relate("ann", a, b, Relation.NOT_ADDRESSED)
    assert b not in {each.claim for each in find(WarningKind.SILENT_BUT_LINKED)}


def test_silence_where_another_reviewer_found_a_passage(sketch: Any, find: Find) -> None:
    (a,), (b,) = sketch.article("It left."), sketch.article("It left.")
    sketch.decide("ann", a, MarkSilent((sketch.of(b),)))
    sketch.decide("ben", a, RecordAgreement(sketch.of(b), Relation.ATTRIBUTES))
    assert find(WarningKind.SILENT_BUT_LINKED) == []
    sketch.decide("ben", a, RecordAgreement(sketch.of(b), Relation.ATTRIBUTES, (0,)))
    (warning,) = find(WarningKind.SILENT_BUT_LINKED)
    assert warning.told == "B is said to be silent, and ben records: attributes, sentence 1."
    sketch.decide("eve", a, AdjudicateCell(sketch.of(b), Settlement.ADJUDICATED, Relation.NOT_ADDRESSED))
    assert find(WarningKind.SILENT_BUT_LINKED) == []


def test_an_update_that_was_recorded_after_the_verdict(sketch: Any, find: Find) -> None:
    (a,), (b,) = sketch.article("Two are missing."), sketch.article("One is missing.")
    sketch.relate("ann", a, b, Relation.UPDATES)
    assert find(WarningKind.UPDATED_SINCE) == []
    sketch.decide("ann", a, MarkVerdict(Verdict.SUPPORTED))
    assert find(WarningKind.UPDATED_SINCE) == []
    sketch.relate("ann", a, b, Relation.UPDATES)
    (warning,) = find(WarningKind.UPDATED_SINCE)
    assert (warning.claim, warning.article) == (a, sketch.of(b))
    sketch.decide("ben", a, MarkVerdict(Verdict.SUPPORTED))
    assert find(WarningKind.UPDATED_SINCE) == []


# --- the source


def test_a_final_claim_whose_words_do_not_stand_just_so_at_its_source(sketch: Any, find: Find) -> None:
    (a, _) = sketch.article("It left.", "It was gone.")
    sketch.decide("ann", a, LinkSource((1,), AnchorState.RELOCATED, 80.0))
    sketch.decide("ann", a, MarkVerdict(Verdict.SUPPORTED))
    assert find(WarningKind.ANCHOR_NOT_EXACT) == []
    assert len(find(WarningKind.ANCHOR_NOT_EXACT, votes=1)) == 1
    sketch.decide("ann", a, SignOff())
    (warning,) = find(WarningKind.ANCHOR_NOT_EXACT)
    assert warning.told == "It is final. sentence 2: relocated"
    sketch.decide("ann", a, UnlinkSource((1,)))
    assert find(WarningKind.ANCHOR_NOT_EXACT) == []


# --- waiving


def test_a_waived_warning_stays_listed_with_the_reason_while_its_cause_is_there(sketch: Any, find: Find) -> None:
    a, b = agreeing(sketch, "14 cars left for the border.", "20 cars left for the border.")
    c = sketch.article("16 cars left for the border.")[0]
    sketch.relate("ann", a, c, Relation.CORROBORATES)
    first, second = find(WarningKind.AGREEMENT_DIFFERS)
    waive(sketch, first)
    waived, still_open = find(WarningKind.AGREEMENT_DIFFERS)
    assert waived.waiver is not None
    assert (waived.waiver.reason, waived.waiver.reviewer) == ("checked by telephone", "eve")
    assert still_open == second
    sketch.relate("ann", a, b, Relation.UNCLEAR)
    assert find(WarningKind.AGREEMENT_DIFFERS) == [second]


def test_a_warning_about_a_class_is_waived_for_all_that_it_concerns(sketch: Any, find: Find) -> None:
    a, b = agreeing(sketch, "It left.", "It left.")
    sketch.decide("ann", a, MarkVerdict(Verdict.SUPPORTED))
    sketch.decide("ann", b, MarkVerdict(Verdict.REFUTED))
    waive(sketch, find(WarningKind.CLASS_INCONSISTENT)[0])
    (warning,) = find(WarningKind.CLASS_INCONSISTENT)
    assert warning.waiver is not None


def test_a_discarded_claim_gives_no_warning(sketch: Any, find: Find) -> None:
    (a,) = sketch.article("It left.")
    sketch.decide("ann", a, MarkVerdict(Verdict.REFUTED))
    assert len(find(WarningKind.NOT_CONTRADICTED)) == 1
    sketch.decide("ann", a, DiscardClaim())
    assert find(WarningKind.NOT_CONTRADICTED) == []
