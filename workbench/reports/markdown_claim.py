"""One claim in the Markdown report: how it stands, what was decided about it, and what other articles do with it."""

from collections.abc import Iterator

from workbench.articles.model import Article
from workbench.claims.asserted_by import asserted_by
from workbench.reports.claim_outline import ClaimEntry, HistoryEntry, OriginEntry, WarningEntry
from workbench.reports.markdown_cells import cell_lines
from workbench.reports.markdown_signs import by, claim_anchor, linked, verdict_words
from workbench.reports.markdown_text import escape, table
from workbench.reports.outline import ArticleEntry, Outline
from workbench.reports.wording import (
    DISCARDED_GLYPH,
    SETTLED_GLYPH,
    confirmed_words,
    grade_words,
    joined,
    link_words,
    marked_pieces,
    minute,
    origin_words,
    position,
    sentence_case,
    settlement_words,
    vote_words,
)
from workbench.review.score_words import score_words
from workbench.store.fold import ClaimState, Vote
from workbench.store.settled import ConfirmedOrigin, Evidence
from workbench.vocabulary import (
    ANCHOR_TERMS,
    CLAIM_TYPE_LABELS,
    ORIGIN_LAYER_TERMS,
    RELATION_TERMS,
    WARNING_TERMS,
    WORKFLOW_LABELS,
    OriginLayer,
)


def claim_section(claim: ClaimEntry, entry: ArticleEntry, outline: Outline) -> list[str]:
    """Return the lines that tell of one claim of an article."""
    state, article = claim.state, entry.recorded.article
    place = position(claim.quotation.start, claim.quotation.end, claim.quotation.sentences, article)
    lines = [
        f'<a id="{claim_anchor(claim.key)}"></a>',
        "",
        f"### {claim.number}: {_standing(state, outline.record.asked)}",
        "",
        f"> {escape(claim.quotation.words)}",
        "",
        f"{place}; claim `{claim.key}`",
        "",
    ]
    if state.text != state.claim.text:
        lines += [f"- Reworded: {escape(state.text)}"]
    kind = f"{CLAIM_TYPE_LABELS[state.claim.type]}, {escape(origin_words(state.claim))}"
    lines += [*_asserter(claim, article), f"- Kind: {kind}"]
    scores = score_words(state.claim)
    lines += [f"- Scores: {scores}"] if scores else []
    if state.carried:
        older = outline.numbers.get(state.carried.older, "a claim of another collection")
        lines += [f"- From the older version: {older} ({ANCHOR_TERMS[state.carried.state].label})"]
    lines += [*_sources(state), *_support(claim), *_warnings(claim)]
    lines += [*_verdict_lines(claim), *_evidence(state), *cell_lines(claim)]
    for note in state.notes:
        lines.append(f"- Note by {escape(note.reviewer)}, {minute(note.at)}: {escape(note.text)}")
    return lines + _history(claim.history)


def _standing(state: ClaimState, asked: int) -> str:
    if state.discarded_by:
        return f"{DISCARDED_GLYPH} discarded"
    return f"{verdict_words(state)} ({WORKFLOW_LABELS[state.state_for(asked)]})"


def _asserter(claim: ClaimEntry, article: Article) -> list[str]:
    made = claim.state.claim
    asserted = asserted_by(made, article)
    cue = f", “{escape(made.cue)}”" if made.cue else ""
    lines = [f"- {escape(sentence_case(asserted.words))}{cue}" + (", quoted" if made.is_quote else "")]
    return lines + ([f"- Understood: {escape(asserted.understood)}"] if asserted.understood else [])


def _sources(state: ClaimState) -> Iterator[str]:
    for number, link in enumerate(state.sources):
        yield f"- {'or: ' if number else 'Source: '}{escape(link_words(link))}"


# --- what follows from all claims


def _support(claim: ClaimEntry) -> Iterator[str]:
    if claim.equivalent:
        yield f"- The same as {joined(linked(other) for other in claim.equivalent)}"
    if claim.count:
        yield f"- Supported by {claim.count.told()}"
    if claim.has_confirmed_origin:
        yield from (f"    - {_origins(entry)}" for entry in claim.origins)


def _origins(entry: OriginEntry) -> str:
    aside = "" if entry.supports else " (does not support it)"
    known = ((OriginLayer.WORDS, entry.words), (OriginLayer.KNOWLEDGE, entry.knowledge))
    return f"**{entry.article.label}**{aside} " + "; ".join(_origin(layer, origin) for layer, origin in known)


def _origin(layer: OriginLayer, origin: ConfirmedOrigin | None) -> str:
    words = f"{escape(confirmed_words(origin))} (says {by(origin)})" if origin else "unknown"
    return f"{ORIGIN_LAYER_TERMS[layer].label}: {words}"


def _warnings(claim: ClaimEntry) -> Iterator[str]:
    for entry in claim.open_warnings:
        yield f"- **Warning:** {_warning(entry)}"
    for entry in claim.waived:
        yield f"- Warning, waived: {_warning(entry)}"
        if waiver := entry.warning.waiver:
            yield f"    - Waived by {by(waiver)}: {escape(waiver.reason)}"


def _warning(entry: WarningEntry) -> str:
    of = f"Of {linked(entry.of)}: " if entry.of else ""
    return f"{WARNING_TERMS[entry.warning.kind].label}. {of}{escape(entry.warning.told)}"


# --- what was decided about it


def _verdict_lines(claim: ClaimEntry) -> Iterator[str]:
    state = claim.state
    for vote in state.votes:
        yield f"- Vote of {by(vote)}: {escape(vote_words(vote))}"
        if vote.unsupported_at:
            yield f"    - Unsupported in ⟦ ⟧: {_unsupported(vote, state.text)}"
    if settled := state.adjudication:
        words = f"{escape(vote_words(settled))} ({settlement_words(settled)})"
        yield f"- {SETTLED_GLYPH} Settled by {by(settled)}: {words}"
        if settled.note:
            yield f"    - Note: {escape(settled.note)}"
    if state.signed_off_by:
        yield f"- Signed off by {escape(state.signed_off_by)}"
    if state.assignments:
        yield f"- To vote on it: {joined(escape(each.reviewer) for each in state.assignments)}"
    if state.discarded_by:
        reason = f": {escape(state.discard_reason)}" if state.discard_reason else ""
        yield f"- Discarded by {escape(state.discarded_by)}{reason}"


def _unsupported(vote: Vote, wording: str) -> str:
    pieces = marked_pieces(wording, vote.unsupported_at)
    return escape("".join(f"⟦{piece}⟧" if lacks else piece for piece, lacks in pieces))


def _evidence(state: ClaimState) -> Iterator[str]:
    for found in state.evidence:
        named = [found.grade, RELATION_TERMS[found.relation].label if found.relation else "", found.citation or ""]
        head = " · ".join(escape(part) for part in named if part)
        yield f"- Evidence by {by(found)}" + (f": {head}" if head else "")
        yield from (f"    - {name}: {escape(words)}" for name, words in _parts(found) if words)


def _parts(found: Evidence) -> Iterator[tuple[str, str]]:
    digest = f", SHA-256 {found.file_sha256}" if found.file_sha256 else ""
    yield "Grade", grade_words(found)
    yield "Address", found.url or ""
    yield "File", f"{found.file}{digest}" if found.file else ""
    yield "Quote", f"“{found.quote}”" if found.quote else ""
    yield "Note", found.note or ""


# --- history


def _history(entries: tuple[HistoryEntry, ...]) -> list[str]:
    if not entries:
        return []
    rows = [
        (
            minute(entry.decision.at),
            escape(entry.decision.reviewer),
            _history_words(entry),
            escape(entry.decision.id[:8]),
        )
        for entry in entries
    ]
    return ["", *table(("When", "Who", "Decision", "Id"), rows)]


def _history_words(entry: HistoryEntry) -> str:
    words = f"{entry.words} of: {entry.takes_back}" if entry.takes_back else entry.words
    return escape(words) if entry.counts else f"{escape(words)} *(undone)*"
