"""What the log takes: a decision about a claim that is there, by a person, that says what can be true."""

import re
from collections.abc import Iterable
from typing import Final
from uuid import UUID

from sqlalchemy import Connection, func, select

from workbench.claims.model import claim_key
from workbench.errors import DecisionError
from workbench.store.decisions import Decision, Draft
from workbench.store.fold import ClaimState, standing
from workbench.store.payloads import (
    AddClaim,
    LinkSource,
    MarkSilent,
    Payload,
    RecordAgreement,
    Undo,
    UnlinkSource,
    payload_texts,
)
from workbench.store.tables import articles, claim_states, decisions, sentences
from workbench.visible import one_line
from workbench.vocabulary import PROGRAM_ORIGINS, Relation

_UNSTORABLE: Final = re.compile("[\0\ud800-\udfff]")


def check_draft(connection: Connection, draft: Draft, history: tuple[Decision, ...], state: ClaimState | None) -> None:
    """Make sure that a decision can be taken into the log; `history` and `state` are of its claim.

    Raises:
        DecisionError: it cannot, and why.
    """
    check_form(draft)
    places = _Places(connection)
    match draft.payload:
        case Undo():
            _check_undo(connection, draft, history)
        case AddClaim() as added:
            if state is not None:
                raise DecisionError("This is a claim already.")
            places.check_added(draft.claim, added)
        case _ if state is None:
            raise DecisionError("The claim is not in this database, or was taken back: choose another claim.")
        case _:
            places.check(draft.payload, state.claim.article)


def check_imported_places(connection: Connection, imported: Iterable[Decision]) -> None:
    """Make sure that decisions from elsewhere, now in the log and the cache, point to what is there.

    Raises:
        DecisionError: one of them says what cannot be true here.
    """
    places = _Places(connection)
    for decision in imported:
        if isinstance(decision.payload, AddClaim):
            places.check_added(decision.claim, decision.payload)
        else:
            places.check(decision.payload, places.article_of(decision.claim))


def check_form(draft: Draft) -> None:
    """Make sure that a decision is well-formed, whatever it is about.

    Raises:
        DecisionError: its id, its reviewer, its target or its text cannot be.
    """
    try:
        if str(UUID(draft.id)) != draft.id:
            raise ValueError
    except ValueError as error:
        raise DecisionError(f"The id of a decision is a UUID, not “{one_line(draft.id[:40])}”.") from error
    if not draft.reviewer.strip():
        raise DecisionError("A decision needs a reviewer: give a name with --reviewer.")
    if draft.reviewer in PROGRAM_ORIGINS:
        raise DecisionError(f"“{draft.reviewer}” is the name of the program's own findings: use another reviewer name.")
    if (draft.undoes is not None) != isinstance(draft.payload, Undo):
        raise DecisionError("An undo names the decision that it takes back, and no other decision does.")
    if any(_UNSTORABLE.search(text) for text in (draft.reviewer, *payload_texts(draft.payload))):
        raise DecisionError("The text holds a character that no database can keep (NUL, or half of one).")


def _check_undo(connection: Connection, draft: Draft, history: tuple[Decision, ...]) -> None:
    target = next((decision for decision in history if decision.id == draft.undoes), None)
    if target is None:
        elsewhere = connection.execute(select(decisions.c.claim).where(decisions.c.id == draft.undoes)).scalar()
        said = "is about another claim" if elsewhere else "is not in this database"
        raise DecisionError(f"The decision to be undone {said}.")
    if target.reviewer != draft.reviewer:
        raise DecisionError(f"This decision is {one_line(target.reviewer)}'s: only they can undo it.")
    if target not in standing(history):
        raise DecisionError("This decision is undone already.")


class _Places:
    """The articles and sentences that decisions point to; each article is looked up once."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._counts: dict[str, int] = {}

    def article_of(self, claim: str) -> str | None:
        """Return the key of the claim's article; None for a claim that was taken back."""
        query = select(articles.c.key).join(claim_states, claim_states.c.article_id == articles.c.id)
        return self._connection.execute(query.where(claim_states.c.key == claim)).scalar()

    def check_added(self, claim: str, added: AddClaim) -> None:
        if claim != claim_key(added.article, added.start, added.end, added.text):
            raise DecisionError("The key of the added claim is not that of its article, place and text.")
        self._check_sentences(added.article, added.sentences)
        query = select(articles.c.text).where(articles.c.key == added.article)
        text = self._connection.execute(query).scalar_one()
        if not 0 <= added.start < added.end <= len(text) or text[added.start : added.end] != added.text:
            raise DecisionError("The added claim does not stand where it says in its article.")

    def check(self, payload: Payload, article: str | None) -> None:
        """Check the places of a decision about a claim of `article`."""
        match payload:
            case LinkSource(sentences=chosen) | UnlinkSource(sentences=chosen):
                if not chosen:
                    raise DecisionError("A source is at least one sentence.")
                if article is not None:
                    self._check_sentences(article, chosen)
            case RecordAgreement() as recorded:
                self._check_other(article, recorded.article)
                self._check_sentences(recorded.article, recorded.sentences)
                if recorded.relation is Relation.NOT_ADDRESSED and recorded.sentences:
                    raise DecisionError("“Not addressed” rests on no sentence.")
            case MarkSilent(silent):
                for other in silent:
                    self._check_other(article, other)
                    self._check_sentences(other, ())
            case _:
                pass

    def _check_other(self, article: str | None, other: str) -> None:
        if article == other:
            raise DecisionError("A relation is recorded for another article, not for the claim's own.")

    def _check_sentences(self, article: str, chosen: tuple[int, ...]) -> None:
        count = self._count(article)
        if wrong := [number for number in chosen if not 0 <= number < count]:
            raise DecisionError(f"The article has {count} sentences, and no sentence {wrong[0]}.")

    def _count(self, article: str) -> int:
        if article not in self._counts:
            query = (
                select(func.count(sentences.c.number))
                .select_from(articles)
                .outerjoin(sentences, sentences.c.article_id == articles.c.id)
                .where(articles.c.key == article)
                .group_by(articles.c.id)
            )
            count = self._connection.execute(query).scalar()
            if count is None:
                raise DecisionError(f"The article {one_line(article[:12])} is not in this database: add it first.")
            self._counts[article] = count
        return self._counts[article]
