"""The article around the claim's source sentence, with that sentence lit up."""

from workbench.review.model import Article, Block, ClaimView
from workbench.tui.flow import Line, Mark, flow, unwrapped
from workbench.tui.ink import Ink
from workbench.vocabulary import BlockKind

CONTEXT = 5_000
"""How many characters around the source are laid out: more than any screen shows, and no more than it needs."""

BLOCK_INKS = {
    BlockKind.TITLE: Ink.TITLE,
    BlockKind.HEADING: Ink.TITLE,
    BlockKind.BODY: Ink.PLAIN,
    BlockKind.CAPTION: Ink.PLAIN,
}
"""How the kinds of blocks are drawn; what does not speak for the article is muted."""


def source_lines(view: ClaimView, width: int) -> tuple[list[Line], tuple[int, int]]:
    """Return the article's lines around the claim, and which of them hold the source (first, last + 1)."""
    article, marks = view.article, source_marks(view)
    claim = view.state.claim
    rows: list[Line] = []
    first = last = 0
    for block in article.blocks:
        if block.end < claim.start - CONTEXT or block.start > claim.end + CONTEXT:
            continue
        lines = block_lines(article, block, marks, width)
        if block.start <= claim.start < block.end:
            first, last = _lit(lines, len(rows))
        rows += [*lines, Line()]
    return rows, (first, last)


def source_marks(view: ClaimView) -> list[Mark]:
    """Return the marks that light up every linked sentence and the claim's own words."""
    article, state = view.article, view.state
    linked = {index for source in state.sources for index in source.sentences}
    sentences = (article.sentences[index] for index in sorted(linked))
    marks = [Mark(sentence.start, sentence.end, Ink.SOURCE) for sentence in sentences]
    return marks or [Mark(state.claim.start, state.claim.end, Ink.CHOSEN)]


def block_lines(article: Article, block: Block, marks: list[Mark], width: int) -> list[Line]:
    """Return the lines of one block; what is not body says what it is."""
    label = "" if block.kind is BlockKind.BODY else f"{block.kind} "
    shift = len(label) - block.start
    inside = [
        Mark(mark.start + shift, mark.end + shift, mark.ink)
        for mark in marks
        if mark.start < block.end and mark.end > block.start
    ]
    text = label + unwrapped(article.text[block.start : block.end])
    return flow(text, width, [Mark(0, len(label), Ink.FAINT), *inside], base=BLOCK_INKS.get(block.kind, Ink.MUTED))


def _lit(lines: list[Line], offset: int) -> tuple[int, int]:
    lit = [index for index, line in enumerate(lines) if any(_is_lit(piece.inks) for piece in line.spans)]
    return (offset + lit[0], offset + lit[-1] + 1) if lit else (offset, offset + len(lines))


def _is_lit(inks: tuple[Ink, ...]) -> bool:
    return Ink.SOURCE in inks or Ink.CHOSEN in inks
