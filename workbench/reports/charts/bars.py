"""Bars: one for each thing, as long as it is frequent; and stacked ones, one for each article."""

from collections.abc import Iterable, Sequence
from typing import Final

from workbench.reports.charts.canvas import Canvas, percent, shortened
from workbench.reports.charts.model import Bars, Part, Stack, Stacks

_STEP: Final = 42
_BAR: Final = 14
_STACK_STEP: Final = 48
_CLOSE_STEP: Final = 25
_FEW_STACKS: Final = 14
"""More stacked bars than these stand closer, with only the short names of the articles, so that a page holds them."""
_CLOSE_LABEL: Final = 8.0
_STACK_BAR: Final = 22
_LEGEND_STEP: Final = 24
_LEAST: Final = 4.5
"""A part of a stacked bar is at least so many hundredths of it wide, so that its sign has room."""
_ROOM_FOR_NUMBER: Final = 11.0
_LABEL_WIDTH: Final = 230


def draw_bars(name: str, bars: Bars) -> str | None:
    """Return the bars as an SVG; None where there is nothing to count."""
    if not bars.whole:
        return None
    longest = max(part.number for part in bars.parts)
    told = "; ".join(f"{part.label} {part.number:,}" for part in bars.parts)
    canvas = Canvas(name, bars.title, f"Of {bars.whole:,} {bars.items}: {told}.", len(bars.parts) * _STEP)
    for index, part in enumerate(bars.parts):
        top = index * _STEP
        canvas.words(0, top + 15, part.glyph, f"fill-{part.tone} strong", 14)
        canvas.words(22, top + 15, part.label, "fill-ink")
        canvas.words("100%", top + 15, f"{part.number:,}", "fill-ink strong", anchor="end", dx=-48)
        canvas.words("100%", top + 15, whole_percent(part.number, bars.whole), "fill-soft", anchor="end")
        canvas.box(0, top + 21, "100%", _BAR, "ground-silent", 3)
        canvas.box(0, top + 21, percent(part.number, longest), _BAR, bar_class(part), 3)
    return canvas.svg()


def draw_stacks(name: str, stacks: Stacks) -> str | None:
    """Return a stacked bar for each article, with their legend, as an SVG; None where there is nothing to count."""
    rows = stacks.drawn
    if not rows:
        return None
    step = _STACK_STEP if len(rows) <= _FEW_STACKS else _CLOSE_STEP
    legend = len(rows) * step + 8
    height = legend + -(-len(stacks.kinds) // 2) * _LEGEND_STEP
    canvas = Canvas(name, stacks.title, _stacks_told(stacks, rows), height)
    for index, row in enumerate(rows):
        if step == _CLOSE_STEP:
            canvas.words(0, index * step + 16, row.label, "fill-ink strong")
            _draw_parts(canvas, row, index * step, _CLOSE_LABEL)
        else:
            _draw_head(canvas, row, index * step, stacks.items)
            _draw_parts(canvas, row, index * step + 21, 0)
    _draw_legend(canvas, stacks.kinds, legend)
    return canvas.svg()


def _draw_head(canvas: Canvas, row: Stack, top: float, items: str) -> None:
    canvas.words(0, top + 15, row.label, "fill-ink strong")
    canvas.words(30, top + 15, shortened(row.words, _LABEL_WIDTH, 13), "fill-soft")
    canvas.words("100%", top + 15, f"{row.whole:,} {items}", "fill-soft", 12, anchor="end")


def _draw_parts(canvas: Canvas, row: Stack, top: float, left: float) -> None:
    """Draw the parts of a bar that begins `left` hundredths of the width in."""
    room = 1 - left / 100
    parts = [part for part in row.parts if part.number]
    for part, width in zip(parts, widths(parts), strict=True):
        across = width * room
        canvas.box(f"{left:.2f}%", top, f"{across:.2f}%", _STACK_BAR, bar_class(part))
        sign = f"{part.glyph} {part.number:,}" if width >= _ROOM_FOR_NUMBER else part.glyph
        ink = f"fill-{part.tone}" if part.tone.pale else "fill-paper"
        canvas.words(f"{left + across / 2:.2f}%", top + 15.5, sign, f"{ink} strong", 12, anchor="middle")
        left += across


def _draw_legend(canvas: Canvas, kinds: Iterable[Part], top: float) -> None:
    for index, part in enumerate(kinds):
        column, y = f"{50 * (index % 2)}%", top + index // 2 * _LEGEND_STEP
        canvas.box(column, y + 3, 18, 18, bar_class(part), 3)
        ink = f"fill-{part.tone}" if part.tone.pale else "fill-paper"
        canvas.words(column, y + 16.5, part.glyph, f"{ink} strong", 12, "middle", dx=9)
        canvas.words(column, y + 16.5, f"{part.label} {part.number:,}", "fill-ink", 12.5, dx=25)


def widths(parts: Sequence[Part]) -> list[float]:
    """Return how wide each part is, in hundredths of the whole; thin ones are widened at the cost of the others."""
    thin: set[int] = set()
    while True:
        room = 100 - _LEAST * len(thin)
        wide = sum(part.number for index, part in enumerate(parts) if index not in thin)
        found = [_LEAST if index in thin else part.number * room / wide for index, part in enumerate(parts)]
        thinner = {index for index, width in enumerate(found) if width < _LEAST}
        if not thinner:
            return found
        thin |= thinner


def bar_class(part: Part) -> str:
    """Return the classes of a bar: what nobody has spoken of is drawn pale."""
    return f"ground-{part.tone} line-soft" if part.tone.pale else f"fill-{part.tone} edge"


def whole_percent(part: int, whole: int) -> str:
    """Return a share as people read it: what is not nothing is never 0 %, and what is not all never 100 %."""
    rounded = round(100 * part / whole)
    if part and not rounded:
        return "< 1 %"
    return "> 99 %" if rounded == 100 and part < whole else f"{rounded} %"


def _stacks_told(stacks: Stacks, rows: Sequence[Stack]) -> str:
    shown = f" The first {len(rows)} of {len(rows) + stacks.left_out} articles are drawn." if stacks.left_out else ""
    thin = " Parts too thin for their sign are drawn wider than they are."
    told = (
        f"{row.label}: {', '.join(f'{part.label} {part.number:,}' for part in row.parts if part.number)}"
        for row in rows
    )
    return f"What each article’s {stacks.items} are.{shown}{thin} {'; '.join(told)}."
