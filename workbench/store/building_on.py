"""What others have built on a decision, so that it cannot be taken back behind their backs."""

from typing import Final

from sqlalchemy import Connection, select

from workbench.errors import DecisionError
from workbench.store.decisions import Decision
from workbench.store.fold import decision_order, effective
from workbench.store.hidden import hidden_claims
from workbench.store.payloads import AdjudicateCell, ConfirmOrigin, MarkSilent, RecordAgreement, WaiveWarning
from workbench.store.tables import agreements
from workbench.visible import one_line
from workbench.vocabulary import DECISION_LABELS, DecisionKind

_ANYTHING: Final = frozenset(DecisionKind)
_BUILDING: Final[dict[DecisionKind, frozenset[DecisionKind]]] = {
    DecisionKind.ADD_CLAIM: _ANYTHING,
    DecisionKind.RESTORE_CLAIM: _ANYTHING,
    DecisionKind.REWORD_CLAIM: frozenset({DecisionKind.MARK_VERDICT, DecisionKind.SIGN_OFF, DecisionKind.ADJUDICATE}),
    DecisionKind.MARK_VERDICT: frozenset({DecisionKind.SIGN_OFF, DecisionKind.ADJUDICATE}),
    DecisionKind.ADJUDICATE: frozenset({DecisionKind.SIGN_OFF}),
}
"""Which later decisions of others about the same claim rest on a decision of each kind."""


def refuse_if_built_on(connection: Connection, target: Decision, history: tuple[Decision, ...]) -> None:
    """Make sure that nobody else has built on `target`; `history` are the decisions about its claim.

    Raises:
        DecisionError: somebody has, and who and what.
    """
    later = [
        decision
        for decision in effective(history)
        if decision.reviewer != target.reviewer and decision_order(decision) > decision_order(target)
    ]
    builder = next((decision for decision in later if _builds_on(decision, target)), None)
    if builder is not None:
        what = f"{DECISION_LABELS[builder.kind]}, {builder.at:%Y-%m-%d %H:%M}"
        raise DecisionError(_refusal(connection, target, builder.reviewer, what))
    if target.kind is DecisionKind.ADD_CLAIM and (other := _linked_by_another(connection, target)):
        raise DecisionError(_refusal(connection, target, other, "a relation of another claim with this one"))


def _builds_on(decision: Decision, target: Decision) -> bool:
    match target.payload:
        case RecordAgreement(article):
            return _rests_on_cells(decision, {article})
        case MarkSilent(articles):
            return _rests_on_cells(decision, set(articles))
        case _:
            return decision.kind in _BUILDING.get(target.kind, frozenset())


def _rests_on_cells(decision: Decision, articles: set[str]) -> bool:
    match decision.payload:
        case AdjudicateCell(article):
            return article in articles
        case ConfirmOrigin(articles=confirmed):
            return not articles.isdisjoint(confirmed)
        case WaiveWarning(article=article):
            return article in articles
        case _:
            return False


def _linked_by_another(connection: Connection, target: Decision) -> str | None:
    linked = select(agreements.c.reviewer).where(
        agreements.c.other_claim == target.claim, agreements.c.reviewer != target.reviewer
    )
    return connection.execute(linked.limit(1)).scalar()


def _refusal(connection: Connection, target: Decision, reviewer: str, what: str) -> str:
    """Say who has built on `target`, and with what, unless the one who wants to undo it may not know that yet."""
    if target.claim in hidden_claims(connection, target.reviewer):
        return "Another reviewer has built on this since: it stays until they take that back."
    return f"{one_line(reviewer)} has built on this since ({what}): it stays until they take that back."
