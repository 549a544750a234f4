"""Claims as rows: a table with the names of its columns in the first row (CSV), or an object a line (JSON Lines).

The words of a claim are in `text` (or `claim_text`, or `claim`); all else may be missing. `article` is what the article
is called (its key, address, file name, label or title), `url` an address where the claim may stand; `start` and `end`
are its place in the article's text, in code points, half-open; `wording` is how it is worded, if not as in the article;
`verdict`, `reason` and `unsupported` are what is said of it. So `export csv --table claims` can be read again.
"""

import csv
import io
from collections.abc import Iterator
from typing import Final

from workbench.errors import InterchangeError
from workbench.reports.csv_tables import guard
from workbench.reports.interchange.reading.fields import Fields, json_lines
from workbench.review.claim_intake import ImportedClaim

_DELIMITERS: Final = (",", "\t", ";")
_TEXT: Final = ("text", "claim_text", "claim")


def read_csv(text: str) -> Iterator[ImportedClaim]:
    """Yield the claims of a table, whose delimiter is a comma, tab or semicolon.

    Raises:
        InterchangeError: it is no such table, or a field is not as it should be.
    """
    delimiter = max(_DELIMITERS, key=text.partition("\n")[0].count)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    header: list[str] | None = None
    line = 1
    try:
        for cells in reader:
            if header is None:
                header = _header(cells)
            elif any(cell.strip() for cell in cells):
                yield _claim(_row(header, cells, f"line {line}"))
            line = reader.line_num + 1
    except csv.Error as error:
        raise InterchangeError(f"line {line}: it is no row of a table ({error}).") from error


def read_jsonl(text: str) -> Iterator[ImportedClaim]:
    """Yield the claims of JSON Lines.

    Raises:
        InterchangeError: a line is no object, or a field is not as it should be.
    """
    return (_claim(fields) for fields in json_lines(text))


def _header(cells: list[str]) -> list[str]:
    header = [cell.strip().lower() for cell in cells]
    if not set(_TEXT) & set(header):
        raise InterchangeError(f"line 1: no column is called {', '.join(_TEXT[:-1])} or {_TEXT[-1]}.")
    return header


def _row(header: list[str], cells: list[str], origin: str) -> Fields:
    if len(cells) > len(header):
        raise InterchangeError(f"{origin}: it has {len(cells)} cells, and the first line names {len(header)} columns.")
    return Fields({name: _unguarded(cell) for name, cell in zip(header, cells, strict=False)}, origin)


def _unguarded(cell: str) -> str:
    """Return the cell without the apostrophe that keeps spreadsheets from taking it for a formula."""
    return cell[1:] if cell.startswith("'") and guard(cell[1:]) == cell else cell


def _claim(fields: Fields) -> ImportedClaim:
    text = fields.text(*_TEXT)
    if text is None:
        raise fields.wrong(f"there is no {_TEXT[0]}")
    address = fields.text("url")
    return ImportedClaim(
        text,
        fields.text("article"),
        (address,) if address else (),
        fields.offset("start"),
        fields.offset("end"),
        fields.text("wording"),
        fields.verdict(),
        fields.origin,
    )
