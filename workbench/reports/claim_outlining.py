"""From the state of one claim, and what follows from others, to all that a readable report says of it."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from workbench.articles.model import Article
from workbench.matching import compare, quote_variants
from workbench.reports.claim_outline import (
    CellEntry,
    ClaimEntry,
    ClaimReference,
    HistoryEntry,
    Opinion,
    OriginEntry,
    Passage,
    Quotation,
    WarningEntry,
)
from workbench.reports.record import RecordedArticle
from workbench.reports.record_graph import RecordGraph
from workbench.review.implied import Implied, relations_of
from workbench.review.suggestions import joined_text
from workbench.store.fold import Agreement, ClaimState
from workbench.store.model import ArticleSummary, newest_of
from workbench.store.settled import CellAdjudication
from workbench.vocabulary import OriginLayer

_QUOTATION_MARKS: Final = frozenset('“”„«»"')


@dataclass(frozen=True, slots=True)
class ClaimOutliner:
    """Makes the entries of claims.

    Attributes:
        articles: those of the report, in the order of their labels, by key.
        states: all its claims by key, and `numbers` theirs.
        histories: the decisions about each claim.
    """

    graph: RecordGraph
    articles: Mapping[str, RecordedArticle]
    states: Mapping[str, ClaimState]
    numbers: Mapping[str, str]
    histories: Mapping[str, tuple[HistoryEntry, ...]]

    def entry(self, state: ClaimState) -> ClaimEntry:
        """Return all that the report tells of a claim."""
        own = self.articles[state.claim.article].article
        cells = tuple(self._cells(state, own))
        others = self.graph.classes.of(state.key)
        return ClaimEntry(
            self.numbers[state.key],
            state,
            quote(own, state.claim.start, state.claim.end, state.claim.sentences),
            tuple(tuple(own.sentences[index].text for index in link.sentences) for link in state.sources),
            self.graph.counts.get(state.key),
            tuple(self._known(key) for key in others if key != state.key),
            tuple(self._origins(state)),
            tuple(self._warnings(state)),
            tuple(cell for cell in cells if not cell.is_silent),
            tuple(cell for cell in cells if cell.is_silent),
            tuple(self._unread(own.sha256, {cell.article.key for cell in cells})),
            self.histories.get(state.key, ()),
        )

    # --- other articles

    def _cells(self, state: ClaimState, own: Article) -> Iterator[CellEntry]:
        given: defaultdict[str, list[Agreement]] = defaultdict(list)
        for agreement in state.agreements:
            given[agreement.article].append(agreement)
        implied = self.graph.implied.get(state.key, {})
        recorded = {*given, *(cell.article for cell in state.settled_cells)}
        relations = relations_of(state, implied)
        for key in (key for key in self.articles if key in recorded or key in implied):
            other = self.articles[key]
            settled = state.settled_cell(key)
            following = None if key in recorded else implied[key]
            yield CellEntry(
                other.summary,
                relations.get(key),
                tuple(Opinion(agreement, self._reference(agreement.other_claim)) for agreement in given.get(key, ())),
                settled,
                self._reference(settled.other_claim) if settled else None,
                following,
                self._reference(following.other_claim) if following else None,
                tuple(self._passages(state, own, other.article, [*given.get(key, ()), settled, following])),
            )

    def _passages(
        self,
        state: ClaimState,
        own: Article,
        other: Article,
        said: Iterable[Agreement | CellAdjudication | Implied | None],
    ) -> Iterator[Passage]:
        named: dict[tuple[int, ...], dict[str, None]] = {}
        for each in said:
            if each is not None and each.sentences:
                named.setdefault(each.sentences, {})[each.reviewer] = None
        for sentences, reviewers in named.items():
            text = joined_text(other, sentences)
            compared = compare(state.text, text, a_date=own.published, b_date=other.published)
            quoting = not (_QUOTATION_MARKS.isdisjoint(state.text) or _QUOTATION_MARKS.isdisjoint(text))
            variants = quote_variants(state.text, text) if quoting else ()
            yield Passage(sentences, text, compared.differences, variants, tuple(reviewers))

    def _unread(self, own: str, known: set[str]) -> Iterator[ArticleSummary]:
        newest = newest_of(own, self.graph.summaries)
        for key, summary in self.graph.summaries.items():
            if key not in known and key not in (own, newest) and summary.newer is None:
                yield summary

    # --- what follows from all claims

    def _origins(self, state: ClaimState) -> Iterator[OriginEntry]:
        supporting = self.graph.supporting(state) if state.key in self.graph.counts else ()
        known = (origin.article for origin in state.origins)
        for key in dict.fromkeys((*supporting, *known)):
            if key in self.articles:
                words, knowledge = (state.origin_in(key, layer) for layer in OriginLayer)
                yield OriginEntry(self.articles[key].summary, words, knowledge, key in supporting)

    def _warnings(self, state: ClaimState) -> Iterator[WarningEntry]:
        for warning in self.graph.warnings_by_claim.get(state.key, ()):
            yield WarningEntry(warning, self._known(warning.claim) if warning.claim != state.key else None)

    def _reference(self, claim: str | None) -> ClaimReference | None:
        """Return a claim that is named; None where none is, or one of another collection."""
        return self._known(claim) if claim is not None and claim in self.states else None

    def _known(self, claim: str) -> ClaimReference:
        return ClaimReference(claim, self.numbers[claim], self.states[claim].text)


def quote(article: Article, start: int, end: int, sentences: tuple[int, ...]) -> Quotation:
    """Return `article.text[start:end]` with the rest of its sentences and one sentence more on either side."""
    first, last = _context(article, sentences) if sentences else (start, end)
    before, after = article.text[min(first, start) : start], article.text[end : max(last, end)]
    return Quotation(before, article.text[start:end], after, start, end, sentences)


def _context(article: Article, sentences: tuple[int, ...]) -> tuple[int, int]:
    """From the sentence before to the sentence after, within the same block."""
    first, last = article.sentences[sentences[0]], article.sentences[sentences[-1]]
    earlier = article.sentences[max(0, sentences[0] - 1)]
    later = article.sentences[min(len(article.sentences) - 1, sentences[-1] + 1)]
    start = earlier.start if earlier.block == first.block else first.start
    end = later.end if later.block == last.block else last.end
    return start, end
