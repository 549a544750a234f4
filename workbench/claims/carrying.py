"""How a voice is carried through quotations that go on over sentences and paragraphs."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from workbench.claims.asserted_by import chain_to
from workbench.claims.assertion import has_finite_verb
from workbench.claims.attributed import carried_to, outermost_first
from workbench.claims.reading import SPEAKING_KINDS, SentenceView
from workbench.claims.reported import CueKind
from workbench.claims.voice import Voice

# A quotation of fewer words is a name or a word used with distance.
_PARTIAL_QUOTATION: Final = 2


def carry_to_split_quotations(views: Sequence[SentenceView], voices: list[Voice]) -> None:
    """“Was it safe?” | Lind asked.: the sentence that only names the speaker, and the quotation before it, are one."""
    for at in range(1, len(views)):
        voice, quoted = voices[at], views[at - 1]
        if voice.main is None or voice.main.contents or not views[at].follows_quotation:
            continue
        if voices[at - 1].source is None:
            voices[at - 1] = _carried(voice, quoted)
        if voice.attributions and voice.attributions[0].kind is CueKind.PHRASE:
            voices[at] = Voice()  # “— Ida Moe” asserts nothing itself
            continue
        told = {item: item if item.contents else replace(item, contents=quoted.quotes) for item in voice.reported}
        voices[at] = replace(voice, reported=outermost_first(tuple(told.values())), main=told[voice.main])


def carry_within_quotations(views: Sequence[SentenceView], voices: list[Voice]) -> None:
    """Give all sentences of one quotation the voice of the one that names the speaker."""
    speaking: dict[int, Voice] = {}
    for view, voice in zip(views, voices, strict=True):
        if voice.source is not None:
            for number in view.quote_ids:
                speaking.setdefault(number, voice)
    for at, view in enumerate(views):
        if voices[at].source is None and view.is_all_quoted and view.quote_ids[0] in speaking:
            voices[at] = _carried(speaking[view.quote_ids[0]], view)


def carry_forward(views: Sequence[SentenceView], voices: list[Voice]) -> None:
    """Quotations without a speaker of their own go on with the one before, in the same paragraph or the next."""
    previous: Voice | None = None
    previous_at = -1
    for at, view in enumerate(views):
        if view.kind not in SPEAKING_KINDS:
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


def carry_backward(views: Sequence[SentenceView], voices: list[Voice]) -> None:
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
