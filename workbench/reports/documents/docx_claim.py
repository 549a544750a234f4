"""One claim in the Word document: how it stands, what was decided about it, and what other articles do with it."""

from collections.abc import Iterator

from workbench.claims.asserted_by import asserted_by
from workbench.reports.claim_outline import CellEntry, ClaimEntry, ClaimReference
from workbench.reports.documents.paper import Paper
from workbench.reports.markdown_signs import Said, relation_words, verdict_words
from workbench.reports.outline import ArticleEntry
from workbench.reports.variant_words import telling_differences, variant_words
from workbench.reports.wording import (
    DISCARDED_GLYPH,
    DISPUTED_GLYPH,
    NOT_LOOKED_AT,
    RELATIONS_DIFFER,
    SETTLED_GLYPH,
    agreement_words,
    confirmed_words,
    facet_words,
    grade_words,
    joined,
    link_words,
    minute,
    origin_words,
    position,
    sentence_case,
    sentence_numbers,
    settlement_words,
    vote_words,
)
from workbench.store.fold import ClaimState
from workbench.vocabulary import (
    CLAIM_TYPE_LABELS,
    FACET_LABELS,
    ORIGIN_LAYER_TERMS,
    RELATION_TERMS,
    WARNING_TERMS,
    WORKFLOW_LABELS,
    OriginLayer,
)


def write_claim(paper: Paper, claim: ClaimEntry, entry: ArticleEntry, asked: int) -> None:
    """Write all that the report tells of one claim; so many votes are `asked` for."""
    quotation, article, state = claim.quotation, entry.recorded.article, claim.state
    paper.heading(f"{claim.number}: {_standing(state, asked)}", 2)
    paper.quotation(quotation.before, quotation.words, quotation.after)
    paper.paragraph(f"{position(quotation.start, quotation.end, quotation.sentences, article)}; claim {claim.key}")
    if state.text != state.claim.text:
        paper.items([f"Reworded: {state.text}"])
    paper.items([_asserter(claim, entry), f"Kind: {CLAIM_TYPE_LABELS[state.claim.type]}, {origin_words(state.claim)}"])
    for link, words in zip(state.sources, claim.sources, strict=True):
        paper.items([f"Source: {link_words(link)}"])
        paper.items((f"“{each}”" for each in words), 2)
    for part in (_follows, _warnings, _votes, _evidence):
        paper.items(part(claim))
    for cell in (*claim.cells, *claim.silent):
        paper.items([f"{cell.article.label}: {_held(cell)}"])
        paper.items(_cell(cell), 2)
    if claim.unread:
        paper.items([f"{NOT_LOOKED_AT.capitalize()}: {joined(summary.label for summary in claim.unread)}"])
    paper.items(f"Note by {_by(note)}: {note.text}" for note in state.notes)
    if claim.history:
        rows = [
            (minute(each.decision.at), each.decision.reviewer, each.words + ("" if each.counts else " (undone)"))
            for each in claim.history
        ]
        paper.table(("Time", "Reviewer", "Decision"), rows)


def _standing(state: ClaimState, asked: int) -> str:
    if state.discarded_by:
        return f"{DISCARDED_GLYPH} discarded"
    return f"{verdict_words(state)} ({WORKFLOW_LABELS[state.state_for(asked)]})"


def _asserter(claim: ClaimEntry, entry: ArticleEntry) -> str:
    made = claim.state.claim
    cue = f", “{made.cue}”" if made.cue else ""
    words = sentence_case(asserted_by(made, entry.recorded.article).words)
    return f"{words}{cue}" + (", quoted" if made.is_quote else "")


def _follows(claim: ClaimEntry) -> Iterator[str]:
    if claim.equivalent:
        yield f"The same as {joined(other.number for other in claim.equivalent)}"
    if claim.count:
        yield f"Supported by {claim.count.told()}"
    for entry in claim.origins:
        for layer, origin in ((OriginLayer.WORDS, entry.words), (OriginLayer.KNOWLEDGE, entry.knowledge)):
            if origin:
                label = ORIGIN_LAYER_TERMS[layer].label
                yield f"{entry.article.label}, {label}: {confirmed_words(origin)} (says {_by(origin)})"


def _warnings(claim: ClaimEntry) -> Iterator[str]:
    for entry in (*claim.open_warnings, *claim.waived):
        warning, waiver = entry.warning, entry.warning.waiver
        of = f"Of {entry.of.number}: " if entry.of else ""
        waived = f" Waived by {_by(waiver)}: {waiver.reason}" if waiver else ""
        yield f"Warning: {WARNING_TERMS[warning.kind].label}. {of}{warning.told}{waived}"


def _votes(claim: ClaimEntry) -> Iterator[str]:
    state = claim.state
    for vote in state.votes:
        yield f"Vote of {_by(vote)}: {vote_words(vote)}"
    if settled := state.adjudication:
        note = f": {settled.note}" if settled.note else ""
        words = f"{vote_words(settled)} ({settlement_words(settled)}){note}"
        yield f"{SETTLED_GLYPH} Settled by {_by(settled)}: {words}"
    if state.signed_off_by:
        yield f"Signed off by {state.signed_off_by}"
    if state.assignments:
        yield f"To vote on it: {joined(each.reviewer for each in state.assignments)}"
    if state.discarded_by:
        yield f"Discarded by {state.discarded_by}" + (f": {state.discard_reason}" if state.discard_reason else "")


def _evidence(claim: ClaimEntry) -> Iterator[str]:
    for found in claim.state.evidence:
        relation = RELATION_TERMS[found.relation].label if found.relation else ""
        digest = f"SHA-256 {found.file_sha256}" if found.file_sha256 else ""
        quote = f"“{found.quote}”" if found.quote else ""
        parts = (relation, grade_words(found), found.citation, found.url, found.file, digest, quote, found.note)
        yield f"Evidence by {_by(found)}: {'; '.join(part for part in parts if part)}"


def _held(cell: CellEntry) -> str:
    if cell.relation is None:
        return f"{DISPUTED_GLYPH} {RELATIONS_DIFFER}"
    if cell.implied:
        whose = cell.implied_by.number if cell.implied_by else "its own claim"
        return f"{relation_words(cell.relation)} (implied by {whose}, as {_by(cell.implied)}, recorded it)"
    return relation_words(cell.relation) + (f" {SETTLED_GLYPH}" if cell.settled else "")


def _cell(cell: CellEntry) -> Iterator[str]:
    for opinion in cell.opinions:
        given = opinion.agreement
        note = f": {given.note}" if given.note else ""
        yield f"{agreement_words(given)}{_with(opinion.other)} (says {_by(given)}){note}"
    if settled := cell.settled:
        differs = f"; differs in {facet_words(settled)}" if settled.facets else ""
        note = f": {settled.note}" if settled.note else ""
        words = f"{settlement_words(settled)}{differs}{_with(cell.settled_with)}"
        yield f"{SETTLED_GLYPH} Settled by {_by(settled)}: {words}{note}"
    for passage in cell.passages:
        yield f"{sentence_numbers(passage.sentences)}: “{passage.text}”"
        for difference in telling_differences(passage):
            own, other = (f"“{words}”" if words else "nothing" for words in difference.told())
            yield f"differs in {FACET_LABELS[difference.facet]}: {own} in the claim, {other} here"
        yield from (f"quotation: {variant_words(variant)}" for variant in passage.variants)


def _with(other: ClaimReference | None) -> str:
    return f"; {other.number}" if other else ""


def _by(said: Said) -> str:
    return f"{said.reviewer}, {minute(said.at)}"
