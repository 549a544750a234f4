"""Reading a file of claims, in whatever format it was said to be."""

from collections.abc import Callable, Iterator
from importlib import import_module
from pathlib import Path
from typing import Final

from workbench.errors import InterchangeError
from workbench.reports.interchange.reading.names import ClaimFormat
from workbench.review.claim_intake import ImportedClaim
from workbench.visible import one_line

_MAX_BYTES: Final = 500_000_000
_READERS: Final = {
    ClaimFormat.CSV: ("rows", "read_csv"),
    ClaimFormat.JSONL: ("rows", "read_jsonl"),
    ClaimFormat.LABEL_STUDIO: ("label_studio", "read_label_studio"),
    ClaimFormat.DOCCANO: ("doccano", "read_doccano"),
    ClaimFormat.AVERITEC: ("averitec", "read_averitec"),
}


def read_claims(known_format: ClaimFormat, path: str | Path) -> tuple[ImportedClaim, ...]:
    """Return the claims of a file, in their order.

    Raises:
        InterchangeError: the file cannot be read, or something in it, told with its place, is not as the format has it.
    """
    shown = one_line(str(path))
    module, name = _READERS[known_format]
    reader: Callable[[str], Iterator[ImportedClaim]] = getattr(
        import_module(f"workbench.reports.interchange.reading.{module}"), name
    )
    try:
        if Path(path).stat().st_size > _MAX_BYTES:
            raise InterchangeError(f"{shown} has more than {_MAX_BYTES // 1_000_000} MB: split it.")
        text = Path(path).read_bytes().decode("utf-8-sig")
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) else "it is not UTF-8 text"
        raise InterchangeError(f"{shown} cannot be read: {reason}.") from error
    try:
        claims = tuple(reader(text))
    except InterchangeError as error:
        raise InterchangeError(f"{shown}: {one_line(str(error))}") from error
    if not claims:
        raise InterchangeError(f"{shown}: it holds no claim.")
    return claims
