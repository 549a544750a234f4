"""The log of decisions: append, import, read. Nothing in it is ever changed or removed."""

from collections.abc import Collection, Iterable, Iterator
from datetime import UTC, datetime, timedelta
from typing import Final

from sqlalchemy import ColumnElement, Connection, func, or_, select

from workbench.errors import DecisionError
from workbench.store import cache
from workbench.store.admission import check_draft, check_form, check_imported_places
from workbench.store.chains import chain_end, chain_heads, new_in_chains, verify_chains
from workbench.store.decision_rows import decision_of, insert_rows, read_decisions
from workbench.store.decisions import Decision, Draft, decision_hash
from workbench.store.fold import ClaimState
from workbench.store.lock import lock_for_writing
from workbench.store.payloads import AddClaim
from workbench.store.scope import within
from workbench.store.stored_folding import stored_folding
from workbench.store.subjects import (
    OTHER_KINDS,
    are_about_claim,
    article_subject,
    collection_subject,
    is_kind_about_claim,
)
from workbench.store.tables import articles, carried_claims, claims, decisions
from workbench.store.undoing import redo_targets, undo_targets
from workbench.visible import one_line
from workbench.vocabulary import DecisionKind

__all__ = [
    "append",
    "append_all",
    "chain_heads",
    "decided_subjects",
    "insert_decisions",
    "list_decisions",
    "load_decision",
    "redo_targets",
    "stream_decisions",
    "undo_targets",
    "verify_chains",
]

_AT_ONCE: Final = 1000
"""How many decisions are read from the database at once, where they are not all held."""


def append(connection: Connection, draft: Draft) -> Decision:
    """Take a decision into the log and bring the cache of its claim up to date; both are saved, or neither.

    A draft that is in the log already (by its id) is not taken twice; the decision that is there is returned.

    Raises:
        DecisionError: the id belongs to another decision, or the log does not take this one.
    """
    database = lock_for_writing(connection)
    if stored := _find(connection, draft.id):
        if stored.draft != draft:
            raise DecisionError("Another decision has this id already: make a new one.")
        return stored
    history = read_decisions(connection, decisions.c.claim == draft.claim)
    check_draft(connection, draft, history, _state(connection, draft, history))
    decision = _chained(connection, draft, database, history)
    insert_rows(connection, [decision])
    cache.refresh(connection, draft.claim, (*history, decision))
    return decision


def append_all(connection: Connection, drafts: Iterable[Draft]) -> tuple[Decision, ...]:
    """Take the decisions of one action into the log, in their order; all are saved, or none.

    Raises:
        DecisionError: the log does not take one of them; the caller's transaction must not be committed.
    """
    return tuple(append(connection, draft) for draft in drafts)


def insert_decisions(connection: Connection, imported: Iterable[Decision]) -> int:
    """Take decisions from another database into the log, as they are; return how many are new.

    Chains may be continued, and what is here already is left out. All or none are taken.

    Raises:
        DecisionError: a hash is wrong, a chain has a gap or another history here, or a claim or an undone decision is
            not known.
    """
    lock_for_writing(connection)
    new = new_in_chains(connection, imported)
    for decision in new:
        check_form(decision.draft)
    insert_rows(connection, new)
    cache.refresh_many(connection, dict.fromkeys(decision.claim for decision in new))
    check_imported_places(connection, new)
    return len(new)


def list_decisions(
    connection: Connection,
    *,
    claim: str | None = None,
    reviewer: str | None = None,
    collection: str | None = None,
    limit: int | None = None,
    newest_first: bool = False,
) -> tuple[Decision, ...]:
    """Return decisions by time: about one claim, by one reviewer, or about the claims of one collection."""
    where: list[ColumnElement[bool]] = []
    if claim is not None:
        where.append(decisions.c.claim == claim)
    if reviewer is not None:
        where.append(decisions.c.reviewer == reviewer)
    if collection is not None:
        where.append(_about(connection, collection))
    order = (decisions.c.at.desc(), decisions.c.id.desc()) if newest_first else (decisions.c.at, decisions.c.id)
    query = select(decisions).where(*where).order_by(*order).limit(limit)
    return tuple(decision_of(row) for row in connection.execute(query))


def stream_decisions(
    connection: Connection, collection: str | None = None, without: Collection[str] = ()
) -> Iterator[Decision]:
    """Yield decisions by time, a few at a time: of one collection or all, but those about what is in `without`."""
    where = [] if collection is None else [_about(connection, collection)]
    if without:
        where.append(decisions.c.claim.not_in(without))
    query = select(decisions).where(*where).order_by(decisions.c.at, decisions.c.id)
    for row in connection.execute(query.execution_options(yield_per=_AT_ONCE)):
        yield decision_of(row)


def decided_subjects(connection: Connection, collection: str | None = None) -> tuple[str, ...]:
    """Return what decisions are about, of one collection or all: keys, whether or not the decisions can be read."""
    where = [] if collection is None else [_about(connection, collection)]
    return tuple(connection.execute(select(decisions.c.claim).where(*where).distinct()).scalars())


def load_decision(connection: Connection, decision: str) -> Decision:
    """Return the decision with this id.

    Raises:
        DecisionError: there is none.
    """
    found = _find(connection, decision)
    if found is None:
        raise DecisionError(f"There is no decision {one_line(decision)} in this database.")
    return found


def _find(connection: Connection, decision: str) -> Decision | None:
    row = connection.execute(select(decisions).where(decisions.c.id == decision)).first()
    return decision_of(row) if row else None


def _state(connection: Connection, draft: Draft, history: tuple[Decision, ...]) -> ClaimState | None:
    """Return where the claim stands that is decided about; None for an article, a collection, or no claim."""
    if not is_kind_about_claim(draft.kind) or not are_about_claim(history):
        return None
    return stored_folding(connection, history={draft.claim: history}).state(draft.claim)


def _chained(connection: Connection, draft: Draft, database: str, history: tuple[Decision, ...]) -> Decision:
    end = chain_end(connection, database, draft.reviewer)
    at = _next_moment(connection, database, history)
    return Decision(
        draft.id,
        database,
        draft.reviewer,
        at,
        draft.claim,
        draft.payload,
        draft.undoes,
        end.length,
        end.hash,
        decision_hash(draft, database, at, end.length, end.hash),
        draft.action,
    )


def _next_moment(connection: Connection, database: str, history: tuple[Decision, ...]) -> datetime:
    """Return now, or just after the latest decision of this database or about this claim if that is later.

    The fold goes by time, so a clock that was set back, here or where decisions were imported from, must not put
    a new decision before one that the reviewer had seen.
    """
    here = connection.execute(select(func.max(decisions.c.at)).where(decisions.c.database == database)).scalar()
    known = [decision.at for decision in history] + ([here] if here else [])
    now = datetime.now(UTC)
    return max(now, max(known) + timedelta(microseconds=1)) if known else now


def _about(connection: Connection, collection: str) -> ColumnElement[bool]:
    """Decisions about claims of a collection, also those that a reviewer added and took back, or that were carried.

    Decisions about its articles and about the collection itself are among them.
    """
    inside = within(select(articles.c.id), collection)
    keys = set(connection.execute(within(select(articles.c.key), collection)).scalars())
    additions = read_decisions(connection, decisions.c.kind == DecisionKind.ADD_CLAIM)
    added = {d.claim for d in additions if isinstance(d.payload, AddClaim) and d.payload.article in keys}
    extracted = select(claims.c.key).where(claims.c.article_id.in_(inside))
    carried = select(carried_claims.c.newer).where(carried_claims.c.newer_id.in_(inside))
    not_claims = set(connection.execute(select(decisions.c.claim).where(decisions.c.kind.in_(OTHER_KINDS))).scalars())
    others = not_claims & {*map(article_subject, keys), collection_subject(collection)}
    return or_(*(decisions.c.claim.in_(about) for about in (extracted, added, carried, others)))
