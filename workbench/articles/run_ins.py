"""Places inside a paragraph where a sentence begins without a stop before it.

Scraped text runs headlines, dates, bylines, datelines, captions, credits and items of lists into what follows them.
Each kind has a mark of its own; where no mark decides, nothing is cut. Every pattern begins with a character that is
found without looking at the rest, or is tried only where the paragraph holds its mark.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Final

from workbench.articles.agencies import AGENCY
from workbench.articles.openers import UNSTOPPED_OPENERS, opens_sentence
from workbench.articles.phrases import words_of

_STRETCH: Final = 80
_CAPITAL: Final = "[A-ZÀ-Þ]"
_WEEKDAY: Final = "(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
_MONTH: Final = (
    r"(?:Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|June?|July?|Aug(?:ust|\.)?|"
    r"Sept?(?:ember|\.)?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?)"
)
_BULLETS: Final = "•⁃▪◦"
_NAME: Final = rf"{_CAPITAL}[\w’'-]+(?: {_CAPITAL}\.)? {_CAPITAL}[\w’'-]+"

_ALSO_IN_TITLES: Final = words_of("It By For From With As If When While After Before Because Since And But So")


def _any_word(words: Iterable[str]) -> str:
    """Return a pattern for any of `words`, by their first letter, which is quicker than one after the other."""
    by_letter: dict[str, list[str]] = defaultdict(list)
    for word in sorted(words):
        by_letter[word[0]].append(word[1:])
    return "(?:" + "|".join(f"{letter}(?:{'|'.join(rests)})" for letter, rests in by_letter.items()) + ")"


_RESTART: Final = re.compile(
    r" (?=[A-Z])(?<=[\w%\"”’] )(?<!_ )(?<![,—–-][\"”’] )"
    rf"(?P<word>{_any_word(UNSTOPPED_OPENERS)}(?=,? [a-z])|On(?= {_WEEKDAY}\b))"
)
_ENDS_WITH_CAPITALIZED: Final = re.compile(rf"{_CAPITAL}[\w’'-]*[\"”’]?$")
_CREDIT: Final = re.compile(
    r"\b(?:Image|Photo|Picture|Photograph|Video|Foto|Bild)s?(?: credit| courtesy)?: (?=[A-ZÀ-Þ©])"
)
_CREDIT_WORDS: Final = ("Image", "Photo", "Picture", "Video", "Foto", "Bild")
_DATE: Final = re.compile(
    r"(?:\b(?:Published|Posted|Updated|Last updated|Last modified)(?: on)?:? )?"
    rf"\b{_WEEKDAY}, (?:{_MONTH} \d{{1,2}}|\d{{1,2}} {_MONTH}),? (?:19|20)\d\d"
    r"(?:,? (?:at )?\d{1,2}[:.]\d\d(?: ?[aApP]\.?[mM]\b\.?)?(?: [A-Z]{2,4}\b)?)?"
    r"(?= [\"“‘]?\w|$)"
)
_GOES_ON_WITH_DATE: Final = re.compile(
    r"\b(?:on|of|from|by|since|until|till|to|and|for|before|after|dated|through|this)$|[,(–—-]$", re.IGNORECASE
)
_AGENCY_MARK: Final = re.compile(rf"\((?i:{AGENCY})\) ?[-–—]")
_PLACE: Final = re.compile(
    rf"(?:^|(?<![A-Z] ))\b[A-Z]{{3,}}(?:[ -][A-Z]{{2,}}){{0,3}}(?:, [A-Z][\w.]+){{0,2}}(?:, {_MONTH} \d{{1,2}})? $"
)
_BYLINE: Final = re.compile(rf" (?<=\w )By {_NAME}(?: and {_NAME})?(?= )")
_BULLET: Final = re.compile(rf"[{_BULLETS}](?= ?\S)")
_FIRST_NUMBER: Final = re.compile(rf"\(?(?:1|a|A|i)(?:\.\)|\)|\.) +[\"“(]?{_CAPITAL}")
_NUMBER: Final = re.compile(rf"(?<!\S)\(?(?P<number>\d{{1,2}}|[A-Za-z])(?P<sign>\.\)|\)|\.)(?= +[\"“(]?{_CAPITAL})")


def run_in_starts(text: str) -> list[int]:
    """Return where, in the paragraph `text`, sentences begin without a stop before them, in order.

    `text` holds no newlines.
    """
    starts = set(_restarts(text))
    if ": " in text and any(word in text for word in _CREDIT_WORDS):
        starts.update(credit.start() for credit in _CREDIT.finditer(text))
    if "day, " in text:
        starts.update(_starts_around_dates(text))
    if " By " in text:
        starts.update(_starts_around_bylines(text))
    if any(bullet in text for bullet in _BULLETS):
        starts.update(bullet.start() for bullet in _BULLET.finditer(text))
    if "(" in text:
        starts.update(_datelines(text))
    if _FIRST_NUMBER.match(text):
        starts.update(_starts_of_numbered(text))
    starts.discard(0)
    return sorted(starts)


def _restarts(text: str) -> Iterator[int]:
    """Words that open sentences and stand small inside them ("… in the gallery The museum said …")."""
    for restart in _RESTART.finditer(text):
        before = text[max(0, restart.start() - _STRETCH) : restart.start()]
        if restart["word"] not in _ALSO_IN_TITLES or not _ENDS_WITH_CAPITALIZED.search(before):
            yield restart.start("word")


def _starts_around_dates(text: str) -> Iterator[int]:
    """A date with its weekday and no comma behind it is a line of its own, unless the sentence goes on with it."""
    for date in _DATE.finditer(text):
        before = text[max(0, date.start() - _STRETCH) : date.start()].rstrip()
        following = text[date.end() : date.end() + _STRETCH].lstrip(' "“‘')
        if not _GOES_ON_WITH_DATE.search(before) and not (before and following[:1].islower()):
            yield date.start()
            yield date.end()


def _starts_around_bylines(text: str) -> Iterator[int]:
    """Two names behind a "By" with a capital, if what follows them opens a sentence."""
    for byline in _BYLINE.finditer(text):
        if opens_sentence(text[byline.end() + 1 : byline.end() + _STRETCH]):
            yield byline.start() + 1
            yield byline.end()


def _datelines(text: str) -> Iterator[int]:
    """Places in capitals before the agency: "… by a year SELM, Norway (AP) — The tunnel …"."""
    for agency in _AGENCY_MARK.finditer(text):
        first = max(0, agency.start() - _STRETCH)
        if place := _PLACE.search(text[first : agency.start()]):
            yield first + place.start()


def _starts_of_numbered(text: str) -> Iterator[int]:
    """The items "2) …", "3) …" of a paragraph that begins with "1) …", as long as they count on."""
    expected = sign = ""
    for item in _NUMBER.finditer(text):
        number = item["number"]
        if expected and (number != expected or item["sign"] != sign):
            continue
        yield item.start()
        sign = item["sign"]
        expected = str(int(number) + 1) if number.isdecimal() else chr(ord(number) + 1)
