"""The last line before the terminal: nothing that acts passes, whichever widget it came from.

Textual hands escape sequences, C1 codes and bidirectional controls of any text on to the terminal. Text of
articles is made visible before it is drawn (`workbench.visible`); this guard catches what came another way, such
as a file name in a notification.
"""

from rich.segment import Segment
from textual.color import Color
from textual.filter import LineFilter

from workbench.visible import one_line


class ControlGuard(LineFilter):
    """Replaces every acting character of what is drawn by a visible one."""

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:
        """Return the segments, with nothing in them that a terminal would act upon."""
        return [segment if _is_harmless(segment) else _safe(segment) for segment in segments]


def _is_harmless(segment: Segment) -> bool:
    return bool(segment.control) or (segment.text.isascii() and segment.text.isprintable())


def _safe(segment: Segment) -> Segment:
    return Segment(one_line(segment.text), segment.style, segment.control)
