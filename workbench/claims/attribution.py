"""Who says what within one sentence: source, cue and content, found by the order of words.

No parser is at hand, so the rules read clauses by their signs: a cue outside quotation marks, the noun phrase before
it (or, inverted, after it), and what stands on the other side. The scheme of source, cue and content is PolNeAR's
(Newell, Margolin and Ruths 2018).
"""

from collections.abc import Callable, Iterator
from typing import Final

from workbench.claims import cues, mention_words
from workbench.claims.mention_cues import by_mention
from workbench.claims.phrase_cues import (
    by_colon,
    by_for,
    by_lead_in,
    by_participle,
    by_phrase,
    by_quotation,
    by_signature,
)
from workbench.claims.reading import SentenceView, Token
from workbench.claims.reported import CueKind, ReportingAct
from workbench.claims.told_apart import told_apart
from workbench.claims.verb_cues import by_verb


def attributions(view: SentenceView) -> tuple[ReportingAct, ...]:
    """Return the attributions of a sentence in their order."""
    reports: list[ReportingAct] = []
    mentions: list[ReportingAct] = []
    for act in _candidates(view, reports):
        (mentions if act.kind is CueKind.MENTION else reports).append(act)
    told = told_apart(view, sorted(reports, key=_place))
    return tuple(sorted((*told, *mentions), key=_place))


def _place(act: ReportingAct) -> int:
    return act.cue.start


def _candidates(view: SentenceView, reports: list[ReportingAct]) -> Iterator[ReportingAct]:
    """Yield the acts of a sentence; `reports` holds those of them so far that are more than a mention."""
    tokens = view.tokens
    for at, token in enumerate(tokens):
        rules = _RULES.get(token.lower)
        if rules is None or token.quoted or _is_in_name(tokens, at):
            continue
        act = next((act for rule in rules if (act := rule(view, at, reports)) is not None), None)
        if act is not None:
            yield act
    if not reports:
        act = by_for(view) or by_quotation(view) or by_lead_in(view) or by_signature(view)
        if act is not None:
            yield act


def _is_in_name(tokens: tuple[Token, ...], at: int) -> bool:
    """“States”, “Post”, “Notes” inside a sentence are parts of names."""
    return tokens[at].is_capitalised and at > 0 and tokens[at - 1].is_word


_Rule = Callable[[SentenceView, int, list[ReportingAct]], ReportingAct | None]


def _rules() -> dict[str, tuple[_Rule, ...]]:
    """Return which rules a word calls for, in the order in which they are asked."""
    rules: dict[str, tuple[_Rule, ...]] = {}
    for words, rule in (
        (frozenset({"according", "per"}) | cues.CITING, by_phrase),
        (frozenset({":"}), lambda view, at, _: by_colon(view, at)),
        (cues.ING_CUES, by_participle),
        (cues.REPORTING | cues.STANCE, by_verb),
        (mention_words.EVERYTHING, lambda view, at, _: by_mention(view, at)),
    ):
        for word in words:
            rules[word] = (*rules.get(word, ()), rule)
    return rules


_RULES: Final = _rules()
