"""Reading JSON that somebody else may have written: every value is checked, every complaint says where."""

import json
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Any, Final, NoReturn, TypeVar

from workbench.errors import InterchangeError
from workbench.store.decisions import format_time, parse_time

_E = TypeVar("_E", bound=StrEnum)
_T = TypeVar("_T")
_LARGEST: Final = 2**31 - 1
_UNSTORABLE: Final = re.compile("[\x00\ud800-\udfff]")
_SHA256: Final = re.compile(r"[0-9a-f]{64}")
_UUID: Final = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")


@dataclass(frozen=True, slots=True)
class Node:
    """A JSON value and its path in the file. Every reading method raises InterchangeError if it is not such a value."""

    value: Any
    path: str = ""

    def fail(self, problem: str) -> NoReturn:
        """Raise the one line that names this place.

        Raises:
            InterchangeError: always.
        """
        raise InterchangeError(f"{self.path or 'the file'}: {problem}.")

    def __getitem__(self, key: str) -> "Node":
        """Return a value that has to be there."""
        found = self.find(key)
        return found if found is not None else self.fail(f"“{key}” is missing")

    def find(self, key: str) -> "Node | None":
        """Return a value that may be missing; null is as good as missing."""
        if not isinstance(self.value, dict):
            self.fail("an object is expected")
        value = self.value.get(key)
        return None if value is None else Node(value, f"{self.path}.{key}" if self.path else key)

    def items(self) -> Iterator["Node"]:
        """Return the members of a list."""
        if not isinstance(self.value, list):
            self.fail("a list is expected")
        return (Node(value, f"{self.path}[{index}]") for index, value in enumerate(self.value))

    def check_storable(self) -> None:
        """Make sure that a value of any kind holds no text that a database cannot hold."""
        if isinstance(self.value, str):
            self.text()
        elif isinstance(self.value, list):
            for item in self.items():
                item.check_storable()
        elif isinstance(self.value, dict):
            for key, value in self.value.items():
                Node(value, f"{self.path}.{key}").check_storable()

    def maybe(self, key: str, read: Callable[["Node"], _T]) -> _T | None:
        """Return what `read` makes of a value that may be missing."""
        found = self.find(key)
        return None if found is None else read(found)

    def each(self, read: Callable[["Node"], _T]) -> tuple[_T, ...]:
        """Return what `read` makes of every member of a list."""
        return tuple(read(item) for item in self.items())

    def text(self) -> str:
        """Return a text that a database can hold."""
        if not isinstance(self.value, str):
            self.fail("a text is expected")
        if _UNSTORABLE.search(self.value):
            self.fail("it holds a NUL or half of a surrogate pair, which no database takes")
        return self.value

    def name(self) -> str:
        """Return a text that is not empty."""
        return self.text() or self.fail("it is empty")

    def integer(self) -> int:
        """Return a whole number that is not negative."""
        if type(self.value) is not int or not 0 <= self.value <= _LARGEST:
            self.fail("a whole number from 0 is expected")
        return self.value

    def number(self, highest: float) -> float:
        """Return a number from 0 to `highest`."""
        if type(self.value) not in (int, float) or not 0 <= self.value <= highest:
            self.fail(f"a number from 0 to {highest:g} is expected")
        return float(self.value)

    def flag(self) -> bool:
        """Return true or false."""
        return self.value if isinstance(self.value, bool) else self.fail("true or false is expected")

    def term(self, kind: type[_E]) -> _E:
        """Return a term of the vocabulary."""
        try:
            return kind(self.text())
        except ValueError:
            self.fail(f"“{self.value[:40]}” is not one of {', '.join(kind)}")

    def sha256(self) -> str:
        """Return a SHA-256 in hexadecimal."""
        return self._matching(_SHA256, "a SHA-256 in lower-case hexadecimal")

    def uuid(self) -> str:
        """Return a UUID in its canonical form."""
        return self._matching(_UUID, "a UUID in lower case")

    def time(self) -> datetime:
        """Return a moment, written as every export writes it."""
        text = self.text()
        try:
            at = parse_time(text)
        except ValueError:
            self.fail("a time like 2026-01-31T23:59:59.000000Z is expected")
        return at if format_time(at) == text else self.fail("a time with four digits of year is expected")

    def day(self) -> date:
        """Return a date, or a date and time, in ISO 8601."""
        text = self.text()
        try:
            return date.fromisoformat(text) if len(text) == len("2026-01-31") else datetime.fromisoformat(text)
        except ValueError:
            self.fail("a date like 2026-01-31 is expected")

    def _matching(self, pattern: re.Pattern[str], what: str) -> str:
        text = self.text()
        return text if pattern.fullmatch(text) else self.fail(f"{what} is expected")


def parse(text: str) -> Node:
    """Return the root of a JSON text.

    Raises:
        InterchangeError: it is not JSON, or an object has a key twice.
    """
    try:
        return Node(json.loads(text, object_pairs_hook=_unique, parse_constant=_refuse))
    except json.JSONDecodeError as error:
        raise InterchangeError(
            f"This is not JSON: line {error.lineno}, column {error.colno}: {error.msg.lower()}."
        ) from error
    except RecursionError as error:
        raise InterchangeError("This is not a project: its JSON is nested too deeply.") from error
    except ValueError as error:
        raise InterchangeError(f"This is not JSON: {error}.") from error


def _unique(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        keys = [key for key, _ in pairs]
        twice = next(key for key in keys if keys.count(key) > 1)
        raise ValueError(f"an object has the key “{twice[:40]}” twice")
    return found


def _refuse(constant: str) -> NoReturn:
    raise ValueError(f"{constant} is not a number of JSON")
