"""One of two quotations that are laid side by side: its words, what it marks as left out, and what stands beside it."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from typing import Final

from workbench.matching.omissions import omission_spans
from workbench.matching.quotations import Quotation
from workbench.matching.tokens import Token, spelling, tokenize
from workbench.matching.turning import Quoted, Span

_BESIDE: Final = 120  # characters on either side of a quotation that may say outside its marks what it leaves out
# Words of the outlet: "we urge the DPRK [North Korea] to stop"; some use round brackets.
_INSERTED: Final = re.compile(r"\[[^\[\]]*\]|\([^()]*\)")
_SAID_BESIDE: Final = 0.5  # share of the content words


class Rendering:
    """A quotation in its passage."""

    def __init__(self, passage: str, quotation: Quotation) -> None:
        """Take `quotation`, which stands in `passage`."""
        self.start, self.end, self.stems = quotation.start, quotation.end, quotation.stems
        self._began_before, self._goes_on = quotation.began_before, quotation.goes_on
        self.quoted = Quoted(quotation.text, tokenize(quotation.text))
        self.words = self.quoted.words
        self.spellings = [spelling(word.text) for word in self.words]
        self._starts = [word.start for word in self.words]
        self._omissions = [start for start, _ in omission_spans(quotation.text)]
        self._inserted = self._inside(_INSERTED)
        before, after = passage[max(0, self.start - _BESIDE) : self.start], passage[self.end : self.end + _BESIDE]
        self._beside = {word.stem for word in (*tokenize(before), *tokenize(after))}

    def place(self, number: int) -> tuple[int, int]:
        """Return where a word stands in the passage, in code points."""
        return self.start + self.words[number].start, self.start + self.words[number].end

    def pieces(self) -> list[list[str]]:
        """Return the spellings of the words between marks of omission."""
        starts = [number for number in range(1, len(self.words)) if self.omits_before(number)]
        ends = [*starts, len(self.words)]
        return [self.spellings[first:last] for first, last in zip([0, *starts], ends, strict=True)]

    def omits_before(self, number: int) -> bool:
        """Whether a mark of omission stands before the word `number`, behind the word before it."""
        first = self.words[number - 1].end if number else 0
        last = self.words[number].start if number < len(self.words) else len(self.quoted.text)
        return bisect_left(self._omissions, first) < bisect_left(self._omissions, last)

    def ends_with_passage(self, number: int) -> bool:
        """Whether the word `number` would be one that stands outside the passage, but in the quotation."""
        return (self._began_before and number == 0) or (self._goes_on and number == len(self.words))

    def is_inserted(self, words: Span) -> bool:
        """Whether all the words stand in brackets."""
        return self._inserted.issuperset(range(*words))

    def says_beside(self, words: Sequence[Token]) -> bool:
        """Whether the passage has the first of some words, and half of their content, just outside the quotation."""
        content = [word for word in words if word.is_content]
        said = sum(word.stem in self._beside for word in content)
        return words[0].stem in self._beside and said >= _SAID_BESIDE * len(content)

    def _inside(self, pattern: re.Pattern[str]) -> frozenset[int]:
        """Return the numbers of the words that begin inside a match of `pattern`."""
        spans = [match.span() for match in pattern.finditer(self.quoted.text)]
        places = [range(bisect_left(self._starts, first), bisect_left(self._starts, last)) for first, last in spans]
        return frozenset(number for each in places for number in each)
