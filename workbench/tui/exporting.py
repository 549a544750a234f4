"""Writing a report from the screen: which format, and where to."""

from functools import partial
from pathlib import Path

from workbench.reports.format_names import FORMAT_TERMS, ExportFormat
from workbench.reports.writing import slug
from workbench.tui.dialogs import Ask, Choice, PickOne
from workbench.tui.shell import Shell
from workbench.visible import one_line


def ask_for_report(app: Shell) -> None:
    """Ask for a format and a place, then write the report there."""

    def format_chosen(answer: str | None) -> None:
        if answer is not None:
            _ask_where(app, ExportFormat(answer))

    choices = [Choice(FORMAT_TERMS[known].key, known, known.label, known.description) for known in ExportFormat]
    app.open_dialog(PickOne("Write a report", choices), format_chosen)


def _ask_where(app: Shell, wanted: ExportFormat) -> None:
    async def place_chosen(answer: str | None) -> None:
        if answer:
            await _write(app, wanted, Path(answer).expanduser())

    name = slug(app.gateway.review.collection) + wanted.suffix
    app.open_dialog(Ask("Write a report", "File to write (a folder for CSV).", str(Path.cwd() / name)), place_chosen)


async def _write(app: Shell, wanted: ExportFormat, target: Path) -> None:
    from workbench.reports import export_to

    review, said = app.gateway.review, list[str]()
    export = partial(export_to, reviewer=review.reviewer, tell=said.append)
    await app.gateway.call(export, review.store, wanted, target, review.collection)
    app.notify(one_line(". ".join([f"Written: {target}", *said])), markup=False, timeout=8)
