"""What each kind of decision says; one frozen data class a kind, to and from plain JSON.

The JSON form is what the hash chain covers and what exports carry, so its keys never change.
"""

from collections.abc import Iterator
from dataclasses import dataclass, fields
from enum import Enum
from math import isfinite
from types import UnionType
from typing import Any, Final, TypeAlias, get_args, get_origin, get_type_hints

from workbench.errors import DecisionError
from workbench.store.settling_payloads import (
    Adjudicate,
    AdjudicateCell,
    AssignClaim,
    AttachEvidence,
    ConfirmOrigin,
    DetachEvidence,
    ReadSentences,
    SetPolicy,
    UnassignClaim,
    WaiveWarning,
)
from workbench.vocabulary import (
    AnchorState,
    ClaimType,
    DecisionKind,
    Facet,
    NotCheckableReason,
    Relation,
    Verdict,
)

__all__ = [
    "KIND_OF_PAYLOAD",
    "PAYLOAD_OF_KIND",
    "AddClaim",
    "AddNote",
    "Adjudicate",
    "AdjudicateCell",
    "AssignClaim",
    "AttachEvidence",
    "ConfirmOrigin",
    "DetachEvidence",
    "DiscardClaim",
    "LinkSource",
    "MarkSilent",
    "MarkVerdict",
    "ParkClaim",
    "Payload",
    "ReadSentences",
    "RecordAgreement",
    "Reopen",
    "RestoreClaim",
    "ResumeClaim",
    "RewordClaim",
    "SetPolicy",
    "SignOff",
    "UnassignClaim",
    "Undo",
    "UnlinkSource",
    "WaiveWarning",
    "payload_from_json",
    "payload_texts",
    "payload_to_json",
]


@dataclass(frozen=True, slots=True)
class AddClaim:
    """A claim that a reviewer takes from the text of an article."""

    article: str
    start: int
    end: int
    text: str
    sentences: tuple[int, ...]
    asserter: str | None = None
    cue: str | None = None
    is_quote: bool = False
    type: ClaimType = ClaimType.EVENT_PROPERTY


@dataclass(frozen=True, slots=True)
class MarkVerdict:
    """A reviewer's vote. `reason` goes with not_checkable, `unsupported` (words) with partially_supported.

    `unsupported_at` are the places of these words in the claim's wording, where they were marked there.
    """

    verdict: Verdict
    reason: NotCheckableReason | None = None
    unsupported: str | None = None
    unsupported_at: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class LinkSource:
    """These sentences of the claim's own article, together, state the claim."""

    sentences: tuple[int, ...]
    state: AnchorState = AnchorState.EXACT
    score: float = 100.0


@dataclass(frozen=True, slots=True)
class UnlinkSource:
    """These sentences, as a set, do not state the claim."""

    sentences: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class RecordAgreement:
    """What one other article does with the claim, and on which of its sentences that rests."""

    article: str
    relation: Relation
    sentences: tuple[int, ...] = ()
    other_claim: str | None = None
    facets: tuple[Facet, ...] = ()
    note: str | None = None


@dataclass(frozen=True, slots=True)
class MarkSilent:
    """These articles do not address the claim: one decision, so that one undo takes all of it back."""

    articles: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class AddNote:
    """A remark on the claim."""

    text: str


@dataclass(frozen=True, slots=True)
class DiscardClaim:
    """The claim is not worth a verdict; it stays in the record as discarded."""

    reason: str | None = None


@dataclass(frozen=True, slots=True)
class RestoreClaim:
    """A discarded claim is taken up again."""


@dataclass(frozen=True, slots=True)
class RewordClaim:
    """The claim in the reviewer's words; the words of the article stay where they are."""

    text: str


@dataclass(frozen=True, slots=True)
class ParkClaim:
    """Set aside for later."""


@dataclass(frozen=True, slots=True)
class ResumeClaim:
    """No longer set aside."""


@dataclass(frozen=True, slots=True)
class SignOff:
    """The verdict stands as it is; a later vote or wording takes the sign-off away."""


@dataclass(frozen=True, slots=True)
class Reopen:
    """The sign-off is withdrawn."""


@dataclass(frozen=True, slots=True)
class Undo:
    """The decision named in `Decision.undoes` no longer counts; undoing an undo is a redo."""


Payload: TypeAlias = (
    AddClaim
    | MarkVerdict
    | LinkSource
    | UnlinkSource
    | RecordAgreement
    | MarkSilent
    | AddNote
    | DiscardClaim
    | RestoreClaim
    | RewordClaim
    | ParkClaim
    | ResumeClaim
    | SignOff
    | Reopen
    | AttachEvidence
    | DetachEvidence
    | ConfirmOrigin
    | WaiveWarning
    | Adjudicate
    | AdjudicateCell
    | AssignClaim
    | UnassignClaim
    | ReadSentences
    | SetPolicy
    | Undo
)

PAYLOAD_OF_KIND: Final[dict[DecisionKind, type[Payload]]] = {
    DecisionKind.ADD_CLAIM: AddClaim,
    DecisionKind.MARK_VERDICT: MarkVerdict,
    DecisionKind.LINK_SOURCE: LinkSource,
    DecisionKind.UNLINK_SOURCE: UnlinkSource,
    DecisionKind.RECORD_AGREEMENT: RecordAgreement,
    DecisionKind.MARK_SILENT: MarkSilent,
    DecisionKind.NOTE: AddNote,
    DecisionKind.DISCARD_CLAIM: DiscardClaim,
    DecisionKind.RESTORE_CLAIM: RestoreClaim,
    DecisionKind.REWORD_CLAIM: RewordClaim,
    DecisionKind.PARK_CLAIM: ParkClaim,
    DecisionKind.RESUME_CLAIM: ResumeClaim,
    DecisionKind.SIGN_OFF: SignOff,
    DecisionKind.REOPEN: Reopen,
    DecisionKind.ATTACH_EVIDENCE: AttachEvidence,
    DecisionKind.DETACH_EVIDENCE: DetachEvidence,
    DecisionKind.CONFIRM_ORIGIN: ConfirmOrigin,
    DecisionKind.WAIVE_WARNING: WaiveWarning,
    DecisionKind.ADJUDICATE: Adjudicate,
    DecisionKind.ADJUDICATE_CELL: AdjudicateCell,
    DecisionKind.ASSIGN_CLAIM: AssignClaim,
    DecisionKind.UNASSIGN_CLAIM: UnassignClaim,
    DecisionKind.READ_SENTENCES: ReadSentences,
    DecisionKind.SET_POLICY: SetPolicy,
    DecisionKind.UNDO: Undo,
}
_TYPES: Final = {kind: get_type_hints(payload) for kind, payload in PAYLOAD_OF_KIND.items()}
KIND_OF_PAYLOAD: Final = {payload: kind for kind, payload in PAYLOAD_OF_KIND.items()}


def payload_to_json(payload: Payload) -> dict[str, Any]:
    """Return `payload` as plain JSON values; fields that hold their default are left out."""
    return {
        field.name: _plain(value)
        for field in fields(payload)
        if (value := getattr(payload, field.name)) != field.default
    }


def payload_from_json(kind: DecisionKind, values: Any) -> Payload:
    """Return the payload that `values` describe.

    Raises:
        DecisionError: a key is unknown or missing, or a value is not of the vocabulary.
    """
    payload_class = PAYLOAD_OF_KIND[kind]
    types = _TYPES[kind]
    if not isinstance(values, dict):
        raise DecisionError(f"A decision “{kind}” has no fields at all.")
    if unknown := sorted(values.keys() - types.keys()):
        raise DecisionError(f"A decision “{kind}” has no field {', '.join(unknown)}: is it of a newer version?")
    try:
        return payload_class(**{name: _typed(types[name], value) for name, value in values.items()})
    except (TypeError, ValueError) as error:
        raise DecisionError(f"A decision “{kind}” cannot be read: {error}.") from error


def payload_texts(payload: Payload) -> Iterator[str]:
    """Yield every text that `payload` holds."""
    for field in fields(payload):
        value = getattr(payload, field.name)
        for item in value if isinstance(value, tuple) else (value,):
            if isinstance(item, str):
                yield item


def _plain(value: Any) -> Any:
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    return value.value if isinstance(value, Enum) else value


def _typed(wanted: Any, value: Any) -> Any:
    """Return the JSON `value` as the type `wanted`; a number stays as it was written, as hashes cover it."""
    if get_origin(wanted) is UnionType:
        return None if value is None else _typed(get_args(wanted)[0], value)
    if get_origin(wanted) is tuple:
        if not isinstance(value, list):
            raise TypeError(f"{value!r} is not a list")
        inner, *rest = get_args(wanted)
        if rest != [Ellipsis] and len(value) != 1 + len(rest):
            raise TypeError(f"{value!r} has not {1 + len(rest)} values")
        return tuple(_typed(inner, item) for item in value)
    if issubclass(wanted, Enum):
        return wanted(value)
    if wanted is float and type(value) in (int, float) and isfinite(value):
        return value
    if type(value) is not wanted or wanted is float:
        raise TypeError(f"{value!r} is not of the type {wanted.__name__}")
    return value
