"""Lines that a page sets beside every teaser ("Example News", "3 min read"): in a text they stand again and again."""

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from workbench.articles.headings import is_prose
from workbench.articles.paragraphs import ends_sentence

_OFTEN: Final = 4
_LONGEST: Final = 40
_WORDS_OF_TEASER: Final = 30


def teasers(lines: Sequence[str]) -> frozenset[int]:
    """Return the places of such lines and of the titles between them.

    A title stands between two that are the same, and is no sentence. Headings of an article seldom repeat, and have
    prose between them.
    """
    counts = Counter(line for line in lines if len(line) <= _LONGEST and not ends_sentence(line))
    often = [place for place, line in enumerate(lines) if counts[line] >= _OFTEN and _has_letters(line)]
    found: set[int] = set()
    for place, following in pairwise(often):
        between = range(place + 1, following)
        if lines[place] == lines[following] and 0 < len(between) <= 2 and all(_is_title(lines[i]) for i in between):
            found.update(range(place, following + 1))
            found.update({place - 1} if place and _is_title(lines[place - 1]) else ())
    return frozenset(found)


def _is_title(words: str) -> bool:
    return not is_prose(words) or (words.count(" ") < _WORDS_OF_TEASER and not ends_sentence(words))


def _has_letters(words: str) -> bool:
    return any(sign.isalpha() for sign in words)
