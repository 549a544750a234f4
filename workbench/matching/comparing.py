"""Two passages side by side: how alike they are, what differs, and what a reviewer may want to record."""

from datetime import date
from typing import Final

from workbench.matching.alignment import Alignment, align, shortened
from workbench.matching.certainty import certainty_differences
from workbench.matching.differences import value_differences
from workbench.matching.hours import hour_differences
from workbench.matching.mentions import Told
from workbench.matching.model import Comparison, Difference
from workbench.matching.negation import existence_differences, without_denied_values
from workbench.matching.opposites import opposite_differences
from workbench.matching.periods import Period
from workbench.matching.roles import role_differences
from workbench.matching.statements import LONGEST_STATEMENT, statement_differences
from workbench.matching.suggesting import all_told, suggestion
from workbench.matching.told_values import told_values
from workbench.matching.variants import wording_differences
from workbench.vocabulary import Facet, Relation

_NEAR: Final = 0.3


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
    alike = alignment.is_alike
    comparable = alike or _is_statement_of(alignment)
    found = [] if a == b else _differences(first, second, alignment, alike=alike, comparable=comparable)
    turned = found if first is one else [difference.mirrored() for difference in found]
    differences = tuple(sorted(turned, key=lambda each: (each.a_start, each.b_start, each.facet)))
    if a == b:
        return Comparison(alignment.similarity, (), Relation.CORROBORATES, "the same words")
    if not alike:
        reason = f"few words in common, but {all_told(differences, a, b)}" if differences else "little in common"
        return Comparison(alignment.similarity, differences, None, reason)
    oriented = alignment if first is one else alignment.mirrored()
    return Comparison(alignment.similarity, differences, *suggestion(one, other, oriented, differences))


def _is_statement_of(alignment: Alignment) -> bool:
    """Whether one passage is a short statement, and the other has enough of its words, though perhaps "she"."""
    return min(len(alignment.a), len(alignment.b)) <= LONGEST_STATEMENT and _is_near(alignment)


def _is_near(alignment: Alignment) -> bool:
    return alignment.shared_words > 0 and alignment.coverage >= _NEAR


def _differences(a: Told, b: Told, alignment: Alignment, *, alike: bool, comparable: bool) -> list[Difference]:
    quotations = wording_differences(a.text, b.text, alike=alike)
    if not comparable:
        denied = existence_differences(a.text, b.text, alignment) if _is_near(alignment) else []
        return [*hour_differences(a, b, alignment), *denied, *quotations]
    one, other = told_values(a, alignment.a), told_values(b, alignment.b)
    aligned = value_differences(one, other, alignment)
    if not alike:
        aligned = [*filter(_holds_for_a_statement, aligned), *hour_differences(a, b, alignment)]
    values = [*aligned, *_besides(aligned, statement_differences(one, other))]
    certainty, opposites = _denials(a, b, alignment, alike=alike)
    return [
        *without_denied_values([*values, *opposites], certainty, alignment),
        *role_differences(alignment),
        *quotations,
    ]


def _denials(a: Told, b: Told, alignment: Alignment, *, alike: bool) -> tuple[list[Difference], list[Difference]]:
    """Return the unlike negations and modals, and the opposites; two short passages must be alike for most of them."""
    existence = existence_differences(a.text, b.text, alignment)
    if not alike and max(len(alignment.a), len(alignment.b)) <= LONGEST_STATEMENT:
        return existence, []
    return certainty_differences(a.text, b.text, alignment) or existence, opposite_differences(alignment)


def _holds_for_a_statement(difference: Difference) -> bool:
    """Whether what is aligned differs even if little else does; hours have a rule of their own.

    Who is spoken of stands first, and the other passage may call her by another name.
    """
    is_hour = isinstance(difference.a_value, Period) and difference.a_value.minute is not None
    return difference.facet is not Facet.NAME and not is_hour


def _besides(known: list[Difference], others: list[Difference]) -> list[Difference]:
    """Return those of `others` whose words, on either side, no known difference of the same facet has."""
    taken = {(each.facet, each.a_start) for each in known}, {(each.facet, each.b_start) for each in known}
    return [
        each
        for each in others
        if (each.facet, each.a_start) not in taken[0] and (each.facet, each.b_start) not in taken[1]
    ]
