"""Where the sentences of one paragraph end: places that a stop marks, and rules of news prose about each.

One regular expression finds the places; each rule then looks at a bounded stretch before and after one place, so that
the cost grows with the text alone.
"""

import re
from typing import Final

from workbench.articles.abbreviations import ends_sentence_too, is_abbreviated, last_word
from workbench.articles.openers import opens_sentence
from workbench.articles.phrases import one_of, words_of
from workbench.articles.run_ins import run_in_starts

_STRETCH: Final = 80
_WITHOUT_BLANK: Final = "。！？"  # Chinese and Japanese put none behind them
_STOP: Final = "[.!?…。！？।؟۔]"
_CAPITAL: Final = "[A-ZÀ-Þ]"
_PLACE: Final = re.compile(
    rf"(?P<stop>{_STOP}(?:\s?{_STOP})*+)"  # also "?!", "...", ". . ."
    r"(?P<closers>[\"'”’»)\]」』）]*+"
    r"(?:\[\w{1,3}\]|[¹²³⁰⁴-⁹†‡])*+"  # footnote marks
    r"(?:\s++(?:[\"'”’»)\]]++|\[\d{1,3}\])(?=\s|$))*+)"  # either of them behind a blank
    r"(?:(?P<gap>\s++)(?=\S)"
    r"|(?P<glued>(?=[A-ZÀ-Þ“„«「『\u3041-\u30ff\u3400-\u9fff]|\d{1,2}\s))"
    r"|)"  # or neither, so that no run of stops is read twice
)
_OPENING: Final = "\"'“‘«„(["
_GOES_ON: Final = re.compile(r"[,;:%&/]|[-–—]\s?[a-z]|\W{1,20}$")
_SMALL_BRAND: Final = re.compile(r"[a-z]{1,2}[A-Z]")  # "iPhone"
_FULL_WORD: Final = re.compile(r"[a-zà-ÿ]{4}")
_LONG_ABBREVIATIONS: Final = words_of(
    "approx dept govt corp assoc prof capt sept incl resp messrs atty supt comm intl natl bros assn univ bldg"
)
_LABEL: Final = re.compile(
    r"[•⁃▪◦*-]?\s?\(?(?:\d{1,3}(?:\.\d{1,2})*|[A-Za-z]|[ivxIVX]{1,5})\)?|"
    r"(?:Figure|Table|Chart|Map) \d{1,3}(?:\.\d{1,2})?"
)
_ELLIPSIS_NEXT: Final = re.compile(r"[.!?]\s(?:\.\s?\.\s?\.|…)")
_BRACKETED_DOTS: Final = re.compile(r"[^.!?…\s]\s*[(\[]\s*(?:…|\.\s?\.\s?\.)\s*[)\]][\"'”’»]*$")
_PREDICATE: Final = re.compile(rf"{_CAPITAL}\w*\s+(?:is|was|are|were|has|have|had|will|would|can|could|may|said)\b")
_SPEAKING: Final = one_of(r"""
    sa(?:id|ys?)
    wr(?:ote|ites)
    told
    cri(?:ed|es)
    (?:ask|add|shout|yell|scream|warn|insist|demand|answer|explain|wonder|recall|respond|joke|quipp?|snapp?)(?:e?d|s)?
    (?:replie|continue|argue|note|observe|declare|complain|exclaim|muse|lament|whisper|call|tweete?|poste?)(?:d|s|ed)?
    chants?
""")
_SPEAKER: Final = re.compile(rf"(?:{_CAPITAL}[\w.’'-]*\s+){{1,4}}{_SPEAKING}\b")
_SPEAKS_ON: Final = re.compile(r"I\b")
_SIGNED: Final = re.compile(rf"[-–—]\s?{_CAPITAL}")
_NAMES_WITH_STOP: Final = frozenset({"Yahoo!", "Jeopardy!", "Yum!", "Guess?", "E!"})
# German: "am 3. Mai"
_ORDINAL: Final = re.compile(r"\b(?:am|[Dd](?:er|em|en|es|ie|as)|[VvZz][ou]m|[Ii]m|bis|ab|seit) \d{1,2}$")
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
        if start is not None:
            starts.append(start)
            last = start
    return sorted({*starts, *run_ins}) if run_ins else starts


def _start_behind(text: str, place: re.Match[str], last: int) -> int | None:
    """Return where the sentence behind a stop begins, None if none does; `last` is where the present one began."""
    if place.lastgroup not in {"gap", "glued"}:
        return None
    at, end = place.start(), place.end()
    before = text[max(last, at - _STRETCH) : at]
    after = text[end : end + _STRETCH]
    if place.lastgroup == "glued":
        return _start_of_glued(place, before, after)
    if _goes_on(after) or (place["closers"] and _SIGNED.match(after)):
        return None
    if place["stop"] != ".":
        return _start_behind_other(place, before, after)
    if last == max(last, at - _STRETCH) and _LABEL.fullmatch(before.strip()):
        return None
    return _start_behind_full_stop(place, before, after)


def _goes_on(after: str) -> bool:
    """Whether `after` begins as no sentence does: with a small letter, a comma, or with signs alone."""
    word = after.lstrip(_OPENING)
    return (word[:1].islower() and not _SMALL_BRAND.match(word)) or _GOES_ON.match(after) is not None


def _start_behind_full_stop(place: re.Match[str], before: str, after: str) -> int | None:
    if not _FULL_WORD.fullmatch(before[-4:]) or last_word(before) in _LONG_ABBREVIATIONS:
        word = last_word(before)
        if is_abbreviated(word) and not ends_sentence_too(before, after):
            return None
    if before[-1:].isdigit() and _ORDINAL.search(before) and not opens_sentence(after):
        return None
    note = _NOTE_NUMBER.match(after) if after[0].isdigit() else None
    if note and opens_sentence(after[note.end() :]):
        return place.end() + note.end()
    return place.end()


def _start_behind_other(place: re.Match[str], before: str, after: str) -> int | None:
    """Return where a sentence begins behind "!", "?", an ellipsis or several stops, None if none does there."""
    stop, closers, end = place["stop"], place["closers"], place.end()
    if _ELLIPSIS_NEXT.fullmatch(stop) and before[-1:].isalnum():
        return place.start() + 1  # "It ended. . . . The next …"
    if closers and _SPEAKER.match(after):
        return None
    if "!" in stop or "?" in stop:
        is_name = not closers and (last_word(before) + stop) in _NAMES_WITH_STOP
        return None if is_name and not opens_sentence(after) else end
    if closers[:1] in {")", "]"} and _BRACKETED_DOTS.search(before + stop + closers):
        return end if opens_sentence(after) or _PREDICATE.match(after) else None
    return None if _SPEAKS_ON.match(after) else end


def _start_of_glued(place: re.Match[str], before: str, after: str) -> int | None:
    """Return where a sentence begins behind a stop without a blank ("in May.Investors"), None if none does."""
    if place["stop"][-1] in _WITHOUT_BLANK:
        return place.end()
    if not (before[-2:].isalpha() and before[-2:].islower()) or _IN_ADDRESS.search(before):
        return None
    if note := _NOTE_NUMBER.match(after):
        return place.end() + note.end() if len(last_word(before)) > 2 and not place["closers"] else None
    return place.end() if _GLUED_START.match(after) and not _DOMAIN.match(after) else None
