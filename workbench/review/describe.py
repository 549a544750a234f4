"""Decisions in words, for the history, the save line and the report."""

from collections.abc import Callable
from typing import Final

from workbench.store.decisions import Decision
from workbench.store.payloads import (
    AddClaim,
    AddNote,
    DiscardClaim,
    LinkSource,
    MarkSilent,
    MarkVerdict,
    Payload,
    RecordAgreement,
    RewordClaim,
    UnlinkSource,
)
from workbench.vocabulary import DECISION_LABELS, FACET_LABELS, NOT_CHECKABLE_TERMS, RELATION_TERMS, VERDICT_TERMS

_UNDO_WORDS: Final = ("redone: ", "undone: ")
"""What an undo is called, by whether its depth is odd: an undo of an undo is a redo to a person."""


def describe(decision: Decision, labels: dict[str, str] | None = None) -> str:
    """Return one line that says what was decided; `labels` are the short names of articles by key."""
    details = _details(decision.payload, labels or {})
    name = DECISION_LABELS[decision.kind]
    return f"{name}: {details}" if details else name


def describe_saved(decision: Decision, load: Callable[[str], Decision], labels: dict[str, str]) -> str:
    """Return one line that says what a decision that was just saved did; `load` finds the one that an undo names."""
    meant, undos = decision, 0
    while meant.undoes is not None:
        meant, undos = load(meant.undoes), undos + 1
    return (_UNDO_WORDS[undos % 2] if undos else "") + describe(meant, labels)


def _details(payload: Payload, labels: dict[str, str]) -> str:
    match payload:
        case MarkVerdict(verdict, reason, unsupported):
            extra = NOT_CHECKABLE_TERMS[reason].label if reason else unsupported
            return VERDICT_TERMS[verdict].label + (f" ({extra})" if extra else "")
        case RecordAgreement(article, relation, _, _, facets, note):
            parts = [f"{labels.get(article, article[:8])} {RELATION_TERMS[relation].label}"]
            parts += [f"differs in {', '.join(FACET_LABELS[facet] for facet in facets)}"] if facets else []
            return "; ".join(parts + ([note] if note else []))
        case MarkSilent(articles):
            return f"{', '.join(labels.get(key, key[:8]) for key in articles)} not addressed"
        case LinkSource(sentences) | UnlinkSource(sentences):
            return f"sentence {', '.join(str(index + 1) for index in sentences)}"
        case AddNote(text) | RewordClaim(text) | AddClaim(text=text):
            return f"“{text}”"
        case DiscardClaim(reason):
            return reason or ""
        case _:
            return ""
