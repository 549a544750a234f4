"""Two passages side by side: how alike they are, what differs, and what a reviewer may want to record."""

from datetime import date
from typing import Final

from workbench.matching.alignment import Alignment, align, shortened
from workbench.matching.certainty import certainty_differences
from workbench.matching.differences import value_differences
from workbench.matching.hours import hour_differences
from workbench.matching.mentions import Told
from workbench.matching.model import Comparison, Difference
from workbench.matching.negation import denies, existence_differences, is_negation
from workbench.matching.opposites import opposite_differences
from workbench.matching.quotations import quotation_differences
from workbench.matching.roles import role_differences
from workbench.vocabulary import FACET_LABELS, Facet, Relation

# On real pairs of news sentences, differences between passages that share less than this are mostly two subjects.
_COMPARABLE: Final = 0.55
_FEWEST_SHARED_WORDS: Final = 2
_NEARLY_THE_SAME: Final = 80.0
_SAME_ORDER: Final = 0.7  # "one sued the other" has the words of "the other sued one"


def compare(a: str, b: str, *, a_date: date | None = None, b_date: date | None = None) -> Comparison:
    """Compare two passages; `compare(b, a)` finds the same with the two sides changed over.

    Differences are flagged where the passages share enough to speak of the same thing. Between others only what is
    evident in itself is: two renderings of one quotation, two hours of one event. The suggestion is a hint with its
    reason, None where words alone do not tell. `a_date` and `b_date` are the days on which the two appeared: "Tuesday"
    and "four years ago" are dated from them, and what may be an update is put in order by them.
    """
    a, b = shortened(a), shortened(b)
    one, other = Told(a, a_date), Told(b, b_date)
    # Equally good alignments differ with the direction, so one direction is chosen for both.
    first, second = (one, other) if a <= b else (other, one)
    alignment = align(first.text, second.text)
    alike = alignment.coverage >= _COMPARABLE and alignment.shared_words >= _FEWEST_SHARED_WORDS
    found = [] if a == b else _differences(first, second, alignment, alike=alike)
    turned = found if first is one else [difference.mirrored() for difference in found]
    differences = tuple(sorted(turned, key=lambda each: (each.a_start, each.b_start, each.facet)))
    if a == b:
        return Comparison(alignment.similarity, (), Relation.CORROBORATES, "the same words")
    if not alike:
        reason = f"few words in common, but {_all_told(differences)}" if differences else "little in common"
        return Comparison(alignment.similarity, differences, None, reason)
    suggestion, reason = _suggestion(a, b, alignment, differences)
    return Comparison(alignment.similarity, differences, suggestion, reason)


def _differences(a: Told, b: Told, alignment: Alignment, *, alike: bool) -> list[Difference]:
    quotations = quotation_differences(a.text, b.text, alike=alike)
    if not alike:
        return [*hour_differences(a, b, alignment), *existence_differences(a.text, b.text, alignment), *quotations]
    return [
        *value_differences(a, b, alignment),
        *(certainty_differences(a.text, b.text, alignment) or existence_differences(a.text, b.text, alignment)),
        *opposite_differences(a.text, b.text, alignment),
        *role_differences(alignment),
        *quotations,
    ]


def _suggestion(
    a: str, b: str, alignment: Alignment, differences: tuple[Difference, ...]
) -> tuple[Relation | None, str]:
    if not differences:
        if alignment.similarity >= _NEARLY_THE_SAME and alignment.order < _SAME_ORDER:
            return None, "nearly the same words in another order"
        if alignment.similarity >= _NEARLY_THE_SAME:
            return Relation.CORROBORATES, "nearly the same words, nothing found that differs"
        return None, f"{alignment.shared_words} words in common, nothing found that differs"
    facets = {difference.facet for difference in differences}
    told = _all_told(differences)
    if {Facet.NUMBER, Facet.DATE_TIME} <= facets:
        return Relation.UPDATES, f"possible update: {told}"
    if facets & {Facet.NUMBER, Facet.DATE_TIME} or any(denies(difference, a, b) for difference in differences):
        return Relation.CONTRADICTS, f"same words but {told}"
    return None, f"same words but {told}"


def _all_told(differences: tuple[Difference, ...]) -> str:
    return "; ".join(dict.fromkeys(_told(difference) for difference in differences))


def _told(difference: Difference) -> str:
    if difference.facet is Facet.QUOTE_WORDING:
        return FACET_LABELS[difference.facet]
    label = "negation" if is_negation(difference) else FACET_LABELS[difference.facet]
    a, b = difference.told()
    return f"{label}: {a or '–'} / {b or '–'}"
