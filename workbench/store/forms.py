"""Whether a decision says something that can be meant, whatever database it stands in."""

import re
from typing import Final
from urllib.parse import urlsplit
from uuid import UUID

from workbench.errors import DecisionError
from workbench.store.decisions import Draft
from workbench.store.payloads import (
    Adjudicate,
    AdjudicateCell,
    AssignClaim,
    AttachEvidence,
    ConfirmOrigin,
    MarkVerdict,
    Payload,
    ReadSentences,
    SetPolicy,
    UnassignClaim,
    Undo,
    WaiveWarning,
    payload_texts,
)
from workbench.store.policy import MOST_VOTES
from workbench.store.subjects import article_subject, collection_subject
from workbench.visible import one_line
from workbench.vocabulary import PROGRAM_ORIGINS, Settlement

_UNSTORABLE: Final = re.compile("[\0\ud800-\udfff]")
_LINKED: Final = frozenset({"http", "https"})


def check_form(draft: Draft) -> None:
    """Make sure that a decision is well-formed.

    Raises:
        DecisionError: its id, its reviewer, its target, or something that it says cannot be.
    """
    for name in (draft.id, draft.action):
        if name is not None and not _is_uuid(name):
            raise DecisionError(f"The id of a decision is a UUID, not “{one_line(name[:40])}”.")
    _check_person(draft.reviewer, "A decision needs a reviewer: give a name with --reviewer.")
    if (draft.undoes is not None) != isinstance(draft.payload, Undo):
        raise DecisionError("An undo names the decision that it takes back, and no other decision does.")
    if any(_UNSTORABLE.search(text) for text in (draft.reviewer, *payload_texts(draft.payload))):
        raise DecisionError("The text holds a character that no database can keep (NUL, or half of one).")
    _check_payload(draft.payload)
    _check_subject(draft)


def _check_payload(payload: Payload) -> None:
    match payload:
        case MarkVerdict(unsupported_at=places):
            if any(not 0 <= start < end for start, end in places):
                raise DecisionError("The unsupported words must be a stretch of the claim: mark them again.")
        case AttachEvidence() as attached:
            _check_evidence(attached)
        case ConfirmOrigin(name=name, articles=articles):
            if not name.strip() or not articles:
                raise DecisionError("An origin has a name, and at least one article goes back to it.")
        case WaiveWarning(reason=reason):
            if not reason.strip():
                raise DecisionError("A warning is waived with a reason: say why the record stands as it is.")
        case Adjudicate(settlement, settled) | AdjudicateCell(settlement=settlement, relation=settled):
            if (settled is None) != (settlement is Settlement.UNRESOLVED):
                raise DecisionError("What is settled needs a verdict or a relation; what is left open has none.")
        case AssignClaim(reviewer) | UnassignClaim(reviewer):
            _check_person(reviewer, "A claim is assigned to a person: give a name.")
        case ReadSentences(sentences=sentences):
            if not sentences:
                raise DecisionError("Choose at least one sentence that was read.")
        case SetPolicy(votes=votes, adjudicators=adjudicators):
            if not 1 <= votes <= MOST_VOTES:
                raise DecisionError(f"A claim can need 1 to {MOST_VOTES} votes, not {votes}.")
            for name in adjudicators:
                _check_person(name, "An adjudicator is a person: give a name.")
        case _:
            pass


def _check_evidence(attached: AttachEvidence) -> None:
    if not any((attached.url, attached.citation, attached.file, attached.quote)):
        raise DecisionError("Evidence needs an address, a citation, a file or a quotation.")
    if attached.url and not _is_web_address(attached.url):
        raise DecisionError(f"“{one_line(attached.url[:60])}” is no web address: it begins with http:// or https://.")


def _is_web_address(address: str) -> bool:
    try:
        parts = urlsplit(address)
    except ValueError:
        return False
    return parts.scheme in _LINKED and bool(parts.hostname) and one_line(address) == address and " " not in address


def _check_subject(draft: Draft) -> None:
    """What is about an article or a collection names it by its key."""
    match draft.payload:
        case ReadSentences(article):
            expected = article_subject(article)
        case SetPolicy(collection):
            expected = collection_subject(collection)
        case _:
            return
    if draft.claim != expected:
        raise DecisionError("The decision is about another article or collection than it says.")


def _check_person(name: str, otherwise: str) -> None:
    if not name.strip():
        raise DecisionError(otherwise)
    if name in PROGRAM_ORIGINS:
        raise DecisionError(f"“{name}” is the name of the program's own findings: use another reviewer name.")


def _is_uuid(text: str) -> bool:
    try:
        return str(UUID(text)) == text
    except ValueError:
        return False
