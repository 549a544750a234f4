"""How a claim stands among the others: what supports it, what it is the same as, and what an editor would ask."""

from dataclasses import dataclass
from typing import Final

from workbench.review.classes import Offer
from workbench.review.origins import OriginCount
from workbench.review.warning_model import Warning as RecordWarning
from workbench.vocabulary import WarningKind

_OF_MISSING: Final = frozenset({WarningKind.NOT_CORROBORATED, WarningKind.NOT_CONTRADICTED})
"""Warnings that something is missing which another article may still bring."""


@dataclass(frozen=True, slots=True)
class Standing:
    """What is shown beside a claim, and follows from what was recorded of it and of others.

    Attributes:
        count: how many articles, outlets and confirmed origins support it.
        equivalent: the claims (keys) that are said to be the same, in reading order, without this one.
        offer: the reviewer's verdict on one of them, where they have none on this.
        lacking: so many of them have no verdict of the reviewer, where this one has.
        warnings: the open warnings.
    """

    count: OriginCount
    equivalent: tuple[str, ...]
    offer: Offer | None
    lacking: int
    warnings: tuple[RecordWarning, ...]

    def pressing(self, *, everything_seen: bool) -> tuple[RecordWarning, ...]:
        """Return the warnings to show beside a claim; what is missing is no news until all articles were seen."""
        return tuple(warning for warning in self.warnings if everything_seen or warning.kind not in _OF_MISSING)
