"""What a model answered, read as what it is: text from outside that may be anything."""

import json
from dataclasses import dataclass
from typing import Any, Final

_MOST_CLAIMS: Final = 500  # of one reply; no question holds as many sentences
_LONGEST_QUOTE: Final = 4_000
_LONGEST_NAME: Final = 300


@dataclass(frozen=True, slots=True)
class Proposal:
    """A claim as a model proposes it: words that it says it copied, from the sentence of this number."""

    quote: str
    number: int | None = None
    asserter: str | None = None


@dataclass(frozen=True, slots=True)
class Reply:
    """The proposals of one reply, and how many entries were not in the form that was asked for."""

    proposals: tuple[Proposal, ...]
    malformed: int = 0


def read_reply(content: str) -> Reply:
    """Return what `content` proposes; a reply that is no JSON of the asked form is one malformed entry."""
    entries = _entries(content)
    if entries is None:
        return Reply((), 1)
    read = [_proposal(entry) for entry in entries[:_MOST_CLAIMS]]
    proposals = tuple(proposal for proposal in read if proposal is not None)
    return Reply(proposals, len(entries) - len(proposals))


def _entries(content: str) -> list[Any] | None:
    """Find the JSON object; small models put a fence or a sentence around it."""
    start, end = content.find("{"), content.rfind("}")
    if start < 0 or end < start:
        return None
    try:
        found = json.loads(content[start : end + 1])
    except (ValueError, RecursionError):
        return None
    entries = found.get("claims") if isinstance(found, dict) else None
    return entries if isinstance(entries, list) else None


def _proposal(entry: Any) -> Proposal | None:
    if not isinstance(entry, dict):
        return None
    quote, number, asserter = entry.get("quote"), entry.get("sentence"), entry.get("asserter")
    if not isinstance(quote, str) or not 0 < len(quote.strip()) <= _LONGEST_QUOTE:
        return None
    return Proposal(
        quote.strip(),
        number if type(number) is int else None,
        _name(asserter),
    )


def _name(asserter: Any) -> str | None:
    name = asserter.strip() if isinstance(asserter, str) else ""
    return name if 0 < len(name) <= _LONGEST_NAME else None
