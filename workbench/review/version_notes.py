"""How the claims of a collection are tied to other versions of their articles."""

from collections.abc import Container, Iterable, Mapping
from dataclasses import replace

from workbench.matching.model import CarriedClaim, VersionChange
from workbench.review.model import VersionNote
from workbench.store.fold import ClaimState
from workbench.store.model import ArticleSummary, QueueRow
from workbench.vocabulary import AnchorState


class VersionNotes:
    """What a reviewer is told of versions, claim by claim."""

    def __init__(self, changes: Iterable[VersionChange], summaries: Mapping[str, ArticleSummary]) -> None:
        """Take the changes between articles of the collection, and these articles by key."""
        self._summaries = summaries
        self._departures: dict[str, tuple[CarriedClaim, str]] = {}
        self._arrivals: dict[str, tuple[CarriedClaim, str]] = {}
        for change in changes:
            for claim in change.claims:
                self._departures[claim.older] = (claim, change.newer)
                if claim.newer:
                    self._arrivals[claim.newer] = (claim, change.older)

    def anchor(self, key: str, carried: AnchorState | None) -> AnchorState | None:
        """Return how surely a claim's words stand in the newer version, or else how surely they came from the older.

        `carried` is what is known of the latter where the older version is in another collection.
        """
        found = self._departures.get(key) or self._arrivals.get(key)
        return found[0].state if found else carried

    def told_in(self, rows: Iterable[QueueRow], left: Container[str]) -> tuple[QueueRow, ...]:
        """Return those rows of a queue whose claims (keys) are `left` to review, each with its anchor."""
        return tuple(replace(row, anchor=self.anchor(row.key, row.anchor)) for row in rows if row.key in left)

    def note(self, claim: ClaimState) -> VersionNote | None:
        """Return what is told of another version of a claim's article; None if there is none."""
        for found, is_older in ((self._departures.get(claim.key), True), (self._arrivals.get(claim.key), False)):
            if found:
                carried, article = found
                return VersionNote(carried.state, self._summaries[article], carried.differs, carried.carries, is_older)
        return VersionNote(claim.carried.state) if claim.carried else None
