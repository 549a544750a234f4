"""Disputes: what reviewers disagree on, lowest agreement first, with all positions side by side; settled by keys."""

from collections.abc import Awaitable, Callable
from typing import ClassVar, Final

from rich.cells import cell_len
from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType

from workbench.review.disputes import Dispute, Position
from workbench.review.model import Outcome
from workbench.tui.bars import KeyBar, TitleBar
from workbench.tui.dialogs import Ask, Choice, PickOne
from workbench.tui.flow import Line, Span, clip, flow, span, squeezed
from workbench.tui.ink import RELATION_INKS, VERDICT_INKS, Ink
from workbench.tui.key_action import KeyAction, bindings
from workbench.tui.list_keys import DISPUTE_KEYS
from workbench.tui.list_pane import ListPane
from workbench.tui.pane import Pane
from workbench.tui.screen import WorkbenchScreen
from workbench.vocabulary import (
    CONFIDENCE_TERMS,
    DISAGREEMENT_TERMS,
    NOT_CHECKABLE_TERMS,
    RELATION_TERMS,
    VERDICT_TERMS,
    Confidence,
    DisagreementReason,
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
_GAP: Final = 2


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
                verdict = None if answer == _LEFT_OPEN else Verdict(answer)
                self._ask_why(lambda why, sure, note: self._settle(dispute, verdict, why, sure, note))

        self.app.push_screen(PickOne("The verdict that holds", [*choices, _left_open()]), chosen)

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

        self.app.push_screen(PickOne("The relation with which article?", choices), chosen)

    def _ask_relation(self, dispute: Dispute, article: str) -> None:
        choices = [Choice(term.key, relation, term.label, term.definition) for relation, term in RELATION_TERMS.items()]

        def chosen(answer: str | None) -> None:
            if answer is not None:
                relation = None if answer == _LEFT_OPEN else Relation(answer)
                self._ask_why(lambda why, sure, note: self._settle_cell(dispute, article, relation, why, sure, note))

        self.app.push_screen(PickOne("The relation that holds", [*choices, _left_open()]), chosen)

    def _ask_why(self, then: Callable[[DisagreementReason, Confidence, str], Awaitable[None]]) -> None:
        reasons = [Choice(term.key, reason, term.label, term.definition) for reason, term in DISAGREEMENT_TERMS.items()]
        levels = [Choice(term.key, level, term.label, term.definition) for level, term in CONFIDENCE_TERMS.items()]

        def why_chosen(why: str | None) -> None:
            if why is not None:
                self.app.push_screen(PickOne("How sure is it?", levels), lambda sure: sure_chosen(why, sure))

        def sure_chosen(why: str, sure: str | None) -> None:
            async def noted(note: str | None) -> None:
                if note is not None:
                    await then(DisagreementReason(why), Confidence(str(sure)), note)

            if sure is not None:
                question = Ask("Note", "What the record should say besides; may be empty.", required=False)
                self.app.push_screen(question, noted)

        self.app.push_screen(PickOne("Why did they differ?", reasons), why_chosen)

    async def _settle(
        self, dispute: Dispute, verdict: Verdict | None, why: DisagreementReason, sure: Confidence, note: str
    ) -> None:
        team = self.gateway.review.team
        draft = await self.gateway.call(team.draft_settle, dispute.state.key, verdict, why, sure, note or None)
        await self.record(draft)

    async def _settle_cell(
        self,
        dispute: Dispute,
        article: str,
        relation: Relation | None,
        why: DisagreementReason,
        sure: Confidence,
        note: str,
    ) -> None:
        team = self.gateway.review.team
        draft = await self.gateway.call(
            team.draft_settle_cell, dispute.state.key, article, relation, why, sure, note or None
        )
        await self.record(draft)

    async def saved(self, outcome: Outcome) -> None:
        """Show what is left."""
        self.tell(outcome.message)
        await self.reload()


def _left_open() -> Choice:
    return Choice("l", _LEFT_OPEN, "leave it open", "it is settled that it cannot be settled now")


# --- positions side by side


def position_lines(dispute: Dispute, labels: dict[str, str], width: int) -> list[Line]:
    """Return the claim, and below it what each reviewer said of it, in columns as many as fit beside one another."""
    lines = [*flow(squeezed(dispute.state.text), width, base=Ink.STRONG), Line()]
    fitting = max(1, min(len(dispute.positions), width // 36))
    column = (width - _GAP * (fitting - 1)) // fitting
    for first in range(0, len(dispute.positions), fitting):
        blocks = [_position(each, dispute, labels, column) for each in dispute.positions[first : first + fitting]]
        lines += _side_by_side(blocks, column)
        lines.append(Line())
    return lines


def _position(position: Position, dispute: Dispute, labels: dict[str, str], width: int) -> list[Line]:
    lines = [Line((span(clip(position.reviewer, width), Ink.TITLE),))]
    vote = position.vote
    if vote is None:
        lines.append(Line((span("no verdict", Ink.MUTED),)))
    else:
        term = VERDICT_TERMS[vote.verdict]
        extra = NOT_CHECKABLE_TERMS[vote.reason].label if vote.reason else vote.unsupported
        words = f"{term.glyph} {term.label}" + (f" ({extra})" if extra else "")
        lines += flow(words, width, base=VERDICT_INKS[vote.verdict])
    for given in position.agreements:
        term = RELATION_TERMS[given.relation]
        where = f"{labels.get(given.article, '?')} {term.glyph} {term.label}"
        numbers = ", ".join(str(index + 1) for index in given.sentences)
        place = f" · sentence {numbers}" if numbers else ""
        note = f" · {given.note}" if given.note else ""
        ink = RELATION_INKS[given.relation] if given.article in dispute.cells else Ink.MUTED
        lines += flow(f"{where}{place}{note}", width, base=ink)
    for link in position.links:
        numbers = ", ".join(str(index + 1) for index in link.sentences)
        lines += flow(f"source: sentence {numbers}", width, base=Ink.MUTED)
    for note_ in position.notes:
        lines += flow(f"✎ {note_.text}", width, base=Ink.QUOTE)
    return lines


def _side_by_side(blocks: list[list[Line]], width: int) -> list[Line]:
    height = max(len(block) for block in blocks)
    return [Line(tuple(_row(blocks, index, width))) for index in range(height)]


def _row(blocks: list[list[Line]], index: int, width: int) -> list[Span]:
    spans: list[Span] = []
    for block in blocks:
        here = block[index].spans if index < len(block) else ()
        used = sum(cell_len(piece.text) for piece in here)
        spans += [*here, span(" " * (width - used + _GAP))]
    return spans
