"""A merge is the union of two databases: nothing lost, nothing doubled, the same in either order, nothing forged."""

import shutil
import stat
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import UTC, datetime, timedelta
from itertools import count
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import insert, select

from workbench.errors import StoreError
from workbench.store import facts, log, state
from workbench.store.backup import copy_for_another
from workbench.store.check import check
from workbench.store.decisions import Decision, Draft
from workbench.store.engine import Store, open_store
from workbench.store.merging import merge
from workbench.store.payloads import AddNote, MarkVerdict, Payload, Undo
from workbench.store.policy import load_policy
from workbench.store.readings import load_readings
from workbench.store.sqlite_engine import connect
from workbench.store.tables import last_places
from workbench.store.versions import list_versions
from workbench.vocabulary import Verdict

AHEAD = datetime(2099, 1, 1, tzinfo=UTC)
LAW = settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


def decide(store: Store, who: str, claim: str, payload: Payload, undoes: str | None = None) -> Decision:
    with store.write() as connection:
        return log.append(connection, Draft(who, claim, payload, undoes))


def decisions_of(store: Store) -> set[Decision]:
    with store.read() as connection:
        return set(log.list_decisions(connection))


def contents(store: Store) -> dict[str, Any]:
    """Everything that a database says, but its id."""
    with store.read() as connection:
        summaries = facts.list_articles(connection)
        return {
            "articles": [(each, facts.load_article(connection, each.key)) for each in summaries],
            "collections": facts.list_collections(connection),
            "versions": list_versions(connection),
            "decisions": log.list_decisions(connection),
            "chains": log.chain_heads(connection),
            "claims": state.claim_states(connection),
            "policies": [load_policy(connection, each.name) for each in facts.list_collections(connection)],
            "readings": dict(load_readings(connection, [each.key for each in summaries])),
        }


# --- the laws


class Laptops:
    """Databases A, B and C that share articles, a copy of A, and a scratch pad.

    They stay open for all examples, as opening one takes long; each example begins with what was there at first.
    """

    def __init__(self, folder: Path, make: Callable[..., Any], new: Callable[[Path], Path], desk_at: Any) -> None:
        names = ("harbour", "ferry", "quay")
        words = [(f"Two boats left the {name}.", "Nobody was hurt.", "It rained.") for name in names]
        samples = [make(f"{name}.txt", told) for name, told in zip(names, words, strict=True)]
        self._samples = {"A": samples[:2], "B": samples[1:], "C": [samples[2], samples[0]], "copy": samples[:2]}
        self._folder, self._desk_at = folder, desk_at
        for number, name in enumerate("ABC"):
            self._prepare(new(folder / f"{name}.first"), name, datetime(2026, 11, 20 + number, tzinfo=UTC))
        origins = {"A": "A", "B": "B", "C": "C", "copy": "A", "scratch": "A"}
        paths = {name: shutil.copyfile(folder / f"{origin}.first", folder / name) for name, origin in origins.items()}
        self._stores = {name: open_store(path) for name, path in paths.items()}

    def _prepare(self, path: Path, name: str, added_at: datetime) -> None:
        with closing(connect(path)) as connection:
            connection.execute("UPDATE database SET id = ?", (str(uuid4()),))
        with open_store(path) as store, store.write() as connection:
            for sample in self._samples[name]:
                for collection in ("Ovstad", f"of {name}"):
                    facts.add_article(connection, sample.article, sample.raw, sample.ledger, collection, added_at)

    def close(self) -> None:
        for store in self._stores.values():
            store.close()

    def fresh(self, *names: str) -> list[Any]:
        """Return desks at databases in which nothing is decided yet."""
        for name in names:
            self._fill(name, self._folder / f"{name}.first")
        return [self.desk(name) for name in names]

    def desk(self, name: str) -> Any:
        return self._desk_at(self._stores[name], *self._samples[name])

    def copied(self, one: Store) -> Any:
        """Return a desk at a copy of `one`, as a copied file is."""
        self._fill("copy", one.path)
        return self.desk("copy")

    def merged(self, *stores: Store) -> dict[str, Any]:
        """Merge into a copy of the first the others, one after the other, and return what it says then."""
        self._fill("scratch", stores[0].path)
        scratch = self._stores["scratch"]
        for other in stores[1:]:
            merge(scratch, other)
        assert check(scratch) == ()
        return contents(scratch)

    def _fill(self, name: str, source: Path | None) -> None:
        assert source is not None
        with closing(connect(source)) as old, closing(connect(self._folder / name)) as new:
            old.backup(new)


@pytest.fixture(scope="module")
def laptops(tmp_path_factory: Any, make_sample: Any, new_sqlite: Any, desk_at: Any) -> Iterator[Laptops]:
    opened = Laptops(tmp_path_factory.mktemp("laptops"), make_sample, new_sqlite, desk_at)
    yield opened
    opened.close()


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Any:
    """A clock that a law can set; it goes on by a second each time that it is looked at."""

    class Clock:
        seconds: Iterator[int] = count()

        @classmethod
        def now(cls, _zone: Any) -> datetime:
            return datetime(2026, 11, 28, tzinfo=UTC) + timedelta(seconds=next(cls.seconds))

    monkeypatch.setattr(log, "datetime", Clock)
    return Clock


@pytest.mark.slow
@settings(LAW, max_examples=10)
@given(data=st.data(), behind=st.sampled_from([0, 0, 3, 40]))
def test_the_union_is_the_same_in_either_order(
    laptops: Laptops, clock: Any, steps_of: Any, data: st.DataObject, behind: int
) -> None:
    steps = steps_of("ann", "ben", "cyd", most=9)
    desks = a, b = laptops.fresh("A", "B")
    for desk, start in ((a, 0), (b, -behind)):
        clock.seconds = count(start)  # equal moments, or a laptop whose clock is behind
        desk.play(data.draw(steps))
    if data.draw(st.booleans()):
        merge(a.store, b.store)  # so what was decided elsewhere is decided about
        for desk in desks:
            desk.play(data.draw(steps))
    both = decisions_of(a.store) | decisions_of(b.store)
    found = laptops.merged(a.store, b.store)
    assert set(found["decisions"]) == both
    assert len(found["decisions"]) == len(both)
    assert laptops.merged(b.store, a.store) == found
    assert laptops.merged(a.store, b.store, b.store) == found


@settings(LAW, max_examples=6)
@given(data=st.data())
def test_three_databases_become_one_in_any_order(
    laptops: Laptops, clock: Any, steps_of: Any, data: st.DataObject
) -> None:
    desks = laptops.fresh("A", "B", "C")
    for desk in desks:
        clock.seconds = count()
        desk.play(data.draw(steps_of("ann", "ben", "cyd", most=6)))
    a, b, c = (desk.store for desk in desks)
    every = decisions_of(a) | decisions_of(b) | decisions_of(c)
    found = laptops.merged(a, b, c)
    merge(c, b)
    assert laptops.merged(a, c) == found
    assert set(found["decisions"]) == every


@settings(LAW, max_examples=6)
@given(data=st.data())
def test_copies_of_one_file_that_different_people_reviewed_become_one(
    laptops: Laptops, clock: Any, steps_of: Any, data: st.DataObject
) -> None:
    (desk,) = laptops.fresh("A")
    desk.play(data.draw(steps_of("ann", "ben", most=6)))
    copy = laptops.copied(desk.store)
    for each, who in ((desk, "ann"), (copy, "ben")):
        clock.seconds = count(100)
        each.play(data.draw(steps_of(who, most=6)))
    found = laptops.merged(desk.store, copy.store)
    assert set(found["decisions"]) == decisions_of(desk.store) | decisions_of(copy.store)
    assert laptops.merged(copy.store, desk.store) == found


# --- one by one


@pytest.fixture
def elsewhere(tmp_path: Path, harbour: Any, ferry: Any, make_sample: Any, add_samples: Any) -> Iterator[Store]:
    """Another database with the same two articles and one more, in which ben decided."""
    with open_store(tmp_path / "elsewhere.db") as other:
        add_samples(other, harbour, ferry)
        add_samples(other, make_sample("quay.txt", ("The quay is shut.", "By Bo.")), collection="Quays")
        made = decide(other, "ben", harbour.claim.key, MarkVerdict(Verdict.REFUTED))
        decide(other, "ben", harbour.claim.key, Undo(), made.id)
        decide(other, "ben", harbour.claim.key, MarkVerdict(Verdict.TOO_VAGUE))
        yield other


def test_a_merge_says_what_it_brought(reviewed: Store, elsewhere: Store, harbour: Any) -> None:
    decide(reviewed, "ann", harbour.claim.key, MarkVerdict(Verdict.SUPPORTED))
    told = "Merged: 3 of 3 decisions, 1 of 3 articles and 1 collection were new."
    assert str(merge(reviewed, elsewhere)) == told
    assert str(merge(reviewed, elsewhere)) == "Merged: 0 of 3 decisions, 0 of 3 articles and 0 collections were new."
    with reviewed.read() as connection:
        found = state.claim_state(connection, harbour.claim.key)
    assert found is not None
    assert {vote.reviewer: vote.verdict for vote in found.votes} == {"ann": Verdict.SUPPORTED, "ben": Verdict.TOO_VAGUE}
    assert check(reviewed) == ()


def test_databases_of_both_kinds_merge_both_ways(reviewed: Store, elsewhere: Store, harbour: Any) -> None:
    decide(reviewed, "ann", harbour.claim.key, MarkVerdict(Verdict.SUPPORTED))
    merge(elsewhere, reviewed)
    merge(reviewed, elsewhere)
    assert contents(elsewhere) == contents(reviewed)
    assert check(elsewhere) == ()


def test_an_empty_database_takes_everything(store: Store, elsewhere: Store) -> None:
    merge(store, elsewhere)
    assert contents(store) == contents(elsewhere)
    assert check(store) == ()


def test_whoever_watches_is_told_each_article(reviewed: Store, elsewhere: Store) -> None:
    told: list[tuple[str, int, int]] = []
    merge(reviewed, elsewhere, lambda *progress: told.append(progress))
    assert {name for name, _, _ in told} == {"harbour.txt", "ferry.txt", "quay.txt", "decisions"}
    assert [(done, of) for _, done, of in told] == [(0, 3), (1, 3), (2, 3), (3, 3)]


def test_a_merge_that_is_broken_off_changes_nothing(reviewed: Store, elsewhere: Store) -> None:
    def break_off(name: str, _done: int, _of: int) -> None:
        if name == "decisions":
            raise KeyboardInterrupt

    before = contents(reviewed)
    with pytest.raises(KeyboardInterrupt):
        merge(reviewed, elsewhere, break_off)
    assert contents(reviewed) == before


def test_what_is_decided_after_a_merge_comes_last_whatever_the_clocks_said(
    reviewed: Store, elsewhere: Store, harbour: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(log, "datetime", type("Ahead", (), {"now": staticmethod(lambda zone: AHEAD)}))
    decide(elsewhere, "ann", harbour.claim.key, MarkVerdict(Verdict.REFUTED))
    monkeypatch.undo()
    merge(reviewed, elsewhere)
    latest = decide(reviewed, "ann", harbour.claim.key, MarkVerdict(Verdict.SUPPORTED))
    assert latest.at > AHEAD
    merge(elsewhere, reviewed)
    for each in (reviewed, elsewhere):
        with each.read() as connection:
            vote = state.claim_state(connection, harbour.claim.key).vote_of("ann")  # type: ignore[union-attr]
        assert vote is not None
        assert vote.verdict is Verdict.SUPPORTED


def test_the_key_for_undo_takes_back_only_what_was_decided_here(
    reviewed: Store, elsewhere: Store, harbour: Any
) -> None:
    own = decide(reviewed, "ben", harbour.claim.key, AddNote("here"))
    merge(reviewed, elsewhere)
    with reviewed.read() as connection:
        assert log.undo_targets(connection, "ben", reviewed.database_id) == (own,)


def test_what_makes_a_screen_ones_own_stays_where_it_is(reviewed: Store, elsewhere: Store, harbour: Any) -> None:
    with elsewhere.write() as connection:
        connection.execute(insert(last_places), {"reviewer": "ben", "collection": "Ovstad", "claim": harbour.claim.key})
    merge(reviewed, elsewhere)
    with reviewed.read() as connection:
        assert connection.execute(select(last_places)).all() == []


# --- a copy of ones own


def test_a_copy_for_another_is_a_database_of_its_own(tmp_path: Path, elsewhere: Store, harbour: Any) -> None:
    copy_for_another(elsewhere, tmp_path / "copy.db")
    with open_store(tmp_path / "copy.db") as copy:
        assert copy.database_id != elsewhere.database_id
        assert contents(copy) == contents(elsewhere)
        for each, words in ((copy, "on the second laptop"), (elsewhere, "on the first")):
            decide(each, "ben", harbour.claim.key, AddNote(words))  # the same reviewer, in both
        both = decisions_of(copy) | decisions_of(elsewhere)
        merge(elsewhere, copy)
        merge(copy, elsewhere)
        assert decisions_of(copy) == decisions_of(elsewhere) == both
        assert check(copy) == ()
    assert stat.S_IMODE((tmp_path / "copy.db").stat().st_mode) == 0o600
    assert not list(tmp_path.glob(".copy.db*"))


def test_a_copy_replaces_nothing(tmp_path: Path, elsewhere: Store) -> None:
    (tmp_path / "copy.db").write_text("precious")
    with pytest.raises(StoreError, match="exists already"):
        copy_for_another(elsewhere, tmp_path / "copy.db")
    assert (tmp_path / "copy.db").read_text() == "precious"


@pytest.mark.slow
def test_a_postgresql_database_is_copied_by_a_merge(empty_postgres: str, tmp_path: Path) -> None:
    with open_store(empty_postgres) as store, pytest.raises(StoreError, match="workbench merge postgresql://"):
        copy_for_another(store, tmp_path / "copy.db")
