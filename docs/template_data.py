"""Write the second half of docs/templates.md: what templates are given, from the program's own classes and docstrings.

Run by `make docs`.
"""

import inspect
import re
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from datetime import UTC, datetime
from enum import Enum
from functools import cached_property
from pathlib import Path
from typing import Any, get_args, get_type_hints

from jinja2 import Environment
from jinja2.defaults import DEFAULT_FILTERS, DEFAULT_NAMESPACE

from workbench.reports.record import Record
from workbench.reports.templating import furnish, page_data

PAGE = Path(__file__).resolve().parent / "templates.md"
BEGIN, END = "<!-- data: begin -->\n", "<!-- data: end -->"


def data_reference() -> str:
    """Return the reference: the names, every class that can be reached from them, the filters and the functions."""
    given = page_data(Record(None, (), (), (), (), (), datetime(2026, 1, 1, tzinfo=UTC)))  # type: ignore[arg-type]
    parts = ["## The names\n", *_names(given), "\n## The classes\n"]
    for kind in _reachable(type(value) for value in given.values()):
        parts += _class(kind)
    environment = Environment(autoescape=True)
    furnish(environment)
    parts += ["## Filters\n", *_functions(environment.filters, DEFAULT_FILTERS)]
    parts += ["\n## Functions\n", *_functions(environment.globals, DEFAULT_NAMESPACE)]
    parts += ["\n## Terms\n", _terms(environment.globals), ""]
    return "\n".join(parts)


def with_data(page: str) -> str:
    """Return the text of the page with the present reference in it."""
    before, rest = page.split(BEGIN)
    _, after = rest.split(END)
    return f"{before}{BEGIN}{data_reference()}{END}{after}"


def _names(given: dict[str, object]) -> Iterator[str]:
    said = _said_of_parts(page_data)
    yield "| name | class | what it is |"
    yield "| --- | --- | --- |"
    for name, value in given.items():
        kind = type(value)
        yield f"| `{name}` | {_linked(kind.__name__) if is_dataclass(kind) else ''} | {said[name]} |"


def _reachable(kinds: Iterator[type]) -> list[type]:
    """Return the data classes that can be reached from some, in the order in which they are met."""
    found: dict[type, None] = {}
    waiting = [kind for kind in kinds if is_dataclass(kind)]
    while waiting:
        kind = waiting.pop(0)
        if kind not in found:
            found[kind] = None
            waiting += [each for _, hint, _ in _members(kind) for each in _classes_in(hint)]
    return list(found)


def _members(kind: type) -> Iterator[tuple[str, Any, str]]:
    """Yield what a template can ask of a class: name, type, and what is said of it."""
    said = _said_of_parts(kind)
    hints = get_type_hints(kind)
    for field in fields(kind):
        if not field.name.startswith("_"):
            yield field.name, hints[field.name], said.get(field.name, "")
    for name, value in inspect.getmembers(kind):
        if name.startswith("_") or not isinstance(value, property | cached_property):
            continue
        function = value.fget if isinstance(value, property) else value.func
        if function is not None:
            yield name, get_type_hints(function).get("return", Any), _first_line(function)


def _said_of_parts(kind: Any) -> dict[str, str]:
    """Return what the docstring of a class says of its fields, by name."""
    _, _, listed = (inspect.getdoc(kind) or "").partition("Attributes:\n")
    found: dict[str, str] = {}
    for line in listed.splitlines():
        if entry := re.match(r" {4}(\w+(?:, \w+)*): (.*)", line):
            last = entry[1].split(", ")
            found |= dict.fromkeys(last, entry[2])
        elif line.startswith(" " * 8) and found:
            found |= {name: f"{found[name]} {line.strip()}" for name in last}
    return found


def _classes_in(hint: Any) -> Iterator[type]:
    if isinstance(hint, type) and is_dataclass(hint):
        yield hint
    for each in get_args(hint):
        yield from _classes_in(each)


def _class(kind: type) -> Iterator[str]:
    yield f"### {kind.__name__}\n"
    yield f"{_summary(kind)}\n"
    yield "| name | type | what it is |"
    yield "| --- | --- | --- |"
    for name, hint, said in _members(kind):
        yield f"| `{name}` | {_type_words(hint)} | {said.replace('|', '/')} |"
    yield ""


def _type_words(hint: Any) -> str:
    words = re.sub(r"\b(?:\w+\.)+(\w+)", r"\1", hint.__name__ if isinstance(hint, type) else str(hint))
    if isinstance(hint, type) and is_dataclass(hint):
        return _linked(hint.__name__)
    classes = list(dict.fromkeys(each.__name__ for each in _classes_in(hint)))
    told = f"`{words.replace('|', 'or')}`"
    return told + (f" ({', '.join(map(_linked, classes))})" if classes else "")


def _linked(name: str) -> str:
    return f"[{name}](#{name.lower()})"


def _functions(given: dict[str, Any], built_in: dict[str, Any]) -> Iterator[str]:
    yield "| name | what it does |"
    yield "| --- | --- |"
    for name, function in sorted(given.items()):
        if name not in built_in and inspect.isroutine(function) and inspect.getdoc(function):
            yield f"| `{name}` | {_first_line(function).replace('|', '/')} |"


def _terms(given: dict[str, Any]) -> str:
    kinds = sorted(value.__name__ for value in given.values() if isinstance(value, type) and issubclass(value, Enum))
    tables = sorted(name for name in given if name.isupper())
    return (
        f"The closed sets of terms: {', '.join(f'`{name}`' for name in kinds)}; their labels, glyphs and definitions: "
        f"{', '.join(f'`{name}`' for name in tables)}."
    )


def _summary(kind: type) -> str:
    return " ".join((inspect.getdoc(kind) or "").partition("\n\n")[0].split())


def _first_line(function: Any) -> str:
    return " ".join((inspect.getdoc(function) or "").partition("\n\n")[0].split())


if __name__ == "__main__":
    PAGE.write_text(with_data(PAGE.read_text("utf-8")), "utf-8")
