"""The line at the top that says where one is, and the line at the bottom that says which keys act here."""

from collections.abc import Sequence

from rich.cells import cell_len

from workbench.tui.flow import Line, Span, clip, span
from workbench.tui.ink import Ink
from workbench.tui.pane import Pane


class TitleBar(Pane):
    """One line: the place on the left, how far one has come in the middle, the save state on the right."""

    place: str = ""
    gauge: tuple[Span, ...] = ()
    saved: tuple[Span, ...] = ()

    def say(
        self,
        *,
        place: str | None = None,
        gauge: tuple[Span, ...] | None = None,
        saved: tuple[Span, ...] | None = None,
    ) -> None:
        """Change what is given, and draw the line."""
        self.place = self.place if place is None else place
        self.gauge = self.gauge if gauge is None else gauge
        self.saved = self.saved if saved is None else saved
        self._draw()

    def on_resize(self) -> None:
        """Fit the line to the new width."""
        self._draw()

    def _draw(self) -> None:
        width = self.size.width
        right = _cells((*self.gauge, *self.saved))
        place = clip(self.place, max(8, width - right - 4))
        gap = " " * max(1, width - right - cell_len(place) - 3)
        self.show([Line((span(f" {place}", Ink.TITLE), span(gap), *self.gauge, span(" "), *self.saved))])


def _cells(spans: Sequence[Span]) -> int:
    return sum(cell_len(piece.text) for piece in spans)


def gauge(done: int, of: int, word: str, width: int = 8) -> tuple[Span, ...]:
    """Return a bar and figures that say how many of a number are done."""
    full = width if of == 0 else round(width * done / of)
    figures = f" {done}/{of} {word}  "
    return span("━" * full, Ink.GOOD), span("━" * (width - full), Ink.FAINT), span(figures, Ink.MUTED)


class KeyBar(Pane):
    """One line of keys, the most needed first; what does not fit is under `?`, which is always there."""

    def __init__(self, hints: Sequence[tuple[str, str]], *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self._hints = tuple(hints)

    def on_resize(self) -> None:
        """Fit the line to the new width."""
        last = (span("? ", Ink.KEY), span("help ", Ink.MUTED))
        room = self.size.width - _cells(last) - 1
        spans: list[Span] = [span(" ")]
        for key, label in self._hints:
            hint = (span(f"{key} ", Ink.KEY), span(f"{label}  ", Ink.MUTED))
            if _cells(hint) > room:
                break
            room -= _cells(hint)
            spans += hint
        self.show([Line((*spans, *last))])
