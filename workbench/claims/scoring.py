"""What type a claim is, and how much it deserves checking: few signals, each with its weight and its reason."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from workbench.claims import cues
from workbench.claims.judgement import is_judgement
from workbench.claims.names import name_runs
from workbench.claims.reading import SentenceView, Token
from workbench.claims.reported import CueKind, ReportingAct
from workbench.vocabulary import BlockKind, ClaimType

_YEAR = re.compile(r"(?:1[5-9]|20)\d\d")
_SHOWN_MEDIA = re.compile(r"\b(?:photo|photograph|image|picture|video|footage|screenshot|screengrab)\b", re.IGNORECASE)
_DATE_WORDS: Final = cues.WEEKDAYS | cues.MONTHS - {"may", "march"}  # these two are commoner as other words
_DEFINITE: Final = frozenset({"the", "its", "their", "his", "her", "these", "those", "our"})
_LONG_QUOTATION: Final = 4
_START: Final = 0.40


@dataclass(frozen=True, slots=True)
class Signal:
    """One reason for or against checking a claim."""

    name: str
    weight: float


# ClaimBuster (Hassan et al. 2017) found numbers, names and past events to be the signs of what fact-checkers take;
# position is the strongest single sign of an article's main claim; the negative ones are what rule systems are
# known to fall for: predictions, norms and judgements.
NUMBER: Final = Signal("number", 0.15)  # an amount can be right or wrong
DATE: Final = Signal("date", 0.08)  # an event at a stated time can be looked up
NAME: Final = Signal("named entity", 0.10)  # it is about somebody
MANY_NAMES: Final = Signal("several named entities", 0.05)  # a relation between them
QUOTATION: Final = Signal("quotation", 0.08)  # the words can be compared with other reports
ATTRIBUTED: Final = Signal("attributed", 0.08)  # there is a source to ask
LEADING: Final = Signal("early in the article", 0.12)  # news puts its main claim first
CAUSAL: Final = Signal("cause", 0.04)  # causes are what people are misled about
PREDICTION: Final = Signal("prediction", -0.15)  # nothing to check it against yet
HEDGE: Final = Signal("hedge", -0.10)  # true whatever happens
NORM: Final = Signal("norm", -0.12)  # says what ought to be
JUDGEMENT: Final = Signal("judgement words", -0.18)  # says what somebody thinks of it
FIRST_PERSON: Final = Signal("first person", -0.08)  # experience and intention, rarely documented
GENERIC: Final = Signal("generic", -0.10)  # no name, number or date to hold on to
SHORT: Final = Signal("short", -0.08)  # needs its neighbours to be understood

_LEADING_SENTENCES: Final = 3


def signals(view: SentenceView, found: Sequence[ReportingAct], *, position: int, quoted: bool) -> tuple[Signal, ...]:
    """Return the signals of a claim; `position` counts the article's claims before it."""
    words = view.words
    lowered = frozenset(word.lower for word in words)
    names = sum(_is_certain_name(view.tokens, run) for run in name_runs(view.tokens))
    concrete = {NUMBER: has_amount(words), DATE: _has_date(words), NAME: names > 0}
    present = concrete | {
        MANY_NAMES: names > 2,
        QUOTATION: quoted,
        ATTRIBUTED: any(item.source is not None for item in found),
        LEADING: position < _LEADING_SENTENCES,
        CAUSAL: bool(lowered & cues.CAUSES),
        PREDICTION: bool(lowered & cues.FUTURE),
        HEDGE: bool(lowered & cues.SPECULATION),
        NORM: bool(lowered & cues.NORMS),
        JUDGEMENT: is_judgement(words, has_amount=concrete[NUMBER], has_date=concrete[DATE]),
        FIRST_PERSON: bool(lowered & {"i", "we", "our", "my", "us"}) and "US" not in {word.text for word in words},
        GENERIC: not any(concrete.values()),
        SHORT: len(words) < 7,
    }
    return tuple(signal for signal, holds in present.items() if holds)


def _is_certain_name(tokens: Sequence[Token], run: range) -> bool:
    """The first word of a sentence is capitalised anyway; a verb or a second name after it makes it a name."""
    if run.start > 0 or len(run) > 1 or tokens[0].is_possessive:
        return True
    return len(tokens) > 1 and tokens[1].lower in cues.FINITE | cues.REPORTING


def checkworthiness(found: Sequence[Signal]) -> float:
    """Return the sum of the signals' weights over a start, kept within 0 and 1, to three places."""
    return round(min(1.0, max(0.0, _START + sum(signal.weight for signal in found))), 3)


def claim_type(view: SentenceView, found: Sequence[ReportingAct], *, quoted: bool) -> ClaimType:
    """Return the AVeriTeC type of a claim: the first that fits, from the most to the least specific."""
    words = view.words
    lowered = frozenset(word.lower for word in words)
    if quoted and view.quoted_words >= _LONG_QUOTATION:
        return ClaimType.QUOTE_VERIFICATION
    if view.kind is BlockKind.CAPTION and _SHOWN_MEDIA.search(view.text[:1000]):
        return ClaimType.MEDIA_ANALYSIS
    if lowered & cues.SPECULATION - _months_called_may(words):
        return ClaimType.SPECULATIVE
    if has_amount(words):
        return ClaimType.NUMERICAL
    if found and found[0].kind is CueKind.STANCE:
        return ClaimType.POSITION_STATEMENT
    if not found and is_judgement(words, has_amount=False, has_date=_has_date(words)):
        return ClaimType.OPINION
    if lowered & cues.CAUSES or "as a result" in view.text[:1000]:
        return ClaimType.CAUSAL
    return ClaimType.EVENT_PROPERTY


def has_amount(words: Sequence[Token]) -> bool:
    """Whether a number stands there that is neither a year nor a day of a month nor part of a name."""
    return any(_is_amount(words, at) for at in range(len(words)))


def _is_amount(words: Sequence[Token], at: int) -> bool:
    word = words[at]
    if word.lower in cues.NUMBER_WORDS:
        if at > 0 and words[at - 1].lower in _DEFINITE:
            return False  # “the two countries” points back, it does not count
        return word.lower not in {"third", "quarter", "half"} or (at > 0 and words[at - 1].lower in {"a", "one"})
    if not word.text[0].isdigit() or _YEAR.fullmatch(word.lower):
        return False
    beside = {words[i].lower for i in (at - 1, at + 1) if 0 <= i < len(words)}
    return not beside & cues.MONTHS


def _has_date(words: Sequence[Token]) -> bool:
    return any(
        (word.is_capitalised and word.lower in _DATE_WORDS) or bool(_YEAR.fullmatch(word.lower)) for word in words
    )


def _months_called_may(words: Sequence[Token]) -> frozenset[str]:
    capital = any(word.text == "May" and at > 0 for at, word in enumerate(words))
    return frozenset({"may"}) if capital else frozenset()
