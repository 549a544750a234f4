"""Undo and redo behave like the two stacks that everybody knows, although they are kept nowhere but in the log."""

from typing import Any
from uuid import uuid4

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from workbench.store import log, undoing
from workbench.store.decisions import Decision, Draft
from workbench.store.engine import Store, open_store
from workbench.store.payloads import AddNote, Undo

steps = st.lists(st.sampled_from(["decide", "undo", "redo", "other"]), max_size=25)


class TwoStacks:
    """The model: what can be undone, and what can be redone until the next decision."""

    def __init__(self) -> None:
        self.done: list[str] = []
        self.undone: list[str] = []

    def decide(self, decision: str) -> None:
        self.done.append(decision)
        self.undone.clear()

    def undo(self) -> None:
        self.undone.append(self.done.pop())

    def redo(self) -> None:
        self.done.append(self.undone.pop())


class Reviewer:
    """The same through the log."""

    def __init__(self, store: Store, claims: tuple[str, ...]) -> None:
        self.store, self.claims, self.name = store, claims, str(uuid4())

    def decide(self, number: int) -> Decision:
        return self._append(Draft(self.name, self.claims[number % len(self.claims)], AddNote(str(number))))

    def take_back(self, target: Decision | None) -> None:
        if target is not None:
            self._append(Draft(self.name, target.claim, Undo(), undoes=target.id))

    def targets(self) -> tuple[Decision | None, Decision | None]:
        with self.store.read() as connection:
            arguments = (connection, self.name, self.store.database_id)
            found = log.undo_targets(*arguments), log.redo_targets(*arguments)
        undo, redo = (targets[0] if targets else None for targets in found)
        return undo, redo

    def _append(self, draft: Draft) -> Decision:
        with self.store.write() as connection:
            return log.append(connection, draft)


@settings(deadline=None, max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps)
def test_undo_and_redo_are_two_stacks(reviewed: Store, harbour: Any, steps: list[str]) -> None:
    claims = tuple(claim.key for claim in harbour.ledger.claims)
    ann, ben, model = Reviewer(reviewed, claims), Reviewer(reviewed, claims), TwoStacks()
    for number, step in enumerate(steps):
        undo, redo = ann.targets()
        assert (undo.id if undo else None) == (model.done[-1] if model.done else None)
        assert (redo.undoes if redo else None) == (model.undone[-1] if model.undone else None)
        match step:
            case "decide":
                model.decide(ann.decide(number).id)
            case "other":
                ben.decide(number)  # another reviewer is never undone by ann's key
            case "undo" if undo:
                ann.take_back(undo)
                model.undo()
            case "redo" if redo:
                ann.take_back(redo)
                model.redo()


@pytest.mark.parametrize("undone", [0, 1])
def test_undo_goes_on_after_a_restart(location: str, add_samples: Any, harbour: Any, undone: int) -> None:
    with open_store(location) as store:
        add_samples(store, harbour)
        ann = Reviewer(store, (harbour.claim.key,))
        made = [ann.decide(number) for number in range(3)]
        for _ in range(undone):
            ann.take_back(ann.targets()[0])
    with open_store(location) as store:
        ann.store = store
        undo, redo = ann.targets()
    assert undo == made[2 - undone]
    assert (redo is not None) == bool(undone)


def test_a_row_of_undos_is_followed_to_its_beginning_over_many_pages(
    reviewed: Store, harbour: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(undoing, "_PAGE", 3)
    ann = Reviewer(reviewed, (harbour.claim.key,))
    made = [ann.decide(number) for number in range(10)]
    for expected in reversed(made):
        undo, _redo = ann.targets()
        assert undo == expected
        ann.take_back(undo)
    assert ann.targets()[0] is None


def test_an_undo_out_of_order_can_be_redone_too(reviewed: Store, harbour: Any) -> None:
    ann = Reviewer(reviewed, (harbour.claim.key,))
    first, second = ann.decide(1), ann.decide(2)
    ann.take_back(first)
    undo, redo = ann.targets()
    assert undo == second
    assert redo is not None
    assert redo.undoes == first.id


def test_nothing_is_undone_that_was_decided_in_another_database(reviewed: Store, harbour: Any) -> None:
    ann = Reviewer(reviewed, (harbour.claim.key,))
    ann.decide(1)
    with reviewed.read() as connection:
        assert log.undo_targets(connection, ann.name, str(uuid4())) == ()
        assert log.redo_targets(connection, ann.name, str(uuid4())) == ()
