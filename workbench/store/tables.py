"""The tables, as the newest migration leaves them: facts, decisions, and the cache of their fold."""

from datetime import datetime
from typing import Any, Final

from sqlalchemy import (
    JSON,
    Boolean,
    CheckConstraint,
    Column,
    Double,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    Named,
    String,
    Table,
    Text,
    TypedColumns,
    UniqueConstraint,
)

from workbench.store.columns import UtcTime, metadata, one_of
from workbench.store.parts import ClaimPartColumns
from workbench.store.settled_tables import adjudications, assignments, cell_adjudications, evidence, origins, waivers
from workbench.store.version_tables import carried_claims, carried_sentences, versions
from workbench.vocabulary import (
    AnchorState,
    BlockKind,
    ClaimOrigin,
    ClaimType,
    DecisionKind,
    NotCheckableReason,
    PassedOver,
    Relation,
    Verdict,
    WorkflowState,
)

__all__ = [
    "adjudications",
    "agreements",
    "articles",
    "assignments",
    "blocks",
    "carried_claims",
    "carried_from",
    "carried_sentences",
    "cell_adjudications",
    "claim_states",
    "claims",
    "collection_articles",
    "collections",
    "database",
    "decisions",
    "evidence",
    "last_places",
    "metadata",
    "notes",
    "origins",
    "saved_queues",
    "sentences",
    "source_links",
    "versions",
    "votes",
    "waivers",
]

# --- facts


class DatabaseColumns(TypedColumns):
    """The one row that tells this database from every other."""

    one: Named[int] = Column(Integer, primary_key=True, autoincrement=False)
    id: Named[str] = Column(String(36))
    created_at: Named[datetime] = Column(UtcTime)


database: Final = Table("database", metadata, DatabaseColumns, CheckConstraint("one = 1", name="one_row"))


class CollectionColumns(TypedColumns):
    """Articles about one event."""

    id: Named[int] = Column(Integer, primary_key=True)
    name: Named[str] = Column(Text, unique=True)


collections: Final = Table("collections", metadata, CollectionColumns)


class ArticleColumns(TypedColumns):
    """An article as it was read. `digest` covers all that is stored of it but the raw bytes."""

    id: Named[int] = Column(Integer, primary_key=True)
    key: Named[str] = Column(String(64), unique=True)
    name: Named[str] = Column(Text)
    title: Named[str | None] = Column(Text)
    publisher: Named[str | None] = Column(Text)
    byline: Named[str | None] = Column(Text)
    published: Named[str | None] = Column(Text)
    url: Named[str | None] = Column(Text)
    language: Named[str | None] = Column(Text)
    encoding: Named[str] = Column(Text)
    added_at: Named[datetime] = Column(UtcTime)
    digest: Named[str] = Column(String(64))
    text: Named[str] = Column(Text)
    raw: Named[bytes] = Column(LargeBinary)


articles: Final = Table("articles", metadata, ArticleColumns)


class CollectionArticleColumns(TypedColumns):
    """Which article is in which collection."""

    collection_id: Named[int] = Column(ForeignKey("collections.id"), primary_key=True)
    article_id: Named[int] = Column(ForeignKey("articles.id"), primary_key=True, index=True)


collection_articles: Final = Table("collection_articles", metadata, CollectionArticleColumns)


class BlockColumns(TypedColumns):
    """The blocks of an article, numbered from 0."""

    article_id: Named[int] = Column(ForeignKey("articles.id"), primary_key=True)
    number: Named[int] = Column(Integer, primary_key=True, autoincrement=False)
    start: Named[int] = Column(Integer)
    end: Named[int] = Column(Integer)
    kind: Named[BlockKind] = Column(one_of(BlockKind, "kind"))


blocks: Final = Table("blocks", metadata, BlockColumns)


class SentenceColumns(TypedColumns):
    """The sentences of an article, numbered from 0; `passed_over` is empty where a claim was found."""

    article_id: Named[int] = Column(ForeignKey("articles.id"), primary_key=True)
    number: Named[int] = Column(Integer, primary_key=True, autoincrement=False)
    start: Named[int] = Column(Integer)
    end: Named[int] = Column(Integer)
    block: Named[int] = Column(Integer)
    passed_over: Named[PassedOver | None] = Column(one_of(PassedOver, "passed_over"), nullable=True)


sentences: Final = Table("sentences", metadata, SentenceColumns)


class ClaimColumns(TypedColumns):
    """What an assertion is, for extracted claims and for the cache of all claims.

    Claims that were extracted by the first schema have neither reasons nor attributions.
    """

    id: Named[int] = Column(Integer, primary_key=True)
    key: Named[str] = Column(String(36), unique=True)
    article_id: Named[int] = Column(ForeignKey("articles.id"), index=True)
    start: Named[int] = Column(Integer)
    end: Named[int] = Column(Integer)
    text: Named[str] = Column(Text)
    sentences: Named[list[int]] = Column(JSON)
    asserter: Named[str | None] = Column(Text)
    cue: Named[str | None] = Column(Text)
    is_quote: Named[bool] = Column(Boolean)
    type: Named[ClaimType] = Column(one_of(ClaimType, "type"))
    checkworthiness: Named[float] = Column(Double)
    origin: Named[ClaimOrigin] = Column(one_of(ClaimOrigin, "origin"))
    checkable: Named[float | None] = Column(Double)
    reasons: Named[list[str] | None] = Column(JSON)
    attributions: Named[list[dict[str, Any]] | None] = Column(JSON)
    extractor: Named[str | None] = Column(Text)


claims: Final = Table("claims", metadata, ClaimColumns)


class ExtractionColumns(TypedColumns):
    """Once asking a language model about an article: what it proposed, and the keys of the claims that came of it.

    `digest` covers the row and these claims.
    """

    id: Named[int] = Column(Integer, primary_key=True)
    article_id: Named[int] = Column(ForeignKey("articles.id"), index=True)
    extractor: Named[str] = Column(Text)
    at: Named[datetime] = Column(UtcTime)
    proposed: Named[int] = Column(Integer)
    known: Named[int] = Column(Integer)
    dropped: Named[dict[str, int]] = Column(JSON)
    claims: Named[list[str]] = Column(JSON)
    digest: Named[str] = Column(String(64), unique=True)


extractions: Final = Table("extractions", metadata, ExtractionColumns)

# --- decisions


class DecisionColumns(TypedColumns):
    """The log. `number` is the order in which this database took them; triggers refuse change and removal."""

    number: Named[int] = Column(Integer, primary_key=True)
    id: Named[str] = Column(String(36), unique=True)
    database: Named[str] = Column(String(36))
    reviewer: Named[str] = Column(Text)
    at: Named[datetime] = Column(UtcTime)
    kind: Named[DecisionKind] = Column(one_of(DecisionKind, "kind"))
    claim: Named[str] = Column(String(36), index=True)
    payload: Named[str] = Column(Text)
    undoes: Named[str | None] = Column(String(36))
    position: Named[int] = Column(Integer)
    previous: Named[str] = Column(String(64))
    hash: Named[str] = Column(String(64))
    action: Named[str | None] = Column(String(36))


decisions: Final = Table(
    "decisions",
    metadata,
    DecisionColumns,
    UniqueConstraint("database", "reviewer", "position"),
    Index(None, "database", "at"),
)

# --- the cache of the fold


class ClaimStateColumns(ClaimColumns):
    """Every claim that stands, extracted or added, as its decisions leave it."""

    wording: Named[str] = Column(Text)
    state: Named[WorkflowState] = Column(one_of(WorkflowState, "state"))
    verdict: Named[Verdict | None] = Column(one_of(Verdict, "verdict"), nullable=True)
    discarded_by: Named[str | None] = Column(Text)
    discard_reason: Named[str | None] = Column(Text)
    parked: Named[bool] = Column(Boolean)
    signed_off_by: Named[str | None] = Column(Text)


claim_states: Final = Table("claim_states", metadata, ClaimStateColumns)


class VoteColumns(ClaimPartColumns):
    """The latest verdict of each reviewer."""

    reviewer: Named[str] = Column(Text)
    verdict: Named[Verdict] = Column(one_of(Verdict, "verdict"))
    reason: Named[NotCheckableReason | None] = Column(one_of(NotCheckableReason, "reason"), nullable=True)
    unsupported: Named[str | None] = Column(Text)
    at: Named[datetime] = Column(UtcTime)
    unsupported_at: Named[list[list[int]] | None] = Column(JSON)


votes: Final = Table("votes", metadata, VoteColumns, UniqueConstraint("claim", "reviewer"))


class AgreementColumns(ClaimPartColumns):
    """The latest relation that each reviewer recorded for each other article."""

    article: Named[str] = Column(String(64))
    relation: Named[Relation] = Column(one_of(Relation, "relation"))
    sentences: Named[list[int]] = Column(JSON)
    other_claim: Named[str | None] = Column(String(36), index=True)
    facets: Named[list[str]] = Column(JSON)
    note: Named[str | None] = Column(Text)
    reviewer: Named[str] = Column(Text)
    at: Named[datetime] = Column(UtcTime)


agreements: Final = Table("agreements", metadata, AgreementColumns, UniqueConstraint("claim", "reviewer", "article"))


class SourceLinkColumns(ClaimPartColumns):
    """The sets of sentences that state the claim."""

    sentences: Named[list[int]] = Column(JSON)
    state: Named[AnchorState] = Column(one_of(AnchorState, "state"))
    score: Named[float] = Column(Double)
    by: Named[str] = Column(Text)


source_links: Final = Table("source_links", metadata, SourceLinkColumns)


class NoteColumns(ClaimPartColumns):
    """The remarks on the claim."""

    text: Named[str] = Column(Text)
    reviewer: Named[str] = Column(Text)
    at: Named[datetime] = Column(UtcTime)


notes: Final = Table("notes", metadata, NoteColumns)


class CarriedFromColumns(ClaimPartColumns):
    """The claim of an older version of the article whose decisions this claim has; one row, number 0, or none."""

    older: Named[str] = Column(String(36))
    article: Named[str] = Column(String(64))
    state: Named[AnchorState] = Column(one_of(AnchorState, "state"))
    extracted: Named[bool] = Column(Boolean)


carried_from: Final = Table("carried_from", metadata, CarriedFromColumns)

# --- what makes a reviewer's screen their own; no part of the record


class SavedQueueColumns(TypedColumns):
    """A filter and a search of the queue that a reviewer keeps under a name."""

    reviewer: Named[str] = Column(Text, primary_key=True)
    collection: Named[str] = Column(Text, primary_key=True)
    name: Named[str] = Column(Text, primary_key=True)
    filter: Named[str] = Column(String(32))
    search: Named[str] = Column(Text)
    by_class: Named[bool] = Column(Boolean)


saved_queues: Final = Table("saved_queues", metadata, SavedQueueColumns)


class LastPlaceColumns(TypedColumns):
    """The claim on which a reviewer left a collection, and the other article that was chosen."""

    reviewer: Named[str] = Column(Text, primary_key=True)
    collection: Named[str] = Column(Text, primary_key=True)
    claim: Named[str] = Column(String(36))
    article: Named[str | None] = Column(String(64))


last_places: Final = Table("last_places", metadata, LastPlaceColumns)
