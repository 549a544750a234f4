"""The part of the fold that is about origins, evidence from outside, waivers, settlements and assignments. Pure."""

from dataclasses import dataclass, field, fields
from typing import Any, TypeVar

from workbench.store.decisions import Decision
from workbench.store.payloads import Payload
from workbench.store.settled import (
    Adjudication,
    Assignment,
    CellAdjudication,
    ConfirmedOrigin,
    Evidence,
    Waiver,
)
from workbench.store.settling_payloads import (
    Adjudicate,
    AdjudicateCell,
    AssignClaim,
    AttachEvidence,
    ConfirmOrigin,
    DetachEvidence,
    UnassignClaim,
    WaiveWarning,
)
from workbench.vocabulary import OriginLayer, WarningKind

DecidedT = TypeVar("DecidedT", Evidence, Waiver, Adjudication, CellAdjudication)


@dataclass(slots=True)
class SettledFold:
    """What is settled about a claim while its decisions are folded; of each thing the latest word counts."""

    evidence: dict[str, Evidence] = field(default_factory=dict)
    origins: dict[tuple[OriginLayer, str], ConfirmedOrigin] = field(default_factory=dict)
    waivers: dict[tuple[WarningKind, str | None, str | None], Waiver] = field(default_factory=dict)
    adjudication: Adjudication | None = None
    cells: dict[str, CellAdjudication] = field(default_factory=dict)
    assignments: dict[str, Assignment] = field(default_factory=dict)

    def apply(self, decision: Decision) -> None:
        """Take one decision in; those of other kinds change nothing here."""
        match decision.payload:
            case AttachEvidence() as attached:
                self.evidence[decision.id] = _decided(Evidence, attached, decision, id=decision.id)
            case DetachEvidence(evidence):
                self.evidence.pop(evidence, None)
            case ConfirmOrigin() as confirmed:
                self._confirm(confirmed, decision)
            case WaiveWarning() as waived:
                waiver = _decided(Waiver, waived, decision)
                self.waivers[waiver.warning, waiver.article, waiver.other_claim] = waiver
            case Adjudicate() as settled:
                self.adjudication = _decided(Adjudication, settled, decision)
            case AdjudicateCell() as settled:
                self.cells[settled.article] = _decided(CellAdjudication, settled, decision)
            case AssignClaim(reviewer):
                self.assignments[reviewer] = Assignment(reviewer, decision.reviewer, decision.at)
            case UnassignClaim(reviewer):
                self.assignments.pop(reviewer, None)

    def reopen_verdict(self) -> None:
        """Take back the settled verdict, as somebody has voted since."""
        self.adjudication = None

    def reopen_cell(self, article: str) -> None:
        """Take back the settled relation, as somebody has recorded another since."""
        self.cells.pop(article, None)

    def _confirm(self, confirmed: ConfirmOrigin, decision: Decision) -> None:
        for article in confirmed.articles:
            self.origins[confirmed.layer, article] = ConfirmedOrigin(
                confirmed.layer,
                article,
                confirmed.kind,
                confirmed.name,
                confirmed.derivation,
                decision.reviewer,
                decision.at,
            )


def _decided(kind: type[DecidedT], payload: Payload, decision: Decision, **more: Any) -> DecidedT:
    """Return what a decision says as a part of the state: the same fields, and whose word it is."""
    said: dict[str, Any] = {field.name: getattr(payload, field.name) for field in fields(payload)}
    return kind(**said, **more, reviewer=decision.reviewer, at=decision.at)
