"""The first schema: facts, the log of decisions, and the cache of their fold.

Revision: 0001, after: none

The values are written out here and not taken from the vocabulary, as a migration must do the same for ever.
"""

from datetime import UTC, datetime
from uuid import uuid4

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None

LOSES: set[str] = set()

_TIME = sa.String(27)
_DECISION_KINDS = (
    "add_claim mark_verdict link_source unlink_source record_agreement mark_silent note "
    "discard_claim restore_claim reword_claim park_claim resume_claim sign_off reopen undo"
)
_BLOCK_KINDS = "title dateline body heading caption credit promo boilerplate"
_CLAIM_TYPES = (
    "event_property numerical quote_verification position_statement causal media_publishing "
    "media_analysis speculative opinion"
)
_ORIGINS = "rules reviewer"
_WORKFLOW_STATES = "unreviewed in_review needs_second disputed final parked"
_VERDICTS = "supported refuted not_enough_evidence conflicting partially_supported too_vague not_checkable"
_PASSED_OVER = "title dateline heading credit promo boilerplate question fragment no_assertion"
_RELATIONS = "corroborates partially_supports contradicts updates attributes questions not_addressed unclear"
_ANCHOR_STATES = "exact relocated ambiguous orphaned"
_NOT_CHECKABLE = "opinion speculation not_a_claim"


def upgrade() -> None:
    _make_database()
    _make_facts()
    _make_decisions()
    _make_cache()


def downgrade() -> None:
    raise NotImplementedError("There is nothing before the first schema.")


def _one_of(name: str, values: str) -> sa.Enum:
    return sa.Enum(*values.split(), name=name, native_enum=False, create_constraint=True, length=32)


def _claim_columns() -> list[sa.Column]:
    return [
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("key", sa.String(length=36), nullable=False),
        sa.Column("article_id", sa.Integer(), nullable=False),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("end", sa.Integer(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("sentences", sa.JSON(), nullable=False),
        sa.Column("asserter", sa.Text(), nullable=True),
        sa.Column("cue", sa.Text(), nullable=True),
        sa.Column("is_quote", sa.Boolean(), nullable=False),
        sa.Column("type", _one_of("type", _CLAIM_TYPES), nullable=False),
        sa.Column("checkworthiness", sa.Double(), nullable=False),
        sa.Column("origin", _one_of("origin", _ORIGINS), nullable=False),
    ]


def _make_database() -> None:
    database = op.create_table(
        "database",
        sa.Column("one", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("created_at", _TIME, nullable=False),
        sa.CheckConstraint("one = 1", name=op.f("ck_database_one_row")),
        sa.PrimaryKeyConstraint("one", name=op.f("pk_database")),
    )

    row = {"one": 1, "id": str(uuid4()), "created_at": datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")}
    op.bulk_insert(database, [row])


def _make_facts() -> None:
    _make_articles()
    _make_collections()
    _make_blocks_and_sentences()
    _make_claims()


def _make_articles() -> None:
    op.create_table(
        "articles",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("key", sa.String(length=64), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("title", sa.Text(), nullable=True),
        sa.Column("publisher", sa.Text(), nullable=True),
        sa.Column("byline", sa.Text(), nullable=True),
        sa.Column("published", sa.Text(), nullable=True),
        sa.Column("url", sa.Text(), nullable=True),
        sa.Column("language", sa.Text(), nullable=True),
        sa.Column("encoding", sa.Text(), nullable=False),
        sa.Column("added_at", _TIME, nullable=False),
        sa.Column("digest", sa.String(length=64), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("raw", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_articles")),
        sa.UniqueConstraint("key", name=op.f("uq_articles_key")),
    )


def _make_collections() -> None:
    op.create_table(
        "collections",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_collections")),
        sa.UniqueConstraint("name", name=op.f("uq_collections_name")),
    )
    op.create_table(
        "collection_articles",
        sa.Column("collection_id", sa.Integer(), nullable=False),
        sa.Column("article_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["article_id"], ["articles.id"], name=op.f("fk_collection_articles_article_id_articles")
        ),
        sa.ForeignKeyConstraint(
            ["collection_id"], ["collections.id"], name=op.f("fk_collection_articles_collection_id_collections")
        ),
        sa.PrimaryKeyConstraint("collection_id", "article_id", name=op.f("pk_collection_articles")),
    )
    op.create_index(op.f("ix_collection_articles_article_id"), "collection_articles", ["article_id"], unique=False)


def _make_blocks_and_sentences() -> None:
    op.create_table(
        "blocks",
        sa.Column("article_id", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("end", sa.Integer(), nullable=False),
        sa.Column("kind", _one_of("kind", _BLOCK_KINDS), nullable=False),
        sa.ForeignKeyConstraint(["article_id"], ["articles.id"], name=op.f("fk_blocks_article_id_articles")),
        sa.PrimaryKeyConstraint("article_id", "number", name=op.f("pk_blocks")),
    )
    op.create_table(
        "sentences",
        sa.Column("article_id", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("end", sa.Integer(), nullable=False),
        sa.Column("block", sa.Integer(), nullable=False),
        sa.Column("passed_over", _one_of("passed_over", _PASSED_OVER), nullable=True),
        sa.ForeignKeyConstraint(["article_id"], ["articles.id"], name=op.f("fk_sentences_article_id_articles")),
        sa.PrimaryKeyConstraint("article_id", "number", name=op.f("pk_sentences")),
    )


def _make_claims() -> None:
    op.create_table(
        "claims",
        *_claim_columns(),
        sa.ForeignKeyConstraint(["article_id"], ["articles.id"], name=op.f("fk_claims_article_id_articles")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_claims")),
        sa.UniqueConstraint("key", name=op.f("uq_claims_key")),
    )
    op.create_index(op.f("ix_claims_article_id"), "claims", ["article_id"], unique=False)


def _make_decisions() -> None:
    op.create_table(
        "decisions",
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("database", sa.String(length=36), nullable=False),
        sa.Column("reviewer", sa.Text(), nullable=False),
        sa.Column("at", _TIME, nullable=False),
        sa.Column("kind", _one_of("kind", _DECISION_KINDS), nullable=False),
        sa.Column("claim", sa.String(length=36), nullable=False),
        sa.Column("payload", sa.Text(), nullable=False),
        sa.Column("undoes", sa.String(length=36), nullable=True),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("previous", sa.String(length=64), nullable=False),
        sa.Column("hash", sa.String(length=64), nullable=False),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_decisions")),
        sa.UniqueConstraint("database", "reviewer", "position", name=op.f("uq_decisions_database_reviewer_position")),
        sa.UniqueConstraint("id", name=op.f("uq_decisions_id")),
    )
    op.create_index(op.f("ix_decisions_claim"), "decisions", ["claim"], unique=False)
    op.create_index(op.f("ix_decisions_database_at"), "decisions", ["database", "at"], unique=False)

    if op.get_context().dialect.name == "sqlite":
        _make_append_only_in_sqlite()
    else:
        _make_append_only_in_postgresql()


def _make_append_only_in_sqlite() -> None:
    for verb in ("update", "delete"):
        op.execute(
            f"CREATE TRIGGER decisions_refuse_{verb} BEFORE {verb.upper()} ON decisions"
            " BEGIN SELECT RAISE(ABORT, 'decisions are append-only'); END"
        )


def _make_append_only_in_postgresql() -> None:
    op.execute(
        "CREATE FUNCTION decisions_refuse() RETURNS trigger LANGUAGE plpgsql AS"
        " $$ BEGIN RAISE EXCEPTION 'decisions are append-only'; END $$"
    )
    op.execute(
        "CREATE TRIGGER decisions_refuse_change BEFORE UPDATE OR DELETE ON decisions"
        " FOR EACH ROW EXECUTE FUNCTION decisions_refuse()"
    )
    op.execute(
        "CREATE TRIGGER decisions_refuse_truncate BEFORE TRUNCATE ON decisions"
        " FOR EACH STATEMENT EXECUTE FUNCTION decisions_refuse()"
    )


def _make_cache() -> None:
    _make_claim_states()
    _make_votes()
    _make_agreements()
    _make_links_and_notes()


def _make_claim_states() -> None:
    op.create_table(
        "claim_states",
        *_claim_columns(),
        sa.Column("wording", sa.Text(), nullable=False),
        sa.Column("state", _one_of("state", _WORKFLOW_STATES), nullable=False),
        sa.Column("verdict", _one_of("verdict", _VERDICTS), nullable=True),
        sa.Column("discarded_by", sa.Text(), nullable=True),
        sa.Column("discard_reason", sa.Text(), nullable=True),
        sa.Column("parked", sa.Boolean(), nullable=False),
        sa.Column("signed_off_by", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(["article_id"], ["articles.id"], name=op.f("fk_claim_states_article_id_articles")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_claim_states")),
        sa.UniqueConstraint("key", name=op.f("uq_claim_states_key")),
    )
    op.create_index(op.f("ix_claim_states_article_id"), "claim_states", ["article_id"], unique=False)


def _part_of_a_claim(table: str) -> list[sa.schema.SchemaItem]:
    return [
        sa.Column("claim", sa.String(length=36), nullable=False),
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        sa.PrimaryKeyConstraint("claim", "number", name=op.f(f"pk_{table}")),
        sa.ForeignKeyConstraint(
            ["claim"], ["claim_states.key"], name=op.f(f"fk_{table}_claim_claim_states"), ondelete="CASCADE"
        ),
    ]


def _make_votes() -> None:
    op.create_table(
        "votes",
        *_part_of_a_claim("votes"),
        sa.Column("reviewer", sa.Text(), nullable=False),
        sa.Column("verdict", _one_of("verdict", _VERDICTS), nullable=False),
        sa.Column("reason", _one_of("reason", _NOT_CHECKABLE), nullable=True),
        sa.Column("unsupported", sa.Text(), nullable=True),
        sa.Column("at", _TIME, nullable=False),
        sa.UniqueConstraint("claim", "reviewer", name=op.f("uq_votes_claim_reviewer")),
    )


def _make_agreements() -> None:
    op.create_table(
        "agreements",
        *_part_of_a_claim("agreements"),
        sa.Column("article", sa.String(length=64), nullable=False),
        sa.Column("relation", _one_of("relation", _RELATIONS), nullable=False),
        sa.Column("sentences", sa.JSON(), nullable=False),
        sa.Column("other_claim", sa.String(length=36), nullable=True),
        sa.Column("facets", sa.JSON(), nullable=False),
        sa.Column("note", sa.Text(), nullable=True),
        sa.Column("reviewer", sa.Text(), nullable=False),
        sa.Column("at", _TIME, nullable=False),
        sa.UniqueConstraint("claim", "reviewer", "article", name=op.f("uq_agreements_claim_reviewer_article")),
    )


def _make_links_and_notes() -> None:
    op.create_table(
        "source_links",
        *_part_of_a_claim("source_links"),
        sa.Column("sentences", sa.JSON(), nullable=False),
        sa.Column("state", _one_of("state", _ANCHOR_STATES), nullable=False),
        sa.Column("score", sa.Double(), nullable=False),
        sa.Column("by", sa.Text(), nullable=False),
    )
    op.create_table(
        "notes",
        *_part_of_a_claim("notes"),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("reviewer", sa.Text(), nullable=False),
        sa.Column("at", _TIME, nullable=False),
    )
