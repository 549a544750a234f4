"""Relations by keyboard: what follows for the other article's claim, facets, notes, evidence, classes and offers."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from textual.widgets import Input

from workbench.tui.evidence_form import EvidenceForm
from workbench.vocabulary import Credibility, Facet, Relation, Reliability, Verdict

Opener = Callable[..., Any]


async def show(bench: Any, words: str) -> None:
    """Go to the claim that holds some words."""
    rows = bench.app.review_screen.all_rows.values()
    key = next(row.key for row in rows if words in row.text)
    await bench.app.review_claim(key)
    await bench.settle()


async def test_a_relation_fills_the_cell_of_the_claim_it_is_with_and_can_be_overruled(
    opened: Opener, database: Path
) -> None:
    async with opened(database) as bench:
        first = bench.view
        rows = bench.app.review_screen.all_rows
        other = next(key for key, row in rows.items() if "43 people" in row.text)
        await bench.press("3")
        assert rows[other].relations == 1
        await bench.press("u")
        assert rows[other].relations == 0
        await bench.press("3")
        await show(bench, "43 people")
        (cell,) = [cell for cell in bench.view.cells if cell.article.key == first.summary.key]
        assert cell.agreement is None
        assert cell.implied is not None
        assert cell.implied.relation is Relation.CONTRADICTS
        assert cell.implied.other_claim == first.key
        assert "⇄ ✗ contradicts (implied)" in bench.text("passages")
        assert cell.article.key not in bench.view.undecided
        at = bench.view.cells.index(cell)
        while bench.app.review_screen.choice.cell != at:
            await bench.press("full_stop")
        await bench.press("9")
        recorded = bench.view.state.agreement_of("mira", first.summary.key)
        assert recorded is not None
        assert recorded.relation is Relation.UNCLEAR
        await bench.press("u")
        assert bench.view.cells[at].implied is not None


async def test_the_claim_that_a_relation_is_with_is_chosen_by_keyboard(opened: Opener, database: Path) -> None:
    async with opened(database) as bench:
        assert bench.view.cells[0].passages[0].twin is not None
        assert "⇄ with its claim" in bench.text("passages")
        await bench.press("t", "0")
        assert "⇄ with its claim" not in bench.text("passages")
        await bench.press("1")
        assert bench.view.state.agreements[0].other_claim is None
        await bench.press("comma", "t", "1")
        assert bench.view.state.agreements[0].other_claim is not None
        assert bench.view.state.agreements[0].relation is Relation.CORROBORATES


async def test_facets_and_a_note_go_with_a_relation(opened: Opener, database: Path) -> None:
    async with opened(database) as bench:
        await bench.press("F")
        assert any("First say with a digit" in message for message in bench.messages())
        await bench.press("3", "comma", "F", "1", "3", "enter")
        given = bench.view.state.agreements[0]
        assert given.relation is Relation.CONTRADICTS
        assert given.facets == (Facet.PLACE,)
        await bench.press("N")
        await bench.type("another count")
        assert bench.view.state.agreements[0].note == "another count"
        assert bench.view.state.agreements[0].facets == (Facet.PLACE,)
        await bench.press("u", "u")
        assert bench.view.state.agreements[0].facets == (Facet.NUMBER,)


async def test_the_verdict_of_one_claim_is_offered_to_its_equals_and_never_given_unasked(
    opened: Opener, database: Path
) -> None:
    async with opened(database) as bench:
        await bench.press("1", "s")
        first = bench.view.key
        await show(bench, "43 people")
        assert bench.view.state.votes == ()
        assert "= takes ✓ supported" in bench.text("claim")
        await bench.press("equals_sign")
        rows = bench.app.review_screen.all_rows
        other = next(row for row in rows.values() if "43 people" in row.text)
        assert other.own_verdict is Verdict.SUPPORTED
        await bench.press("u")
        await show(bench, "43 people")
        assert bench.view.state.votes == ()
        await bench.app.review_claim(first)
        await bench.settle()
        assert "= gives it to 1 claim that says the same" in bench.text("claim")
        await bench.press("equals_sign")
        await show(bench, "43 people")
        assert bench.view.state.vote_of("mira").verdict is Verdict.SUPPORTED


async def test_the_queue_goes_class_by_class_and_the_matrix_has_one_row_a_class(opened: Opener, database: Path) -> None:
    async with opened(database) as bench:
        await bench.press("1")
        everything = len(bench.app.review_screen.shown)
        await bench.press("K")
        first, second = bench.app.review_screen.shown[:2]
        assert "41 people" in first.text
        assert "43 people" in second.text
        assert "class by class" in bench.text("title")
        await bench.press("K")
        assert "43 people" not in bench.app.review_screen.shown[1].text
        await bench.press("M", "K")
        assert "2× " in bench.text("matrix")
        assert f"{everything - 1} classes" in bench.text("title")


async def test_evidence_from_outside_is_attached_and_detached_by_keyboard(opened: Opener, database: Path) -> None:
    async with opened(database) as bench:
        await bench.press("b")
        assert isinstance(bench.app.screen, EvidenceForm)
        for name, text in (("url", "https://example.org/log"), ("quote", "[b]aground[/b]"), ("grade", "B2")):
            bench.app.screen.query_one(f"#{name}", Input).insert_text_at_cursor(text)
        await bench.press("ctrl+s")
        (evidence,) = bench.view.state.evidence
        assert (evidence.reliability, evidence.credibility) == (Reliability.B, Credibility.PROBABLE)
        assert "⊕ B2 · https://example.org/log · “[b]aground[/b]”" in bench.text("claim")
        await bench.press("B", "1")
        assert bench.view.state.evidence == ()
        await bench.press("b", "escape")
        assert bench.view.state.evidence == ()


async def test_what_is_no_address_is_refused_with_one_line(opened: Opener, database: Path) -> None:
    async with opened(database) as bench:
        await bench.press("b")
        bench.app.screen.query_one("#url", Input).insert_text_at_cursor("javascript:alert(1)")
        await bench.press("ctrl+s")
        assert any("is no web address" in message for message in bench.messages())
        assert bench.view.state.evidence == ()


async def test_of_several_source_sets_one_is_taken_away(opened: Opener, database: Path) -> None:
    async with opened(database) as bench:
        own = bench.view.state.claim.sentences
        await bench.press("l", "L", "j", "space", "enter")
        assert [source.by for source in bench.view.state.sources] == ["mira", "mira"]
        await bench.press("l", "1")
        (left,) = bench.view.state.sources
        assert left.sentences != own
        await bench.press("u")
        assert len(bench.view.state.sources) == 2


async def test_the_next_session_begins_where_this_one_ended(opened: Opener, database: Path) -> None:
    async with opened(database) as bench:
        await bench.press("j", "j", "full_stop", "q")
        left = bench.app.review_screen.view.key
    async with opened(database) as bench:
        assert bench.view.key == left
        assert bench.position == 2
    async with opened(database, reviewer="noor") as bench:
        assert bench.position == 0


async def test_a_queue_is_kept_under_a_name_and_forgotten(opened: Opener, database: Path) -> None:
    async with opened(database) as bench:
        await bench.press("slash")
        await bench.type("ferry")
        await bench.press("f", "k")
        await bench.type("ferries")
        found = [row.key for row in bench.app.review_screen.shown]
        assert "ferries" in bench.text("title")
    async with opened(database) as bench:
        assert len(bench.app.review_screen.shown) > len(found)
        await bench.press("f", "up", "up", "enter")
        assert [row.key for row in bench.app.review_screen.shown] == found
        await bench.press("f", "x")
        assert "ferries" not in bench.text("title")
    async with opened(database) as bench:
        assert await bench.app.gateway.call(bench.app.gateway.review.desk.queues) == ()


async def test_relations_are_recorded_in_the_matrix_too(opened: Opener, database: Path) -> None:
    async with opened(database) as bench:
        first = bench.view.key
        await bench.press("M", "1")
        assert any("own article" in message for message in bench.messages())
        await bench.press("full_stop")
        assert "passage 1 of" in bench.text("cell")
        assert "with 43 people on board" in bench.text("cell")
        await bench.press("3")
        assert "✗ contradicts — mira" in bench.text("cell")
        await bench.press("N")
        await bench.type("another count")
        assert "another count" in bench.text("cell")
        await bench.press("z")
        state = await bench.app.gateway.call(bench.app.gateway.review.context.state, first)
        assert [given.relation for given in state.agreements] == [Relation.CONTRADICTS, Relation.NOT_ADDRESSED]
        assert state.agreements[0].note == "another count"
        assert state.agreements[0].sentences
        await bench.press("u", "u", "u")
        state = await bench.app.gateway.call(bench.app.gateway.review.context.state, first)
        assert state.agreements == ()
