"""Origins: where the words and the knowledge of a claim come from, and which claims fall if an origin falls."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType

from workbench.review.model import ClaimState, ConfirmedOrigin, Outcome
from workbench.review.origins import Falls, KnownOrigin
from workbench.tui.bars import KeyBar, TitleBar
from workbench.tui.dialogs import Ask, Choice, PickOne
from workbench.tui.flow import Line, clip, flow, span
from workbench.tui.ink import Ink
from workbench.tui.key_action import KeyAction, bindings
from workbench.tui.list_keys import ORIGIN_KEYS
from workbench.tui.list_pane import ListPane
from workbench.tui.pane import Pane
from workbench.tui.screen import WorkbenchScreen
from workbench.vocabulary import ORIGIN_KIND_TERMS, ORIGIN_LAYER_TERMS, OriginKind, OriginLayer

if TYPE_CHECKING:
    from workbench.matching import OriginHint

_HINTS = (
    ("j k", "move"),
    ("Enter", "confirm"),
    ("e", "everywhere"),
    ("n", "say another"),
    ("f", "to what falls"),
    ("u U", "undo, redo"),
    ("R A M W S", "screens"),
)
_BESIDE_TOLD = 76
_LEAST_TOLD = 20
"""Where the list has less room for a reason, it stands only below."""


@dataclass(frozen=True, slots=True)
class OriginRow:
    """A line of the list: an origin that is suggested, confirmed for this claim, or known in the collection."""

    layer: OriginLayer
    name: str
    kinds: tuple[OriginKind, ...]
    articles: tuple[str, ...]
    told: str
    hint: "OriginHint | None" = None


class OriginPane(ListPane[OriginRow]):
    """A line an origin: first what is suggested and confirmed for the claim, then what the collection knows."""

    empty = "no origin is suggested or confirmed; n says one"
    labels: dict[str, str] = {}  # noqa: RUF012 - replaced, never changed

    def row_line(self, row: OriginRow) -> Line:
        """Draw one origin."""
        layer = ORIGIN_LAYER_TERMS[row.layer]
        kinds = ", ".join(ORIGIN_KIND_TERMS[kind].label for kind in row.kinds)
        where = " ".join(self.labels.get(article, "?") for article in row.articles)
        head = f"{row.name} ({kinds})"
        room = self.text_width - _BESIDE_TOLD
        told = span(clip(row.told, room), Ink.MUTED) if room >= _LEAST_TOLD else span("")
        return Line(
            (
                span(" ? " if row.hint else " ✓ ", Ink.OPEN if row.hint else Ink.GOOD),
                span(f"{layer.glyph} {layer.label:<10}", Ink.MUTED),
                span(f"{clip(head, 40):<40} ", Ink.PLAIN if row.hint else Ink.STRONG),
                span(f"{clip(where, 16):<16} ", Ink.TITLE),
                told,
            )
        )


class OriginsScreen(WorkbenchScreen):
    """The origins of one claim, and of the collection."""

    KEYS: ClassVar[tuple[KeyAction, ...]] = ORIGIN_KEYS
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(ORIGIN_KEYS)]

    def __init__(self) -> None:
        super().__init__()
        self.claim: str | None = None
        self._state: ClaimState | None = None
        self._falls = Falls((), ())

    def aim(self, claim: str) -> None:
        """Say whose origins are shown when the screen comes next."""
        self.claim = claim

    def compose(self) -> ComposeResult:
        """Build the panes."""
        yield TitleBar(id="title")
        yield Pane(id="cell", classes="panel")
        yield OriginPane(id="origins", classes="panel")
        yield Pane(id="falls", classes="panel")
        yield KeyBar(_HINTS, id="keys")

    def on_resize(self) -> None:
        """Fit the lines to the new width."""
        self.call_after_refresh(self._draw_falls)

    async def reload(self) -> None:
        """Show what is suggested and confirmed now."""
        review = self.gateway.review
        pane = self.query_one(OriginPane)
        pane.labels = review.labels
        rows: list[OriginRow] = []
        self._state = None
        if self.claim is not None and self.claim in {row.key for row in await self.gateway.call(review.queue)}:
            self._state = await self.gateway.call(review.context.state, self.claim)
            hints = await self.gateway.call(review.graph.origin_hints, self.claim)
            rows = [*map(_suggested, hints), *_confirmed(self._state.origins)]
        known = await self.gateway.call(review.graph.known_origins)
        pane.show_rows([*rows, *map(_known, known)])
        pane.border_title = self.titled("Origins of this claim, then of the collection")
        await self._draw_claim()
        self.query_one("#title", TitleBar).say(place=f"workbench · {review.collection} · origins")
        await self._look_what_falls()

    async def _draw_claim(self) -> None:
        pane = self.query_one("#cell", Pane)
        if self._state is None:
            pane.show([Line((span("Choose a claim on the review screen, then O.", Ink.MUTED),))])
            return
        count = await self.gateway.call(self.gateway.review.graph.origin_count, self._state.key)
        pane.show(
            [
                *flow(self._state.text, pane.text_width, base=Ink.STRONG)[:2],
                *flow(count.told(), pane.text_width, base=Ink.OPEN),
            ]
        )
        pane.border_title = self.titled("Claim")

    async def _look_what_falls(self) -> None:
        row = self.query_one(OriginPane).current
        self._falls = Falls((), ())
        if row is not None and row.layer is OriginLayer.KNOWLEDGE:
            self._falls = await self.gateway.call(self.gateway.review.graph.falls_with, row.name)
        self._draw_falls()

    def _draw_falls(self) -> None:
        row, pane = self.query_one(OriginPane).current, self.query_one("#falls", Pane)
        if row is None or row.layer is not OriginLayer.KNOWLEDGE:
            pane.border_title = self.titled("What falls with it: only what is known can fall, not how it is worded")
            pane.show(flow(row.told, pane.text_width, base=Ink.MUTED) if row else [])
            return
        falling, weakened = self._falls.falling, self._falls.weakened
        width = pane.text_width
        lines = flow(row.told, width, base=Ink.MUTED)
        lines += [Line((span(" ✗ ", Ink.BAD), span(clip(state.text, width - 4)))) for state in falling]
        lines += [Line((span(" ◐ ", Ink.MIXED), span(clip(state.text, width - 4), Ink.MUTED))) for state in weakened]
        nothing = [] if falling or weakened else [Line((span(" nothing rests on it yet", Ink.MUTED),))]
        pane.show([*lines, *nothing])
        many = "claim falls" if len(falling) == 1 else "claims fall"
        words = f"If “{row.name}” falls: {len(falling)} {many}, {len(weakened)} with one of several origins less"
        pane.border_title = self.titled(words)

    # --- keys

    async def action_move(self, step: int) -> None:
        """Go to another origin."""
        pane = self.query_one(OriginPane)
        pane.go(pane.cursor + step)
        await self._look_what_falls()

    @on(Pane.Picked, "#origins")
    async def pick(self, event: Pane.Picked) -> None:
        """Go to the origin that was clicked."""
        self.query_one(OriginPane).go(int(str(event.tag)))
        with self.bench.refusing():
            await self._look_what_falls()

    async def action_confirm(self) -> None:
        """Confirm the suggested origin for this claim."""
        row = self.query_one(OriginPane).current
        if row is None or row.hint is None or self._state is None:
            self.tell("This origin is confirmed already; n says another one.")
            return
        await self.record(*self.gateway.review.graph.draft_confirm_origin(self._state.key, row.hint))

    async def action_confirm_everywhere(self) -> None:
        """Confirm the suggested origin for every claim for which it is suggested."""
        row = self.query_one(OriginPane).current
        if row is None or row.hint is None:
            self.tell("Choose an origin that is suggested.")
            return
        action = await self.gateway.call(self.gateway.review.graph.draft_confirm_everywhere, row.hint)
        await self.record_if(action, "It is confirmed wherever it is suggested.")

    def action_say_another(self) -> None:
        """Say which origin it is: of the words or of the knowledge, of which kind, with which name."""
        if self._state is None:
            return
        layers = [Choice(term.key, layer, term.label, term.definition) for layer, term in ORIGIN_LAYER_TERMS.items()]
        self.bench.open_dialog(PickOne("The origin of the", layers), self._layer_chosen)

    def _layer_chosen(self, layer: str | None) -> None:
        if layer is None:
            return
        kinds = [Choice(term.key, kind, term.label, term.definition) for kind, term in ORIGIN_KIND_TERMS.items()]
        self.bench.open_dialog(PickOne("Which is", kinds), lambda kind: self._kind_chosen(OriginLayer(layer), kind))

    def _kind_chosen(self, layer: OriginLayer, kind: str | None) -> None:
        if kind is None:
            return

        async def named(name: str | None) -> None:
            if name and self._state:
                graph = self.gateway.review.graph
                action = await self.gateway.call(graph.draft_origin, self._state.key, layer, OriginKind(kind), name)
                await self.record(*action)

        message = "Its name. It counts for the articles that support the claim and have no confirmed origin yet."
        self.bench.open_dialog(Ask("Origin", message), named)

    async def action_open_falling(self) -> None:
        """Go to the first claim that falls with the origin."""
        falling = self._falls.falling or self._falls.weakened
        if falling:
            await self.bench.review_claim(falling[0].key)
        else:
            self.tell("No claim rests on it yet.")

    async def saved(self, outcome: Outcome) -> None:
        """Show what is confirmed now."""
        self.tell(outcome.message)
        await self.reload()


def _suggested(hint: "OriginHint") -> OriginRow:
    return OriginRow(hint.layer, hint.name, (hint.kind,), hint.articles, hint.reason, hint)


def _confirmed(origins: Iterable[ConfirmedOrigin]) -> list[OriginRow]:
    """One row for the articles that share an origin."""
    grouped: dict[tuple[OriginLayer, str, OriginKind, str], list[str]] = {}
    for origin in origins:
        grouped.setdefault((origin.layer, origin.name, origin.kind, origin.reviewer), []).append(origin.article)
    return [
        OriginRow(layer, name, (kind,), tuple(articles), f"confirmed by {reviewer}")
        for (layer, name, kind, reviewer), articles in grouped.items()
    ]


def _known(known: KnownOrigin) -> OriginRow:
    claims = f"in the collection: {known.claims} {'claim' if known.claims == 1 else 'claims'}"
    return OriginRow(known.layer, known.name, known.kinds, known.articles, claims)
