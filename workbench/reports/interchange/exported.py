"""What data sets of claim verification hold of a record: the claims that count, and the evidence for their verdicts."""

from collections.abc import Container, Iterator
from typing import Final, TypeAlias

from workbench.articles.model import Article
from workbench.reports.interchange.naming import articles_by_key
from workbench.reports.record import Record
from workbench.reports.wording import count
from workbench.review.versions import still_reviewed
from workbench.store.fold import ClaimState
from workbench.vocabulary import Relation, Verdict

EvidenceSet: TypeAlias = tuple[str, tuple[int, ...]]
"""Sentences of one article (its key) that together are enough."""

_SPEAKING_FOR: Final = (Relation.CORROBORATES,)
_SPEAKING_AGAINST: Final = (Relation.CONTRADICTS,)


def exported_claims(record: Record) -> Iterator[tuple[ClaimState, Article]]:
    """Yield the claims that are to be reviewed, with their articles; no discarded ones, none of older versions."""
    articles = articles_by_key(record)
    for state in still_reviewed(record.claims, (recorded.summary for recorded in record.articles)):
        if not state.discarded_by:
            yield state, articles[state.claim.article].article


def claims_with(record: Record, verdicts: Container[Verdict | None]) -> Iterator[tuple[ClaimState, Article, Verdict]]:
    """Yield the claims with one of these verdicts: settled, or shared by all votes."""
    for state, article in exported_claims(record):
        if state.verdict is not None and state.verdict in verdicts:
            yield state, article, state.verdict


def claims_left_out(record: Record, verdicts: Container[Verdict | None], name: str) -> str:
    """Say how many claims have a verdict that the format `name` has no label for, and how many none; "" if none."""
    found = [state.verdict for state, _ in exported_claims(record)]
    other = sum(1 for verdict in found if verdict is not None and verdict not in verdicts)
    open_claims = found.count(None)
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
