"""How far the reviewers of a collection agree, on verdicts and on relations."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from workbench.review.reliability import Agreements, Coefficient, measure
from workbench.store.fold import ClaimState
from workbench.vocabulary import Relation


@dataclass(frozen=True, slots=True)
class ReviewersAgreement:
    """How far reviewers agree.

    Attributes:
        verdicts: over their votes; the items are claims.
        relations: over the relations that they recorded; the items are cells, a claim and another article each.
    """

    verdicts: Agreements
    relations: Agreements


def measure_agreements(states: Iterable[ClaimState]) -> ReviewersAgreement:
    """Return how far reviewers agree on the claims that were not discarded; what was settled changes no vote."""
    kept = [state for state in states if state.discarded_by is None]
    votes = {state.key: {vote.reviewer: vote.verdict for vote in state.votes} for state in kept}
    cells: defaultdict[tuple[str, str], dict[str, Relation]] = defaultdict(dict)
    for state in kept:
        for given in state.agreements:
            cells[state.key, given.article][given.reviewer] = given.relation
    return ReviewersAgreement(measure(votes), measure(cells))


def agreement_lines(measured: Agreements, items: str) -> tuple[tuple[str, str], ...]:
    """Return agreement in words, a line for all reviewers together and one for each two: about whom, and what.

    Args:
        measured: how far they agree.
        items: what the items are, in the plural.
    """
    overall = _words((("raw", measured.overall_raw), ("α", measured.overall_alpha)), items)
    pairs = (
        (f"{pair.first} and {pair.second}", _words((("raw", pair.raw), ("κ", pair.kappa), ("α", pair.alpha)), items))
        for pair in measured.pairs
    )
    return (("all", overall), *pairs)


def _words(named: Iterable[tuple[str, Coefficient]], items: str) -> str:
    """What is undefined for one reason is said once."""
    coefficients = tuple(named)
    defined = [f"{name} {_value(given)}" for name, given in coefficients if given.value is not None]
    reasons: defaultdict[str, list[str]] = defaultdict(list)
    for name, given in coefficients:
        if given.undefined is not None:
            reasons[given.undefined].append(name)
    undefined = [f"{' and '.join(names)} undefined: {reason}" for reason, names in reasons.items()]
    shared = coefficients[0][1].items
    return " · ".join([*defined, *([_many(shared, items)] if defined else []), *undefined])


def _value(given: Coefficient) -> str:
    interval = "" if given.low is None or given.high is None else f" [{given.low:.2f}, {given.high:.2f}]"
    return f"{given.value:.2f}{interval}"


def _many(number: int, items: str) -> str:
    return f"{number} {items.removesuffix('s') if number == 1 else items}"
