"""The parts of a claim's state into rows of the cache, and back: one table a kind of part."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final

from sqlalchemy import Table

from workbench.store.claim_state import Agreement, CarriedFrom, ClaimState, Note, SourceLink, Vote
from workbench.store.settled import (
    Adjudication,
    Assignment,
    CellAdjudication,
    ConfirmedOrigin,
    Evidence,
    Waiver,
)
from workbench.store.tables import (
    adjudications,
    agreements,
    assignments,
    carried_from,
    cell_adjudications,
    evidence,
    notes,
    origins,
    source_links,
    votes,
    waivers,
)
from workbench.vocabulary import Facet

PART_TABLES: Final[dict[str, Table[Any]]] = {
    "sources": source_links,
    "votes": votes,
    "agreements": agreements,
    "notes": notes,
    "carried": carried_from,
    "evidence": evidence,
    "origins": origins,
    "waivers": waivers,
    "adjudication": adjudications,
    "settled_cells": cell_adjudications,
    "assignments": assignments,
}
"""The table of each part, by the name that the part has in `ClaimState`."""

_CLASSES: Final[dict[str, type[Any]]] = {
    "sources": SourceLink,
    "votes": Vote,
    "agreements": Agreement,
    "notes": Note,
    "carried": CarriedFrom,
    "evidence": Evidence,
    "origins": ConfirmedOrigin,
    "waivers": Waiver,
    "adjudication": Adjudication,
    "settled_cells": CellAdjudication,
    "assignments": Assignment,
}
_AT_MOST_ONE: Final = frozenset({"carried", "adjudication"})


def part_rows(state: ClaimState) -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield the rows that hold the parts of a state, each with the name of its part."""
    for name in PART_TABLES:
        value = getattr(state, name)
        parts = () if value is None else (value,) if name in _AT_MOST_ONE else value
        for number, part in enumerate(parts):
            yield name, {"claim": state.key, "number": number, **_columns(part)}


def parts_of_state(rows: Mapping[str, Sequence[Any]]) -> dict[str, Any]:
    """Return what `ClaimState` takes for its parts, from the rows of each part in their order."""
    read = {name: tuple(_part(_CLASSES[name], row) for row in found) for name, found in rows.items()}
    return {name: next(iter(parts), None) if name in _AT_MOST_ONE else parts for name, parts in read.items()}


def _columns(part: Any) -> dict[str, Any]:
    """The fields of a part are named like its columns; tuples become lists, as JSON has no tuples."""
    return {name: _as_json(getattr(part, name)) for name in part.__slots__}


def _as_json(value: Any) -> Any:
    return [_as_json(item) for item in value] if isinstance(value, tuple) else value


def _part(kind: type[Any], row: Any) -> Any:
    return kind(*(_from_json(name, getattr(row, name)) for name in kind.__slots__))


def _from_json(name: str, value: Any) -> Any:
    match name:
        case "facets":
            return tuple(Facet(facet) for facet in value)
        case "unsupported_at":
            return tuple((start, end) for start, end in value or ())
        case "sentences":
            return tuple(value)
        case _:
            return value
