"""The annotated article: its signs, and the keys that read every sentence."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from workbench.review.intake import add_bytes
from workbench.review.model import MarkVerdict
from workbench.review.session import Review
from workbench.store.engine import open_store
from workbench.store.payloads import DiscardClaim
from workbench.vocabulary import Reading, Verdict

Opener = Callable[..., Any]
HARBOUR = """Ferry aground

The ferry Alma ran aground on Monday with 41 people on board. Is the ferry insured? What a shame!

Sign up for our newsletter
"""
TIDE = "Winds\n\nStrong winds kept boats in port on Sunday. Who knew?\n"
TITLE, CLAIM, QUESTION, SHAME, SITE = range(5)


@pytest.fixture
def unread(tmp_path: Path, new_sqlite: Callable[[Path], Path]) -> Path:
    """A database with two articles, of which nobody has read a sentence."""
    path = new_sqlite(tmp_path / "unread.db")
    with open_store(path) as store:
        for name, text in (("harbour.txt", HARBOUR), ("tide.txt", TIDE)):
            add_bytes(store, text.encode(), name, "ferry")
    return path


def signs(bench: Any) -> list[str]:
    """The sign of each sentence of the article on the screen."""
    pane = bench.app.screen.query_one("#text")
    firsts = [first for first, _ in bench.app.screen._places.values()]
    return [pane.line_at(first).spans[0].text.strip() for first in firsts]


def at(bench: Any) -> tuple[str, int]:
    """The article and the sentence under the cursor."""
    screen = bench.app.screen
    names = {summary.key: summary.name for summary in bench.app.gateway.review.articles}
    return names[screen.article], screen._at


async def test_every_sentence_has_the_sign_of_what_became_of_it(opened: Opener, unread: Path) -> None:
    async with opened(unread) as bench:
        await bench.press("A", "k", "k")
        assert at(bench) == ("harbour.txt", TITLE)
        assert signs(bench) == ["○", "·", "○", "○", "○"]
        await bench.press("n", "o", "b")
        assert signs(bench) == ["–", "·", "♦", "▒", "○"]
        await bench.press("R", "s", "A")
        assert signs(bench)[CLAIM] == "✓"


async def test_a_discarded_claim_and_one_whose_verdict_waits(opened: Opener, unread: Path) -> None:
    with open_store(unread) as store:
        review = Review(store, "mira")
        (claim,) = (row.key for row in review.queue() if "Alma" in row.text)
        (wind,) = (row.key for row in review.queue() if "winds" in row.text)
        review.decide(claim, DiscardClaim())
        review.decide(wind, MarkVerdict(Verdict.REFUTED))
    async with opened(unread) as bench:
        await bench.press("A")
        if at(bench)[0] != "harbour.txt":
            await bench.press("full_stop")
        assert signs(bench)[CLAIM] == "✕"
        await bench.press("full_stop")
        assert signs(bench)[1] == "✗"


async def test_an_unread_sentence_says_what_the_program_would_take_it_for(opened: Opener, unread: Path) -> None:
    async with opened(unread) as bench:
        await bench.press("A")
        text = bench.text("text")
        assert "Is the ferry insured?  – question" in text
        assert "Sign up for our newsletter  ▒ " in text
        await bench.press("j")
        assert "not read yet; passed over as: question" in bench.text("text")


async def test_reading_goes_on_to_the_next_unread_sentence_and_to_the_next_article(
    opened: Opener, unread: Path
) -> None:
    async with opened(unread) as bench:
        await bench.press("A", "k")
        seen = [at(bench)]
        for key in ("n", "n", "o", "b", "n", "n"):
            await bench.press(key)
            seen.append(at(bench))
        assert seen == [
            *(("harbour.txt", number) for number in (TITLE, QUESTION, SHAME, SITE)),
            ("tide.txt", 0),
            ("tide.txt", 2),
            ("tide.txt", 2),
        ]
        await bench.press("space")
        assert "Every sentence is read." in bench.messages()
    with open_store(unread) as store:
        assert Review(store, "mira").ledger.unread() == {}


async def test_space_goes_round_the_unread_sentences_of_this_article_first(opened: Opener, unread: Path) -> None:
    async with opened(unread) as bench:
        await bench.press("A")
        seen = []
        for _ in range(5):
            await bench.press("space")
            seen.append(at(bench)[1])
        assert seen == [QUESTION, SHAME, SITE, TITLE, QUESTION]


async def test_the_rest_is_read_as_suggested_and_one_undo_takes_it_back(opened: Opener, unread: Path) -> None:
    async with opened(unread) as bench:
        await bench.press("A", "j", "o", "z")
        assert signs(bench) == ["–", "·", "♦", "–", "▒"]
        assert "all 5 sentences read" in bench.title("text")
        await bench.press("u")
        assert signs(bench) == ["○", "·", "♦", "○", "○"]
        assert "3 of 5 sentences not read" in bench.title("text")
        await bench.press("U")
        assert signs(bench) == ["–", "·", "♦", "–", "▒"]
        await bench.press("z")
        assert any("suggests nothing" in message for message in bench.messages())


async def test_undo_goes_back_to_the_sentence_also_in_another_article(opened: Opener, unread: Path) -> None:
    async with opened(unread) as bench:
        await bench.press("A", "j", "o", "full_stop")
        await bench.press("u")
        assert at(bench) == ("harbour.txt", QUESTION)
        assert signs(bench)[QUESTION] == "○"


async def test_a_sentence_in_a_claim_is_not_read_otherwise(opened: Opener, unread: Path) -> None:
    async with opened(unread) as bench:
        await bench.press("A", "n")
        assert at(bench) == ("harbour.txt", CLAIM)
        assert any("Sentence 2 is in a claim" in message for message in bench.messages())
        await bench.press("R", "d", "A", "full_stop", "j")
        assert (at(bench), signs(bench)[CLAIM]) == (("harbour.txt", CLAIM), "✕")
        await bench.press("n")
        assert signs(bench)[CLAIM] == "–"


async def test_a_claim_is_made_of_a_part_of_a_sentence(opened: Opener, unread: Path) -> None:
    async with opened(unread) as bench:
        await bench.press("A", "p", "l", "l", "l", "space", "l", "enter")
        await bench.press("enter", "A", "enter")
        assert bench.view.state.text == "ran aground"
        claim = bench.view.state.claim
        assert bench.view.article.text[claim.start : claim.end] == "ran aground"
        await bench.press("A", "enter")
        assert bench.view.state.text.startswith("The ferry Alma")


async def test_a_part_that_is_a_claim_already_is_refused(opened: Opener, unread: Path) -> None:
    async with opened(unread) as bench:
        await bench.press("A", "p", "space", "end", "enter")
        assert any("a claim already" in message for message in bench.messages())
        await bench.press("p", "escape")
        assert len(bench.app.review_screen.all_rows) == 2


async def test_the_dashboard_says_what_is_missing_and_when_nothing_is(opened: Opener, unread: Path) -> None:
    async with opened(unread) as bench:
        await bench.press("D")
        assert "○ 6 sentences not read yet: A 4, B 2" in bench.text("figures")
        assert "○ 2 claims without a verdict: A 1, B 1" in bench.text("figures")
        await bench.press("A", "z", "full_stop", "z", "R", "z", "s", "z", "s", "D")
        assert "✓ Yes: every sentence is read" in bench.text("figures")


async def test_the_title_counts_the_sentences_of_all_articles(opened: Opener, unread: Path) -> None:
    async with opened(unread, size=(80, 24)) as bench:
        await bench.press("A", "z")
        assert "6/8 sentences read" in bench.text("title")


async def test_two_people_read_one_article(opened: Opener, unread: Path) -> None:
    with open_store(unread) as store:
        review = Review(store, "noor")
        (key,) = (summary.key for summary in review.articles if summary.name == "harbour.txt")
        review.record(review.ledger.draft_read(key, (SHAME,), Reading.OPINION))
    async with opened(unread) as bench:
        await bench.press("A", "j", "j")
        assert "opinion, says noor" in bench.text("text")
