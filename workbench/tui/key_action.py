"""A key: what it does, what it is for, and how it is written; bindings are made from it."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from textual.binding import Binding


class Group(StrEnum):
    """What a key is for; the help is ordered by it."""

    VERDICT = "The verdict on the claim"
    RELATION = "What the chosen other article does with it"
    EVIDENCE = "Evidence"
    CLAIM = "The claim"
    SENTENCE = "A sentence that makes no claim"
    MOVE = "Moving"
    SCREENS = "Screens"
    PROGRAM = "The program"


@dataclass(frozen=True, slots=True)
class KeyAction:
    """Something that a key does: its stable id (for remapping), its keys, its action, and what it says."""

    id: str
    keys: str
    action: str
    label: str
    group: Group
    help: str

    @property
    def shown_key(self) -> str:
        """The first of its keys, as a person would write it."""
        return shown_key(self.keys)


_SHOWN: Final = {
    "question_mark": "?",
    "slash": "/",
    "colon": ":",
    "comma": ",",
    "full_stop": ".",
    "left_square_bracket": "[",
    "right_square_bracket": "]",
    "equals_sign": "=",
    "plus": "+",
    "pageup": "PgUp",
    "pagedown": "PgDn",
}


def shown_key(keys: str) -> str:
    """Return the first of some keys, written as on a keyboard."""
    return shown_keys(keys.split(",")[0])


def shown_keys(keys: str) -> str:
    """Return some keys, written as on a keyboard."""
    return " ".join(_SHOWN.get(key, key) for key in keys.split(","))


def bindings(actions: Iterable[KeyAction]) -> list[Binding]:
    """Return the bindings of some actions, each with its id, so that it can be remapped."""
    return [
        Binding(action.keys, action.action, action.label, show=False, id=action.id, tooltip=action.help)
        for action in actions
    ]


def undoing(screen: str = "") -> tuple[KeyAction, ...]:
    """Return the keys that take back and bring back; `screen` stands before their ids."""
    return (
        KeyAction(f"{screen}undo", "u", "undo", "undo", Group.CLAIM, "Take back what you did last, also tomorrow."),
        KeyAction(f"{screen}redo", "U,ctrl+y", "redo", "redo", Group.CLAIM, "Take back the latest undo."),
    )


def walking(row: str) -> tuple[KeyAction, ...]:
    """Return the keys that go through a list, a row of which is a `row`."""
    return (
        KeyAction(f"{row}.next", "j,down", "move(1)", "down", Group.MOVE, f"The next {row}."),
        KeyAction(f"{row}.previous", "k,up", "move(-1)", "up", Group.MOVE, f"The previous {row}."),
        KeyAction(f"{row}.page_down", "pagedown,space", "move(20)", "page down", Group.MOVE, "Twenty down."),
        KeyAction(f"{row}.page_up", "pageup", "move(-20)", "page up", Group.MOVE, "Twenty up."),
    )
