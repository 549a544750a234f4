"""What was changed or forged is found by its chain and named; what cannot be merged is refused, and changes nothing."""

import json
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from workbench.errors import StoreError, WorkbenchError
from workbench.store import facts, log
from workbench.store.backup import backup
from workbench.store.decision_rows import decision_of
from workbench.store.decisions import Decision, Draft, decision_hash
from workbench.store.engine import Store, open_store
from workbench.store.merging import merge
from workbench.store.payloads import AddNote, MarkVerdict, Payload, payload_to_json
from workbench.store.sqlite_engine import connect
from workbench.store.tables import decisions
from workbench.vocabulary import Verdict


def decide(store: Store, who: str, claim: str, payload: Payload) -> Decision:
    with store.write() as connection:
        return log.append(connection, Draft(who, claim, payload))


@pytest.fixture
def here(tmp_path: Path, harbour: Any, ferry: Any, add_samples: Any, new_sqlite: Callable[[Path], Path]) -> Path:
    """A database in which ann decided."""
    path = tmp_path / "here.db"
    new_sqlite(path)
    with open_store(path) as store:
        add_samples(store, harbour, ferry)
        decide(store, "ann", harbour.claim.key, MarkVerdict(Verdict.SUPPORTED))
    return path


@pytest.fixture
def there(tmp_path: Path, harbour: Any, ferry: Any, make_sample: Any, add_samples: Any) -> Path:
    """A database with one more article, in which ann and ben decided five times each; its id is its own."""
    path = tmp_path / "there.db"
    with open_store(path) as store:
        add_samples(store, harbour, ferry, make_sample("quay.txt", ("The quay is shut.", "By Bo.")))
        for number in range(10):
            decide(store, "ann" if number % 2 else "ben", harbour.claim.key, AddNote(f"note {number}"))
    return path


def merging(here: Path, there: Path) -> str:
    """Merge, and return the line that says why not; hold that nothing changed in either."""
    before = rows(here), rows(there)
    refusal = pytest.raises(WorkbenchError)
    with open_store(here) as store, open_store(there, read_only=True) as other, refusal as caught:
        merge(store, other)
    assert (rows(here), rows(there)) == before
    assert "\n" not in str(caught.value)
    return str(caught.value)


def rows(path: Path) -> list[Any]:
    with closing(connect(path)) as connection:
        tables = [name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        return [(table, connection.execute(f"SELECT * FROM {table}").fetchall()) for table in sorted(tables)]


def tamper(path: Path, *statements: str) -> None:
    """Change the file as somebody with an SQLite shell would: without the triggers."""
    with closing(connect(path)) as connection:
        for trigger in ("decisions_refuse_update", "decisions_refuse_delete"):
            connection.execute(f"DROP TRIGGER {trigger}")
        for statement in statements:
            connection.execute(statement)


def number(path: Path, position: int, reviewer: str = "ann") -> Decision:
    with open_store(path, read_only=True) as store, store.read() as connection:
        chain = log.list_decisions(connection, reviewer=reviewer)
    return chain[position]


def rehashed(decision: Decision, words: str) -> str:
    """A statement that gives a decision other words and the hash that they would have."""
    draft = Draft(decision.reviewer, decision.claim, AddNote(words), None, decision.id)
    hashed = decision_hash(draft, decision.database, decision.at, decision.position, decision.previous)
    payload = json.dumps(payload_to_json(draft.payload))
    return f"UPDATE decisions SET payload = '{payload}', hash = '{hashed}' WHERE id = '{decision.id}'"


OF_ANN = "WHERE reviewer = 'ann' AND position = 2"


@pytest.mark.parametrize(
    ("statement", "named", "problem"),
    [
        (f'UPDATE decisions SET payload = \'{{"text": "no"}}\' {OF_ANN}', 2, "number 2 was changed"),
        (f"UPDATE decisions SET payload = 'no json' {OF_ANN}", 2, "number 2 was changed"),
        (f"UPDATE decisions SET at = '2020-01-01T00:00:00.000000Z' {OF_ANN}", 2, "number 2 was changed"),
        (f"UPDATE decisions SET action = id {OF_ANN}", 2, "number 2 was changed"),
        (f"DELETE FROM decisions {OF_ANN}", 3, "number 2 is missing before"),
        ("DELETE FROM decisions WHERE reviewer = 'ann' AND position = 0", 1, "number 0 is missing before"),
    ],
)
@pytest.mark.parametrize("in_this_one", [False, True])
def test_a_changed_decision_is_named_whichever_database_it_is_in(
    here: Path, there: Path, statement: str, named: int, problem: str, in_this_one: bool
) -> None:
    culprit = number(there, named)
    tamper(there, statement)
    told = merging(there, here) if in_this_one else merging(here, there)
    assert "there.db" in told
    for words in ("decisions of ann", problem, culprit.id, "Nothing was merged"):
        assert words in told


def test_a_decision_that_was_changed_with_its_hash_breaks_the_chain_at_the_next(here: Path, there: Path) -> None:
    follower = number(there, 3)
    tamper(there, rehashed(number(there, 2), "forged"))
    told = merging(here, there)
    assert f"decisions of ann in database {follower.database}: number 3 does not follow" in told
    assert follower.id in told


def test_a_forged_end_of_a_chain_shows_against_what_was_merged_before(here: Path, there: Path) -> None:
    with open_store(here) as store, open_store(there, read_only=True) as other:
        merge(store, other)
    last = number(there, 4)
    tamper(there, rehashed(last, "forged"))
    told = merging(here, there)
    assert f"ann has decided differently at number 4 ({last.id})" in told


def test_a_forged_decision_in_anothers_name_is_named(here: Path, there: Path) -> None:
    last = number(there, 4)
    made = Draft("ann", last.claim, AddNote("forged"))
    values = (made.id, last.database, "ann", "note", last.claim, '{"text": "forged"}', 5, last.hash, "f" * 64)
    tamper(there)
    with closing(connect(there)) as connection:
        connection.execute(
            "INSERT INTO decisions (id, database, reviewer, at, kind, claim, payload, position, previous, hash)"
            " VALUES (?, ?, ?, '2027-01-01T00:00:00.000000Z', ?, ?, ?, ?, ?, ?)",
            values,
        )
    told = merging(here, there)
    assert "decisions of ann" in told
    assert f"number 5 was changed after it was saved ({made.id})" in told


def test_a_decision_in_two_chains_is_named(here: Path, there: Path) -> None:
    """Somebody who puts another's decision, under its id, into a chain of their own."""
    with open_store(here) as store, store.read() as connection:
        taken = decision_of(connection.execute(decisions.select()).one())
    with open_store(there) as other, other.write() as connection:
        log.append(connection, Draft("eve", taken.claim, AddNote("mine"), None, taken.id))
    told = merging(here, there)
    assert taken.id in told
    assert "number 0 of eve" in told


def test_two_copies_that_the_same_reviewer_wrote_are_refused_with_the_remedy(
    here: Path, tmp_path: Path, harbour: Any
) -> None:
    copy = tmp_path / "copy.db"
    with open_store(here) as store:
        backup(store, copy)
        decide(store, "ann", harbour.claim.key, AddNote("here"))
        decide(store, "ann", harbour.claim.key, AddNote("and again"))
    with open_store(copy) as store:
        made = decide(store, "ann", harbour.claim.key, AddNote("there"))
    told = merging(here, copy)
    assert f"ann has decided differently at number 1 ({made.id})" in told
    assert "workbench db copy" in told


@pytest.mark.parametrize(
    ("statement", "named"),
    [
        ("UPDATE articles SET title = 'Other' WHERE name = 'quay.txt'", "quay.txt"),
        ("UPDATE articles SET published = 'soon' WHERE name = 'quay.txt'", "soon"),
        ("UPDATE articles SET raw = x'00' WHERE name = 'quay.txt'", "quay.txt"),
        ("UPDATE claims SET asserter = 'eve' WHERE text = 'The quay is shut.'", "quay.txt"),
        ("UPDATE sentences SET start = start + 1 WHERE passed_over IS NOT NULL", "quay.txt"),
    ],
)
def test_a_changed_fact_is_not_taken_in(here: Path, there: Path, statement: str, named: str) -> None:
    tamper(there, statement)
    told = merging(here, there)
    assert "there.db is not as it was saved" in told
    assert named in told


def test_damage_that_shows_while_merging_is_told_of_the_right_database(here: Path, there: Path) -> None:
    with closing(connect(there)) as connection:
        connection.execute("PRAGMA journal_mode=TRUNCATE")
        (page,) = connection.execute("SELECT rootpage FROM sqlite_master WHERE name = 'blocks'").fetchone()
        (size,) = connection.execute("PRAGMA page_size").fetchone()
    with there.open("r+b") as file:
        file.seek((page - 1) * size)
        file.write(b"\xff" * size)
    before = rows(here)
    damaged = pytest.raises(StoreError, match=r"there\.db is damaged")
    with open_store(here) as store, open_store(there, read_only=True) as other, damaged:
        merge(store, other)
    assert rows(here) == before


# --- what cannot be merged


def test_a_database_of_other_articles_is_refused(
    here: Path, tmp_path: Path, make_sample: Any, add_samples: Any, new_sqlite: Callable[[Path], Path]
) -> None:
    others = new_sqlite(tmp_path / "others.db")
    with open_store(others) as store:
        add_samples(store, make_sample("fair.txt", ("A fair opened.", "By Bo.")))
    assert "others.db is one of other articles" in merging(here, others)


def test_a_database_without_articles_has_nothing_to_give(
    here: Path, tmp_path: Path, new_sqlite: Callable[[Path], Path]
) -> None:
    assert "has no articles" in merging(here, new_sqlite(tmp_path / "empty.db"))


def test_a_database_is_not_merged_with_itself(here: Path, tmp_path: Path) -> None:
    other_name = tmp_path / "same.db"
    other_name.symlink_to(here)
    assert "with itself" in merging(here, here)
    assert "with itself" in merging(here, other_name)


@pytest.mark.slow
def test_a_postgresql_database_is_not_merged_with_itself(empty_postgres: str) -> None:
    itself = pytest.raises(StoreError, match="with itself")
    with open_store(empty_postgres) as store, open_store(empty_postgres, read_only=True) as same, itself:
        merge(store, same)


def test_an_article_that_was_read_differently_is_refused(
    here: Path, tmp_path: Path, harbour: Any, new_sqlite: Callable[[Path], Path]
) -> None:
    other = new_sqlite(tmp_path / "other.db")
    fewer = type(harbour.ledger)(harbour.ledger.claims[:1], harbour.ledger.passed)
    with open_store(other) as store, store.write() as connection:
        facts.add_article(connection, harbour.article, harbour.raw, fewer, "Ovstad", datetime.now(UTC))
    assert "“harbour.txt” is in this database already, but was read differently" in merging(here, other)
