"""The people an article names, found again by a part of their name."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from workbench.claims.spans import Span


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody the article names: the full name, and the fullest role or apposition given with it, or "".

    `at` is where the article gives the name so.
    """

    name: str
    at: Span
    role: str = ""
    apposition: str = ""

    @property
    def described(self) -> str:
        """The name with its role: “Kremlin spokesman Dmitry Peskov”, “John Kirby, spokesman for …”."""
        if self.role:
            return f"{self.role} {self.name}"
        return f"{self.name}, {self.apposition}" if self.apposition else self.name


class NameRegister:
    """Finds the person that a short name means (“Peskov”, “Yoon”)."""

    def __init__(self, people: Iterable[Person], mentions: Counter[str]) -> None:
        self._by_part: dict[str, list[Person]] = {}
        self._mentions = mentions
        self._found: dict[tuple[str, ...], Person | None] = {}
        for person in people:
            for part in person.name.split():
                self._by_part.setdefault(part.casefold(), []).append(person)

    @property
    def people(self) -> tuple[Person, ...]:
        """Everybody with a full name, each once."""
        return tuple({person.name: person for people in self._by_part.values() for person in people}.values())

    def with_roles(self, roles: dict[str, tuple[str, Span]]) -> "NameRegister":
        """Return a register in which the people named in `roles` have that role, given there, if it says more."""
        people = [
            replace(person, role=roles[person.name][0], at=roles[person.name][1])
            if len(roles.get(person.name, ("",))[0]) > len(person.role)
            else person
            for person in self.people
        ]
        return NameRegister(people, self._mentions)

    def find(self, name: Sequence[str]) -> Person | None:
        """Return the person whose full name holds all the words of `name`; the most often named if several do."""
        parts = tuple(part.casefold() for part in name)
        if parts not in self._found:
            self._found[parts] = self._find(parts)
        return self._found[parts]

    def _find(self, parts: tuple[str, ...]) -> Person | None:
        # The rarest word first: an article may name thousands of people by one family name.
        rarest = min((self._by_part.get(part, []) for part in parts), key=len, default=[])
        wanted = set(parts)
        fitting = [person for person in rarest if wanted <= {part.casefold() for part in person.name.split()}]
        return max(fitting, key=lambda person: self._rank(person, parts[-1]), default=None)

    def _rank(self, person: Person, part: str) -> tuple[bool, bool, int]:
        words = person.name.casefold().split()
        return part == words[-1], bool(person.role or person.apposition), self._mentions[person.name]
