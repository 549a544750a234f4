"""Progress of long work on standard error, where somebody watches."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import click

Report = Callable[[str, int, int], bool]


@contextmanager
def progress_bar(label: str) -> Iterator[Report | None]:
    """Yield what is told the name of each thing, how many are done, and how many there are; None if nobody watches."""
    if not sys.stderr.isatty():
        yield None
        return
    with click.progressbar(length=1, label=label, item_show_func=lambda name: name, file=sys.stderr) as bar:

        def report(name: str, done: int, of: int) -> bool:
            bar.length = of
            bar.update(done - bar.pos, name)
            return True

        yield report
