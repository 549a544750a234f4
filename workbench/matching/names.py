"""Names of people, bodies and places, as far as capital letters show them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from rapidfuzz import fuzz

from workbench.matching.mentions import Mention
from workbench.matching.name_starts import begins_sentence, without_sentence_start
from workbench.matching.peoples import is_people
from workbench.matching.place_frames import stands_as_place
from workbench.matching.places import country_label, country_of
from workbench.matching.tokens import Token
from workbench.matching.transliteration import sounds_alike
from workbench.matching.words import FUNCTION_WORDS, word_set

_JOINING: Final = word_set("of de la du von van der den bin al el")
_TITLES: Final = word_set("""
    president minister prime chancellor secretary senator sen representative rep governor gov general gen brig
    colonel col captain capt lieutenant lt sergeant sgt major admiral king queen prince princess pope bishop
    judge justice sir lord lady dame dr prof professor chairman chairwoman chief leader mr mrs ms miss foreign
    defense defence
    """)
_COMPANY: Final = word_set("inc incorporated corp corporation co company ltd limited llc plc ag gmbh sa")
# "General Electric" is no general.
_NOT_LED: Final = word_set("electric motor mill dynamic assembly atomic food hospital court staff council election")
_SAYS: Final = (
    r"(?:says?|said|told|tells?|added|adds|noted|announced|announces|reported|reports|stated|confirmed|claimed|explained"
    r"|acknowledged|wrote|writes|argued|insisted|warned|testified|commented)"
)
_SAYS_AFTER: Final = re.compile(rf"(?:[’']s\s+\w+)?(?:,[^,.]{{0,40}},)?\s+(?:(?:also|has|had|have|later)\s+)?{_SAYS}\b")
_SAYS_BEFORE: Final = re.compile(rf"\b(?:{_SAYS}|according\s+to)\s+(?:the\s+)?(?:[\w-]+\s+){{0,3}}$")
_LOOK: Final = 70  # characters around a name that show whether it is who said so
_FEWEST_INITIALS: Final = 2
_CALENDAR: Final = word_set("""
    monday tuesday wednesday thursday friday saturday sunday january february march april may june july august
    september october november december jan feb aug sept sep oct nov dec mon tue tues wed thu thur thurs fri
    """)
_NAME_GAP: Final = re.compile(r"[ \u00a0-]")
_ABBREVIATED_GAP: Final = re.compile(r"\.\s")
_SPELLED_ALIKE: Final = 80.0  # RapidFuzz ratio of two transliterations of one name


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
        if run and not (_joined(text, run[-1], word) and (_capitalised(word) or word.form in _JOINING)):
            yield from _name(text, run, known)
            run = []
        if run or _capitalised(word):
            run.append(word)
    yield from _name(text, run, known)


def same_name(a: Name, b: Name) -> bool:
    """Whether two names may mean the same: one within the other, initials, a country and its capital."""
    if a.country and b.country:
        return a.country == b.country
    shorter, longer = sorted((a.forms, b.forms), key=len)
    if set(shorter) <= set(longer) or _are_initials(shorter, longer):
        return True
    if _spelled_alike(" ".join(shorter), " ".join(longer)):
        return True
    if all(any(sounds_alike(form, other) for other in longer) for form in shorter):
        return True
    # The same surname, with nothing or something of the rest in common: "Schröder", "Gerhard Schroeder".
    rest_agrees = len(shorter) == 1 or bool(set(shorter[:-1]) & set(longer[:-1])) or _short_for(shorter[0], longer[0])
    return rest_agrees and _spelled_alike(shorter[-1], longer[-1])


def stands_as_asserter(text: str, name: Name) -> bool:
    """Whether the text says that this is who said so: "Lopez said", "said Irene Calder", "according to Lopez"."""
    after, before = text[name.end : name.end + _LOOK], text[max(0, name.start - _LOOK) : name.start]
    return bool(_SAYS_AFTER.match(after) or _SAYS_BEFORE.search(before))


def _are_initials(shorter: tuple[str, ...], longer: tuple[str, ...]) -> bool:
    """Whether one word is of the first letters of the others, and perhaps some more of theirs: WHO, AOL."""
    initials = "".join(form[0] for form in longer if form not in _JOINING)
    if len(shorter) != 1 or len(longer) < _FEWEST_INITIALS:
        return False
    letters = iter("".join(longer))
    return shorter[0] == initials or (
        len(initials) < len(shorter[0]) <= len(initials) + 1
        and shorter[0].startswith(initials[: len(initials)])
        and all(letter in letters for letter in shorter[0])
    )


def _short_for(one: str, other: str) -> bool:
    """Whether one first name begins the other, or is its initial: Ron and Ronald, J and John."""
    shorter, longer = sorted((one, other), key=len)
    return longer.startswith(shorter)


def _spelled_alike(a: str, b: str) -> bool:
    return fuzz.ratio(a, b) >= _SPELLED_ALIKE


def _joined(text: str, word: Token, following: Token) -> bool:
    """Whether two words may be of one name; a stop between them only after a title or an initial."""
    between = text[word.end : following.start]
    if _ABBREVIATED_GAP.fullmatch(between):
        return len(word.text) == 1 or word.form in _TITLES
    return bool(_NAME_GAP.fullmatch(between))


def _named_within_sentences(text: str, words: tuple[Token, ...]) -> frozenset[str]:
    """Return the forms that have a capital where no sentence begins."""
    return frozenset(word.form for word in words if _capitalised(word) and not begins_sentence(text, word.start))


def _name(text: str, run: list[Token], known: frozenset[str]) -> Iterator[Name]:
    words = list(run)
    while words and words[-1].form in _JOINING:
        words.pop()
    if words and begins_sentence(text, words[0].start):
        words = without_sentence_start(text, words, known)
    words = [word for word in _after_title(words) if word.form not in _CALENDAR]
    while len(words) > 1 and words[-1].form in _COMPANY:
        words.pop()
    forms = tuple(word.form for word in words)
    if forms and any(len(word.text) > 1 for word in words):
        country = country_of(forms)
        yield Name(words[0].start, words[-1].end, forms, country, bool(country) or stands_as_place(text, words))


def _after_title(words: list[Token]) -> list[Token]:
    """Return the words after the last title, which are whom it names; if none follow, all but the titles."""
    following = [*(word.form for word in words[1:]), ""]
    titles = [n for n, word in enumerate(words) if word.form in _TITLES and following[n] not in _NOT_LED]
    if titles and titles[-1] + 1 < len(words):
        return words[titles[-1] + 1 :]
    return [word for number, word in enumerate(words) if number not in titles]


def _capitalised(word: Token) -> bool:
    return word.text[0].isupper() and word.form not in FUNCTION_WORDS | {"i"}
