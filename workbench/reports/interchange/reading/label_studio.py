"""Claims in Label Studio's JSON: every region that is labelled “Claim” is one, at offsets in code points.

Early versions counted UTF-16 code units, as browsers do: a task whose regions have their words there is read so.

The verdict is the choice on the region, if all annotations of the task agree; the wording is a note on it that begins
with “Wording:”, as the export writes it. A task names its article in `data.article`, as the export does, or it may
stand in one called as in `data.url` or `data.name`; if none is called so, the words are looked for in all articles.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

from workbench.errors import InterchangeError
from workbench.reports.interchange.label_studio import CLAIM, TEXT, WORDING
from workbench.reports.interchange.offsets import CodePointOffsets, Utf16Offsets
from workbench.reports.interchange.reading.fields import Fields, json_objects, known_verdict
from workbench.review.claim_intake import ImportedClaim
from workbench.store.payloads import MarkVerdict
from workbench.vocabulary import Verdict

_CLAIM: Final = CLAIM.casefold()
_KINDS: Final = ("labels", "choices")


@dataclass(slots=True)
class _Region:
    """A stretch of a task's text, as all its annotations tell it."""

    origin: str
    wording: str | None = None
    is_claim: bool = False
    verdicts: set[Verdict] = field(default_factory=set)


def read_label_studio(text: str) -> Iterator[ImportedClaim]:
    """Yield the claims of all annotations that were not cancelled, each stretch of a task once.

    Raises:
        InterchangeError: it is no list of tasks, or a region is not a stretch of the task's text.
    """
    for task in json_objects(text, "task"):
        yield from _claims(task)


def _claims(task: Fields) -> Iterator[ImportedClaim]:
    data = task.inner("data")
    whole = data.text(TEXT)
    regions = _regions(task, whole or "")
    claims = {span: region for span, region in regions.items() if region.is_claim}
    if claims and whole is None:
        raise data.wrong(f"there is no “{TEXT}”")
    article, addresses = data.text("article"), [data.text(name) for name in ("url", "name")]
    for (start, end), region in claims.items():
        verdict = region.verdicts.pop() if len(region.verdicts) == 1 else None
        yield ImportedClaim(
            (whole or "")[start:end],
            article,
            tuple(address for address in addresses if address),
            start,
            end,
            region.wording,
            MarkVerdict(verdict) if verdict else None,
            region.origin,
        )


def _regions(task: Fields, text: str) -> dict[tuple[int, int], _Region]:
    """Return what is said of each stretch (in code points), in the order in which it is first told."""
    regions: dict[tuple[int, int], _Region] = {}
    offsets = _offsets(task, text)
    for result in _results(task):
        kind = result.text("type")
        if kind not in _KINDS:
            continue
        value = result.inner("value")
        chosen = [value.checked(each, kind) for each in value.list(kind)]
        if value.offset("start") is None and kind == "choices":
            continue  # of the whole task, not of a region
        region = regions.setdefault(_span(value, offsets), _Region(result.origin))
        if kind == "labels":
            region.is_claim |= any(label.casefold() == _CLAIM for label in chosen)
            region.wording = region.wording or _wording(result)
        else:
            region.verdicts |= {verdict for each in chosen if (verdict := known_verdict(each))}
    return regions


def _results(task: Fields) -> Iterator[Fields]:
    for number, each in enumerate(task.list("annotations"), 1):
        annotation = Fields(each, f"{task.origin}, annotation {number}")
        if annotation.flag("was_cancelled"):
            continue
        for place, result in enumerate(annotation.list("result"), 1):
            yield Fields(result, f"{annotation.origin}, result {place}")


def _offsets(task: Fields, text: str) -> CodePointOffsets | Utf16Offsets:
    """Return how offsets are counted in a task: in code units only where words stand so, and none stand otherwise."""
    plain, units = CodePointOffsets(text), Utf16Offsets(text)
    values = [result.inner("value") for result in _results(task) if result.text("type") in _KINDS]
    is_old = any(_stands(value, units, text) for value in values)
    return units if is_old and not any(_stands(value, plain, text) for value in values) else plain


def _stands(value: Fields, offsets: CodePointOffsets | Utf16Offsets, text: str) -> bool:
    """Whether the words of a region are those at its place."""
    try:
        start, end = _span(value, offsets)
        return text[start:end] == value.text("text")
    except InterchangeError:
        return False


def _span(value: Fields, offsets: CodePointOffsets | Utf16Offsets) -> tuple[int, int]:
    start, end = value.offset("start"), value.offset("end")
    if start is None or end is None or start >= end:
        raise value.wrong("a region has a start and, behind it, an end")
    try:
        return offsets.code_points(start), offsets.code_points(end)
    except ValueError as error:
        raise value.wrong(str(error)) from error


def _wording(result: Fields) -> str | None:
    notes = (result.checked(note, "meta") for note in result.inner("meta").list("text"))
    return next((note.removeprefix(WORDING).strip() for note in notes if note.startswith(WORDING)), None)
