"""Writing a report from the screen: which format, of which claims, and where to."""

import asyncio
from collections.abc import Callable
from enum import StrEnum
from functools import partial
from pathlib import Path

from workbench.reports.format_names import FORMAT_TERMS, ExportFormat
from workbench.reports.format_names import Choice as CanChoose
from workbench.reports.selection import EVERYTHING, Selection
from workbench.reports.statuses import Status
from workbench.reports.writing import slug
from workbench.tui.dialogs import Ask, Choice, PickOne
from workbench.tui.shell import Shell
from workbench.visible import one_line

_TITLE = "Write a report"


class _Claims(StrEnum):
    """Which claims a report is to tell of."""

    ALL = "all"
    FINAL = "final"
    OPEN = "open"
    DISPUTED = "disputed"
    OWN = "own"

    def selection(self, reviewer: str) -> Selection:
        """Return what this means for a reviewer."""
        match self:
            case _Claims.FINAL:
                return Selection(statuses=(Status.FINAL,))
            case _Claims.OPEN:
                return Selection(statuses=(Status.UNREVIEWED, Status.IN_REVIEW, Status.NEEDS_SECOND))
            case _Claims.DISPUTED:
                return Selection(statuses=(Status.DISPUTED,))
            case _Claims.OWN:
                return Selection(decided_by=(reviewer,))
            case _:
                return EVERYTHING


_CHOICES = (
    Choice("a", _Claims.ALL, "all", "every claim of the collection"),
    Choice("f", _Claims.FINAL, "final", "with all the votes that are asked for, signed off, or settled"),
    Choice("o", _Claims.OPEN, "open", "not reviewed to the end yet"),
    Choice("d", _Claims.DISPUTED, "disputed", "reviewers differ, and nobody has settled it"),
    Choice("m", _Claims.OWN, "mine", "that you decided anything about"),
)


def ask_for_report(app: Shell) -> None:
    """Ask for a format, the claims and a place, then write the report there."""

    def format_chosen(answer: str | None) -> None:
        if answer is None:
            return
        wanted = ExportFormat(answer)
        if FORMAT_TERMS[wanted].choice is CanChoose.NOTHING:
            _ask_where(app, wanted, EVERYTHING)
        else:
            _ask_which(app, partial(_ask_where, app, wanted))

    choices = [Choice(FORMAT_TERMS[known].key, known, known.label, known.description) for known in ExportFormat]
    app.open_dialog(PickOne(_TITLE, choices), format_chosen)


def _ask_which(app: Shell, then: Callable[[Selection], None]) -> None:
    def claims_chosen(answer: str | None) -> None:
        if answer is not None:
            then(_Claims(answer).selection(app.gateway.review.reviewer))

    app.open_dialog(PickOne("Tell of which claims? Counts are about all.", _CHOICES), claims_chosen)


def _ask_where(app: Shell, wanted: ExportFormat, selection: Selection) -> None:
    def place_chosen(answer: str | None) -> None:
        if answer:
            # As a worker: one goes on reviewing while a long report is written.
            app.run_worker(_write(app, wanted, selection, Path(answer).expanduser()), group="export")

    name = slug(app.gateway.review.collection) + wanted.suffix
    app.open_dialog(Ask(_TITLE, "File to write (a folder for CSV).", str(Path.cwd() / name)), place_chosen)


async def _write(app: Shell, wanted: ExportFormat, selection: Selection, target: Path) -> None:
    from workbench.reports import export_to

    review, said = app.gateway.review, list[str]()
    export = partial(export_to, reviewer=review.reviewer, tell=said.append, selection=selection)
    app.notify(f"{wanted.label} is being written; go on meanwhile.", markup=False, timeout=4)
    with app.refusing():
        await asyncio.to_thread(export, review.store, wanted, target, review.collection)
        app.notify(one_line(" ".join([f"Written: {target}.", *said])), markup=False, timeout=8)
