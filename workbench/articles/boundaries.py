"""Where the sentences of one paragraph end: places that a stop marks, and rules of news prose about each.

One regular expression finds the places; each rule then looks at a bounded stretch before and after one place, so that
the cost grows with the text alone.
"""

import re
from typing import Final

from workbench.articles.abbreviations import ends_sentence_too, is_abbreviated, last_word, opens_sentence
from workbench.articles.phrases import words_of
from workbench.articles.run_ins import run_in_starts

_STRETCH: Final = 80
_CLOSERS: Final = "\"'”’»)]"
_CAPITAL: Final = "[A-ZÀ-Þ]"
_PLACE: Final = re.compile(
    r"(?P<stop>[.!?…](?:\s?[.!?…])*+)"  # also "?!", "...", ". . ."
    r"(?P<closers>[\"'”’»)\]]*+)"
    r"(?:\[\w{1,3}\]|[¹²³⁰⁴-⁹†‡])*+"  # footnote marks
    r"(?:\s++(?:[\"'”’»)\]]++|\[\d{1,3}\])(?=\s|$))*+"  # either of them behind a blank
    r"(?:(?P<gap>\s++)(?=\S)|(?=[A-ZÀ-Þ“„«]|\d{1,2}\s))"
)
_SMALL: Final = re.compile(r"[\"'“‘«„(\[]*(?![a-z]{1,2}[A-Z])[^\W\d_A-ZÀ-Þ]|[,;:%&/]")
_FULL_WORD: Final = re.compile(r"[a-zà-ÿ]{4}")
_LONG_ABBREVIATIONS: Final = words_of(
    "approx dept govt corp assoc prof capt sept incl resp messrs atty supt comm intl natl bros assn univ bldg"
)
_LONE_NUMBER: Final = re.compile(r"[•⁃▪◦*-]?\s?\(?(?:\d{1,3}|[A-Za-z]|[ivxIVX]{1,5})\)?")
_DOTS: Final = re.compile(r"(?:\.\s?){3,}\.?|…")
_BRACKETED_DOTS: Final = re.compile(r"[^.!?…\s]\s*[(\[]\s*(?:…|\.\s?\.\s?\.)\s*[)\]][\"'”’»]*$")
_PREDICATE: Final = re.compile(rf"{_CAPITAL}\w*\s+(?:is|was|are|were|has|have|had|will|would|can|could|may|said)\b")
_SPEAKER: Final = re.compile(
    rf"(?:{_CAPITAL}[\w.’'-]*\s+){{1,4}}(?:said|says|asked|asks|wrote|writes|added|adds|told|replied|shouted|cried|"
    r"continued|wondered|tweeted|posted|warned|insisted|demanded|recalled|answered|explained|quipped|joked)\b"
)
_SIGNED: Final = re.compile(rf"[-–—]\s?{_CAPITAL}")
_NAME_WITH_STOP: Final = frozenset({"Yahoo!", "Jeopardy!", "Yum!", "Guess?", "E!"})
_GLUED_START: Final = re.compile(
    rf"[“„«]{_CAPITAL}|{_CAPITAL}[a-zà-ÿ]{{2,}}[\s,]|(?:A|I|An|In|It|On|At|He|We|By|As|If)\s"
)
_DOMAIN: Final = re.compile(r"(?:Com|Net|Org|Gov|Edu|Info|Js|Io)\b")
_IN_ADDRESS: Final = re.compile(r"[@/.][\w-]*$")
_NOTE_NUMBER: Final = re.compile(r"\d{1,2}\s+(?=[A-ZÀ-Þ“\"])")


def sentence_starts(text: str) -> list[int]:
    """Return where each sentence of `text` but the first begins (or the blanks before it), in order.

    `text` is one paragraph; a newline in it is soft, and counts as a blank.
    """
    text = text.replace("\n", " ")
    run_ins = run_in_starts(text)
    starts: list[int] = []
    last = taken = 0
    for place in _PLACE.finditer(text):
        while taken < len(run_ins) and run_ins[taken] <= place.start():
            last = run_ins[taken]
            taken += 1
        start = _start_behind(text, place, last)
        if start is not None and start < len(text):
            starts.append(start)
            last = start
    return sorted({*starts, *run_ins}) if run_ins else starts


def _start_behind(text: str, place: re.Match[str], last: int) -> int | None:
    """Return where the sentence behind a stop begins, None if none does; `last` is where the present one began."""
    if place["gap"] is None:
        return _start_of_glued(text, place)
    at, end = place.start(), place.end()
    before = text[max(last, at - _STRETCH) : at]
    after = text[end : end + _STRETCH]
    if place["stop"] == ".":
        if not _SMALL.match(after) and _ends_at_full_stop(
            before, after, place["closers"], is_first=at - last < _STRETCH
        ):
            return end
        return None
    return _start_behind_other(place, before, after)


def _ends_at_full_stop(before: str, after: str, closers: str, *, is_first: bool) -> bool:
    """Whether a single full stop between `before` and `after` ends a sentence."""
    if _SIGNED.match(after) and closers:
        return False
    if _FULL_WORD.fullmatch(before[-4:]):
        word = last_word(before)
        if word not in _LONG_ABBREVIATIONS:
            return True
    else:
        word = last_word(before)
    if is_first and _LONE_NUMBER.fullmatch(before.strip()):
        return False
    return not is_abbreviated(word) or ends_sentence_too(before, after)


def _start_behind_other(place: re.Match[str], before: str, after: str) -> int | None:
    """Return where a sentence begins behind "!", "?", an ellipsis or several stops, None if none does there."""
    stop, end = place["stop"], place.end()
    if _SMALL.match(after):
        return None
    if "!" in stop or "?" in stop:
        if place["closers"] and (_SPEAKER.match(after) or _SIGNED.match(after)):
            return None
        is_name = (last_word(before) + stop) in _NAME_WITH_STOP and not place["closers"]
        return None if is_name and not opens_sentence(after) else end
    if place["closers"][:1] in {")", "]"} and _BRACKETED_DOTS.search(before + stop + place["closers"]):
        return end if opens_sentence(after) or _PREDICATE.match(after) else None
    if stop.startswith(". ") and stop.count(".") == 4 and before[-1:].isalnum():
        return place.start() + 1  # the ellipsis opens the next sentence: "It ended. . . . The next …"
    if after.startswith(("I ", "I'", "I’")):
        return None
    return end


def _start_of_glued(text: str, place: re.Match[str]) -> int | None:
    """Return where a sentence begins behind a stop without a blank ("in May.Investors"), None if none does."""
    at, end = place.start(), place.end()
    before = text[max(0, at - _STRETCH) : at]
    if not (before[-2:].isalpha() and before[-2:].islower()) or _IN_ADDRESS.search(before):
        return None
    if note := _NOTE_NUMBER.match(text, end):
        return note.end() if len(last_word(before)) > 2 and not place["closers"] else None
    if _GLUED_START.match(text, end) and not _DOMAIN.match(text, end):
        return end
    return None
