"""Whether a sentence asserts something that can be checked; when in doubt, it does.

A claim too many costs one key, a claim missed is lost, so only sentences that plainly assert nothing are passed
over, each with its reason.
"""

import re
from collections.abc import Sequence
from typing import Final

from workbench.claims import cues
from workbench.claims.reading import SentenceView, Token
from workbench.vocabulary import BlockKind, PassedOver

PASSED_BY_KIND: Final = {
    BlockKind.TITLE: PassedOver.TITLE,
    BlockKind.DATELINE: PassedOver.DATELINE,
    BlockKind.HEADING: PassedOver.HEADING,
    BlockKind.CREDIT: PassedOver.CREDIT,
    BlockKind.PROMO: PassedOver.PROMO,
    BlockKind.BOILERPLATE: PassedOver.BOILERPLATE,
}
_AUXILIARY = r"(?:is|are|was|were|do|does|did|has|have|had|wo|ca|could|would|should)"
# “…, isn’t it?”, “…, right?”: what stands before the tag is asserted.
_TAG_QUESTION = re.compile(
    rf", (?:{_AUXILIARY}n[’']t \w+|(?:is|are|was|were|do|does|did|has|have|had) (?:it|he|she|they|we|you)|right|eh)\?"
)
# “Isn’t it odd that …?”: asks for consent, and so asserts.
_ASKS_CONSENT = re.compile(rf"(?:and |but |so )?{_AUXILIARY}n[’']t\b", re.IGNORECASE)
_STATEMENT_BEFORE = re.compile(r"[:;—–]\s|, (?:so|but|and|yet) ")
_INTERROGATIVES: Final = frozenset({"who", "what", "why", "when", "where", "how", "which", "whose", "whom"})
_ASKING: Final = _INTERROGATIVES | cues.AUXILIARIES
_CLOSING_SIGNS: Final = "”\"’'») \u00a0\n"

# A sentence of this many words without a verb that we know has one that we do not know.
_SURELY_A_SENTENCE: Final = 8
_VERY_SHORT: Final = 5
_LONGEST_ORDER: Final = 8


def passed_reason(view: SentenceView, *, attributed: bool) -> PassedOver | None:
    """Return why `view` is no claim, or None if it is one. `attributed`: somebody is named who says it here."""
    by_kind = PASSED_BY_KIND.get(view.kind)
    if by_kind is not None:
        return by_kind
    words = view.words
    if not any(word.text[0].isalpha() for word in words):
        return PassedOver.FRAGMENT
    if _is_question(view) and not attributed:
        return PassedOver.QUESTION
    if _is_table_row(words):
        return PassedOver.FRAGMENT
    if not attributed and not has_finite_verb(words) and not _looks_like_a_clause(view):
        plain = len(words) <= _VERY_SHORT and not _names_or_numbers(words)
        return PassedOver.NO_ASSERTION if plain else PassedOver.FRAGMENT
    if attributed:
        return None
    return PassedOver.NO_ASSERTION if _is_imperative(words) or _says_nothing(words) else None


def has_finite_verb(words: Sequence[Token]) -> bool:
    """Whether a verb that carries a clause seems to be among `words`; true for every long sentence."""
    if len(words) >= _SURELY_A_SENTENCE:
        return True
    return any(_is_finite(words, at) for at in range(len(words)))


def _is_finite(words: Sequence[Token], at: int) -> bool:
    word = words[at].lower
    if word in cues.FINITE or words[at].text.casefold() in cues.FINITE:
        return at == 0 or words[at - 1].lower not in {"to", "the", "a", "an"} or word in cues.AUXILIARIES
    if words[at].text.endswith(("’s", "'s")) and words[at].lower in {
        "it",
        "that",
        "there",
        "he",
        "she",
        "who",
        "what",
    }:
        return True
    if at == 0 or words[at].is_capitalised:
        return at == 0 and not words[at].is_capitalised and word in cues.REPORTING  # what a quotation goes on with
    if word in cues.REPORTING or word in cues.STANCE:
        return words[at - 1].lower not in cues.DETERMINERS | cues.PREPOSITIONS
    return word.endswith("ed") and len(word) > 3 and words[at - 1].lower not in cues.DETERMINERS


def _looks_like_a_clause(view: SentenceView) -> bool:
    """A body sentence with a full stop and a word that could be a verb in the present (“The law forbids it.”)."""
    words = view.words
    if view.kind is not BlockKind.BODY or not view.text.rstrip(_CLOSING_SIGNS).endswith((".", "!", ",")):
        return False
    return any(
        word.lower.endswith("s") and not word.is_capitalised and word.lower not in cues.DETERMINERS | {"always"}
        for word in words[1:]
    )


def is_tag_question(text: str) -> bool:
    """Whether a question asserts what stands before its tag: “It was safe, wasn’t it?”."""
    return _TAG_QUESTION.search(text[-60:]) is not None


def _is_question(view: SentenceView) -> bool:
    """Whether it only asks: no tag, no call for consent, and no statement of its own before what it asks."""
    text = view.text[-200:].rstrip(_CLOSING_SIGNS)
    if not text.endswith("?") or is_tag_question(view.text) or _ASKS_CONSENT.match(view.text.lstrip("“\"‘'")):
        return False
    return not (_states_before_asking(view) or _ends_with_title(view.words))


def _ends_with_title(words: Sequence[Token]) -> bool:
    """“She wrote a book called What Is a Bridge?”: the question is a name, and the sentence states something."""
    for at in range(_VERY_SHORT - 1, len(words)):
        if words[at].is_capitalised and words[at].lower in _ASKING and not words[at].quoted:
            before = words[:at]
            stated = any(_is_finite(before, place) for place in range(1, at))
            return stated and before[0].lower not in _ASKING and not words[at - 1].is_capitalised
    return False


def _states_before_asking(view: SentenceView) -> bool:
    """“The shots do not stop it, so why would this one?”: a clause in the order of a statement stands first."""
    joint = _STATEMENT_BEFORE.search(view.text[:1000])
    before = [word for word in view.words if joint and word.start < view.start + joint.start()]
    if len(before) < _VERY_SHORT or before[0].lower in _ASKING:
        return False
    stated = any(_is_finite(before, at) for at in range(1, len(before)))
    return stated and _INTERROGATIVES.isdisjoint(word.lower for word in before)


def _is_table_row(words: Sequence[Token]) -> bool:
    """“Norrland 4,300 4,500 4,700 12.1”: mostly figures, and no verb that is surely one."""
    figures = sum(word.text[0].isdigit() for word in words)
    return figures > 2 and 2 * figures > len(words) and not any(word.lower in cues.FINITE for word in words)


def _is_imperative(words: Sequence[Token]) -> bool:
    """“Read also …”, “Please enter …”: an order to the reader, not followed by a subject of its own."""
    if words[0].lower not in cues.IMPERATIVES or words[0].quoted or (len(words) > 1 and _is_finite(words, 1)):
        return False
    return len(words) <= _LONGEST_ORDER or not _names_or_numbers(words)


def _says_nothing(words: Sequence[Token]) -> bool:
    """Very short, with neither name nor number: “That is clear.”, “So it goes.”; or a short judgement."""
    if _names_or_numbers(words):
        return False
    points = words[0].lower in {"that", "this", "so", "it", "yes", "no", "well"}
    judged = any(word.lower in cues.JUDGEMENTS for word in words)
    return len(words) < _VERY_SHORT and (judged or (points and _is_copular(words)))


def _is_copular(words: Sequence[Token]) -> bool:
    return len(words) < 2 or words[1].lower in cues.COPULAS or words[0].is_possessive


def _names_or_numbers(words: Sequence[Token]) -> bool:
    return any(
        word.text[0].isdigit()
        or word.lower in cues.NUMBER_WORDS
        or (at > 0 and word.is_capitalised and len(word.text) > 1)
        for at, word in enumerate(words)
    )
