"""Aligned numbers, dates, names and places of two passages that do not say the same.

Only words that stand in each other's place are held against each other, and only if neither side says elsewhere
what the other says here. A difference is a fact for the reviewer to look at ("13 / 14"), never a verdict.
"""

from collections.abc import Callable, Iterator, Sequence
from typing import TypeAlias, TypeVar

from workbench.matching.alignment import Alignment
from workbench.matching.dates import comparable, same_moment
from workbench.matching.mentions import Mention
from workbench.matching.model import Difference
from workbench.matching.names import Name
from workbench.matching.numbers import same_number
from workbench.matching.same_names import same_name, stands_as_asserter
from workbench.matching.tokens import Token
from workbench.matching.told_values import ToldValues, are_akin, both_names, difference, is_total
from workbench.vocabulary import Facet

_MentionT = TypeVar("_MentionT", bound=Mention)
_Facing: TypeAlias = tuple[range, range]  # words of either side, by number


def value_differences(one: ToldValues, other: ToldValues, alignment: Alignment) -> list[Difference]:
    """Return the aligned numbers, dates and names of two passages that differ."""
    a, b = one.text, other.text
    facing = list(_facing(alignment))
    counting = [*facing, *_counting(alignment)]
    moments = _mismatches(one.moments, other.moments, comparable, same_moment, alignment, facing)
    numbers = _mismatches(one.numbers, other.numbers, are_akin, same_number, alignment, counting)
    names = _mismatches(one.names, other.names, both_names, same_name, alignment, facing)
    return [
        *(
            difference(Facet.NUMBER, a, b, x, y)
            for x, y in numbers
            if not is_total(x, other.numbers) and not is_total(y, one.numbers)
        ),
        *(difference(Facet.DATE_TIME, a, b, x, y) for x, y in moments),
        *(difference(facet, a, b, x, y) for x, y in names if (facet := name_facet(x, y, a, b)) is not None),
    ]


def name_facet(x: Name, y: Name, a: str, b: str) -> Facet | None:
    """Return in what two names differ; None if one passage says who said so and the other names somebody else."""
    if x.is_place and y.is_place:
        return Facet.PLACE
    asserting = stands_as_asserter(a, x), stands_as_asserter(b, y)
    if all(asserting):
        return Facet.ATTRIBUTION
    return None if any(asserting) else Facet.NAME


def _mismatches(
    a: Sequence[_MentionT],
    b: Sequence[_MentionT],
    akin: Callable[[_MentionT, _MentionT], bool],
    same: Callable[[_MentionT, _MentionT], bool],
    alignment: Alignment,
    facing: list[_Facing],
) -> list[tuple[_MentionT, _MentionT]]:
    """Return the pairs that stand in one place, are akin, and whose values the other side states nowhere."""
    a_left = _by_word([x for x in a if not any(akin(x, y) and same(x, y) for y in b)], alignment.a)
    b_left = _by_word([y for y in b if not any(akin(x, y) and same(x, y) for x in a)], alignment.b)
    pairs: dict[_MentionT, _MentionT] = {}
    for a_words, b_words in facing:
        here = dict.fromkeys(b_left[word] for word in b_words if word in b_left)
        for x in dict.fromkeys(a_left[word] for word in a_words if word in a_left):
            partner = next((y for y in here if akin(x, y) and y not in pairs.values()), None)
            if partner is not None:
                pairs.setdefault(x, partner)
    return list(pairs.items())


def _by_word(mentions: list[_MentionT], words: tuple[Token, ...]) -> dict[int, _MentionT]:
    """Return for the number of each word that stands in a mention that mention; both are in order."""
    found: dict[int, _MentionT] = {}
    number = 0
    for mention in mentions:
        while number < len(words) and words[number].end <= mention.start:
            number += 1
        while number < len(words) and words[number].start < mention.end:
            found[number] = mention
            number += 1
    return found


def _facing(alignment: Alignment) -> Iterator[_Facing]:
    """Yield the words that stand in each other's place: in one gap, or aligned ("May" of "3 May" and "May 4")."""
    for gap in alignment.gaps:
        yield range(gap.a_from, gap.a_to), range(gap.b_from, gap.b_to)
    for here, there in alignment.partners.items():
        yield range(here, here + 1), range(there, there + 1)


def _counting(alignment: Alignment) -> Iterator[_Facing]:
    """Yield the words before a word that both sides have, wherever it moved: "41 people" here, "43 people" there."""
    for here, there in sorted(alignment.counterparts().items()):
        if here and there and alignment.a[here].is_content:
            yield range(here - 1, here), range(there - 1, there)
