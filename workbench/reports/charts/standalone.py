"""Charts that stand alone: the same SVG with its colours inside it, for a document that has no style sheet."""

import re
from collections.abc import Iterator
from typing import Final
from xml.sax.saxutils import quoteattr

from workbench.reports.charts.tones import LIGHT, Tone

FONTS: Final = "'Noto Sans', 'DejaVu Sans', sans-serif"
WIDTH: Final = 640
"""The width of charts that have none of their own, in units of the drawing."""
_HEIGHT: Final = re.compile(r' height="([\d.]+)"')


def standalone(svg: str, fonts: str = FONTS, width: int = WIDTH) -> str:
    """Return a chart with literal light colours in a `<style>` of simple class selectors, and with a size.

    Args:
        svg: a chart as `chart_set` gives it.
        fonts: the names of fonts, as CSS writes them.
        width: how wide a chart becomes that would be as wide as there is room.
    """
    head, rest = svg.split(">", 1)
    if height := _HEIGHT.search(head) if "viewBox=" not in head else None:
        head = head.replace(' width="100%"', f' width="{width}" viewBox="0 0 {width} {height[1]}"')
    styled = rest.replace("</desc>", f"</desc><style>{''.join(_rules())}</style>", 1)
    return f"{head} font-family={quoteattr(fonts)}>{styled}"


def _rules() -> Iterator[str]:
    for name in ("paper", "ink", "soft", "line", *Tone):
        yield f".fill-{name}{{fill:{LIGHT[name]}}}.line-{name}{{stroke:{LIGHT[name]}}}"
    for tone in Tone:
        yield f".ground-{tone}{{fill:{LIGHT[f'{tone}-bg']}}}"
    yield f".edge{{stroke:{LIGHT['paper']};stroke-width:1.5}}.hollow{{fill:none}}.strong{{font-weight:600}}"
    yield ".dashed{stroke-dasharray:7 5}.dotted{stroke-dasharray:1.5 4;stroke-linecap:round}"
