"""The keys that say what the chosen other article does with the claim, and on which of its sentences that rests."""

from workbench.review import actions
from workbench.review.model import Agreement, Cell, MarkSilent, Passage
from workbench.tui.cell_screen import CellScreen
from workbench.tui.chooser import ChooseSentences
from workbench.tui.dialogs import Choice, PickMany, PickOne
from workbench.tui.flow import squeezed
from workbench.tui.passage_panel import Choice as PassageChoice
from workbench.vocabulary import FACET_LABELS, Facet, Relation

_NO_TWIN = "none"


class RelationKeys(CellScreen):
    """Relations, one digit each, and what belongs to them."""

    async def action_relation(self, name: str) -> None:
        """Record what the chosen other article does with the claim, resting on the passage that is shown."""
        if cell := self.chosen_cell:
            await self.decide(actions.agreement(cell.article.key, Relation(name), self.chosen_passage))

    async def action_silence_rest(self) -> None:
        """Say of all articles not looked at yet that they do not address the claim."""
        if self.view and self.view.undecided:
            await self.decide(MarkSilent(self.view.undecided))
        else:
            self.tell("Every other article has been looked at already.")

    # --- on what it rests

    def action_choose_evidence(self) -> None:
        """Choose the sentences of the chosen article that a relation rests on."""
        cell, passage = self.chosen_cell, self.chosen_passage
        if self.view is None or cell is None:
            return
        article = self.gateway.review.article_text(cell.article.key)

        async def chosen(sentences: tuple[int, ...] | None) -> None:
            if sentences and self.view:
                offered = await self.gateway.call(
                    self.gateway.review.passage, self.view.state, cell.article.key, sentences
                )
                await self._offer_passage(cell, offered)

        title = f"Evidence in {cell.article.label} · {cell.article.heading}"
        shown = passage.sentences if passage else ()
        self.bench.open_dialog(ChooseSentences(title, article, shown, self.view.state.text), chosen)

    async def _offer_passage(self, cell: Cell, passage: Passage) -> None:
        """Put a passage that the reviewer chose first; a relation that is recorded already rests on it from now on."""
        if self.view is None:
            return
        self.view = self.view.with_passage(self.choice.cell, passage)
        self.choice = PassageChoice(self.choice.cell)
        if cell.agreement and cell.agreement.relation is not Relation.NOT_ADDRESSED:
            await self.decide(actions.agreement(cell.article.key, cell.agreement.relation, passage))
        else:
            self.draw()

    def action_twin(self) -> None:
        """Choose which claim of the other article the relation is with, or none."""
        cell, passage = self.chosen_cell, self.chosen_passage
        if self.view is None or cell is None or passage is None:
            return
        twins = self.gateway.review.graph.twins(cell.article.key, passage.sentences)
        if not twins:
            self.tell("No claim was made of these sentences; A, then a makes one.")
            return

        async def answered(answer: str | None) -> None:
            if answer is not None:
                await self._offer_passage(cell, passage.with_twin(None if answer == _NO_TWIN else answer))

        choices = [
            Choice(str(number) if number < 10 else "", twin.key, squeezed(twin.text))
            for number, twin in enumerate(twins, start=1)
        ]
        none = Choice("0", _NO_TWIN, "none of them", "the relation is with the passage alone")
        self.bench.open_dialog(PickOne("The same as which claim?", [*choices, none], chosen=passage.twin), answered)

    # --- what belongs to it

    def action_facets(self) -> None:
        """Choose in what the chosen article differs from the claim."""
        given = self._recorded()
        if given is None:
            return

        async def answered(chosen: tuple[str, ...] | None) -> None:
            if chosen is not None:
                await self.decide(actions.changed_agreement(given, facets=[Facet(name) for name in chosen]))

        choices = [Choice(str(number), facet, FACET_LABELS[facet]) for number, facet in enumerate(Facet, start=1)]
        self.bench.open_dialog(PickMany("Differs in", choices, given.facets), answered)

    def action_cell_note(self) -> None:
        """Write a note on what the chosen article does with the claim."""
        given = self._recorded()
        if given is not None:
            self.ask(
                "Note on the relation",
                "A remark that stays with this relation.",
                lambda words: self.decide(actions.changed_agreement(given, note=words)),
                given.note or "",
            )

    def _recorded(self) -> Agreement | None:
        cell = self.chosen_cell
        if cell is not None and cell.agreement is None:
            self.tell("First say with a digit what this article does with the claim.")
        return cell.agreement if cell else None
