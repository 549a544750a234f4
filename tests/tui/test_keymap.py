"""Other keys for the same actions, from a file of the user's."""

from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from workbench.errors import WorkbenchError
from workbench.tui.app import WorkbenchApp
from workbench.tui.gateway import Opening
from workbench.tui.key_action import KeyAction
from workbench.tui.keymap import load_keymap
from workbench.tui.keys import APP_KEYS, ARTICLE_KEYS, MATRIX_KEYS, REVIEW_KEYS
from workbench.tui.list_keys import DASHBOARD_KEYS, HISTORY_KEYS
from workbench.vocabulary import Verdict

Opener = Callable[..., Any]


def written(folder: Path, text: str) -> Path:
    file = folder / "keys.toml"
    file.write_text(text, "utf-8")
    return file


def test_without_a_file_the_keys_are_ours(tmp_path: Path) -> None:
    assert load_keymap(tmp_path / "keys.toml") == {}


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("[keys\n", "cannot be read"),
        ('[keys]\n"claim.nxt" = "n"\n', "claim.nxt"),
        ('[keys]\n"claim.next" = 3\n', "as a text"),
    ],
)
def test_a_faulty_file_is_named_with_its_fault(tmp_path: Path, text: str, words: str) -> None:
    with pytest.raises(WorkbenchError, match=words) as caught:
        load_keymap(written(tmp_path, text))
    assert "keys.toml" in str(caught.value)


async def test_a_remapped_key_acts_and_is_in_the_help(database: Path, tmp_path: Path) -> None:
    keymap = load_keymap(written(tmp_path, '[keys]\n"verdict.refuted" = "f5"\n'))
    app = WorkbenchApp(Opening(str(database), "mira"), keymap)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.pause()
        await app.workers.wait_for_complete()
        key = app.review_screen.view.key if app.review_screen.view else ""
        await pilot.press("f5")
        await pilot.pause()
        assert app.review_screen.all_rows[key].own_verdict is Verdict.REFUTED


@pytest.mark.parametrize("keys", [REVIEW_KEYS, ARTICLE_KEYS, MATRIX_KEYS, HISTORY_KEYS, DASHBOARD_KEYS])
def test_no_key_means_two_things_on_one_screen(keys: tuple[KeyAction, ...]) -> None:
    pressed = Counter(key for action in (*keys, *APP_KEYS) for key in action.keys.split(","))
    assert [key for key, count in pressed.items() if count > 1] == []


def test_every_action_has_an_id_of_its_own() -> None:
    tables = (REVIEW_KEYS, APP_KEYS, ARTICLE_KEYS, MATRIX_KEYS, HISTORY_KEYS, DASHBOARD_KEYS)
    ids = Counter(action.id for table in tables for action in table)
    assert [name for name, count in ids.items() if count > 1] == []
