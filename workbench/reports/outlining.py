"""From a record to the outline of its report. Everything is derived from the record, nothing is looked up."""

from collections import defaultdict
from collections.abc import Container, Iterable, Mapping
from dataclasses import replace

from workbench.articles.model import Article
from workbench.matching import compare
from workbench.reports.outline import (
    ArticleEntry,
    ClaimEntry,
    Evidence,
    HistoryEntry,
    Opinion,
    Outline,
    Quotation,
    SentenceEntry,
)
from workbench.reports.record import Record, RecordedArticle
from workbench.reports.versions import version_entries
from workbench.review.completeness import Completeness, measure_completeness
from workbench.review.describe import describe
from workbench.review.implied import implied_cells
from workbench.review.matrix import build_matrix
from workbench.review.naming import number_claims
from workbench.review.progress import measure_progress
from workbench.review.sentence_states import unread_sentences
from workbench.review.suggestions import joined_text
from workbench.review.versions import still_reviewed
from workbench.store.fold import Agreement, ClaimState, standing
from workbench.store.model import newest_of
from workbench.store.readings import SentenceReading
from workbench.vocabulary import Relation


def build_outline(record: Record) -> Outline:
    """Return the readable report of `record`."""
    record = _within(record)
    articles = tuple(recorded.summary for recorded in record.articles)
    reviewed = still_reviewed(record.claims, articles)
    current = {article.key for article in articles if article.newer is None}
    numbers = _number_claims(record)
    return Outline(
        record.collection or "All articles",
        record,
        measure_progress(reviewed, len(current), record.asked, implied_cells(reviewed, articles=current)),
        _completeness(record, reviewed, current),
        build_matrix(articles, reviewed),
        tuple(_article_entries(record, numbers)),
        numbers,
        version_entries(record, numbers),
    )


def _within(record: Record) -> Record:
    """Leave out what was recorded about articles of other collections, and about versions that were replaced."""
    keys = {recorded.key for recorded in record.articles if recorded.summary.newer is None}
    claims = (
        replace(state, agreements=tuple(given for given in state.agreements if given.article in keys))
        for state in record.claims
    )
    return replace(record, claims=tuple(claims))


def _completeness(record: Record, reviewed: Iterable[ClaimState], current: Container[str]) -> Completeness:
    articles = tuple(recorded.summary for recorded in record.articles)
    counts = {recorded.key: recorded.summary.sentences for recorded in record.articles if recorded.key in current}
    claimed: defaultdict[str, set[int]] = defaultdict(set)
    for state in record.claims:
        claimed[state.claim.article].update(state.claim.sentences)
    return measure_completeness(articles, unread_sentences(counts, claimed, record.readings), reviewed)


def _number_claims(record: Record) -> dict[str, str]:
    labels = {recorded.key: recorded.summary.label for recorded in record.articles}
    return number_claims(((state.key, state.claim.article) for state in record.claims), labels)


def _article_entries(record: Record, numbers: dict[str, str]) -> Iterable[ArticleEntry]:
    articles = {recorded.key: recorded for recorded in record.articles}
    histories = _histories(record)
    states: defaultdict[str, list[ClaimState]] = defaultdict(list)
    for state in record.claims:
        states[state.claim.article].append(state)
    for recorded in record.articles:
        claims = tuple(
            _claim_entry(state, numbers[state.key], articles, histories.get(state.key, ()))
            for state in states[recorded.key]
        )
        readings = record.readings.get(recorded.key, {})
        yield ArticleEntry(recorded, claims, _sentence_entries(recorded, claims, readings))


def _claim_entry(
    state: ClaimState, number: str, articles: dict[str, RecordedArticle], history: tuple[HistoryEntry, ...]
) -> ClaimEntry:
    own = articles[state.claim.article].article
    newest = newest_of(own.sha256, {key: recorded.summary for key, recorded in articles.items()})
    others = [recorded.summary for key, recorded in articles.items() if key not in (own.sha256, newest)]
    opinions = tuple(_opinion(state, own, a, articles[a.article]) for a in _in_order(state.agreements, articles))
    known = {opinion.article.key for opinion in opinions}
    return ClaimEntry(
        number,
        state,
        quote(own, state.claim.start, state.claim.end, state.claim.sentences),
        tuple(tuple(own.sentences[index].text for index in link.sentences) for link in state.sources),
        tuple(o for o in opinions if o.agreement.relation is not Relation.NOT_ADDRESSED),
        tuple(o for o in opinions if o.agreement.relation is Relation.NOT_ADDRESSED),
        tuple(summary for summary in others if summary.key not in known and summary.newer is None),
        history,
    )


def _in_order(agreements: Iterable[Agreement], articles: dict[str, RecordedArticle]) -> list[Agreement]:
    order = {key: position for position, key in enumerate(articles)}
    return sorted(agreements, key=lambda given: order[given.article])


def _opinion(state: ClaimState, own: Article, agreement: Agreement, recorded: RecordedArticle) -> Opinion:
    if not agreement.sentences:
        return Opinion(recorded.summary, agreement, None)
    article = recorded.article
    text = joined_text(article, agreement.sentences)
    first, last = (article.sentences[agreement.sentences[place]] for place in (0, -1))
    differences = compare(state.text, text, a_date=own.published, b_date=article.published).differences
    evidence = Evidence(agreement.sentences, text, first.start, last.end, differences)
    return Opinion(recorded.summary, agreement, evidence)


def quote(article: Article, start: int, end: int, sentences: tuple[int, ...]) -> Quotation:
    """Return `article.text[start:end]` with the rest of its sentences and one sentence more on either side."""
    first, last = _context(article, sentences) if sentences else (start, end)
    before, after = article.text[min(first, start) : start], article.text[end : max(last, end)]
    return Quotation(before, article.text[start:end], after, start, end, sentences)


def _context(article: Article, sentences: tuple[int, ...]) -> tuple[int, int]:
    """From the sentence before to the sentence after, within the same block."""
    first, last = article.sentences[sentences[0]], article.sentences[sentences[-1]]
    earlier = article.sentences[max(0, sentences[0] - 1)]
    later = article.sentences[min(len(article.sentences) - 1, sentences[-1] + 1)]
    start = earlier.start if earlier.block == first.block else first.start
    end = later.end if later.block == last.block else last.end
    return start, end


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


def _histories(record: Record) -> dict[str, tuple[HistoryEntry, ...]]:
    """The decisions about each claim, oldest first, in words."""
    labels = {recorded.key: recorded.summary.label for recorded in record.articles}
    by_id = {decision.id: decision for decision in record.decisions}
    counting = {decision.id for decision in standing(record.decisions)}
    histories: dict[str, list[HistoryEntry]] = {}
    for decision in record.decisions:
        undone = by_id.get(decision.undoes or "")
        taken_back = describe(undone, labels) if undone else None
        entry = HistoryEntry(decision, describe(decision, labels), decision.id in counting, taken_back)
        histories.setdefault(decision.claim, []).append(entry)
    return {claim: tuple(entries) for claim, entries in histories.items()}
