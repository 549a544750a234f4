"""How far a sentence judges in its own voice: points for and against, from words outside quotation marks.

Follows the observation of subjectivity research (Wiebe and Riloff 2005; CheckThat! 2025) that single strong words,
duty, address to the reader and absolutes mark opinion, and figures, dates and attribution mark report.
"""

from collections.abc import Sequence
from typing import Final

from workbench.claims import cues
from workbench.claims.reading import Token

_JUDGED_FROM: Final = 2

_STRONG: Final = 2  # a word of judgement or of duty is enough alone
_WEAK: Final = 1  # address, intensifiers and absolutes need company
_FIGURE: Final = -2
_DATE: Final = -1


def is_judgement(words: Sequence[Token], *, has_amount: bool, has_date: bool) -> bool:
    """Whether a sentence that nobody but its author asserts is rather a judgement than a report."""
    own = [word for word in words if not word.quoted]
    lowered = {word.lower for word in own if word.text != "US"}
    points = _STRONG * len(lowered & (cues.JUDGEMENTS | cues.DUTY))
    points += _WEAK * sum(bool(lowered & group) for group in (cues.ADDRESS, cues.INTENSIFIERS, cues.ABSOLUTES))
    points += _FIGURE * has_amount + _DATE * has_date
    return points >= _JUDGED_FROM
