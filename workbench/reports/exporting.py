"""Writing a review in a format: to a text, or to a file or folder; and taking a project in again."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from tempfile import gettempdir

from workbench.errors import InterchangeError, ReportError
from workbench.reports.formats import (
    FOLDERS,
    FORMAT_TERMS,
    LEFT_OUT,
    RENDERERS,
    TEMPLATE_FORMATS,
    Choice,
    ExportFormat,
    Renderer,
    Scope,
    own_layout,
)
from workbench.reports.project.importer import import_project
from workbench.reports.record import Record
from workbench.reports.record_reader import Watch
from workbench.reports.recording import fullest_collection, load_record, open_record
from workbench.reports.selection import EVERYTHING, Selection
from workbench.reports.wording import count, hidden_words
from workbench.reports.writing import Piece, as_bytes, write_file, write_folder
from workbench.store.engine import Store
from workbench.visible import one_line

Tell = Callable[[str], object]
"""Is called with a line about what an export does not tell, or cannot hold."""


def export_text(
    store: Store,
    wanted: ExportFormat,
    collection: str | None = None,
    table: str | None = None,
    generated_at: datetime | None = None,
    reviewer: str | None = None,
    tell: Tell | None = None,
    selection: Selection = EVERYTHING,
    template: Path | None = None,
) -> str:
    """Return the review as text in the format `wanted`; see `export_pieces`.

    Raises:
        ReportError: also where the format is no text.
        StoreError: the database cannot be read.
    """
    order = (wanted, collection, table, generated_at, reviewer, tell, selection, None, template)
    content = tuple(export_pieces(store, *order))
    if any(isinstance(piece, bytes) for piece in content):
        raise ReportError(f"{wanted.label} is no text: name a file for it.")
    return "".join(piece for piece in content if isinstance(piece, str))


def export_pieces(
    store: Store,
    wanted: ExportFormat,
    collection: str | None = None,
    table: str | None = None,
    generated_at: datetime | None = None,
    reviewer: str | None = None,
    tell: Tell | None = None,
    selection: Selection = EVERYTHING,
    watch: Watch | None = None,
    template: Path | None = None,
) -> Iterator[Piece]:
    """Yield the review as one file in the format `wanted`, piece by piece.

    Without a collection, reports are on the largest one and tables on all; JSON always holds the whole
    database, since chains of decisions run through all collections. Of CSV it is one `table`, else the claims.

    With a `reviewer`, it tells nothing that this person may not see yet. `tell` is called with a line that says so, and
    with what the format cannot hold; `watch` is told how far reading has come. HTML and Markdown can be laid out by a
    `template` of one's own.

    Raises:
        ReportError: there is no such collection, table or article, nothing can be chosen for this format, or it would
            tell the reviewer what they may not see yet.
        StoreError: the database cannot be read.
    """
    order = _Order(wanted, collection, generated_at, reviewer, selection)
    render = _renderer(wanted, table, template)
    with _opened(store, order, tell, watch) as record:
        yield from render(record)


def export_bytes(
    store: Store,
    wanted: ExportFormat,
    collection: str | None = None,
    table: str | None = None,
    generated_at: datetime | None = None,
    reviewer: str | None = None,
    tell: Tell | None = None,
    selection: Selection = EVERYTHING,
) -> bytes:
    """Return the review as one file in the format `wanted`; text as UTF-8. See `export_pieces`.

    Raises:
        ReportError: as there.
        StoreError: the database cannot be read.
    """
    pieces = export_pieces(store, wanted, collection, table, generated_at, reviewer, tell, selection)
    return b"".join(map(as_bytes, pieces))


def export_to(
    store: Store,
    wanted: ExportFormat,
    target: str | Path,
    collection: str | None = None,
    table: str | None = None,
    generated_at: datetime | None = None,
    reviewer: str | None = None,
    tell: Tell | None = None,
    selection: Selection = EVERYTHING,
    watch: Watch | None = None,
    template: Path | None = None,
) -> tuple[Path, ...]:
    """Write the review to `target` and return the files that were written; see `export_pieces`.

    CSV goes into a folder, a file for each table, unless a `table` is named or `target` ends in “.csv”.

    Raises:
        ReportError: as there, or a file cannot be written (what was there is unchanged).
        StoreError: the database cannot be read.
    """
    order = _Order(wanted, collection, generated_at, reviewer, selection)
    render = _renderer(wanted, table, template)
    suffix, place = FORMAT_TERMS[wanted].part_suffix, Path(target)
    with _opened(store, order, tell, watch) as record:
        if wanted not in FOLDERS or table is not None:
            return (write_file(place, render(record)),)
        if place.suffix.lower() == suffix:
            if tell:
                tell(f"It is only the first of {len(RENDERERS[wanted])} tables: name a folder for all.")
            return (write_file(place, render(record)),)
        return write_folder(place, ((f"{name}{suffix}", piece) for name, piece in FOLDERS[wanted](record)))


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


@dataclass(frozen=True, slots=True)
class _Order:
    """What is to be exported, for whom."""

    format: ExportFormat
    collection: str | None
    generated_at: datetime | None
    reviewer: str | None
    selection: Selection

    def collection_in(self, store: Store) -> str | None:
        """Return which collection is meant; None for all."""
        scope = FORMAT_TERMS[self.format].scope
        if scope is Scope.EVERYTHING:
            return None
        is_one = scope is Scope.ONE_COLLECTION
        return self.collection or (fullest_collection(store) if is_one else None)


@contextmanager
def _opened(store: Store, order: _Order, tell: Tell | None, watch: Watch | None) -> Iterator[Record]:
    """Yield the record that is to be exported: readable reports need it in memory, all others go through it."""
    _check_selection(order)
    wanted = (store, order.collection_in(store), order.generated_at or datetime.now(UTC))
    with _telling_of_temporary_files(order.format):
        if FORMAT_TERMS[order.format].choice is Choice.CLAIMS_AND_SECTIONS:
            record = load_record(*wanted, order.reviewer, order.selection, watch)
            _tell_limits(record, order, tell)
            yield record
            return
        with open_record(*wanted, order.reviewer, order.selection, watch) as record:
            _tell_limits(record, order, tell)
            yield record


@contextmanager
def _telling_of_temporary_files(wanted: ExportFormat) -> Iterator[None]:
    """Say in one line that what is put aside while a file is made cannot be written."""
    try:
        yield
    except OSError as error:
        place = f"temporary files in {one_line(gettempdir())}"
        raise ReportError(f"{wanted.label} cannot be written: {place}: {error.strerror or error}.") from error


def _check_selection(order: _Order) -> None:
    choice, label = FORMAT_TERMS[order.format].choice, order.format.label
    if order.selection.chooses_claims and choice is Choice.NOTHING:
        raise ReportError(f"{label} always tells of everything: no claims can be chosen for it.")
    if order.selection.chooses_sections and choice is not Choice.CLAIMS_AND_SECTIONS:
        raise ReportError(f"{label} has no sections: only reports to read have them.")


def _tell_limits(record: Record, order: _Order, tell: Tell | None) -> None:
    wanted, reviewer = order.format, order.reviewer or ""
    if record.hidden and FORMAT_TERMS[wanted].scope is Scope.EVERYTHING:
        raise ReportError(
            f"{wanted.label} holds everything, and what others decided about {count(record.hidden, 'claim')} is hidden "
            f"from {one_line(reviewer)}: vote on them first, or let an adjudicator export it."
        )
    if tell is None:
        return
    if record.chosen is not None:
        tell(f"It tells of {count(len(record.chosen), 'claim')}: {record.selection.told()}.")
    if record.hidden:
        tell(hidden_words(record.hidden, reviewer))
    if wanted.lacks:
        tell(f"Not in {wanted.label}: {', '.join(wanted.lacks)}.")
    if wanted in LEFT_OUT and (left_out := LEFT_OUT[wanted](record)):
        tell(left_out)


def _renderer(wanted: ExportFormat, table: str | None, template: Path | None) -> Renderer:
    parts = RENDERERS[wanted]
    if table is not None and table not in parts:
        raise ReportError(f"There is no table “{one_line(table)}” in {wanted.label}: there are {', '.join(parts)}.")
    if template is None:
        return parts[table or next(iter(parts))]
    if wanted not in TEMPLATE_FORMATS:
        raise ReportError(f"{wanted.label} has no templates: only {' and '.join(TEMPLATE_FORMATS)} have.")
    return own_layout(template, wanted)
