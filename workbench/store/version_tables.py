"""The tables of newer versions: which article is one, and what became of the claims and sentences of the older."""

from typing import Final

from sqlalchemy import JSON, Column, ForeignKey, Integer, Named, String, Table, Text, TypedColumns

from workbench.store.columns import metadata, one_of
from workbench.vocabulary import AnchorState


class VersionColumns(TypedColumns):
    """Which article is the newer version of which; `digest` covers what became of its claims and sentences."""

    newer_id: Named[int] = Column(ForeignKey("articles.id"), primary_key=True, autoincrement=False)
    older_id: Named[int] = Column(ForeignKey("articles.id"), index=True)
    added: Named[int] = Column(Integer)
    digest: Named[str] = Column(String(64))


versions: Final = Table("versions", metadata, VersionColumns)


class CarriedClaimColumns(TypedColumns):
    """What became of each claim (its key) of the older version: the claim that it is in the newer one, and where."""

    newer_id: Named[int] = Column(ForeignKey("versions.newer_id"), primary_key=True)
    older: Named[str] = Column(String(36), primary_key=True, index=True)
    state: Named[AnchorState] = Column(one_of(AnchorState, "state"))
    newer: Named[str | None] = Column(String(36), index=True)
    start: Named[int | None] = Column(Integer)
    end: Named[int | None] = Column(Integer)
    text: Named[str | None] = Column(Text)
    sentences: Named[list[int]] = Column(JSON)
    candidates: Named[list[list[int]]] = Column(JSON)
    differs: Named[list[str]] = Column(JSON)


carried_claims: Final = Table("carried_claims", metadata, CarriedClaimColumns)


class CarriedSentenceColumns(TypedColumns):
    """In which sentences of the newer version each sentence of the older one stands."""

    newer_id: Named[int] = Column(ForeignKey("versions.newer_id"), primary_key=True)
    older: Named[int] = Column(Integer, primary_key=True, autoincrement=False)
    state: Named[AnchorState] = Column(one_of(AnchorState, "state"))
    newer: Named[list[int]] = Column(JSON)
    differs: Named[list[str]] = Column(JSON)


carried_sentences: Final = Table("carried_sentences", metadata, CarriedSentenceColumns)
