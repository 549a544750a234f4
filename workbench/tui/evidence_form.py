"""The form for evidence from outside the collection."""

from typing import ClassVar, Final

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Input, Static

from workbench.review.evidence import TypedEvidence

_FIELDS: Final = (
    ("url", "Address", "https://…"),
    ("citation", "Citation", "who, what, when"),
    ("file", "File", "a path; its name and hash are kept"),
    ("quote", "Quotation", "what it says, word for word"),
    ("note", "Note", ""),
    ("relation", "Relation", "a digit: 1 corroborates, 3 contradicts, …"),
    ("grade", "Grade", "A–F and 1–6, such as B2"),
)


class EvidenceForm(ModalScreen[TypedEvidence | None]):
    """Asks what the evidence is; Enter in the last field, or ctrl+s, takes it; Escape leaves all as it was (None)."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "cancel", show=False),
        Binding("ctrl+s", "take", show=False, priority=True),
        Binding("down", "app.focus_next", show=False),
        Binding("up", "app.focus_previous", show=False),
    ]

    def compose(self) -> ComposeResult:
        """Build the dialog."""
        box = Vertical(classes="dialog form")
        box.border_title = Content("Evidence from outside the collection")
        box.border_subtitle = Content("Enter: next field, at last takes it · Esc cancels")
        with box:
            for name, label, placeholder in _FIELDS:
                yield Static(Content(label), classes="label")
                field = Input(placeholder=placeholder, id=name, compact=True)
                field.cursor_blink = False
                yield field

    def on_mount(self) -> None:
        """Let the person type at once."""
        self.query_one(f"#{_FIELDS[0][0]}", Input).focus()

    @on(Input.Submitted)
    def go_on(self, event: Input.Submitted) -> None:
        """Go to the next field; from the last one, take the form."""
        if event.input.id == _FIELDS[-1][0]:
            self.action_take()
        else:
            self.focus_next()

    def action_take(self) -> None:
        """Take what was typed, unless nothing was."""
        typed = {name: self.query_one(f"#{name}", Input).value for name, _label, _placeholder in _FIELDS}
        if any(value.strip() for value in typed.values()):
            self.dismiss(TypedEvidence(**typed))

    def action_cancel(self) -> None:
        """Leave everything as it was."""
        self.dismiss(None)
