"""Warnings, origins and disputes: seen, gone to, settled and taken back by keyboard."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from workbench.review.model import ClaimState, MarkVerdict, RecordAgreement
from workbench.review.session import Review
from workbench.store.payloads import SetPolicy
from workbench.store.subjects import collection_subject
from workbench.vocabulary import (
    Confidence,
    DisagreementReason,
    NotCheckableReason,
    OriginKind,
    OriginLayer,
    Relation,
    Settlement,
    Verdict,
)

Opener = Callable[..., Any]


def decide(database: Path, reviewer: str, verdict: Verdict, relation: Relation) -> None:
    """Let a reviewer decide about the first claim and the article that speaks to it."""
    review = Review.open(database, reviewer)
    try:
        view = review.claim(review.queue()[0].key)
        cell = view.cells[0]
        review.decide(view.key, MarkVerdict(verdict))
        passage = cell.passages[0]
        review.decide(view.key, RecordAgreement(cell.article.key, relation, passage.sentences, note=f"{reviewer} says"))
    finally:
        review.close()


def ask_for_blindness(database: Path, *adjudicators: str) -> None:
    """Make the collection one that is reviewed blind."""
    review = Review.open(database, "desk")
    try:
        policy = SetPolicy(review.collection, 2, True, adjudicators)
        review.decide(collection_subject(review.collection), policy)
    finally:
        review.close()


async def first_state(bench: Any) -> ClaimState:
    """What is recorded of the first claim."""
    review = bench.app.gateway.review
    return await bench.app.gateway.call(review.context.state, next(iter(bench.app.review_screen.all_rows)))


async def test_a_warning_is_explained_gone_to_and_waived_with_a_reason(opened: Opener, database: Path) -> None:
    async with opened(database) as bench:
        first = bench.view.key
        await bench.press("1", "s", "W")
        assert "agrees, but differs" in bench.text("warnings")
        assert "number: 41 / 43" in bench.text("why")
        await bench.press("enter")
        assert bench.view.key == first
        assert bench.app.review_screen.chosen_cell.article.name == "post.txt"
        await bench.press("W", "w")
        await bench.type("the other count came first")
        assert "agrees, but differs" not in bench.text("warnings")
        await bench.press("v")
        assert "agrees, but differs" in bench.text("warnings")
        assert "waived by mira: the other count came first" in bench.text("why")
        await bench.press("v", "u")
        assert "agrees, but differs" in bench.text("warnings")


async def test_an_origin_is_suggested_confirmed_and_taken_back(opened: Opener, database: Path) -> None:
    async with opened(database) as bench:
        await bench.press("1", "O")
        assert "? ◎ knowledge" in bench.text("origins")
        assert "coast guard" in bench.text("origins")
        assert "so: 0 (+2 unknown)" in bench.text("cell")
        await bench.press("enter")
        assert "so: 1" in bench.text("cell")
        assert "? ◎ knowledge" not in bench.text("origins")
        assert "coast guard” falls: 1 claim falls" in bench.title("falls")
        assert "41 people" in bench.text("falls")
        await bench.press("f")
        assert "41 people" in bench.view.state.text
        await bench.press("O", "u")
        assert "so: 0 (+2 unknown)" in bench.text("cell")


async def test_an_origin_that_nobody_suggests_is_said_by_keyboard(opened: Opener, database: Path) -> None:
    async with opened(database) as bench:
        await bench.press("O", "n", "w", "w")
        await bench.type("Halyard")
        (origin,) = (await bench.app.gateway.call(bench.app.gateway.review.context.state, bench.view.key)).origins
        assert (origin.layer, origin.kind, origin.name) == (OriginLayer.WORDS, OriginKind.WIRE, "Halyard")


async def test_disputes_stand_side_by_side_and_a_third_settles_them(opened: Opener, database: Path) -> None:
    decide(database, "mira", Verdict.SUPPORTED, Relation.CORROBORATES)
    decide(database, "noor", Verdict.REFUTED, Relation.CONTRADICTS)
    async with opened(database, reviewer="zoe") as bench:
        await bench.press("S")
        positions = bench.text("positions")
        assert "mira" in positions
        assert "✓ supported" in positions
        assert "✗ refuted" in positions
        assert "noor says" in positions
        assert "0%" in bench.text("disputes")
        await bench.press("s", "r", "m", "h")
        await bench.type("the log is clear")
        assert "1 relation" in bench.text("disputes")
        await bench.press("c", "1", "3", "m", "h", "enter")
        assert "no dispute" in bench.text("disputes")
        key = next(iter(bench.app.review_screen.all_rows))
        state = await bench.app.gateway.call(bench.app.gateway.review.context.state, key)
        assert state.verdict is Verdict.REFUTED
        settled = state.adjudication
        assert (settled.settlement, settled.disagreement, settled.confidence, settled.note) == (
            Settlement.ADJUDICATED,
            DisagreementReason.MISSED_EVIDENCE,
            Confidence.HIGH,
            "the log is clear",
        )
        assert state.settled_cells[0].relation is Relation.CONTRADICTS
        await bench.press("u", "u")
        assert "0%" in bench.text("disputes")


async def test_a_dispute_is_left_open(opened: Opener, database: Path) -> None:
    decide(database, "mira", Verdict.SUPPORTED, Relation.CORROBORATES)
    decide(database, "noor", Verdict.REFUTED, Relation.CORROBORATES)
    async with opened(database, reviewer="zoe") as bench:
        await bench.press("S", "s", "l", "a", "l", "enter")
        assert "left open" in bench.text("disputes")


async def test_what_is_settled_otherwise_needs_a_note_that_says_why(opened: Opener, database: Path) -> None:
    decide(database, "mira", Verdict.SUPPORTED, Relation.CORROBORATES)
    decide(database, "noor", Verdict.REFUTED, Relation.CORROBORATES)
    async with opened(database, reviewer="zoe") as bench:
        await bench.press("S", "s", "r", "o", "h", "enter")
        assert (await first_state(bench)).adjudication is None
        await bench.type("two boats of one name")
        assert "no dispute" in bench.text("disputes")
        assert (await first_state(bench)).adjudication.note == "two boats of one name"


async def test_a_verdict_that_nobody_voted_for_is_asked_what_it_must_say(opened: Opener, database: Path) -> None:
    decide(database, "mira", Verdict.SUPPORTED, Relation.CORROBORATES)
    decide(database, "noor", Verdict.REFUTED, Relation.CORROBORATES)
    async with opened(database, reviewer="zoe") as bench:
        await bench.press("S", "s", "x", "o", "m", "h", "enter")
        settled = (await first_state(bench)).adjudication
        assert (settled.verdict, settled.reason) == (Verdict.NOT_CHECKABLE, NotCheckableReason.OPINION)
        await bench.press("u", "s", "p", "l", "l", "enter", "m", "h", "enter")
        settled = (await first_state(bench)).adjudication
        assert (settled.verdict, settled.unsupported) == (Verdict.PARTIALLY_SUPPORTED, "Alma")


async def test_a_claim_without_a_supported_word_is_not_settled_as_partially_supported(
    opened: Opener, database: Path
) -> None:
    decide(database, "mira", Verdict.SUPPORTED, Relation.CORROBORATES)
    decide(database, "noor", Verdict.REFUTED, Relation.CORROBORATES)
    async with opened(database, reviewer="zoe") as bench:
        await bench.press("S", "s", "p", "space", "end", "enter")
        assert any("no word of it is supported" in message for message in bench.messages())
        assert "0%" in bench.text("disputes")


async def test_who_may_not_settle_or_vote_is_told_so_and_goes_on(opened: Opener, database: Path) -> None:
    decide(database, "mira", Verdict.SUPPORTED, Relation.CORROBORATES)
    decide(database, "noor", Verdict.REFUTED, Relation.CORROBORATES)
    ask_for_blindness(database, "zoe")
    async with opened(database, reviewer="mira") as bench:
        await bench.press("S", "s", "r", "m", "h", "enter")
        assert (await first_state(bench)).adjudication is None
        assert any("settled by zoe" in message for message in bench.messages())
    async with opened(database, reviewer="zoe") as bench:
        await bench.press("plus")
        assert any("zoe" in message for message in bench.messages())
        assert bench.view.state.assignments == ()


async def test_a_blind_reviewer_sees_nothing_of_the_others_on_any_screen(opened: Opener, database: Path) -> None:
    decide(database, "mira", Verdict.REFUTED, Relation.CONTRADICTS)
    ask_for_blindness(database, "zoe")
    async with opened(database, reviewer="noor") as bench:
        for key, pane in (("R", "claim"), ("R", "passages"), ("A", "text"), ("M", "matrix"), ("W", "warnings")):
            await bench.press(key)
            assert "mira" not in bench.text(pane)
            assert "contradicts" not in bench.text(pane)
        await bench.press("S")
        assert "mira" not in bench.text("disputes")
        await bench.press("H")
        assert "mira" not in bench.text("history")
        await bench.press("R", "s", "H")
        assert "mira" in bench.text("history")
    async with opened(database, reviewer="zoe") as bench:
        await bench.press("S")
        assert "mira" in bench.text("positions")
        await bench.press("R", "s")
        assert any("settles the disputes" in message for message in bench.messages())


async def test_the_next_free_claim_is_taken_with_one_key_and_given_back_with_undo(
    opened: Opener, database: Path
) -> None:
    async with opened(database, reviewer="noor") as bench:
        await bench.press("j", "plus")
        taken = bench.view.key
        assert [given.reviewer for given in bench.view.state.assignments] == ["noor"]
    async with opened(database, reviewer="mira") as bench:
        await bench.press("plus")
        assert bench.view.key != taken
        mine = bench.view.key
        await bench.press("G", "plus")
        assert bench.view.key == mine
        await bench.press("f", "0")
        assert [row.key for row in bench.app.review_screen.shown] == [mine]
        await bench.press("u")
        assert bench.view.state.assignments == ()
