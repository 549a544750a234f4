"""Two hours told for one event by passages that have little else in common.

Values are mostly held against each other only where passages share most of their words. An hour is evident sooner:
where each side tells one, of the same day as far as they say, and both name the same and not each something else.
"""

from itertools import islice
from typing import Final

from workbench.matching.alignment import Alignment
from workbench.matching.dates import Moment, comparable, find_moments, same_moment
from workbench.matching.mentions import Told
from workbench.matching.model import Difference
from workbench.matching.names import Name, find_names
from workbench.matching.same_names import same_name
from workbench.matching.tokens import Token
from workbench.matching.told_values import difference
from workbench.vocabulary import Facet

_COVERAGE: Final = 0.4
_MOST_MOMENTS: Final = 100
_FEWEST_SHARED_WORDS: Final = 3  # content words beside the hour


def hour_differences(a: Told, b: Told, alignment: Alignment) -> list[Difference]:
    """Return the only clock times of `a` and `b` if they differ and both passages speak of one event."""
    if alignment.coverage < _COVERAGE:
        return []
    a_moments, b_moments = _moments(a), _moments(b)
    a_hours, b_hours = _hours(a_moments), _hours(b_moments)
    if len(a_hours) != 1 or len(b_hours) != 1 or same_moment(a_hours[0], b_hours[0]):
        return []
    if _on_unlike_days(a_moments, b_moments) or not _tell_one_event(a.text, b.text, alignment, a_moments, b_moments):
        return []
    x, y = a_hours[0], b_hours[0]
    return [difference(Facet.DATE_TIME, a.text, b.text, x, y)]


def _moments(passage: Told) -> list[Moment]:
    return list(islice(find_moments(passage.text, passage.day), _MOST_MOMENTS))


def _hours(moments: list[Moment]) -> list[Moment]:
    return [moment for moment in moments if moment.period.minute is not None]


def _on_unlike_days(a: list[Moment], b: list[Moment]) -> bool:
    return any(comparable(x, y) and not same_moment(x, y) for x in a for y in b if x.period.minute is None)


def _tell_one_event(a: str, b: str, alignment: Alignment, a_moments: list[Moment], b_moments: list[Moment]) -> bool:
    """Whether both passages share words and a name beside their hours, and not each names something of its own."""
    a_words, b_words = _outside(alignment.a, a_moments), _outside(alignment.b, b_moments)
    if len(_content_stems(a_words) & _content_stems(b_words)) < _FEWEST_SHARED_WORDS:
        return False
    a_names, b_names = list(find_names(a, a_words)), list(find_names(b, b_words))
    a_alone, b_alone = _named_alone(a_names, b_names), _named_alone(b_names, a_names)
    a_other = a_alone or _opens_alone(a_words, a_names, b_words)
    b_other = b_alone or _opens_alone(b_words, b_names, a_words)
    return len(a_alone) < len(a_names) and not (a_other and b_other)


def _outside(words: tuple[Token, ...], moments: list[Moment]) -> tuple[Token, ...]:
    """Return the words that stand in no date or time."""
    taken = {place for moment in moments for place in range(moment.start, moment.end)}
    return tuple(word for word in words if word.start not in taken)


def _content_stems(words: tuple[Token, ...]) -> set[str]:
    return {word.stem for word in words if word.is_content}


def _named_alone(names: list[Name], others: list[Name]) -> list[Name]:
    """Return the names that the other side does not have."""
    return [name for name in names if not any(same_name(name, other) for other in others)]


def _opens_alone(words: tuple[Token, ...], names: list[Name], others: tuple[Token, ...]) -> bool:
    """Whether the first word may be a name, for all that its capital shows, and the other side does not have it."""
    first = words[0]
    in_name = any(name.start <= first.start < name.end for name in names)
    capital = first.is_content and first.text[0].isupper()
    return capital and not in_name and first.stem not in {word.stem for word in others}
