"""Sixty kills while deciding, sixty while migrating: nothing that was shown as saved is lost, no half schema."""

import random
import shutil
import time
from collections import Counter
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from subprocess import Popen
from typing import Any

import pytest

from workbench.store import log
from workbench.store.check import check
from workbench.store.decisions import Draft
from workbench.store.engine import open_store
from workbench.store.payloads import AddNote
from workbench.store.schema import migrations_folder, newest_revision
from workbench.store.sqlite_engine import connect

pytestmark = [pytest.mark.slow, pytest.mark.timeout(1200)]

KILLS = 60
OLD = newest_revision(migrations_folder())
NEW = f"{int(OLD) + 1:04}"

MIGRATION = f'''"""Rebuild tables that others point to, saying how far it has come."""

import sqlalchemy as sa
from alembic import op

revision = "{NEW}"
down_revision = "{OLD}"
TABLES = ("articles", "sentences", "claims", "claim_states", "decisions")


def upgrade() -> None:
    for table in TABLES:
        print("rebuilding", table, flush=True)
        with op.batch_alter_table(table, recreate="always") as batch:
            batch.add_column(sa.Column("colour", sa.Text()))
    for verb in ("update", "delete"):
        op.execute(
            f"CREATE TRIGGER decisions_refuse_{{verb}} BEFORE {{verb.upper()}} ON decisions"
            " BEGIN SELECT RAISE(ABORT, 'decisions are append-only'); END"
        )
    print("rebuilt", flush=True)
'''


def kill_after(child: Popen[str], lines: int, seconds: float) -> list[str]:
    """Kill the child once it has said so much, a moment later; return all that it said."""
    assert child.stdout is not None
    said = [child.stdout.readline() for _ in range(lines)]
    time.sleep(seconds)  # the moment of the kill, anywhere inside a transaction
    child.kill()
    rest, errors = child.communicate(timeout=60)
    assert errors == ""
    return "".join([*said, rest]).split("\n")[:-1]  # what was not said to its end was not said


@pytest.fixture
def path(tmp_path: Path, make_sample: Any, add_samples: Any) -> Path:
    """A database with some articles and decisions."""
    path = tmp_path / "w.db"
    samples = [make_sample(f"{n}.txt", [f"Sentence {i} of {n}." for i in range(40)]) for n in range(20)]
    with open_store(path) as store:
        add_samples(store, *samples)
        for sample in samples:
            with store.write() as connection:
                log.append(connection, Draft("ann", sample.claim.key, AddNote("hm")))
    return path


def test_sixty_kills_while_deciding(path: Path, start_child: Callable[..., Popen[str]]) -> None:
    chance = random.Random(1)
    with open_store(path) as store, store.read() as connection:
        claims = sorted({decision.claim for decision in log.list_decisions(connection)})
        known = {decision.id for decision in log.list_decisions(connection)}
    shown: set[str] = set()
    silent = 0
    for number in range(KILLS):
        child = start_child("decide.py", path, "ben", claims[number % len(claims)], 0)
        said = kill_after(child, chance.randint(1, 6), chance.uniform(0, 0.03))
        shown |= set(said[1:])
        with open_store(path) as store:
            with store.read() as connection:
                stored = {decision.id for decision in log.list_decisions(connection)} - known
            assert shown <= stored, "a decision that was shown as saved is lost"
            assert check(store) == ()
        silent += len(stored - shown)
        shown |= stored
    print(f"{KILLS} kills, {len(shown)} decisions, of them {silent} saved but not yet shown")  # noqa: T201
    assert silent <= KILLS


def test_sixty_kills_while_migrating(path: Path, tmp_path: Path, start_child: Callable[..., Popen[str]]) -> None:
    chance = random.Random(2)
    folder = Path(shutil.copytree(migrations_folder(), tmp_path / "migrations"))
    (folder / "versions" / f"{NEW}_invented.py").write_text(MIGRATION)
    rows, outcomes = contents(path), Counter[str]()
    for number in range(KILLS):
        copy = tmp_path / f"{number}" / "w.db"
        copy.parent.mkdir()
        shutil.copyfile(path, copy)
        # It says “ready”, a line for each of five tables, “rebuilt” before the commit, and “done”.
        kill_after(start_child("migrate.py", copy, folder), chance.randint(1, 8), chance.uniform(0, 0.02))
        outcomes[revision(copy)] += 1
        assert contents(copy) == rows
        for backup in copy.parent.glob("*.bak"):
            assert contents(backup) == rows
            assert revision(backup) == OLD
        with open_store(copy, migrations=folder) as store:
            assert check(store) == ()
        assert revision(copy) == NEW
        shutil.rmtree(copy.parent)
    print(f"{KILLS} kills: {outcomes[OLD]} with the old schema, {outcomes[NEW]} with the new")  # noqa: T201
    assert set(outcomes) == {OLD, NEW}


def revision(path: Path) -> str:
    """Return the schema; the tables must be those of that schema, all of them."""
    with closing(connect(path)) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        (stored,) = connection.execute("SELECT version_num FROM alembic_version").fetchone()
        rebuilt = {
            name
            for name, sql in connection.execute("SELECT name, sql FROM sqlite_master WHERE type = 'table'")
            if "colour" in sql
        }
        triggers = connection.execute("SELECT count(*) FROM sqlite_master WHERE type = 'trigger'").fetchone()
    assert len(rebuilt) == (5 if stored == NEW else 0), "a half schema"
    assert triggers == (2,)
    return str(stored)


def contents(path: Path) -> dict[str, int]:
    """Return how many rows each table has."""
    with closing(connect(path)) as connection:
        query = "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"
        tables = [name for (name,) in connection.execute(query)]
        return {table: connection.execute(f'SELECT count(*) FROM "{table}"').fetchone()[0] for table in tables}
