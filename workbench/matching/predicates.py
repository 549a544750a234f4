"""What a thing is said to be: "is a film" in one passage, "is a book" in the other."""

import re
from collections.abc import Iterator
from typing import Final

from workbench.matching.model import Difference
from workbench.matching.tokens import Token, normal_form, stem, tokenize
from workbench.matching.told_values import ToldValues
from workbench.matching.words import word_set
from workbench.vocabulary import Facet

_SAID_TO_BE: Final = re.compile(
    r"\b(?:is|was|are|were)\s+(?:[a-z]+ly\s+)?(?:an?|the)\s+(?P<what>[^.,;:()\n]{1,200})", re.IGNORECASE
)
# Where a description ends and its circumstances begin.
_CIRCUMSTANCE: Final = word_set("""
    of in by on for with that which who from at to and or about as based create created release released set whose
    known born write written direct directed is was are were but after before during since until near under
    """)
# Near enough to be used for one another of one thing.
_SYNONYMS: Final = """
    film movie picture feature; series show program programme serial sitcom drama; author writer novelist; book novel;
    song single track hit; company firm corporation business; network channel broadcaster; city town place;
    album record;
    player quarterback footballer striker goalkeeper midfielder; band group duo; state country nation; setting place;
    doctor physician surgeon; lawyer attorney; policeman officer; soldier troop
    """
_ALIKE: Final = tuple(frozenset(stem(normal_form(word)) for word in line.split()) for line in _SYNONYMS.split(";"))


def predicate_difference(one: ToldValues, other: ToldValues) -> Iterator[Difference]:
    """Yield what the two say something to be, if nothing of what the first says stands in the other at all.

    Or if but the last word differs: "a comedy drama film", "a comedy drama book". `one` is the shorter.
    """
    mine, theirs = _description(one.text), _description(other.text)
    if not mine or not theirs:
        return
    if any(mine[-1].stem in group and theirs[-1].stem in group for group in _ALIKE):
        return
    there = {word.stem for word in other.words}
    head = mine[-1].stem
    wholly = not {word.stem for word in mine} & there
    in_last_word = head not in there and {word.stem for word in mine[:-1]} <= {word.stem for word in theirs}
    if wholly or in_last_word:
        x, y = (mine[0].start, mine[-1].end), (theirs[0].start, theirs[-1].end)
        yield Difference(Facet.SCOPE, one.text[slice(*x)], other.text[slice(*y)], *x, *y)


def _description(text: str) -> list[Token]:
    """Return the content words of what the first "is a …" says something to be, at their places in the text."""
    match = _SAID_TO_BE.search(text)
    if match is None:
        return []
    found: list[Token] = []
    for word in tokenize(match["what"]):
        if word.form in _CIRCUMSTANCE:
            break
        if word.is_content:
            start = match.start("what")
            found.append(word._replace(start=word.start + start, end=word.end + start))
    return found
