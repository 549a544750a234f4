"""Small questions: a line of text, or one of a few keyed choices."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar, TypeVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Input, Static

from workbench.tui.flow import Line, clip, pad, span
from workbench.tui.ink import Ink
from workbench.tui.pane import Pane
from workbench.visible import lines, one_line


class Ask(ModalScreen[str | None]):
    """Asks for a line of text; Enter takes it, Escape leaves everything as it was (None)."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "cancel", "cancel", show=False)]

    def __init__(self, title: str, message: str = "", value: str = "", *, required: bool = True) -> None:
        super().__init__()
        self._title = title
        self._message = message
        self._value = value
        self._required = required

    def compose(self) -> ComposeResult:
        """Build the dialog."""
        box = Vertical(classes="dialog")
        box.border_title = Content(self._title)
        box.border_subtitle = Content("Enter takes it · Esc cancels")
        with box:
            yield Static(Content(lines(self._message)), classes="message")
            answer = Input(one_line(self._value), placeholder="")
            answer.cursor_blink = False
            yield answer

    def on_mount(self) -> None:
        """Let the person type at once."""
        self.query_one(Input).focus()

    @on(Input.Submitted)
    def take(self, event: Input.Submitted) -> None:
        """Take the line, unless it is empty where something is needed."""
        value = event.value.strip()
        if value or not self._required:
            self.dismiss(value)

    def action_cancel(self) -> None:
        """Leave everything as it was."""
        self.dismiss(None)


AnswerT = TypeVar("AnswerT")


@dataclass(frozen=True, slots=True)
class Choice:
    """One of a few things to choose from, with its key."""

    key: str
    value: str
    label: str
    help: str = ""


class _Keyed(ModalScreen[AnswerT]):
    """Shows a few keyed choices with a cursor; a subclass says how one is drawn, and what choosing it means."""

    SUBTITLE: ClassVar[str] = ""

    def __init__(self, title: str, choices: Sequence[Choice], message: str = "", chosen: str | None = None) -> None:
        super().__init__()
        self._title = title
        self._message = message
        self._choices = tuple(choices)
        known = [choice.value for choice in self._choices]
        self._at = known.index(chosen) if chosen in known else 0

    def compose(self) -> ComposeResult:
        """Build the dialog."""
        box = Vertical(classes="dialog")
        box.border_title = Content(self._title)
        box.border_subtitle = Content(self.SUBTITLE)
        with box:
            if self._message:
                yield Static(Content(lines(self._message)), classes="message")
            yield Pane(classes="choices")

    def on_mount(self) -> None:
        """Show the choices."""
        pane = self.query_one(Pane)
        pane.styles.height = min(len(self._choices), 24)
        self.call_after_refresh(self._draw)

    def on_resize(self) -> None:
        """Fit the choices to the new width."""
        self.call_after_refresh(self._draw)

    def _draw(self) -> None:
        pane = self.query_one(Pane)
        pane.show([self._line(index, choice, pane.size.width) for index, choice in enumerate(self._choices)])
        pane.bring_into_view(self._at)

    def _line(self, index: int, choice: Choice, width: int) -> Line:
        raise NotImplementedError

    def on_key(self, event: events.Key) -> None:
        """Choose the one whose key was pressed."""
        for choice in self._choices:
            if choice.key and event.character == choice.key:
                event.stop()
                self.choose(choice.value)
                return

    @on(Pane.Picked)
    def pick(self, event: Pane.Picked) -> None:
        """Choose the one that was clicked."""
        self.choose(str(event.tag))

    def choose(self, value: str) -> None:
        """Do what choosing means here."""
        raise NotImplementedError

    def action_move(self, step: int) -> None:
        """Go to another choice."""
        self._at = (self._at + step) % len(self._choices)
        self._draw()

    def action_cancel(self) -> None:
        """Leave everything as it was."""
        self.dismiss(None)


class PickOne(_Keyed[str | None]):
    """Offers a few keyed choices; one key takes one, Escape none."""

    SUBTITLE = "a key, or ↑ ↓ Enter · Esc cancels"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "cancel", show=False),
        Binding("down", "move(1)", show=False),
        Binding("up", "move(-1)", show=False),
        Binding("enter", "accept", show=False),
    ]

    def _line(self, index: int, choice: Choice, width: int) -> Line:
        longest = max(len(known.label) for known in self._choices)
        label = pad(choice.label, min(longest, max(10, width - 6)))
        room = width - len(label) - 8
        spans = (
            span(f" {choice.key or ' '}  ", Ink.KEY),
            span(label, Ink.STRONG),
            span("  " + clip(choice.help, room) if room > 8 else "", Ink.MUTED),
        )
        return Line(spans, Ink.CURSOR if index == self._at else None, choice.value)

    def choose(self, value: str) -> None:
        """Take it."""
        self.dismiss(value)

    def action_accept(self) -> None:
        """Take the choice under the cursor."""
        self.dismiss(self._choices[self._at].value)


class PickMany(_Keyed[tuple[str, ...] | None]):
    """Offers a few keyed choices of which any number hold; a key turns one on or off, Enter takes, Escape cancels."""

    SUBTITLE = "a key or Space chooses · Enter takes · Esc cancels"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "cancel", show=False),
        Binding("down,j", "move(1)", show=False),
        Binding("up,k", "move(-1)", show=False),
        Binding("space", "turn", show=False),
        Binding("enter", "accept", show=False),
    ]

    def __init__(self, title: str, choices: Sequence[Choice], chosen: Sequence[str] = ()) -> None:
        super().__init__(title, choices)
        self._chosen = set(chosen)

    def _line(self, index: int, choice: Choice, width: int) -> Line:
        is_chosen = choice.value in self._chosen
        spans = (
            span(f" {'■' if is_chosen else '□'} {choice.key}  ", Ink.KEY),
            span(clip(choice.label, width - 8), Ink.STRONG if is_chosen else Ink.PLAIN),
        )
        return Line(spans, Ink.CURSOR if index == self._at else None, choice.value)

    def choose(self, value: str) -> None:
        """Turn it on or off."""
        self._chosen ^= {value}
        self._draw()

    def action_turn(self) -> None:
        """Turn the choice under the cursor on or off."""
        self.choose(self._choices[self._at].value)

    def action_accept(self) -> None:
        """Take what is chosen."""
        self.dismiss(tuple(choice.value for choice in self._choices if choice.value in self._chosen))
