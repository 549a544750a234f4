"""The claim in lines: its words, who asserts it, and where its review stands."""

from typing import Final

from workbench.claims.asserted_by import asserted_by
from workbench.claims.model import Claim
from workbench.review.evidence import evidence_words
from workbench.review.model import ClaimState, ClaimView, SourceLink
from workbench.review.score_words import score_words
from workbench.review.standing import Standing
from workbench.tui.flow import Line, Mark, clip, flow, span, squeezed, unwrapped
from workbench.tui.ink import VERDICT_INKS, Ink
from workbench.visible import hidden_characters
from workbench.vocabulary import (
    ANCHOR_TERMS,
    CLAIM_TYPE_LABELS,
    DISAGREEMENT_TERMS,
    FACET_LABELS,
    NOT_CHECKABLE_TERMS,
    SETTLEMENT_LABELS,
    VERDICT_TERMS,
    WORKFLOW_LABELS,
)

_MOST_WARNINGS: Final = 2


def claim_lines(view: ClaimView, standing: Standing | None, reviewer: str, width: int) -> list[Line]:
    """Return the lines that show the claim of `view` to `reviewer`, the most needed first."""
    state = view.state
    return [
        *_claim_words(state, reviewer, width),
        _verdict_line(state, reviewer, width),
        *_asserter_lines(view, width),
        *(standing_lines(standing, width, everything_seen=not view.undecided) if standing else []),
        *_score_lines(state, width),
        *_version_lines(view, width),
        *_hidden_lines(state),
        *_wording_lines(state, width),
        *_settled_lines(state, width),
        *_evidence_lines(state, width),
        *_note_lines(state, width),
    ]


def _claim_words(state: ClaimState, reviewer: str, width: int) -> list[Line]:
    """The claim's wording, with the words marked that the reviewer found unsupported."""
    vote = state.vote_of(reviewer)
    marks = [Mark(start, end, Ink.DIFFERS) for start, end in vote.unsupported_at] if vote else []
    # Marks stand at places of the wording as it is; without them, stretches of spaces need no room.
    words = unwrapped(state.text) if marks else squeezed(state.text)
    return flow(words, width, marks, base=Ink.GONE if state.discarded_by else Ink.STRONG)


def standing_lines(standing: Standing, width: int, *, everything_seen: bool) -> list[Line]:
    """Return what equivalent claims offer, and what an editor would ask about."""
    lines: list[Line] = []
    if standing.offer is not None:
        term = VERDICT_TERMS[standing.offer.verdict]
        of = squeezed(standing.offer.of.text)
        words = clip(f"= takes {term.glyph} {term.label}, as you said of “{of}”, and confirms the source", width)
        lines.append(Line((span(words, Ink.OPEN),)))
    elif standing.lacking:
        what = "claim that says" if standing.lacking == 1 else "claims that say"
        lines.append(Line((span(clip(f"= gives it to {standing.lacking} {what} the same", width), Ink.OPEN),)))
    warnings = standing.pressing(everything_seen=everything_seen)
    for warning in warnings[:_MOST_WARNINGS]:
        lines.append(Line((span(clip(f"⚠ {warning.told}", width), Ink.BAD),)))
    if more := len(warnings[_MOST_WARNINGS:]):
        lines.append(Line((span(f"⚠ and {more} more: W", Ink.BAD),)))
    return lines


def _settled_lines(state: ClaimState, width: int) -> list[Line]:
    settled = state.adjudication
    if settled is None:
        return []
    what = VERDICT_TERMS[settled.verdict].label if settled.verdict else "no verdict"
    why = f", {DISAGREEMENT_TERMS[settled.disagreement].label}" if settled.disagreement else ""
    words = f"⚖ {SETTLEMENT_LABELS[settled.settlement]} by {settled.reviewer}: {what}{why}"
    note = f" · {settled.note}" if settled.note else ""
    return flow(f"{words} · confidence {settled.confidence}{note}", width, base=Ink.TITLE)


def _evidence_lines(state: ClaimState, width: int) -> list[Line]:
    attached = [f"⊕ {evidence_words(evidence)}" for evidence in state.evidence]
    return [line for words in attached for line in flow(words, width, base=Ink.QUOTE)]


def _asserter_lines(view: ClaimView, width: int) -> list[Line]:
    claim = view.state.claim
    by = asserted_by(claim, view.article)
    kind = CLAIM_TYPE_LABELS[claim.type] + (" · quote" if claim.is_quote else "")
    cue = f" (“{claim.cue}”)" if claim.cue else ""
    ink = Ink.BAD if by.denies else Ink.MUTED
    lines = [Line((span(clip(f"{squeezed(by.words)}{cue} · {kind} · {_origin(claim)}", width), ink),))]
    return lines + (flow(squeezed(by.understood), width, base=Ink.MUTED) if by.understood else [])


def _origin(claim: Claim) -> str:
    """Where it came from; a model is named, as everybody must know what a person did not write."""
    return f"proposed by {claim.extractor}, a language model" if claim.extractor else claim.origin


def _score_lines(state: ClaimState, width: int) -> list[Line]:
    """The two scores on one line, with as many of their reasons as it holds."""
    worded = [score_words(state.claim, most) for most in (3, 2, 1, 0)]
    fitting = next((words for words in worded if len(words) <= width), clip(worded[-1], width))
    return [Line((span(fitting, Ink.MUTED),))] if fitting else []


def _verdict_line(state: ClaimState, reviewer: str, width: int) -> Line:
    vote = state.vote_of(reviewer)
    workflow = WORKFLOW_LABELS[state.state] + (" · signed off" if state.signed_off_by else "")
    if state.discarded_by:
        reason = f": {state.discard_reason}" if state.discard_reason else ""
        return Line((span(clip(f"✕ discarded by {state.discarded_by}{reason}", width), Ink.BAD),))
    if vote is None:
        return Line((span("○ no verdict yet", Ink.OPEN), span(f" · {workflow}", Ink.MUTED)))
    term = VERDICT_TERMS[vote.verdict]
    extra = NOT_CHECKABLE_TERMS[vote.reason].label if vote.reason else vote.unsupported
    words = f"{term.glyph} {term.label}" + (f" ({extra})" if extra else "")
    others = sum(1 for other in state.votes if other.reviewer != reviewer)
    also = f" · {others} more {'vote' if others == 1 else 'votes'}" if others else ""
    return Line(
        (span(clip(words, width), VERDICT_INKS[vote.verdict], Ink.STRONG), span(f" · {workflow}{also}", Ink.MUTED))
    )


def _version_lines(view: ClaimView, width: int) -> list[Line]:
    """Say where the claim stands in another version of its article, and whether what was decided counts there."""
    note = view.version
    if note is None:
        return []
    term, label = ANCHOR_TERMS[note.state], note.other.label if note.other else "of another collection"
    place = f"in the newer version {label}" if note.is_older else f"from the older version {label}"
    if note.carries:
        there = "here counts there" if note.is_older else "there counts here"
        return flow(f"{term.glyph} {term.label} {place}: what was decided {there}", width, base=Ink.MUTED)
    differs = ", ".join(FACET_LABELS[facet] for facet in note.differs)
    why = f"{differs} differs, so nothing" if differs else "nothing"
    return flow(f"{term.glyph} {term.label} {place}: {why} was carried over", width, base=Ink.BAD)


def _wording_lines(state: ClaimState, width: int) -> list[Line]:
    if state.text == state.claim.text:
        return []
    return flow(f"in the article: “{squeezed(state.claim.text)}”", width, base=Ink.MUTED)


def _hidden_lines(state: ClaimState) -> list[Line]:
    """Warn of characters that act or stay unseen: a sentence may read differently from what it is."""
    count = hidden_characters(state.claim.text)
    if not count:
        return []
    codes = " ".join(f"U+{ord(sign):04X}" for sign in dict.fromkeys(state.claim.text) if hidden_characters(sign))
    return [Line((span(f"⚠ hidden characters: {count} ({codes})", Ink.BAD),))]


def _note_lines(state: ClaimState, width: int) -> list[Line]:
    noted = [f"✎ {note.reviewer}: {note.text}" for note in reversed(state.notes)]
    return [line for note in noted for line in flow(note, width, base=Ink.QUOTE)]


def source_summary(state: ClaimState) -> str:
    """Say how the claim is anchored: which sentences, how surely, and who says so."""
    if not state.sources:
        return "no source linked"
    return " or ".join(_source(source, state) for source in state.sources)


def source_words(source: SourceLink) -> str:
    """Say which sentences a source set is, and how surely they state the claim."""
    numbers = ", ".join(str(index + 1) for index in source.sentences)
    word = "sentence" if len(source.sentences) == 1 else "sentences"
    return f"{word} {numbers}, {source.state}"


def _source(source: SourceLink, state: ClaimState) -> str:
    by = "not confirmed: l" if source.by == state.claim.origin else f"confirmed by {source.by}"
    return f"{source_words(source)}, {by}"
