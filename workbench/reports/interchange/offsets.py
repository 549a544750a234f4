"""Offsets as browsers count them: in UTF-16 code units, of which a character beyond U+FFFF takes two.

The one place where these and the code points of `Article.text` are converted into one another.
"""

from bisect import bisect_left
from typing import Final

_LAST_OF_ONE_UNIT: Final = "\uffff"


class CodePointOffsets:
    """The offsets of one text in code points, for where either count may come."""

    def __init__(self, text: str) -> None:
        """Note how long `text` is."""
        self._length = len(text)

    def code_points(self, offset: int) -> int:
        """Return the offset as it is.

        Raises:
            ValueError: it is not in the text.
        """
        if not 0 <= offset <= self._length:
            raise ValueError(f"the offset {offset} is not in a text of {self._length} characters")
        return offset


class Utf16Offsets:
    """The offsets of one text in both counts; made once, so that each is converted without reading the text again."""

    def __init__(self, text: str) -> None:
        """Find the characters of `text` that take two units."""
        self._length = len(text)
        self._wide = [place for place, character in enumerate(text) if character > _LAST_OF_ONE_UNIT]
        self._wide_units = [place + number for number, place in enumerate(self._wide)]

    def units(self, code_points: int) -> int:
        """Return the offset in code units of an offset in code points.

        Raises:
            ValueError: it is not in the text.
        """
        if not 0 <= code_points <= self._length:
            raise ValueError(f"the offset {code_points} is not in a text of {self._length} characters")
        return code_points + bisect_left(self._wide, code_points)

    def code_points(self, units: int) -> int:
        """Return the offset in code points of an offset in code units.

        Raises:
            ValueError: it is not in the text, or between the two units of one character.
        """
        wide_before = bisect_left(self._wide_units, units)
        place = units - wide_before
        if not 0 <= place <= self._length:
            raise ValueError(f"the offset {units} is not in a text of {self.units(self._length)} code units")
        if wide_before and self._wide_units[wide_before - 1] + 1 == units:
            raise ValueError(f"the offset {units} is within a character")
        return place
