"""The values of a JSON text one after the other, so that a list of a million articles needs the memory of one."""

import json
import re
from collections.abc import Iterator
from typing import Any, Final, TextIO

from workbench.articles.containers.limits import MAX_DOCUMENT

_STEP: Final = 65_536
_BETWEEN: Final = re.compile(r"[\s,\x1e]*")


class BrokenJsonError(Exception):
    """The text is no JSON from a line on; the message says what is wrong with it."""

    def __init__(self, line: int, problem: str) -> None:
        super().__init__(problem)
        self.line = line


class JsonStream:
    """Yields the elements of a list at the top, or the values that stand there one after the other.

    Each comes with the line on which it begins and its length. Each is read anew when more of it has come, and at
    least twice as much each time: the whole takes time linear in its length.
    """

    def __init__(self, text: TextIO) -> None:
        self._text = text
        self._decoder = json.JSONDecoder()
        self._buffer = ""
        self._at = 0
        self._line = 1
        self._ended = False

    def __iter__(self) -> Iterator[tuple[int, Any, int]]:
        """Yield line, value and length.

        Raises:
            BrokenJsonError: what follows is no JSON, or a value is too large or nested too deeply.
        """
        in_list = self._next_sign() == "["
        self._at += in_list
        while sign := self._next_sign():
            if sign == "]" and in_list:
                return
            value, end = self._value()
            yield self._line, value, end - self._at
            self._pass_to(end)
        if in_list:
            raise BrokenJsonError(self._line, "the list is not closed")

    def _next_sign(self) -> str:
        """Go to the next sign that counts, and return it; "" at the end."""
        while True:
            match = _BETWEEN.match(self._buffer, self._at)
            self._pass_to(match.end() if match else self._at)
            if self._at < len(self._buffer) or not self._read_more(_STEP):
                return self._buffer[self._at : self._at + 1]

    def _pass_to(self, end: int) -> None:
        self._line += self._buffer.count("\n", self._at, end)
        self._at = end

    def _read_more(self, most: int) -> bool:
        self._buffer = self._buffer[self._at :] + (more := self._text.read(most))
        self._at = 0
        self._ended = not more
        return bool(more)

    def _value(self) -> tuple[Any, int]:
        """Return the value here and where it ends; a number is no value before what follows it is there."""
        while True:
            try:
                value, end = self._decoder.raw_decode(self._buffer, self._at)
                if self._ended or end < len(self._buffer):
                    return value, end
                problem = ""
            except RecursionError:
                raise BrokenJsonError(self._line, "it is nested too deeply") from None
            except ValueError as error:
                problem = getattr(error, "msg", "a number is too long")
            held = len(self._buffer) - self._at
            if self._ended or held > MAX_DOCUMENT:
                too_large = f"a value has more than {MAX_DOCUMENT // 1_000_000} MB" if held > MAX_DOCUMENT else ""
                raise BrokenJsonError(self._line, too_large or problem or "it ends too early")
            self._read_more(max(_STEP, held))
