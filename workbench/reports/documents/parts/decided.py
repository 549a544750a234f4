"""What was decided about the verdict of a claim, and the evidence from outside."""

from collections.abc import Iterator

from workbench.reports.charts.tones import VERDICT_TONES, Tone
from workbench.reports.documents.paper import Ink, Line, Paper, Run
from workbench.reports.documents.parts.story import by
from workbench.reports.wording import (
    SETTLED_GLYPH,
    grade_words,
    joined,
    marked_pieces,
    settlement_words,
    vote_words,
)
from workbench.store.fold import ClaimState, Vote
from workbench.store.settled import Evidence
from workbench.vocabulary import RELATION_TERMS, VERDICT_TERMS


def write_decided(paper: Paper, state: ClaimState) -> None:
    """Write the votes on a claim, how it was settled, who is to vote, and the evidence from outside."""
    for vote in state.votes:
        paper.items([_vote(vote)])
        if vote.unsupported_at:
            paper.items([_unsupported(vote, state.text)], 2)
    if settled := state.adjudication:
        words = f"{vote_words(settled)} ({settlement_words(settled)})"
        paper.items([(Run(f"{SETTLED_GLYPH} Settled by {by(settled)}: ", Ink.STRONG), words)])
        if settled.note:
            paper.items([f"Note: {settled.note}"], 2)
    paper.items(_standing(state))
    for found in state.evidence:
        _write_evidence(paper, found)


def _vote(vote: Vote) -> Line:
    tone = VERDICT_TONES[vote.verdict]
    glyph = Run(f"{VERDICT_TERMS[vote.verdict].glyph} ", tone=tone) if vote.verdict else Run("")
    return (Run(f"Vote of {by(vote)}: ", Ink.STRONG), glyph, vote_words(vote))


def _unsupported(vote: Vote, wording: str) -> Line:
    pieces = marked_pieces(wording, vote.unsupported_at)
    marked = (Run(f"⟦{words}⟧", Ink.BADGE, Tone.MIXED) if lacks else Run(words) for words, lacks in pieces)
    return ("Unsupported in ⟦ ⟧: ", *marked)


def _standing(state: ClaimState) -> Iterator[Line]:
    if state.signed_off_by:
        yield f"Signed off by {state.signed_off_by}"
    if state.assignments:
        yield f"To vote on it: {joined(each.reviewer for each in state.assignments)}"
    if state.discarded_by:
        yield f"Discarded by {state.discarded_by}" + (f": {state.discard_reason}" if state.discard_reason else "")


def _write_evidence(paper: Paper, found: Evidence) -> None:
    named = (found.grade, RELATION_TERMS[found.relation].label if found.relation else "", found.citation)
    head = " · ".join(part for part in named if part)
    paper.items([(Run(f"Evidence by {by(found)}", Ink.STRONG), f": {head}" if head else "")])
    paper.items((f"{name}: {words}" for name, words in _parts(found) if words), 2)


def _parts(found: Evidence) -> Iterator[tuple[str, str]]:
    digest = f", SHA-256 {found.file_sha256}" if found.file_sha256 else ""
    yield "Grade", grade_words(found)
    yield "Address", found.url or ""
    yield "File", f"{found.file}{digest}" if found.file else ""
    yield "Quote", f"“{found.quote}”" if found.quote else ""
    yield "Note", found.note or ""
