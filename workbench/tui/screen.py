"""What all screens share: the title line, the way to the review layer, and how a decision is saved."""

from typing import ClassVar, cast

from textual.content import Content
from textual.screen import Screen

from workbench.errors import DecisionError, StoreError
from workbench.review.model import Draft, Outcome
from workbench.tui.bars import TitleBar
from workbench.tui.dialogs import Choice, PickOne
from workbench.tui.flow import Span, span
from workbench.tui.gateway import Gateway
from workbench.tui.ink import Ink
from workbench.tui.key_action import Group, KeyAction
from workbench.tui.keys import APP_KEYS
from workbench.tui.shell import Shell
from workbench.visible import one_line


class WorkbenchScreen(Screen[None]):
    """A screen of the workbench. `KEYS` are the keys that act on it, for bindings and help."""

    KEYS: ClassVar[tuple[KeyAction, ...]] = ()
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (100, "-medium"), (160, "-wide")]  # noqa: RUF012 - as Textual types it

    @property
    def bench(self) -> Shell:
        """The program that shows this screen."""
        return cast(Shell, self.app)

    @property
    def gateway(self) -> Gateway:
        """The way to the review layer."""
        return self.bench.gateway

    @property
    def help_keys(self) -> tuple[KeyAction, ...]:
        """All keys that act here, ordered by what they are for."""
        order = list(Group)
        return tuple(sorted((*self.KEYS, *APP_KEYS), key=lambda action: order.index(action.group)))

    async def reload(self) -> None:
        """Show what the database holds now; called when one comes to the screen."""
        raise NotImplementedError

    # --- saving

    async def record(self, *action: Draft) -> None:
        """Save the decisions of one action, then show what came of it. Nothing moves on before they are saved."""
        self.say_saved((span("saving… ", Ink.MUTED),))
        try:
            outcome = await self.gateway.call(self.gateway.review.record, *action)
        except StoreError as error:
            self.say_saved((span("NOT SAVED ", Ink.BAD, Ink.STRONG),))
            self._offer_retry(action, error)
        except DecisionError as error:
            self.say_saved(())
            self.bench.refuse(error)
        else:
            words = f"✓ saved {outcome.decision.at.astimezone():%H:%M:%S} "
            self.say_saved((span(words, Ink.GOOD),))
            await self.saved(outcome)

    async def saved(self, outcome: Outcome) -> None:
        """Show what a saved decision changed."""
        raise NotImplementedError

    async def action_undo(self) -> None:
        """Take back what the reviewer did last."""
        await self.record_if(await self.gateway.call(self.gateway.review.draft_undo), "Nothing to undo.")

    async def action_redo(self) -> None:
        """Take back the reviewer's latest undo."""
        await self.record_if(await self.gateway.call(self.gateway.review.draft_redo), "Nothing to redo.")

    async def record_if(self, action: tuple[Draft, ...], otherwise: str) -> None:
        """Save the decisions of an action; say `otherwise` if there are none."""
        if action:
            await self.record(*action)
        else:
            self.tell(otherwise)

    def _offer_retry(self, action: tuple[Draft, ...], error: StoreError) -> None:
        async def answered(answer: str | None) -> None:
            if answer == "retry":
                await self.record(*action)

        choices = [Choice("r", "retry", "retry", "the same once more"), Choice("g", "give up", "give up")]
        self.bench.open_dialog(PickOne("Not saved", choices, str(error)), answered)

    # --- telling

    def say_saved(self, words: tuple[Span, ...]) -> None:
        """Say in the title line whether the last decision is saved."""
        for bar in self.query(TitleBar):
            bar.say(saved=words)

    def tell(self, message: str) -> None:
        """Show a short message; its text is never markup."""
        self.app.notify(one_line(message), markup=False, timeout=3)

    @staticmethod
    def titled(text: str) -> Content:
        """Return a title that is never markup."""
        return Content(one_line(text))
