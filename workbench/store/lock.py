"""One writer at a time, on either database."""

from sqlalchemy import Connection, select

from workbench.store.tables import database


def lock_for_writing(connection: Connection) -> str:
    """Hold back other writers until this transaction ends; return the id of the database.

    SQLite has locked out others when the transaction began. On PostgreSQL the row of the database is the lock,
    so that chains and times are given out in one order.
    """
    return connection.execute(select(database.c.id).with_for_update()).scalar_one()
