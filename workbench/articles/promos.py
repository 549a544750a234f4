"""Lines that send the reader to another article."""

import re
from typing import Final

_LONGEST: Final = 260
_ARROW: Final = r"(?:[>»›→▶►▸•*+|\-–—]+\s*)"
_INVITING: Final = (
    r"read (?:also|more|next|on|further|our|the (?:full|whole|latest))|also read|more (?:here|on this(?: story| topic)?)|"
    r"see (?:also|more)|watch(?: (?:also|more|now|live))?|listen(?: (?:also|more|now))?|related(?: \w+)?|recommended|"
    r"more(?: (?:from|on|about|in|to read) .{1,60})?|further reading|don.t miss|must[- ]reads?|go deeper|explainers?|"
    r"in (?:pictures|photos|video)|gallery|podcast|click here(?: to .{1,60})?|find out more|learn more|"
    r"lesen sie (?:auch|mehr|hier)|lesen sie dazu(?: auch)?|mehr(?: (?:zum thema|dazu|lesen|aus .{1,40}))?|siehe auch|"
    r"auch interessant|à lire(?: aussi)?|lire aussi|voir aussi|lea también|leer también|lea más|te puede interesar|"
    r"leggi anche|leia também|veja também|lees ook|læs også|läs också|czytaj też|читайте также"
)
_MARKED: Final = re.compile(rf"{_ARROW}?(?:{_INVITING})\s*(?:[:|»→]|>>?|-\s|–\s|—\s).*", re.IGNORECASE)
_ARROWED: Final = re.compile(rf"(?:>>|»|→|▶|►|▸)\s*\S.{{0,200}}")
_BARE: Final = re.compile(
    rf"{_ARROW}?(?:read (?:also|more|next|on)|also read|see also|related(?: \w+)?|further reading|don.t miss|"
    rf"find out more|learn more|lesen sie auch|mehr zum thema|lire aussi|à lire aussi|lea también|leggi anche)"
    rf"(?:\s+(?:about|on|of|from|in)\b[^.!?]{{1,120}})?\s*[:>»→.…]*",
    re.IGNORECASE,
)
_LIST_HEAD: Final = re.compile(
    r"(?:.{0,80}\b(?:read (?:more|also|next)|also read|see also|related|recommended|latest|further reading|coverage|"
    r"don.t miss|most (?:read|popular)|trending|mehr zum thema|lesen sie auch|lire aussi|lea también)\b.{0,80}:|"
    r"related(?: \w+)?|recommended(?: \w+)?|(?:read|see) (?:also|more|next)|also read|further reading|most read|"
    r"most popular|trending(?: now)?|latest \w+|more (?:news|stories|articles|from .{1,40})|mehr zum thema)\s*:?",
    re.IGNORECASE,
)
_WORD: Final = re.compile(r"\w{3,}")
_LABEL_WORDS: Final = 4


def is_promo(words: str) -> bool:
    """Whether one line, with its blanks collapsed, advertises another article."""
    if len(words) > _LONGEST:
        return False
    return any(form.fullmatch(words) for form in (_MARKED, _ARROWED, _BARE))


def opens_promo_list(words: str) -> bool:
    """Whether a line of promotion or boilerplate announces that titles of other articles follow."""
    return len(words) <= _LONGEST and _LIST_HEAD.fullmatch(words.strip(" -–—*•|>»")) is not None


def is_label_of_promo(words: str, promo: str) -> bool:
    """Whether a short line names the section that the promotion below it is about, in the same words."""
    own = [word.lower() for word in _WORD.findall(words)]
    return 0 < len(own) <= _LABEL_WORDS and all(word in promo.lower() for word in own)
