"""The expected decisions, replayed by a reviewer who knows what to decide and has nothing but keys."""

from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

from expected_decisions import ExpectedClaim, ExpectedDecisions, ExpectedRelation
from textual.pilot import Pilot

from workbench.articles.model import Article
from workbench.review.model import Cell, ClaimView
from workbench.tui.app import WorkbenchApp
from workbench.tui.gateway import Opening
from workbench.tui.shell import Leaving
from workbench.tui.word_chooser import ChooseWords
from workbench.vocabulary import NOT_CHECKABLE_TERMS, RELATION_TERMS, VERDICT_TERMS, Verdict

MOST_VISITS = 3
"""So often one comes to a claim before something must be wrong: it comes back where its implied cells fall open."""


class ReplayError(Exception):
    """The screen does not let a decision be made as it is expected."""


@dataclass(slots=True)
class Effort:
    """The keys that one claim took.

    Attributes:
        verdict: for the link to its source and for the verdict; or for discarding it.
        marking: those of them that mark the words that are not supported.
        cells: for each article (its file) that was decided by itself, with going there and choosing the passage.
        rest: for saying of all other articles at once that they are silent.
        overruled: how many implied relations were not as expected.
        unproposed: for how many articles the program proposed no sentence of the expected passage.
        visits: how often one came to the claim.
    """

    discarded: bool = False
    verdict: int = 0
    marking: int = 0
    cells: dict[str, int] = field(default_factory=dict)
    rest: int = 0
    overruled: int = 0
    unproposed: int = 0
    visits: int = 0


class Hand:
    """Presses keys, and counts them."""

    def __init__(self, pilot: Pilot[Leaving]) -> None:
        self._pilot = pilot
        self.pressed = 0

    async def press(self, *keys: str) -> int:
        """Press keys one after the other, each when the screen has done what the one before caused; return how many."""
        for key in keys:
            await self._pilot.press(key)
            self.pressed += 1
        return len(keys)


@asynccontextmanager
async def opened(opening: Opening) -> AsyncIterator[tuple[WorkbenchApp, Hand]]:
    """Open the program, and wait until the first claim is on the screen."""
    app = WorkbenchApp(opening)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.pause()
        await app.workers.wait_for_complete()
        await pilot.pause()
        yield app, Hand(pilot)


class Replay:
    """Goes through the queue of the demo collection and decides all as expected."""

    def __init__(self, app: WorkbenchApp, hand: Hand, expected: ExpectedDecisions) -> None:
        self._app = app
        self._hand = hand
        self._expected = expected
        self.efforts: dict[str, Effort] = {}

    async def run(self) -> None:
        """Decide whatever is to do.

        Raises:
            ReplayError: something cannot be decided as it is expected.
        """
        while await self._comes_to_something():
            view = self._view
            effort = self.efforts.setdefault(view.key, Effort())
            effort.visits += 1
            if effort.visits > MOST_VISITS:
                raise ReplayError(f"This claim does not get done: {view.state.text}")
            wanted = self._expected.of(view.summary.name, view.state.claim.text)
            if wanted is None:
                effort.discarded = True
                effort.verdict += await self._hand.press("d")
            else:
                await self._decide(wanted, effort)

    async def _comes_to_something(self) -> bool:
        """Stay on a claim with something to do, or go to the next such one; False where there is none."""
        if not self._is_to_do():
            await self._hand.press("space")
        return self._is_to_do()

    def _is_to_do(self) -> bool:
        view = self._app.review_screen.view
        if view is None or view.state.discarded_by is not None:
            return False
        return view.state.vote_of(self._reviewer) is None or bool(view.undecided)

    async def _decide(self, wanted: ExpectedClaim, effort: Effort) -> None:
        """Confirm the source, decide the cells, and vote last: a claim that is done makes room for the next one."""
        state = self._view.state
        is_unconfirmed = all(source.by == state.claim.origin for source in state.sources)
        if is_unconfirmed and not await self._is_offered(wanted):
            effort.verdict += await self._hand.press("l")
        if state.vote_of(self._reviewer) is None:
            await self._decide_cells(wanted, effort)
            await self._vote(wanted, effort)
        else:
            await self._decide_cells(wanted, effort)

    # --- the cells

    async def _decide_cells(self, wanted: ExpectedClaim, effort: Effort) -> None:
        claim = self._view.key
        while self._view.key == claim and (singly := self._to_decide_singly(wanted)):
            before, at = self._hand.pressed, self._nearest(singly)
            cell = self._view.cells[at]
            effort.overruled += cell.is_decided
            await self._go_to(at)
            effort.unproposed += not await self._decide_cell(wanted.relations[cell.article.name])
            spent = effort.cells.get(cell.article.name, 0) + self._hand.pressed - before
            effort.cells[cell.article.name] = spent
        if self._view.key == claim and self._view.undecided:
            effort.rest += await self._hand.press("z")

    def _to_decide_singly(self, wanted: ExpectedClaim) -> list[int]:
        """Return the places of the cells that need a digit: what is implied wrongly, and what speaks to the claim.

        A single silent article is decided by its own digit, as that takes no more than saying it of all that are left.
        """
        cells = [(at, cell, wanted.relations[cell.article.name]) for at, cell in enumerate(self._view.cells)]
        silent = [at for at, cell, expected in cells if not cell.is_decided and expected.is_silence]
        others = [at for at, cell, expected in cells if at not in silent and not _is_as(cell, expected)]
        return others + silent if len(silent) == 1 else others

    def _nearest(self, places: Sequence[int]) -> int:
        return min(places, key=lambda place: len(self._way(place)))

    def _way(self, place: int) -> tuple[str, ...]:
        """Return the keys that go from the chosen article to another by the shorter way round."""
        count, chosen = len(self._view.cells), self._app.review_screen.choice.cell
        on, back = (place - chosen) % count, (chosen - place) % count
        return ("full_stop",) * on if on <= back else ("comma",) * back

    async def _go_to(self, place: int) -> None:
        await self._hand.press(*self._way(place))

    async def _decide_cell(self, expected: ExpectedRelation) -> bool:
        """Say what the chosen article does with the claim; return whether its passage, if any, was proposed."""
        claim, name = self._view.key, self._view.cells[self._app.review_screen.choice.cell].article.name
        proposed = expected.is_silence or await self._show_passage(expected)
        await self._hand.press(RELATION_TERMS[expected.relation].key)
        here = self._view.cells if self._view.key == claim else ()
        if any(cell.article.name == name and not _is_as(cell, expected) for cell in here):
            raise ReplayError(f"“{expected.relation}” was not taken for {name}: {self._view.state.text}")
        return proposed

    async def _show_passage(self, expected: ExpectedRelation) -> bool:
        """Bring the expected passage of the chosen article up; return whether it was among those proposed."""
        cell = self._view.cells[self._app.review_screen.choice.cell]
        article = self._app.gateway.review.article_text(cell.article.key)
        shown = self._app.review_screen.choice.passage
        fitting = [at for at, known in enumerate(cell.passages) if expected.rests_on(article, known.sentences)]
        if not fitting:
            await self._choose_sentences(article, cell, expected)
            return False
        at = min(fitting, key=lambda place: abs(place - shown))
        key = "right_square_bracket" if at > shown else "left_square_bracket"
        await self._hand.press(*[key] * abs(at - shown))
        return True

    async def _choose_sentences(self, article: Article, cell: Cell, expected: ExpectedRelation) -> None:
        """Choose the sentences of the expected passage in the article, instead of those that were shown."""
        shown = cell.passages[self._app.review_screen.choice.passage].sentences if cell.passages else ()
        at = min(shown, default=0)
        await self._hand.press("e")
        for place in sorted(set(shown) ^ set(expected.sentences_in(article))):
            await self._hand.press(*["j" if place > at else "k"] * abs(place - at), "space")
            at = place
        await self._hand.press("enter")

    # --- the verdict

    async def _vote(self, wanted: ExpectedClaim, effort: Effort) -> None:
        """Vote, or take over the vote on an equivalent claim."""
        if await self._is_offered(wanted):
            effort.verdict += await self._hand.press("equals_sign")
            return
        effort.verdict += await self._hand.press(VERDICT_TERMS[wanted.verdict].key)
        if wanted.reason is not None:
            effort.verdict += await self._hand.press(NOT_CHECKABLE_TERMS[wanted.reason].key)
        elif wanted.verdict is Verdict.PARTIALLY_SUPPORTED:
            effort.marking += await self._mark(wanted.unsupported)
            effort.verdict += effort.marking

    async def _is_offered(self, wanted: ExpectedClaim) -> bool:
        """Whether an equivalent claim has the expected verdict: the key that takes it confirms the source, too."""
        offer = await self._app.gateway.call(self._app.gateway.review.graph.offer, self._view.key)
        return offer is not None and (offer.verdict, offer.reason, offer.unsupported) == wanted.vote

    async def _mark(self, stretches: Sequence[str]) -> int:
        """Mark stretches of words of the claim by the shortest way; return how many keys that took."""
        words, at, pressed = self._view.state.text.split(), _cursor_of(self._app), 0
        for number, stretch in enumerate(stretches, start=1):
            first, last = _stretch(words, stretch.split())
            pressed += await self._hand.press(*_way_to_word(words, at, first))
            if len(stretches) > 1 or first != last:  # else Enter takes the word under the cursor
                pressed += await self._hand.press("space", *_way_to_word(words, first, last))
            if number < len(stretches):
                pressed += await self._hand.press("space")
            at = last
        return pressed + await self._hand.press("enter")

    # --- within

    @property
    def _view(self) -> ClaimView:
        view = self._app.review_screen.view
        if view is None:
            raise ReplayError("There is no claim on the screen.")
        return view

    @property
    def _reviewer(self) -> str:
        return self._app.gateway.review.reviewer


def _is_as(cell: Cell, expected: ExpectedRelation) -> bool:
    """Whether what was recorded for a cell, or else what is implied, is as expected."""
    known = cell.agreement or cell.implied
    return known is not None and known.relation is expected.relation


def _stretch(words: Sequence[str], wanted: Sequence[str]) -> tuple[int, int]:
    """Return the places of the first and the last of `wanted` words, which follow one another among `words`."""
    starts = range(len(words) - len(wanted) + 1)
    first = next(start for start in starts if list(words[start : start + len(wanted)]) == list(wanted))
    return first, first + len(wanted) - 1


def _way_to_word(words: Sequence[str], at: int, wanted: int) -> list[str]:
    """Return the keys from one word to another: step by step, or by its first letter as a capital."""
    stepping = ["l" if wanted > at else "h"] * abs(wanted - at)
    sign = _first_sign(words[wanted])
    if not sign.isascii() or not sign.isalnum():
        return stepping
    following = [(at + step) % len(words) for step in range(1, len(words) + 1)]
    passed = [place for place in following[: following.index(wanted) + 1] if _first_sign(words[place]) == sign]
    return min(stepping, [sign.upper()] * len(passed), key=len)


def _cursor_of(app: WorkbenchApp) -> int:
    """Return the word that the cursor of the word chooser is on, as a person sees it."""
    chooser = app.screen
    return chooser.cursor if isinstance(chooser, ChooseWords) else 0


def _first_sign(word: str) -> str:
    return next((sign.casefold() for sign in word if sign.isalnum()), "")
