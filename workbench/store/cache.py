"""The cache of the fold: where the review of each claim stands, for lists and statistics.

It is written in the transaction of the decision that changes it, can be built anew at any time, and says nothing
that the decisions do not say.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from sqlalchemy import ColumnElement, Connection, Table, delete, insert, select

from workbench.store.claim_rows import claim_of, claim_row, extracted_claims
from workbench.store.decision_rows import read_decisions
from workbench.store.decisions import Decision
from workbench.store.fold import ClaimState
from workbench.store.folding import fold_all
from workbench.store.part_rows import PART_TABLES, part_rows, parts_of_state
from workbench.store.stored_folding import stored_folding
from workbench.store.stored_lineage import StoredLineage
from workbench.store.subjects import are_about_claim
from workbench.store.tables import articles, claim_states, claims, decisions
from workbench.store.version_reading import read_versions

_BATCH = 2000


def refresh(connection: Connection, key: str, history: Sequence[Decision]) -> None:
    """Work out from its decisions where a claim stands now, and those of newer versions that it is, and write it.

    What is decided about an article or a collection has no cache.
    """
    if not are_about_claim(history):
        return
    folding = stored_folding(connection, history={key: history})
    for each in (key, *StoredLineage(connection).destinations(key)):
        _replace(connection, each, folding.state(each))


def _replace(connection: Connection, key: str, state: ClaimState | None) -> None:
    connection.execute(delete(claim_states).where(claim_states.c.key == key))  # and its parts, by ON DELETE CASCADE
    if state is not None:
        insert_states(connection, [state])


def refresh_many(connection: Connection, keys: Iterable[str]) -> None:
    """Work out from their decisions where these claims stand now, and those of newer versions, and write it.

    Raises:
        DecisionError: a decision is about a claim that is not in the database.
    """
    lineage = StoredLineage(connection)
    following = {key: None for given in keys for key in (given, *lineage.destinations(given))}
    for some in _batches(iter(following)):
        found = by_subject(read_decisions(connection, decisions.c.claim.in_(some)))
        some = [key for key in some if are_about_claim(found.get(key, ()))]
        history = {key: found.get(key, ()) for key in some}
        extracted = {claim.key: claim for claim in extracted_claims(connection, claims.c.key.in_(some))}
        connection.execute(delete(claim_states).where(claim_states.c.key.in_(some)))
        folding = stored_folding(connection, {key: extracted.get(key) for key in some}, history)
        insert_states(connection, [state for key in some if (state := folding.state(key))])


def insert_states(connection: Connection, states: Sequence[ClaimState]) -> None:
    """Write claims that are not in the cache yet."""
    if not states:
        return
    ids = _article_ids(connection, {state.claim.article for state in states})
    rows = [claim_row(state.claim, ids[state.claim.article]) | _review_columns(state) for state in states]
    connection.execute(insert(claim_states), rows)
    _insert_parts(connection, states)


def rebuild(connection: Connection) -> int:
    """Build the whole cache anew from the facts and the decisions; return how many claims stand."""
    connection.execute(delete(claim_states))
    count = 0
    for batch in _batches(fold_everything(connection)):
        insert_states(connection, batch)
        count += len(batch)
    return count


def fold_everything(connection: Connection) -> Iterator[ClaimState]:
    """Yield the state of every claim of the database, folded from its decisions.

    Raises:
        DecisionError: a decision cannot be read, or is about a claim that is not in the database.
    """
    extracted = {claim.key: claim for claim in extracted_claims(connection)}
    yield from fold_all(extracted, by_subject(read_decisions(connection)), read_versions(connection))


def by_subject(log: Iterable[Decision]) -> dict[str, list[Decision]]:
    """Return decisions grouped by what they are about."""
    grouped: dict[str, list[Decision]] = defaultdict(list)
    for decision in log:
        grouped[decision.claim].append(decision)
    return grouped


def cached_states(connection: Connection, *where: ColumnElement[bool]) -> Iterator[ClaimState]:
    """Yield the states of the cache, in no order; the conditions are on `claim_states` and `articles`."""
    query = select(claim_states, articles.c.key.label("article")).join(articles).where(*where)
    parts = {name: _parts_of(connection, part, where) for name, part in PART_TABLES.items()}
    for row in connection.execute(query).all():
        yield ClaimState(
            claim_of(row, row.article),
            row.wording,
            discarded_by=row.discarded_by,
            discard_reason=row.discard_reason,
            parked=row.parked,
            signed_off_by=row.signed_off_by,
            **parts_of_state({name: rows.get(row.key, ()) for name, rows in parts.items()}),
        )


def _parts_of(connection: Connection, part: Table[Any], where: tuple[ColumnElement[bool], ...]) -> dict[str, list[Any]]:
    query = select(part).order_by(part.c.claim, part.c.number)
    if where:
        query = query.join(claim_states, claim_states.c.key == part.c.claim).join(articles).where(*where)
    grouped: dict[str, list[Any]] = defaultdict(list)
    for row in connection.execute(query).all():
        grouped[row.claim].append(row)
    return grouped


def _review_columns(state: ClaimState) -> dict[str, Any]:
    return {
        "wording": state.text,
        "state": state.state,
        "verdict": state.verdict,
        "discarded_by": state.discarded_by,
        "discard_reason": state.discard_reason,
        "parked": state.parked,
        "signed_off_by": state.signed_off_by,
    }


def _insert_parts(connection: Connection, states: Iterable[ClaimState]) -> None:
    rows: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for state in states:
        for table, values in part_rows(state):
            rows[table].append(values)
    for name, part_table in PART_TABLES.items():
        if rows[name]:
            connection.execute(insert(part_table), rows[name])


def _article_ids(connection: Connection, keys: set[str]) -> dict[str, int]:
    found: dict[str, int] = {}
    for some in _batches(iter(keys)):
        query = select(articles.c.key, articles.c.id).where(articles.c.key.in_(some))
        found |= {row.key: row.id for row in connection.execute(query)}
    return found


def _batches(items: Iterator[Any]) -> Iterator[list[Any]]:
    while batch := [item for item, _number in zip(items, range(_BATCH), strict=False)]:
        yield batch
