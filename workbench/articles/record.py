"""A row of a corpus or an entry of a feed as a file of its own: one JSON object, the same bytes for the same row.

It keeps the row as it was, and says which of its columns holds what, so that the article can be read from it again
without the corpus, and without what the user said about its columns.
"""

import json
from collections.abc import Mapping
from typing import Any, Final

MAGIC: Final = b'{"claim_workbench_record":1,'
_DEEPEST: Final = 64


def pack_record(row: Mapping[str, Any], columns: Mapping[Any, str]) -> bytes:
    """Return the bytes of a row with its columns, by what they hold.

    Raises:
        ValueError: the row is nested deeper than any row of a corpus.
    """
    if _is_deeper(row, _DEEPEST):
        raise ValueError("nested too deeply")
    record = {"claim_workbench_record": 1, "columns": {str(what): name for what, name in columns.items()}, "row": row}
    return json.dumps(record, ensure_ascii=True, sort_keys=True, separators=(",", ":")).encode("ascii")


def unpack_record(raw: bytes) -> tuple[Mapping[str, Any], Mapping[str, str]]:
    """Return the row in the bytes of a record, and its columns by what they hold.

    Raises:
        ValueError: the bytes are no record.
    """
    try:
        record = json.loads(raw)
    except RecursionError:
        raise ValueError("nested too deeply") from None
    row, columns = (record.get("row"), record.get("columns")) if isinstance(record, dict) else (None, None)
    if not isinstance(row, dict) or not isinstance(columns, dict):
        raise ValueError("no record")
    return row, {what: name for what, name in columns.items() if isinstance(name, str)}


def _is_deeper(value: Any, levels: int) -> bool:
    layer = [value]
    for _ in range(levels):
        layer = [
            inner
            for outer in layer
            if isinstance(outer, dict | list)
            for inner in (outer.values() if isinstance(outer, dict) else outer)
            if isinstance(inner, dict | list)
        ]
        if not layer:
            return False
    return True
