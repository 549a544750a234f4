"""Evidence from outside the collection: what a person typed into a decision, and a decision's evidence into words."""

import hashlib
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from workbench.errors import DecisionError
from workbench.store.payloads import AttachEvidence
from workbench.store.settled import Evidence
from workbench.visible import one_line
from workbench.vocabulary import RELATION_TERMS, Credibility, Relation, Reliability

_CHUNK: Final = 1 << 20


@dataclass(frozen=True, slots=True)
class TypedEvidence:
    """What a person typed about a piece of evidence; "" where nothing.

    Attributes:
        relation: the digit of a relation.
        grade: a letter A to F for the source, a digit 1 to 6 for the information, or both: “B2”.
    """

    url: str = ""
    citation: str = ""
    file: str = ""
    quote: str = ""
    note: str = ""
    relation: str = ""
    grade: str = ""


def attached(typed: TypedEvidence) -> AttachEvidence:
    """Return the decision that attaches what was typed; of a file, its name and sha256 are kept, not its bytes.

    Raises:
        DecisionError: the relation or the grade is none, or the file cannot be read.
    """
    name, digest = _read(typed.file.strip()) if typed.file.strip() else (None, None)
    reliability, credibility = _grade(typed.grade)
    return AttachEvidence(
        typed.url.strip() or None,
        typed.citation.strip() or None,
        name,
        digest,
        typed.quote.strip() or None,
        typed.note.strip() or None,
        _relation(typed.relation),
        reliability,
        credibility,
    )


def evidence_words(evidence: Evidence) -> str:
    """Return one line that names a piece of evidence: its grade, what it does, and where it is."""
    relation = RELATION_TERMS[evidence.relation].label if evidence.relation else ""
    quote = f"“{evidence.quote}”" if evidence.quote else None
    named = [part for part in (evidence.citation, evidence.url, evidence.file, quote, evidence.note) if part]
    return " · ".join(part for part in (evidence.grade, relation, *named) if part)


def _relation(typed: str) -> Relation | None:
    key = typed.strip()
    if not key:
        return None
    for relation, term in RELATION_TERMS.items():
        if term.key == key:
            return relation
    raise DecisionError(f"“{one_line(key[:20])}” is the digit of no relation: see ?")


def _grade(typed: str) -> tuple[Reliability | None, Credibility | None]:
    letters, digits = typed.strip().upper()[:1], typed.strip()[-1:]
    if not typed.strip():
        return None, None
    reliability = Reliability(letters) if letters in set(Reliability) else None
    credibility = Credibility(digits) if digits in set(Credibility) else None
    if f"{reliability or ''}{credibility or ''}" != typed.strip().upper():
        raise DecisionError("A grade is a letter A to F for the source, a digit 1 to 6 for the information, or both.")
    return reliability, credibility


def _read(name: str) -> tuple[str, str]:
    path = Path(name).expanduser()
    digest = hashlib.sha256()
    try:
        with path.open("rb") as file:
            while chunk := file.read(_CHUNK):
                digest.update(chunk)
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) else "its name cannot be one"
        raise DecisionError(f"The file {one_line(name)} cannot be read: {reason}.") from error
    return path.name, digest.hexdigest()
