"""Actions of several decisions, origins, outside evidence, waivers, settlements, assignments; a reviewer's queues.

Revision: 0005, after: 0004

Relations that differ make a claim disputed from now on, as differing votes always did: the cached state says so.
"""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"

LOSES: set[str] = set()

_OLD_KINDS = (
    "add_claim mark_verdict link_source unlink_source record_agreement mark_silent note "
    "discard_claim restore_claim reword_claim park_claim resume_claim sign_off reopen undo"
)
_NEW_KINDS = (
    "add_claim mark_verdict link_source unlink_source record_agreement mark_silent note "
    "discard_claim restore_claim reword_claim park_claim resume_claim sign_off reopen attach_evidence detach_evidence "
    "confirm_origin waive_warning adjudicate adjudicate_cell assign_claim unassign_claim read_sentences set_policy undo"
)
_VERDICTS = "supported refuted not_enough_evidence conflicting partially_supported too_vague not_checkable"
_RELATIONS = "corroborates partially_supports contradicts updates attributes questions not_addressed unclear"
_ORIGIN_KINDS = "wire state_media official_statement other_outlet social_post document eyewitness own_reporter"
_WARNINGS = (
    "agreement_differs class_contradiction class_inconsistent not_corroborated open_contradiction not_contradicted "
    "silent_but_linked updated_since anchor_not_exact"
)
_SETTLEMENTS = "unanimous adjudicated unresolved"
_DISAGREEMENTS = "ambiguous_text guideline_gap reviewer_error edge_case subjective_disagreement missed_evidence other"


def upgrade() -> None:
    _widen_kind()
    op.add_column("decisions", sa.Column("action", sa.String(36), nullable=True))
    op.add_column("votes", sa.Column("unsupported_at", sa.JSON(), nullable=True))
    op.create_index(op.f("ix_agreements_other_claim"), "agreements", ["other_claim"], unique=False)
    _make_evidence()
    _make_origins()
    _make_waivers()
    _make_adjudications()
    _make_cell_adjudications()
    _make_assignments()
    _make_own_tables()
    op.execute(
        "UPDATE claim_states SET state = 'disputed' WHERE NOT parked AND key IN"
        " (SELECT claim FROM agreements GROUP BY claim, article HAVING count(DISTINCT relation) > 1)"
    )


def downgrade() -> None:
    raise NotImplementedError("Schemas only go forward: restore the backup that was made before the migration.")


# --- the log


def _widen_kind() -> None:
    if op.get_context().dialect.name == "sqlite":
        _widen_kind_in_sqlite()
        return
    op.drop_constraint(op.f("ck_decisions_kind"), "decisions", type_="check")
    op.create_check_constraint(op.f("ck_decisions_kind"), "decisions", sa.column("kind").in_(_NEW_KINDS.split()))


def _widen_kind_in_sqlite() -> None:
    """SQLite knows no other way to change a CHECK than to write the table anew; its text is taken as it stands."""
    connection = op.get_bind()
    sql = connection.execute(
        sa.text("SELECT sql FROM sqlite_master WHERE type = 'table' AND name = 'decisions'")
    ).scalar_one()
    others = list(
        connection.execute(
            sa.text(
                "SELECT sql FROM sqlite_master WHERE tbl_name = 'decisions' AND type != 'table' AND sql IS NOT NULL"
            )
        ).scalars()
    )
    old, new = (f"CHECK (kind IN ({', '.join(map(repr, kinds.split()))}))" for kinds in (_OLD_KINDS, _NEW_KINDS))
    if sql.count(old) != 1:
        raise RuntimeError("The table decisions does not have the CHECK that revision 0001 gave it.")
    op.execute(sql.replace(old, new).replace("CREATE TABLE decisions ", "CREATE TABLE _decisions_rebuilt ", 1))
    op.execute("INSERT INTO _decisions_rebuilt SELECT * FROM decisions")
    # The triggers refuse to let a row go; they come back with the indexes, below.
    for verb in ("update", "delete"):
        op.execute(f"DROP TRIGGER decisions_refuse_{verb}")
    op.drop_table("decisions")
    op.execute("PRAGMA legacy_alter_table=ON")
    op.execute("ALTER TABLE _decisions_rebuilt RENAME TO decisions")
    op.execute("PRAGMA legacy_alter_table=OFF")
    for statement in others:
        op.execute(statement)


# --- the cache of the fold


def _one_of(name: str, values: str, *, nullable: bool = False) -> sa.Column:
    kind = sa.Enum(*values.split(), name=name, native_enum=False, create_constraint=True, length=32)
    return sa.Column(name, kind, nullable=nullable)


def _who_and_when() -> list[sa.Column]:
    return [sa.Column("reviewer", sa.Text(), nullable=False), sa.Column("at", sa.String(27), nullable=False)]


def _part(table: str, *more: sa.schema.SchemaItem) -> None:
    """Make a table of parts of a claim's state: whose it is, and its place among them."""
    op.create_table(
        table,
        sa.Column("claim", sa.String(length=36), nullable=False),
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        *more,
        sa.PrimaryKeyConstraint("claim", "number", name=op.f(f"pk_{table}")),
        sa.ForeignKeyConstraint(
            ["claim"], ["claim_states.key"], name=op.f(f"fk_{table}_claim_claim_states"), ondelete="CASCADE"
        ),
    )


def _text(name: str, *, nullable: bool = True) -> sa.Column:
    return sa.Column(name, sa.Text(), nullable=nullable)


def _make_evidence() -> None:
    _part(
        "evidence",
        sa.Column("id", sa.String(36), nullable=False),
        *(_text(name) for name in ("url", "citation", "file", "file_sha256", "quote", "note")),
        _one_of("relation", _RELATIONS, nullable=True),
        _one_of("reliability", "A B C D E F", nullable=True),
        _one_of("credibility", "1 2 3 4 5 6", nullable=True),
        *_who_and_when(),
    )


def _make_origins() -> None:
    _part(
        "origins",
        _one_of("layer", "words knowledge"),
        sa.Column("article", sa.String(64), nullable=False),
        _one_of("kind", _ORIGIN_KINDS),
        _text("name", nullable=False),
        _one_of("derivation", "verbatim rewrite own_reporting same_asserter unknown"),
        *_who_and_when(),
        sa.UniqueConstraint("claim", "layer", "article", name=op.f("uq_origins_claim_layer_article")),
    )
    op.create_index(op.f("ix_origins_name"), "origins", ["name"], unique=False)


def _make_waivers() -> None:
    _part(
        "waivers",
        _one_of("warning", _WARNINGS),
        sa.Column("article", sa.String(64), nullable=True),
        sa.Column("other_claim", sa.String(36), nullable=True),
        _text("reason", nullable=False),
        *_who_and_when(),
    )


def _make_adjudications() -> None:
    _part(
        "adjudications",
        _one_of("settlement", _SETTLEMENTS),
        _one_of("verdict", _VERDICTS, nullable=True),
        _one_of("disagreement", _DISAGREEMENTS, nullable=True),
        _one_of("confidence", "high medium low"),
        _text("note"),
        _one_of("reason", "opinion speculation not_a_claim", nullable=True),
        _text("unsupported"),
        *_who_and_when(),
    )


def _make_cell_adjudications() -> None:
    _part(
        "cell_adjudications",
        sa.Column("article", sa.String(64), nullable=False),
        _one_of("settlement", _SETTLEMENTS),
        _one_of("relation", _RELATIONS, nullable=True),
        sa.Column("sentences", sa.JSON(), nullable=False),
        sa.Column("other_claim", sa.String(36), nullable=True),
        sa.Column("facets", sa.JSON(), nullable=False),
        _one_of("disagreement", _DISAGREEMENTS, nullable=True),
        _one_of("confidence", "high medium low"),
        _text("note"),
        *_who_and_when(),
        sa.UniqueConstraint("claim", "article", name=op.f("uq_cell_adjudications_claim_article")),
    )


def _make_assignments() -> None:
    _part(
        "assignments",
        _text("reviewer", nullable=False),
        _text("by", nullable=False),
        sa.Column("at", sa.String(27), nullable=False),
        sa.UniqueConstraint("claim", "reviewer", name=op.f("uq_assignments_claim_reviewer")),
    )


# --- what makes a reviewer's screen their own


def _make_own_tables() -> None:
    whose = ("reviewer", "collection")
    op.create_table(
        "saved_queues",
        *(_text(name, nullable=False) for name in (*whose, "name")),
        sa.Column("filter", sa.String(32), nullable=False),
        _text("search", nullable=False),
        sa.Column("by_class", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint(*whose, "name", name=op.f("pk_saved_queues")),
    )
    op.create_table(
        "last_places",
        *(_text(name, nullable=False) for name in whose),
        sa.Column("claim", sa.String(36), nullable=False),
        sa.Column("article", sa.String(64), nullable=True),
        sa.PrimaryKeyConstraint(*whose, name=op.f("pk_last_places")),
    )
