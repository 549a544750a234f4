"""The cache of the fold: where the review of each claim stands, for lists and statistics.

It is written in the transaction of the decision that changes it, can be built anew at any time, and says nothing
that the decisions do not say.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, TypeAlias

from sqlalchemy import ColumnElement, Connection, Table, delete, insert, select

from workbench.store.claim_rows import claim_of, claim_row, extracted_claims
from workbench.store.decision_rows import read_decisions
from workbench.store.decisions import Decision
from workbench.store.fold import Agreement, CarriedFrom, ClaimState, Note, SourceLink, Vote
from workbench.store.folding import fold_all
from workbench.store.stored_folding import stored_folding
from workbench.store.stored_lineage import StoredLineage
from workbench.store.tables import (
    agreements,
    articles,
    carried_from,
    claim_states,
    claims,
    decisions,
    notes,
    source_links,
    votes,
)
from workbench.store.version_reading import read_versions
from workbench.vocabulary import Facet

_PARTS = (source_links, votes, agreements, notes, carried_from)
_BATCH = 2000

_Part: TypeAlias = SourceLink | Vote | Agreement | Note | CarriedFrom


def refresh(connection: Connection, key: str, history: Sequence[Decision]) -> None:
    """Work out from its decisions where a claim stands now, and those of newer versions that it is, and write it."""
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
        history = _by_claim(read_decisions(connection, decisions.c.claim.in_(some)))
        extracted = {claim.key: claim for claim in extracted_claims(connection, claims.c.key.in_(some))}
        connection.execute(delete(claim_states).where(claim_states.c.key.in_(some)))
        folding = stored_folding(
            connection, {key: extracted.get(key) for key in some}, {key: history.get(key, ()) for key in some}
        )
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
    yield from fold_all(extracted, _by_claim(read_decisions(connection)), read_versions(connection))


def _by_claim(log: Iterable[Decision]) -> dict[str, list[Decision]]:
    grouped: dict[str, list[Decision]] = defaultdict(list)
    for decision in log:
        grouped[decision.claim].append(decision)
    return grouped


def cached_states(connection: Connection, *where: ColumnElement[bool]) -> Iterator[ClaimState]:
    """Yield the states of the cache, in no order; the conditions are on `claim_states` and `articles`."""
    query = select(claim_states, articles.c.key.label("article")).join(articles).where(*where)
    parts = {part.name: _parts_of(connection, part, where) for part in _PARTS}
    for row in connection.execute(query).all():
        yield ClaimState(
            claim_of(row, row.article),
            row.wording,
            tuple(
                SourceLink(tuple(s.sentences), s.state, s.score, s.by) for s in parts["source_links"].get(row.key, ())
            ),
            tuple(Vote(v.reviewer, v.verdict, v.reason, v.unsupported, v.at) for v in parts["votes"].get(row.key, ())),
            tuple(_agreement_of(a) for a in parts["agreements"].get(row.key, ())),
            tuple(Note(n.text, n.reviewer, n.at) for n in parts["notes"].get(row.key, ())),
            row.discarded_by,
            row.discard_reason,
            row.parked,
            row.signed_off_by,
            next((_carried_of(c) for c in parts["carried_from"].get(row.key, ())), None),
        )


def _parts_of(connection: Connection, part: Table[Any], where: tuple[ColumnElement[bool], ...]) -> dict[str, list[Any]]:
    query = select(part).order_by(part.c.claim, part.c.number)
    if where:
        query = query.join(claim_states, claim_states.c.key == part.c.claim).join(articles).where(*where)
    grouped: dict[str, list[Any]] = defaultdict(list)
    for row in connection.execute(query).all():
        grouped[row.claim].append(row)
    return grouped


def _carried_of(row: Any) -> CarriedFrom:
    return CarriedFrom(row.older, row.article, row.state, row.extracted)


def _agreement_of(row: Any) -> Agreement:
    return Agreement(
        row.article,
        row.relation,
        tuple(row.sentences),
        row.other_claim,
        tuple(Facet(facet) for facet in row.facets),
        row.note,
        row.reviewer,
        row.at,
    )


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
        for table, parts in _parts_by_table(state):
            for number, part in enumerate(parts):
                rows[table].append({"claim": state.key, "number": number, **_part_columns(part)})
    for part_table in _PARTS:
        if part_rows := rows[part_table.name]:
            connection.execute(insert(part_table), part_rows)


def _parts_by_table(state: ClaimState) -> tuple[tuple[str, tuple[_Part, ...]], ...]:
    return (
        ("source_links", state.sources),
        ("votes", state.votes),
        ("agreements", state.agreements),
        ("notes", state.notes),
        ("carried_from", (state.carried,) if state.carried else ()),
    )


def _part_columns(part: _Part) -> dict[str, Any]:
    """The fields of a part are named like its columns; tuples become lists, as JSON has no tuples."""
    values = {name: getattr(part, name) for name in part.__slots__}
    return {name: list(value) if isinstance(value, tuple) else value for name, value in values.items()}


def _article_ids(connection: Connection, keys: set[str]) -> dict[str, int]:
    found: dict[str, int] = {}
    for some in _batches(iter(keys)):
        query = select(articles.c.key, articles.c.id).where(articles.c.key.in_(some))
        found |= {row.key: row.id for row in connection.execute(query)}
    return found


def _batches(items: Iterator[Any]) -> Iterator[list[Any]]:
    while batch := [item for item, _number in zip(items, range(_BATCH), strict=False)]:
        yield batch
