"""The program on the screen. It imports nothing slow: the database comes after the first frame."""

from collections.abc import Callable, Iterable, Iterator, Sequence, Set
from contextlib import contextmanager
from functools import partial
from importlib import import_module
from typing import TYPE_CHECKING, Any, ClassVar, cast

from textual import work
from textual.app import SystemCommand
from textual.binding import BindingType
from textual.screen import Screen

from workbench.errors import WorkbenchError
from workbench.tui.bars import TitleBar
from workbench.tui.flow import span
from workbench.tui.gateway import Opening
from workbench.tui.ink import Ink
from workbench.tui.key_action import KeyAction, bindings
from workbench.tui.keys import APP_KEYS
from workbench.tui.opening_screen import OpeningScreen
from workbench.tui.shell import Shell
from workbench.visible import one_line

if TYPE_CHECKING:
    from workbench.tui.article_screen import ArticleScreen
    from workbench.tui.origins_screen import OriginsScreen
    from workbench.tui.review_screen import ReviewScreen
    from workbench.tui.screen import WorkbenchScreen


def _made_later(module: str, name: str) -> Callable[[], Screen[Any]]:
    """Return what makes a screen, importing it only then."""

    def make() -> Screen[Any]:
        screen: Screen[Any] = getattr(import_module(f"workbench.tui.{module}"), name)()
        return screen

    return make


class WorkbenchApp(Shell):
    """The workbench: opens a database, then shows one screen after the other."""

    ENABLE_COMMAND_PALETTE = True
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(APP_KEYS)]
    SCREENS: ClassVar[dict[str, Callable[[], Screen[Any]]]] = {
        "opening": OpeningScreen,
        "review": _made_later("review_screen", "ReviewScreen"),
        "article": _made_later("article_screen", "ArticleScreen"),
        "matrix": _made_later("matrix_screen", "MatrixScreen"),
        "history": _made_later("history_screen", "HistoryScreen"),
        "dashboard": _made_later("dashboard_screen", "DashboardScreen"),
        "origins": _made_later("origins_screen", "OriginsScreen"),
        "warnings": _made_later("warnings_screen", "WarningsScreen"),
        "disputes": _made_later("disputes_screen", "DisputesScreen"),
    }

    def __init__(self, opening: Opening, keymap: dict[str, str] | None = None) -> None:
        super().__init__(opening)
        self._wanted_keymap = keymap or {}
        self._cancel_reading = False

    def on_mount(self) -> None:
        """Show something at once, and open the database behind it."""
        self.use_our_themes()
        self.set_keymap(self._wanted_keymap)
        self.push_screen("opening")
        self.call_after_refresh(self._open)

    @property
    def review_screen(self) -> "ReviewScreen":
        """The screen on which claims are decided."""
        return cast("ReviewScreen", self.get_screen("review"))

    @property
    def article_screen(self) -> "ArticleScreen":
        """The screen that shows one annotated article."""
        return cast("ArticleScreen", self.get_screen("article"))

    @property
    def origins_screen(self) -> "OriginsScreen":
        """The screen that shows where a claim comes from."""
        return cast("OriginsScreen", self.get_screen("origins"))

    # --- opening

    @work
    async def _open(self) -> None:
        with self._leaving_on_error():
            await self.gateway.open()
            # What is slow to import comes after the first frame, off the screen's thread.
            await self.gateway.call(import_module, "workbench.tui.review_screen")
            await self._read(self.gateway.opening.paths)

    def start_reading(self, paths: Sequence[str]) -> None:
        """Read files into the collection, showing how far it is, then review."""
        self.run_worker(self._read_or_leave(paths))

    async def _read_or_leave(self, paths: Sequence[str]) -> None:
        with self._leaving_on_error():
            await self._read(paths)

    @contextmanager
    def _leaving_on_error(self) -> Iterator[None]:
        """Quit if something cannot be done without which there is nothing to show."""
        try:
            yield
        except WorkbenchError as error:
            self.leave(str(error))

    async def _read(self, paths: Sequence[str]) -> None:
        if paths:
            self._cancel_reading = False
            intake = await self.gateway.call(self.gateway.review.add, paths, self._report_reading)
            for refused in intake.refused:
                self.notify(one_line(refused.reason), severity="warning", markup=False, timeout=12)
            done = f"{len(intake.added)} new, {len(intake.known)} known; {intake.claims} claims"
            self.notify(f"Articles read: {done}.", markup=False)
            self._say_what_is_not_english(frozenset(intake.added))
            if intake.versions:
                await self._tell_of_versions(intake.versions)
        if self.gateway.review.articles:
            await self.go("review")
        else:
            self.welcome()

    def _say_what_is_not_english(self, added: Set[str]) -> None:
        from workbench.articles.plain_reading import PLAIN_RULES, reads_plainly  # the first frame has no need of it

        languages = (article.language for article in self.gateway.review.articles if article.key in added)
        if plain := sum(map(reads_plainly, languages)):
            self.notify(f"Not in English: {plain} of them, {PLAIN_RULES}.", markup=False, timeout=12)

    async def _tell_of_versions(self, read: Sequence[str]) -> None:
        """Say which of the articles that were read were taken for newer versions: that is never done unseen."""
        for version in await self.gateway.call(self.gateway.review.versions):
            if version.newer.key in read:
                self.notify(one_line(f"{version}."), markup=False, timeout=12)

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

    def get_system_commands(self, screen: Screen[Any]) -> Iterable[SystemCommand]:
        """Offer in the palette what the keys do, by name, and the themes that Textual brings."""
        yield SystemCommand("Theme", "Choose among all colour themes.", self.action_change_theme)
        for action in getattr(screen, "help_keys", ()):
            title = f"{action.label[:1].upper()}{action.label[1:]} ({action.shown_key})"
            yield SystemCommand(title, action.help, partial(self._run, screen, action))

    async def _run(self, screen: Screen[Any], action: KeyAction) -> None:
        await self.run_action(action.action, self if action in APP_KEYS else screen)

    # --- going from screen to screen

    @property
    def _is_reviewing(self) -> bool:
        """Whether the articles are read and a screen shows them."""
        return not any(isinstance(screen, OpeningScreen) for screen in self.screen_stack)

    async def action_goto(self, name: str) -> None:
        """Go to a screen by its name."""
        if not self._is_reviewing:
            return
        if self.screen is self.review_screen and (view := self.review_screen.view):
            if name == "article":
                self.article_screen.aim(view.summary.key, view.state.claim.sentences[0])
            elif name == "origins":
                self.origins_screen.aim(view.key)
        await self.go(name)

    async def review_claim(self, key: str, article: str | None = None) -> None:
        """Go to a claim on the review screen, with another article chosen."""
        await self.switch_screen("review")
        await self.review_screen.show_claim(key, article)

    async def show_article(self, article: str, sentence: int) -> None:
        """Go to a sentence of an article (a key) on the article screen."""
        self.article_screen.aim(article, sentence)
        await self.go("article")

    async def go(self, name: str) -> None:
        """Go to a screen by its name, and show what the database holds now."""
        await self.switch_screen(name)
        await cast("WorkbenchScreen", self.get_screen(name)).reload()

    def action_help(self) -> None:
        """Show the keys of this screen."""
        from workbench.tui.help_screen import HelpScreen

        if self._is_reviewing:
            keys = cast("WorkbenchScreen", self.screen).help_keys
            self.push_screen(HelpScreen(keys, self._wanted_keymap))

    def action_collections(self) -> None:
        """Go to another collection."""
        from workbench.tui.asking import ask_for_collection

        if self._is_reviewing:
            ask_for_collection(self)

    async def action_quit(self) -> None:
        """Quit; the next session begins where this one ends."""
        if self._is_reviewing:
            await self.review_screen.remember_place()
        self.exit()

    # --- reports

    def action_export(self) -> None:
        """Write a report."""
        from workbench.tui.exporting import ask_for_report

        if self._is_reviewing:
            ask_for_report(self)
