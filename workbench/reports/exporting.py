"""Writing a review in a format: to a text, or to a file or folder; and taking a project in again."""

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from workbench.errors import InterchangeError, ReportError
from workbench.reports.formats import FORMAT_TERMS, LEFT_OUT, RENDERERS, ExportFormat, Scope
from workbench.reports.project.importer import import_project
from workbench.reports.record import Record
from workbench.reports.recording import fullest_collection, load_record
from workbench.reports.wording import count, hidden_words
from workbench.reports.writing import write_file, write_folder
from workbench.store.engine import Store
from workbench.visible import one_line


def export_text(
    store: Store,
    wanted: ExportFormat,
    collection: str | None = None,
    table: str | None = None,
    generated_at: datetime | None = None,
    reviewer: str | None = None,
    tell: Callable[[str], object] | None = None,
) -> str:
    """Return the review as text in the format `wanted`; see `export_bytes`.

    Raises:
        ReportError: also where the format is no text.
        StoreError: the database cannot be read.
    """
    content = _rendered(store, wanted, collection, table, generated_at, reviewer, tell)
    if isinstance(content, bytes):
        raise ReportError(f"{wanted.label} is no text: name a file for it.")
    return content


def export_bytes(
    store: Store,
    wanted: ExportFormat,
    collection: str | None = None,
    table: str | None = None,
    generated_at: datetime | None = None,
    reviewer: str | None = None,
    tell: Callable[[str], object] | None = None,
) -> bytes:
    """Return the review as one file in the format `wanted`; text as UTF-8.

    Without a collection, reports are on the largest one and tables on all; JSON always holds the whole
    database, since chains of decisions run through all collections. Of CSV it is one `table`, else the claims.

    With a `reviewer`, it tells nothing that this person may not see yet. `tell` is called with a line that says so, and
    with what the format cannot hold.

    Raises:
        ReportError: there is no such collection or table, or it would tell the reviewer what they may not see yet.
        StoreError: the database cannot be read.
    """
    content = _rendered(store, wanted, collection, table, generated_at, reviewer, tell)
    return content if isinstance(content, bytes) else content.encode("utf-8", "backslashreplace")


def _rendered(
    store: Store,
    wanted: ExportFormat,
    collection: str | None,
    table: str | None,
    generated_at: datetime | None,
    reviewer: str | None,
    tell: Callable[[str], object] | None,
) -> str | bytes:
    part = _known_part(wanted, table)
    return RENDERERS[wanted][part](_load(store, wanted, collection, generated_at, reviewer, tell))


def export_to(
    store: Store,
    wanted: ExportFormat,
    target: str | Path,
    collection: str | None = None,
    table: str | None = None,
    generated_at: datetime | None = None,
    reviewer: str | None = None,
    tell: Callable[[str], object] | None = None,
) -> tuple[Path, ...]:
    """Write the review to `target` and return the files that were written; see `export_bytes`.

    CSV goes into a folder, a file for each table, unless a `table` is named or `target` ends in “.csv”.

    Raises:
        ReportError: there is no such collection or table, it would tell the reviewer what they may not see yet, or a
            file cannot be written (what was there is unchanged).
        StoreError: the database cannot be read.
    """
    part = _known_part(wanted, table)
    record = _load(store, wanted, collection, generated_at, reviewer, tell)
    parts, suffix, place = RENDERERS[wanted], FORMAT_TERMS[wanted].part_suffix, Path(target)
    if len(parts) == 1 or table is not None or place.suffix.lower() == suffix:
        return (write_file(place, parts[part](record)),)
    return write_folder(place, {f"{name}{suffix}": render(record) for name, render in parts.items()})


def import_file(store: Store, path: str | Path) -> str:
    """Take in the project in the JSON file at `path` (see `import_project`); return a line that says what came of it.

    Raises:
        InterchangeError: the file cannot be read, or is no project.
        DecisionError: a chain of decisions was continued differently in this database.
        StoreError: the database cannot be written.
    """
    shown = one_line(str(path))
    try:
        text = Path(path).read_bytes().decode("utf-8-sig")
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) else "it is not UTF-8 text"
        raise InterchangeError(f"{shown} cannot be read: {reason}.") from error
    try:
        return str(import_project(store, text))
    except InterchangeError as error:
        raise InterchangeError(f"{shown}: {one_line(str(error))}") from error


def _load(
    store: Store,
    wanted: ExportFormat,
    collection: str | None,
    generated_at: datetime | None,
    reviewer: str | None,
    tell: Callable[[str], object] | None,
) -> Record:
    scope = FORMAT_TERMS[wanted].scope
    if scope is Scope.EVERYTHING:
        collection = None
    elif scope is Scope.ONE_COLLECTION:
        collection = collection or fullest_collection(store)
    record = load_record(store, collection, generated_at or datetime.now(UTC), reviewer)
    if record.hidden and scope is Scope.EVERYTHING:
        raise ReportError(
            f"{wanted.label} holds everything, and what others decided about {count(record.hidden, 'claim')} is hidden "
            f"from {one_line(reviewer or '')}: vote on them first, or let an adjudicator export it."
        )
    if record.hidden and tell:
        tell(hidden_words(record.hidden, reviewer or ""))
    if wanted.lacks and tell:
        tell(f"Not in {wanted.label}: {', '.join(wanted.lacks)}.")
    if tell and wanted in LEFT_OUT and (left_out := LEFT_OUT[wanted](record)):
        tell(str(left_out))
    return record


def _known_part(wanted: ExportFormat, table: str | None) -> str:
    parts = RENDERERS[wanted]
    if table is not None and table not in parts:
        raise ReportError(f"There is no table “{one_line(table)}” in {wanted.label}: there are {', '.join(parts)}.")
    return table or next(iter(parts))
