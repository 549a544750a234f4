"""Other keys for the same actions: `keys.toml` in the user's configuration folder.

    [keys]
    "verdict.supported" = "1"
    "claim.next" = "n,down"

The names on the left are the ids of `workbench.tui.keys`; the help shows them by what they do.
"""

import tomllib
from pathlib import Path

from platformdirs import user_config_path

from workbench.errors import WorkbenchError
from workbench.tui.chooser_keys import CHOOSER_KEYS, WORD_CHOOSER_KEYS
from workbench.tui.keys import APP_KEYS, ARTICLE_KEYS, MATRIX_KEYS, REVIEW_KEYS
from workbench.tui.list_keys import DASHBOARD_KEYS, DISPUTE_KEYS, HISTORY_KEYS, ORIGIN_KEYS, WARNING_KEYS

KNOWN = frozenset(
    action.id
    for table in (
        REVIEW_KEYS,
        APP_KEYS,
        ARTICLE_KEYS,
        MATRIX_KEYS,
        HISTORY_KEYS,
        CHOOSER_KEYS,
        WORD_CHOOSER_KEYS,
        WARNING_KEYS,
        ORIGIN_KEYS,
        DISPUTE_KEYS,
        DASHBOARD_KEYS,
    )
    for action in table
)


def keymap_path() -> Path:
    """Return where the file stands, whether or not it is there."""
    return user_config_path("claim-workbench") / "keys.toml"


def load_keymap(path: Path | None = None) -> dict[str, str]:
    """Return the keys by action id that the user wants; empty without a file.

    Raises:
        WorkbenchError: the file cannot be read, or names an action that does not exist.
    """
    file = path or keymap_path()
    if not file.exists():
        return {}
    try:
        table = tomllib.loads(file.read_text("utf-8")).get("keys", {})
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise WorkbenchError(f"{file} cannot be read: {error}.") from error
    if not isinstance(table, dict) or not all(isinstance(keys, str) for keys in table.values()):
        raise WorkbenchError(f'{file}: under [keys], every action has its keys as a text, such as "n,down".')
    if unknown := sorted(table.keys() - KNOWN):
        raise WorkbenchError(f"{file}: there is no action {', '.join(unknown)}.")
    return table
