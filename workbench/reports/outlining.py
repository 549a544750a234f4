"""From a record to the outline of its report. Everything is derived from the record, nothing is looked up."""

from collections import defaultdict
from collections.abc import Iterable, Mapping

from workbench.reports.claim_outline import ClaimEntry, HistoryEntry
from workbench.reports.claim_outlining import ClaimOutliner
from workbench.reports.outline import ArticleEntry, Outline, SentenceEntry
from workbench.reports.record import Record, RecordedArticle
from workbench.reports.record_graph import RecordGraph, graph_of
from workbench.reports.versions import version_entries
from workbench.review.completeness import Completeness, measure_completeness
from workbench.review.describe import describe
from workbench.review.matrix import build_matrix
from workbench.review.naming import number_claims
from workbench.review.progress import measure_progress
from workbench.review.reviewer_agreement import measure_agreements
from workbench.review.sentence_states import unread_sentences
from workbench.store.fold import ClaimState, standing
from workbench.store.readings import SentenceReading
from workbench.store.subjects import article_subject, collection_subject


def build_outline(record: Record) -> Outline:
    """Return the readable report of `record`."""
    graph = graph_of(record)
    record, reviewed = graph.record, graph.states
    numbers = _number_claims(record)
    history = tuple(_history(record))
    return Outline(
        record.collection or "All articles",
        record,
        graph,
        measure_progress(reviewed, len(graph.current), record.asked, graph.implied),
        _completeness(graph),
        measure_agreements(reviewed),
        build_matrix(tuple(graph.summaries.values()), reviewed),
        tuple(_article_entries(graph, numbers, history)),
        numbers,
        version_entries(record, numbers),
        history,
        _subjects(record, numbers),
    )


def _completeness(graph: RecordGraph) -> Completeness:
    counts = {key: summary.sentences for key, summary in graph.summaries.items() if key in graph.current}
    claimed: defaultdict[str, set[int]] = defaultdict(set)
    for state in graph.record.claims:
        claimed[state.claim.article].update(state.claim.sentences)
    unread = unread_sentences(counts, claimed, graph.record.readings)
    return measure_completeness(tuple(graph.summaries.values()), unread, graph.states)


def _number_claims(record: Record) -> dict[str, str]:
    return number_claims(((state.key, state.claim.article) for state in record.claims), record.labels)


def _article_entries(
    graph: RecordGraph, numbers: dict[str, str], history: Iterable[HistoryEntry]
) -> Iterable[ArticleEntry]:
    record = graph.record
    articles = {recorded.key: recorded for recorded in record.articles}
    by_key = {state.key: state for state in record.claims}
    outliner = ClaimOutliner(graph, articles, by_key, numbers, _by_claim(history))
    states: defaultdict[str, list[ClaimState]] = defaultdict(list)
    for state in record.claims:
        states[state.claim.article].append(state)
    for recorded in record.articles:
        claims = tuple(outliner.entry(state) for state in states[recorded.key])
        readings = record.readings.get(recorded.key, {})
        yield ArticleEntry(recorded, claims, _sentence_entries(recorded, claims, readings))


def _sentence_entries(
    recorded: RecordedArticle, claims: tuple[ClaimEntry, ...], readings: Mapping[int, SentenceReading]
) -> tuple[SentenceEntry, ...]:
    made: dict[int, list[ClaimEntry]] = {}
    for claim in claims:
        for index in claim.state.claim.sentences:
            made.setdefault(index, []).append(claim)
    passed = {entry.sentence: entry.reason for entry in recorded.passed}
    return tuple(
        SentenceEntry(index, sentence, tuple(made.get(index, ())), passed.get(index), readings.get(index))
        for index, sentence in enumerate(recorded.article.sentences)
    )


def _history(record: Record) -> Iterable[HistoryEntry]:
    """All decisions, oldest first, in words."""
    labels = record.labels
    decisions = tuple(record.decisions)
    by_id = {decision.id: decision for decision in decisions}
    counting = {decision.id for decision in standing(decisions)}
    for decision in decisions:
        undone = by_id.get(decision.undoes or "")
        taken_back = describe(undone, labels) if undone else None
        yield HistoryEntry(decision, describe(decision, labels), decision.id in counting, taken_back)


def _by_claim(history: Iterable[HistoryEntry]) -> dict[str, tuple[HistoryEntry, ...]]:
    found: defaultdict[str, list[HistoryEntry]] = defaultdict(list)
    for entry in history:
        found[entry.decision.claim].append(entry)
    return {claim: tuple(entries) for claim, entries in found.items()}


def _subjects(record: Record, numbers: Mapping[str, str]) -> dict[str, str]:
    """What decisions are about, in words: a claim by its number, an article by its label, a collection by its name."""
    articles = {article_subject(each.key): f"article {each.summary.label}" for each in record.articles}
    collections = {collection_subject(each.name): f"collection “{each.name}”" for each in record.collections}
    return {**collections, **articles, **numbers}
