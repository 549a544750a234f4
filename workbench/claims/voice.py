"""Whose words one sentence is."""

from dataclasses import dataclass

from workbench.claims.model import Attribution
from workbench.claims.reported import ReportingAct
from workbench.claims.spans import Span


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
