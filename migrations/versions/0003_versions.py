"""Articles gain newer versions: what became of the claims and the sentences of the older one.

Revision: 0003, after: 0002
"""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"

LOSES: set[str] = set()

_ANCHOR_STATES = "exact relocated ambiguous orphaned"


def upgrade() -> None:
    _make_versions()
    _make_carried_claims()
    _make_carried_sentences()
    _make_carried_from()


def downgrade() -> None:
    raise NotImplementedError("Schemas only go forward: restore the backup that was made before the migration.")


def _state() -> sa.Column:
    kind = sa.Enum(*_ANCHOR_STATES.split(), name="state", native_enum=False, create_constraint=True, length=32)
    return sa.Column("state", kind, nullable=False)


def _make_versions() -> None:
    op.create_table(
        "versions",
        sa.Column("newer_id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("older_id", sa.Integer(), nullable=False),
        sa.Column("added", sa.Integer(), nullable=False),
        sa.Column("digest", sa.String(length=64), nullable=False),
        sa.ForeignKeyConstraint(["newer_id"], ["articles.id"], name=op.f("fk_versions_newer_id_articles")),
        sa.ForeignKeyConstraint(["older_id"], ["articles.id"], name=op.f("fk_versions_older_id_articles")),
        sa.PrimaryKeyConstraint("newer_id", name=op.f("pk_versions")),
    )
    op.create_index(op.f("ix_versions_older_id"), "versions", ["older_id"], unique=False)


def _make_carried_claims() -> None:
    op.create_table(
        "carried_claims",
        sa.Column("newer_id", sa.Integer(), nullable=False),
        sa.Column("older", sa.String(length=36), nullable=False),
        _state(),
        sa.Column("newer", sa.String(length=36), nullable=True),
        sa.Column("start", sa.Integer(), nullable=True),
        sa.Column("end", sa.Integer(), nullable=True),
        sa.Column("text", sa.Text(), nullable=True),
        sa.Column("sentences", sa.JSON(), nullable=False),
        sa.Column("candidates", sa.JSON(), nullable=False),
        sa.Column("differs", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(["newer_id"], ["versions.newer_id"], name=op.f("fk_carried_claims_newer_id_versions")),
        sa.PrimaryKeyConstraint("newer_id", "older", name=op.f("pk_carried_claims")),
    )
    for column in ("older", "newer"):
        op.create_index(op.f(f"ix_carried_claims_{column}"), "carried_claims", [column], unique=False)


def _make_carried_sentences() -> None:
    op.create_table(
        "carried_sentences",
        sa.Column("newer_id", sa.Integer(), nullable=False),
        sa.Column("older", sa.Integer(), autoincrement=False, nullable=False),
        _state(),
        sa.Column("newer", sa.JSON(), nullable=False),
        sa.Column("differs", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(
            ["newer_id"], ["versions.newer_id"], name=op.f("fk_carried_sentences_newer_id_versions")
        ),
        sa.PrimaryKeyConstraint("newer_id", "older", name=op.f("pk_carried_sentences")),
    )


def _make_carried_from() -> None:
    op.create_table(
        "carried_from",
        sa.Column("claim", sa.String(length=36), nullable=False),
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("older", sa.String(length=36), nullable=False),
        sa.Column("article", sa.String(length=64), nullable=False),
        _state(),
        sa.Column("extracted", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("claim", "number", name=op.f("pk_carried_from")),
        sa.ForeignKeyConstraint(
            ["claim"], ["claim_states.key"], name=op.f("fk_carried_from_claim_claim_states"), ondelete="CASCADE"
        ),
    )
