"""What follows from the relations that a record tells of: classes, implied cells, counts, warnings. Worked out once."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Final

from workbench.articles.model import Article
from workbench.reports.record import Articles, Record
from workbench.review.classes import Classes, equivalence_classes
from workbench.review.implied import Implied, implied_cells
from workbench.review.origins import (
    Falls,
    KnownOrigin,
    OriginCount,
    count_origins,
    falls_with,
    known_origins,
    origin_key,
    supporting_articles,
)
from workbench.review.versions import still_reviewed
from workbench.review.warnings import Warning as RecordWarning
from workbench.review.warnings import find_warnings
from workbench.store.fold import ClaimState
from workbench.store.model import ArticleSummary
from workbench.store.policy import Policy
from workbench.vocabulary import OriginLayer, WarningKind

_OF_CLASSES: Final = frozenset({WarningKind.CLASS_CONTRADICTION, WarningKind.CLASS_INCONSISTENT})


@dataclass(frozen=True, slots=True)
class OriginUse:
    """An origin that somebody confirmed, and what falls with it; nothing does with the origin of mere words."""

    origin: KnownOrigin
    falls: Falls


@dataclass(frozen=True)
class RecordGraph:
    """What follows from the relations of a record that is `within` its own articles.

    Attributes:
        states: the claims that are to be reviewed, in reading order.
    """

    record: Record
    states: tuple[ClaimState, ...]

    @cached_property
    def summaries(self) -> Mapping[str, ArticleSummary]:
        """The articles by key."""
        return {summary.key: summary for summary in self.record.summaries}

    @cached_property
    def current(self) -> frozenset[str]:
        """The articles (keys) that no newer version has replaced."""
        return frozenset(key for key, summary in self.summaries.items() if summary.newer is None)

    @property
    def policy(self) -> Policy:
        """How the collection is reviewed; of several collections, what counts where nobody has said."""
        return self.record.policies.get(self.record.collection or "", Policy())

    @cached_property
    def implied(self) -> Mapping[str, Mapping[str, Implied]]:
        """What is implied for each claim (its key), by other article."""
        return implied_cells(self.states, articles=self.current)

    @cached_property
    def classes(self) -> Classes:
        """The classes of claims that are said to be the same."""
        return equivalence_classes(self.states)

    @cached_property
    def counts(self) -> Mapping[str, OriginCount]:
        """How many articles, outlets and confirmed origins support each claim that stands, by key."""
        return {
            state.key: count_origins(state, self.implied.get(state.key, {}), self._texts, self.summaries)
            for state in self.states
            if state.discarded_by is None
        }

    @cached_property
    def warnings(self) -> tuple[RecordWarning, ...]:
        """What a careful editor would ask about, open and waived, in reading order."""
        return find_warnings(self.states, self._texts, self.classes, self.implied, self.policy, self.summaries)

    @property
    def open_warnings(self) -> tuple[RecordWarning, ...]:
        """The warnings that nobody has waived."""
        return tuple(warning for warning in self.warnings if warning.waiver is None)

    @cached_property
    def warnings_by_claim(self) -> Mapping[str, tuple[RecordWarning, ...]]:
        """The warnings that concern each claim: its own, and those about its class in which it has a part."""
        found: defaultdict[str, list[RecordWarning]] = defaultdict(list)
        for warning in self.warnings:
            found[warning.claim].append(warning)
            if warning.kind in _OF_CLASSES and warning.other_claim is not None:
                found[warning.other_claim].append(warning)
        return {key: tuple(warnings) for key, warnings in found.items()}

    @cached_property
    def origins(self) -> tuple[OriginUse, ...]:
        """The origins that somebody confirmed, each with what falls with it."""
        from_whom: defaultdict[str, list[ClaimState]] = defaultdict(list)
        for state in self.states:
            for name in {origin_key(origin.name) for origin in state.origins}:
                from_whom[name].append(state)
        return tuple(
            OriginUse(known, self._falls_with(known, from_whom[origin_key(known.name)]))
            for known in known_origins(self.states)
        )

    def supporting(self, state: ClaimState) -> tuple[str, ...]:
        """Return the articles (keys) that support a claim, its own first."""
        return supporting_articles(state, self.implied.get(state.key, {}), self.summaries)

    def _falls_with(self, known: KnownOrigin, states: list[ClaimState]) -> Falls:
        if known.layer is OriginLayer.WORDS:
            return Falls((), ())
        return falls_with(known.name, states, self.implied, self.summaries)

    @cached_property
    def _texts(self) -> Mapping[str, Article]:
        return _Texts(self.record.articles)


class _Texts(Mapping[str, Article]):
    """The articles by key, read when they are asked for."""

    def __init__(self, articles: Articles) -> None:
        self._articles = articles

    def __getitem__(self, key: str) -> Article:
        if (recorded := self._articles.get(key)) is None:
            raise KeyError(key)
        return recorded.article

    def __iter__(self) -> Iterator[str]:
        return (summary.key for summary in self._articles.summaries)

    def __len__(self) -> int:
        return len(self._articles.summaries)


def graph_of(record: Record) -> RecordGraph:
    """Return what follows from the relations of `record`."""
    within = within_itself(record)
    return RecordGraph(within, still_reviewed(within.claims, within.summaries))


def graph_of_decided(record: Record) -> RecordGraph:
    """Return the same, holding only the claims that somebody decided about and those that they named beside them.

    Of the others nothing follows, and there may be a million of them.
    """
    decided = {state.key: state for state in record.claims if _is_decided_about(state)}
    named = {given.other_claim for state in decided.values() for given in state.agreements}
    named |= {settled.other_claim for state in decided.values() for settled in state.settled_cells}
    if missing := named - decided.keys() - {None}:
        decided |= {state.key: state for state in record.claims if state.key in missing}
        decided = {key: decided[key] for key in _in_order(decided.values(), record)}
    return graph_of(replace(record, claims=tuple(decided.values())))


def _in_order(states: Iterable[ClaimState], record: Record) -> list[str]:
    ranks = {summary.key: rank for rank, summary in enumerate(record.summaries)}
    ordered = sorted(states, key=lambda state: (ranks[state.claim.article], state.claim.start, state.key))
    return [state.key for state in ordered]


def _is_decided_about(state: ClaimState) -> bool:
    said = (state.votes, state.agreements, state.settled_cells, state.evidence, state.origins, state.waivers)
    return any(said) or state.adjudication is not None


def within_itself(record: Record) -> Record:
    """Leave out what was recorded about articles of other collections, and about versions that were replaced."""
    keys = {summary.key for summary in record.summaries if summary.newer is None}
    claims = (
        replace(
            state,
            agreements=tuple(given for given in state.agreements if given.article in keys),
            settled_cells=tuple(settled for settled in state.settled_cells if settled.article in keys),
        )
        for state in record.claims
    )
    return replace(record, claims=tuple(claims))
