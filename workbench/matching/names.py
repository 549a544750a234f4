"""Names of people, bodies and places, as far as capital letters show them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from workbench.matching.mentions import Mention
from workbench.matching.name_starts import POSSESSIVE, begins_sentence, without_sentence_start
from workbench.matching.peoples import is_people
from workbench.matching.place_frames import BODIES, stands_as_place
from workbench.matching.places import country_label, country_of
from workbench.matching.tokens import Token
from workbench.matching.words import FUNCTION_WORDS, word_set

JOINING: Final = word_set("of de la du von van der den bin al el ibn ben arap")
_TITLES: Final = word_set("""
    president minister prime chancellor secretary senator sen representative rep governor gov general gen brig
    colonel col captain capt lieutenant lt sergeant sgt major admiral king queen prince princess pope bishop
    judge justice sir lord lady dame dr prof professor chairman chairwoman chief leader mr mrs ms miss foreign
    defense defence
    """)
_COMPANY: Final = word_set("inc incorporated corp corporation co company ltd limited llc plc ag gmbh sa")
# "General Electric" is no general.
_NOT_LED: Final = word_set("electric motor mill dynamic assembly atomic food hospital court staff council election")
_CALENDAR: Final = word_set("""
    monday tuesday wednesday thursday friday saturday sunday january february march april may june july august
    september october november december jan feb aug sept sep oct nov dec mon tue tues wed thu thur thurs fri
    """)
_SHORTENED: Final = word_set("st ste mt ft pt")
_STATES: Final = word_set(
    "republic kingdom state emirate union empire people sultanate federation commonwealth district"
)
_PERSON: Final = 2  # words of a name that may be a person's
_NAME_GAP: Final = re.compile(r"[ \u00a0-]")
_ABBREVIATED_GAP: Final = re.compile(r"\.\s")


@dataclass(frozen=True, slots=True)
class Name(Mention):
    """A run of capitalised words.

    `forms` are their normal forms without titles, `country` what they stand for; `is_place` says that it is a country
    or stands where sentences name places.
    """

    forms: tuple[str, ...]
    country: str | None
    is_place: bool

    @property
    def is_people(self) -> bool:
        """Whether it names a people or a faith, and no person, body or place."""
        return is_people(self.forms, self.country)

    @property
    def is_capital(self) -> bool:
        """Whether it is a town that can stand for its country."""
        return self.country is not None and not self.is_people and "-".join(self.forms) != self.country

    @property
    def shown(self) -> str:
        """Whom or what it stands for, as a person reads it: "North Korea" for "Pyongyang", else ""."""
        return country_label(self.country) if self.country else ""


def find_names(text: str, words: tuple[Token, ...]) -> Iterator[Name]:
    """Yield the names in `text`, whose words are `words`, in order."""
    known = _named_within_sentences(text, words)
    run: list[Token] = []
    for word in words:
        if run and not (_joined(text, run[-1], word) and (_capitalised(word) or word.form in JOINING)):
            yield from _name(text, run, known)
            run = []
        if run or _capitalised(word):
            run.append(word)
    yield from _name(text, run, known)


def _joined(text: str, word: Token, following: Token) -> bool:
    """Whether two words may be of one name; a stop between them only after a title or an initial, and no owner."""
    if POSSESSIVE.search(word.text):
        return False
    between = text[word.end : following.start]
    if _ABBREVIATED_GAP.fullmatch(between):
        return len(word.text) == 1 or word.form in _TITLES or word.form in _SHORTENED
    return bool(_NAME_GAP.fullmatch(between))


def _named_within_sentences(text: str, words: tuple[Token, ...]) -> frozenset[str]:
    """Return the forms that have a capital where no sentence begins."""
    return frozenset(word.form for word in words if _capitalised(word) and not begins_sentence(text, word.start))


def _name(text: str, run: list[Token], known: frozenset[str]) -> Iterator[Name]:
    words = list(run)
    while words and words[-1].form in JOINING:
        words.pop()
    if words and begins_sentence(text, words[0].start):
        words = without_sentence_start(text, words, known)
    words = [word for word in _after_title(words) if word.form not in _CALENDAR]
    while len(words) > 1 and words[-1].form in _COMPANY:
        words.pop()
    for part in _parts(words):
        forms = tuple(word.form for word in part)
        if forms and any(len(word.text) > 1 for word in part):
            country = country_of(forms)
            is_place = bool(country) or stands_as_place(text, part)
            yield Name(part[0].start, _end(part[-1]), forms, country, is_place)


def _person_and_country(words: list[Token]) -> list[list[Token]]:
    """Return "Anna Ostrup of Norway" as two names; "Bank of Spain" is one."""
    place = next((number for number, word in enumerate(words) if word.form == "of"), 0)
    head, tail = words[:place], words[place + 1 :]
    if len(head) < _PERSON or not country_of(tuple(word.form for word in tail)):
        return [words]
    return [words] if {word.form for word in head} & (BODIES | _STATES) else [head, tail]


def _parts(words: list[Token]) -> list[list[Token]]:
    """Return the names in a run of capitalised words: "German Anna Ostrup" is of a people and a person."""
    first, rest = words[:1], words[1:]
    if len(rest) < _PERSON or {word.form for word in rest} & (BODIES | _STATES | JOINING):
        return _person_and_country(words)
    forms = (first[0].form,)
    return [first, *_person_and_country(rest)] if is_people(forms, country_of(forms)) else _person_and_country(words)


def _end(word: Token) -> int:
    """Return where the word ends without the mark of an owner."""
    owner = POSSESSIVE.search(word.text)
    return word.start + owner.start() if owner else word.end


def _after_title(words: list[Token]) -> list[Token]:
    """Return the words after the last title, which are whom it names; if none follow, all but the titles."""
    following = [*(word.form for word in words[1:]), ""]
    titles = [n for n, word in enumerate(words) if word.form in _TITLES and following[n] not in _NOT_LED]
    if titles and titles[-1] + 1 < len(words):
        return words[titles[-1] + 1 :]
    return [word for number, word in enumerate(words) if number not in titles]


def _capitalised(word: Token) -> bool:
    return word.text[0].isupper() and word.form not in FUNCTION_WORDS | {"i"}
