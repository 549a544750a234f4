"""The record as tables: their columns, and their rows, article by article; `reports.tables.CsvTable` names them.

Times are ISO 8601 in UTC, keys are the same in every database, several values in one cell are separated by spaces
(numbers) or semicolons (names). How cells look in a file is up to the formats.
"""

import json
from collections import defaultdict
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Final, TypeAlias

from workbench.reports.record import Record, RecordedArticle
from workbench.reports.tables import CsvTable
from workbench.reports.warnings_table import warning_rows
from workbench.review.describe import describe
from workbench.review.suggestions import joined_text
from workbench.store.decisions import format_time
from workbench.store.fold import ClaimState, undone
from workbench.store.payloads import payload_to_json
from workbench.store.readings import SentenceReading
from workbench.vocabulary import PassedOver

Cell: TypeAlias = str | int | float | bool | None
Row: TypeAlias = tuple[Cell, ...]
Rows: TypeAlias = Iterator[Row]

_DISCARDED: Final = "discarded"


class LedgerState(StrEnum):
    """What became of a sentence; of several, the first that holds.

    A claim was made of it; a person has read it and made none; only the program has passed it over; nothing at all.
    """

    CLAIM = "claim"
    READING = "reading"
    PASSED_OVER = "passed_over"
    UNREAD = "unread"


def _claim_rows(record: Record, recorded: RecordedArticle, told: tuple[ClaimState, ...]) -> Rows:
    """A row for every claim, discarded ones too."""
    for state in told:
        made = state.claim
        yield (
            *(state.key, made.article, recorded.summary.label, made.start, made.end),
            *(_numbers(made.sentences), made.text, state.text, made.asserter, made.cue, made.is_quote, made.type),
            *(made.checkworthiness, made.checkable, " ".join(made.reasons), made.origin, made.extractor),
            *(state.state_for(record.asked), state.verdict, _votes(state), state.discarded_by),
            *(state.discard_reason, state.parked, state.signed_off_by, len(state.notes)),
            "; ".join(assignment.reviewer for assignment in state.assignments),
        )


def _link_rows(record: Record, recorded: RecordedArticle, told: tuple[ClaimState, ...]) -> Rows:
    """A row for every set of sentences that states a claim."""
    for state in told:
        for link in state.sources:
            yield (state.key, recorded.key, *_place(recorded, link.sentences), link.state, link.score, link.by)


def _agreement_rows(record: Record, recorded: RecordedArticle, told: tuple[ClaimState, ...]) -> Rows:
    """A row for what each reviewer recorded about each other article; no row means: not looked at yet."""
    for state in told:
        for given in state.agreements:
            yield (
                *(state.key, recorded.key, given.article, given.reviewer, format_time(given.at), given.relation),
                *(";".join(given.facets), *_place(record.articles.get(given.article), given.sentences)),
                *(given.other_claim, given.note),
            )


def _origin_rows(record: Record, recorded: RecordedArticle, told: tuple[ClaimState, ...]) -> Rows:
    """A row for what was confirmed about the words, or the knowledge, of each claim in one article."""
    for state in told:
        for origin in state.origins:
            yield (
                *(state.key, recorded.key, origin.article, origin.layer, origin.kind, origin.name),
                *(origin.derivation, origin.reviewer, format_time(origin.at)),
            )


def _evidence_rows(record: Record, recorded: RecordedArticle, told: tuple[ClaimState, ...]) -> Rows:
    """A row for everything from outside the collection that is attached to a claim."""
    for state in told:
        for found in state.evidence:
            yield (
                *(state.key, recorded.key, found.id, found.url, found.citation, found.file, found.file_sha256),
                *(found.quote, found.note, found.relation, found.reliability, found.credibility),
                *(found.reviewer, format_time(found.at)),
            )


def _adjudication_rows(record: Record, recorded: RecordedArticle, told: tuple[ClaimState, ...]) -> Rows:
    """A row for every settled verdict, and for every settled relation: those name the other article."""
    for state in told:
        if verdict := state.adjudication:
            yield (
                *(state.key, recorded.key, None, verdict.settlement, verdict.verdict, verdict.reason),
                *(verdict.unsupported, None, None, None, None, None, None, None),
                *(verdict.disagreement, verdict.confidence, verdict.note, verdict.reviewer, format_time(verdict.at)),
            )
        for cell in state.settled_cells:
            yield (
                *(state.key, recorded.key, cell.article, cell.settlement, None, None, None, cell.relation),
                *(";".join(cell.facets), *_place(record.articles.get(cell.article), cell.sentences)),
                *(cell.other_claim, cell.disagreement, cell.confidence, cell.note),
                *(cell.reviewer, format_time(cell.at)),
            )


def _source_rows(record: Record, recorded: RecordedArticle, told: tuple[ClaimState, ...]) -> Rows:
    """A row for the article."""
    article, summary = recorded.article, recorded.summary
    within = ";".join(found.name for found in record.collections if article.sha256 in found.articles)
    published = article.published.isoformat() if article.published else None
    yield (
        *(article.sha256, summary.label, article.name, article.title, article.publisher, article.byline),
        *(published, article.url, article.language, article.encoding, format_time(summary.added_at), within),
        *(len(article.text), len(article.sentences), len(recorded.passed), summary.claims),
    )


def _reading_rows(record: Record, recorded: RecordedArticle, states: tuple[ClaimState, ...]) -> Rows:
    """The ledger: a row for every sentence of the article, with what became of it."""
    readings = record.readings.get(recorded.key, {})
    passed = {entry.sentence: entry.reason for entry in recorded.passed}
    claims = _claims_by_sentence(states)
    for index, sentence in enumerate(recorded.article.sentences):
        made, reading, reason = claims[index], readings.get(index), passed.get(index)
        yield (
            *(recorded.key, recorded.summary.label, index, sentence.start, sentence.end, sentence.text),
            *(_ledger_state(made, reading, reason), reading.reading if reading else None, reason),
            *(";".join(state.key for state in made), ";".join(_outcome(state) for state in made)),
            *((reading.reviewer, format_time(reading.at)) if reading else (None, None)),
        )


def _history_rows(record: Record) -> Rows:
    """A row for every decision, undone ones and undos too, oldest first."""
    labels, taken_back = record.labels, undone(record.decisions)
    for decision in record.told_decisions:
        payload = json.dumps(payload_to_json(decision.payload), sort_keys=True)
        yield (
            *(format_time(decision.at), decision.reviewer, decision.kind, decision.claim),
            *(describe(decision, labels), decision.id not in taken_back, decision.undoes, decision.action),
            *(decision.id, decision.database, record.position_of(decision), decision.previous, decision.hash, payload),
        )


@dataclass(frozen=True, slots=True)
class _Table:
    """A table that is made article by article; of the claims that are told of, or of all where it counts them."""

    header: tuple[str, ...]
    rows: Callable[[Record, RecordedArticle, tuple[ClaimState, ...]], Rows]
    of_all: bool = False


@dataclass(frozen=True, slots=True)
class _WholeTable:
    """A table that is made of the whole record."""

    header: tuple[str, ...]
    rows: Callable[[Record], Rows]


_TABLES: Final[Mapping[CsvTable, _Table | _WholeTable]] = {
    CsvTable.CLAIMS: _Table(
        (
            *("claim", "article", "article_label", "start", "end", "sentences", "text", "wording", "asserter", "cue"),
            *("is_quote", "type", "checkworthiness", "checkable", "reasons", "origin", "extractor"),
            *("state", "verdict", "votes", "discarded_by"),
            *("discard_reason", "parked", "signed_off_by", "notes", "assigned"),
        ),
        _claim_rows,
    ),
    CsvTable.LINKS: _Table(
        ("claim", "article", "sentences", "start", "end", "text", "state", "score", "by"), _link_rows
    ),
    CsvTable.AGREEMENT: _Table(
        (
            *("claim", "claim_article", "article", "reviewer", "at", "relation", "facets", "sentences"),
            *("start", "end", "text", "other_claim", "note"),
        ),
        _agreement_rows,
    ),
    CsvTable.ORIGINS: _Table(
        ("claim", "claim_article", "article", "layer", "kind", "name", "derivation", "reviewer", "at"), _origin_rows
    ),
    CsvTable.EVIDENCE: _Table(
        (
            *("claim", "claim_article", "evidence", "url", "citation", "file", "file_sha256", "quote", "note"),
            *("relation", "reliability", "credibility", "reviewer", "at"),
        ),
        _evidence_rows,
    ),
    CsvTable.ADJUDICATIONS: _Table(
        (
            *("claim", "claim_article", "article", "settlement", "verdict", "reason", "unsupported", "relation"),
            *("facets", "sentences", "start", "end", "text", "other_claim", "disagreement", "confidence", "note"),
            *("reviewer", "at"),
        ),
        _adjudication_rows,
    ),
    CsvTable.WARNINGS: _WholeTable(
        ("claim", "claim_article", "article", "other_claim", "kind", "told", "waived_by", "reason", "waived_at"),
        warning_rows,
    ),
    CsvTable.SOURCES: _Table(
        (
            *("article", "label", "name", "title", "publisher", "byline", "published", "url", "language", "encoding"),
            *("added_at", "collections", "characters", "sentences", "passed_over", "claims"),
        ),
        _source_rows,
    ),
    CsvTable.READINGS: _Table(
        (
            *("article", "article_label", "sentence", "start", "end", "text", "state", "reading", "passed_over"),
            *("claims", "verdicts", "reviewer", "at"),
        ),
        _reading_rows,
        of_all=True,
    ),
    CsvTable.HISTORY: _WholeTable(
        (
            *("at", "reviewer", "kind", "claim", "description", "counts", "undoes", "action", "id", "database"),
            *("position", "previous", "hash", "payload"),
        ),
        _history_rows,
    ),
}


def table_rows(record: Record, wanted: Collection[str] = tuple(CsvTable)) -> Iterator[tuple[CsvTable, Row]]:
    """Yield each row of the `wanted` tables with its table: all headers, then the rows, those of one article together.

    So all tables are made while the record is read once. The rows of one table are in the order of the record.
    """
    tables = {table: _TABLES[table] for table in CsvTable if table in wanted}
    yield from ((name, table.header) for name, table in tables.items())
    of_articles = {name: table for name, table in tables.items() if isinstance(table, _Table)}
    for recorded, states in record.by_article() if of_articles else ():
        told = tuple(state for state in states if record.tells_of(state.key))
        for name, table in of_articles.items():
            for row in table.rows(record, recorded, states if table.of_all else told):
                yield name, row
    for name, whole in tables.items():
        if isinstance(whole, _WholeTable):
            yield from ((name, row) for row in whole.rows(record))


def _claims_by_sentence(states: tuple[ClaimState, ...]) -> Mapping[int, list[ClaimState]]:
    """The claims that were made of each sentence of their article; none of most."""
    found: dict[int, list[ClaimState]] = defaultdict(list)
    for state in states:
        for index in state.claim.sentences:
            found[index].append(state)
    return found


def _ledger_state(made: list[ClaimState], reading: SentenceReading | None, reason: PassedOver | None) -> LedgerState:
    if made:
        return LedgerState.CLAIM
    if reading:
        return LedgerState.READING
    return LedgerState.PASSED_OVER if reason else LedgerState.UNREAD


def _outcome(state: ClaimState) -> str:
    return _DISCARDED if state.discarded_by else state.verdict or ""


def _place(recorded: RecordedArticle | None, sentences: tuple[int, ...]) -> tuple[Cell, ...]:
    """Sentence indices, start, end and words; the last three are empty for an article of another collection."""
    if recorded is None or not sentences:
        return (_numbers(sentences), None, None, None)
    chosen = [recorded.article.sentences[index] for index in sentences]
    return (_numbers(sentences), chosen[0].start, chosen[-1].end, joined_text(recorded.article, sentences))


def _numbers(sentences: tuple[int, ...]) -> str:
    return " ".join(str(index) for index in sentences)


def _votes(state: ClaimState) -> str:
    return "; ".join(f"{vote.reviewer}={vote.verdict}" for vote in state.votes)
