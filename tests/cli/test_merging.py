"""`merge` and `db copy`: two laptops, one record, and one clear line where that cannot be."""

import json
import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from workbench.review.session import Review
from workbench.store.payloads import MarkVerdict
from workbench.vocabulary import Verdict

Run = Callable[..., Any]


def vote(database: Path, reviewer: str, verdict: Verdict) -> None:
    review = Review.open(database, reviewer)
    try:
        review.decide(review.queue()[0].key, MarkVerdict(verdict))
    finally:
        review.close()


@pytest.fixture
def copied(run: Run, articles: Path, tmp_path: Path) -> Path:
    """A copy for a colleague, in which she has decided; and so has mira in the database."""
    run("add", str(articles))
    copy = tmp_path / "for-noor.db"
    assert run("db", "copy", str(copy)).status == 0
    vote(tmp_path / "test.db", "mira", Verdict.SUPPORTED)
    vote(copy, "noor", Verdict.REFUTED)
    vote(copy, "mira", Verdict.SUPPORTED)
    return copy


def exported(run: Run, database: Path) -> str:
    ended = run("export", "json", "--db", str(database))
    assert ended.status == 0
    return str(ended.out)


def test_two_laptops_become_one_record_in_either_order(run: Run, copied: Path, tmp_path: Path) -> None:
    here = tmp_path / "test.db"
    ended = run("merge", str(copied))
    assert (ended.status, ended.out) == (0, "")
    assert ended.err == "Merged: 2 of 2 decisions, 0 of 2 articles and 0 collections were new.\n"
    assert run("merge", str(here), "--db", str(copied)).status == 0
    assert exported(run, here) == exported(run, copied)
    assert run("db", "check").status == 0
    assert json.loads(run("status", "--json").out)["votes"] == {"mira": 1, "noor": 1}
    before = exported(run, here)
    assert run("merge", str(copied)).err.startswith("Merged: 0 of 3 decisions")
    assert exported(run, here) == before


def test_a_new_database_takes_everything(run: Run, copied: Path, tmp_path: Path) -> None:
    fresh = tmp_path / "fresh.db"
    assert run("merge", str(copied), "--db", str(fresh)).status == 0
    assert exported(run, fresh) == exported(run, copied)


def of_another_program(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE bookmarks (url TEXT)")


def newer_schema(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")


def older_schema(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("UPDATE alembic_version SET version_num = '0001'")


def changed_decision(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("DROP TRIGGER decisions_refuse_update")
        connection.execute("UPDATE decisions SET payload = '{\"verdict\": \"supported\"}' WHERE reviewer = 'noor'")


BAD: dict[str, tuple[Callable[[Path], object], tuple[str, ...]]] = {
    "missing": (Path.unlink, ("There is no database", "for-noor.db")),
    "a letter": (lambda path: path.write_text("Dear Noor, " * 500), ("for-noor.db is not a workbench database",)),
    "nothing": (lambda path: path.write_bytes(b""), ("for-noor.db is empty",)),
    "bookmarks": (lambda path: (path.unlink(), of_another_program(path)), ("for-noor.db", "another program")),
    "a folder": (lambda path: (path.unlink(), path.mkdir()), ("for-noor.db is a folder",)),
    "a newer schema": (newer_schema, ("for-noor.db has schema 9999", "install a newer claim-workbench")),
    "an older schema": (older_schema, ("for-noor.db has schema 0001", "workbench db upgrade --db")),
    "a changed decision": (changed_decision, ("for-noor.db", "decisions of noor", "number 0 was changed")),
}


@pytest.mark.parametrize("case", BAD)
def test_what_cannot_be_merged_gets_one_line_and_changes_nothing(
    run: Run, copied: Path, tmp_path: Path, case: str
) -> None:
    spoil, told = BAD[case]
    for ending in ("-wal", "-shm"):
        copied.with_name(copied.name + ending).unlink(missing_ok=True)
    spoil(copied)
    before = exported(run, tmp_path / "test.db")
    assert_refused(run("merge", str(copied)), *told)
    assert exported(run, tmp_path / "test.db") == before


def assert_refused(ended: Any, *told: str) -> None:
    assert (ended.status, ended.out, ended.err.count("\n")) == (1, "", 1), ended
    assert ended.err.startswith("workbench: ")
    for words in told:
        assert words in ended.err


def test_a_database_of_other_articles_is_refused(run: Run, copied: Path, tmp_path: Path) -> None:
    (tmp_path / "other.txt").write_text("Fair opens\n\nThe summer fair opened on Monday with forty stalls.\n")
    other = tmp_path / "other.db"
    run("add", str(tmp_path / "other.txt"), "--db", str(other))
    before = exported(run, tmp_path / "test.db")
    assert_refused(run("merge", str(other)), "other.db is one of other articles")
    assert exported(run, tmp_path / "test.db") == before


def test_a_database_is_not_merged_with_itself(run: Run, copied: Path) -> None:
    assert_refused(run("merge", str(copied), "--db", str(copied)), "with itself")


def test_a_server_that_does_not_answer_is_told_without_its_password(run: Run, copied: Path) -> None:
    ended = run("merge", "postgresql://mira:hunter2@127.0.0.1:1/reviews?password=hunter2")
    assert_refused(ended, "cannot be reached")
    assert "hunter2" not in ended.err


def test_a_bad_database_makes_no_new_one(run: Run, tmp_path: Path) -> None:
    assert_refused(run("merge", str(tmp_path / "nowhere.db")), "There is no database")
    assert not (tmp_path / "test.db").exists()


def test_copies_made_by_hand_say_how_to_make_them_next_time(run: Run, articles: Path, tmp_path: Path) -> None:
    run("add", str(articles))
    here, copy = tmp_path / "test.db", tmp_path / "copy.db"
    shutil.copyfile(here, copy)
    vote(here, "mira", Verdict.SUPPORTED)
    vote(copy, "mira", Verdict.REFUTED)
    assert_refused(run("merge", str(copy)), "mira has decided differently at number 0", "workbench db copy")


def test_a_copy_replaces_nothing(run: Run, copied: Path) -> None:
    assert_refused(run("db", "copy", str(copied)), "for-noor.db exists already")
    assert_refused(run("db", "copy", str(copied / "in-a-file.db")), "cannot be written")


def test_help_shows_an_example(run: Run) -> None:
    for command in (("merge",), ("db", "copy")):
        assert "Example: workbench " + " ".join(command) in run(*command, "--help").out
