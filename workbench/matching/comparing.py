"""Two passages side by side: how alike they are, what differs, and what a reviewer may want to record."""

from typing import Final

from workbench.matching.alignment import Alignment, align, shortened
from workbench.matching.certainty import certainty_differences, quotation_differences
from workbench.matching.differences import value_differences
from workbench.matching.model import Comparison, Difference
from workbench.matching.words import NEGATIONS
from workbench.vocabulary import FACET_LABELS, Facet, Relation

# On real pairs of news sentences, differences between passages that share less than this are mostly two subjects.
_COMPARABLE: Final = 0.55
_FEWEST_SHARED_WORDS: Final = 2
_NEARLY_THE_SAME: Final = 80.0
_SAME_ORDER: Final = 0.7  # "one sued the other" has the words of "the other sued one"


def compare(a: str, b: str) -> Comparison:
    """Compare two passages; the similarity is the same in both directions.

    Differences are flagged only where the passages share enough to speak of the same thing; the suggestion is a
    hint with its reason, None where words alone do not tell.
    """
    a, b = shortened(a), shortened(b)
    alignment = align(a, b)
    if alignment.coverage < _COMPARABLE or alignment.shared_words < _FEWEST_SHARED_WORDS:
        if a == b:
            return Comparison(alignment.similarity, (), Relation.CORROBORATES, "the same words")
        return Comparison(alignment.similarity, (), None, "little in common")
    differences = () if a == b else _differences(a, b, alignment)
    suggestion, reason = _suggestion(alignment, differences)
    return Comparison(alignment.similarity, differences, suggestion, reason)


def _differences(a: str, b: str, alignment: Alignment) -> tuple[Difference, ...]:
    found = [
        *value_differences(a, b, alignment),
        *certainty_differences(a, b, alignment),
        *quotation_differences(a, b),
    ]
    return tuple(sorted(found, key=lambda each: (each.a_start, each.b_start, each.facet)))


def _suggestion(alignment: Alignment, differences: tuple[Difference, ...]) -> tuple[Relation | None, str]:
    if not differences:
        if alignment.similarity >= _NEARLY_THE_SAME and alignment.order < _SAME_ORDER:
            return None, "nearly the same words in another order"
        if alignment.similarity >= _NEARLY_THE_SAME:
            return Relation.CORROBORATES, "nearly the same words, nothing found that differs"
        return None, f"{alignment.shared_words} words in common, nothing found that differs"
    facets = {difference.facet for difference in differences}
    told = "; ".join(dict.fromkeys(_told(difference) for difference in differences))
    if {Facet.NUMBER, Facet.DATE_TIME} <= facets:
        return Relation.UPDATES, f"possible update: {told}"
    if facets & {Facet.NUMBER, Facet.DATE_TIME} or any(map(_is_negation, differences)):
        return Relation.CONTRADICTS, f"same words but {told}"
    return None, f"same words but {told}"


def _told(difference: Difference) -> str:
    if difference.facet is Facet.QUOTE_WORDING:
        return FACET_LABELS[difference.facet]
    label = "negation" if _is_negation(difference) else FACET_LABELS[difference.facet]
    return f"{label}: {difference.a or '–'} / {difference.b or '–'}"


def _is_negation(difference: Difference) -> bool:
    if difference.facet is not Facet.MODALITY or (difference.a and difference.b):
        return False
    word = (difference.a or difference.b).casefold().replace("’", "'")
    return word in NEGATIONS or word.endswith("n't")
