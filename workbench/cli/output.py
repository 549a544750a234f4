"""Results on standard output, words about them on standard error; nothing printed acts on a terminal."""

import json
import shutil
import sys
from collections.abc import Iterable, Sequence
from typing import Any, Final

import click

from workbench.visible import one_line

_WIDEST_COLUMN: Final = 40


def say(message: str) -> None:
    """Print a line about the work to standard error."""
    click.echo(one_line(message), err=True)


def show_json(value: Any) -> None:
    """Print `value` as JSON; control and invisible characters stand as escapes."""
    click.echo(json.dumps(value, ensure_ascii=True, indent=2))


def show_table(head: Sequence[str], rows: Iterable[Sequence[object]]) -> None:
    """Print rows as columns, wide ones cut; the last is whole, but for the width of the terminal if there is one."""
    table = [
        *([list(head)] if any(head) else []),
        *([one_line(str(cell).replace("\n", " ")) for cell in row] for row in rows),
    ]
    table = [[*(_shortened(cell, _WIDEST_COLUMN) for cell in row[:-1]), row[-1]] for row in table]
    widths = [max(len(row[column]) for row in table) for column in range(len(head) - 1)]
    for row in table:
        cells = [cell.ljust(width) for cell, width in zip(row, widths, strict=False)]
        click.echo(_cut("  ".join([*cells, row[-1]])).rstrip())


def _cut(line: str) -> str:
    return _shortened(line, shutil.get_terminal_size().columns) if sys.stdout.isatty() else line


def _shortened(text: str, width: int) -> str:
    return text if len(text) <= width else text[: width - 1] + "…"
