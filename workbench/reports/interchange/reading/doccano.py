"""Claims in doccano's JSON Lines: every span of a line is one, at offsets in code points.

A tag that is the name of a verdict is one. The line names its article in `article`, as the export does, or it may stand
in one called as in `name` or `url`; if none is called so, the words are looked for in all articles.
"""

from collections.abc import Iterator
from typing import Any

from workbench.reports.interchange.reading.fields import Fields, json_lines, known_verdict
from workbench.review.claim_intake import ImportedClaim
from workbench.store.payloads import MarkVerdict


def read_doccano(text: str) -> Iterator[ImportedClaim]:
    """Yield the claims: `label` as [start, end, tag], or `entities` with `start_offset`, `end_offset` and `label`.

    Raises:
        InterchangeError: a line is no object, or a span is not one of its text.
    """
    for fields in json_lines(text):
        whole = fields.text("text")
        if whole is None:
            raise fields.wrong("there is no “text”")
        article, addresses = fields.text("article"), [fields.text(name) for name in ("url", "name")]
        for start, end, tag in _spans(fields):
            if not 0 <= start < end <= len(whole):
                raise fields.wrong(f"there is no stretch {start} to {end} in a text of {len(whole)} characters")
            verdict = known_verdict(tag)
            yield ImportedClaim(
                whole[start:end],
                article,
                tuple(address for address in addresses if address),
                start,
                end,
                verdict=MarkVerdict(verdict) if verdict else None,
                origin=fields.origin,
            )


def _spans(fields: Fields) -> Iterator[tuple[int, int, str]]:
    for span in (*fields.list("label"), *fields.list("labels")):
        yield _checked(fields, span)
    for entity in fields.list("entities"):
        found = Fields(entity, fields.origin)
        yield _checked(fields, [found.offset("start_offset"), found.offset("end_offset"), found.text("label")])


def _checked(fields: Fields, span: Any) -> tuple[int, int, str]:
    match span:
        case [int(start), int(end), str(tag)] if not isinstance(start, bool) and not isinstance(end, bool):
            return start, end, tag
        case _:
            raise fields.wrong("a span is [start, end, tag], two whole numbers and a text")
