"""Disputes: what reviewers disagree on, lowest agreement first, with all positions side by side; settled by keys."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import ClassVar, Final

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType

from workbench.review.actions import partial_support
from workbench.review.disputes import Dispute
from workbench.review.model import ClaimState, Outcome
from workbench.tui.bars import KeyBar, TitleBar
from workbench.tui.dialogs import Ask, Choice, PickOne
from workbench.tui.flow import Line, clip, span
from workbench.tui.ink import Ink
from workbench.tui.key_action import KeyAction, bindings
from workbench.tui.list_keys import DISPUTE_KEYS
from workbench.tui.list_pane import ListPane
from workbench.tui.pane import Pane
from workbench.tui.position_lines import position_lines
from workbench.tui.screen import WorkbenchScreen
from workbench.tui.verdict_questions import ask_what_is_unsupported, ask_why_not_checkable
from workbench.tui.word_places import Place
from workbench.vocabulary import (
    CONFIDENCE_TERMS,
    DISAGREEMENT_TERMS,
    RELATION_TERMS,
    VERDICT_TERMS,
    Confidence,
    DisagreementReason,
    NotCheckableReason,
    Relation,
    Verdict,
)

_HINTS = (
    ("j k", "move"),
    ("s", "settle"),
    ("c", "a relation"),
    ("o", "to the claim"),
    ("u U", "undo, redo"),
    ("R A M O W", "screens"),
)
_LEFT_OPEN: Final = "left_open"


@dataclass(frozen=True, slots=True)
class _Grounds:
    """Why reviewers differed, how sure it is what holds, and what the record should say besides."""

    disagreement: DisagreementReason
    confidence: Confidence
    note: str | None


class DisputePane(ListPane[Dispute]):
    """A line a dispute."""

    empty = "no dispute: reviewers agree wherever more than one has decided"

    def row_line(self, row: Dispute) -> Line:
        """Draw one dispute."""
        what = ["verdict"] if row.verdicts else []
        what += [f"{len(row.cells)} relation{'s' if len(row.cells) > 1 else ''}"] if row.cells else []
        words = ", ".join(what) + (" · left open" if row.left_open else "")
        return Line(
            (
                span(f" {row.agreement:>4.0%} ", Ink.MUTED if row.left_open else Ink.BAD),
                span(f"{clip(words, 30):<30} ", Ink.MIXED),
                span(clip(row.state.text, max(10, self.text_width - 40))),
            )
        )


class DisputesScreen(WorkbenchScreen):
    """Where a third person settles what two disagree on."""

    KEYS: ClassVar[tuple[KeyAction, ...]] = DISPUTE_KEYS
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(DISPUTE_KEYS)]

    def compose(self) -> ComposeResult:
        """Build the panes."""
        yield TitleBar(id="title")
        yield DisputePane(id="disputes", classes="panel")
        yield Pane(id="positions", classes="panel")
        yield KeyBar(_HINTS, id="keys")

    def on_resize(self) -> None:
        """Fit the columns to the new width."""
        self.call_after_refresh(self._draw_positions)

    async def reload(self) -> None:
        """Look for disputes anew."""
        review = self.gateway.review
        found = await self.gateway.call(review.team.disputes)
        pane = self.query_one(DisputePane)
        pane.show_rows(found)
        pane.border_title = self.titled("Disputes, the lowest agreement first")
        counts = (span(f"{len(found)} disputed ", Ink.MUTED),)
        self.query_one("#title", TitleBar).say(place=f"workbench · {review.collection} · disputes", gauge=counts)
        self._draw_positions()

    def _draw_positions(self) -> None:
        dispute, pane = self.query_one(DisputePane).current, self.query_one("#positions", Pane)
        if dispute is None:
            pane.show([])
            return
        pane.border_title = self.titled("Positions")
        pane.show(position_lines(dispute, self.gateway.review.labels, pane.text_width))

    # --- keys

    def action_move(self, step: int) -> None:
        """Go to another dispute."""
        pane = self.query_one(DisputePane)
        pane.go(pane.cursor + step)
        self._draw_positions()

    @on(Pane.Picked, "#disputes")
    def pick(self, event: Pane.Picked) -> None:
        """Go to the dispute that was clicked."""
        self.query_one(DisputePane).go(int(str(event.tag)))
        self._draw_positions()

    async def action_open_claim(self) -> None:
        """Go to the claim on the review screen."""
        dispute = self.query_one(DisputePane).current
        if dispute is not None:
            await self.bench.review_claim(dispute.state.key)

    def action_settle(self) -> None:
        """Settle the verdict: which one holds, why they differed, how sure it is."""
        dispute = self.query_one(DisputePane).current
        if dispute is None:
            return
        choices = [Choice(term.key, verdict, term.label, term.definition) for verdict, term in VERDICT_TERMS.items()]

        def chosen(answer: str | None) -> None:
            if answer is not None:
                self._ask_besides(dispute.state, None if answer == _LEFT_OPEN else Verdict(answer))

        self.bench.open_dialog(PickOne("The verdict that holds", [*choices, _left_open()]), chosen)

    def _ask_besides(self, state: ClaimState, verdict: Verdict | None) -> None:
        """Ask what the verdict must say besides, unless a vote for it says so already."""

        def ask_why(reason: NotCheckableReason | None = None, unsupported: str | None = None) -> None:
            self._ask_why(lambda grounds: self._settle(state.key, verdict, grounds, reason, unsupported))

        def marked(places: tuple[Place, ...]) -> None:
            ask_why(unsupported=partial_support(state.text, places).unsupported)

        if verdict in {vote.verdict for vote in state.votes}:
            ask_why()
        elif verdict is Verdict.NOT_CHECKABLE:
            ask_why_not_checkable(self.bench, ask_why)
        elif verdict is Verdict.PARTIALLY_SUPPORTED:
            ask_what_is_unsupported(self.bench, state.text, marked)
        else:
            ask_why()

    def action_settle_cell(self) -> None:
        """Settle the relation with one other article."""
        dispute = self.query_one(DisputePane).current
        if dispute is None or not dispute.cells:
            self.tell("The reviewers' relations do not differ for this claim.")
            return
        summaries = self.gateway.review.context.summaries
        choices = [
            Choice(str(number), article, f"{summaries[article].label} · {summaries[article].heading}")
            for number, article in enumerate(dispute.cells, start=1)
        ]

        def chosen(article: str | None) -> None:
            if article is not None:
                self._ask_relation(dispute, article)

        self.bench.open_dialog(PickOne("The relation with which article?", choices), chosen)

    def _ask_relation(self, dispute: Dispute, article: str) -> None:
        choices = [Choice(term.key, relation, term.label, term.definition) for relation, term in RELATION_TERMS.items()]

        def chosen(answer: str | None) -> None:
            if answer is not None:
                relation = None if answer == _LEFT_OPEN else Relation(answer)
                self._ask_why(lambda grounds: self._settle_cell(dispute.state.key, article, relation, grounds))

        self.bench.open_dialog(PickOne("The relation that holds", [*choices, _left_open()]), chosen)

    def _ask_why(self, then: Callable[[_Grounds], Awaitable[None]]) -> None:
        reasons = [Choice(term.key, reason, term.label, term.definition) for reason, term in DISAGREEMENT_TERMS.items()]

        def chosen(why: str | None) -> None:
            if why is not None:
                self._ask_how_sure(DisagreementReason(why), then)

        self.bench.open_dialog(PickOne("Why did they differ?", reasons), chosen)

    def _ask_how_sure(self, why: DisagreementReason, then: Callable[[_Grounds], Awaitable[None]]) -> None:
        levels = [Choice(term.key, level, term.label, term.definition) for level, term in CONFIDENCE_TERMS.items()]

        def chosen(sure: str | None) -> None:
            if sure is not None:
                self._ask_for_note(why, Confidence(sure), then)

        self.bench.open_dialog(PickOne("How sure is it?", levels), chosen)

    def _ask_for_note(
        self, why: DisagreementReason, sure: Confidence, then: Callable[[_Grounds], Awaitable[None]]
    ) -> None:
        async def noted(note: str | None) -> None:
            if note is not None:
                await then(_Grounds(why, sure, note or None))

        is_needed = why is DisagreementReason.OTHER
        message = "Why they differed." if is_needed else "What the record should say besides; may be empty."
        self.bench.open_dialog(Ask("Note", message, required=is_needed), noted)

    async def _settle(
        self,
        key: str,
        verdict: Verdict | None,
        grounds: _Grounds,
        reason: NotCheckableReason | None,
        unsupported: str | None,
    ) -> None:
        draft = self.gateway.review.team.draft_settle
        given = (grounds.disagreement, grounds.confidence, grounds.note)
        await self.record(await self.gateway.call(draft, key, verdict, *given, reason, unsupported))

    async def _settle_cell(self, key: str, article: str, relation: Relation | None, grounds: _Grounds) -> None:
        draft = self.gateway.review.team.draft_settle_cell
        given = (grounds.disagreement, grounds.confidence, grounds.note)
        await self.record(await self.gateway.call(draft, key, article, relation, *given))

    async def saved(self, outcome: Outcome) -> None:
        """Show what is left."""
        self.tell(outcome.message)
        await self.reload()


def _left_open() -> Choice:
    return Choice("l", _LEFT_OPEN, "leave it open", "it is settled that it cannot be settled now")
