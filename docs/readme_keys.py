"""Write the table of keys into README.md, from the one place where keys are defined. Run by `make docs`."""

from itertools import groupby
from pathlib import Path

from workbench.tui.key_action import Group, shown_keys
from workbench.tui.keys import APP_KEYS, REVIEW_KEYS

README = Path(__file__).resolve().parent.parent / "README.md"
BEGIN, END = "<!-- keys: begin -->\n", "<!-- keys: end -->"


def keys_table() -> str:
    """Return the table, a row a group of keys."""
    order = list(Group)
    actions = sorted((*REVIEW_KEYS, *APP_KEYS), key=lambda action: order.index(action.group))
    rows = ["| what for | keys |", "| --- | --- |"]
    for group, members in groupby(actions, key=lambda action: action.group):
        keys = " · ".join(f"`{shown_keys(action.keys)}` {action.label}" for action in members)
        rows.append(f"| {group} | {keys} |")
    return "\n".join(rows) + "\n"


def with_keys(readme: str) -> str:
    """Return the text of the README with the present table in it."""
    before, rest = readme.split(BEGIN)
    _, after = rest.split(END)
    return f"{before}{BEGIN}{keys_table()}{END}{after}"


if __name__ == "__main__":
    README.write_text(with_keys(README.read_text("utf-8")), "utf-8")
