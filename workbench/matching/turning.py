"""What a quotation says otherwise once some of its words are left out: "not", "if they agree", "they say that".

Only what bears on the words that are kept counts: a word that denies or weakens them from before ("will not | pay"),
or that goes on from them ("pay | nothing"); a condition or an exception in their sentence, or at the head of the next;
and whoever else is made to say them. What other clauses and sentences deny is no matter.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain
from typing import Final

from workbench.claims.cues import HONORIFICS, NOUN_LIKE, REPORTING, THAT_VERBS
from workbench.claims.opinion_words import HEDGES
from workbench.matching.negation import is_sign
from workbench.matching.tokens import Token
from workbench.matching.words import word_set

Span = tuple[int, int]
"""Words of a quotation, by their numbers, half-open."""

_SENTENCE_END: Final = re.compile(r"[.!?][\"”’')\]]*\s")
_CLAUSE_END: Final = re.compile(r"[,;:–—]|\s-\s")
# They begin a clause of its own, which denies or weakens nothing beside it.
_JOINING: Final = word_set("and or but because since as while when where who which so")
_OWN_CLAUSE: Final = _JOINING | word_set("if unless")
_GOING_ON: Final = _OWN_CLAUSE | word_set("that")
_ASIDES: Final = word_set(
    "perhaps maybe possibly probably apparently presumably potentially arguably supposedly allegedly reportedly"
)
_WEAKENING: Final = HEDGES | _ASIDES | word_set("should must ought only almost nearly")
_THINKING: Final = word_set(
    "think thinks thought believe believes believed hope hopes hoped suppose guess assume doubt doubts suspect"
)
_WISHING: Final = word_set("want wants wanted intend intends plan plans expect expects")
_REPORTING: Final = REPORTING | _THINKING | _WISHING
_DOUBTFUL: Final = (NOUN_LIKE | THAT_VERBS | _WISHING) - _THINKING  # they govern what follows only through "that", "to"
_LINKS: Final = word_set("that to")
_BEHIND_VERBS: Final = _LINKS | word_set("us me them him her you people")  # "told us that …"
_OWN_VOICE: Final = word_set("i we")
_EXCEPTION: Final = re.compile(
    r"\b(?:only\s+(?:if|when|after|once)|unless|except|provid(?:ed|ing)\s+that|(?:as|so)\s+long\s+as"
    r"|on\s+(?:the\s+)?condition|apart\s+from|other\s+than)\b",
    re.IGNORECASE,
)
_CONDITION: Final = re.compile(
    rf"{_EXCEPTION.pattern}|(?<!even )(?<!as )(?<!what )\b(?:if|in\s+case|assuming)\b", re.IGNORECASE
)
_CONTRAST: Final = re.compile(
    r"(?<!nothing )(?<!anything )\bbut\b(?!\s+(?:also|rather)\b)|\b(?:however|although|though|nevertheless)\b",
    re.IGNORECASE,
)
_SOURCE: Final = re.compile(r"\baccording\s+to\b", re.IGNORECASE)
_BEFORE_CONDITION: Final = word_set("and or but that")
_DENIAL_REACH: Final = 6  # words from the one that denies to the words that it bears on
_WEAKENING_REACH: Final = 3
_SPEAKER_REACH: Final = 4
_LONGEST_TOLD: Final = 12


@dataclass(frozen=True, slots=True)
class Quoted:
    """The words of one quotation, and the text that they stand in."""

    text: str
    words: tuple[Token, ...]

    def between(self, place: int) -> str:
        """Return what stands between the word at `place` and the one before it."""
        before = self.words[place - 1].end if place else 0
        return self.text[before : self.words[place].start if place < len(self.words) else len(self.text)]

    def told(self, span: Span) -> str:
        """Return the words, the first dozen of them."""
        first, last = span[0], min(span[1], span[0] + _LONGEST_TOLD)
        words = " ".join(self.text[self.words[first].start : self.words[last - 1].end].split())
        return f"{words} …" if last < span[1] else words

    def written(self, place: int) -> str:
        """Return the word at `place` in small letters."""
        return self.words[place].text.lower()

    def ends_clause(self, place: int) -> bool:
        """Whether a clause or a sentence ends before the word at `place`."""
        return bool(_CLAUSE_END.search(self.between(place))) or self.ends_sentence(place)

    def ends_sentence(self, place: int) -> bool:
        """Whether a sentence ends before the word at `place`."""
        if (
            not 0 < place < len(self.words)
            or "." in self.words[place - 1].text
            or self.written(place - 1) in HONORIFICS
        ):
            return False
        return bool(_SENTENCE_END.search(self.between(place))) and not self.words[place].text[0].islower()


def turning_words(quoted: Quoted, cut: Span) -> Span | None:
    """Return the first words of those left out (`cut`) that change what the kept words beside them say."""
    start, end = cut
    sentences = [place for place in range(start, end + 1) if quoted.ends_sentence(place)]
    before = (max(sentences, default=start), end) if end < len(quoted.words) else (end, end)
    after = (start, min(sentences, default=end)) if start else (start, start)
    following = (
        (after[1], min((place for place in sentences if place > after[1]), default=end)) if start else (end, end)
    )
    return next(chain(_before(quoted, before), _after(quoted, after), _at_head(quoted, following)), None)


def _before(quoted: Quoted, span: Span) -> Iterator[Span]:
    """Yield what stands before kept words and bears on them."""
    yield from _denied_or_weakened(quoted, span)
    for place in _places(quoted, _CONDITION, span):
        begins = place == span[0] or quoted.ends_clause(place) or quoted.written(place - 1) in _BEFORE_CONDITION
        if begins:
            yield _clause(quoted, place, span[1])
    yield from _according_to(quoted, span)
    yield from _spoken_before(quoted, span)
    if span[0] < span[1] and quoted.written(span[1] - 1) in _ASIDES:
        yield span[1] - 1, span[1]


def _denied_or_weakened(quoted: Quoted, span: Span) -> Iterator[Span]:
    first, end = span
    if first == end or quoted.written(end) in _OWN_CLAUSE:
        return
    weakens = True
    for place in range(end - 1, max(first, end - _DENIAL_REACH) - 1, -1):
        if quoted.ends_clause(place + 1) or quoted.written(place) in _JOINING:
            return
        if _denies(quoted, place) or (weakens and _weakens(quoted, place)):
            yield place, place + 1
        weakens = weakens and not quoted.words[place].is_content and end - place < _WEAKENING_REACH


def _after(quoted: Quoted, span: Span) -> Iterator[Span]:
    """Yield what goes on from kept words in their sentence and bears on them."""
    first, end = span
    for place in range(first, min(end, first + _DENIAL_REACH)):
        if quoted.ends_clause(place) or quoted.written(place) in _GOING_ON:
            break
        if _denies(quoted, place):
            yield place, place + 1
    for place in sorted({*_places(quoted, _CONDITION, span), *_places(quoted, _CONTRAST, span)}):
        if place == first or quoted.written(place - 1) not in _JOINING:
            yield _clause(quoted, place, end)
    yield from _according_to(quoted, span)
    yield from _spoken_after(quoted, span)
    if first < end and quoted.written(first) in _ASIDES:
        yield first, first + 1


def _at_head(quoted: Quoted, span: Span) -> Iterator[Span]:
    """Yield the next sentence's first clause, if it takes back something of the kept one: "But only if they leave"."""
    heads = {*_places(quoted, _EXCEPTION, span), *_places(quoted, _CONTRAST, span)}
    if span[0] in heads:
        yield _clause(quoted, *span)


def _according_to(quoted: Quoted, span: Span) -> Iterator[Span]:
    for place in _places(quoted, _SOURCE, span):
        yield _clause(quoted, place, span[1])


def _spoken_before(quoted: Quoted, span: Span) -> Iterator[Span]:
    """Yield "they say that" before kept words; who quotes himself ("I repeat that") says them all the same."""
    first, end = span
    verb = end - 1
    while verb >= first and quoted.written(verb) in _BEHIND_VERBS:
        verb -= 1
    if verb < first or quoted.written(verb) not in _REPORTING:
        return
    linked = any(quoted.written(place) in _LINKS for place in range(verb + 1, end))
    speaker = _speaker(quoted, first, verb)
    if (linked or quoted.written(verb) not in _DOUBTFUL) and _is_anothers(quoted, speaker, verb):
        yield speaker, end


def _spoken_after(quoted: Quoted, span: Span) -> Iterator[Span]:
    """Yield ", they say" behind kept words."""
    first, end = span
    if first == end or not quoted.ends_clause(first):
        return
    last = _clause(quoted, first, end)[1]
    verb = last - 1
    speaks = first < verb <= first + _SPEAKER_REACH and quoted.written(verb) in _REPORTING - _DOUBTFUL
    if speaks and _is_anothers(quoted, first, verb):
        yield first, last


def _speaker(quoted: Quoted, first: int, verb: int) -> int:
    """Return where the clause of a verb begins, at most a few words before it."""
    place = verb
    while place > max(first, verb - _SPEAKER_REACH) and not quoted.ends_clause(place):
        place -= 1
    return place


def _is_anothers(quoted: Quoted, speaker: int, verb: int) -> bool:
    own = any(quoted.written(place) in _OWN_VOICE for place in range(speaker, verb))
    return not own or quoted.written(verb) in _THINKING | _WISHING


def _denies(quoted: Quoted, place: int) -> bool:
    only = place + 1 < len(quoted.words) and quoted.written(place + 1) == "only"
    return is_sign(quoted.words, place) and not only


def _weakens(quoted: Quoted, place: int) -> bool:
    """Whether a word weakens what follows; "May" is a month, and "not only" takes nothing away."""
    name = place > 0 and quoted.words[place].text[0].isupper()
    only = quoted.written(place) == "only" and place > 0 and quoted.words[place - 1].form == "not"
    return quoted.written(place) in _WEAKENING and not name and not only


def _places(quoted: Quoted, pattern: re.Pattern[str], span: Span) -> Iterator[int]:
    """Yield the numbers of the words in `span` at which `pattern` begins."""
    first, end = span
    if first == end:
        return
    starts = {quoted.words[place].start: place for place in range(first, end)}
    for match in pattern.finditer(quoted.text, quoted.words[first].start, quoted.words[end - 1].end):
        if match.start() in starts:
            yield starts[match.start()]


def _clause(quoted: Quoted, first: int, end: int) -> Span:
    """Return the words from `first` to where their clause ends, or to `end`."""
    return first, next((place for place in range(first + 1, end) if quoted.ends_clause(place)), end)
