"""What holds where reviewers disagree: the decision that settles a verdict or a relation, or leaves it open."""

from collections.abc import Iterable

from workbench.errors import DecisionError
from workbench.store.fold import Agreement, ClaimState
from workbench.store.payloads import Adjudicate, AdjudicateCell
from workbench.vocabulary import (
    Confidence,
    DisagreementReason,
    NotCheckableReason,
    Relation,
    Settlement,
    Verdict,
)


def settled_verdict(
    state: ClaimState,
    verdict: Verdict | None,
    disagreement: DisagreementReason | None,
    confidence: Confidence,
    note: str | None,
    reason: NotCheckableReason | None,
    unsupported: str | None,
) -> Adjudicate:
    """Return the decision that `verdict` holds, or that it is left open without one.

    Why a claim is not checkable, and which words are not supported, is taken from a vote that says so, if not given.

    Raises:
        DecisionError: there is nothing to settle, or something is missing.
    """
    if len(state.votes) < 2:
        raise DecisionError("There is nothing to settle: fewer than two reviewers have voted on this claim.")
    settlement = _settlement(verdict, (vote.verdict for vote in state.votes))
    _check_reason(settlement, disagreement, note)
    same = [vote for vote in state.votes if vote.verdict is verdict]
    if verdict is Verdict.NOT_CHECKABLE:
        reason = reason or next((vote.reason for vote in same if vote.reason), None)
        if reason is None:
            raise DecisionError(f"Say why no evidence could decide it: {', '.join(NotCheckableReason)}.")
    if verdict is Verdict.PARTIALLY_SUPPORTED:
        unsupported = unsupported or next((vote.unsupported for vote in same if vote.unsupported), None)
        if not unsupported:
            raise DecisionError("Say which words of the claim are not supported.")
    return Adjudicate(settlement, verdict, disagreement, confidence, note, reason, unsupported)


def settled_cell(
    state: ClaimState,
    article: str,
    relation: Relation | None,
    disagreement: DisagreementReason | None,
    confidence: Confidence,
    note: str | None,
) -> AdjudicateCell:
    """Return the decision that `relation` holds for another article (a key), or that it is left open without one.

    The sentences, the facets and the other claim are those of the reviewer who recorded that relation, of several
    the last.

    Raises:
        DecisionError: there is nothing to settle, or something is missing.
    """
    given = [agreement for agreement in state.agreements if agreement.article == article]
    if len(given) < 2:
        raise DecisionError("There is nothing to settle: fewer than two reviewers have recorded a relation there.")
    settlement = _settlement(relation, (agreement.relation for agreement in given))
    _check_reason(settlement, disagreement, note)
    same = [agreement for agreement in given if agreement.relation is relation]
    ground: Agreement | None = max(same, key=lambda agreement: agreement.at, default=None)
    return AdjudicateCell(
        article,
        settlement,
        relation,
        ground.sentences if ground else (),
        ground.other_claim if ground else None,
        ground.facets if ground else (),
        disagreement,
        confidence,
        note,
    )


def _settlement(settled: Verdict | Relation | None, given: Iterable[Verdict | Relation]) -> Settlement:
    if settled is None:
        return Settlement.UNRESOLVED
    return Settlement.UNANIMOUS if set(given) == {settled} else Settlement.ADJUDICATED


def _check_reason(settlement: Settlement, disagreement: DisagreementReason | None, note: str | None) -> None:
    if settlement is not Settlement.UNANIMOUS and disagreement is None:
        raise DecisionError(f"Say why they disagreed: {', '.join(DisagreementReason)}.")
    if disagreement is DisagreementReason.OTHER and not (note or "").strip():
        raise DecisionError("“other” needs a note that says which.")
