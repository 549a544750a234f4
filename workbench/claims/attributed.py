"""From the acts of reporting of a sentence to what a claim shows of them: who says what, through whom, or denies it."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from workbench.claims import cues
from workbench.claims.denials import denies
from workbench.claims.memory import Meant
from workbench.claims.model import Attribution
from workbench.claims.reading import SentenceView, positions
from workbench.claims.reported import ReportingAct
from workbench.claims.spans import Span
from workbench.vocabulary import AsserterNaming

_AUTHORS: Final = frozenset({"we", "i"})


def attribution_of(view: SentenceView, act: ReportingAct, meant: Meant | None, publisher: str | None) -> Attribution:
    """Return what `act` tells the reader, with whom its source means; `publisher` is the article's own outlet."""
    return Attribution(
        contents=act.contents,
        cue=act.cue,
        source=act.source,
        asserter=None if meant is None else meant.speaker.name,
        antecedent=None if meant is None else meant.antecedent,
        naming=_naming(view, act, meant, publisher),
        denies=denies(view.tokens, positions(view.tokens, act.cue)),
    )


def _naming(view: SentenceView, act: ReportingAct, meant: Meant | None, publisher: str | None) -> AsserterNaming:
    if act.source is None:
        return AsserterNaming.UNNAMED
    source = [token.lower for token in view.tokens[_slice(view, act.source)] if token.lower not in cues.DETERMINERS]
    # “We found that …”, “The Herald has learned …”: outside quotation marks that is the outlet itself.
    if source and (source[0] in _AUTHORS or _is_outlet(source, publisher)):
        return AsserterNaming.OUTLET_VOICE
    return AsserterNaming.UNNAMED if meant is None else meant.speaker.naming


def _slice(view: SentenceView, span: Span) -> slice:
    found = positions(view.tokens, span)
    return slice(found.start, found.stop)


def _is_outlet(source: Sequence[str], publisher: str | None) -> bool:
    return publisher is not None and publisher.casefold().split()[-len(source) :] == list(source)


def outermost_first(attributions: Sequence[Attribution]) -> tuple[Attribution, ...]:
    """Order attributions so that who reports comes before whom they report; side by side, as they stand."""
    return tuple(sorted(attributions, key=_extent))


def _extent(attribution: Attribution) -> tuple[int, int]:
    own = [span for span in (*attribution.contents, attribution.cue) if span is not None]
    return min(span.start for span in own), -max(span.end for span in own)


def carried_to(chain: Sequence[Attribution], contents: tuple[Span, ...]) -> tuple[Attribution, ...]:
    """Return the chain for a sentence in which its quotation goes on: other words, said by the same."""
    return tuple(replace(attribution, contents=contents) for attribution in chain)
