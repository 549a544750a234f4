"""The annotated article: every sentence with what became of it, and what is left to read."""

from collections.abc import Callable
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType

from workbench.review.model import ArticleView, Draft, Outcome, ReadSentences, SentenceFate
from workbench.review.sentence_states import newly_unread, next_unread
from workbench.tui.article_lines import LEGEND, article_lines
from workbench.tui.bars import KeyBar, TitleBar, gauge
from workbench.tui.flow import Line, span
from workbench.tui.ink import Ink
from workbench.tui.key_action import KeyAction, bindings
from workbench.tui.keys import ARTICLE_KEYS
from workbench.tui.pane import Pane
from workbench.tui.screen import WorkbenchScreen
from workbench.tui.word_chooser import ChooseWords
from workbench.tui.word_places import Place
from workbench.vocabulary import Reading

_HINTS = (
    ("n o b", "no claim, opinion, boilerplate"),
    ("z", "rest"),
    ("Space", "unread"),
    ("a p", "claim"),
    ("Enter", "open"),
    ("u", "undo"),
    (". ,", "article"),
    ("j k", "sentence"),
    ("R M H D", "screens"),
)


class ArticleScreen(WorkbenchScreen):
    """One article of the collection; a sign at the left of every sentence says its fate."""

    KEYS: ClassVar[tuple[KeyAction, ...]] = ARTICLE_KEYS
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(ARTICLE_KEYS)]

    def __init__(self) -> None:
        super().__init__()
        self.article: str | None = None
        self._view: ArticleView | None = None
        self._at = 0
        self._places: dict[int, tuple[int, int]] = {}
        self._unread: dict[str, tuple[int, ...]] = {}
        self._opened: str | None = None

    def compose(self) -> ComposeResult:
        """Build the panes."""
        yield TitleBar(id="title")
        yield Pane(id="text", classes="panel")
        yield Pane(id="legend")
        yield KeyBar(_HINTS, id="keys")

    def on_resize(self) -> None:
        """Lay the article out for the new width."""
        self.call_after_refresh(self._draw)

    async def reload(self) -> None:
        """Show the article of the current claim, or else the first one."""
        review = self.gateway.review
        if self.article not in review.labels:
            self.article, self._at = (review.articles[0].key if review.articles else None), 0
        self._unread = dict(await self.gateway.call(review.ledger.unread))
        await self._show()

    def aim(self, article: str, sentence: int) -> None:
        """Say which sentence of which article is shown when the screen comes next."""
        self.article, self._at = article, sentence

    async def _show(self) -> None:
        """Read the article anew, and draw it."""
        if self.article is not None:
            self._view = await self.gateway.call(self.gateway.review.article, self.article)
        self._draw()

    # --- drawing

    def _draw(self) -> None:
        view, review = self._view, self.gateway.review
        if view is None:
            return
        pane = self.query_one("#text", Pane)
        rows, self._places = article_lines(view, self._at, review.reviewer, pane.text_width)
        pane.show(rows, reveal=self._places.get(self._at))
        pane.border_title = self.titled(f"{view.summary.label} · {view.summary.heading} · {self._left(view)}")
        self.query_one("#legend", Pane).show([Line((span(f" {LEGEND}", Ink.MUTED),))])
        everything = sum(summary.sentences for summary in review.current)
        unread = sum(map(len, self._unread.values()))
        figures = gauge(everything - unread, everything, "sentences read")
        self.query_one("#title", TitleBar).say(place=f"workbench · {review.collection} · article", gauge=figures)

    def _left(self, view: ArticleView) -> str:
        """Say how much of the article is left to read."""
        if view.summary.newer:
            return "its newer version is reviewed"
        count, left = len(view.sentences), len(self._unread.get(view.summary.key, ()))
        return f"{left} of {count} sentences not read" if left else f"all {count} sentences read"

    # --- moving

    def action_move(self, step: int) -> None:
        """Go to another sentence."""
        if self._view and self._view.sentences:
            self._at = min(max(0, self._at + step), len(self._view.sentences) - 1)
            self._draw()

    async def action_article(self, step: int) -> None:
        """Go to another article."""
        keys = [summary.key for summary in self.gateway.review.articles]
        if self.article in keys:
            await self._go(keys[(keys.index(self.article) + step) % len(keys)], 0)

    async def action_next_unread(self) -> None:
        """Go to the next sentence that nobody has read, in this article or in the next one that has any."""
        if not await self._advance():
            here = self._current is not None and self._current.fate.unread
            self.tell("This is the last sentence that is not read." if here else "Every sentence is read.")

    async def _advance(self) -> bool:
        """Go to the next unread sentence; False where there is no other."""
        articles = [summary.key for summary in self.gateway.review.current]
        found = next_unread(self._unread, articles, self.article or "", self._at)
        if found is not None:
            await self._go(*found)
        return found is not None

    async def _go(self, article: str, sentence: int) -> None:
        is_here, self.article, self._at = article == self.article, article, sentence
        if is_here:
            self._draw()
        else:
            await self._show()

    @on(Pane.Picked)
    def pick(self, event: Pane.Picked) -> None:
        """Go to the sentence that was clicked."""
        self._at = int(str(event.tag))
        self._draw()

    async def action_open_claim(self) -> None:
        """Review the claim that the sentence makes; of several, the one after that which was opened last."""
        claims = [claim.key for claim in self._current.fate.claims] if self._current else []
        if not claims:
            self.tell("No claim was made of this sentence; a makes one.")
            return
        after = claims.index(self._opened) + 1 if self._opened in claims else 0
        self._opened = claims[after % len(claims)]
        await self.bench.review_claim(self._opened)

    # --- deciding

    async def action_read(self, name: str) -> None:
        """Say that the sentence makes no claim, and what it is."""
        if self._current is not None:
            chosen = (self._current.index,)
            await self._record_drafted(self.gateway.review.ledger.draft_read, self.article, chosen, Reading(name))

    async def action_read_rest(self) -> None:
        """Read all sentences of the article that nobody has read as the program suggests."""
        if self.article is not None:
            action = await self.gateway.call(self.gateway.review.ledger.draft_read_rest, self.article)
            await self.record_if(action, "The program suggests nothing for what is left of this article.")

    async def action_add_claim(self) -> None:
        """Make a claim of the sentence."""
        if self._current is not None:
            await self._record_drafted(self.gateway.review.draft_claim, self.article, (self._current.index,))

    def action_add_part(self) -> None:
        """Make a claim of a part of the sentence."""
        if self._current is None:
            return
        article, sentence = self.article, self._current.sentence

        async def chosen(places: tuple[Place, ...] | None) -> None:
            for start, end in places or ():
                await self._record_drafted(
                    self.gateway.review.draft_claim_part, article, sentence.start + start, sentence.start + end
                )

        title = f"Claim of a part of sentence {self._current.index + 1}"
        self.bench.open_dialog(ChooseWords(title, sentence.text, several=False), chosen)

    async def _record_drafted(self, draft: Callable[..., Draft], *arguments: object) -> None:
        """Save the decision that a rule makes of something."""
        await self.record(await self.gateway.call(draft, *arguments))

    async def saved(self, outcome: Outcome) -> None:
        """Show the new fate of the sentence; go on from one that was read, and back to one that is unread again."""
        self.tell(outcome.message)
        before = self._unread
        if outcome.is_undo:
            await self.reload()
            if found := newly_unread(before, self._unread):
                await self._go(*found)
            return
        await self._show()
        self._count_unread()
        payload = outcome.decision.payload
        if isinstance(payload, ReadSentences) and payload.sentences == (self._at,) and len(outcome.decisions) == 1:
            await self._advance()

    def _count_unread(self) -> None:
        """Keep count of what is left of the article that is shown: to count all articles at every key takes long."""
        view = self._view
        if view is None or view.summary.newer:
            return
        left = tuple(each.index for each in view.sentences if each.fate.unread)
        rest = {article: numbers for article, numbers in self._unread.items() if article != view.summary.key}
        self._unread = rest | {view.summary.key: left} if left else rest
        self._draw()

    @property
    def _current(self) -> SentenceFate | None:
        return self._view.sentences[self._at] if self._view and self._view.sentences else None
