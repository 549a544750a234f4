"""What is missing until a collection is complete: every sentence read, every claim judged, every cell looked at."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Final

from workbench.review.implied import implied_cells
from workbench.store.fold import ClaimState
from workbench.store.model import ArticleSummary, newest_of

_TOLD: Final = 12  # articles that a line names, before it only says how many more there are


@dataclass(frozen=True, slots=True)
class Completeness:
    """What a collection lacks.

    Attributes:
        labels: the short names of its articles by key.
        unread: the sentences (indices) that nobody has read, by article.
        no_verdict: the claims (keys) on which nobody has voted.
        disputed: the claims on whose verdict reviewers differ, or which was left open.
        open_by_claim: about how many other articles nobody knows yet what they do with a claim, by its key.
        articles: the article of each claim that lacks something.
    """

    labels: Mapping[str, str]
    unread: Mapping[str, tuple[int, ...]]
    no_verdict: tuple[str, ...]
    disputed: tuple[str, ...]
    open_by_claim: Mapping[str, int]
    articles: Mapping[str, str]

    @property
    def complete(self) -> bool:
        """Whether there is something to review and nothing of it is left to do."""
        return not self.told()

    @property
    def unread_sentences(self) -> int:
        """How many sentences nobody has read."""
        return sum(map(len, self.unread.values()))

    @property
    def open_cells(self) -> int:
        """How many pairs of a claim and another article nobody has looked at."""
        return sum(self.open_by_claim.values())

    def told(self) -> tuple[str, ...]:
        """Return a line for each kind of thing that is missing, such as “3 sentences not read yet: A 1, B 2”."""
        if not self.labels:
            return ("there are no articles yet",)
        parts = (
            ("sentence", "not read yet", {article: len(numbers) for article, numbers in self.unread.items()}),
            ("claim", "without a verdict", self._by_article(dict.fromkeys(self.no_verdict, 1))),
            ("claim", "with a disputed verdict", self._by_article(dict.fromkeys(self.disputed, 1))),
            ("cell", "not looked at yet", self._by_article(self.open_by_claim)),
        )
        return tuple(self._line(noun, what, counts) for noun, what, counts in parts if counts)

    def _by_article(self, counts: Mapping[str, int]) -> Mapping[str, int]:
        found: Counter[str] = Counter()
        for claim, count in counts.items():
            found[self.articles[claim]] += count
        return found

    def _line(self, noun: str, what: str, counts: Mapping[str, int]) -> str:
        total = sum(counts.values())
        ordered = [f"{label} {counts[article]}" for article, label in self.labels.items() if article in counts]
        more = f" and {len(ordered) - _TOLD} more articles" if len(ordered) > _TOLD else ""
        return f"{total} {noun if total == 1 else f'{noun}s'} {what}: {', '.join(islice(ordered, _TOLD))}{more}"


def measure_completeness(
    articles: Sequence[ArticleSummary], unread: Mapping[str, tuple[int, ...]], states: Iterable[ClaimState]
) -> Completeness:
    """Return what is missing of the review of `articles`, whose claims to be reviewed are `states`.

    `unread` are the sentences of the newest versions that nobody has read; older versions are not to be read.
    """
    kept = tuple(state for state in states if state.discarded_by is None)
    missing = _open_cells(articles, kept)
    disputed = tuple(state.key for state in kept if state.has_disputed_verdict)
    no_verdict = tuple(state.key for state in kept if state.verdict is None and not state.has_disputed_verdict)
    lacking = {*missing, *disputed, *no_verdict}
    return Completeness(
        {summary.key: summary.label for summary in articles},
        unread,
        no_verdict,
        disputed,
        missing,
        {state.key: state.claim.article for state in kept if state.key in lacking},
    )


def _open_cells(articles: Iterable[ArticleSummary], kept: Sequence[ClaimState]) -> dict[str, int]:
    """Count for each claim the other articles of which nothing is known; claims without any are left out."""
    summaries = {summary.key: summary for summary in articles}
    current = frozenset(key for key, summary in summaries.items() if summary.newer is None)
    known = _looked_at(kept, current)
    found = {}
    for state in kept:
        others = current - {state.claim.article, newest_of(state.claim.article, summaries)}
        if left := len(others - known[state.key]):
            found[state.key] = left
    return found


def _looked_at(kept: Sequence[ClaimState], current: Collection[str]) -> dict[str, set[str]]:
    """Return for each claim the articles about which anybody recorded something, or for which it follows."""
    implied = implied_cells(kept, articles=current)
    return {state.key: {*(given.article for given in state.agreements), *implied.get(state.key, ())} for state in kept}
