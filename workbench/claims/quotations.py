"""Where quotations begin and end, whatever marks a house uses.

Double marks (“…”, „…“, «…», "…", ''…'') first; single ones (‘…’, '…') only outside them, because most of those
are apostrophes. A quotation that is not closed in its paragraph runs to the paragraph's end: that is how a
quotation over several paragraphs is printed.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from typing import Final

from workbench.claims.spans import Span

_MARK: Final = re.compile(r"''|``|[“”„«»\"‘’']")
# Which marks close what another mark opened; a house that mixes curly and straight marks is read too.
_CLOSED_BY: Final[dict[str, frozenset[str]]] = {
    "“": frozenset({"”", '"'}),
    "„": frozenset({"“", "”", '"'}),
    "«": frozenset({"»"}),
    '"': frozenset({'"', "”"}),
    "``": frozenset({"''", "”", '"'}),
    "''": frozenset({"''"}),
    "‘": frozenset({"’", "'"}),
    "'": frozenset({"'", "’"}),
}
_SINGLE: Final = frozenset({"‘", "'"})
_ALWAYS_OPENS: Final = frozenset({"“", "„", "«", "``"})
_BEFORE_OPENING: Final = frozenset(" \t\n\r\xa0([{—–-―/:…")


def quotations(text: str, offset: int = 0) -> tuple[Span, ...]:
    """Return the quotations of one paragraph, marks included, in order and without overlap.

    `offset` is where the paragraph begins in the article; the spans are the article's.
    """
    spans: list[Span] = []
    opened: tuple[int, str] | None = None
    for match in _MARK.finditer(text):
        mark, start, end = match.group(), match.start(), match.end()
        if opened is None or (opened[1] in _SINGLE and mark not in _SINGLE and _opens(mark, text, start, end)):
            # A double mark that opens inside a single quotation: the single one was an apostrophe after all.
            opened = (start, mark) if _opens(mark, text, start, end) else opened
        elif mark in _CLOSED_BY[opened[1]] and _closes(mark, text, start, end):
            spans.append(Span(offset + opened[0], offset + end))
            opened = None
    if opened is not None and opened[1] not in _SINGLE:
        spans.append(Span(offset + opened[0], offset + len(text)))
    return tuple(spans)


def quotations_within(spans: Sequence[Span], start: int, end: int) -> list[tuple[int, Span]]:
    """Return which of `spans`, as `quotations` returns them, reach into `[start, end)`, each with its number."""
    first = bisect_right(spans, start, key=lambda span: span.end)
    last = bisect_left(spans, end, lo=first, key=lambda span: span.start)
    return [(number, spans[number]) for number in range(first, last)]


def _opens(mark: str, text: str, start: int, end: int) -> bool:
    if mark in _ALWAYS_OPENS:
        return True
    if mark not in _CLOSED_BY:
        return False
    at_left_edge = start == 0 or text[start - 1] in _BEFORE_OPENING
    following = text[end : end + 1]
    # ’90s and 'tis are rarely told apart, so a single mark needs a letter, and its closing mark, to be one.
    return at_left_edge and (following.isalpha() if mark in _SINGLE else bool(following.strip()))


def _closes(mark: str, text: str, start: int, end: int) -> bool:
    before, following = text[start - 1 : start], text[end : end + 1]
    if mark in {"’", "'"}:
        return bool(before.strip()) and not following.isalnum()
    if mark in {'"', "''"}:
        return bool(before.strip()) or not following.isalnum()
    return True
