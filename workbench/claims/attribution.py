"""Who says what within one sentence: source, cue and content, found by the order of words.

No parser is at hand, so the rules read clauses by their signs: a cue outside quotation marks, the noun phrase before
it (or, inverted, after it), and what stands on the other side. The scheme of source, cue and content is PolNeAR's
(Newell, Margolin and Ruths 2018).
"""

from collections.abc import Iterator

from workbench.claims import cues
from workbench.claims.phrase_cues import by_colon, by_for, by_participle, by_phrase, by_quotation
from workbench.claims.reading import SentenceView, Token
from workbench.claims.reported import ReportingAct
from workbench.claims.verb_cues import by_verb


def attributions(view: SentenceView) -> tuple[ReportingAct, ...]:
    """Return the attributions of a sentence in their order."""
    found: list[ReportingAct] = []
    for attribution in _candidates(view, found):
        found.append(attribution)
    return tuple(sorted(found, key=lambda item: item.cue.start))


def _candidates(view: SentenceView, found: list[ReportingAct]) -> Iterator[ReportingAct]:
    tokens = view.tokens
    for at, token in enumerate(tokens):
        if token.quoted or not (token.is_word or token.text == ":") or _is_in_name(tokens, at):
            continue
        word = token.lower
        attribution = None
        if word in {"according", "per"} or word in cues.CITING:
            attribution = by_phrase(view, at)
        elif token.text == ":":
            attribution = by_colon(view, at)
        elif word in cues.ING_CUES:
            attribution = by_participle(view, at, found)
        elif word in cues.REPORTING or word in cues.STANCE:
            attribution = by_verb(view, at, found)
        if attribution is not None:
            yield attribution
    if not found:
        attribution = by_for(view) or by_quotation(view)
        if attribution is not None:
            yield attribution


def _is_in_name(tokens: tuple[Token, ...], at: int) -> bool:
    """“States”, “Post”, “Notes” inside a sentence are parts of names."""
    return tokens[at].is_capitalised and at > 0 and tokens[at - 1].is_word
