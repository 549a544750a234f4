"""The annotated article as lines: every sentence with a sign that says what became of it."""

from workbench.articles.plain_reading import plain_notice
from workbench.review.model import ArticleView, ClaimState, Fate, SentenceFate
from workbench.tui.flow import Line, Mark, flow, span, unwrapped
from workbench.tui.ink import VERDICT_INKS, Ink
from workbench.vocabulary import (
    PASSED_OVER_LABELS,
    READING_TERMS,
    UNREAD_GLYPH,
    UNREAD_LABEL,
    UNREVIEWED_GLYPH,
    VERDICT_TERMS,
    SentenceState,
)

LEGEND = "· claim  ✓ verdict  ✕ discarded  – no claim  ♦ opinion  ▒ boilerplate  ○ unread"

_INDENT = (span("   "),)
_BASES = {SentenceState.CLAIM: Ink.MUTED, SentenceState.UNREAD: Ink.PLAIN_WORDS}


def article_lines(
    view: ArticleView, at: int, reviewer: str, width: int
) -> tuple[list[Line], dict[int, tuple[int, int]]]:
    """Return the lines of an article, and which of them hold each sentence (first, last + 1); `at` is the current one.

    What became of that one is said below it, as `reviewer` sees it.
    """
    notice = plain_notice(view.article.language)
    rows = flow(f"In {notice}.", width, base=Ink.FAINT, indent=_INDENT) if notice else []
    places: dict[int, tuple[int, int]] = {}
    block = None
    for each in view.sentences:
        if each.sentence.block != block:
            block = each.sentence.block
            rows.append(Line((span(f"   {view.article.blocks[block].kind}", Ink.FAINT),)))
        start = len(rows)
        rows += _sentence(each, width, here=each.index == at)
        if each.index == at:
            rows += flow(_explain(each, reviewer), width, base=Ink.FAINT, indent=(span("     "),), tag=each.index)
        places[each.index] = (start, len(rows))
    return rows, places


def _sentence(each: SentenceFate, width: int, *, here: bool) -> list[Line]:
    sign, ink = _sign(each.fate)
    start, text = each.sentence.start, unwrapped(each.sentence.text)
    words = Ink.PLAIN_WORDS if ink is Ink.OPEN else ink  # what waits for a verdict is plain, not loud
    marks = [Mark(made.claim.start - start, made.claim.end - start, words) for made in each.fate.claims]
    suggested = "" if here else _suggested(each.fate)
    return flow(
        text + suggested,
        width,
        [*marks, Mark(len(text), len(text) + len(suggested), Ink.FAINT)],
        base=_BASES.get(each.fate.state, Ink.MUTED),
        indent=_INDENT,
        lead=(span(f" {sign} ", ink),),
        fill=Ink.CHOSEN if here else None,
        tag=each.index,
    )


def _sign(fate: Fate) -> tuple[str, Ink]:
    match fate.state:
        case SentenceState.CLAIM if fate.verdict is not None:
            return VERDICT_TERMS[fate.verdict].glyph, VERDICT_INKS[fate.verdict]
        case SentenceState.CLAIM:
            return UNREVIEWED_GLYPH, Ink.OPEN
        case SentenceState.READ if fate.reading is not None:
            return READING_TERMS[fate.reading.reading].glyph, Ink.MUTED
        case SentenceState.DISCARDED:
            return "✕", Ink.GONE
        case _:
            return UNREAD_GLYPH, Ink.OPEN


def _suggested(fate: Fate) -> str:
    """Return what stands behind an unread sentence: as what it would be read with the rest, and why."""
    if fate.suggestion is None or fate.passed_over is None:
        return ""
    return f"  {READING_TERMS[fate.suggestion].glyph} {PASSED_OVER_LABELS[fate.passed_over]}"


def _explain(each: SentenceFate, reviewer: str) -> str:
    place = f"sentence {each.index + 1}, {each.sentence.start}–{each.sentence.end}"
    return " · ".join([place, *(_whose(claim, reviewer) for claim in each.fate.claims), *_read_as(each.fate)])


def _read_as(fate: Fate) -> list[str]:
    """Say how a sentence was read, or that nobody has read it, and why the program passed it over."""
    if fate.state is SentenceState.CLAIM or fate.discarded:
        return []
    reason = f"; passed over as: {PASSED_OVER_LABELS[fate.passed_over]}" if fate.passed_over else ""
    if fate.reading is None:
        return [f"{UNREAD_LABEL}{reason or ', and the program has no reason to pass it over'}"]
    return [f"{READING_TERMS[fate.reading.reading].label}, says {fate.reading.reviewer}{reason}"]


def _whose(state: ClaimState, reviewer: str) -> str:
    claim, vote = state.claim, state.vote_of(reviewer)
    proposed = f", proposed by {claim.extractor}" if claim.extractor else ""
    if state.discarded_by:
        outcome = f"discarded by {state.discarded_by}"
    elif vote is not None:
        outcome = VERDICT_TERMS[vote.verdict].label
    else:
        outcome = "no verdict yet"
    return f"claim by {claim.asserter or 'the outlet itself'}{proposed}: {outcome}"
