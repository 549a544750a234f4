"""A schema changes as a whole or not at all, after a backup, and loses no row, trigger or index on the way."""

import shutil
import sqlite3
import stat
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Engine, create_engine, event, text

from workbench.errors import StoreError
from workbench.store import log
from workbench.store.check import check
from workbench.store.decisions import Draft
from workbench.store.engine import Store, open_store
from workbench.store.migrate import upgrade
from workbench.store.payloads import AddNote
from workbench.store.schema import migrations_folder, newest_revision
from workbench.store.sqlite_engine import connect
from workbench.store.tables import metadata

HEADER = '''"""{title}"""

import sqlalchemy as sa
from alembic import op

revision = "{revision}"
down_revision = "{down}"
LOSES = {loses}


def upgrade() -> None:
'''

ADD_TABLE = "    op.create_table('places', sa.Column('id', sa.Integer(), primary_key=True))\n"
REBUILD_PARENT = """    with op.batch_alter_table("claim_states", recreate="always") as batch:
        batch.add_column(sa.Column("colour", sa.Text()))
"""
REBUILD_LOG = """    with op.batch_alter_table("decisions", recreate="always") as batch:
        batch.add_column(sa.Column("device", sa.Text()))
"""
RESTORE_TRIGGERS = """    for verb in ("update", "delete"):
        op.execute(
            f"CREATE TRIGGER decisions_refuse_{verb} BEFORE {verb.upper()} ON decisions"
            " BEGIN SELECT RAISE(ABORT, 'decisions are append-only'); END"
        )
"""
DELETE_VOTES = "    op.execute('DELETE FROM notes')\n"
FAIL = "    op.execute('CREATE TABLE half (id INTEGER)')\n    raise RuntimeError('stumbled')\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of our migrations, to be added to."""
    return Path(shutil.copytree(migrations_folder(), tmp_path / "migrations"))


NEWEST = newest_revision(migrations_folder())
NEXT, AFTER_NEXT = (f"{int(NEWEST) + step:04}" for step in (1, 2))


def add_revision(folder: Path, body: str, revision: str = NEXT, down: str = NEWEST, loses: str = "set()") -> Path:
    text_ = HEADER.format(title="Invented.", revision=revision, down=down, loses=loses) + body
    (folder / "versions" / f"{revision}_invented.py").write_text(text_)
    return folder


@pytest.fixture
def path(tmp_path: Path, harbour: Any, add_samples: Any) -> Path:
    """A closed database of the newest schema with an article and a decision."""
    path = tmp_path / "w.db"
    with open_store(path) as store:
        add_samples(store, harbour)
        decide(store, harbour)
    return path


def decide(store: Store, sample: Any) -> None:
    with store.write() as connection:
        log.append(connection, Draft("ann", sample.claim.key, AddNote("hm")))


def backups(path: Path) -> list[Path]:
    return sorted(path.parent.glob("w.db.*.bak"))


def schema(path: Path) -> dict[str, str]:
    with closing(connect(path)) as connection:
        query = "SELECT type || ' ' || name, sql FROM sqlite_master WHERE name NOT LIKE 'sqlite_%'"
        return dict(connection.execute(query).fetchall())


def count(path: Path, table: str) -> int:
    with closing(connect(path)) as connection:
        return int(connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0])


def test_an_older_schema_is_migrated_on_opening_after_a_backup(path: Path, folder: Path, harbour: Any) -> None:
    before = schema(path)
    with open_store(path, migrations=add_revision(folder, ADD_TABLE)) as store:
        decide(store, harbour)
        assert check(store) == ()
    assert schema(path).keys() - before.keys() == {"table places"}
    (backup,) = backups(path)
    assert stat.S_IMODE(backup.stat().st_mode) == 0o600
    assert schema(backup) == before
    assert count(backup, "decisions") == 1
    with open_store(path, migrations=folder) as store, store.write() as connection:
        assert connection.exec_driver_sql("PRAGMA user_version").scalar() == int(NEXT)
    assert backups(path) == [backup]  # none, where nothing changes
    assert not list(path.parent.glob(".*unfinished"))


def test_several_migrations_are_one_step(path: Path, folder: Path) -> None:
    add_revision(folder, ADD_TABLE)
    add_revision(folder, FAIL, AFTER_NEXT, NEXT)
    before = schema(path)
    with pytest.raises(RuntimeError, match="stumbled"):
        open_store(path, migrations=folder)
    assert schema(path) == before
    assert len(backups(path)) == 1
    with open_store(path) as store:
        assert check(store) == ()


def test_rebuilding_a_table_keeps_the_rows_that_point_to_it(path: Path, folder: Path) -> None:
    rows = count(path, "notes"), count(path, "source_links"), count(path, "claim_states")
    open_store(path, migrations=add_revision(folder, REBUILD_PARENT)).close()
    assert (count(path, "notes"), count(path, "source_links"), count(path, "claim_states")) == rows
    assert "colour" in schema(path)["table claim_states"]
    assert "index ix_claim_states_article_id" in schema(path)


@pytest.fixture
def with_foreign_keys(monkeypatch: pytest.MonkeyPatch) -> None:
    """Migrate as one would who does not know: with foreign keys on."""
    from workbench.store import migrate
    from workbench.store.sqlite_engine import migrating_engine

    def engine_with_foreign_keys(*arguments: Any) -> Engine:
        engine = migrating_engine(*arguments)

        def switch_on(connection: sqlite3.Connection, _record: object) -> None:
            connection.execute("PRAGMA foreign_keys=ON")

        event.listen(engine, "connect", switch_on)
        return engine

    monkeypatch.setattr(migrate, "migrating_engine", engine_with_foreign_keys)


@pytest.mark.usefixtures("with_foreign_keys")
def test_with_foreign_keys_on_they_would_be_lost_and_the_guard_says_so(path: Path, folder: Path) -> None:
    before = path.read_bytes()
    with pytest.raises(StoreError, match="notes has 0 rows instead of 1"):
        open_store(path, migrations=add_revision(folder, REBUILD_PARENT))
    assert count(path, "notes") == 1
    assert len(path.read_bytes()) == len(before)


@pytest.mark.usefixtures("with_foreign_keys")
def test_without_the_guard_they_are_lost_without_a_word(
    path: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Why rows are counted: neither SQLite nor Alembic reports anything, and every foreign key is satisfied."""
    monkeypatch.setattr("workbench.store.migrate.check_nothing_lost", lambda *arguments: None)
    open_store(path, migrations=add_revision(folder, REBUILD_PARENT)).close()
    assert count(path, "notes") == 0
    with closing(connect(path)) as connection:
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []


def test_rebuilding_the_log_would_drop_its_triggers_and_the_guard_says_so(path: Path, folder: Path) -> None:
    before = schema(path)
    with pytest.raises(StoreError, match="trigger decisions_refuse_delete"):
        open_store(path, migrations=add_revision(folder, REBUILD_LOG))
    assert schema(path) == before


def test_rebuilding_the_log_and_its_triggers_is_fine(path: Path, folder: Path) -> None:
    before = schema(path)
    open_store(path, migrations=add_revision(folder, REBUILD_LOG + RESTORE_TRIGGERS)).close()
    assert schema(path).keys() == before.keys()
    assert "device" in schema(path)["table decisions"]


@pytest.mark.parametrize(("loses", "refused"), [("set()", True), ("{'notes'}", False)])
def test_rows_go_only_where_the_migration_says_so(path: Path, folder: Path, loses: str, refused: bool) -> None:
    add_revision(folder, DELETE_VOTES, loses=loses)
    if refused:
        with pytest.raises(StoreError, match="notes has 0 rows"):
            open_store(path, migrations=folder)
    else:
        open_store(path, migrations=folder).close()
    assert count(path, "notes") == refused


def test_a_row_that_points_to_nothing_stops_the_migration(path: Path, folder: Path) -> None:
    body = '    op.execute("INSERT INTO collection_articles VALUES (7, 7)")\n'
    with pytest.raises(StoreError, match="points to a missing one of"):
        open_store(path, migrations=add_revision(folder, body, loses="{'collection_articles'}"))


def test_a_reader_does_not_migrate(path: Path, folder: Path) -> None:
    before = path.read_bytes()
    with pytest.raises(StoreError, match=f"has schema {NEWEST}, and {NEXT} is needed"):
        open_store(path, read_only=True, migrations=add_revision(folder, ADD_TABLE))
    assert path.read_bytes() == before
    assert backups(path) == []


def test_the_command_says_what_it_did(path: Path, folder: Path) -> None:
    assert upgrade(path, migrations=folder).endswith(f"has schema {NEWEST} already.")
    assert upgrade(path, migrations=add_revision(folder, ADD_TABLE)).endswith(f"has schema {NEXT} now, after {NEWEST}.")
    assert upgrade(path, migrations=folder).endswith(f"has schema {NEXT} already.")


@pytest.mark.slow
def test_programs_that_start_together_make_one_database(tmp_path: Path, start_child: Callable[..., Any]) -> None:
    path = tmp_path / "new.db"
    children = [start_child("migrate.py", path, migrations_folder()) for _ in range(4)]
    assert [child.communicate(timeout=100) for child in children] == [("ready\ndone\n", "")] * 4
    assert count(path, "database") == 1


# --- the migrations themselves


def test_file_names_are_the_revisions_in_one_line() -> None:
    scripts = ScriptDirectory(str(migrations_folder()))
    revisions = [script.revision for script in scripts.walk_revisions()]
    assert revisions == sorted(revisions, reverse=True)
    assert scripts.get_current_head() == newest_revision(migrations_folder())
    assert {Path(script.path).name.split("_")[0] for script in scripts.walk_revisions()} == set(revisions)


def test_the_migrations_lead_to_the_tables_that_the_program_uses(location: str) -> None:
    with open_store(location) as store, store.read() as connection:
        options = {"compare_type": True, "compare_server_default": True}
        context = MigrationContext.configure(connection, opts=options)
        assert compare_metadata(context, metadata) == []


def test_every_check_of_the_vocabulary_is_in_the_migrated_schema(tmp_path: Path, path: Path) -> None:
    """Alembic does not compare CHECKs; so the text of the tables is compared."""
    engine = create_engine(f"sqlite:///{tmp_path / 'by_metadata.db'}")
    metadata.create_all(engine)
    engine.dispose()
    wanted = {name: checks(sql) for name, sql in schema(tmp_path / "by_metadata.db").items() if "table" in name}
    made = schema(path)
    assert {name: checks(made[name]) for name in wanted} == wanted
    assert sum(map(len, wanted.values())) == 33


def checks(sql: str) -> set[str]:
    return {line.strip().rstrip(",") for line in sql.splitlines() if "CHECK" in line}


# --- PostgreSQL


@pytest.mark.slow
def test_an_empty_postgresql_database_is_set_up_on_opening(empty_postgres: str) -> None:
    with pytest.raises(StoreError, match="is empty"):
        open_store(empty_postgres, read_only=True)
    with open_store(empty_postgres) as store:
        identifier = store.database_id
    with open_store(empty_postgres, read_only=True) as store:
        assert store.database_id == identifier


@pytest.mark.slow
def test_an_older_postgresql_schema_is_changed_only_on_request(empty_postgres: str, folder: Path) -> None:
    open_store(empty_postgres).close()
    add_revision(folder, ADD_TABLE)
    with pytest.raises(StoreError, match="workbench db upgrade"):
        open_store(empty_postgres, migrations=folder)
    assert f"schema {NEXT} now, after {NEWEST}" in upgrade(empty_postgres, migrations=folder)
    open_store(empty_postgres, migrations=folder).close()
    with pytest.raises(StoreError, match=f"has schema {NEXT}, and this workbench knows schemas up to {NEWEST}"):
        open_store(empty_postgres)


@pytest.mark.slow
def test_programs_that_upgrade_postgresql_together_wait_for_one_another(
    empty_postgres: str, start_child: Callable[..., Any]
) -> None:
    children = [start_child("migrate.py", empty_postgres, migrations_folder()) for _ in range(4)]
    assert [child.communicate(timeout=100) for child in children] == [("ready\ndone\n", "")] * 4


@pytest.mark.slow
def test_a_postgresql_database_of_another_program_is_left_alone(empty_postgres: str) -> None:
    engine = create_engine(empty_postgres)
    with engine.begin() as connection:
        connection.execute(text("CREATE TABLE bookmarks (url TEXT)"))
    with pytest.raises(StoreError, match="another program"):
        open_store(empty_postgres)
    engine.dispose()
