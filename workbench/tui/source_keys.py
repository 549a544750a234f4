"""The keys for the sentences that state the claim in its own article, and for evidence from outside the collection."""

from workbench.review import actions
from workbench.review.evidence import TypedEvidence, attached, evidence_words
from workbench.review.model import DetachEvidence, SourceLink, UnlinkSource
from workbench.tui.chooser import ChooseSentences
from workbench.tui.claim_panel import source_words
from workbench.tui.deciding import Deciding
from workbench.tui.dialogs import Choice, PickOne
from workbench.tui.evidence_form import EvidenceForm


class SourceKeys(Deciding):
    """Source sets, of which one is enough, and what was attached from elsewhere."""

    async def action_link(self) -> None:
        """Confirm the sets of sentences that state the claim; once more takes one of them away."""
        if self.view is None:
            return
        state = self.view.state
        if unconfirmed := actions.links_to_confirm(state):
            await self.record(*self.gateway.review.drafts(self.view.key, unconfirmed))
        elif len(state.sources) == 1:
            await self.decide(UnlinkSource(state.sources[0].sentences))
        elif state.sources:
            self._ask_which_to_unlink(state.sources)
        else:
            await self.decide_as(lambda view: actions.toggle_link(view.state, view.state.claim.sentences))

    def _ask_which_to_unlink(self, sources: tuple[SourceLink, ...]) -> None:
        async def answered(answer: str | None) -> None:
            if answer is not None:
                await self.decide(UnlinkSource(sources[int(answer) - 1].sentences))

        choices = [
            Choice(str(number) if number < 10 else "", str(number), source_words(source))
            for number, source in enumerate(sources, start=1)
        ]
        self.bench.open_dialog(PickOne("Take away which source set?", choices), answered)

    def action_choose_source(self) -> None:
        """Choose another set of sentences of the claim's article that states it, too, or take a set away."""
        if self.view is None:
            return
        view = self.view

        async def chosen(sentences: tuple[int, ...] | None) -> None:
            if sentences is not None:
                await self.decide_as(lambda view: actions.toggle_link(view.state, sentences))

        title = f"Another source set in {view.summary.label} · {view.summary.heading}"
        self.bench.open_dialog(
            ChooseSentences(title, view.article, view.state.claim.sentences, view.state.text), chosen
        )

    def action_attach(self) -> None:
        """Attach evidence from outside the collection: an address, a citation, a file, a quotation."""
        if self.view:
            self.bench.open_dialog(EvidenceForm(), self._save_evidence)

    async def _save_evidence(self, typed: TypedEvidence | None) -> None:
        if typed is not None:
            await self.decide_as(lambda _view: attached(typed))

    def action_detach(self) -> None:
        """Take evidence from outside away from the claim."""
        if self.view is None:
            return
        known_evidence = self.view.state.evidence
        if not known_evidence:
            self.tell("No evidence from outside is attached to this claim; b attaches some.")
            return
        choices = [
            Choice(str(number) if number < 10 else "", known.id, evidence_words(known))
            for number, known in enumerate(known_evidence, start=1)
        ]
        self.bench.open_dialog(PickOne("Detach which evidence?", choices), self._drop_evidence)

    async def _drop_evidence(self, answer: str | None) -> None:
        if answer is not None:
            await self.decide(DetachEvidence(answer))
