"""How the words around a number take it: "about 13,000", "at least 12", "up to 40", "a dozen or more"."""

import re
from typing import Final

from workbench.matching.quantities import Bound

_WORDS_BEFORE: Final = {
    Bound.AT_MOST: r"up\s+to|at\s+most|not?\s+more\s+than|a\s+maximum\s+of|as\s+(?:many|much)\s+as",
    Bound.AT_LEAST: r"at\s+least|no\s+(?:fewer|less)\s+than|not\s+less\s+than|upwards\s+of|a\s+minimum\s+of",
    Bound.LESS_THAN: r"(?:less|fewer|lower)\s+than|under|below",
    Bound.MORE_THAN: r"(?:more|greater|higher)\s+than|over|above|in\s+excess\s+of|exceeding|beyond|topped",
    Bound.NEARLY: r"nearly|almost|close\s+to|just\s+(?:under|below|shy\s+of)|not\s+quite|approaching",
    Bound.ABOUT: r"about|around|roughly|approximately|approx\.?|circa|some|an?\s+estimated|estimated\s+at",
}
_WORDS_AFTER: Final = {
    Bound.ABOUT: r"\s+or\s+so\b|[\s-]odd\b|-ish\b",
    Bound.AT_LEAST: r"\s+or\s+more\b|\+|-plus\b",
    Bound.AT_MOST: r"\s+or\s+(?:less|fewer)\b",
}
# "no more than" before "more than", "just under" before "under": the longer words come first in the reading.
_READING_ORDER: Final = (
    Bound.AT_MOST, Bound.AT_LEAST, Bound.NEARLY, Bound.LESS_THAN, Bound.MORE_THAN, Bound.ABOUT,
)  # fmt: skip
_BEFORE: Final = tuple(
    (bound, re.compile(rf"\b(?:{_WORDS_BEFORE[bound]})\s+(?:the\s+|an?\s+|another\s+)?$", re.IGNORECASE))
    for bound in _READING_ORDER
)
_AFTER: Final = tuple((bound, re.compile(words, re.IGNORECASE)) for bound, words in _WORDS_AFTER.items())
_LOOK: Final = 28  # characters before a number that show how its words take it


def bound_of(text: str, start: int, end: int) -> Bound:
    """Return how the words around `text[start:end]`, a number, take it."""
    before = text[max(0, start - _LOOK) : start]
    found = (bound for bound, pattern in _BEFORE if pattern.search(before))
    after = (bound for bound, pattern in _AFTER if pattern.match(text, end))
    return next(found, None) or next(after, None) or Bound.EXACTLY
