"""What is odd about a class of equivalent claims. Each warning is that of the earliest claim that it is about."""

from collections.abc import Iterable, Iterator, Sequence

from workbench.review.held import held_agreements
from workbench.review.warning_model import Surroundings
from workbench.review.warning_model import Warning as RecordWarning
from workbench.review.warning_words import quoted
from workbench.store.fold import Agreement, ClaimState
from workbench.vocabulary import VERDICT_TERMS, Relation, WarningKind


def class_warnings(members: Sequence[ClaimState], around: Surroundings) -> Iterator[RecordWarning]:
    """Yield the warnings about a class, given by its members in reading order."""
    yield from _contradictions(members)
    yield from _parted_by_articles(members, around)
    yield from _parted_by_verdicts(members)


def _contradictions(members: Sequence[ClaimState]) -> Iterator[RecordWarning]:
    """Two members are said to contradict one another, by name, or as the article in which one of them stands."""
    ranks = {member.key: rank for rank, member in enumerate(members)}
    recorded: dict[tuple[int, int], Agreement] = {}
    for member in members:
        for given in held_agreements(member):
            other = _meant(given, members) if given.relation is Relation.CONTRADICTS else None
            if other is not None:
                first, second = sorted((ranks[member.key], ranks[other.key]))
                recorded.setdefault((first, second), given)
    for (first, second), given in sorted(recorded.items(), key=lambda pair: pair[0]):
        one, other = members[first], members[second]
        told = f"It is said to be the same as {quoted(other)}, and {given.reviewer} recorded that they contradict."
        yield RecordWarning(WarningKind.CLASS_CONTRADICTION, one.key, other.claim.article, other.key, told)


def _meant(given: Agreement, members: Iterable[ClaimState]) -> ClaimState | None:
    """Return the member that a relation speaks of: the one that it names, or where it names none, the article's."""
    if given.other_claim is not None:
        return next((member for member in members if member.key == given.other_claim), None)
    return next((member for member in members if member.claim.article == given.article), None)


def _parted_by_articles(members: Sequence[ClaimState], around: Surroundings) -> Iterator[RecordWarning]:
    """A third article corroborates one member and contradicts another."""
    own = {member.claim.article for member in members}
    relations = [around.relations(member) for member in members]
    for article in dict.fromkeys(key for each in relations for key in each if key not in own):
        agreeing, opposed = (
            next((rank for rank, each in enumerate(relations) if each.get(article) is wanted), None)
            for wanted in (Relation.CORROBORATES, Relation.CONTRADICTS)
        )
        if agreeing is None or opposed is None:
            continue
        one, other = members[min(agreeing, opposed)], members[max(agreeing, opposed)]
        here, there = ("corroborates", "contradicts") if agreeing < opposed else ("contradicts", "corroborates")
        told = f"{around.label(article)} {here} it, and {there} {quoted(other)}, which is said to be the same."
        yield RecordWarning(WarningKind.CLASS_INCONSISTENT, one.key, article, other.key, told)


def _parted_by_verdicts(members: Sequence[ClaimState]) -> Iterator[RecordWarning]:
    judged = [(member, member.verdict) for member in members if member.verdict is not None]
    if not judged:
        return
    one, verdict = judged[0]
    other, another = next(((member, each) for member, each in judged if each is not verdict), judged[0])
    if another is not verdict:
        here, there = VERDICT_TERMS[verdict].label, VERDICT_TERMS[another].label
        told = f"It is {here}, and {quoted(other)}, which is said to be the same, is {there}."
        yield RecordWarning(WarningKind.CLASS_INCONSISTENT, one.key, None, other.key, told)
