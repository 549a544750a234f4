"""Which places hold a term: the one thing an inverted index reads much of, and so what may live elsewhere.

A posting is an ascending `array("I")` of places, four bytes each. `posting.tobytes()` is a blob that a row of an
ordinary table can hold under the term's number, and `array("I", blob)` reads it back; that too can meet `Postings`.
"""

from array import array
from bisect import bisect_left, insort
from collections.abc import Iterable, Sequence
from typing import Final, Protocol

PLACE_TYPE: Final = "I"  # unsigned, four bytes


class Postings(Protocol):
    """The places of each term, terms and places being small numbers from 0."""

    def counts(self, terms: Iterable[int]) -> Iterable[int]:
        """Return for each of these terms, all of them added once, how many places hold it now."""
        ...

    def places(self, term: int) -> "array[int]":
        """Return the places that hold `term`, which was added once, ascending, not to be changed."""
        ...

    def add(self, place: int, terms: Sequence[int]) -> None:
        """Note that `place` holds these different terms, none of which it held before."""
        ...

    def remove(self, place: int, terms: Iterable[int]) -> None:
        """Forget that `place` holds these terms, all of which it held before."""
        ...


class MemoryPostings:
    """Postings in memory, one array a term."""

    def __init__(self) -> None:
        """Start with no term."""
        self._arrays: list[array[int]] = []
        self._counts = array(PLACE_TYPE)  # beside the arrays, because most terms are only counted
        self._last = -1

    def counts(self, terms: Iterable[int]) -> Iterable[int]:
        """Return for each of these terms, all of them added once, how many places hold it now."""
        return map(self._counts.__getitem__, terms)

    def places(self, term: int) -> "array[int]":
        """Return the places that hold `term`, which was added once, ascending, not to be changed."""
        return self._arrays[term]

    def add(self, place: int, terms: Sequence[int]) -> None:
        """Note that `place` holds these different terms, none of which it held before."""
        self._make_room(max(terms, default=-1))
        arrays, counts = self._arrays, self._counts
        for term in terms:
            counts[term] += 1
            if place > self._last:
                arrays[term].append(place)
            else:
                insort(arrays[term], place)
        self._last = max(self._last, place)

    def remove(self, place: int, terms: Iterable[int]) -> None:
        """Forget that `place` holds these terms, all of which it held before."""
        for term in terms:
            posting = self._arrays[term]
            del posting[bisect_left(posting, place)]
            self._counts[term] -= 1

    def _make_room(self, term: int) -> None:
        while term >= len(self._arrays):
            self._arrays.append(array(PLACE_TYPE))
            self._counts.append(0)
