"""JSON that can be written piece by piece, and read and compared line by line."""

import json
from collections.abc import Iterable, Iterator
from typing import Any


def dump(value: Any) -> str:
    """Return `value` as JSON on one line, in ASCII: showing it in a terminal does nothing but show it."""
    return json.dumps(value, ensure_ascii=True, allow_nan=False)


def json_lines(items: Iterable[Any]) -> Iterator[str]:
    """Yield JSON Lines: each item on a line of its own."""
    return (f"{dump(item)}\n" for item in items)


def json_list(items: Iterable[Any]) -> Iterator[str]:
    """Yield a list with one item a line."""
    return _listed("[", (dump(item) for item in items), "]")


def member(name: str, value: Any) -> str:
    """Return a member of an object as JSON."""
    return f"{dump(name)}: {dump(value)}"


def json_map(members: Iterable[str]) -> Iterator[str]:
    """Yield an object of members that are JSON already (see `member`), one a line."""
    return _listed("{", members, "}")


def json_object(members: Iterable[tuple[str, str | Iterable[str]]], end: str = "\n") -> Iterator[str]:
    """Yield an object of members that are JSON already, whole or in pieces, each from a new line on; and then `end`."""
    before = "{\n"
    for name, value in members:
        yield f"{before}{dump(name)}: "
        yield from (value,) if isinstance(value, str) else value
        before = ",\n"
    yield "\n}" + end


def _listed(opening: str, lines: Iterable[str], closing: str) -> Iterator[str]:
    before = f"{opening}\n"
    for line in lines:
        yield before + line
        before = ",\n"
    yield f"\n{closing}" if before == ",\n" else opening + closing
