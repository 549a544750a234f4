"""Whose words each sentence is: attributions resolved to speakers and carried through quotations that go on."""

from collections.abc import Sequence
from dataclasses import replace

from workbench.claims.attributed import attribution_of, outermost_first
from workbench.claims.attribution import attributions
from workbench.claims.carrying import carry_backward, carry_forward, carry_to_split_quotations, carry_within_quotations
from workbench.claims.memory import SpeakerMemory
from workbench.claims.model import Attribution
from workbench.claims.names import read_names
from workbench.claims.reading import SPEAKING_KINDS, SentenceView
from workbench.claims.reported import CueKind, ReportingAct
from workbench.claims.spans import Span
from workbench.claims.transcripts import Turn, spoken_in, turns
from workbench.claims.voice import Voice
from workbench.vocabulary import AsserterNaming

# Between the beginning of what is reported and a speaker of its own there is room for “that on Monday”.
_OPENS_CONTENT = 14


def read_voices(views: Sequence[SentenceView], publisher: str | None = None) -> tuple[Voice, ...]:
    """Return the voice of each sentence, in order; `publisher` is the outlet whose article it is, if known."""
    voices = _own_voices(views, publisher)
    carry_to_split_quotations(views, voices)
    carry_within_quotations(views, voices)
    carry_forward(views, voices)
    carry_backward(views, voices)
    return tuple(voices)


def _own_voices(views: Sequence[SentenceView], publisher: str | None) -> list[Voice]:
    memory = SpeakerMemory(read_names(views))
    speeches = turns(views)
    voices = []
    for view in views:
        turn = speeches.get(view.block)
        if view.kind not in SPEAKING_KINDS:
            voices.append(Voice())
        elif turn is None:
            voices.append(_own_voice(view, attributions(view), memory, publisher))
        else:
            voices.append(_turn_voice(view, turn, memory))
    return voices


def _own_voice(
    view: SentenceView, found: tuple[ReportingAct, ...], memory: SpeakerMemory, publisher: str | None
) -> Voice:
    if not found:
        memory.note_mention(view)
        return Voice()
    reported = []
    for act in found:
        meant = memory.resolve(view, act.source) if act.source is not None else None
        reported.append(attribution_of(view, act, meant, publisher))
    told = outermost_first(reported)
    own = [at for at, act in enumerate(found) if act.kind is not CueKind.MENTION]
    if not own:
        return Voice(reported=told)
    return _main_voice(view, tuple(found[at] for at in own), [reported[at] for at in own], told)


def _main_voice(
    view: SentenceView, found: tuple[ReportingAct, ...], reported: Sequence[Attribution], told: tuple[Attribution, ...]
) -> Voice:
    best = _innermost(_heaviest(found, reported), found, reported)
    main = reported[best]
    cue = view.text[found[best].cue.start - view.start : found[best].cue.end - view.start]
    return Voice(main.asserter, " ".join(cue.split()), main.source, found, told, main)


def voice_of_part(voice: Voice, part: SentenceView) -> Voice:
    """Return whose words a part of a sentence is: what is attributed in it, or nobody but the outlet itself.

    A voice that was carried from another sentence goes on in a part that is all quotation.
    """
    if not voice.attributions and part.is_all_quoted:
        return replace(voice, reported=_told_in(part, voice.reported, carried=True))
    found = tuple(act for act in voice.attributions if part.start <= act.cue.start < part.end)
    told = _told_in(part, voice.reported, carried=not voice.attributions)
    reported = {attribution.cue: attribution for attribution in told}
    if not found or any(act.cue not in reported for act in found):
        return Voice(reported=told)
    return _main_voice(part, found, [reported[act.cue] for act in found], told)


def _told_in(part: SentenceView, reported: Sequence[Attribution], *, carried: bool) -> tuple[Attribution, ...]:
    """Return what is told in a part, with as much of its contents as stands there.

    What the sentence itself tells stands where its cue does; what was carried to it, where its contents do.
    """
    kept = []
    for told in reported:
        inside = tuple(
            Span(max(span.start, part.start), min(span.end, part.end))
            for span in told.contents
            if span.start < part.end and part.start < span.end
        )
        here = inside if carried or told.cue is None else part.start <= told.cue.start < part.end
        if here:
            kept.append(replace(told, contents=inside))
    return tuple(kept) if carried else outermost_first(kept)


def _turn_voice(view: SentenceView, turn: Turn, memory: SpeakerMemory) -> Voice:
    """In a transcript everything is its speaker's; “I think” and “Kim said” are reported by them."""
    meant = memory.speaker_at(view, turn.label)
    spoken = spoken_in(view, turn)
    if meant is None or spoken is None:
        return Voice()
    act = ReportingAct(turn.label, turn.colon, (spoken,), CueKind.REPORT)
    told = attribution_of(view, act, meant, None)
    inner = [
        _within_turn(view, item, told, memory)
        for item in attributions(view)
        if item.source is not None and min(span.start for span in (item.cue, *item.contents)) >= spoken.start
    ]
    return Voice(told.asserter, ":", turn.label, (act,), (told, *outermost_first(inner)), told)


def _within_turn(view: SentenceView, act: ReportingAct, turn: Attribution, memory: SpeakerMemory) -> Attribution:
    """In somebody's speech “I” and “we” are the one who speaks."""
    meant = None if act.source is None else memory.resolve(view, act.source)
    found = attribution_of(view, act, meant, None)
    if found.naming is not AsserterNaming.OUTLET_VOICE:
        return found
    return replace(found, asserter=turn.asserter, antecedent=turn.source, naming=turn.naming)


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
