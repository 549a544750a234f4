"""What the other screens show and do."""

import sqlite3
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from textual.worker import WorkerFailed

from workbench.errors import StoreError
from workbench.review.session import Review
from workbench.tui.app import WorkbenchApp
from workbench.tui.gateway import Opening
from workbench.vocabulary import Relation, Verdict

Opener = Callable[..., Any]


async def test_the_article_shows_the_fate_of_every_sentence(opened: Opener, database: Path) -> None:
    async with opened(database) as bench:
        await bench.press("s", "A")
        text = bench.text("text")
        assert "✓ The ferry Alma ran aground" in text
        assert "· The Alma has served the island since 1998." in text
        assert "Ferry runs aground off Northholm" in text
        await bench.press("k", "k", "k", "k")
        assert "not read yet; passed over as: title" in bench.text("text")


async def test_a_claim_is_added_from_the_article_and_opened_from_there(opened: Opener, database: Path) -> None:
    async with opened(database) as bench:
        await bench.press("A", "k", "k", "k", "a")
        assert "· Ferry runs aground" in bench.text("text")
        await bench.press("enter")
        assert bench.view.state.text == "Ferry runs aground off Northholm"


async def test_an_article_that_is_not_english_says_how_it_was_read(opened: Opener, tmp_path: Path) -> None:
    text = "Hafen gesperrt\n\nDer Hafen wurde nach dem Sturm gesperrt, und er wird nicht vor Freitag geöffnet.\n"
    (tmp_path / "hafen.txt").write_text(text, "utf-8")
    async with opened(tmp_path / "hafen.db", paths=(str(tmp_path / "hafen.txt"),)) as bench:
        assert any("Not in English: 1 of them, read with plain rules" in message for message in bench.messages())
        await bench.press("A")
        assert "In German (de), read with plain rules" in bench.text("text")


async def test_the_next_article_comes_by_key(opened: Opener, database: Path) -> None:
    async with opened(database) as bench:
        await bench.press("A")
        first = bench.title("text")
        await bench.press("full_stop")
        assert bench.title("text") != first
        await bench.press("comma")
        assert bench.title("text") == first


async def test_the_matrix_shows_relations_and_opens_a_cell(opened: Opener, database: Path) -> None:
    async with opened(database) as bench:
        key, other = bench.view.key, bench.view.cells[1].article.key
        await bench.press("3", "M")
        assert "✗" in bench.text("matrix").splitlines()[0]
        assert "■" in bench.text("matrix").splitlines()[0]
        columns = list(bench.app.gateway.review.labels)
        await bench.press(*["full_stop"] * columns.index(other), "enter")
        assert bench.view.key == key
        assert bench.view.cells[bench.app.review_screen.choice.cell].article.key == other


async def test_the_history_keeps_what_was_undone(opened: Opener, database: Path) -> None:
    async with opened(database) as bench:
        await bench.press("s", "u", "H")
        assert "verdict: supported (undone)" in bench.text("history")
        await bench.press("U")
        assert "(undone)" not in bench.text("history").splitlines()[-1]
        await bench.press("G", "enter")
        assert bench.view.state.verdict is Verdict.SUPPORTED


async def test_the_dashboard_counts(opened: Opener, database: Path) -> None:
    async with opened(database) as bench:
        await bench.press("s", "z", "D")
        figures = bench.text("figures")
        claims = len(bench.app.review_screen.all_rows)
        assert f"1/{claims} claims with a verdict" in figures
        assert f"2/{2 * claims} cells recorded" in figures


async def test_every_key_of_a_screen_is_in_its_help(opened: Opener, database: Path) -> None:
    async with opened(database) as bench:
        for screen in ("R", "A", "M", "H", "D"):
            await bench.press(screen)
            keys = bench.app.screen.help_keys
            await bench.press("question_mark")
            shown = " ".join(bench.text("help").split())
            for action in keys:
                assert action.label in shown
            await bench.press("escape")


async def test_files_are_read_on_opening_and_bad_ones_named(opened: Opener, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Harbour closed\n\nThe harbour was closed on Monday, officials said.\n", "utf-8")
    (tmp_path / "b.txt").write_bytes(b"")
    paths = (str(tmp_path / "a.txt"), str(tmp_path / "b.txt"))
    async with opened(tmp_path / "new.db", paths=paths) as bench:
        assert "The harbour was closed on Monday" in bench.text("claim")
        assert any("b.txt" in message for message in bench.messages())


async def test_an_empty_database_offers_the_demo_or_adding(opened: Opener, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Harbour closed\n\nThe harbour was closed on Monday, officials said.\n", "utf-8")
    async with opened(tmp_path / "new.db") as bench:
        await bench.press("a")
        await bench.type(str(tmp_path / "a.txt"))
        assert "The harbour was closed on Monday" in bench.text("claim")


async def test_a_decision_that_is_not_saved_is_kept_for_a_retry(
    opened: Opener, database: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with opened(database) as bench:
        first, record, tries = bench.view.key, Review.record, []

        def failing(self: Review, draft: Any) -> Any:
            tries.append(draft.id)
            if len(tries) == 1:
                raise StoreError("The disk is full: free some space, then try again.")
            return record(self, draft)

        monkeypatch.setattr(Review, "record", failing)
        await bench.press("s")
        assert bench.view.key == first
        assert "NOT SAVED" in bench.app.review_screen.query_one("#title").saved[0].text
        await bench.press("r")
        assert bench.app.review_screen.all_rows[first].own_verdict is Verdict.SUPPORTED
        assert tries[0] == tries[1]


async def run_until_settled(app: WorkbenchApp) -> None:
    async with app.run_test() as pilot:
        await pilot.pause()
        await app.workers.wait_for_complete()


async def test_a_crash_is_one_line_without_local_variables(database: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    app = WorkbenchApp(Opening(str(database), "mira"))

    def broken(self: Review) -> None:
        secret = "postgresql://mira:hunter2@host/db"
        raise RuntimeError("broken" if secret else "")

    monkeypatch.setattr(Review, "queue", broken)
    with pytest.raises(WorkerFailed):
        await run_until_settled(app)
    assert app.failure is not None
    assert "\n" not in app.failure
    assert "RuntimeError: broken" in app.failure
    assert "hunter2" not in app.failure
    assert app._exit_renderables == []


async def test_a_file_that_is_no_database_ends_with_a_line(tmp_path: Path) -> None:
    file = tmp_path / "letter.db"
    file.write_text("Dear madam, " * 400, "utf-8")
    app = WorkbenchApp(Opening(str(file), "mira"))
    await run_until_settled(app)
    assert app.failure is not None
    assert "letter.db" in app.failure
    assert app.return_code == 1


async def test_an_embedding_model_without_its_library_ends_with_a_line(
    database: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "sentence_transformers", None)
    app = WorkbenchApp(Opening(str(database), "mira", embeddings="my-model"))
    await run_until_settled(app)
    assert app.failure is not None
    assert "pip install 'claim-workbench[embeddings]'" in app.failure
    assert app.return_code == 1


async def test_what_is_on_the_screen_is_in_the_database(opened: Opener, database: Path) -> None:
    async with opened(database) as bench:
        await bench.press("1", "s")
        with sqlite3.connect(database) as connection:
            assert connection.execute("SELECT count(*) FROM decisions").fetchone() == (2,)
    review = Review.open(database, "mira")
    try:
        relations = [a.relation for state in review.states() for a in state.agreements]
    finally:
        review.close()
    assert relations == [Relation.CORROBORATES]


@pytest.mark.parametrize("size", [(80, 24), (120, 40), (200, 60), (40, 12)])
async def test_every_screen_draws_at_every_size(opened: Opener, database: Path, size: tuple[int, int]) -> None:
    async with opened(database, size=size) as bench:
        for screen, pane in (("A", "text"), ("M", "matrix"), ("H", "history"), ("D", "figures"), ("R", "claim")):
            await bench.press(screen)
            assert bench.text(pane).strip()


async def test_themes_go_round(opened: Opener, database: Path) -> None:
    async with opened(database) as bench:
        seen = [bench.app.theme]
        for _ in range(3):
            await bench.press("T")
            seen.append(bench.app.theme)
        assert seen == ["workbench-dark", "workbench-light", "ansi-dark", "workbench-dark"]


async def test_hidden_characters_of_a_claim_are_counted_and_named(opened: Opener, tmp_path: Path) -> None:
    text = "Harbour closed\n\nThe \u202eharbour\u202c was closed on\x1b Monday with 12 ships inside, officials said.\n"
    (tmp_path / "a.txt").write_text(text, "utf-8")
    async with opened(tmp_path / "new.db", paths=(str(tmp_path / "a.txt"),)) as bench:
        assert "hidden characters: 3 (U+202E U+202C U+001B)" in bench.text("claim")
        assert "closed on␛ Monday" in bench.text("claim")


async def test_every_key_is_in_the_palette_by_name(opened: Opener, database: Path) -> None:
    async with opened(database) as bench:
        names = [command.title for command in bench.app.get_system_commands(bench.app.screen)]
        for action in bench.app.screen.help_keys:
            assert any(name.casefold().startswith(action.label.casefold()) for name in names)
        key = bench.view.key
        await bench.press("colon")
        await bench.type("Refuted (r)")
        await bench.settle()
        await bench.press("enter")
        assert bench.app.review_screen.all_rows[key].own_verdict is Verdict.REFUTED
