"""What the program is before it shows any screen of ours: safe output, themes, the way to the data, and how it ends."""

import os
import sys
from collections.abc import Awaitable, Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from enum import StrEnum
from inspect import isawaitable
from typing import TypeVar

from textual.actions import ActionParseResult
from textual.app import App
from textual.dom import DOMNode
from textual.filter import LineFilter
from textual.screen import Screen
from textual.worker import WorkerFailed

from workbench.errors import WorkbenchError
from workbench.tui.gateway import Gateway, Opening
from workbench.tui.guard import ControlGuard
from workbench.tui.themes import ANSI, DARK, LIGHT, SHADES, THEMES
from workbench.visible import one_line

T = TypeVar("T")


class Leaving(StrEnum):
    """What the command does after the screen has closed, other than ending."""

    DEMO = "demo"


class Shell(App[Leaving]):
    """What every screen may rely on of the program that shows it.

    Attributes:
        gateway: the way to the review layer.
        failure: the line that says why the program ended, if it did not end by a person's wish.
    """

    CSS_PATH = "workbench.tcss"
    TITLE = "workbench"

    def __init__(self, opening: Opening) -> None:
        # Textual takes NO_COLOR out of the environment, and greys colours instead of leaving them out unless told so.
        super().__init__(ansi_color=True if "NO_COLOR" in os.environ else None)
        self.gateway = Gateway(opening)
        self.failure: str | None = None
        self._guard = ControlGuard()

    async def review_claim(self, key: str, article: str | None = None) -> None:
        """Go to a claim on the review screen, with another article chosen."""
        raise NotImplementedError

    async def show_article(self, article: str, sentence: int) -> None:
        """Go to a sentence of an article (a key) on the article screen."""
        raise NotImplementedError

    def start_reading(self, paths: Sequence[str]) -> None:
        """Read files into the collection, showing how far it is, then review."""
        raise NotImplementedError

    async def go(self, name: str) -> None:
        """Go to a screen by its name, and show what the database holds now."""
        raise NotImplementedError

    # --- what cannot be done is said, and ends nothing

    @contextmanager
    def refusing(self) -> Iterator[None]:
        """Do something that a person asked for; show why, if it cannot be done."""
        try:
            yield
        except WorkbenchError as error:
            self.refuse(error)

    def refuse(self, error: WorkbenchError) -> None:
        """Show an error that the person can understand."""
        self.notify(one_line(str(error)), title="Not done", severity="error", markup=False, timeout=8)

    async def run_action(
        self,
        action: "str | ActionParseResult",  # a string as Textual writes it
        default_namespace: DOMNode | None = None,
        namespaces: Mapping[str, DOMNode] | None = None,
    ) -> bool:
        """Do what a key, a link or the palette asks for; a refused action counts as handled."""
        try:
            return await super().run_action(action, default_namespace, namespaces)
        except WorkbenchError as error:
            self.refuse(error)
            return True

    def open_dialog(self, dialog: Screen[T], then: Callable[[T | None], Awaitable[None] | None]) -> None:
        """Show a dialog, then do something with its answer (None where there is none)."""

        async def answered(answer: T | None) -> None:
            with self.refusing():
                result = then(answer)
                if isawaitable(result):
                    await result

        self.push_screen(dialog, answered)

    # --- looks

    def use_our_themes(self) -> None:
        """Register our themes, and use the one that fits the terminal."""
        self.animation_level = "none"
        self.register_theme(DARK)
        self.register_theme(LIGHT)
        self.theme = ANSI if self.no_color else DARK.name

    def action_next_theme(self) -> None:
        """Go on to the next theme: dark, light, the terminal's own colours."""
        at = THEMES.index(self.theme) if self.theme in THEMES else -1
        self.theme = THEMES[(at + 1) % len(THEMES)]

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """Give every theme, also a foreign one, the shades that our style sheet needs."""
        return SHADES[LIGHT.name] if not self.current_theme.dark else SHADES[DARK.name]

    def get_line_filters(self) -> Sequence[LineFilter]:
        """Let nothing that acts reach the terminal, whichever widget it comes from."""
        return [*super().get_line_filters(), self._guard]

    # --- leaving

    def leave(self, reason: str) -> None:
        """Quit because of something that the person can mend; the command says what."""
        self.failure = reason
        self.exit(return_code=1)

    def on_unmount(self) -> None:
        """Finish what is being saved."""
        self.gateway.close()

    def _fatal_error(self) -> None:
        """Keep a crash to one line: Textual would print local variables, and with them claims and passwords."""
        error = sys.exc_info()[1] or self._exception
        if isinstance(error, WorkerFailed):
            error = error.error
        self.failure = one_line(f"The workbench stopped on an error of its own: {type(error).__name__}: {error}")
        self._close_messages_no_wait()
