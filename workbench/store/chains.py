"""The chains of hashes: one reviewer's decisions in one database, each over the one before it.

A decision that was changed, removed, put in between or moved breaks its chain. That the end was cut off does not
show in the chain itself: so its length and last hash (its head) stand in every report.
"""

import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import Any, Final

from sqlalchemy import Connection, String, Text, func, select, tuple_, type_coerce

from workbench.errors import DecisionError
from workbench.store.decisions import CHAIN_START, Decision, Draft, decision_hash, parse_time
from workbench.store.model import ChainHead, Finding
from workbench.store.payloads import payload_from_json
from workbench.store.tables import decisions
from workbench.visible import one_line
from workbench.vocabulary import DecisionKind

_BATCH: Final = 500


def chain_end(connection: Connection, database: str, reviewer: str) -> ChainHead:
    """Return the head of one chain; of length 0 if there is no decision yet."""
    query = (
        select(decisions.c.position, decisions.c.hash)
        .where(decisions.c.database == database, decisions.c.reviewer == reviewer)
        .order_by(decisions.c.position.desc())
        .limit(1)
    )
    row = connection.execute(query).first()
    return ChainHead(database, reviewer, row[0] + 1, row[1]) if row else ChainHead(database, reviewer, 0, CHAIN_START)


def chain_heads(connection: Connection) -> tuple[ChainHead, ...]:
    """Return the heads of all chains, by database and reviewer."""
    chain = (decisions.c.database, decisions.c.reviewer)
    ends = select(*chain, func.max(decisions.c.position)).group_by(*chain)
    query = select(*chain, decisions.c.position, decisions.c.hash).where(tuple_(*chain, decisions.c.position).in_(ends))
    heads = (ChainHead(row[0], row[1], row[2] + 1, row[3]) for row in connection.execute(query))
    return tuple(sorted(heads, key=lambda head: (head.database, head.reviewer)))


def hash_at(connection: Connection, chain: ChainHead, position: int) -> str | None:
    """Return the hash of the decision at this place of a chain; None if there is none."""
    of_chain = (decisions.c.database == chain.database, decisions.c.reviewer == chain.reviewer)
    return connection.execute(select(decisions.c.hash).where(*of_chain, decisions.c.position == position)).scalar()


def verify_chains(connection: Connection) -> tuple[Finding, ...]:
    """Return the first break of each chain: a decision that was changed, removed, put in between or moved."""
    return tuple(_broken_chains(connection))


def _broken_chains(connection: Connection) -> Iterator[Finding]:
    # Read as plain text: what was tampered with may not be of the vocabulary, nor JSON.
    raw = [type_coerce(column, Text if column.name == "payload" else String) for column in _TEXTS]
    query = select(*raw, decisions.c.position).order_by(
        decisions.c.database, decisions.c.reviewer, decisions.c.position
    )
    rows = connection.execute(query)
    for (database, reviewer), chain in groupby(rows, key=lambda row: (row.database, row.reviewer)):
        problem = _first_break(chain)
        if problem:
            yield Finding(f"decisions of {one_line(reviewer)} in database {database}", problem)


def _first_break(chain: Iterable[Any]) -> str | None:
    previous, expected = CHAIN_START, 0
    for row in chain:
        if row.position != expected:
            return f"number {expected} is missing before {one_line(row.id)}"
        if row.previous != previous:
            return f"number {expected} does not follow the one before it ({one_line(row.id)})"
        if _hash_of(row) != row.hash:
            return f"number {expected} was changed after it was saved ({one_line(row.id)})"
        previous, expected = row.hash, expected + 1
    return None


def _hash_of(row: Any) -> str | None:
    """Return the hash that the content of a row has; None if it cannot be read."""
    try:
        payload = payload_from_json(DecisionKind(row.kind), json.loads(row.payload))
        draft = Draft(row.reviewer, row.claim, payload, row.undoes, row.id, row.action)
        return decision_hash(draft, row.database, parse_time(row.at), row.position, row.previous)
    except (DecisionError, ValueError, TypeError):
        return None


def new_in_chains(connection: Connection, imported: Iterable[Decision]) -> list[Decision]:
    """Return those of `imported` that are new here, in the order of the fold.

    Raises:
        DecisionError: a hash is wrong, a chain has a gap or another history here, or an undo has no target.
    """
    chains: dict[tuple[str, str], dict[int, Decision]] = defaultdict(dict)
    for decision in imported:
        if chains[decision.database, decision.reviewer].setdefault(decision.position, decision) != decision:
            raise DecisionError(_forked(decision))
    new: list[Decision] = []
    for (database, reviewer), chain in chains.items():
        new += _new_in_chain(connection, database, reviewer, [chain[position] for position in sorted(chain)])
    new.sort(key=lambda decision: (decision.at, decision.id))
    _check_ids(connection, new)
    _check_targets(connection, new)
    return new


def _new_in_chain(connection: Connection, database: str, reviewer: str, chain: list[Decision]) -> list[Decision]:
    query = select(decisions.c.position, decisions.c.hash).where(
        decisions.c.database == database, decisions.c.reviewer == reviewer
    )
    known = {row.position: row.hash for row in connection.execute(query)}
    end = chain_end(connection, database, reviewer)
    new = []
    for decision in chain:
        if decision.position < end.length:
            if known[decision.position] != decision.hash:
                raise DecisionError(_forked(decision))
            continue
        if decision.position != end.length or decision.previous != end.hash:
            raise DecisionError(
                f"The decisions of {one_line(reviewer)} have a gap before number {decision.position} "
                f"({one_line(decision.id)})."
            )
        if decision.hash != decision_hash(decision.draft, database, decision.at, decision.position, end.hash):
            raise DecisionError(
                f"Number {decision.position} of the decisions of {one_line(reviewer)} ({one_line(decision.id)}) was "
                "changed after it was saved: its hash is wrong."
            )
        new.append(decision)
        end = ChainHead(database, reviewer, decision.position + 1, decision.hash)
    return new


def _forked(decision: Decision) -> str:
    return (
        f"{one_line(decision.reviewer)} has decided differently at number {decision.position} ({one_line(decision.id)})"
        " in another copy of the same database: two copies of one file were both written, and only one of them can be"
        " kept. Next time, make the copy with workbench db copy."
    )


def _check_ids(connection: Connection, new: list[Decision]) -> None:
    """A decision is in one chain: whoever puts it into another as well has forged it."""
    ids = [decision.id for decision in new]
    known = {each for each, times in Counter(ids).items() if times > 1}
    for start in range(0, len(ids), _BATCH):
        batch = decisions.c.id.in_(ids[start : start + _BATCH])
        known.update(connection.execute(select(decisions.c.id).where(batch)).scalars())
    for decision in new:
        if decision.id in known:
            whose = f"number {decision.position} of {one_line(decision.reviewer)}"
            raise DecisionError(f"Decision {one_line(decision.id)} ({whose}) is in another chain, too: one is forged.")


def _check_targets(connection: Connection, new: list[Decision]) -> None:
    """An undo must follow what it undoes, of the same reviewer and about the same claim."""
    seen: dict[str, Decision] = {}
    for decision in new:
        if decision.undoes is not None:
            target = seen.get(decision.undoes)
            whose = (target.reviewer, target.claim) if target else _owner(connection, decision.undoes)
            if whose != (decision.reviewer, decision.claim):
                raise DecisionError(f"Decision {one_line(decision.id)} undoes one that it cannot undo.")
        seen[decision.id] = decision


def _owner(connection: Connection, decision: str) -> tuple[str, str] | None:
    query = select(decisions.c.reviewer, decisions.c.claim).where(decisions.c.id == decision)
    row = connection.execute(query).first()
    return (row[0], row[1]) if row else None


_TEXTS = (
    decisions.c.id,
    decisions.c.database,
    decisions.c.reviewer,
    decisions.c.at,
    decisions.c.kind,
    decisions.c.claim,
    decisions.c.payload,
    decisions.c.undoes,
    decisions.c.previous,
    decisions.c.hash,
    decisions.c.action,
)
