"""The demo collection, reviewed from the first claim to the last with nothing but keys, and undone with one."""

from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from types import ModuleType

import pytest

from workbench.review.queue import is_to_do
from workbench.store.check import check
from workbench.tui.gateway import Opening

pytestmark = [pytest.mark.slow, pytest.mark.timeout(900)]

BENCHMARKS = Path(__file__).resolve().parents[2] / "benchmarks"


@pytest.fixture
def benchmark(monkeypatch: pytest.MonkeyPatch) -> Callable[[str], ModuleType]:
    """Import a module of the benchmark of keys."""
    monkeypatch.syspath_prepend(BENCHMARKS)
    return import_module


async def test_every_expected_decision_can_be_made_and_undone_by_keys(
    benchmark: Callable[[str], ModuleType], tmp_path: Path
) -> None:
    """What a careful reviewer decides stands in the database, and `u` takes back all of it, step by step."""
    replaying, decisions = benchmark("replaying"), benchmark("expected_decisions")
    expected = decisions.load_expected()
    async with replaying.opened(Opening(str(tmp_path / "demo.db"), "mira", demo=True)) as (app, hand):
        review = app.gateway.review
        untouched = review.states()
        replay = replaying.Replay(app, hand, expected)
        await replay.run()

        assert decisions.deviations(review, expected) == ()
        assert not any(is_to_do(row, review.others) for row in review.queue())
        assert check(review.store) == ()
        assert hand.pressed <= len(replay.efforts) + review.progress().cells  # one key a claim and one a cell

        while review.draft_undo():
            await hand.press("u")
        assert review.states() == untouched
        assert check(review.store) == ()
        await hand.press("u")
        assert [note.message for note in app._notifications][-1] == "Nothing to undo."
