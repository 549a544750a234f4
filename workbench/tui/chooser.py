"""Choosing sentences of an article by keyboard."""

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from workbench.review.model import Article
from workbench.tui.chooser_keys import CHOOSER_KEYS
from workbench.tui.flow import Line, clip, flow, span, unwrapped
from workbench.tui.ink import Ink
from workbench.tui.key_action import bindings
from workbench.tui.pane import Pane
from workbench.visible import one_line

WHOLE_SENTENCES = 2_000
"""Up to so many sentences are shown in full; of more, each gets one line."""


class ChooseSentences(ModalScreen[tuple[int, ...] | None]):
    """Shows an article sentence by sentence; Space chooses, Enter takes what is chosen, Escape nothing (None).

    With nothing chosen, Enter takes the sentence under the cursor.
    """

    BINDINGS: ClassVar[list[BindingType]] = [*bindings(CHOOSER_KEYS)]

    def __init__(
        self, title: str, article: Article, chosen: tuple[int, ...], message: str, at: int | None = None
    ) -> None:
        super().__init__()
        self._title = title
        self._message = message
        self._article = article
        self._chosen = set(chosen)
        self._at = at if at is not None else min(chosen, default=0)
        self._starts: list[int] = []

    def compose(self) -> ComposeResult:
        """Build the dialog."""
        box = Vertical(classes="dialog tall")
        box.border_title = Content(one_line(self._title))
        box.border_subtitle = Content("j k move · Space chooses · Enter takes · Esc cancels")
        with box:
            if self._message:
                yield Static(Content(one_line(unwrapped(self._message))), classes="message")
            yield Pane(classes="fill")

    def on_resize(self) -> None:
        """Lay the sentences out for the new width."""
        self.call_after_refresh(self._draw)

    def _draw(self) -> None:
        pane = self.query_one(Pane)
        rows: list[Line] = []
        self._starts = []
        for index in range(len(self._article.sentences)):
            self._starts.append(len(rows))
            rows += self._sentence(index, pane.text_width)
        first = self._starts[self._at] if self._starts else 0
        last = self._starts[self._at + 1] if self._at + 1 < len(self._starts) else len(rows)
        pane.show(rows, reveal=(first, last))

    def _sentence(self, index: int, width: int) -> list[Line]:
        sentence = self._article.sentences[index]
        here = index == self._at
        sign = "■" if index in self._chosen else "□"
        lead = (span(f" {sign} {index + 1:>3} ", Ink.KEY if index in self._chosen else Ink.FAINT),)
        indent = (span(" " * len(lead[0].text)),)
        fill = Ink.CURSOR if here else None
        if len(self._article.sentences) > WHOLE_SENTENCES:
            return [Line((*lead, span(clip(sentence.text, width - 8))), fill, index)]
        return flow(unwrapped(sentence.text), width, indent=indent, lead=lead, fill=fill, tag=index)

    @on(Pane.Picked)
    def pick(self, event: Pane.Picked) -> None:
        """Choose the sentence that was clicked, or leave it out."""
        self._at = int(str(event.tag))
        self.action_toggle_sentence()

    def action_move(self, step: int) -> None:
        """Go to another sentence."""
        self._at = min(max(0, self._at + step), max(0, len(self._article.sentences) - 1))
        self._draw()

    def action_toggle_sentence(self) -> None:
        """Choose the sentence under the cursor, or leave it out."""
        self._chosen ^= {self._at}
        self._draw()

    def action_accept(self) -> None:
        """Take what is chosen."""
        self.dismiss(tuple(sorted(self._chosen or {self._at})))

    def action_cancel(self) -> None:
        """Leave everything as it was."""
        self.dismiss(None)
