"""What an act of reporting is, and the small readings that all its rules share."""

from dataclasses import dataclass
from enum import StrEnum

from workbench.claims import cues
from workbench.claims.phrases import left_source, people_like, skip_adverbs_back
from workbench.claims.reading import SentenceView, Token
from workbench.claims.spans import Span

# A finite verb that comes later belongs to another clause; and so the look ahead stays short.
_LONGEST_CLAUSE = 60


class CueKind(StrEnum):
    """How strongly a cue binds content to a source."""

    REPORT = "report"
    PARTICIPLE = "participle"
    STANCE = "stance"
    PHRASE = "phrase"
    MENTION = "mention"


@dataclass(frozen=True, slots=True)
class ReportingAct:
    """One act of reporting in a sentence; all spans are the article's.

    Attributes:
        source: the words that name who speaks, None if the sentence does not say.
        contents: what is attributed, within this sentence; empty when it stands in the next one.
    """

    source: Span | None
    cue: Span
    contents: tuple[Span, ...]
    kind: CueKind


def content_between(view: SentenceView, first: int, stop: int) -> Span | None:
    """Return the span of the tokens `first` to `stop` without signs at its edges; None if no word is left."""
    tokens = view.tokens
    while first < stop and not tokens[first].is_word and not tokens[first].quoted:
        first += 1
    while first < stop and not tokens[stop - 1].is_word and not tokens[stop - 1].quoted:
        stop -= 1
    if not any(token.is_word for token in tokens[first:stop]):
        return None
    return Span(tokens[first].start, tokens[stop - 1].end)


def span_of(tokens: tuple[Token, ...], phrase: range) -> Span:
    return Span(tokens[phrase.start].start, tokens[phrase.stop - 1].end)


def is_cue(token: Token) -> bool:
    return token.lower in cues.REPORTING


def has_clause(tokens: tuple[Token, ...], at: int) -> bool:
    """Whether a finite verb stands at or after `at`, before the next comma."""
    limit = min(len(tokens), at + _LONGEST_CLAUSE)
    stop = next((i for i in range(at + 1, limit) if tokens[i].text == ","), limit)
    return any(token.lower in cues.FINITE or token.lower.endswith("ed") for token in tokens[at:stop])


def main_subject(tokens: tuple[Token, ...], before: int) -> range | None:
    """Return the noun phrase that a sentence begins with: up to its first finite verb."""
    for at in range(1, before):
        if tokens[at].quoted:
            return None
        if tokens[at].lower in cues.FINITE or is_cue(tokens[at]) or tokens[at].lower.endswith("ed"):
            source = left_source(tokens, skip_adverbs_back(tokens, at - 1))
            return source if source and people_like(tokens[source.start : source.stop]) else None
    return None
