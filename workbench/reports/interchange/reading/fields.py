"""The fields of one row or object of a file, each checked as it is read."""

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any, Final

from workbench.errors import InterchangeError
from workbench.store.payloads import MarkVerdict
from workbench.visible import one_line
from workbench.vocabulary import NotCheckableReason, Verdict

_UNSTORABLE: Final = re.compile("[\0\ud800-\udfff]")
_DIGITS: Final = re.compile(r"\d{1,15}", re.ASCII)
_SHOWN: Final = 40


class Fields:
    """The fields of one object; `origin` says where in the file it stands (“line 3”)."""

    def __init__(self, values: Any, origin: str) -> None:
        """Take the fields of an object.

        Raises:
            InterchangeError: it is no object.
        """
        self.origin = origin
        if not isinstance(values, Mapping):
            raise self.wrong("an object with fields is expected here")
        self._values = values

    def wrong(self, reason: str) -> InterchangeError:
        """Return the error that says what is wrong here."""
        return InterchangeError(f"{self.origin}: {reason}.")

    def __contains__(self, name: str) -> bool:
        """Return whether there is such a field, and something in it."""
        return self._values.get(name) not in (None, "")

    def text(self, *names: str) -> str | None:
        """Return the first of these fields that holds something; None if none does.

        Raises:
            InterchangeError: it is no text, or holds what no database can keep.
        """
        for name in names:
            if name in self:
                return self.checked(self._values[name], name)
        return None

    def checked(self, value: Any, name: str) -> str:
        """Return the value of a field if it is text that can be kept.

        Raises:
            InterchangeError: it is not.
        """
        if not isinstance(value, str):
            raise self.wrong(f"“{name}” is no text")
        if _UNSTORABLE.search(value):
            raise self.wrong(f"“{name}” holds a character that no database can keep (NUL, or half of one)")
        return value

    def offset(self, name: str) -> int | None:
        """Return an offset, also one that is written as text; None where there is none.

        Raises:
            InterchangeError: it is no whole number from 0 on.
        """
        if name not in self:
            return None
        value = self._values[name]
        if isinstance(value, str) and _DIGITS.fullmatch(value.strip()):
            return int(value)
        if type(value) is not int or value < 0:
            raise self.wrong(f"“{name}” is no whole number: {_shown(value)}")
        return value

    def list(self, name: str) -> list[Any]:
        """Return a list; an empty one where there is none.

        Raises:
            InterchangeError: it is something else.
        """
        value = self._values.get(name) or []
        if not isinstance(value, list):
            raise self.wrong(f"“{name}” is no list")
        return value

    def flag(self, name: str) -> bool:
        """Return whether a field is true."""
        return self._values.get(name) is True

    def inner(self, name: str) -> "Fields":
        """Return the fields of an object within this one; none where there is none.

        Raises:
            InterchangeError: it is something else.
        """
        value = self._values.get(name)
        return Fields({} if value is None else value, f"{self.origin}, “{name}”")

    def verdict(self) -> MarkVerdict | None:
        """Return what the fields `verdict`, `reason` and `unsupported` say; None without a verdict.

        Raises:
            InterchangeError: there is no such verdict or reason.
        """
        name, reason = self.text("verdict"), self.text("reason")
        if name is None:
            return None
        verdict = known_verdict(name)
        if verdict is None:
            raise self.wrong(f"there is no verdict {_shown(name)}: there are {', '.join(Verdict)}")
        if verdict is not Verdict.NOT_CHECKABLE or reason is None:
            return MarkVerdict(verdict, None, self.text("unsupported"))
        if reason not in set(NotCheckableReason):
            raise self.wrong(f"there is no reason {_shown(reason)}: there are {', '.join(NotCheckableReason)}")
        return MarkVerdict(verdict, NotCheckableReason(reason))


def known_verdict(name: str) -> Verdict | None:
    """Return the verdict that is called so, in any case, with spaces or without; None if none is."""
    plain = "_".join(name.casefold().split())
    return Verdict(plain) if plain in set(Verdict) else None


def json_lines(text: str) -> Iterator[Fields]:
    """Yield the object of each line that is not blank.

    Raises:
        InterchangeError: a line holds something else.
    """
    for number, line in enumerate(text.split("\n"), 1):
        if line.strip():
            yield Fields(parsed(line, f"line {number}"), f"line {number}")


def json_objects(text: str, called: str) -> Iterator[Fields]:
    """Yield the objects of a list, each `called` something (“task 3”).

    Raises:
        InterchangeError: the text is no JSON, no list, or holds something else.
    """
    values = parsed(text)
    if not isinstance(values, list):
        raise InterchangeError("line 1: a list is expected here.")
    for number, value in enumerate(values, 1):
        yield Fields(value, f"{called} {number}")


def parsed(text: str, origin: str | None = None) -> Any:
    """Return what a JSON text holds; `origin` is where it stands, unless it is the whole file.

    Raises:
        InterchangeError: it is no JSON.
    """
    try:
        return json.loads(text)
    except json.JSONDecodeError as error:
        where = origin or f"line {error.lineno}"
        raise InterchangeError(f"{where}: it is no JSON ({error.msg}, character {error.colno}).") from error
    except (RecursionError, ValueError) as error:
        reason = "it is nested too deeply" if isinstance(error, RecursionError) else "it holds too long a number"
        raise InterchangeError(f"{origin or 'line 1'}: {reason}.") from error


def _shown(value: Any) -> str:
    return f"“{one_line(str(value)[:_SHOWN])}”"
