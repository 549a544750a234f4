"""How Alembic runs here: on a connection that workbench/store/migrate.py has made and whose transaction it holds."""

from alembic import context

from workbench.store.tables import metadata

connection = context.config.attributes.get("connection")
if connection is None:
    raise SystemExit("Migrations run when a database is opened, or with: workbench db upgrade")

context.configure(
    connection=connection,
    target_metadata=metadata,
    render_as_batch=True,
    compare_type=True,
    compare_server_default=True,
    transactional_ddl=True,
    transaction_per_migration=False,
)
with context.begin_transaction():
    context.run_migrations()
