"""Review: the screen on which claims are decided."""

from collections.abc import Awaitable, Callable
from typing import ClassVar

from textual.binding import BindingType

from workbench.errors import DecisionError
from workbench.review import actions
from workbench.review.model import (
    AddNote,
    ClaimView,
    MarkSilent,
    MarkVerdict,
    Outcome,
    Passage,
    Payload,
    RecordAgreement,
    RewordClaim,
)
from workbench.review.queue import is_to_do
from workbench.tui.chooser import ChooseSentences
from workbench.tui.claim_browser import ClaimBrowser
from workbench.tui.dialogs import Ask, Choice, PickOne
from workbench.tui.flow import squeezed
from workbench.tui.keys import REVIEW_KEYS, KeyAction, bindings
from workbench.tui.passage_panel import Choice as PassageChoice
from workbench.vocabulary import NOT_CHECKABLE_TERMS, Facet, NotCheckableReason, Relation, Verdict

_HINTS = (
    ("s r n c p v x", "verdict"),
    ("1-6 9 0", "relation"),
    ("j k", "claim"),
    (". ,", "article"),
    ("u", "undo"),
    ("z", "rest silent"),
    ("[ ]", "passage"),
    ("e", "evidence"),
    ("l", "link"),
    ("m", "note"),
    ("d", "discard"),
    ("w", "reword"),
    ("a", "add"),
    ("/", "search"),
    ("f", "filter"),
    ("A M H D", "screens"),
    ("E", "export"),
)


class ReviewScreen(ClaimBrowser):
    """Where claims are decided. A claim stays until its verdict and all its relations are there."""

    KEYS: ClassVar[tuple[KeyAction, ...]] = REVIEW_KEYS
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(REVIEW_KEYS)]
    HINTS = _HINTS

    # --- the verdict

    async def action_verdict(self, name: str) -> None:
        """Vote, after asking for what some verdicts must say."""
        verdict = Verdict(name)
        if verdict is Verdict.PARTIALLY_SUPPORTED:
            self._ask(
                "Partially supported",
                "Which part of the claim is not supported?",
                lambda words: self.decide(MarkVerdict(verdict, unsupported=words)),
            )
        elif verdict is Verdict.NOT_CHECKABLE:
            self._ask_why_not_checkable()
        else:
            await self.decide(MarkVerdict(verdict))

    def _ask_why_not_checkable(self) -> None:
        if self.view is None:
            return

        async def answered(answer: str | None) -> None:
            if answer is not None:
                await self.decide(MarkVerdict(Verdict.NOT_CHECKABLE, reason=NotCheckableReason(answer)))

        choices = [
            Choice(term.key, reason, term.label, term.definition) for reason, term in NOT_CHECKABLE_TERMS.items()
        ]
        self.app.push_screen(PickOne("Not checkable, because it is", choices), answered)

    # --- relations

    async def action_relation(self, name: str) -> None:
        """Record what the chosen other article does with the claim, resting on the passage that is shown."""
        if self.view is None or not self.view.cells:
            return
        relation = Relation(name)
        cell = self.view.cells[self.choice.cell]
        passage = cell.passages[self.choice.passage] if cell.passages else None
        if relation is Relation.NOT_ADDRESSED or passage is None:
            await self.decide(RecordAgreement(cell.article.key, relation))
        else:
            await self.decide(_agreement(cell.article.key, relation, passage))

    async def action_silence_rest(self) -> None:
        """Say of all articles not looked at yet that they do not address the claim."""
        if self.view and self.view.undecided:
            await self.decide(MarkSilent(self.view.undecided))
        else:
            self.tell("Every other article has been looked at already.")

    def action_choose_evidence(self) -> None:
        """Choose the sentences of the chosen article that a relation rests on."""
        if self.view is None or not self.view.cells:
            return
        cell = self.view.cells[self.choice.cell]
        shown = cell.passages[self.choice.passage].sentences if cell.passages else ()
        article = self.gateway.review.article_text(cell.article.key)

        async def chosen(sentences: tuple[int, ...] | None) -> None:
            if sentences and self.view:
                passage = await self.gateway.call(
                    self.gateway.review.passage, self.view.state, cell.article.key, sentences
                )
                self._offer_passage(passage)

        title = f"Evidence in {cell.article.label} · {cell.article.heading}"
        self.app.push_screen(ChooseSentences(title, article, shown, self.view.state.text), chosen)

    def _offer_passage(self, passage: Passage) -> None:
        """Put a passage that the reviewer chose first among those of the chosen article."""
        if self.view is None:
            return
        self.view = self.view.with_passage(self.choice.cell, passage)
        self.choice = PassageChoice(self.choice.cell)
        self.draw()

    # --- the source

    async def action_link(self) -> None:
        """Confirm the claim's source sentences; once more takes the link away."""
        if self.view:
            sources = self.view.state.sources
            wanted = sources[-1].sentences if sources else self.view.state.claim.sentences
            await self.decide_as(lambda view: actions.toggle_link(view.state, wanted))

    def action_choose_source(self) -> None:
        """Choose another sentence of the claim's article, or several, as its source."""
        if self.view is None:
            return
        view = self.view

        async def chosen(sentences: tuple[int, ...] | None) -> None:
            if sentences is not None:
                await self.decide_as(lambda view: actions.toggle_link(view.state, sentences))

        title = f"Source in {view.summary.label} · {view.summary.heading}"
        self.app.push_screen(ChooseSentences(title, view.article, view.state.claim.sentences, view.state.text), chosen)

    # --- the claim

    def action_note(self) -> None:
        """Write a note."""
        self._ask("Note", "A remark that stays with the claim.", lambda words: self.decide(AddNote(words)))

    def action_reword(self) -> None:
        """Put the claim in other words."""
        if self.view:
            self._ask(
                "Reword",
                "The claim in your words; the article's words stay in the record.",
                lambda words: self.decide(RewordClaim(words)),
                squeezed(self.view.state.text),
            )

    def action_add_claim(self) -> None:
        """Make a claim of one or several sentences of this article."""
        if self.view is None:
            return
        view = self.view

        async def chosen(sentences: tuple[int, ...] | None) -> None:
            if sentences is None:
                return
            try:
                draft = self.gateway.review.draft_claim(view.summary.key, sentences)
            except DecisionError as error:
                self.refuse(error)
            else:
                await self.record(draft)

        title = f"New claim from {view.summary.label} · {view.summary.heading}"
        self.app.push_screen(ChooseSentences(title, view.article, (), "", at=view.state.claim.sentences[0]), chosen)

    async def action_discard(self) -> None:
        """Discard the claim, or restore it."""
        await self.decide_as(lambda view: actions.toggle_discard(view.state))

    async def action_park(self) -> None:
        """Set the claim aside, or take it up again."""
        await self.decide_as(lambda view: actions.toggle_park(view.state))

    async def action_sign_off(self) -> None:
        """Sign the verdict off, or reopen it."""
        await self.decide_as(lambda view: actions.toggle_sign_off(view.state))

    # --- saving

    def _ask(self, title: str, message: str, then: Callable[[str], Awaitable[None]], value: str = "") -> None:
        async def answered(answer: str | None) -> None:
            if answer:
                await then(answer)

        if self.view:
            self.app.push_screen(Ask(title, message, value), answered)

    async def decide_as(self, rule: Callable[[ClaimView], Payload]) -> None:
        """Save what a rule makes of the current claim, or show why it makes nothing of it."""
        if self.view is None:
            return
        try:
            payload = rule(self.view)
        except DecisionError as error:
            self.refuse(error)
        else:
            await self.decide(payload)

    async def decide(self, payload: Payload) -> None:
        """Save a decision about the current claim."""
        if self.view:
            await self.record(self.gateway.review.draft(self.view.key, payload))

    async def saved(self, outcome: Outcome) -> None:
        """Show what the decision changed; go on when nothing is left to decide about the claim."""
        if outcome.decision.undoes is not None:
            self.tell(outcome.message)
        if self.view is None or outcome.claim != self.view.key:
            await self.show_claim(outcome.claim)
            return
        complete_before = not is_to_do(self.all_rows[outcome.claim], self.others)
        # What was undone is open again, and is what the reviewer wants to decide anew.
        first_cell = self.choice.cell if outcome.decision.undoes is None else 0
        row = await self.refresh_claim(outcome.claim, first_cell=first_cell)
        if row is None:
            await self.reload()
        elif not complete_before and outcome.decision.undoes is None and not is_to_do(row, self.others):
            await self.advance()


def _agreement(article: str, relation: Relation, passage: Passage) -> RecordAgreement:
    facets: dict[Facet, None] = {}
    if relation in (Relation.CONTRADICTS, Relation.PARTIALLY_SUPPORTS, Relation.UPDATES):
        facets = dict.fromkeys(difference.facet for difference in passage.comparison.differences)
    return RecordAgreement(article, relation, passage.sentences, facets=tuple(facets))
