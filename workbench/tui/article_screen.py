"""The annotated article: every sentence with what became of it."""

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType

from workbench.articles.plain_reading import plain_notice
from workbench.claims.model import Claim
from workbench.errors import DecisionError
from workbench.review.model import ArticleView, Outcome, SentenceFate
from workbench.tui.bars import KeyBar, TitleBar
from workbench.tui.flow import Line, Mark, flow, span, unwrapped
from workbench.tui.ink import VERDICT_INKS, Ink
from workbench.tui.keys import ARTICLE_KEYS, KeyAction, bindings
from workbench.tui.pane import Pane
from workbench.tui.screen import WorkbenchScreen
from workbench.vocabulary import PASSED_OVER_LABELS, VERDICT_TERMS

_HINTS = (
    ("j k", "sentence"),
    (". ,", "article"),
    ("Enter", "to the claim"),
    ("a", "add claim"),
    ("R M H D", "screens"),
)
_LEGEND = "· no verdict yet   ✓ ✗ ∅ … verdict   ✕ discarded   (nothing) passed over"


class ArticleScreen(WorkbenchScreen):
    """One article of the collection; a sign at the left of every sentence says its fate."""

    KEYS: ClassVar[tuple[KeyAction, ...]] = ARTICLE_KEYS
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(ARTICLE_KEYS)]

    def __init__(self) -> None:
        super().__init__()
        self.article: str | None = None
        self._view: ArticleView | None = None
        self._at = 0
        self._rows: dict[int, tuple[int, int]] = {}

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
            self.article = review.articles[0].key if review.articles else None
        if self.article is not None:
            self._view = await self.gateway.call(review.article, self.article)
        self._draw()

    def aim(self, article: str, sentence: int) -> None:
        """Say which sentence of which article is shown when the screen comes next."""
        self.article, self._at = article, sentence

    # --- drawing

    def _draw(self) -> None:
        view = self._view
        if view is None:
            return
        pane = self.query_one("#text", Pane)
        rows = self._lines(view, pane.text_width)
        pane.show(rows, reveal=self._rows.get(self._at))
        pane.border_title = self.titled(f"{view.summary.label} · {view.summary.heading}")
        self.query_one("#legend", Pane).show([Line((span(f" {_LEGEND}", Ink.MUTED),))])
        place = f"workbench · {self.gateway.review.collection} · {view.summary.publisher or view.summary.heading}"
        self.query_one("#title", TitleBar).say(place=place, gauge=(span(_count(view), Ink.MUTED),))

    def _lines(self, view: ArticleView, width: int) -> list[Line]:
        notice = plain_notice(view.article.language)
        rows = flow(f"In {notice}.", width, base=Ink.FAINT, indent=(span("   "),)) if notice else []
        self._rows = {}
        block = None
        for fate in view.sentences:
            if fate.sentence.block != block:
                block = fate.sentence.block
                kind = view.article.blocks[block].kind
                rows.append(Line((span(f"   {kind}", Ink.FAINT),)))
            start = len(rows)
            rows += self._sentence(fate, width)
            self._rows[fate.index] = (start, len(rows))
        return rows

    def _sentence(self, fate: SentenceFate, width: int) -> list[Line]:
        sign, ink = _sign(fate)
        here = fate.index == self._at
        start = fate.sentence.start
        marks = [Mark(made.claim.start - start, made.claim.end - start, _words(ink)) for made in fate.fate.claims]
        lead, indent = (span(f" {sign} ", ink),), (span("   "),)
        text = unwrapped(fate.sentence.text)
        fill = Ink.CHOSEN if here else None
        lines = flow(text, width, marks, base=Ink.MUTED, indent=indent, lead=lead, fill=fill, tag=fate.index)
        if here:
            lines += flow(_explain(fate), width, base=Ink.FAINT, indent=(span("     "),), tag=fate.index)
        return lines

    # --- keys

    def action_move(self, step: int) -> None:
        """Go to another sentence."""
        if self._view and self._view.sentences:
            self._at = min(max(0, self._at + step), len(self._view.sentences) - 1)
            self._draw()

    async def action_article(self, step: int) -> None:
        """Go to another article."""
        keys = [summary.key for summary in self.gateway.review.articles]
        if self.article in keys:
            self.article, self._at = keys[(keys.index(self.article) + step) % len(keys)], 0
            await self.reload()

    @on(Pane.Picked)
    def pick(self, event: Pane.Picked) -> None:
        """Go to the sentence that was clicked."""
        self._at = int(str(event.tag))
        self._draw()

    async def action_open_claim(self) -> None:
        """Review the claim that the sentence makes."""
        fate = self._current
        if fate is None or not fate.fate.claims:
            self.tell("No claim was made of this sentence; a makes one.")
        else:
            await self.bench.review_claim(fate.fate.claims[0].key)

    async def action_add_claim(self) -> None:
        """Make a claim of the sentence."""
        if self.article is None or self._current is None:
            return
        try:
            draft = self.gateway.review.draft_claim(self.article, (self._current.index,))
        except DecisionError as error:
            self.refuse(error)
        else:
            await self.record(draft)

    async def saved(self, outcome: Outcome) -> None:
        """Show the new fate of the sentence."""
        self.tell(outcome.message)
        await self.reload()

    @property
    def _current(self) -> SentenceFate | None:
        return self._view.sentences[self._at] if self._view and self._view.sentences else None


def _sign(fate: SentenceFate) -> tuple[str, Ink]:
    if fate.fate.discarded:
        return "✕", Ink.GONE
    if fate.fate.verdict is not None:
        return VERDICT_TERMS[fate.fate.verdict].glyph, VERDICT_INKS[fate.fate.verdict]
    return ("·", Ink.OPEN) if fate.fate.claims else (" ", Ink.MUTED)


def _explain(fate: SentenceFate) -> str:
    place = f"sentence {fate.index + 1}, {fate.sentence.start}–{fate.sentence.end}"
    if fate.fate.passed_over:
        return f"{place} · passed over: {PASSED_OVER_LABELS[fate.fate.passed_over]}"
    words = [_whose(claim.claim) for claim in fate.fate.claims]
    return " · ".join([place, *words]) if words else f"{place} · not in a claim"


def _whose(claim: Claim) -> str:
    proposed = f", proposed by {claim.extractor}" if claim.extractor else ""
    return f"claim by {claim.asserter or 'the outlet itself'}{proposed}"


def _count(view: ArticleView) -> str:
    made = sum(1 for fate in view.sentences if fate.fate.claims)
    return f"{len(view.sentences)} sentences: {made} in claims, {len(view.sentences) - made} passed over "


def _words(ink: Ink) -> Ink:
    """Return how the words of a claim are drawn: what waits for a verdict is plain, not loud."""
    return Ink.PLAIN_WORDS if ink is Ink.OPEN else ink
