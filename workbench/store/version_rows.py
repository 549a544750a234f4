"""Changes between versions into rows, and back, and the digest that shows a changed one."""

import hashlib
import json
from typing import Any

from workbench.matching.model import CarriedClaim, CarriedSentence, VersionChange
from workbench.vocabulary import Facet


def claim_rows(change: VersionChange, newer_id: int) -> list[dict[str, Any]]:
    """Return the rows that hold what became of the claims."""
    return [{"newer_id": newer_id, **carried_claim_to_json(claim)} for claim in change.claims]


def sentence_rows(change: VersionChange, newer_id: int) -> list[dict[str, Any]]:
    """Return the rows that hold what became of the sentences."""
    return [{"newer_id": newer_id, **carried_sentence_to_json(sentence)} for sentence in change.sentences]


def carried_claim_to_json(claim: CarriedClaim) -> dict[str, Any]:
    """Return plain values, named as the fields are."""
    return {
        "older": claim.older,
        "state": claim.state.value,
        "newer": claim.newer,
        "start": claim.start,
        "end": claim.end,
        "text": claim.text,
        "sentences": list(claim.sentences),
        "candidates": [list(span) for span in claim.candidates],
        "differs": [facet.value for facet in claim.differs],
    }


def carried_sentence_to_json(sentence: CarriedSentence) -> dict[str, Any]:
    """Return plain values, named as the fields are."""
    return {
        "older": sentence.older,
        "state": sentence.state.value,
        "newer": list(sentence.newer),
        "differs": [facet.value for facet in sentence.differs],
    }


def carried_claim_of(row: Any) -> CarriedClaim:
    """Return what a row says became of a claim."""
    return CarriedClaim(
        row.older,
        row.state,
        row.newer,
        row.start,
        row.end,
        row.text,
        tuple(row.sentences),
        tuple((start, end) for start, end in row.candidates),
        tuple(Facet(facet) for facet in row.differs),
    )


def carried_sentence_of(row: Any) -> CarriedSentence:
    """Return what a row says became of a sentence."""
    return CarriedSentence(row.older, row.state, tuple(row.newer), tuple(Facet(facet) for facet in row.differs))


def change_digest(change: VersionChange) -> str:
    """Return a sha256 over all that is stored of a change."""
    content = [
        change.newer,
        change.older,
        change.added,
        [carried_claim_to_json(claim) for claim in sorted(change.claims, key=lambda claim: claim.older)],
        [carried_sentence_to_json(sentence) for sentence in change.sentences],
    ]
    return hashlib.sha256(json.dumps(content, sort_keys=True).encode()).hexdigest()
