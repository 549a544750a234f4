"""The other articles beside the claim: their best passages, what they share with it, and what differs."""

from dataclasses import dataclass

from workbench.review.model import Cell, ClaimView, Difference, Passage
from workbench.tui.flow import Line, Mark, Span, clip, flow, span, unwrapped
from workbench.tui.ink import RELATION_INKS, Ink
from workbench.tui.variant_lines import variant_lines
from workbench.vocabulary import FACET_LABELS, RELATION_TERMS, UNREVIEWED_GLYPH, Facet

BRIEF_LINES = 2
"""How much of a passage is shown of the articles that are not chosen."""


@dataclass(frozen=True, slots=True)
class Choice:
    """Which other article is chosen, and which of its passages (indices into the view's cells)."""

    cell: int = 0
    passage: int = 0


def passage_lines(view: ClaimView, choice: Choice, width: int) -> tuple[list[Line], tuple[int, int]]:
    """Return the lines of all other articles, and those of the chosen one (first, last + 1)."""
    rows: list[Line] = []
    chosen = (0, 0)
    for index, cell in enumerate(view.cells):
        lines = _cell_lines(view.state.text, cell, choice.passage if index == choice.cell else None, index, width)
        if index == choice.cell:
            chosen = (len(rows), len(rows) + len(lines))
        rows += [*lines, Line()]
    return rows or [Line((span("No other article in this collection.", Ink.MUTED),))], chosen


def _cell_lines(claim: str, cell: Cell, passage: int | None, index: int, width: int) -> list[Line]:
    chosen = passage is not None
    bar = (span("▌", Ink.TITLE),) if chosen else (span(" "),)
    lines = [_head(cell, bar, index, width)]
    if not cell.passages and not cell.searched:
        return lines
    if not cell.passages:
        return [*lines, Line((*bar, span(" no passage found; e chooses one", Ink.MUTED)), tag=index)]
    shown = cell.passages[min(passage or 0, len(cell.passages) - 1)]
    words = flow(
        unwrapped(shown.text), width, passage_marks(shown), base=_ink(cell, chosen), indent=(*bar, span(" ")), tag=index
    )
    if not chosen:
        return [*lines, *words[:BRIEF_LINES]]
    return [
        *lines,
        *words,
        *_reason(cell, shown, bar, index, width),
        *variant_lines(claim, shown, bar, index, width),
        *_others(cell, shown, bar, index, width),
    ]


def _others(cell: Cell, shown: Passage, bar: tuple[Span, ...], index: int, width: int) -> list[Line]:
    """Return the beginnings of the chosen article's other passages, in their order."""
    rows: list[Line] = []
    for number, passage in enumerate(cell.passages, start=1):
        if passage is not shown:
            lead, indent = (*bar, span(f" {number} ", Ink.KEY)), (*bar, span("   "))
            words = flow(
                unwrapped(passage.text),
                width,
                passage_marks(passage),
                base=Ink.MUTED,
                indent=indent,
                lead=lead,
                tag=index,
            )
            rows += words[:BRIEF_LINES]
    return rows


def _ink(cell: Cell, chosen: bool) -> Ink:
    return Ink.PLAIN if chosen or not cell.is_decided else Ink.MUTED


def _head(cell: Cell, bar: tuple[Span, ...], index: int, width: int) -> Line:
    article = cell.article
    sign = _sign(cell)
    outlet = article.publisher or article.heading
    day = f" · {article.published:%d %b %Y}" if article.published else ""
    name = clip(f" {article.label}  {outlet}{day}", max(12, width - len(sign.text) - 4))
    gap = " " * max(1, width - len(name) - len(sign.text) - 1)
    return Line((*bar, span(name, Ink.TITLE), span(gap), sign), tag=index)


def _sign(cell: Cell) -> Span:
    """What is recorded of the article, or what follows from its own claim, or that nobody looked yet."""
    if cell.agreement is not None:
        term = RELATION_TERMS[cell.agreement.relation]
        facets = ", ".join(FACET_LABELS[facet] for facet in cell.agreement.facets)
        words = f"{term.glyph} {term.label}" + (f" ({facets})" if facets else "")
        return span(words, RELATION_INKS[cell.agreement.relation], Ink.STRONG)
    if cell.implied is not None:
        term = RELATION_TERMS[cell.implied.relation]
        return span(f"⇄ {term.glyph} {term.label} (implied)", RELATION_INKS[cell.implied.relation])
    return span(f"{UNREVIEWED_GLYPH} not looked at yet", Ink.OPEN)


def passage_marks(passage: Passage) -> list[Mark]:
    """Return the marks of what a passage shares with the claim, renders otherwise, and says otherwise."""
    shared = [Mark(start, end, Ink.SHARED) for start, end in passage.shared]
    told = (d for d in passage.comparison.differences if d.b and _is_told(d, passage))
    differing = [Mark(difference.b_start, difference.b_end, Ink.DIFFERS) for difference in told]
    words = (word for variant in passage.variants for word in variant.words)
    rendered = [Mark(*word.b, Ink.QUOTE) for word in words if word.b and not word.same]
    return shared + rendered + differing


def _reason(cell: Cell, passage: Passage, bar: tuple[Span, ...], index: int, width: int) -> list[Line]:
    facts = [_fact(difference) for difference in passage.comparison.differences if _is_told(difference, passage)]
    at = cell.passages.index(passage) + 1
    numbers = ", ".join(str(sentence + 1) for sentence in passage.sentences)
    twin = " · ⇄ with its claim (t)" if passage.twin else ""
    place = f"sentence {numbers} · match {passage.score:.0f} · passage {at} of {len(cell.passages)}{twin}"
    lines = [Line((*bar, span(" "), span(clip(place, width - 2), Ink.FAINT)), tag=index)]
    if cell.agreement and cell.agreement.note:
        lines += flow(cell.agreement.note, width, base=Ink.QUOTE, indent=(*bar, span(" ✎ ", Ink.QUOTE)), tag=index)
    for fact in facts:
        lines += flow(fact, width, base=Ink.BAD, indent=(*bar, span(" ≠ ", Ink.BAD)), tag=index)
    if not facts and not passage.variants and passage.comparison.reason:
        lines += flow(passage.comparison.reason, width, base=Ink.MUTED, indent=(*bar, span(" ")), tag=index)
    return lines


def _is_told(difference: Difference, passage: Passage) -> bool:
    """How a quotation is worded is shown word by word, and is no difference in what is said."""
    return not (passage.variants and difference.facet is Facet.QUOTE_WORDING)


def _fact(difference: Difference) -> str:
    claim, other = difference.told()
    return f"{FACET_LABELS[difference.facet]}: {claim or '—'} / {other or '—'}"
