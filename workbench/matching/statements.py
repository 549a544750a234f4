"""What a short statement says that a passage, which tells of the same, tells otherwise, wherever in it.

Alignment word by word finds little where a statement of ten words stands against a paragraph. A statement so short has
one date, one number, one other name than its subject's, and says one thing to be another: if the passage has values of
that kind and none agrees, the nearest is shown beside it.
"""

from collections.abc import Callable, Iterator, Sequence
from typing import Final, TypeVar

from workbench.matching.dates import Moment, comparable, same_moment
from workbench.matching.differences import name_facet
from workbench.matching.mentions import Mention
from workbench.matching.model import Difference
from workbench.matching.names import Name
from workbench.matching.numbers import same_number
from workbench.matching.predicates import predicate_difference
from workbench.matching.same_names import same_name
from workbench.matching.told_values import ToldValues, are_akin, both_names, difference, is_total
from workbench.vocabulary import Facet

_MentionT = TypeVar("_MentionT", bound=Mention)
LONGEST_STATEMENT: Final = 14  # words
_SUBJECT: Final = 3  # words at the beginning, of whom it speaks; the passage may say "she"


def statement_differences(one: ToldValues, other: ToldValues) -> list[Difference]:
    """Return what the shorter passage says otherwise than the longer one, if it is as short as a statement."""
    if len(one.words) > len(other.words):
        return [difference.mirrored() for difference in statement_differences(other, one)]
    if len(one.words) > LONGEST_STATEMENT:
        return []
    a, b = one.text, other.text
    dates = _unmatched(_dated(one.moments), _dated(other.moments), comparable, same_moment, _date_nearness)
    numbers = _unmatched(one.numbers, other.numbers, are_akin, same_number, lambda x, y: 0)
    found = [difference(Facet.DATE_TIME, a, b, x, y) for x, y in dates]
    found += [
        difference(Facet.NUMBER, a, b, x, y)
        for x, y in numbers
        if not is_total(x, other.numbers) and not is_total(y, one.numbers)
    ]
    return [*found, *_name_differences(one, other), *predicate_difference(one, other)]


def _name_differences(one: ToldValues, other: ToldValues) -> Iterator[Difference]:
    subject_ends = one.words[min(_SUBJECT, len(one.words)) - 1].end if one.words else 0
    there = {word.stem for word in other.words}
    mine = [name for name in one.names if name.start >= subject_ends and not _stems(one, name) & there]
    theirs = [name for name in other.names if not any(same_name(name, known) for known in one.names)]
    for x, y in _unmatched(mine, theirs, both_names, same_name, lambda x, y: _before(one, x) == _before(other, y)):
        facet = name_facet(x, y, one.text, other.text)
        if facet is not None:
            yield difference(facet, one.text, other.text, x, y)


def _unmatched(
    mine: Sequence[_MentionT],
    theirs: Sequence[_MentionT],
    akin: Callable[[_MentionT, _MentionT], bool],
    same: Callable[[_MentionT, _MentionT], bool],
    nearness: Callable[[_MentionT, _MentionT], int],
) -> Iterator[tuple[_MentionT, _MentionT]]:
    """Yield each mention with which none of the others' agrees, and the nearest of those of its kind."""
    for x in mine:
        kin = [y for y in theirs if akin(x, y)]
        if kin and not any(same(x, y) for y in kin):
            yield x, max(kin, key=lambda y: nearness(x, y))


def _dated(moments: Sequence[Moment]) -> list[Moment]:
    """Return the dates that state a year or a month; any weekday of a passage may be another one."""
    return [moment for moment in moments if moment.period.year is not None or moment.period.month is not None]


def _date_nearness(x: Moment, y: Moment) -> int:
    one, other = x.period, y.period
    parts = ((one.year, other.year), (one.month, other.month), (one.day, other.day))
    return sum(mine is not None and mine == its for mine, its in parts)


def _stems(told: ToldValues, name: Name) -> set[str]:
    return {word.stem for word in told.words if name.start <= word.start < name.end}


def _before(told: ToldValues, name: Name) -> str:
    return next((word.form for word in reversed(told.words) if word.end <= name.start), "")
