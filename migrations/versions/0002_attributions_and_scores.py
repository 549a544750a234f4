"""Claims gain their attributions, two scores with reasons, and the model that found them; a model may be their origin.

Revision: 0002, after: 0001

Claims that were read before have no attributions, no reasons and no checkable score: they stay as they were read.
"""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"

LOSES: set[str] = set()

_TABLES = ("claims", "claim_states")
_OLD_ORIGINS = ("rules", "reviewer")
_NEW_ORIGINS = ("rules", "reviewer", "llm")


def upgrade() -> None:
    for table in _TABLES:
        _widen_origin(table)
        op.add_column(table, sa.Column("checkable", sa.Double(), nullable=True))
        op.add_column(table, sa.Column("extractor", sa.Text(), nullable=True))
        for name in ("reasons", "attributions"):
            op.add_column(table, sa.Column(name, sa.JSON(), nullable=True))


def downgrade() -> None:
    raise NotImplementedError("Schemas only go forward: restore the backup that was made before the migration.")


def _widen_origin(table: str) -> None:
    if op.get_context().dialect.name == "sqlite":
        _widen_origin_in_sqlite(table)
        return
    name = f"ck_{table}_origin"
    op.drop_constraint(op.f(name), table, type_="check")
    op.create_check_constraint(op.f(name), table, sa.column("origin").in_(_NEW_ORIGINS))


def _widen_origin_in_sqlite(table: str) -> None:
    """SQLite knows no other way to change a CHECK than to write the table anew; its text is taken as it stands."""
    connection = op.get_bind()
    sql = _text_of(connection, "table", table)
    indexes = _texts_of_indexes(connection, table)
    old, new = (f"CHECK (origin IN ({', '.join(map(repr, values))}))" for values in (_OLD_ORIGINS, _NEW_ORIGINS))
    if sql.count(old) != 1:
        raise RuntimeError(f"The table {table} does not have the CHECK that revision 0001 gave it.")
    rebuilt = f"_{table}_rebuilt"
    op.execute(sql.replace(old, new).replace(f"CREATE TABLE {table} ", f"CREATE TABLE {rebuilt} ", 1))
    op.execute(f"INSERT INTO {rebuilt} SELECT * FROM {table}")  # noqa: S608
    op.drop_table(table)
    # Else SQLite would make the tables that point to the dropped one point to nothing that is there.
    op.execute("PRAGMA legacy_alter_table=ON")
    op.execute(f"ALTER TABLE {rebuilt} RENAME TO {table}")
    op.execute("PRAGMA legacy_alter_table=OFF")
    for statement in indexes:
        op.execute(statement)


def _text_of(connection: sa.Connection, kind: str, name: str) -> str:
    query = sa.text("SELECT sql FROM sqlite_master WHERE type = :kind AND name = :name")
    return str(connection.execute(query, {"kind": kind, "name": name}).scalar_one())


def _texts_of_indexes(connection: sa.Connection, table: str) -> list[str]:
    query = sa.text("SELECT sql FROM sqlite_master WHERE type = 'index' AND tbl_name = :table AND sql IS NOT NULL")
    return list(connection.execute(query, {"table": table}).scalars())
