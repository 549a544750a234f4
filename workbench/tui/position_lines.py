"""A dispute drawn: the claim, and below it what each reviewer said of it, side by side."""

from typing import Final

from rich.cells import cell_len

from workbench.review.disputes import Dispute, Position
from workbench.tui.flow import Line, Span, clip, flow, span, squeezed
from workbench.tui.ink import RELATION_INKS, VERDICT_INKS, Ink
from workbench.vocabulary import NOT_CHECKABLE_TERMS, RELATION_TERMS, VERDICT_TERMS

_GAP: Final = 2


def position_lines(dispute: Dispute, labels: dict[str, str], width: int) -> list[Line]:
    """Return the claim, and below it what each reviewer said of it, in columns as many as fit beside one another."""
    lines = [*flow(squeezed(dispute.state.text), width, base=Ink.STRONG), Line()]
    fitting = max(1, min(len(dispute.positions), width // 36))
    column = (width - _GAP * (fitting - 1)) // fitting
    for first in range(0, len(dispute.positions), fitting):
        blocks = [_position(each, dispute, labels, column) for each in dispute.positions[first : first + fitting]]
        lines += _side_by_side(blocks, column)
        lines.append(Line())
    return lines


def _position(position: Position, dispute: Dispute, labels: dict[str, str], width: int) -> list[Line]:
    lines = [Line((span(clip(position.reviewer, width), Ink.TITLE),))]
    vote = position.vote
    if vote is None:
        lines.append(Line((span("no verdict", Ink.MUTED),)))
    else:
        term = VERDICT_TERMS[vote.verdict]
        extra = NOT_CHECKABLE_TERMS[vote.reason].label if vote.reason else vote.unsupported
        words = f"{term.glyph} {term.label}" + (f" ({extra})" if extra else "")
        lines += flow(words, width, base=VERDICT_INKS[vote.verdict])
    for given in position.agreements:
        term = RELATION_TERMS[given.relation]
        where = f"{labels.get(given.article, '?')} {term.glyph} {term.label}"
        numbers = ", ".join(str(index + 1) for index in given.sentences)
        place = f" · sentence {numbers}" if numbers else ""
        note = f" · {given.note}" if given.note else ""
        ink = RELATION_INKS[given.relation] if given.article in dispute.cells else Ink.MUTED
        lines += flow(f"{where}{place}{note}", width, base=ink)
    for link in position.links:
        numbers = ", ".join(str(index + 1) for index in link.sentences)
        lines += flow(f"source: sentence {numbers}", width, base=Ink.MUTED)
    for note_ in position.notes:
        lines += flow(f"✎ {note_.text}", width, base=Ink.QUOTE)
    return lines


def _side_by_side(blocks: list[list[Line]], width: int) -> list[Line]:
    height = max(len(block) for block in blocks)
    return [Line(tuple(_row(blocks, index, width))) for index in range(height)]


def _row(blocks: list[list[Line]], index: int, width: int) -> list[Span]:
    spans: list[Span] = []
    for block in blocks:
        here = block[index].spans if index < len(block) else ()
        used = sum(cell_len(piece.text) for piece in here)
        spans += [*here, span(" " * (width - used + _GAP))]
    return spans
