"""JSON that can be written, read and compared line by line."""

import json
from collections.abc import Iterable, Iterator
from typing import Any


def dump(value: Any) -> str:
    """Return `value` as JSON on one line, in ASCII: showing it in a terminal does nothing but show it."""
    return json.dumps(value, ensure_ascii=True, allow_nan=False)


def json_list(items: Iterable[Any]) -> str:
    """Return a list with one item a line."""
    lines = ",\n".join(dump(item) for item in items)
    return f"[\n{lines}\n]" if lines else "[]"


def json_map(items: dict[str, Any]) -> str:
    """Return an object with one member a line."""
    lines = ",\n".join(f"{dump(name)}: {dump(value)}" for name, value in items.items())
    return f"{{\n{lines}\n}}" if lines else "{}"


def json_object(members: Iterable[tuple[str, str]]) -> str:
    """Return an object of members that are JSON already, each from a new line on."""
    return "{\n" + ",\n".join(_members(members)) + "\n}\n"


def _members(members: Iterable[tuple[str, str]]) -> Iterator[str]:
    for name, value in members:
        yield f"{dump(name)}: {value}"
