"""What other articles do with a claim, in the Markdown report."""

from collections.abc import Iterator

from workbench.matching.model import Difference
from workbench.reports.claim_outline import CellEntry, ClaimEntry, ClaimReference, Opinion, Passage
from workbench.reports.markdown_signs import by, linked, relation_words
from workbench.reports.markdown_text import escape
from workbench.reports.variant_words import WordPair, is_laid_out, telling_differences, variant_words, word_pairs
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
from workbench.vocabulary import FACET_LABELS, RELATION_TERMS


def cell_lines(claim: ClaimEntry) -> Iterator[str]:
    """Yield the lines that tell what each other article does with a claim, those that are silent last."""
    for cell in (*claim.cells, *claim.silent):
        yield from _cell(cell, claim.state.text)
    if claim.unread:
        yield f"- {NOT_LOOKED_AT.capitalize()}: {joined(summary.label for summary in claim.unread)}"


def _cell(cell: CellEntry, wording: str) -> Iterator[str]:
    if len(cell.opinions) == 1 and cell.settled is None:
        (opinion,) = cell.opinions
        yield f"- **{cell.article.label}** {_said(opinion)}"
        yield from _note(opinion.agreement)
    else:
        yield f"- **{cell.article.label}** {_held(cell)}"
        for opinion in cell.opinions:
            yield f"    - {_said(opinion)}"
            yield from _note(opinion.agreement)
    if cell.settled:
        yield f"    - {_settled(cell.settled, cell.settled_with)}"
        yield from _note(cell.settled)
    for passage in cell.passages:
        yield from _passage(passage, wording)


def _held(cell: CellEntry) -> str:
    if cell.relation is None:
        return f"{DISPUTED_GLYPH} {RELATIONS_DIFFER}"
    if cell.implied:
        whose = linked(cell.implied_by) if cell.implied_by else "its own claim"
        why = f"implied by {whose}, as {by(cell.implied)}, recorded it"
        return f"{IMPLIED_GLYPH} {relation_words(cell.relation)} ({why})"
    return relation_words(cell.relation) + (f" {SETTLED_GLYPH}" if cell.settled else "")


def _said(opinion: Opinion) -> str:
    given = opinion.agreement
    words = f"{RELATION_TERMS[given.relation].glyph} {agreement_words(given)}{_with(opinion.other)}"
    return f"{words} (says {by(given)})"


def _settled(settled: CellAdjudication, other: ClaimReference | None) -> str:
    differs = f"; differs in {facet_words(settled)}" if settled.facets else ""
    words = f"{settlement_words(settled)}{differs}{_with(other)}"
    return f"{SETTLED_GLYPH} Settled by {by(settled)}: {words}"


def _with(other: ClaimReference | None) -> str:
    return f"; {IMPLIED_GLYPH} {linked(other)}" if other else ""


def _note(said: Agreement | CellAdjudication) -> Iterator[str]:
    if said.note:
        yield f"    - Note: {escape(said.note)}"


def _passage(passage: Passage, wording: str) -> Iterator[str]:
    yield f"    - {sentence_numbers(passage.sentences)}: “{escape(passage.text)}”"
    yield from (f"    - {_difference(difference)}" for difference in telling_differences(passage))
    for variant in passage.variants:
        yield f"    - quotation: {escape(variant_words(variant))}"
        if is_laid_out(variant):
            pairs = word_pairs(wording, passage.text, variant)
            yield f"        - the claim: {' '.join(_word(pair, pair.claim) for pair in pairs)}"
            yield f"        - here: {' '.join(_word(pair, pair.other) for pair in pairs)}"


def _word(pair: WordPair, word: str) -> str:
    return escape(word) if pair.same else f"**{escape(word)}**"


def _difference(difference: Difference) -> str:
    claim, other = (f"“{escape(words)}”" if words else "nothing" for words in difference.told())
    return f"differs in {FACET_LABELS[difference.facet]}: {claim} in the claim, {other} here"
