"""The record as five tables in CSV: claims, links, agreement, sources, history.

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
from collections.abc import Callable, Iterable, Iterator
from typing import Final, TypeAlias

from workbench.reports.record import Record, RecordedArticle
from workbench.review.describe import describe
from workbench.review.suggestions import joined_text
from workbench.store.decisions import format_time
from workbench.store.fold import ClaimState, standing
from workbench.store.payloads import payload_to_json
from workbench.visible import lines

Cell: TypeAlias = str | int | float | bool | None
Table: TypeAlias = Iterator[tuple[Cell, ...]]
"""The header, then the rows."""

_FORMULA_STARTS: Final = "=+-@\t\r\n\0＝＋－＠"
_BOM: Final = "\ufeff"


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
        *("discard_reason", "parked", "signed_off_by", "notes"),
    )
    for state in record.claims:
        made = state.claim
        yield (
            *(state.key, made.article, articles[made.article].summary.label, made.start, made.end),
            *(_numbers(made.sentences), made.text, state.text, made.asserter, made.cue, made.is_quote, made.type),
            *(made.checkworthiness, made.checkable, " ".join(made.reasons), made.origin, made.extractor),
            *(state.state, state.verdict, _votes(state), state.discarded_by),
            *(state.discard_reason, state.parked, state.signed_off_by, len(state.notes)),
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


def history_table(record: Record) -> Table:
    """A row for every decision, undone ones and undos too, oldest first."""
    labels = {recorded.key: recorded.summary.label for recorded in record.articles}
    counting = {decision.id for decision in standing(record.decisions)}
    yield (
        *("at", "reviewer", "kind", "claim", "description", "counts", "undoes", "id", "database", "position"),
        *("previous", "hash", "payload"),
    )
    for decision in record.decisions:
        payload = json.dumps(payload_to_json(decision.payload), sort_keys=True)
        yield (
            *(format_time(decision.at), decision.reviewer, decision.kind, decision.claim),
            *(describe(decision, labels), decision.id in counting, decision.undoes, decision.id, decision.database),
            *(decision.position, decision.previous, decision.hash, payload),
        )


TABLES: Final[dict[str, Callable[[Record], Table]]] = {
    "claims": claims_table,
    "links": links_table,
    "agreement": agreement_table,
    "sources": sources_table,
    "history": history_table,
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
