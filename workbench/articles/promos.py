"""Lines that send the reader to another article."""

import re
from typing import Final

from workbench.articles.phrases import compile_phrases, one_of

_LONGEST: Final = 260
_ARROW: Final = r"(?:[>»›→▶►▸•*+|\-–—]+\s*)?"
_MARK: Final = r"\s*(?:[:|»→]|>>?)"
_INVITING: Final = one_of(r"""
    # to read, see and hear more
    read (?:also|more|next|on|further|our|the (?:full|whole|latest))
    also read
    more
    more (?:here|to read)
    more information
    more on this(?: story| topic)?
    see (?:also|more)
    watch(?: (?:also|more|now|live))?
    listen(?: (?:also|more|now))?
    # what is like it
    related(?: (?:articles?|stor(?:y|ies)|news|coverage|reading|links?|posts?|content|topics?))?
    recommended
    recommended (?:reading|articles?|stories)
    further reading
    don.t miss
    must[- ]reads?
    go deeper
    you (?:may|might) (?:also )?(?:like|enjoy|be interested in)
    # other forms
    in (?:pictures|photos)
    photo gallery
    podcast
    # what to do
    click here(?: to .{1,60})?
    find out more
    learn more
    # German
    lesen sie (?:auch|mehr|hier|dazu)(?: auch)?
    mehr
    mehr (?:zum thema|dazu|lesen)
    siehe auch
    auch interessant
    # French
    à lire(?: aussi)?
    lire aussi
    voir aussi
    # Spanish, Italian and Portuguese
    lea también
    leer también
    lea más
    te puede interesar
    leggi anche
    leia também
    veja também
    # Dutch, Danish, Swedish, Polish and Russian
    lees ook
    læs også
    läs också
    czytaj też
    читайте также
""")
_ALONE: Final = one_of(r"""
    read (?:also|more|next|on)
    also read
    see also
    further reading
    don.t miss
    find out more
    learn more
    # in other languages
    lesen sie auch
    mehr zum thema
    lire aussi
    à lire aussi
    lea también
    leggi anche
""")
_MARKED: Final = re.compile(rf"{_ARROW}{_INVITING}{_MARK}.*|>>\s*\S.*", re.IGNORECASE)
# These also begin sentences of articles, which end with a stop; titles of other articles do not.
_WITHOUT_STOP: Final = re.compile(
    rf"(?:{_ARROW}{_ALONE}\s+[-–—]\s.*|{_ARROW}(?:read )?more (?:about|from|on|of|in) .{{1,60}}:.*|"
    r"[→▶►▸»]\s*[^«]*)(?<![.!])",
    re.IGNORECASE,
)
_BARE: Final = re.compile(
    rf"{_ARROW}{_ALONE}(?:\s+(?:about|on|of|from|in|here)\b[^.!?]{{0,120}})?\s*[:>»→.…]*", re.IGNORECASE
)
_LIST_HEAD: Final = compile_phrases(r"""
    # before a colon
    .{0,80}\b(?:read (?:more|also|next)|also read|see also|related|recommended|latest|further reading)\b.{0,80}:
    .{0,80}\b(?:coverage|don.t miss|most (?:read|popular)|trending)\b.{0,80}:
    (?:mehr zum thema|lesen sie auch|lire aussi|lea también)\b.{0,80}:
    # alone
    related(?: \w+)?
    recommended(?: \w+)?
    (?:read|see) (?:also|more|next)
    also read
    further reading
    most (?:read|popular)
    trending(?: now)?
    latest \w+
    more (?:news|stories|articles|from .{1,40})
    mehr zum thema
""")
_FRAME: Final = " -–—*•|>»"
_WORD: Final = re.compile(r"\w{3,}")
_LABEL_WORDS: Final = 4


def is_promo(words: str) -> bool:
    """Whether one line, with its blanks collapsed, advertises another article."""
    if len(words) > _LONGEST:
        return False
    return any(form.fullmatch(words) for form in (_MARKED, _WITHOUT_STOP, _BARE))


def opens_promo_list(words: str) -> bool:
    """Whether a line of promotion or boilerplate announces that titles of other articles follow."""
    return len(words) <= _LONGEST and _LIST_HEAD.fullmatch(words.strip(_FRAME)) is not None


def is_label_of_promo(words: str, promo: str) -> bool:
    """Whether a short line names the section that the promotion below it is about, in the same words."""
    own = [word.lower() for word in _WORD.findall(words)]
    return 0 < len(own) <= _LABEL_WORDS and all(word in promo.lower() for word in own)
