"""Decisions in words, for the history, the save line and the report."""

from collections.abc import Callable, Sequence
from typing import Final

from workbench.store.decisions import Decision
from workbench.store.payloads import (
    AddClaim,
    AddNote,
    Adjudicate,
    AdjudicateCell,
    AssignClaim,
    AttachEvidence,
    ConfirmOrigin,
    DiscardClaim,
    LinkSource,
    MarkSilent,
    MarkVerdict,
    Payload,
    ReadSentences,
    RecordAgreement,
    RewordClaim,
    SetPolicy,
    UnassignClaim,
    UnlinkSource,
    WaiveWarning,
)
from workbench.vocabulary import (
    DECISION_LABELS,
    FACET_LABELS,
    NOT_CHECKABLE_TERMS,
    ORIGIN_KIND_TERMS,
    ORIGIN_LAYER_TERMS,
    READING_TERMS,
    RELATION_TERMS,
    SETTLEMENT_LABELS,
    VERDICT_TERMS,
    WARNING_TERMS,
)

_UNDO_WORDS: Final = ("redone: ", "undone: ")
"""What an undo is called, by whether its depth is odd: an undo of an undo is a redo to a person."""


def describe(decision: Decision, labels: dict[str, str] | None = None) -> str:
    """Return one line that says what was decided; `labels` are the short names of articles by key."""
    details = _details(decision.payload, labels or {})
    name = DECISION_LABELS[decision.kind]
    return f"{name}: {details}" if details else name


def describe_saved(decisions: Sequence[Decision], load: Callable[[str], Decision], labels: dict[str, str]) -> str:
    """Return one line that says what the decisions of one action did; `load` finds the one that an undo names."""
    meant, undos = decisions[0], 0
    while meant.undoes is not None:
        meant, undos = load(meant.undoes), undos + 1
    more = f" (and {len(decisions) - 1} more)" if len(decisions) > 1 else ""
    return (_UNDO_WORDS[undos % 2] if undos else "") + describe(meant, labels) + more


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
            return _settling_details(payload, labels)


def _settling_details(payload: Payload, labels: dict[str, str]) -> str:
    match payload:
        case AttachEvidence() as attached:
            return attached.citation or attached.url or attached.file or f"“{attached.quote}”"
        case ConfirmOrigin(layer, kind, name, articles):
            where = ", ".join(labels.get(key, key[:8]) for key in articles)
            return f"{ORIGIN_LAYER_TERMS[layer].label} in {where}: {name} ({ORIGIN_KIND_TERMS[kind].label})"
        case WaiveWarning(warning, reason):
            return f"{WARNING_TERMS[warning].label}; {reason}"
        case Adjudicate(settlement, verdict):
            return VERDICT_TERMS[verdict].label if verdict else SETTLEMENT_LABELS[settlement]
        case AdjudicateCell(article, settlement, relation):
            words = RELATION_TERMS[relation].label if relation else SETTLEMENT_LABELS[settlement]
            return f"{labels.get(article, article[:8])} {words}"
        case AssignClaim(reviewer) | UnassignClaim(reviewer):
            return reviewer
        case ReadSentences(article, sentences, reading):
            numbers = ", ".join(str(index + 1) for index in sentences)
            return f"{labels.get(article, article[:8])} {numbers}: {READING_TERMS[reading].label}"
        case SetPolicy(collection, votes, blind):
            return f"“{collection}” {votes} {'vote' if votes == 1 else 'votes'}{', blind' if blind else ''}"
        case _:
            return ""
