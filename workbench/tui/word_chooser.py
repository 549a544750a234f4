"""Marking words of a text by keyboard."""

from bisect import bisect_right
from collections.abc import Iterable
from typing import ClassVar

from rich.cells import cell_len
from textual import events, on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from workbench.tui.chooser_keys import WORD_CHOOSER_KEYS
from workbench.tui.flow import Line, Mark, clip, paint, span, unwrapped, wrap
from workbench.tui.ink import Ink
from workbench.tui.key_action import bindings
from workbench.tui.pane import Pane
from workbench.tui.word_places import Place, joined_places, words_of
from workbench.visible import one_line

_FRAME = 9  # lines of the screen that the dialog needs besides the text


class ChooseWords(ModalScreen[tuple[Place, ...] | None]):
    """Shows a text word by word; Space begins a stretch and ends it, Enter takes what is marked, Escape nothing (None).

    What is taken are offsets in the text (code points, half-open), ascending. With nothing marked, Enter takes the word
    under the cursor; a stretch that was begun ends there. Space in a stretch that is marked takes its mark away. A
    capital letter, or a digit, goes to the next word that begins with it.
    """

    BINDINGS: ClassVar[list[BindingType]] = [*bindings(WORD_CHOOSER_KEYS)]

    def __init__(
        self,
        title: str,
        text: str,
        chosen: Iterable[Place] = (),
        message: str = "",
        *,
        several: bool = True,
        at: int = 0,
    ) -> None:
        """Show `text` with the stretches `chosen` marked; if not `several`, a new one takes the place of the old.

        The cursor is on the first marked word, or else on the word at the offset `at`.
        """
        super().__init__()
        self._title = title
        self._message = message
        self._text = unwrapped(text)
        self._words = words_of(self._text)
        self._marked = tuple(sorted(chosen))
        self._several = several
        self._begun: int | None = None
        self._at = self._word_at(self._marked[0][0] if self._marked else at)
        self._lines: tuple[Place, ...] = ()

    def compose(self) -> ComposeResult:
        """Build the dialog."""
        box = Vertical(classes="dialog")
        box.border_title = Content(one_line(self._title))
        box.border_subtitle = Content("h l j k, a capital: go · Space begins, ends · Enter takes · Esc")
        with box:
            if self._message:
                yield Static(Content(one_line(unwrapped(self._message))), classes="message")
            for name in ("words", "marked"):
                pane = Pane(id=name)
                pane.styles.height = 2
                yield pane

    def on_resize(self) -> None:
        """Lay the text out for the new width."""
        self.call_after_refresh(self._draw)

    # --- drawing

    def _draw(self) -> None:
        pane = self.query_one("#words", Pane)
        self._lines = wrap(self._text, pane.text_width)
        pane.styles.height = min(len(self._lines), max(1, self.size.height - _FRAME))
        marks = [*(Mark(start, end, Ink.SOURCE) for start, end in self._taken()), Mark(*self._cursor, Ink.CURSOR)]
        rows = [Line(paint(self._text, *line, marks), None, line) for line in self._lines]
        pane.show(rows)
        self.call_after_refresh(pane.bring_into_view, self._line_of(self._at))
        self._draw_marked()

    def _draw_marked(self) -> None:
        """Say in words what is marked: colour is never the only sign."""
        pane = self.query_one("#marked", Pane)
        words = " … ".join(f"“{self._text[start:end]}”" for start, end in self._taken())
        begun = " · Space ends it" if self._begun is not None else ""
        told = (
            f"marked: {words}{begun}" if words else f"nothing marked: Enter takes “{self._text[slice(*self._cursor)]}”"
        )
        pane.show([Line(), Line((span(clip(told, pane.text_width), Ink.MUTED),))])

    # --- moving

    def action_move(self, step: int) -> None:
        """Go to another word."""
        self._at = min(max(0, self._at + step), max(0, len(self._words) - 1))
        self._draw()

    def on_key(self, event: events.Key) -> None:
        """Go to the next word that begins with the capital or the digit that was pressed, around the end if need be."""
        sign = event.character or ""
        if not (sign.isupper() or sign.isdigit()):
            return
        event.stop()
        count = len(self._words)
        following = ((self._at + step) % count for step in range(1, count + 1))
        self._at = next((at for at in following if self._begins(at) == sign.casefold()), self._at)
        self._draw()

    def _begins(self, word: int) -> str:
        """Return the first letter or digit of a word, whatever stands before it."""
        start, end = self._words[word]
        return next((sign.casefold() for sign in self._text[start:end] if sign.isalnum()), "")

    def action_edge(self, side: int) -> None:
        """Go to the first or the last word."""
        self.action_move(side * len(self._words))

    def action_line(self, step: int) -> None:
        """Go to the word above or below."""
        line = self._line_of(self._at) + step
        if 0 <= line < len(self._lines):
            column = self._column(self._lines[line - step][0], self._cursor[0])
            self._at = self._nearest(line, column)
            self._draw()

    @on(Pane.Picked)
    def pick(self, event: Pane.Picked) -> None:
        """Go to the word that was clicked, and begin or end a stretch there."""
        line = self._lines.index(event.tag) if event.tag in self._lines else 0
        self._at = self._nearest(line, event.column)
        self.action_mark()

    # --- marking

    def action_mark(self) -> None:
        """Begin a stretch at the cursor, end the one that was begun, or take the mark away that is there."""
        if not self._words:
            return
        start = self._cursor[0]
        inside = tuple(place for place in self._marked if place[0] <= start < place[1])
        if self._begun is not None:
            self._marked, self._begun = self._taken(), None
        elif inside:
            self._marked = tuple(place for place in self._marked if place not in inside)
        else:
            self._begun = self._at
            self._marked = self._marked if self._several else ()
        self._draw()

    def action_accept(self) -> None:
        """Take what is marked."""
        self.dismiss(self._taken() or ((self._cursor,) if self._words else ()))

    def action_cancel(self) -> None:
        """Leave everything as it was."""
        self.dismiss(None)

    # --- within

    @property
    def cursor(self) -> int:
        """The word under the cursor, counted from 0."""
        return self._at

    @property
    def _cursor(self) -> Place:
        return self._words[self._at] if self._words else (0, 0)

    def _taken(self) -> tuple[Place, ...]:
        """Return the marked stretches, up to the cursor the one that was begun."""
        if self._begun is None:
            return self._marked
        first, last = sorted((self._begun, self._at))
        return joined_places((*self._marked, (self._words[first][0], self._words[last][1])))

    def _word_at(self, offset: int) -> int:
        return max(0, bisect_right(self._words, offset, key=lambda word: word[0]) - 1)

    def _line_of(self, word: int) -> int:
        start = self._words[word][0] if self._words else 0
        return max(0, bisect_right(self._lines, start, key=lambda line: line[0]) - 1)

    def _column(self, first: int, offset: int) -> int:
        """Return in which cell of a line, that begins at `first`, an offset stands."""
        return cell_len(one_line(self._text[first:offset]))

    def _nearest(self, line: int, column: int) -> int:
        """Return the last word of a line that begins at or before a cell, or else its first."""
        first, last = self._lines[line]
        words = [index for index, (start, _) in enumerate(self._words) if first <= start < last]
        before = [index for index in words if self._column(first, self._words[index][0]) <= column]
        return (before or words or [self._word_at(first)])[-1 if before else 0]
