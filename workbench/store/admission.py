"""What the log takes: a decision about a claim that is there, by a person, that says what can be true."""

from uuid import UUID

from sqlalchemy import Connection, func, select

from workbench.claims.model import claim_key
from workbench.errors import DecisionError
from workbench.store.decisions import Decision, Draft
from workbench.store.fold import ClaimState, standing
from workbench.store.payloads import AddClaim, LinkSource, MarkSilent, Payload, RecordAgreement, Undo, UnlinkSource
from workbench.store.tables import articles, decisions, sentences
from workbench.visible import one_line
from workbench.vocabulary import ClaimOrigin, Relation


def check_draft(connection: Connection, draft: Draft, history: tuple[Decision, ...], state: ClaimState | None) -> None:
    """Make sure that a decision can be taken into the log; `history` and `state` are of its claim.

    Raises:
        DecisionError: it cannot, and why.
    """
    _check_form(draft)
    match draft.payload:
        case Undo():
            _check_undo(connection, draft, history)
        case AddClaim() as added:
            _check_added(connection, draft, added, state)
        case _ if state is None:
            raise DecisionError("The claim is not in this database, or was taken back: choose another claim.")
        case _:
            _check_places(connection, draft.payload, state.claim.article)


def _check_form(draft: Draft) -> None:
    try:
        if str(UUID(draft.id)) != draft.id:
            raise ValueError
    except ValueError as error:
        raise DecisionError(f"The id of a decision is a UUID, not “{one_line(draft.id[:40])}”.") from error
    if not draft.reviewer.strip():
        raise DecisionError("A decision needs a reviewer: give a name with --reviewer.")
    if draft.reviewer == ClaimOrigin.RULES:
        raise DecisionError("“rules” is the name of the program's own suggestions: use another reviewer name.")
    if (draft.undoes is not None) != isinstance(draft.payload, Undo):
        raise DecisionError("An undo names the decision that it takes back, and no other decision does.")


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


def _check_added(connection: Connection, draft: Draft, added: AddClaim, state: ClaimState | None) -> None:
    if draft.claim != claim_key(added.article, added.start, added.end, added.text):
        raise DecisionError("The key of the added claim is not that of its article, place and text.")
    if state is not None:
        raise DecisionError("This is a claim already.")
    text = connection.execute(select(articles.c.text).where(articles.c.key == added.article)).scalar()
    if text is None:
        raise DecisionError("The article of the added claim is not in this database: add it first.")
    if not 0 <= added.start < added.end <= len(text) or text[added.start : added.end] != added.text:
        raise DecisionError("The added claim does not stand where it says in its article.")
    _check_sentences(connection, added.article, added.sentences)


def _check_places(connection: Connection, payload: Payload, article: str) -> None:
    match payload:
        case LinkSource(sentences=chosen) | UnlinkSource(sentences=chosen):
            if not chosen:
                raise DecisionError("A source is at least one sentence.")
            _check_sentences(connection, article, chosen)
        case RecordAgreement() as recorded:
            _check_other(article, recorded.article)
            _check_sentences(connection, recorded.article, recorded.sentences)
            if recorded.relation is Relation.NOT_ADDRESSED and recorded.sentences:
                raise DecisionError("“Not addressed” rests on no sentence.")
        case MarkSilent(silent):
            for other in silent:
                _check_other(article, other)
                _check_sentences(connection, other, ())
        case _:
            pass


def _check_other(article: str, other: str) -> None:
    if article == other:
        raise DecisionError("A relation is recorded for another article, not for the claim's own.")


def _check_sentences(connection: Connection, article: str, chosen: tuple[int, ...]) -> None:
    query = (
        select(func.count(sentences.c.number))
        .select_from(articles)
        .outerjoin(sentences, sentences.c.article_id == articles.c.id)
        .where(articles.c.key == article)
        .group_by(articles.c.id)
    )
    count = connection.execute(query).scalar()
    if count is None:
        raise DecisionError(f"The article {one_line(article[:12])} is not in this database: add it first.")
    if wrong := [number for number in chosen if not 0 <= number < count]:
        raise DecisionError(f"The article has {count} sentences, and no sentence {wrong[0]}.")
