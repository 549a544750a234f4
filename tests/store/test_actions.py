"""One action of a person is one step of undo and redo, however many decisions it is; nobody loses what they built."""

import shutil
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from workbench.claims.model import claim_key
from workbench.errors import DecisionError
from workbench.store import facts, log, state
from workbench.store.check import check
from workbench.store.decisions import Decision, Draft, as_one_action
from workbench.store.engine import Store, open_store
from workbench.store.fold import standing
from workbench.store.payloads import (
    AddClaim,
    AddNote,
    Adjudicate,
    AdjudicateCell,
    ConfirmOrigin,
    DiscardClaim,
    MarkSilent,
    MarkVerdict,
    Payload,
    RecordAgreement,
    RestoreClaim,
    RewordClaim,
    SignOff,
    Undo,
    WaiveWarning,
)
from workbench.store.policy import load_policy
from workbench.store.readings import load_readings
from workbench.store.sqlite_engine import connect
from workbench.vocabulary import OriginKind, OriginLayer, Relation, Settlement, Verdict, WarningKind

LAW = settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


def present(store: Store) -> Any:
    """Where everything stands that people have decided about."""
    with store.read() as connection:
        articles = [each.key for each in facts.list_articles(connection)]
        return (
            state.claim_states(connection),
            dict(load_readings(connection, articles)),
            load_policy(connection, "Ovstad"),
        )


def decisions_of(store: Store) -> tuple[Decision, ...]:
    with store.read() as connection:
        return log.list_decisions(connection)


# --- the laws


@pytest.fixture(scope="module")
def kept(tmp_path_factory: Any, make_sample: Any, add_samples: Any, desk_at: Any) -> Iterator[Callable[[], Any]]:
    """A function that returns a desk at which nothing is decided yet; its database stays open for all examples."""
    folder: Path = tmp_path_factory.mktemp("actions")
    names = ("harbour", "ferry", "quay")
    words = [(f"Two boats left the {name}.", "Nobody was hurt.", "It rained.") for name in names]
    samples = [make_sample(f"{name}.txt", told) for name, told in zip(names, words, strict=True)]
    with open_store(folder / "first.db") as store:
        add_samples(store, *samples)
    with open_store(shutil.copyfile(folder / "first.db", folder / "kept.db")) as store:

        def fresh() -> Any:
            with closing(connect(folder / "first.db")) as old, closing(connect(folder / "kept.db")) as new:
                old.backup(new)
            return desk_at(store, *samples)

        yield fresh


@pytest.mark.slow
@settings(LAW, max_examples=20)
@given(data=st.data())
def test_undo_goes_back_action_by_action_to_the_beginning_and_redo_forward_again(
    kept: Any, steps_of: Any, data: st.DataObject
) -> None:
    desk = kept()
    was = [present(desk.store)]
    for step in data.draw(steps_of("ann", most=8)):
        if step.what not in {"undo", "redo"} and desk.take(step):
            was.append(present(desk.store))
    for before in reversed(was[:-1]):
        assert desk.undo("ann")
        assert present(desk.store) == before
    assert not desk.undo("ann")
    assert check(desk.store) == ()
    for after in was[1:]:
        assert desk.redo("ann")
        assert present(desk.store) == after
    assert not desk.redo("ann")
    assert check(desk.store) == ()


@settings(LAW, max_examples=20)
@given(data=st.data())
def test_whatever_several_people_do_and_undo_the_state_is_the_fold_and_no_action_is_torn(
    kept: Any, steps_of: Any, data: st.DataObject
) -> None:
    desk = kept()
    for step in data.draw(steps_of("ann", "ben", "cyd", most=16)):
        desk.take(step)
        whole_actions(decisions_of(desk.store))
    assert check(desk.store) == ()


def whole_actions(made: tuple[Decision, ...]) -> None:
    """Hold that of each action either every decision counts or none."""
    counting = {decision.id for decision in standing(made)}
    actions: dict[str, set[bool]] = {}
    for decision in made:
        if decision.action is not None:
            actions.setdefault(decision.action, set()).add(decision.id in counting)
    assert all(len(counts) == 1 for counts in actions.values())


@settings(LAW, max_examples=10)
@given(many=st.integers(2, 6), data=st.data())
def test_an_action_of_many_decisions_is_one_undo_and_one_redo(kept: Any, many: int, data: st.DataObject) -> None:
    desk = kept()
    claims = [claim.key for sample in desk.samples for claim in sample.ledger.claims]
    verdicts = data.draw(st.lists(st.sampled_from(list(Verdict)), min_size=many, max_size=many))
    record(desk.store, *(Draft("ann", claim, MarkVerdict(v)) for claim, v in zip(claims, verdicts, strict=False)))
    for find, expected in ((log.undo_targets, []), (log.redo_targets, verdicts), (log.undo_targets, [])):
        assert len(take_back(desk.store, "ann", find)) == many
        states = present(desk.store)[0]
        assert sorted(each.verdict for each in states if each.votes) == sorted(expected)
    assert len(decisions_of(desk.store)) == 4 * many


@pytest.mark.parametrize("alone", [0, 1, 2])
def test_what_was_taken_back_of_an_action_alone_is_not_taken_back_again(
    reviewed: Store, harbour: Any, ferry: Any, alone: int
) -> None:
    claims = [claim.key for claim in (*harbour.ledger.claims, ferry.claim)]
    made = record(reviewed, *(Draft("ann", claim, MarkVerdict(Verdict.SUPPORTED)) for claim in claims))
    record(reviewed, Draft("ann", made[alone].claim, Undo(), undoes=made[alone].id))
    rest = {decision.id for decision in made} - {made[alone].id}
    assert {undo.undoes for undo in take_back(reviewed, "ann")} == rest
    assert len(take_back(reviewed, "ann", log.redo_targets)) == 2
    assert sum(bool(each.votes) for each in present(reviewed)[0]) == 2


def record(store: Store, *drafts: Draft) -> tuple[Decision, ...]:
    with store.write() as connection:
        return log.append_all(connection, as_one_action(drafts))


def take_back(store: Store, who: str, find: Any = log.undo_targets) -> tuple[Decision, ...]:
    with store.read() as connection:
        targets = find(connection, who, store.database_id)
    return record(store, *(Draft(who, target.claim, Undo(), undoes=target.id) for target in targets))


# --- what others have built on


@pytest.fixture
def decide(reviewed: Store, harbour: Any) -> Callable[..., Decision]:
    """Decide about the first claim of the harbour article."""

    def decide(who: str, payload: Payload, claim: str = harbour.claim.key) -> Decision:
        return record(reviewed, Draft(who, claim, payload))[0]

    return decide


def stays(store: Store, who: str, *told: str) -> None:
    """Hold that the latest action of `who` cannot be taken back, who is named and why, and that nothing changes."""
    before, made = present(store), decisions_of(store)
    with pytest.raises(DecisionError) as refused:
        take_back(store, who)
    assert (present(store), decisions_of(store)) == (before, made)
    for words in told:
        assert words in str(refused.value)
    assert "it stays until they take that back" in str(refused.value)


def builds_then_not(store: Store, decide: Callable[..., Decision], builder: str, payload: Payload, told: str) -> None:
    """Hold that what ann did last stays while `builder` builds on it, and goes when they have taken that back."""
    decide(builder, payload)
    stays(store, "ann", builder, told)
    take_back(store, builder)
    assert take_back(store, "ann")


VOTES = (MarkVerdict(Verdict.SUPPORTED), MarkVerdict(Verdict.REFUTED))
SETTLED = Adjudicate(Settlement.ADJUDICATED, Verdict.REFUTED)


def test_an_added_claim_stays_while_another_decided_anything_about_it(
    reviewed: Store, decide: Callable[..., Decision], harbour: Any
) -> None:
    key, added = addition(harbour)
    decide("ann", added, key)
    decide("ben", AddNote("hm"), key)
    stays(reviewed, "ann", "ben", "note")
    take_back(reviewed, "ben")
    assert take_back(reviewed, "ann")


def test_an_added_claim_stays_while_another_links_a_claim_to_it(
    reviewed: Store, decide: Callable[..., Decision], harbour: Any, ferry: Any
) -> None:
    key, added = addition(ferry)
    decide("ann", added, key)
    decide("ben", RecordAgreement(ferry.article.sha256, Relation.CORROBORATES, (2,), key))
    stays(reviewed, "ann", "ben", "a relation of another claim with this one")
    take_back(reviewed, "ben")
    assert take_back(reviewed, "ann")


def test_a_restored_claim_stays_while_another_decided_anything_about_it(
    reviewed: Store, decide: Callable[..., Decision]
) -> None:
    decide("ben", DiscardClaim("dull"))
    decide("ann", RestoreClaim())
    builds_then_not(reviewed, decide, "cyd", AddNote("hm"), "note")


@pytest.mark.parametrize(("payload", "told"), [(VOTES[0], "verdict"), (SignOff(), "sign"), (SETTLED, "adjudicate")])
def test_a_wording_stays_while_another_judged_it(
    reviewed: Store, decide: Callable[..., Decision], payload: Payload, told: str
) -> None:
    for who, vote in zip(("ben", "cyd"), VOTES, strict=True):
        decide(who, vote)
    decide("ann", RewordClaim("two boats left"))
    builds_then_not(reviewed, decide, "dan", payload, told)


@pytest.mark.parametrize(("payload", "told"), [(SignOff(), "sign"), (SETTLED, "adjudicate")])
def test_a_vote_stays_while_another_settled_on_it(
    reviewed: Store, decide: Callable[..., Decision], payload: Payload, told: str
) -> None:
    decide("ben", VOTES[1])
    decide("ann", VOTES[0])
    builds_then_not(reviewed, decide, "cyd", payload, told)


def test_a_settlement_stays_while_another_signed_it_off(reviewed: Store, decide: Callable[..., Decision]) -> None:
    for who, vote in zip(("ben", "cyd"), VOTES, strict=True):
        decide(who, vote)
    decide("ann", SETTLED)
    builds_then_not(reviewed, decide, "dan", SignOff(), "sign")


@pytest.mark.parametrize("silent", [False, True])
@pytest.mark.parametrize(
    ("build", "told"),
    [
        (lambda cell: AdjudicateCell(cell, Settlement.ADJUDICATED, Relation.UNCLEAR), "adjudicate"),
        (lambda cell: ConfirmOrigin(OriginLayer.WORDS, OriginKind.WIRE, "NORA", (cell,)), "origin"),
        (lambda cell: WaiveWarning(WarningKind.SILENT_BUT_LINKED, "it is so", cell), "warning"),
    ],
)
def test_a_cell_stays_while_another_rests_on_it(
    reviewed: Store, decide: Callable[..., Decision], ferry: Any, build: Any, told: str, silent: bool
) -> None:
    cell = ferry.article.sha256
    decide("ben", RecordAgreement(cell, Relation.UNCLEAR))
    decide("ann", MarkSilent((cell,)) if silent else RecordAgreement(cell, Relation.CORROBORATES, (0,)))
    builds_then_not(reviewed, decide, "cyd", build(cell), told)


def test_an_action_of_which_one_decision_was_built_on_stays_whole(
    reviewed: Store, decide: Callable[..., Decision], harbour: Any, ferry: Any
) -> None:
    drafts = [Draft("ann", claim.key, VOTES[0]) for claim in (*harbour.ledger.claims, *ferry.ledger.claims)]
    record(reviewed, *drafts)
    decide("ben", SignOff(), ferry.claim.key)
    stays(reviewed, "ann", "ben", "sign")
    assert len([each for each in present(reviewed)[0] if each.votes]) == len(drafts)


def test_what_one_built_on_ones_own_decision_is_no_hindrance(
    reviewed: Store, decide: Callable[..., Decision], harbour: Any
) -> None:
    vote = decide("ann", VOTES[0])
    decide("ann", SignOff())
    record(reviewed, Draft("ann", vote.claim, Undo(), undoes=vote.id))
    assert present(reviewed)[0][0].votes == ()


def test_what_others_built_before_or_elsewhere_is_no_hindrance(
    reviewed: Store, decide: Callable[..., Decision], harbour: Any, ferry: Any
) -> None:
    decide("ben", VOTES[1])
    decide("ben", SignOff())
    decide("ann", VOTES[0])
    decide("ben", SignOff(), ferry.claim.key)
    assert take_back(reviewed, "ann")


def addition(of: Any) -> tuple[str, AddClaim]:
    sentence, article = of.article.sentences[-1], of.article.sha256
    made = AddClaim(article, sentence.start, sentence.end, sentence.text, (len(of.article.sentences) - 1,))
    return claim_key(article, sentence.start, sentence.end, sentence.text), made
