"""The program on the screen. It imports nothing slow: the database comes after the first frame."""

import os
import sys
from collections.abc import Callable, Sequence
from enum import StrEnum
from importlib import import_module
from typing import TYPE_CHECKING, Any, ClassVar, cast

from textual import work
from textual.app import App
from textual.binding import BindingType
from textual.filter import LineFilter
from textual.screen import Screen
from textual.worker import WorkerFailed

from workbench.errors import WorkbenchError
from workbench.tui.bars import TitleBar
from workbench.tui.flow import span
from workbench.tui.gateway import Gateway, Opening
from workbench.tui.guard import ControlGuard
from workbench.tui.ink import Ink
from workbench.tui.keys import APP_KEYS, bindings
from workbench.tui.opening_screen import OpeningScreen
from workbench.tui.themes import ANSI, DARK, LIGHT, SHADES, THEMES
from workbench.visible import one_line

if TYPE_CHECKING:
    from workbench.tui.article_screen import ArticleScreen
    from workbench.tui.review_screen import ReviewScreen
    from workbench.tui.screen import WorkbenchScreen


class Leaving(StrEnum):
    """What the command does after the screen has closed, other than ending."""

    DEMO = "demo"


def _made_later(module: str, name: str) -> Callable[[], Screen[Any]]:
    """Return what makes a screen, importing it only then."""

    def make() -> Screen[Any]:
        screen: Screen[Any] = getattr(import_module(f"workbench.tui.{module}"), name)()
        return screen

    return make


class WorkbenchApp(App[Leaving]):
    """The workbench: opens a database, then shows one screen after the other."""

    CSS_PATH = "workbench.tcss"
    TITLE = "workbench"
    ENABLE_COMMAND_PALETTE = True
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(APP_KEYS)]
    SCREENS: ClassVar[dict[str, Callable[[], Screen[Any]]]] = {
        "opening": OpeningScreen,
        "review": _made_later("review_screen", "ReviewScreen"),
        "article": _made_later("article_screen", "ArticleScreen"),
        "matrix": _made_later("matrix_screen", "MatrixScreen"),
        "history": _made_later("history_screen", "HistoryScreen"),
        "dashboard": _made_later("dashboard_screen", "DashboardScreen"),
    }

    def __init__(self, opening: Opening, keymap: dict[str, str] | None = None) -> None:
        # Textual takes NO_COLOR out of the environment, and greys colours instead of leaving them out unless told so.
        super().__init__(ansi_color=True if "NO_COLOR" in os.environ else None)
        self.gateway = Gateway(opening)
        self.failure: str | None = None
        self._guard = ControlGuard()
        self._wanted_keymap = keymap or {}
        self._cancel_reading = False

    def on_mount(self) -> None:
        """Show something at once, and open the database behind it."""
        self.animation_level = "none"
        self.register_theme(DARK)
        self.register_theme(LIGHT)
        self.theme = ANSI if self.no_color else DARK.name
        self.set_keymap(self._wanted_keymap)
        self.push_screen("opening")
        self.call_after_refresh(self._open)

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """Give every theme, also a foreign one, the shades that our style sheet needs."""
        return SHADES[LIGHT.name] if not self.current_theme.dark else SHADES[DARK.name]

    def get_line_filters(self) -> Sequence[LineFilter]:
        """Let nothing that acts reach the terminal, whichever widget it comes from."""
        return [*super().get_line_filters(), self._guard]

    @property
    def review_screen(self) -> "ReviewScreen":
        """The screen on which claims are decided."""
        return cast("ReviewScreen", self.get_screen("review"))

    @property
    def article_screen(self) -> "ArticleScreen":
        """The screen that shows one annotated article."""
        return cast("ArticleScreen", self.get_screen("article"))

    # --- opening

    @work
    async def _open(self) -> None:
        try:
            await self.gateway.open()
        except WorkbenchError as error:
            self.leave(str(error))
            return
        await self._read(self.gateway.opening.paths)

    @work
    async def read_files(self, paths: Sequence[str]) -> None:
        """Read files into the collection, showing how far it is, then review."""
        await self._read(paths)

    async def _read(self, paths: Sequence[str]) -> None:
        if paths:
            self._cancel_reading = False
            intake = await self.gateway.call(self.gateway.review.add, paths, self._report_reading)
            for refused in intake.refused:
                self.notify(one_line(refused.reason), severity="warning", markup=False, timeout=12)
            done = f"{len(intake.added)} new, {len(intake.known)} known; {intake.claims} claims"
            self.notify(f"Articles read: {done}.", markup=False)
        if self.gateway.review.articles:
            await self._show_screen("review")
        else:
            self.welcome()

    def action_stop_reading(self) -> None:
        """Stop reading files after the one under way."""
        self._cancel_reading = True

    def _report_reading(self, name: str, done: int, of: int) -> bool:
        # This runs on the review thread, so the screen is told, not touched.
        self.call_from_thread(self._say_reading, f"reading {done + 1}/{of} {name} (Esc stops) ")
        return not self._cancel_reading

    def _say_reading(self, words: str) -> None:
        self.get_screen("opening").query_one(TitleBar).say(saved=(span(words, Ink.MUTED),))

    def welcome(self) -> None:
        """Offer the demo, or adding articles, to somebody who has none yet."""
        from workbench.tui.asking import offer_a_start

        offer_a_start(self)

    # --- going from screen to screen

    @property
    def _is_reviewing(self) -> bool:
        """Whether the articles are read and a screen shows them."""
        return not any(isinstance(screen, OpeningScreen) for screen in self.screen_stack)

    async def action_goto(self, name: str) -> None:
        """Go to a screen by its name."""
        if not self._is_reviewing:
            return
        if name == "article" and self.screen is self.review_screen and (view := self.review_screen.view):
            self.article_screen.aim(view.summary.key, view.state.claim.sentences[0])
        await self._show_screen(name)

    async def review_claim(self, key: str, article: str | None = None) -> None:
        """Go to a claim on the review screen, with another article chosen."""
        await self._show_screen("review", reload=False)
        await self.review_screen.show_claim(key, article)

    async def _show_screen(self, name: str, *, reload: bool = True) -> None:
        await self.switch_screen(name)
        if reload:
            await cast("WorkbenchScreen", self.get_screen(name)).reload()

    def action_help(self) -> None:
        """Show the keys of this screen."""
        from workbench.tui.help_screen import HelpScreen

        if self._is_reviewing:
            keys = cast("WorkbenchScreen", self.screen).help_keys
            self.push_screen(HelpScreen(keys, self._wanted_keymap))

    def action_next_theme(self) -> None:
        """Go on to the next theme: dark, light, the terminal's own colours."""
        at = THEMES.index(self.theme) if self.theme in THEMES else -1
        self.theme = THEMES[(at + 1) % len(THEMES)]

    def action_collections(self) -> None:
        """Go to another collection."""
        from workbench.tui.asking import ask_for_collection

        if self._is_reviewing:
            ask_for_collection(self)

    # --- reports

    def action_export(self) -> None:
        """Write a report."""
        from workbench.tui.exporting import ask_for_report

        if self._is_reviewing:
            ask_for_report(self)

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
