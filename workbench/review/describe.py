"""Decisions in words, for the history, the save line and the report."""

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


def describe(decision: Decision, labels: dict[str, str] | None = None) -> str:
    """Return one line that says what was decided; `labels` are the short names of articles by key."""
    details = _details(decision.payload, labels or {})
    name = DECISION_LABELS[decision.kind]
    return f"{name}: {details}" if details else name


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
