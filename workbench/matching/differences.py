"""Aligned numbers, dates, names and places of two passages that do not say the same.

Only words that stand in each other's place are held against each other, and only if neither side says elsewhere
what the other says here. A difference is a fact for the reviewer to look at ("13 / 14"), never a verdict.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import islice
from typing import Final, TypeAlias, TypeVar

from workbench.matching.alignment import Alignment
from workbench.matching.dates import Moment, comparable, find_moments, same_moment
from workbench.matching.mentions import Mention, Told
from workbench.matching.model import Difference, Value
from workbench.matching.names import Name, find_names, same_name, stands_as_asserter
from workbench.matching.numbers import Number, find_numbers, same_number
from workbench.matching.tokens import Token
from workbench.vocabulary import Facet

_MentionT = TypeVar("_MentionT", bound=Mention)
_Facing: TypeAlias = tuple[range, range]  # words of either side, by number
_MOST_MENTIONS: Final = 100  # of one kind on either side; they are held against each other in pairs
_MOST_ADDENDS: Final = 6


def value_differences(one: Told, other: Told, alignment: Alignment) -> list[Difference]:
    """Return the aligned numbers, dates and names of two passages that differ."""
    a, b = one.text, other.text
    a_moments, b_moments = _outside(find_moments(a, one.day), []), _outside(find_moments(b, other.day), [])
    a_numbers, b_numbers = _outside(find_numbers(a), a_moments), _outside(find_numbers(b), b_moments)
    a_names = _outside(find_names(a, alignment.a), [*a_moments, *a_numbers])
    b_names = _outside(find_names(b, alignment.b), [*b_moments, *b_numbers])
    facing = list(_facing(alignment))
    moments = _mismatches(a_moments, b_moments, comparable, same_moment, alignment, facing)
    numbers = _mismatches(a_numbers, b_numbers, _same_kind, same_number, alignment, [*facing, *_counting(alignment)])
    names = _mismatches(a_names, b_names, _both_names, same_name, alignment, facing)
    return [
        *(
            difference(Facet.NUMBER, a, b, x, y)
            for x, y in numbers
            if not _is_total(x, b_numbers) and not _is_total(y, a_numbers)
        ),
        *(difference(Facet.DATE_TIME, a, b, x, y) for x, y in moments),
        *(difference(facet, a, b, x, y) for x, y in names if (facet := _facet(x, y, one, other)) is not None),
    ]


def difference(facet: Facet, a: str, b: str, x: Mention, y: Mention) -> Difference:
    """Return the difference between the mention `x` in `a` and the mention `y` in `b`."""
    values = value_of(x), value_of(y)
    return Difference(facet, a[x.start : x.end], b[y.start : y.end], x.start, x.end, y.start, y.end, *values)


def _facet(x: Name, y: Name, one: Told, other: Told) -> Facet | None:
    """Return in what two names differ; None if one passage says who said so and the other names somebody else."""
    if x.is_place and y.is_place:
        return Facet.PLACE
    asserting = stands_as_asserter(one.text, x), stands_as_asserter(other.text, y)
    if all(asserting):
        return Facet.ATTRIBUTION
    return None if any(asserting) else Facet.NAME


def value_of(mention: Mention) -> Value | None:
    """Return what a mention was read as; None if it has no value beyond its words."""
    match mention:
        case Number():
            return mention.quantity
        case Moment():
            return mention.period if str(mention.period) else None
        case Name():
            return mention.shown or None
    return None


def _mismatches(
    a: list[_MentionT],
    b: list[_MentionT],
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


def _outside(mentions: Iterable[_MentionT], others: Sequence[Mention]) -> list[_MentionT]:
    free = (mention for mention in mentions if not any(mention.overlaps(other) for other in others))
    return list(islice(free, _MOST_MENTIONS))


def _same_kind(a: Number, b: Number) -> bool:
    return a.quantity.is_like(b.quantity)


def _both_names(a: Name, b: Name) -> bool:
    """Hold places against places and other names against other names."""
    return (a.country is None) == (b.country is None)


def _is_total(total: Number, numbers: list[Number]) -> bool:
    """Whether `total` sums consecutive numbers of the other side (12 killed and 30 injured, 42 casualties)."""
    values = [number.value for number in numbers if number.kind == total.kind]
    return any(
        sum(values[first:last]) == total.value
        for first in range(len(values))
        for last in range(first + 2, min(first + _MOST_ADDENDS, len(values)) + 1)
    )
