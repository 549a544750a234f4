"""Which texts of a large index are worth a closer look: those that share rare words, or several common ones.

Postings of the rarest words are read whole and their weights added up. A common word on its own finds too many texts
to be worth reading, but two of them together find few: so of the postings that follow only the intersections count.
"""

import heapq
import math
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from typing import Final

from workbench.matching.postings import Postings

# What bounds a query, in entries of postings. `benchmarks/index.py` shows what they cost and what they find.
_RARE: Final = 2_000
_COMMON: Final = 24_000
_MOST_COMMON_WORDS: Final = 3
_LONGEST_POSTING: Final = 50_000
_ENOUGH: Final = 40  # with so many, what ties at the end of the shortlist is left out


def gathered(
    postings: Postings, counts: Mapping[int, int], weights: Mapping[int, int], *, everything: bool
) -> dict[int, int]:
    """Return by place the weight of words that a text holds, for all texts that are worth a closer look.

    Args:
        postings: where each term is held.
        counts: in how many texts each of the query's terms is held, none of them 0.
        weights: what each of these terms weighs.
        everything: whether to read every posting whole, at any cost.
    """
    terms = sorted(counts, key=lambda term: (counts[term], term))
    rare = terms if everything else _within(terms, counts, _RARE)
    places = _weighed(postings, rare, weights)
    common = [term for term in terms[len(rare) :] if counts[term] <= _LONGEST_POSTING][:_MOST_COMMON_WORDS]
    return _with_common(places, postings, _within(common, counts, _COMMON), weights)


def _within(terms: Sequence[int], counts: Mapping[int, int], entries: int) -> list[int]:
    """Return the first of `terms`, and those that follow while their postings have at most so many entries together."""
    chosen: list[int] = []
    cost = 0
    for term in terms:
        cost += counts[term]
        if chosen and cost > entries:
            break
        chosen.append(term)
    return chosen


def _weighed(postings: Postings, rarest: Sequence[int], weights: Mapping[int, int]) -> dict[int, int]:
    """Add up the weights of the terms by place; the longest posting first, because a dictionary is filled at once."""
    if not rarest:
        return {}
    longest, *others = reversed(rarest)
    places = dict.fromkeys(postings.places(longest), weights[longest])
    so_far = places.get
    for term in others:
        weight = weights[term]
        for place in postings.places(term):
            places[place] = so_far(place, 0) + weight
    return places


def _with_common(
    places: dict[int, int], postings: Postings, common: Sequence[int], weights: Mapping[int, int]
) -> dict[int, int]:
    """Credit the places with the common words too, and add those that hold the rarest of these and another."""
    if not common:
        return places
    first, *others = common
    known = set(postings.places(first))
    for place in known.intersection(places):
        places[place] += weights[first]
    known.update(places)
    for term in others:
        weight = weights[term]
        for place in known.intersection(postings.places(term)):
            places[place] = places.get(place, weights[first]) + weight
    return places


def shortlist(
    places: dict[int, int], size: int, least: int, is_itself: Callable[[int], bool], key_of: Callable[[int], str]
) -> list[int]:
    """Return about `size` of the places, those with most weight, and not less than `least` if there are so many.

    Of texts of one weight all are taken or none, because nothing tells which are better; if that leaves too few, the
    query's own words (`is_itself`) are taken first, and then the first keys.
    """
    if len(places) <= size:
        return list(places)
    taken, bound = 0, math.inf
    for weight, count in sorted(Counter(places.values()).items(), reverse=True):
        if taken + count > size:
            break
        taken, bound = taken + count, weight
    above = [place for place, held in places.items() if held >= bound]
    if taken >= max(_ENOUGH, least):
        return above
    equal = [place for place, held in places.items() if held == weight]
    own = [place for place in equal if is_itself(place)] if not taken else []
    return [*above, *own[:size], *heapq.nsmallest(size - taken, equal, key=key_of)]
