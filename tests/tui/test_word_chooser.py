"""Words are marked by keyboard and by mouse, at their true places whatever the text is made of."""

from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from workbench.tui.gateway import Opening
from workbench.tui.pane import Pane
from workbench.tui.shell import Shell
from workbench.tui.word_chooser import ChooseWords
from workbench.tui.word_places import Place, joined_places, words_of
from workbench.visible import one_line

TEXT = "The ferry Alma ran aground on Monday with 41 people on board."
TEXTS = st.text(st.characters(codec="utf-8", categories=("L", "M", "N", "P", "Zs", "Cc", "Cf")), max_size=120)
NOTHING = "nothing"


class Dialog:
    """The dialog under the hands of a person, and what it gave."""

    def __init__(self, pilot: Any, chooser: ChooseWords, text: str) -> None:
        self.pilot, self.chooser, self.text = pilot, chooser, text
        self.given: Any = NOTHING

    async def press(self, *keys: str) -> None:
        for key in keys:
            await self.pilot.press(key)
            await self.pilot.pause()

    async def click(self, word: str) -> None:
        """Click in the last cell of a word."""
        pane = self.chooser.query_one("#words", Pane)
        end = self.text.index(word) + len(word)
        places = [line.tag for at in range(pane.virtual_size.height) if (line := pane.line_at(at))]
        row, first = next((row, tag[0]) for row, tag in enumerate(places) if isinstance(tag, tuple) and end <= tag[1])
        column = cell_len(one_line(self.text[first:end])) - 1
        await self.pilot.click(pane, offset=(column, row))
        await self.pilot.pause()

    @property
    def words(self) -> list[str]:
        """The words that were taken."""
        return [self.text[start:end] for start, end in self.given]

    def shown(self, pane_id: str) -> str:
        pane = self.chooser.query_one(f"#{pane_id}", Pane)
        lines = (pane.line_at(index) for index in range(pane.virtual_size.height))
        return "\n".join("".join(span.text for span in line.spans) if line else "" for line in lines)


Asker = Callable[..., AbstractAsyncContextManager[Dialog]]


@pytest.fixture
def asked() -> Asker:
    """Ask for words of a text."""

    @asynccontextmanager
    async def asked(text: str = TEXT, *, size: tuple[int, int] = (80, 24), **options: Any) -> AsyncIterator[Dialog]:
        app = Shell(Opening("nowhere.db", "mira"))
        async with app.run_test(size=size) as pilot:
            app.use_our_themes()
            chooser = ChooseWords("Which words?", text, **options)
            dialog = Dialog(pilot, chooser, text)
            app.push_screen(chooser, lambda given: setattr(dialog, "given", given))
            await pilot.pause()
            await pilot.pause()
            yield dialog

    return asked


async def test_enter_takes_the_word_under_the_cursor(asked: Asker) -> None:
    async with asked() as dialog:
        await dialog.press("l", "right", "enter")
        assert dialog.words == ["Alma"]


async def test_space_begins_a_stretch_that_moving_extends_and_enter_ends(asked: Asker) -> None:
    async with asked() as dialog:
        await dialog.press("l", "space", "l", "l", "enter")
        assert dialog.words == ["ferry Alma ran"]
        assert dialog.given == ((4, 18),)


async def test_a_capital_or_a_digit_goes_to_the_next_word_that_begins_with_it(asked: Asker) -> None:
    async with asked() as dialog:
        await dialog.press("A", "A", "enter")
        assert dialog.words == ["aground"]
    async with asked("He said “could”, not “can”.") as dialog:
        await dialog.press("C", "C", "C", "space", "N", "enter")
        assert dialog.words == ["“could”, not"]
    async with asked() as dialog:
        await dialog.press("Z", "4", "enter")
        assert dialog.words == ["41"]


async def test_a_stretch_may_be_begun_at_its_end(asked: Asker) -> None:
    async with asked() as dialog:
        await dialog.press("end", "space", "h", "left", "enter")
        assert dialog.words == ["people on board."]


async def test_several_stretches_come_in_the_order_of_the_text(asked: Asker) -> None:
    async with asked() as dialog:
        await dialog.press("end", "space", "space", "home", "l", "space", "l", "space", "enter")
        assert dialog.words == ["ferry Alma", "board."]


async def test_stretches_that_overlap_are_one(asked: Asker) -> None:
    async with asked() as dialog:
        await dialog.press("l", "space", "l", "space", "h", "h", "space", "l", "l", "l", "enter")
        assert dialog.words == ["The ferry Alma ran"]


async def test_space_in_a_marked_stretch_takes_its_mark_away(asked: Asker) -> None:
    async with asked(chosen=((0, 9), (42, 44))) as dialog:
        await dialog.press("l", "space", "enter")
        assert dialog.words == ["41"]


async def test_where_one_stretch_is_asked_for_a_new_one_takes_the_place_of_the_old(asked: Asker) -> None:
    async with asked(several=False) as dialog:
        await dialog.press("space", "l", "space", "l", "space", "l", "enter")
        assert dialog.words == ["Alma ran"]


async def test_escape_takes_nothing(asked: Asker) -> None:
    async with asked() as dialog:
        await dialog.press("space", "escape")
        assert dialog.given is None


async def test_what_is_marked_is_said_in_words(asked: Asker) -> None:
    async with asked(chosen=((42, 51),)) as dialog:
        assert dialog.shown("marked").strip() == "marked: “41 people”"
        await dialog.press("home", "space")
        assert dialog.shown("marked").strip() == "marked: “The” … “41 people” · Space ends it"


async def test_lines_are_gone_through_in_their_column(asked: Asker) -> None:
    async with asked("one two three\nfour five six " * 20, size=(40, 12)) as dialog:
        await dialog.press("l", "j", "k", "space", "space", "j", "j", "j", "j", "j", "j", "j", "j", "enter")
        assert dialog.words == ["two"]


@pytest.mark.parametrize(
    ("text", "word"),
    [
        (TEXT, "Monday"),
        ("日本語 ferry 渡し船 aground", "aground"),
        ("日本語の渡し船が座礁した", "船"),
        ("closed\u202e on\x1b\x00 Mon\u200bday now", "now"),
        ("cafe\u0301s n\u0303 a\u0308 and 👩‍👩‍👧 more", "more"),
        ("Stein\xadbruch ge\u00adschlossen heute", "heute"),
    ],
)
async def test_a_click_marks_the_word_that_is_seen_there(asked: Asker, text: str, word: str) -> None:
    async with asked(text, size=(40, 20)) as dialog:
        await dialog.click(word)
        await dialog.click(word)
        assert dialog.shown("marked").strip() == f"marked: “{one_line(word)}”"
        await dialog.press("enter")
        assert dialog.words == [word]


async def test_a_stretch_is_marked_by_clicking_its_ends(asked: Asker) -> None:
    async with asked(size=(40, 20)) as dialog:
        await dialog.click("aground")
        await dialog.click("people")
        await dialog.press("enter")
        assert dialog.words == ["aground on Monday with 41 people"]


async def test_a_text_without_words_gives_none(asked: Asker) -> None:
    async with asked(" \n ") as dialog:
        await dialog.press("l", "j", "space", "enter")
        assert dialog.given == ()


async def test_a_long_text_scrolls_to_the_cursor(asked: Asker) -> None:
    async with asked("word " * 2_000) as dialog:
        await dialog.press("end")
        pane = dialog.chooser.query_one("#words", Pane)
        assert pane.scroll_offset.y + pane.size.height >= pane.virtual_size.height
        assert pane.region.bottom < 24


@given(TEXTS)
def test_words_lose_nothing_but_white_space_and_part_no_marks(text: str) -> None:
    words = words_of(text)
    covered = {place for start, end in words for place in range(start, end)}
    assert covered == {place for place, sign in enumerate(text) if not sign.isspace()}
    assert all(one[1] <= two[0] for one, two in pairwise(words))


def test_each_sign_is_a_word_where_words_have_no_spaces() -> None:
    text = "船が来た April ที่นั่น"
    assert [text[start:end] for start, end in words_of(text)] == ["船", "が", "来", "た", "April", "ที่", "นั่", "น"]


@given(st.lists(st.tuples(st.integers(0, 30), st.integers(1, 9)).map(lambda pair: (pair[0], sum(pair)))))
def test_joined_stretches_cover_the_same_and_do_not_overlap(places: list[Place]) -> None:
    joined = joined_places(places)
    assert {n for start, end in joined for n in range(start, end)} == {n for s, e in places for n in range(s, e)}
    assert all(one[1] <= two[0] for one, two in pairwise(joined))
