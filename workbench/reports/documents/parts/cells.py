"""What other articles do with a claim, and the passages that this rests on."""

from collections.abc import Iterator

from workbench.matching.model import Difference, QuoteVariant
from workbench.reports.charts.tones import RELATION_TONES, Tone
from workbench.reports.claim_outline import CellEntry, ClaimEntry, ClaimReference, Opinion, Passage
from workbench.reports.documents.paper import Ink, Line, Paper, Run, listed
from workbench.reports.documents.parts.story import Story, by, flowing, relation_badge, says
from workbench.reports.variant_words import is_laid_out, telling_differences, variant_words, word_pairs
from workbench.reports.wording import (
    DISPUTED_GLYPH,
    IMPLIED_GLYPH,
    NOT_LOOKED_AT,
    RELATIONS_DIFFER,
    SETTLED_GLYPH,
    agreement_words,
    facet_words,
    joined,
    sentence_numbers,
    settlement_words,
)
from workbench.store.fold import Agreement
from workbench.store.settled import CellAdjudication
from workbench.vocabulary import FACET_LABELS, RELATION_TERMS, Relation


def write_cells(paper: Paper, claim: ClaimEntry, story: Story) -> None:
    """Write what each other article does with a claim, then which were silent, and which nobody has looked at."""
    for cell in claim.cells:
        _write_cell(paper, cell, claim.state.text, story)
    if claim.silent:
        paper.items([("Read, and ", relation_badge(Relation.NOT_ADDRESSED), ": ", *_silent(claim))])
    if claim.unread:
        paper.items([f"{NOT_LOOKED_AT.capitalize()}: {', '.join(summary.label for summary in claim.unread)}"])


def _write_cell(paper: Paper, cell: CellEntry, wording: str, story: Story) -> None:
    label = story.article(cell.article)
    if len(cell.opinions) == 1 and cell.settled is None:
        (opinion,) = cell.opinions
        paper.items([(label, " ", *_said(opinion, story))])
        _write_note(paper, opinion.agreement)
    else:
        paper.items([(label, " ", *_held(cell, story))])
        for opinion in cell.opinions:
            paper.items([_said(opinion, story)], 2)
            _write_note(paper, opinion.agreement)
    if cell.settled:
        paper.items([_settled(cell.settled, cell.settled_with, story)], 2)
        _write_note(paper, cell.settled)
    for passage in cell.passages:
        _write_passage(paper, passage, wording)


def _silent(claim: ClaimEntry) -> list[Run]:
    """Return the articles that were read and are silent: without links, as these are most cells of most reports."""
    groups = (
        (*listed(_noted(cell) for cell in cells), Run(f" (says {joined(readers)})", Ink.SOFT))
        for readers, cells in claim.silent_by_readers.items()
    )
    return listed(groups, "; ")


def _noted(cell: CellEntry) -> Line:
    notes = [opinion.agreement.note for opinion in cell.opinions if opinion.agreement.note]
    return (cell.article.label, "".join(f" (“{note}”)" for note in notes))


def _held(cell: CellEntry, story: Story) -> Iterator[Run]:
    if cell.relation is None:
        yield Run(f"{DISPUTED_GLYPH} {RELATIONS_DIFFER}", Ink.BADGE, RELATION_TONES["disputed"])
    elif cell.implied:
        yield relation_badge(cell.relation, f"{IMPLIED_GLYPH} ")
        whose = story.named(cell.implied_by) if cell.implied_by else Run("its own claim")
        yield from (Run(" (implied by "), whose, Run(f", as {by(cell.implied)}, recorded it)"))
    else:
        yield relation_badge(cell.relation)
        yield Run(f" {SETTLED_GLYPH}" if cell.settled else "")


def _said(opinion: Opinion, story: Story) -> list[Run]:
    given = opinion.agreement
    tone = RELATION_TONES[given.relation]
    words = Run(f"{RELATION_TERMS[given.relation].glyph} {agreement_words(given)}", Ink.BADGE, tone)
    return [words, *_with(opinion.other, story), says(given)]


def _settled(settled: CellAdjudication, other: ClaimReference | None, story: Story) -> Line:
    differs = f"; differs in {facet_words(settled)}" if settled.facets else ""
    words = f"{settlement_words(settled)}{differs}"
    return (Run(f"{SETTLED_GLYPH} Settled by {by(settled)}: ", Ink.STRONG), words, *_with(other, story))


def _with(other: ClaimReference | None, story: Story) -> tuple[Run, ...]:
    return (Run(f"; {IMPLIED_GLYPH} "), story.named(other)) if other else ()


def _write_note(paper: Paper, said: Agreement | CellAdjudication) -> None:
    if said.note:
        paper.items([f"Note: {said.note}"], 2)


def _write_passage(paper: Paper, passage: Passage, wording: str) -> None:
    named = f" (named by {joined(passage.named_by)})" if len(passage.named_by) > 1 else ""
    paper.items([f"{sentence_numbers(passage.sentences)}: “{flowing(passage.text)}”{named}"], 2)
    paper.items(map(_difference, telling_differences(passage)), 2)
    for variant in passage.variants:
        paper.items(_variant(variant, passage, wording), 2)


def _variant(variant: QuoteVariant, passage: Passage, wording: str) -> Iterator[Line]:
    yield f"quotation: {variant_words(variant)}"
    if is_laid_out(variant):
        pairs = word_pairs(wording, passage.text, variant)
        for whose, words in (("the claim", [pair.claim for pair in pairs]), ("here", [pair.other for pair in pairs])):
            looks = (Ink.PLAIN if pair.same else Ink.STRONG for pair in pairs)
            yield (f"{whose}: ", *listed((Run(word, ink) for word, ink in zip(words, looks, strict=True)), " "))


def _difference(difference: Difference) -> Line:
    claim, other = (f"“{words}”" if words else "nothing" for words in difference.told())
    label = Run(FACET_LABELS[difference.facet], tone=Tone.MIXED)
    return ("differs in ", label, f": {claim} in the claim, {other} here")
