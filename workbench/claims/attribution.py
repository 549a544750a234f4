"""Who says what within one sentence: source, cue and content, found by the order of words.

No parser is at hand, so the rules read clauses by their signs: a cue outside quotation marks, the noun phrase before
it (or, inverted, after it), and what stands on the other side. The scheme of source, cue and content is PolNeAR's
(Newell, Margolin and Ruths 2018).
"""

from collections.abc import Callable, Iterator
from typing import Final

from workbench.claims import cues, mention_words
from workbench.claims.mention_cues import by_mention
from workbench.claims.phrase_cues import by_colon, by_for, by_participle, by_phrase, by_quotation
from workbench.claims.reading import SentenceView, Token
from workbench.claims.reported import ReportingAct
from workbench.claims.told_apart import told_apart
from workbench.claims.verb_cues import by_verb


def attributions(view: SentenceView) -> tuple[ReportingAct, ...]:
    """Return the attributions of a sentence in their order."""
    found: list[ReportingAct] = []
    for attribution in _candidates(view, found):
        found.append(attribution)
    return told_apart(view, sorted(found, key=lambda item: item.cue.start))


def _candidates(view: SentenceView, found: list[ReportingAct]) -> Iterator[ReportingAct]:
    tokens = view.tokens
    for at, token in enumerate(tokens):
        rules = _RULES.get(token.lower)
        if rules is None or token.quoted or _is_in_name(tokens, at):
            continue
        attribution = next((act for rule in rules if (act := rule(view, at, found)) is not None), None)
        if attribution is not None:
            yield attribution
    if not found:
        attribution = by_for(view) or by_quotation(view)
        if attribution is not None:
            yield attribution


def _is_in_name(tokens: tuple[Token, ...], at: int) -> bool:
    """“States”, “Post”, “Notes” inside a sentence are parts of names."""
    return tokens[at].is_capitalised and at > 0 and tokens[at - 1].is_word


_Rule = Callable[[SentenceView, int, list[ReportingAct]], ReportingAct | None]


def _rules() -> dict[str, tuple[_Rule, ...]]:
    """Return which rules a word calls for, in the order in which they are asked."""
    rules: dict[str, tuple[_Rule, ...]] = {}
    for words, rule in (
        (frozenset({"according", "per"}) | cues.CITING, lambda view, at, _: by_phrase(view, at)),
        (frozenset({":"}), lambda view, at, _: by_colon(view, at)),
        (cues.ING_CUES, by_participle),
        (cues.REPORTING | cues.STANCE, by_verb),
        (mention_words.EVERYTHING, lambda view, at, _: by_mention(view, at)),
    ):
        for word in words:
            rules[word] = (*rules.get(word, ()), rule)
    return rules


_RULES: Final = _rules()
