"""Which change brought a claim into a newer version, and which article has newer versions."""

from collections import defaultdict
from collections.abc import Iterable
from typing import Protocol

from workbench.matching.model import CarriedClaim, VersionChange

Arrival = tuple[CarriedClaim, VersionChange]


class Lineage(Protocol):
    """What the fold must know of versions; claims and articles are named by their keys."""

    @property
    def is_empty(self) -> bool:
        """Whether there are no versions at all."""

    def arrival(self, claim: str) -> Arrival | None:
        """Return how the claim came from the older version of its article, and with which change."""

    def after(self, article: str) -> tuple[VersionChange, ...]:
        """Return the changes from an article to its newer versions; nearly always none or one."""


class KnownLineage:
    """The lineage that follows from changes that are at hand."""

    def __init__(self, changes: Iterable[VersionChange]) -> None:
        after: dict[str, list[VersionChange]] = defaultdict(list)
        self._arrivals: dict[str, Arrival] = {}
        for change in sorted(changes, key=lambda change: change.newer):
            after[change.older].append(change)
            self._arrivals |= {claim.newer: (claim, change) for claim in change.claims if claim.newer}
        self._after = {article: tuple(found) for article, found in after.items()}

    @property
    def is_empty(self) -> bool:
        """Whether there are no versions at all."""
        return not self._after

    @property
    def arrived(self) -> tuple[str, ...]:
        """The keys of all claims that came from older versions."""
        return tuple(self._arrivals)

    def arrival(self, claim: str) -> Arrival | None:
        """Return how the claim came from the older version of its article, and with which change."""
        return self._arrivals.get(claim)

    def after(self, article: str) -> tuple[VersionChange, ...]:
        """Return the changes from an article to its newer versions, by key."""
        return self._after.get(article, ())
