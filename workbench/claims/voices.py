"""Whose words each sentence is: attributions resolved to speakers and carried through quotations that go on."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from workbench.claims.assertion import has_finite_verb
from workbench.claims.attributed import attribution_of, carried_to, chain_to, outermost_first
from workbench.claims.attribution import attributions
from workbench.claims.memory import SpeakerMemory
from workbench.claims.model import Attribution
from workbench.claims.names import read_names
from workbench.claims.reading import SentenceView
from workbench.claims.reported import CueKind, ReportingAct
from workbench.claims.spans import Span
from workbench.vocabulary import BlockKind

_SPEAKING_KINDS = frozenset({BlockKind.BODY, BlockKind.CAPTION})
# A quotation of fewer words is a name or a word used with distance.
_PARTIAL_QUOTATION = 2
# Between the beginning of what is reported and a speaker of its own there is room for “that on Monday”.
_OPENS_CONTENT = 14


@dataclass(frozen=True, slots=True)
class Voice:
    """Whose words a sentence is.

    Attributes:
        cue: the words of the article that attribute it, and
        source: those that name the asserter; both may stand in another sentence.
        attributions: the acts of reporting within the sentence; none when the voice is carried from another one.
        reported: what the reader is told of them, outermost first.
        main: that one of `reported` whose asserter is the sentence's; None if the outlet itself speaks.
    """

    asserter: str | None = None
    cue: str | None = None
    source: Span | None = None
    attributions: tuple[ReportingAct, ...] = ()
    reported: tuple[Attribution, ...] = ()
    main: Attribution | None = None


def read_voices(views: Sequence[SentenceView], publisher: str | None = None) -> tuple[Voice, ...]:
    """Return the voice of each sentence, in order; `publisher` is the outlet whose article it is, if known."""
    voices = _own_voices(views, publisher)
    _carry_within_quotations(views, voices)
    _carry_forward(views, voices)
    _carry_backward(views, voices)
    return tuple(voices)


def _own_voices(views: Sequence[SentenceView], publisher: str | None) -> list[Voice]:
    memory = SpeakerMemory(read_names(views))
    voices = []
    for view in views:
        voices.append(_own_voice(view, memory, publisher) if view.kind in _SPEAKING_KINDS else Voice())
    return voices


def _own_voice(view: SentenceView, memory: SpeakerMemory, publisher: str | None) -> Voice:
    found = attributions(view)
    if not found:
        memory.note_mention(view)
        return Voice()
    reported = []
    for act in found:
        meant = memory.resolve(view, act.source) if act.source is not None else None
        reported.append(attribution_of(view, act, meant, publisher))
    told = outermost_first(reported)
    own = [at for at, act in enumerate(found) if act.kind is not CueKind.MENTION]
    found = tuple(found[at] for at in own)
    reported = [reported[at] for at in own]
    if not own:
        return Voice(reported=told)
    best = _innermost(_heaviest(found, reported), found, reported)
    main = reported[best]
    cue = view.text[found[best].cue.start - view.start : found[best].cue.end - view.start]
    return Voice(main.asserter, " ".join(cue.split()), main.source, found, told, main)


def _heaviest(found: Sequence[ReportingAct], reported: Sequence[Attribution]) -> int:
    """Return the position of the main attribution: the report that covers most, of somebody who is known."""
    reports = [act for act in found if act.kind is CueKind.REPORT]
    return max(
        range(len(found)),
        key=lambda at: (reported[at].asserter is not None, _weight(found[at], reports[:1]), -at),
    )


def _weight(act: ReportingAct, first_report: Sequence[ReportingAct]) -> tuple[bool, bool, int]:
    """“X said, according to Y” is X's, whom Y only passes on."""
    passes_on = act.kind is CueKind.PHRASE and any(
        report.cue.start < act.cue.start and span.overlaps(report.cue)
        for report in first_report
        for span in act.contents
    )
    return not passes_on, act.kind in {CueKind.REPORT, CueKind.PHRASE}, sum(span.length for span in act.contents)


def _innermost(at: int, found: Sequence[ReportingAct], reported: Sequence[Attribution]) -> int:
    """“KCNA reported that Kim said …” is Kim's: go in while what is reported is just a report of somebody else."""
    for step in (1, -1):
        inner = at + step
        while 0 <= inner < len(found) and _is_just(found[inner], found[at].contents):
            if reported[inner].asserter in {None, reported[at].asserter}:
                break
            at, inner = inner, inner + step
    return at


def _is_just(inner: ReportingAct, contents: Sequence[Span]) -> bool:
    """Whether a content begins or ends with the clause of `inner`: “[Kim said …], KCNA reported”."""
    own = [inner.cue] if inner.source is None else [inner.cue, inner.source]
    begins, ends = min(span.start for span in own), max(span.end for span in own)
    edges = any(0 <= begins - span.start <= _OPENS_CONTENT or 0 <= span.end - ends <= 1 for span in contents)
    return edges and inner.kind is CueKind.REPORT and bool(inner.contents)


def _carry_within_quotations(views: Sequence[SentenceView], voices: list[Voice]) -> None:
    """Give all sentences of one quotation the voice of the one that names the speaker."""
    speaking: dict[int, Voice] = {}
    for view, voice in zip(views, voices, strict=True):
        if voice.source is not None:
            for number in view.quote_ids:
                speaking.setdefault(number, voice)
    for at, view in enumerate(views):
        if voices[at].source is None and view.is_all_quoted and view.quote_ids[0] in speaking:
            voices[at] = _carried(speaking[view.quote_ids[0]], view)


def _carry_forward(views: Sequence[SentenceView], voices: list[Voice]) -> None:
    """Quotations without a speaker of their own go on with the one before, in the same paragraph or the next."""
    previous: Voice | None = None
    previous_at = -1
    for at, view in enumerate(views):
        if view.kind not in _SPEAKING_KINDS:
            continue
        voice = voices[at]
        new_block = previous_at >= 0 and views[previous_at].block != view.block
        if voice.source is None and previous is not None and _goes_on(view, new_block=new_block):
            voices[at] = voice = _carried(previous, view)
        if voice.source is not None:
            previous = voice
        elif new_block or not view.quote_ids:
            previous = None if new_block else previous
        previous_at = at


def _goes_on(view: SentenceView, *, new_block: bool) -> bool:
    """A new paragraph must be all quotation; in the same one a partial quotation is enough."""
    if view.is_all_quoted:
        return not new_block or has_finite_verb(view.words)
    return not new_block and view.quoted_words >= _PARTIAL_QUOTATION


def _carry_backward(views: Sequence[SentenceView], voices: list[Voice]) -> None:
    """A quotation that nobody before it speaks belongs to the speaker right after it."""
    for at in range(len(views) - 2, -1, -1):
        view, after = views[at], voices[at + 1]
        if voices[at].source is None and view.is_all_quoted and after.source is not None and views[at + 1].quote_ids:
            voices[at] = _carried(after, view)


def _carried(voice: Voice, view: SentenceView) -> Voice:
    """Return the voice for a sentence that only goes on with a quotation: the same speaker, its own quoted words."""
    if voice.main is None:
        return voice
    reported = carried_to(chain_to(voice.reported, voice.main), view.quotes)
    return replace(voice, attributions=(), reported=reported, main=reported[-1])
