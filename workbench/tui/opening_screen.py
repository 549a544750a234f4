"""What is seen while the database is opened and files are read; what it imports, the first frame waits for."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.screen import Screen

from workbench.tui.bars import KeyBar, TitleBar
from workbench.tui.flow import Line, span
from workbench.tui.ink import Ink
from workbench.tui.pane import Pane

_WORDS = "Opening the database…"


class OpeningScreen(Screen[None]):
    """A title line with the progress, and a word in the middle."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "app.stop_reading", show=False)]

    def compose(self) -> ComposeResult:
        """Build the panes."""
        yield TitleBar(id="title")
        yield Pane(id="opening")
        yield KeyBar((("Esc", "stops reading"),), id="keys")

    def on_resize(self) -> None:
        """Put the words in the middle."""
        self.query_one(TitleBar).say(place="workbench")
        pane = self.query_one("#opening", Pane)
        blank = " " * max(0, (self.size.width - len(_WORDS)) // 2)
        pane.show([*[Line()] * (self.size.height // 3), Line((span(blank + _WORDS, Ink.MUTED),))])
