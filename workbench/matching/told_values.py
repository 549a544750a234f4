"""The numbers, dates and names of one passage, each word in one of them at most."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice
from typing import Final, TypeVar

from workbench.matching.dates import Moment, find_moments, same_moment
from workbench.matching.mentions import Mention, Told
from workbench.matching.model import Difference, Value
from workbench.matching.names import Name, find_names
from workbench.matching.numbers import Number, find_numbers, same_number
from workbench.matching.tokens import Token
from workbench.vocabulary import Facet

_MentionT = TypeVar("_MentionT", bound=Mention)
_MOST_MENTIONS: Final = 100  # of one kind on either side; they are held against each other in pairs
_MOST_ADDENDS: Final = 6
_REMEMBERED: Final = 512
_LONGEST_REMEMBERED: Final = 2_000


@dataclass(frozen=True, slots=True)
class ToldValues:
    """What a passage tells, in the order of its words; `moments` are dates and times."""

    text: str
    words: tuple[Token, ...]
    moments: tuple[Moment, ...]
    numbers: tuple[Number, ...]
    names: tuple[Name, ...]


def told_values(passage: Told, words: tuple[Token, ...]) -> ToldValues:
    """Return the values of `passage`, whose words are `words`."""
    return _of_passage(passage, words) if len(passage.text) <= _LONGEST_REMEMBERED else _values(passage, words)


@lru_cache(maxsize=_REMEMBERED)
def _of_passage(passage: Told, words: tuple[Token, ...]) -> ToldValues:
    """Return what `told_values` does; a claim is held against the passages of a dozen articles."""
    return _values(passage, words)


def _values(passage: Told, words: tuple[Token, ...]) -> ToldValues:
    text = passage.text
    moments = _outside(find_moments(text, passage.day), [])
    numbers = _outside(find_numbers(text), moments)
    names = _outside(find_names(text, words), [*moments, *numbers])
    return ToldValues(text, words, moments, numbers, names)


def difference(facet: Facet, a: str, b: str, x: Mention, y: Mention) -> Difference:
    """Return the difference between the mention `x` in `a` and the mention `y` in `b`."""
    values = value_of(x), value_of(y)
    return Difference(facet, a[x.start : x.end], b[y.start : y.end], x.start, x.end, y.start, y.end, *values)


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


def are_akin(a: Number, b: Number) -> bool:
    """Whether two numbers measure the same."""
    return a.quantity.is_like(b.quantity)


def both_names(a: Name, b: Name) -> bool:
    """Whether both are of countries, or both of something else; a capital may be held against another town."""
    if (a.country is None) == (b.country is None):
        return True
    return a.is_place and b.is_place and (a.is_capital or b.is_capital)


def tell_the_same(one: ToldValues, other: ToldValues) -> bool:
    """Whether each number and each date of either passage agrees with one of the other."""
    return _all_have_one(one.numbers, other.numbers, _same_amount) and _all_have_one(
        one.moments, other.moments, same_moment
    )


def is_total(total: Number, numbers: Sequence[Number]) -> bool:
    """Whether `total` sums consecutive numbers of the other side (12 killed and 30 injured, 42 casualties)."""
    values = [number.value for number in numbers if number.kind == total.kind]
    return any(
        sum(values[first:last]) == total.value
        for first in range(len(values))
        for last in range(first + 2, min(first + _MOST_ADDENDS, len(values)) + 1)
    )


def _same_amount(a: Number, b: Number) -> bool:
    return are_akin(a, b) and same_number(a, b)


def _all_have_one(
    mine: Sequence[_MentionT], theirs: Sequence[_MentionT], same: Callable[[_MentionT, _MentionT], bool]
) -> bool:
    agreeing = [(any(same(x, y) for y in theirs) for x in mine), (any(same(x, y) for x in mine) for y in theirs)]
    return all(map(all, agreeing))


def _outside(mentions: Iterable[_MentionT], others: Sequence[Mention]) -> tuple[_MentionT, ...]:
    """Return the first mentions that share no character with any of `others`."""
    taken = {place for other in others for place in range(other.start, other.end)}
    free = (mention for mention in mentions if taken.isdisjoint(range(mention.start, mention.end)))
    return tuple(islice(free, _MOST_MENTIONS))
