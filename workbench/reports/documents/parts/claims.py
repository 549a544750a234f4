"""The claims: how each stands, what was decided about it, and what other articles do with it."""

from collections.abc import Iterator

from workbench.articles.model import Article
from workbench.claims.asserted_by import asserted_by
from workbench.reports.claim_outline import ClaimEntry, OriginEntry, WarningEntry
from workbench.reports.documents.paper import Ink, Line, Paper, Run, listed
from workbench.reports.documents.parts.articles import article_line
from workbench.reports.documents.parts.cells import write_cells
from workbench.reports.documents.parts.decided import write_decided
from workbench.reports.documents.parts.history import write_claim_history
from workbench.reports.documents.parts.story import Story, by, claim_place, finding, flowing, says, tone_of
from workbench.reports.outline import ArticleEntry
from workbench.reports.sections import Section
from workbench.reports.wording import (
    confirmed_words,
    link_words,
    origin_words,
    position,
    sentence_case,
)
from workbench.review.score_words import score_words
from workbench.store.fold import ClaimState
from workbench.store.settled import ConfirmedOrigin
from workbench.vocabulary import (
    ANCHOR_TERMS,
    CLAIM_TYPE_LABELS,
    ORIGIN_LAYER_TERMS,
    WARNING_TERMS,
    WORKFLOW_LABELS,
    OriginLayer,
)


def write_claims(paper: Paper, story: Story) -> None:
    """Write every claim of which the report tells, article by article."""
    for entry in story.outline.articles:
        told = [claim for claim in entry.claims if story.outline.record.tells_of(claim.key)]
        if told:
            paper.heading(f"{entry.summary.label}. {entry.summary.heading}", 2)
            paper.paragraph(Run(f"{article_line(entry)}.", Ink.SOFT))
        for claim in told:
            _write_claim(paper, claim, entry, story)


def _write_claim(paper: Paper, claim: ClaimEntry, entry: ArticleEntry, story: Story) -> None:
    state, quotation, article = claim.state, claim.quotation, entry.recorded.article
    paper.heading((f"{claim.number}: ", *_standing(state, story)), 3, claim_place(claim.key))
    before, words, after = (flowing(part) for part in (quotation.before, quotation.words, quotation.after))
    paper.quotation(before, words, after, tone_of(state))
    place = position(quotation.start, quotation.end, quotation.sentences, article)
    paper.paragraph((f"{place}; claim ", Run(claim.key, Ink.CODE)))
    paper.items(_made(claim, article))
    for line, elsewhere in _sources(claim):
        paper.items([line])
        paper.items((f"“{flowing(each)}”" for each in elsewhere), 2)
    paper.items(_supported(claim, story))
    if claim.has_confirmed_origin:
        paper.items((_origins(origin, story) for origin in claim.origins), 2)
    _write_warnings(paper, claim, story)
    write_decided(paper, state)
    write_cells(paper, claim, story)
    paper.items((Run(f"Note by {by(note)}: ", Ink.STRONG), note.text) for note in state.notes)
    if Section.HISTORY not in story.parts:
        write_claim_history(paper, claim.history)


def _standing(state: ClaimState, story: Story) -> Iterator[Run]:
    yield finding(state)
    if not state.discarded_by:
        yield Run(f" ({WORKFLOW_LABELS[state.state_for(story.outline.record.asked)]})")


def _made(claim: ClaimEntry, article: Article) -> Iterator[Line]:
    state, made = claim.state, claim.state.claim
    if state.text != made.text:
        yield (Run("Reworded: ", Ink.STRONG), state.text)
    asserted = asserted_by(made, article)
    cue = f", “{made.cue}”" if made.cue else ""
    yield f"{sentence_case(asserted.words)}{cue}" + (", quoted" if made.is_quote else "")
    if asserted.understood:
        yield f"Understood: {asserted.understood}"
    yield f"Kind: {CLAIM_TYPE_LABELS[made.type]}, {origin_words(made)}"
    if scores := score_words(made):
        yield f"Scores: {scores}"


def _sources(claim: ClaimEntry) -> Iterator[tuple[Line, tuple[str, ...]]]:
    """Yield each set of sentences that states it; with its words, where they are not those of the claim's place."""
    if not claim.state.sources:
        yield "No sentence is linked as its source.", ()
    for number, (link, words) in enumerate(zip(claim.state.sources, claim.sources, strict=True)):
        elsewhere = link.sentences != claim.state.claim.sentences
        yield f"{'or: ' if number else 'Source: '}{link_words(link)}", words if elsewhere else ()


def _supported(claim: ClaimEntry, story: Story) -> Iterator[Line]:
    if carried := claim.state.carried:
        known = carried.older in story.outline.numbers
        older = story.claim(carried.older) if known else Run("a claim of another collection")
        yield ("From the older version: ", older, f" ({ANCHOR_TERMS[carried.state].label})")
    if claim.equivalent:
        yield ("The same as ", *listed(story.named(other) for other in claim.equivalent))
    if claim.count:
        yield f"Supported by {claim.count.told()}"
    elif claim.has_confirmed_origin:
        yield "Confirmed origins"


def _origins(entry: OriginEntry, story: Story) -> Line:
    aside = "" if entry.supports else " (does not support it)"
    known = ((OriginLayer.WORDS, entry.words), (OriginLayer.KNOWLEDGE, entry.knowledge))
    parts = listed((_origin(layer, origin) for layer, origin in known), "; ")
    return (story.article(entry.article), f"{aside} ", *parts)


def _origin(layer: OriginLayer, origin: ConfirmedOrigin | None) -> Line:
    label = ORIGIN_LAYER_TERMS[layer].label
    return (f"{label}: {confirmed_words(origin)}", says(origin)) if origin else f"{label}: unknown"


def _write_warnings(paper: Paper, claim: ClaimEntry, story: Story) -> None:
    for entry in claim.open_warnings:
        paper.items([(Run("Warning: ", Ink.STRONG), *_warning(entry, story))])
    for entry in claim.waived:
        paper.items([("Warning, waived: ", *_warning(entry, story))])
        if waiver := entry.warning.waiver:
            paper.items([f"Waived by {by(waiver)}: {waiver.reason}"], 2)


def _warning(entry: WarningEntry, story: Story) -> Iterator[Run]:
    term = WARNING_TERMS[entry.warning.kind]
    yield Run(f"{term.glyph} {term.label}. ")
    if entry.of:
        yield from (Run("Of "), story.named(entry.of), Run(": "))
    yield Run(entry.warning.told)
