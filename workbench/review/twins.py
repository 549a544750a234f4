"""Which claims of another article stand in a passage of it: what is recorded for the passage is recorded for them."""

from collections import defaultdict
from collections.abc import Iterable
from typing import Final

from rapidfuzz import fuzz

from workbench.store.engine import Store
from workbench.store.standing_claims import StandingClaim, standing_claims

_LONGEST: Final = 1_000
_SAME: Final = (
    55.0  # RapidFuzz ratio, set on the demo collection: below, one of the two mostly says more than the other
)


class Twins:
    """The claims of articles by their sentences, in memory; `refresh` looks what has become of them."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._claims: dict[str, tuple[StandingClaim, ...]] = {}

    def refresh(self, articles: Iterable[str]) -> None:
        """Read the claims of articles (keys) anew: somebody may have added, reworded or discarded one."""
        wanted = tuple(articles)
        found: defaultdict[str, list[StandingClaim]] = defaultdict(list)
        with self._store.read() as connection:
            for claim in standing_claims(connection, wanted):
                found[claim.article].append(claim)
        self._claims |= {article: tuple(found[article]) for article in wanted}

    def of(self, article: str, sentences: Iterable[int], text: str = "") -> tuple[StandingClaim, ...]:
        """Return the claims of an article that stand in these sentences, the best first.

        Those come first that share most of their sentences with the passage, and of several in the same sentences
        those that are worded most like `text`.
        """
        if article not in self._claims:
            self.refresh((article,))
        chosen = set(sentences)
        found = [claim for claim in self._claims[article] if not chosen.isdisjoint(claim.sentences)]
        # Sorting keeps the reading order of those that do equally well.
        return tuple(sorted(found, key=lambda claim: (-_overlap(claim, chosen), -_likeness(claim, text))))

    def best(self, article: str, sentences: Iterable[int], text: str) -> StandingClaim | None:
        """Return the claim that these sentences make, if it says about as much as `text` does; else None.

        To name a claim is to say that the relation holds from its side too. That does not follow where the passage has
        sentences beyond it, or where it says much more or much less.
        """
        chosen = set(sentences)
        first = next(iter(self.of(article, chosen, text)), None)
        is_meant = first is not None and chosen <= set(first.sentences) and _likeness(first, text) >= _SAME
        return first if is_meant else None


def _overlap(claim: StandingClaim, sentences: set[int]) -> float:
    own = set(claim.sentences)
    return len(own & sentences) / len(own | sentences)


def _likeness(claim: StandingClaim, text: str) -> float:
    return fuzz.token_sort_ratio(claim.text[:_LONGEST].casefold(), text[:_LONGEST].casefold())
