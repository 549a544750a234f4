"""What is told of a format that a review can be written in."""

from dataclasses import dataclass
from enum import Enum, auto


class Scope(Enum):
    """What a format covers: one collection (the largest, if none is named), any or all, or always everything."""

    ONE_COLLECTION = auto()
    ANY = auto()
    EVERYTHING = auto()


class Choice(Enum):
    """What can be chosen of a record for a format: its claims and the parts of the report, its claims, or nothing."""

    CLAIMS_AND_SECTIONS = auto()
    CLAIMS = auto()
    NOTHING = auto()


@dataclass(frozen=True, slots=True)
class FormatTerm:
    """What is told of a format.

    Attributes:
        suffix: how the name of its file ends; for several files, of their folder.
        part_suffix: how the names of its files end.
        key: the key that chooses it on the screen; "" for those that are gone to with the arrows.
        lacks: what of a review it cannot hold; said at each export.
        choice: what can be chosen of a record for it.
    """

    label: str
    suffix: str
    part_suffix: str
    description: str
    scope: Scope
    key: str = ""
    lacks: tuple[str, ...] = ()
    choice: Choice = Choice.CLAIMS
