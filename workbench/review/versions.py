"""Newer versions of articles: recognised when they are read, and listed with what became of each claim."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from sqlalchemy import Connection

from workbench.articles.model import Article
from workbench.matching.model import CarriedClaim, VersionChange
from workbench.review.blindness import seen_states
from workbench.store import facts, state, versions
from workbench.store.engine import Store
from workbench.store.fold import ClaimState
from workbench.store.hidden import hidden_claims
from workbench.store.model import ArticleSummary
from workbench.store.version_search import possible_older_versions
from workbench.vocabulary import ANCHOR_TERMS, AnchorState


@dataclass(frozen=True, slots=True)
class ClaimAnchor:
    """What became of one claim of the older version: `older` is where it stands there, `decided` if in any way."""

    older: ClaimState
    carried: CarriedClaim

    @property
    def decided(self) -> bool:
        """Whether somebody decided anything about it."""
        return self.older.decided_upon


@dataclass(frozen=True, slots=True)
class Version:
    """An article that is the newer version of another, and what became of the claims of the older, in reading order.

    `added` counts the sentences that say something that the older version did not.
    """

    newer: ArticleSummary
    older: ArticleSummary
    added: int
    anchors: tuple[ClaimAnchor, ...]

    @property
    def counts(self) -> dict[AnchorState, int]:
        """How many claims have each anchor state."""
        counted = Counter(anchor.carried.state for anchor in self.anchors)
        return {anchor_state: counted[anchor_state] for anchor_state in AnchorState}

    def __str__(self) -> str:
        """Say it in one line."""
        counts = [f"{number} {ANCHOR_TERMS[each].label}" for each, number in self.counts.items() if number]
        first, *rest = counts or ["none"]
        words = ", ".join([first.replace(" ", " claim " if first.startswith("1 ") else " claims ", 1), *rest])
        return f"“{self.newer.name}” is a new version of “{self.older.name}”: {words if counts else 'no claims'}"


def link_older_version(connection: Connection, article: Article, collection: str) -> VersionChange | None:
    """Find the article of the collection that this one, just added, is the newer version of, and store what follows.

    Returns None where there is no such article, or the version was known already.
    """
    possible = possible_older_versions(connection, article, collection)
    if not possible or versions.load_version(connection, article.sha256) is not None:
        return None
    # Imported here, as sessions that read no newer version have no need of it.
    from workbench.matching.recognition import is_newer_version
    from workbench.matching.versions import carry_over

    for key in _latest_first(connection, possible, collection):
        older = facts.load_article(connection, key)
        if article.sha256 in versions.older_versions(connection, key) or not is_newer_version(article, older):
            continue
        claims = [standing.claim for standing in state.claim_states(connection, article=key)]
        newer_claims = facts.load_ledger(connection, article.sha256).claims
        change = carry_over(older, article, claims, newer_claims)
        versions.add_version(connection, change)
        return change
    return None


def _latest_first(connection: Connection, keys: Iterable[str], collection: str) -> list[str]:
    """Put those first that have no newer version yet: a third version follows the second."""
    replaced = versions.replaced_by(connection, collection)
    return sorted(keys, key=lambda key: key in replaced)


def load_versions(store: Store, collection: str | None = None, reviewer: str | None = None) -> tuple[Version, ...]:
    """Return the versions in a collection, or all, an older one before a newer one of the same article.

    For a `reviewer`, the claims stand as that person may see them.
    """
    with store.read() as connection:
        summaries = {summary.key: summary for summary in facts.list_articles(connection, collection)}
        hidden = hidden_claims(connection, reviewer) if reviewer is not None else frozenset()
        return tuple(
            build_version(change, summaries, _states_of(connection, change.older, reviewer, hidden))
            for change in versions.list_versions(connection, collection)
        )


def _states_of(
    connection: Connection, article: str, reviewer: str | None, hidden: frozenset[str]
) -> tuple[ClaimState, ...]:
    everything = state.claim_states(connection, article=article)
    return everything if reviewer is None else seen_states(connection, everything, reviewer, hidden)


def build_version(
    change: VersionChange, summaries: Mapping[str, ArticleSummary], older_claims: Iterable[ClaimState]
) -> Version:
    """Return the version that a change made; claims that were taken back since are left out."""
    became = {claim.older: claim for claim in change.claims}
    anchors = tuple(ClaimAnchor(claim, became[claim.key]) for claim in older_claims if claim.key in became)
    return Version(summaries[change.newer], summaries[change.older], change.added, anchors)


def still_reviewed(states: Iterable[ClaimState], articles: Iterable[ArticleSummary]) -> tuple[ClaimState, ...]:
    """Return the claims that are left to review, without what was recorded about versions that a newer one replaced.

    A claim of a replaced version is left only if somebody decided something about it that was not carried over.
    """
    return tuple(reviewed_on(tuple(states), articles))


def reviewed_on(states: Iterable[ClaimState], articles: Iterable[ArticleSummary]) -> Iterator[ClaimState]:
    """Yield the same; `states`, which can be iterated twice, are not held."""
    replaced = {summary.key for summary in articles if summary.newer}
    if not replaced:
        yield from states
        return
    gone_on = {each.carried.older for each in states if each.carried}
    for each in states:
        if each.claim.article not in replaced or (each.decided_upon and each.key not in gone_on):
            yield replace(each, agreements=tuple(given for given in each.agreements if given.article not in replaced))
