"""Which signs of fact and of opinion a sentence shows.

What speaks for a fact (a number, a date, a name) counts wherever it stands. What speaks against counts only in the
author's own words: what somebody else is reported or quoted to have said is theirs, and that they said it is a fact.
"""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from workbench.claims import cues, signs
from workbench.claims import opinion_words as opinion
from workbench.claims.amounts import has_amount, has_date
from workbench.claims.assertion import is_tag_question
from workbench.claims.opinion_words import listed
from workbench.claims.reading import SentenceView, Token
from workbench.claims.reported import CueKind, ReportingAct
from workbench.claims.signs import Sign

_READ: Final = 2000  # characters; a longer sentence has shown by then what it is
_FEW: Final = 4
_CONTRACTED: Final = ("n't", "'re", "'ve", "'ll", "'d", "'m")
_PRONOUN_CONTRACTIONS: Final = frozenset({"it's", "that's", "there's", "here's", "what's", "who's", "he's", "she's"})
_RECENT_WORDS: Final = listed("last this next past previous ago today yesterday tonight earlier recent")
_RECENT: Final = re.compile(
    r"\b(?:last|this|next|past|previous)"
    r" (?:week|month|year|summer|winter|fall|autumn|spring|night|weekend|decade|century)\b"
    r"|\b(?:ago|today|yesterday|tonight|earlier)\b|\b(?:in|over|during|since|for) (?:recent|the past|the last)\b",
    re.IGNORECASE,
)
_SITE_WORDS: Final = listed(
    """newsletter cookies reserved getty photo photograph image sign subscribe click read doors ticket tickets rsvp
    privacy terms inbox advertisement join register follow https http www"""
)
_SITE: Final = re.compile(
    r"\b(?:newsletter|cookies|all rights reserved|getty images|photo by|photograph:|image credit|sign up|subscribe"
    r"|click here|read more|doors open|tickets? (?:cost|are available)|rsvp|privacy policy|terms of (?:use|service)"
    r"|in your inbox|advertisement|join us (?:on|for|at)|register (?:here|now|at)|follow us)\b|https?://|www\.",
    re.IGNORECASE,
)
_EVENTS: Final = listed(
    """summit olympics games cup war revolution election elections conference forum festival treaty agreement accord
    act massacre uprising parade prize awards marathon championship referendum congress trial inquiry"""
)
_OFFICES: Final = cues.ROLES | cues.INSTITUTIONS | cues.SPEAKING_THINGS
_NO_NAMES: Final = (
    cues.CLAUSE_BREAKS | cues.PREPOSITIONS | cues.DETERMINERS | cues.LEADING_ADVERBS | cues.SUBJECT_PRONOUNS
) | opinion.OPENERS
_NOT_IN_NAMES: Final = cues.TIME_WORDS | opinion.ME
_NAME_GOES_ON: Final = opinion.PAST_FORMS | cues.REPORTING  # “Freedom is …” is no name
_NOT_BEFORE_PAST: Final = cues.DETERMINERS | {"is", "are", "be", "being", "to"}
_MODALS: Final = frozenset({"will", "shall", "won't", "won’t"})
_OPINING: Final = listed(
    "believe think feel hope want ask asking urge urging know wish suspect doubt guess suppose call love hate proud"
)
_SPEAKERS: Final = frozenset({"we", "i", "we’ve", "we've", "i’ve", "i've"})


def _by_word(*lists: tuple[Sign, frozenset[str]]) -> dict[str, tuple[Sign, ...]]:
    words = frozenset().union(*(listed for _, listed in lists))
    return {word: tuple(sign for sign, listed in lists if word in listed) for word in words}


_SIGNS_OF_WORDS: Final = _by_word(
    (signs.EVALUATION, opinion.EVALUATIVE),
    (signs.CAMP, opinion.LOADED),
    (signs.DRAMA, opinion.DRAMATIC),
    (signs.EMPHASIS, opinion.EMPHATIC),
    (signs.SWEEPING, opinion.SWEEPING),
    (signs.ARGUING, opinion.ARGUMENT),
    (signs.IDEAS, opinion.ABSTRACT),
    (signs.VAGUE, opinion.VAGUE),
    (signs.READER, opinion.READER),
    (signs.ORDER, opinion.THANKS),
    (signs.COMPARISON, opinion.COMPARED),
    (signs.NORM, opinion.OBLIGATION),
    (signs.CONDITION, frozenset({"if", "unless"})),
    (signs.HEDGE, opinion.HEDGES),
)


_NOT_SO_YET: Final = frozenset({signs.NORM, signs.PROMISE, signs.CONDITION})


def notice(view: SentenceView, acts: Sequence[ReportingAct]) -> list[tuple[Sign, int]]:
    """Return the signs that a sentence shows, each with how often; `acts` are its acts of reporting."""
    acts = [act for act in acts if not _is_speakers_own(view, act)]
    own = _own_words(view, acts)
    found = [*_factual(view), *_said(view, acts), *_tense(own), *_manner(view, own)]
    counts = {sign: int(count) for sign, count in found if count}
    shown = [word.lower for word in own if word.lower in _SIGNS_OF_WORDS]
    for form in dict.fromkeys(shown):  # in the order of the text, so that equal weights keep theirs
        for sign in _SIGNS_OF_WORDS[form]:
            counts[sign] = counts.get(sign, 0) + 1
    if not _NOT_SO_YET.isdisjoint(counts):
        counts.pop(signs.NUMBER, None)  # “should pay six million”: an amount that nobody has paid
    return [(sign, min(count, sign.most)) for sign, count in counts.items()]


def _own_words(view: SentenceView, acts: Sequence[ReportingAct]) -> Sequence[Token]:
    spans = [s for act in acts if act.source is not None and act.kind is not CueKind.STANCE for s in act.contents]
    words = [word for word in view.words if not word.quoted] if view.quotes else view.words
    if not spans:
        return words
    return [word for word in words if not any(span.start <= word.start < span.end for span in spans)]


def _is_speakers_own(view: SentenceView, act: ReportingAct) -> bool:
    """“I believe that …”: the speaker's own view, reported by nobody."""
    if act.source is None:
        return False
    source = view.text[act.source.start - view.start : act.source.end - view.start]
    return source.casefold() in _SPEAKERS


def _factual(view: SentenceView) -> Iterator[tuple[Sign, int]]:
    """What can be looked up."""
    words, lowered = view.words, view.forms
    number, date = has_amount(words), has_date(words)
    recent = not date and not lowered.isdisjoint(_RECENT_WORDS) and _RECENT.search(view.text[:_READ]) is not None
    names = _names(words)
    yield signs.NUMBER, number
    yield signs.DATE, date
    yield signs.RECENT, recent
    yield signs.NAME, names > 0
    yield signs.MANY_NAMES, names > 2
    yield signs.GENERIC, not (number or date or recent or names)
    yield signs.OFFICE, not lowered.isdisjoint(_OFFICES)
    if not lowered.isdisjoint(_EVENTS):
        yield signs.EVENT, any(word.is_capitalised and word.lower in _EVENTS for word in words[1:])
    site = not lowered.isdisjoint(_SITE_WORDS) and _SITE.search(view.text[:_READ]) is not None
    yield signs.SITE, site or _is_title_case(words)


def _said(view: SentenceView, acts: Sequence[ReportingAct]) -> Iterator[tuple[Sign, int]]:
    """Whether somebody is named who says it, and whether in their own words."""
    kinds = {act.kind for act in acts if act.source is not None}
    yield signs.REPORTED, bool(kinds - {CueKind.STANCE})
    yield signs.STANCE, kinds == {CueKind.STANCE}
    if view.quotes:
        quoted = view.quoted_words
        yield signs.QUOTATION, quoted > _FEW
        yield signs.ALL_QUOTED, 0 < quoted == len(view.words)
        yield signs.SCARE, not acts and 0 < quoted <= _FEW


def _names(words: Sequence[Token]) -> int:
    """How many runs of capitalised words there are; a single capital at the beginning of a sentence is none."""
    runs = 0
    inside_until = -2  # where the run so far ends; a comma after it begins another
    for at, word in enumerate(words):
        if not word.is_capitalised or word.lower in _NOT_IN_NAMES or (at == 0 and not _is_name_at_start(words)):
            continue
        runs += word.start > inside_until + 1
        inside_until = word.end
    return runs


def _is_name_at_start(words: Sequence[Token]) -> bool:
    first, after = words[0], words[1] if len(words) > 1 else None
    if first.lower in _NO_NAMES or after is None:
        return False
    return first.is_possessive or after.is_capitalised or after.lower in _NAME_GOES_ON


def _is_title_case(words: Sequence[Token]) -> bool:
    """“Council Closes Bridge In Norrland”: nearly every word has a capital, so it is a headline or a listing."""
    return len(words) > _FEW and sum(word.is_capitalised for word in words) > 0.75 * len(words)


def _tense(own: Sequence[Token]) -> Iterator[tuple[Sign, int]]:
    """What happened, what is so in general, what is to come; and what the speaker did or intends."""
    lowered = [word.lower for word in own]
    past = [at for at in range(len(own)) if _is_past(own, at)]
    acting = not opinion.WE.isdisjoint(lowered) and all(word.text != "US" for word in own)
    first = acting or not opinion.OURS.isdisjoint(lowered)
    speaker = first or not opinion.ME.isdisjoint(lowered)
    opines = any(not _OPINING.isdisjoint(lowered[at + 1 : at + 3]) for at, word in enumerate(lowered) if word == "i")
    future = not _MODALS.isdisjoint(lowered) or any(
        word == "going" and lowered[at + 1 : at + 2] == ["to"] for at, word in enumerate(lowered)
    )
    yield signs.PAST, len(past)
    yield (signs.FIRST_PERSON if acting else signs.OURS), first
    yield signs.OPINING, opines
    yield signs.PROMISE, future and speaker
    yield signs.PREDICTION, future and not speaker
    yield signs.GENERAL, not past and not opinion.PRESENT.isdisjoint(lowered)
    if speaker:  # “we cut”, “I have seen”, “we also raised”: at most two words between
        yield signs.RECORD, any(not _SPEAKERS.isdisjoint(lowered[max(0, at - 3) : at]) for at in past)


def _is_past(own: Sequence[Token], at: int) -> bool:
    """“closed”, but not “is closed”, “to be closed” or “the closed bridge”."""
    word = own[at].lower
    regular = word.endswith("ed") and len(word) >= _FEW and not own[at].is_capitalised
    if not regular and word not in opinion.PAST_FORMS:
        return False
    return at == 0 or own[at - 1].lower not in _NOT_BEFORE_PAST


def _manner(view: SentenceView, own: Sequence[Token]) -> Iterator[tuple[Sign, int]]:
    """How it is said: as a question, an exclamation, an order, an argument, or in the forms of talk."""
    text = view.text
    ending = text[-20:].rstrip("”\"’') \n\u00a0")
    begins = bool(own) and own[0] is view.words[0]
    yield signs.QUESTION, ending.endswith("?") and not is_tag_question(text)
    yield signs.EXCLAMATION, ending.endswith("!") and bool(own)
    yield signs.ORDER, begins and own[0].lower in opinion.ORDERS
    yield signs.ARGUING, begins and own[0].lower in opinion.OPENERS
    if "'" in text or "’" in text:
        yield signs.INFORMAL, any(_is_contraction(word.text) for word in own)


def _is_contraction(word: str) -> bool:
    if "'" not in word and "’" not in word:
        return False
    form = word.casefold().replace("’", "'")
    return form.endswith(_CONTRACTED) or form in _PRONOUN_CONTRACTIONS
