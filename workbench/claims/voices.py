"""Whose words each sentence is: attributions resolved to speakers and carried through quotations that go on."""

from collections.abc import Sequence
from dataclasses import dataclass

from workbench.claims.assertion import has_finite_verb
from workbench.claims.attribution import attributions
from workbench.claims.names import read_names
from workbench.claims.reading import SentenceView
from workbench.claims.reported import CueKind, ReportingAct
from workbench.claims.spans import Span
from workbench.claims.speakers import Speaker, SpeakerMemory
from workbench.vocabulary import BlockKind

_SPEAKING_KINDS = frozenset({BlockKind.BODY, BlockKind.CAPTION})
# A quotation of fewer words is a name or a word used with distance.
_PARTIAL_QUOTATION = 2


@dataclass(frozen=True, slots=True)
class Voice:
    """Whose words a sentence is.

    Attributes:
        source: the words of the article that name the asserter; they may stand in another sentence.
        attributions: the attributions within the sentence; none when the voice is carried from another one.
    """

    asserter: str | None = None
    cue: str | None = None
    source: Span | None = None
    attributions: tuple[ReportingAct, ...] = ()


def read_voices(views: Sequence[SentenceView]) -> tuple[Voice, ...]:
    """Return the voice of each sentence, in order."""
    voices = _own_voices(views)
    _carry_within_quotations(views, voices)
    _carry_forward(views, voices)
    _carry_backward(views, voices)
    return tuple(voices)


def _own_voices(views: Sequence[SentenceView]) -> list[Voice]:
    memory = SpeakerMemory(read_names(views))
    voices = []
    for view in views:
        voices.append(_own_voice(view, memory) if view.kind in _SPEAKING_KINDS else Voice())
    return voices


def _own_voice(view: SentenceView, memory: SpeakerMemory) -> Voice:
    found = attributions(view)
    speakers: list[Speaker | None] = []
    for item in found:
        speakers.append(memory.resolve(view, item.source) if item.source is not None else None)
    if not found:
        memory.note_mention(view)
        return Voice()
    best = max(range(len(found)), key=lambda at: (speakers[at] is not None, _weight(found[at], found), -at))
    speaker, item = speakers[best], found[best]
    cue = view.text[item.cue.start - view.start : item.cue.end - view.start]
    return Voice(speaker.name if speaker else None, " ".join(cue.split()), item.source, found)


def _weight(item: ReportingAct, found: Sequence[ReportingAct]) -> tuple[bool, bool, int]:
    """The main attribution is the report that covers most; “X said, according to Y” is X's, whom Y only passes on."""
    passes_on = item.kind is CueKind.PHRASE and any(
        other.kind is CueKind.REPORT and other.cue.start < item.cue.start and span.overlaps(other.cue)
        for other in found
        for span in item.contents
    )
    return not passes_on, item.kind in {CueKind.REPORT, CueKind.PHRASE}, sum(span.length for span in item.contents)


def _carry_within_quotations(views: Sequence[SentenceView], voices: list[Voice]) -> None:
    """Give all sentences of one quotation the voice of the one that names the speaker."""
    speaking: dict[int, Voice] = {}
    for view, voice in zip(views, voices, strict=True):
        if voice.source is not None:
            for number in view.quote_ids:
                speaking.setdefault(number, voice)
    for at, view in enumerate(views):
        if voices[at].source is None and view.is_all_quoted and view.quote_ids[0] in speaking:
            voices[at] = _carried(speaking[view.quote_ids[0]])


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
            voices[at] = voice = _carried(previous)
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
            voices[at] = _carried(after)


def _carried(voice: Voice) -> Voice:
    return Voice(voice.asserter, voice.cue, voice.source)


@dataclass(frozen=True, slots=True)
class Piece:
    """One stretch of attributed content within a sentence, with the words that name its source.

    `is_direct`: it begins and ends with quotation marks or lies inside them.
    """

    start: int
    end: int
    source: Span | None
    is_direct: bool


def pieces(views: Sequence[SentenceView]) -> tuple[Piece, ...]:
    """Return the attributed contents of an article in order: those of each sentence, and carried quotations."""
    found: list[Piece] = []
    for view, voice in zip(views, read_voices(views), strict=True):
        if voice.attributions:
            for item in voice.attributions:
                found.extend(_piece(view, span, item.source) for span in item.contents)
        elif voice.source is not None:
            found.extend(_piece(view, span, voice.source) for span in view.quotes)
    return tuple(found)


def _piece(view: SentenceView, span: Span, source: Span | None) -> Piece:
    direct = any(quote.start <= span.start and span.end <= quote.end for quote in view.quotes)
    return Piece(span.start, span.end, source, direct)
