"""The record as tables in CSV; `reports.tables.CsvTable` names them.

RFC 4180: comma, double quotes, CRLF; text as UTF-8. Times are ISO 8601 in UTC, keys are the same in every
database, several values in one cell are separated by spaces (numbers) or semicolons (names). Two things happen to
text, since spreadsheets are where these files end up:

- Characters that would act unseen (control, bidirectional, invisible) stand as visible signs, one for one; a line
  break inside a cell stays. The JSON export has the original characters.
- A cell that a spreadsheet would take for a formula gets a leading apostrophe (OWASP ASVS 1.2.10): one whose first
  character, apostrophes aside, is one of = + - @ TAB CR LF NUL or a full-width = + - @. Taking away one apostrophe
  gives the text back.
"""

import csv
import io
import json
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from enum import StrEnum
from typing import Final, TypeAlias

from workbench.reports.record import Record, RecordedArticle
from workbench.reports.tables import CsvTable
from workbench.reports.warnings_table import warnings_table
from workbench.review.describe import describe
from workbench.review.suggestions import joined_text
from workbench.store.decisions import format_time
from workbench.store.fold import ClaimState, standing
from workbench.store.payloads import payload_to_json
from workbench.store.readings import SentenceReading
from workbench.visible import lines
from workbench.vocabulary import PassedOver

Cell: TypeAlias = str | int | float | bool | None
Table: TypeAlias = Iterator[tuple[Cell, ...]]
"""The header, then the rows."""

_FORMULA_STARTS: Final = "=+-@\t\r\n\0＝＋－＠"
_BOM: Final = "\ufeff"
_DISCARDED: Final = "discarded"


class LedgerState(StrEnum):
    """What became of a sentence; of several, the first that holds.

    A claim was made of it; a person has read it and made none; only the program has passed it over; nothing at all.
    """

    CLAIM = "claim"
    READING = "reading"
    PASSED_OVER = "passed_over"
    UNREAD = "unread"


def render_table(rows: Iterable[tuple[Cell, ...]], byte_order_mark: bool = False) -> str:
    """Return rows as CSV; with a byte order mark, Excel takes the text for the UTF-8 that it is."""
    buffer = io.StringIO(newline="")
    writer = csv.writer(buffer, lineterminator="\r\n")
    for row in rows:
        writer.writerow([_plain(cell) for cell in row])
    return (_BOM if byte_order_mark else "") + buffer.getvalue()


def guard(text: str) -> str:
    """Return `text` so that no spreadsheet takes it for a formula."""
    return f"'{text}" if text.lstrip("'")[:1] in _FORMULA_STARTS and text.strip("'") else text


def claims_table(record: Record) -> Table:
    """A row for every claim, discarded ones too."""
    articles = _articles(record)
    yield (
        *("claim", "article", "article_label", "start", "end", "sentences", "text", "wording", "asserter", "cue"),
        *("is_quote", "type", "checkworthiness", "checkable", "reasons", "origin", "extractor"),
        *("state", "verdict", "votes", "discarded_by"),
        *("discard_reason", "parked", "signed_off_by", "notes", "assigned"),
    )
    for state in record.claims:
        made = state.claim
        yield (
            *(state.key, made.article, articles[made.article].summary.label, made.start, made.end),
            *(_numbers(made.sentences), made.text, state.text, made.asserter, made.cue, made.is_quote, made.type),
            *(made.checkworthiness, made.checkable, " ".join(made.reasons), made.origin, made.extractor),
            *(state.state_for(record.asked), state.verdict, _votes(state), state.discarded_by),
            *(state.discard_reason, state.parked, state.signed_off_by, len(state.notes)),
            "; ".join(assignment.reviewer for assignment in state.assignments),
        )


def links_table(record: Record) -> Table:
    """A row for every set of sentences that states a claim."""
    articles = _articles(record)
    yield ("claim", "article", "sentences", "start", "end", "text", "state", "score", "by")
    for state in record.claims:
        for link in state.sources:
            place = _place(articles[state.claim.article], link.sentences)
            yield (state.key, state.claim.article, *place, link.state, link.score, link.by)


def agreement_table(record: Record) -> Table:
    """A row for what each reviewer recorded about each other article; no row means: not looked at yet."""
    articles = _articles(record)
    yield (
        *("claim", "claim_article", "article", "reviewer", "at", "relation", "facets", "sentences", "start", "end"),
        *("text", "other_claim", "note"),
    )
    for state in record.claims:
        for given in state.agreements:
            yield (
                *(state.key, state.claim.article, given.article, given.reviewer, format_time(given.at)),
                *(given.relation, ";".join(given.facets), *_place(articles.get(given.article), given.sentences)),
                *(given.other_claim, given.note),
            )


def origins_table(record: Record) -> Table:
    """A row for what was confirmed about the words, or the knowledge, of each claim in one article."""
    yield ("claim", "claim_article", "article", "layer", "kind", "name", "derivation", "reviewer", "at")
    for state in record.claims:
        for origin in state.origins:
            yield (
                *(state.key, state.claim.article, origin.article, origin.layer, origin.kind, origin.name),
                *(origin.derivation, origin.reviewer, format_time(origin.at)),
            )


def evidence_table(record: Record) -> Table:
    """A row for everything from outside the collection that is attached to a claim."""
    yield (
        *("claim", "claim_article", "evidence", "url", "citation", "file", "file_sha256", "quote", "note"),
        *("relation", "reliability", "credibility", "reviewer", "at"),
    )
    for state in record.claims:
        for found in state.evidence:
            yield (
                *(state.key, state.claim.article, found.id, found.url, found.citation, found.file, found.file_sha256),
                *(found.quote, found.note, found.relation, found.reliability, found.credibility),
                *(found.reviewer, format_time(found.at)),
            )


def adjudications_table(record: Record) -> Table:
    """A row for every settled verdict, and for every settled relation: those name the other article."""
    articles = _articles(record)
    yield (
        *("claim", "claim_article", "article", "settlement", "verdict", "reason", "unsupported", "relation", "facets"),
        *("sentences", "start", "end", "text", "other_claim", "disagreement", "confidence", "note", "reviewer", "at"),
    )
    for state in record.claims:
        if verdict := state.adjudication:
            yield (
                *(state.key, state.claim.article, None, verdict.settlement, verdict.verdict, verdict.reason),
                *(verdict.unsupported, None, None, None, None, None, None, None),
                *(verdict.disagreement, verdict.confidence, verdict.note, verdict.reviewer, format_time(verdict.at)),
            )
        for cell in state.settled_cells:
            yield (
                *(state.key, state.claim.article, cell.article, cell.settlement, None, None, None, cell.relation),
                *(";".join(cell.facets), *_place(articles.get(cell.article), cell.sentences), cell.other_claim),
                *(cell.disagreement, cell.confidence, cell.note, cell.reviewer, format_time(cell.at)),
            )


def sources_table(record: Record) -> Table:
    """A row for every article."""
    yield (
        *("article", "label", "name", "title", "publisher", "byline", "published", "url", "language", "encoding"),
        *("added_at", "collections", "characters", "sentences", "passed_over", "claims"),
    )
    for recorded in record.articles:
        article, summary = recorded.article, recorded.summary
        within = ";".join(found.name for found in record.collections if article.sha256 in found.articles)
        published = article.published.isoformat() if article.published else None
        yield (
            *(article.sha256, summary.label, article.name, article.title, article.publisher, article.byline),
            *(published, article.url, article.language, article.encoding, format_time(summary.added_at), within),
            *(len(article.text), len(article.sentences), len(recorded.passed), summary.claims),
        )


def readings_table(record: Record) -> Table:
    """The ledger: a row for every sentence of every article, with what became of it."""
    claims = _claims_by_sentence(record)
    yield (
        *("article", "article_label", "sentence", "start", "end", "text", "state", "reading", "passed_over"),
        *("claims", "verdicts", "reviewer", "at"),
    )
    for recorded in record.articles:
        readings = record.readings.get(recorded.key, {})
        passed = {entry.sentence: entry.reason for entry in recorded.passed}
        for index, sentence in enumerate(recorded.article.sentences):
            made, reading, reason = claims[recorded.key, index], readings.get(index), passed.get(index)
            yield (
                *(recorded.key, recorded.summary.label, index, sentence.start, sentence.end, sentence.text),
                *(_ledger_state(made, reading, reason), reading.reading if reading else None, reason),
                *(";".join(state.key for state in made), ";".join(_outcome(state) for state in made)),
                *((reading.reviewer, format_time(reading.at)) if reading else (None, None)),
            )


def history_table(record: Record) -> Table:
    """A row for every decision, undone ones and undos too, oldest first."""
    labels = {recorded.key: recorded.summary.label for recorded in record.articles}
    counting = {decision.id for decision in standing(record.decisions)}
    yield (
        *("at", "reviewer", "kind", "claim", "description", "counts", "undoes", "action", "id", "database"),
        *("position", "previous", "hash", "payload"),
    )
    for decision in record.decisions:
        payload = json.dumps(payload_to_json(decision.payload), sort_keys=True)
        yield (
            *(format_time(decision.at), decision.reviewer, decision.kind, decision.claim),
            *(describe(decision, labels), decision.id in counting, decision.undoes, decision.action, decision.id),
            *(decision.database, record.position_of(decision), decision.previous, decision.hash, payload),
        )


TABLES: Final[Mapping[str, Callable[[Record], Table]]] = {
    CsvTable.CLAIMS: claims_table,
    CsvTable.LINKS: links_table,
    CsvTable.AGREEMENT: agreement_table,
    CsvTable.ORIGINS: origins_table,
    CsvTable.EVIDENCE: evidence_table,
    CsvTable.ADJUDICATIONS: adjudications_table,
    CsvTable.WARNINGS: warnings_table,
    CsvTable.SOURCES: sources_table,
    CsvTable.READINGS: readings_table,
    CsvTable.HISTORY: history_table,
}


def render_csv(record: Record, table: str, byte_order_mark: bool = False) -> str:
    """Return one table of `record` as CSV; `table` is a key of `TABLES`."""
    return render_table(TABLES[table](record), byte_order_mark)


def _plain(cell: Cell) -> str:
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return "true" if cell else "false"
    return guard(lines(cell)) if isinstance(cell, str) else str(cell)


def _articles(record: Record) -> dict[str, RecordedArticle]:
    return {recorded.key: recorded for recorded in record.articles}


def _claims_by_sentence(record: Record) -> Mapping[tuple[str, int], list[ClaimState]]:
    """The claims that were made of each sentence, by article and number; none of most."""
    found: dict[tuple[str, int], list[ClaimState]] = defaultdict(list)
    for state in record.claims:
        for index in state.claim.sentences:
            found[state.claim.article, index].append(state)
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
