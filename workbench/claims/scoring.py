"""How checkable a claim is, how much it deserves checking, and what makes it so.

*Checkable* asks whether it is a statement of fact: the log-odds of its signs, as a probability. *Worth checking* asks
whether a fact-checker should begin with it: what is checkable, stands early, says what the headline says and speaks
of what the article is about. Position is the strongest single sign of the main claim of a news article; the rest
moves a teaser down and a later statement of the headline up.
"""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from workbench.claims import cues, signs
from workbench.claims.opinion_words import listed
from workbench.claims.reading import SentenceView
from workbench.claims.signs import Sign
from workbench.claims.topic import Place
from workbench.vocabulary import ScoreReason

_WORTH_START: Final = 0.15
_WORTH_OF_CHECKABLE: Final = 0.20  # what cannot be checked is not worth the attempt
_WORTH_OF_PLACE: Final = (0.25, 0.19, 0.14, 0.08, 0.04)  # news puts its main claim first, and says it again soon
_WORTH_OF_HEADLINE: Final = 0.20  # the headline is the editor's choice of the main claim
_WORTH_OF_TOPIC: Final = 0.20  # what much of the article speaks of
_WORTH_OF_FINDING: Final = 0.05  # “the study found”: the article is written because of it
_WORTH_OF_CAUSE: Final = 0.04  # causes are what people are misled about
_WORTH_OF_SHORT: Final = -0.02  # needs its neighbours to be understood

_SHORT: Final = 7
_SHOWN_FROM: Final = 0.5  # of the headline, or of the most central sentence: enough to name it as a reason
_POINTS_OF_LOG_ODDS: Final = 0.25  # the steepest slope of the logistic curve: makes both kinds of weight comparable
_FINDINGS: Final = listed("study studies research researchers scientists survey poll report data figures")
_FOUND: Final = listed("found find finds showed show shows revealed reveals suggests suggested concluded")


@dataclass(frozen=True, slots=True)
class Scores:
    """The two scores of a claim, 0 to 1 to three places, and their reasons, what weighs most first."""

    checkable: float
    checkworthiness: float
    reasons: tuple[ScoreReason, ...]


def score(found: Sequence[tuple[Sign, int]], view: SentenceView, place: Place) -> Scores:
    """Return the scores of a claim from its signs, its words, and its place in the article."""
    log_odds = signs.START + sum(sign.weight * count for sign, count in found)
    checkable = 1 / (1 + math.exp(-log_odds))
    worth = list(_worth(view, place))
    total = _WORTH_START + _WORTH_OF_CHECKABLE * checkable + sum(points for _, points, _ in worth)
    weights: dict[ScoreReason, float] = {}
    for sign, count in found:
        weights[sign.reason] = weights.get(sign.reason, 0.0) + sign.weight * count * _POINTS_OF_LOG_ODDS
    weights |= {reason: points for reason, points, shown in worth if shown}
    reasons = sorted(weights, key=lambda reason: -abs(weights[reason]))
    return Scores(round(checkable, 3), round(min(1.0, max(0.0, total)), 3), tuple(reasons))


def _worth(view: SentenceView, place: Place) -> Iterator[tuple[ScoreReason, float, bool]]:
    """What makes a claim worth checking beside being checkable: reason, points, and whether it is worth naming."""
    lowered = view.forms
    if place.position is not None and place.position < len(_WORTH_OF_PLACE):
        yield ScoreReason.LEADING, _WORTH_OF_PLACE[place.position], True
    yield ScoreReason.HEADLINE, _WORTH_OF_HEADLINE * place.headline, place.headline >= _SHOWN_FROM
    yield ScoreReason.CENTRAL, _WORTH_OF_TOPIC * place.centrality, place.centrality >= _SHOWN_FROM
    if lowered & _FINDINGS and lowered & _FOUND:
        yield ScoreReason.FINDING, _WORTH_OF_FINDING, True
    if lowered & cues.CAUSES:
        yield ScoreReason.CAUSE, _WORTH_OF_CAUSE, True
    if len(view.words) < _SHORT:
        yield ScoreReason.SHORT, _WORTH_OF_SHORT, True
