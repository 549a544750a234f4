"""The people an article names: their full names, and the fullest description it gives of each."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from workbench.claims import cues
from workbench.claims.reading import SentenceView, Token
from workbench.vocabulary import BlockKind

_LONGEST_NAME = 4
_LONGEST_DESCRIPTION = 9
_NAME_PARTICLES = frozenset({"al", "bin", "de", "la", "von", "van", "der", "den", "ben", "ibn", "du", "da", "di"})
_NOT_NAMES = (
    cues.DETERMINERS
    | cues.PREPOSITIONS
    | cues.CLAUSE_BREAKS
    | cues.LEADING_ADVERBS
    | cues.TIME_WORDS
    | cues.DEMONYMS
    | cues.SUBJECT_PRONOUNS
    | cues.FINITE
    | {"there", "here", "not", "if", "no", "yes"}
) - {"may", "mark", "will"}
_NEVER_NAMES = _NOT_NAMES | cues.ROLES | cues.INSTITUTIONS
_READ_KINDS = frozenset({BlockKind.BODY, BlockKind.CAPTION})


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody the article names: the full name, and the fullest role or apposition given with it, or ""."""

    name: str
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
        for person in people:
            for part in person.name.split():
                self._by_part.setdefault(part.casefold(), []).append(person)

    @property
    def people(self) -> tuple[Person, ...]:
        """Everybody with a full name, each once."""
        return tuple({person.name: person for people in self._by_part.values() for person in people}.values())

    def with_roles(self, roles: dict[str, str]) -> "NameRegister":
        """Return a register in which the people named in `roles` have that role if it says more."""
        people = [replace(p, role=max(p.role, roles.get(p.name, ""), key=len)) for p in self.people]
        return NameRegister(people, self._mentions)

    def find(self, name: Sequence[str]) -> Person | None:
        """Return the person whose full name holds all the words of `name`; the most often named if several do."""
        if not name:
            return None
        parts = [part.casefold() for part in name]
        fitting = [
            person
            for person in self._by_part.get(parts[-1], [])
            if set(parts) <= {part.casefold() for part in person.name.split()}
        ]
        return max(fitting, key=lambda person: self._rank(person, parts[-1]), default=None)

    def _rank(self, person: Person, part: str) -> tuple[bool, bool, int]:
        words = person.name.casefold().split()
        return part == words[-1], bool(person.role or person.apposition), self._mentions[person.name]


def name_runs(tokens: Sequence[Token]) -> Iterator[range]:
    """Yield the runs of capitalised words that can be names, without titles, demonyms and institutions."""
    start = None
    for at in range(len(tokens) + 1):
        if at < len(tokens) and _is_name_word(tokens[at], inside=start is not None):
            start = at if start is None else start
            if not tokens[at].is_possessive:
                continue
            at += 1
        if start is not None:
            stop = at
            while stop > start and tokens[stop - 1].lower in _NAME_PARTICLES:
                stop -= 1
            if 0 < stop - start <= _LONGEST_NAME and not _goes_on_with_of(tokens, stop):
                yield range(start, stop)
        start = None


def _goes_on_with_of(tokens: Sequence[Token], stop: int) -> bool:
    """“Joint Chiefs of Staff” is an institution."""
    return stop + 1 < len(tokens) and tokens[stop].lower == "of" and tokens[stop + 1].is_capitalised


def _is_name_word(token: Token, *, inside: bool) -> bool:
    if not token.is_capitalised and not inside:
        return False  # nearly every word
    word = token.lower
    if word in _NAME_PARTICLES:
        return inside
    if not token.is_capitalised or word in _NEVER_NAMES or token.text in {"UN", "US"}:
        return False
    return not (len(token.text) > 4 and token.text.isupper())


def name_text(tokens: Sequence[Token], run: range) -> str:
    """Return the name in `run` without a possessive ending."""
    words = [tokens[at].text for at in run]
    if words[-1].endswith(("’s", "'s")):
        words[-1] = words[-1][:-2]
    return " ".join(word.rstrip("’'") for word in words)


def read_names(views: Sequence[SentenceView]) -> NameRegister:
    """Collect the full names of an article's body and captions with the fullest description of each."""
    mentions: Counter[str] = Counter()
    people: dict[str, Person] = {}
    short_roles: list[tuple[str, str]] = []
    for view in views:
        if view.kind not in _READ_KINDS:
            continue
        for run in name_runs(view.tokens):
            name = name_text(view.tokens, run)
            if len(name.split()) < 2:
                short_roles.append((name, role_before(view.tokens, run)))
                continue
            mentions[name] += 1
            known = people.get(name, Person(name))
            role, apposition = role_before(view.tokens, run), _apposition_after(view.tokens, run)
            people[name] = Person(name, max(known.role, role, key=len), max(known.apposition, apposition, key=len))
    return _with_roles_of_short_names(NameRegister(people.values(), mentions), short_roles)


def _with_roles_of_short_names(register: NameRegister, short: Iterable[tuple[str, str]]) -> NameRegister:
    """“US expert Seiler” gives Sidney Seiler his role."""
    roles: dict[str, str] = {}
    for name, role in short:
        person = register.find([name]) if role else None
        if person is not None:
            roles[person.name] = max(roles.get(person.name, ""), role, key=len)
    return register.with_roles(roles)


def _is_courtesy(role: str) -> bool:
    return {word.rstrip(".").casefold() for word in role.split()} <= {"mr", "mrs", "ms"}


def role_before(tokens: Sequence[Token], run: range) -> str:
    """Return the role that stands right before a name (“Pentagon press secretary Brig. Gen.”), or ""."""
    last = run.start - 1
    if last < 0 or not tokens[last].is_word or tokens[last].lower not in cues.ROLES:
        return ""
    start = last
    while start > 0 and last - start < _LONGEST_DESCRIPTION and _describes(tokens[start - 1]):
        start -= 1
    role = " ".join(tokens[at].text for at in range(start, last + 1))
    return "" if _is_courtesy(role) else role


def _describes(token: Token) -> bool:
    """Whether a word before a role noun belongs to the role: not a verb, an article or a preposition."""
    word = token.lower
    if not token.is_word or word in cues.DETERMINERS or word in cues.CLAUSE_BREAKS or word in cues.PREPOSITIONS:
        return False
    if word in {"and", "or"} or word in cues.FINITE or word in cues.REPORTING or word in cues.LEADING_ADVERBS:
        return False
    return word not in cues.TIME_WORDS and not (token.is_possessive and not token.is_capitalised)


def _apposition_after(tokens: Sequence[Token], run: range) -> str:
    """Return “spokesman for the National Security Council” after “John Kirby, ”, or ""."""
    at = run.stop
    if at + 1 >= len(tokens) or tokens[at].text != "," or not tokens[at + 1].is_word:
        return ""
    stop = at + 1
    while stop < len(tokens) and stop - at < 16 and (tokens[stop].is_word or tokens[stop].text in {"-", "&"}):
        stop += 1
    words = tokens[at + 1 : stop]
    closed = stop < len(tokens) and tokens[stop].text == ","
    if not closed or words[0].lower in cues.SUBJECT_PRONOUNS or words[0].lower in cues.CLAUSE_BREAKS:
        return ""
    if not any(word.lower in cues.ROLES for word in words) or any(word.lower in cues.FINITE for word in words):
        return ""
    return " ".join(word.text for word in words)


def subject_name(tokens: Sequence[Token], phrase: range) -> range | None:
    """Return the last name in a phrase before its first comma or preposition: the person it describes.

    “a spokesman for Anna Lind” names nobody who speaks.
    """
    ends = (at for at in phrase[1:] if tokens[at].text == "," or tokens[at].lower in cues.PREPOSITIONS)
    stop = next(ends, phrase.stop)
    runs = [run for run in name_runs(tokens[phrase.start :]) if run.stop <= stop - phrase.start]
    return range(runs[-1].start + phrase.start, runs[-1].stop + phrase.start) if runs else None
