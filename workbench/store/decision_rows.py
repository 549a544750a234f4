"""Decisions into rows of the log, and back."""

import json
from collections.abc import Iterable
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, insert, select

from workbench.store.decisions import Decision
from workbench.store.payloads import payload_from_json, payload_to_json
from workbench.store.tables import decisions


def read_decisions(connection: Connection, *where: ColumnElement[bool]) -> tuple[Decision, ...]:
    """Return the decisions that fulfil every condition, in the order of the fold: by time, then id."""
    query = select(decisions).where(*where).order_by(decisions.c.at, decisions.c.id)
    return tuple(decision_of(row) for row in connection.execute(query))


def decision_of(row: Row[*tuple[Any, ...]]) -> Decision:
    """Return the decision that a row of the log holds.

    Raises:
        DecisionError: its payload cannot be read.
        ValueError: its payload is not JSON.
    """
    return Decision(
        row.id,
        row.database,
        row.reviewer,
        row.at,
        row.claim,
        payload_from_json(row.kind, json.loads(row.payload)),
        row.undoes,
        row.position,
        row.previous,
        row.hash,
        row.action,
    )


def insert_rows(connection: Connection, new: Iterable[Decision]) -> None:
    """Write decisions into the log."""
    if rows := [_row_of(decision) for decision in new]:
        connection.execute(insert(decisions), rows)


def _row_of(decision: Decision) -> dict[str, Any]:
    return {
        "id": decision.id,
        "database": decision.database,
        "reviewer": decision.reviewer,
        "at": decision.at,
        "kind": decision.kind,
        "claim": decision.claim,
        "payload": json.dumps(payload_to_json(decision.payload), sort_keys=True, ensure_ascii=False),
        "undoes": decision.undoes,
        "position": decision.position,
        "previous": decision.previous,
        "hash": decision.hash,
        "action": decision.action,
    }
