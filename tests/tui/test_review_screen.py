"""What the keys of the review screen do, from the first claim to the last."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from workbench.review.session import Review
from workbench.vocabulary import AnchorState, Facet, NotCheckableReason, Relation, Verdict

Opener = Callable[..., Any]


async def test_the_first_claim_stands_with_its_source_and_the_best_passage(opened: Opener, database: Path) -> None:
    async with opened(database) as bench:
        assert "ran aground on Monday with 41 people" in bench.text("claim")
        assert "asserted by The coast guard" in bench.text("claim").replace("the coast", "The coast")
        assert "with 43 people on board" in bench.text("passages")
        assert "number: 41 / 43" in bench.text("passages")
        assert bench.view.cells[0].article.name == "post.txt"


async def test_a_verdict_and_all_relations_bring_the_next_claim(opened: Opener, database: Path) -> None:
    async with opened(database) as bench:
        first = bench.view.key
        await bench.press("3")
        assert bench.view.key == first
        await bench.press("0")
        assert bench.view.key == first
        await bench.press("s")
        assert bench.view.key != first
    with_review(database, lambda review: assert_first_is_decided(review, first))


def assert_first_is_decided(review: Review, key: str) -> None:
    state = review.claim(key).state
    assert state.verdict is Verdict.SUPPORTED
    relations = {review.labels[a.article]: a for a in state.agreements}
    contradicts = next(a for a in relations.values() if a.relation is Relation.CONTRADICTS)
    assert contradicts.facets == (Facet.NUMBER,)
    assert contradicts.sentences
    silent = next(a for a in relations.values() if a.relation is Relation.NOT_ADDRESSED)
    assert silent.sentences == ()


def with_review(database: Path, check: Callable[[Review], None], reviewer: str = "mira") -> None:
    review = Review.open(database, reviewer)
    try:
        check(review)
    finally:
        review.close()


async def test_undo_and_redo_restore_also_after_a_restart(opened: Opener, database: Path) -> None:
    async with opened(database) as bench:
        key = bench.view.key
        await bench.press("r")
        assert bench.view.state.votes
    async with opened(database) as bench:
        await bench.press("u")
        assert bench.view.key == key
        assert not bench.view.state.votes
        await bench.press("U")
        assert bench.view.state.verdict is Verdict.REFUTED
        await bench.press("u", "u")
        assert any("Nothing to undo" in message for message in bench.messages())


async def test_the_rest_is_silent_with_one_key_and_one_undo(opened: Opener, database: Path) -> None:
    async with opened(database) as bench:
        await bench.press("z")
        assert {a.relation for a in bench.view.state.agreements} == {Relation.NOT_ADDRESSED}
        assert len(bench.view.state.agreements) == 2
        await bench.press("u")
        assert bench.view.state.agreements == ()


async def test_partially_supported_marks_the_unsupported_words(opened: Opener, database: Path) -> None:
    async with opened(database) as bench:
        await bench.press("p", "escape")
        assert not bench.view.state.votes
        await bench.press("p", "l", "space", "l", "enter")
        vote = bench.view.state.vote_of("mira")
        assert vote is not None
        assert (vote.verdict, vote.unsupported) == (Verdict.PARTIALLY_SUPPORTED, "ferry Alma")
        assert [bench.view.state.text[start:end] for start, end in vote.unsupported_at] == ["ferry Alma"]
        await bench.press("w")
        await bench.type(" today")
        assert bench.view.state.votes[0].unsupported_at == ()


async def test_not_checkable_says_why(opened: Opener, database: Path) -> None:
    async with opened(database) as bench:
        await bench.press("x", "escape")
        assert not bench.view.state.votes
        await bench.press("x", "o")
        vote = bench.view.state.vote_of("mira")
        assert vote is not None
        assert vote.reason is NotCheckableReason.OPINION


async def test_link_confirms_and_unlinks(opened: Opener, database: Path) -> None:
    async with opened(database) as bench:
        assert "not confirmed" in bench.title("source")
        await bench.press("l")
        assert "confirmed by mira" in bench.title("source")
        assert bench.view.state.sources[0].state is AnchorState.EXACT
        await bench.press("l")
        assert bench.view.state.sources == ()


async def test_another_source_of_several_sentences_is_chosen_by_keyboard(opened: Opener, database: Path) -> None:
    async with opened(database) as bench:
        own = bench.view.state.claim.sentences
        await bench.press("L", "j", "space", "enter")
        assert {source.sentences for source in bench.view.state.sources} == {own, (own[0], own[0] + 1)}


async def test_evidence_is_chosen_by_keyboard_and_goes_with_the_relation(opened: Opener, database: Path) -> None:
    async with opened(database) as bench:
        shown = bench.view.cells[0].passages[0].sentences
        await bench.press("e", "j", "space", "enter")
        chosen = bench.view.cells[0].passages[0].sentences
        assert chosen == (*shown, shown[-1] + 1)
        await bench.press("1")
        assert bench.view.state.agreements[0].sentences == chosen


async def test_every_relation_but_silence_rests_on_the_passage_that_is_shown(opened: Opener, database: Path) -> None:
    async with opened(database) as bench:
        article, passages = bench.view.cells[0].article.key, bench.view.cells[0].passages
        for key in "1234569":
            await bench.press(key)
            recorded = bench.view.state.agreement_of("mira", article)
            assert recorded is not None
            assert recorded.sentences == passages[0].sentences
            await bench.press("u")
        await bench.press("0")
        silent = bench.view.state.agreement_of("mira", article)
        assert silent is not None
        assert silent.sentences == ()


async def test_chosen_evidence_waits_for_its_relation(opened: Opener, database: Path) -> None:
    async with opened(database) as bench:
        await bench.press("e", "j", "space", "enter")
        chosen = bench.view.cells[0].passages[0].sentences
        await bench.press("s", "l", "1")
        assert bench.view.state.agreements[0].sentences == chosen


async def test_note_reword_and_discard(opened: Opener, database: Path) -> None:
    async with opened(database) as bench:
        await bench.press("m")
        await bench.type("ask the coast guard")
        assert "ask the coast guard" in bench.text("claim")
        await bench.press("w", "ctrl+u")
        await bench.type("41 people were aboard")
        assert bench.view.state.text == "41 people were aboard"
        assert "in the article" in bench.text("claim")
        key = bench.view.key
        await bench.press("d")
        assert bench.view.key != key
        await bench.press("u")
        assert bench.view.key == key
        assert bench.view.state.discarded_by is None


async def test_a_claim_is_added_from_a_sentence_and_taken_back(opened: Opener, database: Path) -> None:
    async with opened(database) as bench:
        before = len(bench.app.review_screen.all_rows)
        await bench.press("a", "k", "space", "enter")
        assert len(bench.app.review_screen.all_rows) == before + 1
        assert bench.view.state.text == "Ferry runs aground off Northholm"
        await bench.press("u")
        assert len(bench.app.review_screen.all_rows) == before


async def test_an_added_claim_is_taken_back_from_afar(opened: Opener, database: Path) -> None:
    async with opened(database) as bench:
        everything = len(bench.app.review_screen.shown)
        await bench.press("a", "k", "space", "enter", "G", "u")
        assert len(bench.app.review_screen.shown) == everything
        assert bench.app.review_screen.view is not None


async def test_a_discarded_claim_is_shown_again_when_that_is_undone_from_afar(opened: Opener, database: Path) -> None:
    async with opened(database) as bench:
        key = bench.view.key
        await bench.press("d", "G", "u")
        assert bench.view.key == key
        await bench.press("U")
        assert bench.view.state.discarded_by == "mira"


async def test_markup_and_brackets_of_a_note_are_shown_as_they_are(opened: Opener, database: Path) -> None:
    async with opened(database) as bench:
        await bench.press("m")
        await bench.type("[b]bold[/b] [/ [sic]")
        assert "[b]bold[/b] [/ [sic]" in bench.text("claim")


async def test_search_filter_and_showing_all_again(opened: Opener, database: Path) -> None:
    async with opened(database) as bench:
        everything = len(bench.app.review_screen.shown)
        await bench.press("slash")
        await bench.type("ilse brandt")
        assert 0 < len(bench.app.review_screen.shown) < everything
        await bench.press("escape")
        assert len(bench.app.review_screen.shown) == everything
        await bench.press("f", "8")
        assert bench.app.review_screen.shown == []
        assert "nothing to show" in bench.text("queue")
        await bench.press("escape")
        assert len(bench.app.review_screen.shown) == everything


async def test_keys_act_in_the_order_they_were_pressed(opened: Opener, database: Path) -> None:
    async with opened(database) as bench:
        first = bench.view.key
        await bench.pilot.press("s", "z", "r", "z")
        await bench.settle()
        row = bench.app.review_screen.all_rows[first]
        assert row.own_verdict is Verdict.SUPPORTED
        second = [row for row in bench.app.review_screen.all_rows.values() if row.own_verdict is Verdict.REFUTED]
        assert len(second) == 1


async def test_moving_by_key_and_mouse(opened: Opener, database: Path) -> None:
    async with opened(database) as bench:
        await bench.press("j", "down")
        assert bench.position == 2
        await bench.press("G")
        assert bench.position == len(bench.app.review_screen.shown) - 1
        await bench.press("g")
        assert bench.position == 0
        await bench.pilot.click("#queue", offset=(5, 1))
        await bench.settle()
        assert bench.position == 1


async def test_two_reviewers_do_not_see_each_others_verdict(opened: Opener, database: Path) -> None:
    async with opened(database, reviewer="noor") as bench:
        await bench.press("r")
    async with opened(database, reviewer="mira") as bench:
        assert "refuted" not in bench.text("claim")
        assert bench.app.review_screen.all_rows[bench.view.key].own_verdict is None
