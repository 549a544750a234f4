"""The program on the screen. It imports nothing slow: the database comes after the first frame."""

import os
import shlex
import sys
from collections.abc import Callable, Sequence
from enum import StrEnum
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar, cast

from textual import work
from textual.app import App
from textual.binding import BindingType
from textual.filter import LineFilter
from textual.screen import Screen
from textual.worker import WorkerFailed

from workbench.errors import WorkbenchError
from workbench.tui.dialogs import Ask, Choice, PickOne
from workbench.tui.flow import span
from workbench.tui.gateway import Gateway, Opening
from workbench.tui.guard import ControlGuard
from workbench.tui.ink import Ink
from workbench.tui.keys import APP_KEYS, bindings
from workbench.tui.review_screen import ReviewScreen
from workbench.tui.screen import WorkbenchScreen
from workbench.tui.themes import ANSI, DARK, LIGHT, SHADES, THEMES
from workbench.visible import one_line

if TYPE_CHECKING:
    from workbench.tui.article_screen import ArticleScreen


class Leaving(StrEnum):
    """What the command does after the screen has closed, other than ending."""

    DEMO = "demo"


def _article_screen() -> WorkbenchScreen:
    from workbench.tui.article_screen import ArticleScreen

    return ArticleScreen()


def _matrix_screen() -> WorkbenchScreen:
    from workbench.tui.matrix_screen import MatrixScreen

    return MatrixScreen()


def _history_screen() -> WorkbenchScreen:
    from workbench.tui.history_screen import HistoryScreen

    return HistoryScreen()


def _dashboard_screen() -> WorkbenchScreen:
    from workbench.tui.dashboard_screen import DashboardScreen

    return DashboardScreen()


class WorkbenchApp(App[Leaving]):
    """The workbench: opens a database, then shows one screen after the other."""

    CSS_PATH = "workbench.tcss"
    TITLE = "workbench"
    ENABLE_COMMAND_PALETTE = True
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(APP_KEYS)]
    SCREENS: ClassVar[dict[str, Callable[[], Screen[Any]]]] = {
        "review": ReviewScreen,
        "article": _article_screen,
        "matrix": _matrix_screen,
        "history": _history_screen,
        "dashboard": _dashboard_screen,
    }

    def __init__(self, opening: Opening, keymap: dict[str, str] | None = None) -> None:
        super().__init__()
        self.gateway = Gateway(opening)
        self.failure: str | None = None
        self._guard = ControlGuard()
        self._wanted_keymap = keymap or {}
        self._cancel_reading = False

    def on_mount(self) -> None:
        """Show the review screen at once, and open the database behind it."""
        self.animation_level = "none"
        self.register_theme(DARK)
        self.register_theme(LIGHT)
        self.theme = ANSI if os.environ.get("NO_COLOR") else DARK.name
        self.set_keymap(self._wanted_keymap)
        self.push_screen("review")
        self.call_after_refresh(self._open)

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """Give every theme, also a foreign one, the shades that our style sheet needs."""
        return SHADES[LIGHT.name] if not self.current_theme.dark else SHADES[DARK.name]

    def get_line_filters(self) -> Sequence[LineFilter]:
        """Let nothing that acts reach the terminal, whichever widget it comes from."""
        return [*super().get_line_filters(), self._guard]

    @property
    def review_screen(self) -> ReviewScreen:
        """The screen on which claims are decided."""
        return cast(ReviewScreen, self.get_screen("review"))

    @property
    def article_screen(self) -> "ArticleScreen":
        """The screen that shows one annotated article."""
        return cast("ArticleScreen", self.get_screen("article"))

    # --- opening

    @work
    async def _open(self) -> None:
        try:
            await self.gateway.open()
            if self.gateway.opening.paths:
                await self.read_files(self.gateway.opening.paths)
        except WorkbenchError as error:
            self.leave(str(error))
            return
        if self.gateway.review.articles:
            await self.review_screen.reload()
        else:
            self._welcome()

    async def read_files(self, paths: Sequence[str]) -> None:
        """Read files into the collection, showing how far it is; Escape stops after the file under way.

        Raises:
            WorkbenchError: a path does not exist or nothing in it can be read.
        """
        self._cancel_reading = False
        intake = await self.gateway.call(self.gateway.review.add, paths, self._report_reading)
        for refused in intake.refused:
            self.notify(one_line(refused.reason), severity="warning", markup=False, timeout=12)
        done = f"{len(intake.added)} new, {len(intake.known)} known; {intake.claims} claims"
        self.notify(f"Articles read: {done}.", markup=False)

    def stop_reading(self) -> None:
        """Stop reading files after the one under way."""
        self._cancel_reading = True

    def _report_reading(self, name: str, done: int, of: int) -> bool:
        # This runs on the review thread, so the screen is told, not touched.
        words = (span(f"reading {done + 1}/{of} {name} (Esc stops) ", Ink.MUTED),)
        self.call_from_thread(partial(self.review_screen.say_saved, words))
        return not self._cancel_reading

    def _welcome(self) -> None:
        async def answered(answer: str | None) -> None:
            if answer == "add":
                self.ask_for_articles()
            else:
                self.exit(Leaving.DEMO if answer == Leaving.DEMO else None)

        choices = [
            Choice("d", "demo", "look around in the demo", "seven short articles, on a throw-away copy"),
            Choice("a", "add", "add articles", "files, folders or globs of .txt and .html"),
            Choice("q", "quit", "quit"),
        ]
        message = "There are no articles in this database yet."
        self.push_screen(PickOne("Welcome to the workbench", choices, message), answered)

    def ask_for_articles(self) -> None:
        """Ask for files to read into the collection."""

        async def answered(answer: str | None) -> None:
            if answer is None:
                self._welcome()
            else:
                self._read_typed(answer)

        self.push_screen(Ask("Add articles", "Files, folders or globs, separated by spaces."), answered)

    @work
    async def _read_typed(self, typed: str) -> None:
        try:
            await self.read_files(tuple(str(Path(word).expanduser()) for word in shlex.split(typed)))
        except (WorkbenchError, ValueError) as error:
            self.notify(one_line(str(error)), severity="error", markup=False, timeout=10)
        if self.gateway.review.articles:
            await self.review_screen.reload()
        else:
            self._welcome()

    # --- going from screen to screen

    async def action_goto(self, name: str) -> None:
        """Go to a screen by its name."""
        if not self.gateway.is_open:
            return
        if name == "article" and self.screen is self.review_screen and self.review_screen.view:
            view = self.review_screen.view
            self.article_screen.aim(view.summary.key, view.state.claim.sentences[0])
        await self._show_screen(name)

    async def review_claim(self, key: str, article: str | None = None) -> None:
        """Go to a claim on the review screen, with another article chosen."""
        await self._show_screen("review", reload=False)
        await self.review_screen.show_claim(key, article)

    async def _show_screen(self, name: str, *, reload: bool = True) -> None:
        await self.switch_screen(name)
        screen = self.get_screen(name)
        if reload and isinstance(screen, WorkbenchScreen):
            await screen.reload()

    def action_help(self) -> None:
        """Show the keys of this screen."""
        from workbench.tui.help_screen import HelpScreen

        if isinstance(self.screen, WorkbenchScreen):
            self.push_screen(HelpScreen(self.screen.help_keys, self._wanted_keymap))

    def action_next_theme(self) -> None:
        """Go on to the next theme: dark, light, the terminal's own colours."""
        at = THEMES.index(self.theme) if self.theme in THEMES else -1
        self.theme = THEMES[(at + 1) % len(THEMES)]

    def action_collections(self) -> None:
        """Go to another collection."""
        if not self.gateway.is_open:
            return
        names = self.gateway.review.collections()
        choices = [
            Choice(
                str(number) if number < 10 else "",
                known.name,
                known.name,
                f"{known.articles} articles, {known.claims} claims",
            )
            for number, known in enumerate(names, start=1)
        ]

        async def answered(answer: str | None) -> None:
            if answer is not None:
                await self.gateway.call(self.gateway.review.choose, answer)
                await self._show_screen("review")

        if choices:
            self.push_screen(PickOne("Collections", choices, chosen=self.gateway.review.collection), answered)

    # --- reports

    def action_export(self) -> None:
        """Write a report."""
        from workbench.tui.exporting import ask_for_report

        if self.gateway.is_open:
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
