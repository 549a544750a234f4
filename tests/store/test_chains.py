"""A log that somebody changed behind the program's back is found out, whatever they changed."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from workbench.errors import StoreError
from workbench.store import log
from workbench.store.check import check
from workbench.store.decisions import Draft
from workbench.store.engine import Store, open_store
from workbench.store.model import Finding
from workbench.store.payloads import AddNote
from workbench.store.sqlite_engine import connect


@pytest.fixture
def decided(tmp_path: Path, harbour: Any, add_samples: Any) -> Path:
    """A closed database with five decisions of ann and two of ben."""
    path = tmp_path / "workbench.db"
    with open_store(path) as store:
        add_samples(store, harbour)
        for number, reviewer in enumerate(["ann", "ben", "ann", "ann", "ben", "ann", "ann"]):
            with store.write() as connection:
                log.append(connection, Draft(reviewer, harbour.claim.key, AddNote(f"note {number}")))
    return path


def tamper(path: Path, *statements: str) -> None:
    """Change the file as somebody with an SQLite shell would: without the triggers."""
    with closing(connect(path)) as connection:
        for trigger in ("decisions_refuse_update", "decisions_refuse_delete"):
            connection.execute(f"DROP TRIGGER {trigger}")
        for statement in statements:
            connection.execute(statement)


def findings(path: Path) -> tuple[Finding, ...]:
    with open_store(path) as store, store.read() as connection:
        return log.verify_chains(connection)


def test_an_untouched_log_is_whole(decided: Path) -> None:
    assert findings(decided) == ()


@pytest.mark.parametrize(
    ("statement", "problem"),
    [
        (
            "UPDATE decisions SET payload = '{\"text\": \"no\"}' WHERE reviewer = 'ann' AND position = 2",
            "2 was changed",
        ),
        ("UPDATE decisions SET payload = 'no json' WHERE reviewer = 'ann' AND position = 2", "2 was changed"),
        ("UPDATE decisions SET kind = 'park_claim' WHERE reviewer = 'ann' AND position = 2", "2 was changed"),
        ("UPDATE decisions SET claim = id WHERE reviewer = 'ann' AND position = 2", "2 was changed"),
        ("UPDATE decisions SET at = '2026-01-01T00:00:00.000000Z' WHERE reviewer = 'ann' AND position = 2", "2 was"),
        ("UPDATE decisions SET at = 'noon' WHERE reviewer = 'ann' AND position = 2", "2 was changed"),
        ("UPDATE decisions SET undoes = id WHERE reviewer = 'ann' AND position = 2", "2 was changed"),
        ("DELETE FROM decisions WHERE reviewer = 'ann' AND position = 2", "2 is missing"),
        ("DELETE FROM decisions WHERE reviewer = 'ann' AND position = 0", "0 is missing"),
    ],
)
def test_a_changed_or_removed_decision_is_found(decided: Path, statement: str, problem: str) -> None:
    tamper(decided, statement)
    (found,) = findings(decided)
    assert "ann" in found.subject
    assert problem in found.problem


def test_a_decision_put_in_between_is_found(decided: Path) -> None:
    tamper(
        decided,
        "UPDATE decisions SET position = position + 100 WHERE reviewer = 'ann' AND position > 1",
        "UPDATE decisions SET position = position - 99 WHERE position > 100",
        "INSERT INTO decisions (id, database, reviewer, at, kind, claim, payload, position, previous, hash)"
        " SELECT '00000000-0000-4000-8000-000000000000', database, reviewer, at, kind, claim, payload, 2, hash, hash"
        " FROM decisions WHERE reviewer = 'ann' AND position = 1",
    )
    (found,) = findings(decided)
    assert found.problem == "number 2 was changed after it was saved (00000000-0000-4000-8000-000000000000)"


def test_decisions_that_changed_places_are_found(decided: Path) -> None:
    tamper(
        decided,
        "UPDATE decisions SET position = 99 WHERE reviewer = 'ann' AND position = 1",
        "UPDATE decisions SET position = 1 WHERE reviewer = 'ann' AND position = 2",
        "UPDATE decisions SET position = 2 WHERE reviewer = 'ann' AND position = 99",
    )
    (found,) = findings(decided)
    assert found.problem.startswith("number 1 does not follow the one before it (")


def test_decisions_given_to_another_reviewer_are_found(decided: Path) -> None:
    tamper(decided, "UPDATE decisions SET reviewer = 'eve' WHERE reviewer = 'ben'")
    assert [found.subject.split()[2] for found in findings(decided)] == ["eve"]


def test_a_cut_tail_shows_only_against_the_head_in_a_report(decided: Path) -> None:
    with open_store(decided) as store, store.read() as connection:
        reported = log.chain_heads(connection)
    tamper(decided, "DELETE FROM decisions WHERE reviewer = 'ann' AND position = 4")
    assert findings(decided) == ()
    with open_store(decided) as store, store.read() as connection:
        assert [head.length for head in reported] == [5, 2]
        assert [head.length for head in log.chain_heads(connection)] == [4, 2]


def test_the_whole_check_survives_a_log_that_cannot_be_read(decided: Path) -> None:
    tamper(decided, "UPDATE decisions SET payload = 'no json' WHERE reviewer = 'ann' AND position = 2")
    with open_store(decided) as store:
        assert any("ann" in found.subject for found in check(store))


@pytest.fixture
def raw(decided: Path) -> Iterator[sqlite3.Connection]:
    with closing(connect(decided)) as connection:
        yield connection


REPLACE = (
    "INSERT OR REPLACE INTO decisions"
    " SELECT number, id, database, 'eve', at, kind, claim, payload, undoes, position, previous, hash, action"
    " FROM decisions WHERE number = 1"
)


def test_insert_or_replace_passes_the_triggers_of_a_bare_connection(raw: sqlite3.Connection) -> None:
    """Why our connections set recursive_triggers."""
    raw.execute(REPLACE)
    assert raw.execute("SELECT reviewer FROM decisions WHERE number = 1").fetchone() == ("eve",)


def test_insert_or_replace_does_not_pass_on_our_connections(decided: Path) -> None:
    with open_store(decided) as store:
        refused(store, REPLACE)
        refused(store, "REPLACE INTO decisions SELECT * FROM decisions")
    assert findings(decided) == ()


def refused(store: Store, statement: str) -> None:
    with pytest.raises(StoreError, match="append-only"), store.write() as connection:
        connection.exec_driver_sql(statement)
