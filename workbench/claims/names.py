"""Where names stand in an article, and the fullest description that it gives of each person it names."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from workbench.claims import cues
from workbench.claims.people import NameRegister, Person
from workbench.claims.reading import SPEAKING_KINDS, SentenceView, Token
from workbench.claims.spans import Span

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
_KNOWN_IN_ROLES = cues.ROLES | cues.DEMONYMS


def name_runs(tokens: Sequence[Token]) -> Iterator[range]:
    """Yield the runs of capitalised words that can be names, without titles, demonyms and institutions."""
    at, count = 0, len(tokens)
    for start in [place for place, token in enumerate(tokens) if token.is_capitalised]:
        if start < at or not _is_name_word(tokens[start], inside=False):
            continue
        at = start
        while at < count and _is_name_word(tokens[at], inside=True):
            at += 1
            if tokens[at - 1].is_possessive:
                break
        stop = at
        while stop > start and tokens[stop - 1].lower in _NAME_PARTICLES:
            stop -= 1
        if 0 < stop - start <= _LONGEST_NAME and not _goes_on_with_of(tokens, stop):
            yield range(start, stop)


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
    short: list[Person] = []
    for view in views:
        if view.kind not in SPEAKING_KINDS:
            continue
        for run in name_runs(view.tokens):
            mentioned = _mention(view.tokens, run)
            if len(run) < 2:
                if mentioned.role:
                    short.append(mentioned)
                continue
            mentions[mentioned.name] += 1
            known = people.get(mentioned.name)
            people[mentioned.name] = mentioned if known is None else _fuller(known, mentioned)
    return _with_roles_of_short_names(NameRegister(people.values(), mentions), short)


def _mention(tokens: Sequence[Token], run: range) -> Person:
    """Return what one mention of a name says of the person."""
    role, first = role_before(tokens, run)
    apposition, stop = _apposition_after(tokens, run)
    at = Span(tokens[first].start, tokens[stop - 1].end)
    return Person(name_text(tokens, run), at, role, apposition)


def _fuller(known: Person, mentioned: Person) -> Person:
    """Put two mentions of a person together: the longest role, the longest apposition, and where it stands."""
    role = max(known.role, mentioned.role, key=len)
    apposition = max(known.apposition, mentioned.apposition, key=len)
    # The role comes before the apposition where there is one (`Person.described`), so it decides the place.
    fuller = len(mentioned.role) > len(known.role) if role else len(mentioned.apposition) > len(known.apposition)
    return Person(known.name, mentioned.at if fuller else known.at, role, apposition)


def _with_roles_of_short_names(register: NameRegister, short: Iterable[Person]) -> NameRegister:
    """“US expert Seiler” gives Sidney Seiler his role."""
    roles: dict[str, tuple[str, Span]] = {}
    for mentioned in short:
        person = register.find([mentioned.name])
        if person is not None and len(mentioned.role) > len(roles.get(person.name, ("",))[0]):
            roles[person.name] = (mentioned.role, mentioned.at)
    return register.with_roles(roles)


def _is_courtesy(role: str) -> bool:
    return {word.rstrip(".").casefold() for word in role.split()} <= {"mr", "mrs", "ms"}


def role_before(tokens: Sequence[Token], run: range) -> tuple[str, int]:
    """Return the role right before a name (“Pentagon press secretary Brig. Gen.”), or "", and its first position."""
    last = run.start - 1
    if last < 0 or not tokens[last].is_word or tokens[last].lower not in cues.ROLES:
        return "", run.start
    start = last
    while start > 0 and last - start < _LONGEST_DESCRIPTION and _describes(tokens[start - 1]):
        if _runs_in(tokens, start - 1):
            break
        start -= 1
    role = " ".join(tokens[at].text for at in range(start, last + 1))
    return ("", run.start) if _is_courtesy(role) else (role, start)


def _runs_in(tokens: Sequence[Token], at: int) -> bool:
    """Whether a place at `at` runs into a description: “Tokyo, Washington North Korean leader”."""
    token, following = tokens[at], tokens[at + 1]
    known = _KNOWN_IN_ROLES
    return at > 0 and token.is_capitalised and token.lower not in known and following.lower in cues.DEMONYMS


def _describes(token: Token) -> bool:
    """Whether a word before a role noun belongs to the role: not a verb, an article or a preposition."""
    word = token.lower
    if not token.is_word or word in cues.DETERMINERS or word in cues.CLAUSE_BREAKS or word in cues.PREPOSITIONS:
        return False
    if word in {"and", "or"} or word in cues.FINITE or word in cues.REPORTING or word in cues.LEADING_ADVERBS:
        return False
    return word not in cues.TIME_WORDS and not (token.is_possessive and not token.is_capitalised)


def _apposition_after(tokens: Sequence[Token], run: range) -> tuple[str, int]:
    """Return “spokesman for the National Security Council” after “John Kirby, ”, or "", and where it stops."""
    at = run.stop
    if at + 1 >= len(tokens) or tokens[at].text != "," or not tokens[at + 1].is_word:
        return "", run.stop
    stop = at + 1
    while stop < len(tokens) and stop - at < 16 and (tokens[stop].is_word or tokens[stop].text in {"-", "&"}):
        stop += 1
    words = tokens[at + 1 : stop]
    closed = stop < len(tokens) and tokens[stop].text == ","
    if not closed or words[0].lower in cues.SUBJECT_PRONOUNS or words[0].lower in cues.CLAUSE_BREAKS:
        return "", run.stop
    if not any(word.lower in cues.ROLES for word in words) or any(word.lower in cues.FINITE for word in words):
        return "", run.stop
    return " ".join(word.text for word in words), stop


def subject_name(tokens: Sequence[Token], phrase: range) -> range | None:
    """Return the last name in a phrase before its first comma or preposition: the person it describes.

    “a spokesman for Anna Lind” names nobody who speaks.
    """
    ends = (at for at in phrase[1:] if tokens[at].text == "," or tokens[at].lower in cues.PREPOSITIONS)
    stop = next(ends, phrase.stop)
    runs = [run for run in name_runs(tokens[phrase.start : stop + 2]) if run.stop <= stop - phrase.start]
    return range(runs[-1].start + phrase.start, runs[-1].stop + phrase.start) if runs else None
