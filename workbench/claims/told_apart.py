"""Where the content of one act of reporting ends because the next one begins.

Each rule takes as content what stands beside its own clause, up to the sentence's end; seen together, the acts of a
sentence set bounds to one another.
"""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Final

from workbench.claims.reading import SentenceView, Token, positions
from workbench.claims.reported import ReportingAct, content_between
from workbench.claims.spans import Span

_CONTRASTS: Final = frozenset({"but", "while", "whereas", "although", "though"})
_JOINING: Final = _CONTRASTS | {"and", "then"}


def told_apart(view: SentenceView, acts: Sequence[ReportingAct]) -> tuple[ReportingAct, ...]:
    """Return the acts of a sentence, in the order of their cues, none with what another speaker says beside it."""
    bounded = []
    for act, following in pairwise(acts):
        ends_before = _bound(view.tokens, act, following)
        bounded.append(act if ends_before is None else _cut(view, act, ends_before))
    return (*bounded, *acts[-1:])


def _bound(tokens: Sequence[Token], act: ReportingAct, following: ReportingAct) -> int | None:
    """Return where `following` begins, if it stands beside `act` or reports it, and not within what it reports."""
    clause = following.cue.start
    if following.source is not None and act.cue.end <= following.source.start < clause:
        clause = following.source.start
    if following.source == act.source and following.source is not None:
        return following.cue.start  # “X said A, adding that B”
    if any(span.overlaps(act.cue) for span in following.contents):
        return clause  # “X said A, according to Y”
    at = positions(tokens, Span(clause, clause + 1)).start
    return clause if _stands_beside(tokens, at) else None


def _stands_beside(tokens: Sequence[Token], at: int) -> bool:
    """“X said A, but Y said B”: a new main clause, which X does not report."""
    if at < 2 or tokens[at - 1].quoted:
        return False
    before = tokens[at - 1].lower
    return before in _CONTRASTS | {";"} or (before == "and" and tokens[at - 2].text in {",", ";"})


def _cut(view: SentenceView, act: ReportingAct, end: int) -> ReportingAct:
    """Let the contents of `act` that go on over `end` stop before it; as they are, if nothing would be left."""
    contents = []
    for span in act.contents:
        if span.start < end < span.end and act.cue.end <= end:
            shorter = _before(view, span, end)
            contents += [] if shorter is None else [shorter]
        elif not (span.start >= end and act.cue.end <= end):
            contents.append(span)
    return replace(act, contents=tuple(contents)) if contents else act


def _before(view: SentenceView, span: Span, end: int) -> Span | None:
    tokens = view.tokens
    inside = positions(tokens, Span(span.start, end))
    stop = inside.stop
    while stop > inside.start and not tokens[stop - 1].quoted:
        if tokens[stop - 1].is_word and tokens[stop - 1].lower not in _JOINING:
            break
        stop -= 1
    return content_between(view, inside.start, stop)
