"""A decision: what one person decided, when, where, chained to that person's decision before it."""

import hashlib
import json
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from uuid import uuid4

from workbench.store.payloads import KIND_OF_PAYLOAD, Payload, payload_to_json
from workbench.vocabulary import DecisionKind

CHAIN_START = "0" * 64
_TIME_LENGTH = len("2023-09-13T06:00:00.000000Z")


def new_decision_id() -> str:
    """Return a fresh id. It is made before the write, so that a write that is repeated is one write."""
    return str(uuid4())


@dataclass(frozen=True, slots=True)
class Draft:
    """A decision that is not in the log yet.

    Attributes:
        claim: the key of the claim that it is about (for an undo: that of the undone decision); for the kinds that are
            about an article or a collection, its key in `store.subjects`.
        undoes: the id of the decision that an undo takes back.
        action: an id that the decisions of one action of the person share; None where it is the only one.
    """

    reviewer: str
    claim: str
    payload: Payload
    undoes: str | None = None
    id: str = field(default_factory=new_decision_id)
    action: str | None = None

    @property
    def kind(self) -> DecisionKind:
        """What is decided."""
        return KIND_OF_PAYLOAD[type(self.payload)]


def as_one_action(drafts: Sequence[Draft]) -> tuple[Draft, ...]:
    """Return drafts as what one key did, so that one undo takes all of it back."""
    if len(drafts) < 2:
        return tuple(drafts)
    action = new_decision_id()
    return tuple(replace(draft, action=action) for draft in drafts)


@dataclass(frozen=True, slots=True)
class Decision:
    """A decision in the log; immutable.

    Attributes:
        database: the id of the database that it was made in.
        at: when, in UTC; strictly increasing within a database, also where the clock is not.
        position: its place in its chain, from 0; a chain is one reviewer's decisions in one database.
        previous: the hash of the decision before it in the chain (`CHAIN_START` for the first).
        hash: sha256 over `previous` and the canonical JSON of everything else.
    """

    id: str
    database: str
    reviewer: str
    at: datetime
    claim: str
    payload: Payload
    undoes: str | None
    position: int
    previous: str
    hash: str
    action: str | None = None

    @property
    def draft(self) -> Draft:
        """What was drafted, before the log gave it its place."""
        return Draft(self.reviewer, self.claim, self.payload, self.undoes, self.id, self.action)

    @property
    def kind(self) -> DecisionKind:
        """What was decided."""
        return KIND_OF_PAYLOAD[type(self.payload)]


def format_time(at: datetime) -> str:
    """Return `at` as ISO 8601 in UTC with microseconds, the one form that is hashed and exported."""
    return at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")


def parse_time(text: str) -> datetime:
    """Return the time that `format_time` wrote.

    Raises:
        ValueError: it has another form.
    """
    # `strptime` takes ten times as long, and every decision that is read has a time.
    if len(text) != _TIME_LENGTH or text[-1] != "Z" or text[10] != "T":
        raise ValueError(f"{text!r} is no time of the form 2023-09-13T06:00:00.000000Z")
    return datetime.fromisoformat(text)


def decision_hash(draft: Draft, database: str, at: datetime, position: int, previous: str) -> str:
    """Return the hash that chains a decision to the one before it."""
    content = {
        "id": draft.id,
        "database": database,
        "reviewer": draft.reviewer,
        "at": format_time(at),
        "kind": KIND_OF_PAYLOAD[type(draft.payload)].value,
        "claim": draft.claim,
        "payload": payload_to_json(draft.payload),
        "undoes": draft.undoes,
        "position": position,
    }
    if draft.action is not None:  # the first schemas knew no actions, and their hashes do not cover one
        content["action"] = draft.action
    canonical = json.dumps(content, sort_keys=True, separators=(",", ":"), ensure_ascii=True)
    return hashlib.sha256(f"{previous}\n{canonical}".encode()).hexdigest()
