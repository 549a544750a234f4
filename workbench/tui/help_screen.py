"""The help: every key that acts on the screen it was called from, made from the table of keys."""

from collections.abc import Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen

from workbench.tui.flow import Line, flow, span
from workbench.tui.ink import Ink
from workbench.tui.key_action import KeyAction, shown_keys
from workbench.tui.pane import Pane
from workbench.vocabulary import SCOPE_WARNING


class HelpScreen(ModalScreen[None]):
    """Shows the keys of a screen."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q,question_mark,f1", "dismiss", show=False),
        Binding("j,down", "scroll_pane(1)", show=False),
        Binding("k,up", "scroll_pane(-1)", show=False),
        Binding("pagedown,space", "scroll_pane(10)", show=False),
        Binding("pageup", "scroll_pane(-10)", show=False),
    ]

    def __init__(self, keys: Sequence[KeyAction], keymap: dict[str, str]) -> None:
        super().__init__()
        self._keys = tuple(keys)
        self._keymap = keymap

    def compose(self) -> ComposeResult:
        """Build the dialog."""
        box = Vertical(classes="dialog tall")
        box.border_title = Content("Keys")
        box.border_subtitle = Content("j k scroll · Esc closes")
        with box:
            yield Pane(id="help")

    def on_resize(self) -> None:
        """Fit the help to the new width."""
        self.call_after_refresh(self._draw)

    def _draw(self) -> None:
        pane = self.query_one(Pane)
        lines: list[Line] = []
        group = None
        for action in self._keys:
            if action.group is not group:
                group = action.group
                lines += [Line(), Line((span(group, Ink.TITLE),))]
            lines += self._line(action, pane.text_width)
        pane.show([*lines[1:], Line(), *flow(SCOPE_WARNING, pane.text_width, base=Ink.MUTED)])

    def _line(self, action: KeyAction, width: int) -> list[Line]:
        keys = shown_keys(self._keymap.get(action.id, action.keys))
        head = (span(f"  {keys:<16}", Ink.KEY), span(f"{action.label:<20} ", Ink.STRONG))
        words = flow(action.help, max(12, width - 40), base=Ink.MUTED)
        blank = (span(" " * 39),)
        return [Line((*(head if row == 0 else blank), *line.spans)) for row, line in enumerate(words)]

    def action_scroll_pane(self, step: int) -> None:
        """Scroll the help."""
        self.query_one(Pane).scroll_relative(y=step, animate=False)
