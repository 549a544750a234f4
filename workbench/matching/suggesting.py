"""What relation a reviewer may want to record between two passages, with the reason in words; a hint, no verdict."""

from typing import Final

from workbench.matching.alignment import Alignment
from workbench.matching.mentions import Told
from workbench.matching.model import Difference
from workbench.matching.negation import denies, is_negation
from workbench.matching.opposites import are_opposites
from workbench.matching.periods import Period
from workbench.matching.quantities import Quantity
from workbench.matching.tokens import normal_form, stem, tokenize
from workbench.matching.told_values import tell_the_same, told_values
from workbench.matching.words import word_set
from workbench.vocabulary import FACET_LABELS, Facet, Relation

_NEARLY_THE_SAME: Final = 80.0
_SAME_ORDER: Final = 0.7  # two sentences may have the same words and not say the same
# What is counted anew from day to day while an event goes on.
_TALLIED: Final = frozenset(
    stem(normal_form(word))
    for word in word_set("""
    dead died dies killed kill deaths toll injured wounded hurt missing casualties victims bodies survivors rescued
    arrested detained evacuated displaced homeless hospitalised hospitalized infected infections cases sick votes
    counted precincts hectares acres
    """)
)
_TALLY_REACH: Final = 5  # words around a number that say what it counts


def suggestion(
    a: Told, b: Told, alignment: Alignment, differences: tuple[Difference, ...]
) -> tuple[Relation | None, str]:
    """Return what two passages that speak of the same thing may be to each other, and why."""
    if not differences:
        return _without_differences(a, b, alignment)
    facets = {difference.facet for difference in differences}
    told = all_told(differences, a.text, b.text)
    if {Facet.NUMBER, Facet.DATE_TIME} <= facets or _is_counted_anew(a, b, differences):
        return Relation.UPDATES, f"possible update{_order(a, b, differences)}: {told}"
    if any(_contradicts(difference, a.text, b.text) for difference in differences):
        return Relation.CONTRADICTS, f"same words but {told}"
    return None, f"same words but {told}"


def all_told(differences: tuple[Difference, ...], a: str, b: str) -> str:
    """Return all differences between the texts `a` and `b` in words."""
    return "; ".join(dict.fromkeys(_told(difference, a, b) for difference in differences))


def _without_differences(a: Told, b: Told, alignment: Alignment) -> tuple[Relation | None, str]:
    if alignment.similarity < _NEARLY_THE_SAME:
        return None, f"{alignment.shared_words} words in common, nothing found that differs"
    if alignment.order < _SAME_ORDER:
        return None, "nearly the same words in another order"
    if not tell_the_same(told_values(a, alignment.a), told_values(b, alignment.b)):
        return None, "nearly the same words, but a number or a date stands in one alone"
    return Relation.CORROBORATES, "nearly the same words, nothing found that differs"


def _contradicts(difference: Difference, a: str, b: str) -> bool:
    if difference.facet in (Facet.NUMBER, Facet.DATE_TIME):
        return True
    return denies(difference, a, b) or _is_opposite(difference) or _is_exchange(difference, a, b)


def _is_opposite(difference: Difference) -> bool:
    if difference.facet is not Facet.MODALITY or not (difference.a and difference.b):
        return False
    return are_opposites(stem(normal_form(difference.a)), stem(normal_form(difference.b)))


def _is_exchange(difference: Difference, a: str, b: str) -> bool:
    """Whether the two differing words both stand in both texts: they have changed places."""
    if difference.facet is not Facet.NAME:
        return False
    here, there = ({word.text for word in tokenize(text)} for text in (a, b))
    return {difference.a, difference.b} <= here & there


def _is_counted_anew(a: Told, b: Told, differences: tuple[Difference, ...]) -> bool:
    """Whether the articles are of unlike days, and all that differs is counts of what is counted from day to day."""
    if a.day is None or b.day is None or a.day == b.day:
        return False
    return all(
        isinstance(each.a_value, Quantity)
        and each.a_value.unit.dimension in ("count", "area")
        and (_is_tally(a.text, each.a_start, each.a_end) or _is_tally(b.text, each.b_start, each.b_end))
        for each in differences
    )


def _is_tally(text: str, start: int, end: int) -> bool:
    words = tokenize(text)
    before = [word for word in words if word.end <= start][-_TALLY_REACH:]
    after = [word for word in words if word.start >= end][:_TALLY_REACH]
    return any(word.stem in _TALLIED for word in (*before, *after))


def _order(a: Told, b: Told, differences: tuple[Difference, ...]) -> str:
    """Return which of the two is the later, by the dates that they tell or else by those of their articles."""
    days = a.day, b.day
    for difference in differences:
        x, y = difference.a_value, difference.b_value
        if isinstance(x, Period) and isinstance(y, Period) and x.first and y.first:
            days = x.likely or x.first, y.likely or y.first
    one, other = days
    if one is None or other is None or one == other:
        return ""
    later, words = (other, "the second") if other > one else (one, "the first")
    return f" ({words} is the later, {later})"


def _told(difference: Difference, a: str, b: str) -> str:
    if difference.facet is Facet.QUOTE_WORDING:
        return FACET_LABELS[difference.facet]
    label = FACET_LABELS[difference.facet]
    if is_negation(difference):
        label = "negation"
    elif _is_opposite(difference):
        label = "opposites"
    elif _is_exchange(difference, a, b):
        label = "roles changed over"
    one, other = difference.told()
    return f"{label}: {one or '–'} / {other or '–'}"
