"""What formats of the field hold of a record: the claims that count, and the evidence for their verdicts.

Only claims that the record tells of are among them, and articles come one after the other: none is kept.
"""

from collections import Counter
from collections.abc import Container, Iterator
from typing import Final, TypeAlias

from workbench.articles.model import Article
from workbench.reports.record import Record, RecordedArticle
from workbench.reports.wording import count
from workbench.review.versions import reviewed_on
from workbench.store.fold import ClaimState
from workbench.vocabulary import Relation, Verdict

EvidenceSet: TypeAlias = tuple[str, tuple[int, ...]]
"""Sentences of one article (its key) that together are enough."""

_SPEAKING_FOR: Final = (Relation.CORROBORATES,)
_SPEAKING_AGAINST: Final = (Relation.CONTRADICTS,)


def exported_states(record: Record) -> Iterator[ClaimState]:
    """Yield the claims to review that the record tells of; no discarded ones, none of older versions."""
    for state in reviewed_on(record.claims, record.summaries):
        if record.tells_of(state.key) and not state.discarded_by:
            yield state


def exported_claims(record: Record) -> Iterator[tuple[ClaimState, Article]]:
    """Yield the claims of `exported_states` with their articles."""
    for recorded, states in record.by_article(exported_states(record)):
        for state in states:
            yield state, recorded.article


def current_articles(record: Record) -> Iterator[tuple[RecordedArticle, tuple[ClaimState, ...]]]:
    """Yield every article that no newer version has replaced, with its claims of `exported_states`; some have none."""
    for recorded, states in record.by_article(exported_states(record)):
        if recorded.summary.newer is None:
            yield recorded, states


def states_with(record: Record, verdicts: Container[Verdict | None]) -> Iterator[tuple[ClaimState, Verdict]]:
    """Yield the claims with one of these verdicts: settled, or shared by all votes."""
    for state in exported_states(record):
        if state.verdict is not None and state.verdict in verdicts:
            yield state, state.verdict


def claims_with(record: Record, verdicts: Container[Verdict | None]) -> Iterator[tuple[ClaimState, Article, Verdict]]:
    """Yield the claims with one of these verdicts, with their articles."""
    for state, article in exported_claims(record):
        if state.verdict is not None and state.verdict in verdicts:
            yield state, article, state.verdict


def claims_left_out(record: Record, verdicts: Container[Verdict | None], name: str) -> str:
    """Say how many claims have a verdict that the format `name` has no label for, and how many none; "" if none."""
    found = Counter(state.verdict for state in exported_states(record))
    open_claims = found.pop(None, 0)
    other = sum(number for verdict, number in found.items() if verdict not in verdicts)
    parts = [f"{count(open_claims, 'claim')} without a verdict"] if open_claims else []
    parts += [f"{count(other, 'claim')} with a verdict that {name} has no label for"] if other else []
    return f"Left out: {', '.join(parts)}." if parts else ""


def sets_for(state: ClaimState) -> Iterator[EvidenceSet]:
    """Yield the sets of sentences that state the claim in its own article, then those that corroborate it in others."""
    for source in state.sources:
        yield state.claim.article, source.sentences
    yield from _sets_of(state, _SPEAKING_FOR)


def sets_against(state: ClaimState) -> Iterator[EvidenceSet]:
    """Yield the sets of sentences of other articles that contradict the claim."""
    return _sets_of(state, _SPEAKING_AGAINST)


def sets_in(state: ClaimState, article: str) -> tuple[tuple[int, ...], ...]:
    """Return the sets of sentences of another article (its key) that its relation to the claim rests on, each once.

    The relation is that which was settled, or that all reviewers share; each reviewer's sentences are a set.
    """
    relation, settled = state.relation_with(article), state.settled_cell(article)
    found = [settled.sentences] if settled else []
    found += [given.sentences for given in state.agreements if given.article == article and given.relation is relation]
    return tuple(dict.fromkeys(tuple(sorted(sentences)) for sentences in found if sentences))


def related_articles(state: ClaimState) -> tuple[str, ...]:
    """Return the keys of the articles whose relation to the claim is known, in the order that they were recorded."""
    keys = [given.article for given in state.agreements] + [settled.article for settled in state.settled_cells]
    return tuple(key for key in dict.fromkeys(keys) if state.relation_with(key) is not None)


def _sets_of(state: ClaimState, relations: tuple[Relation, ...]) -> Iterator[EvidenceSet]:
    for article in related_articles(state):
        if state.relation_with(article) in relations:
            for sentences in sets_in(state, article):
                yield article, sentences
