"""Warnings that a careful editor would give about a record, each with its reason; derived, never stored. Pure.

An editor who has looked at one and lets the record stand waives it with a reason; it is then listed as waived.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from workbench.articles.model import Article
from workbench.review.claim_warnings import claim_warnings
from workbench.review.class_warnings import class_warnings
from workbench.review.classes import Classes
from workbench.review.implied import Implied
from workbench.review.warning_model import Surroundings
from workbench.review.warning_model import Warning as Warning  # noqa: A004 - the name under which others know it
from workbench.store.fold import ClaimState
from workbench.store.model import ArticleSummary
from workbench.store.policy import Policy
from workbench.store.settled import Waiver
from workbench.vocabulary import WarningKind

_KINDS = tuple(WarningKind)


def find_warnings(
    states: Iterable[ClaimState],
    texts: Mapping[str, Article],
    classes: Classes,
    implied: Mapping[str, Mapping[str, Implied]],
    policy: Policy,
    summaries: Mapping[str, ArticleSummary],
) -> tuple[Warning, ...]:
    """Return the warnings about all claims, open ones and waived ones, in reading order.

    Args:
        states: the claims in reading order; discarded ones give no warning.
        texts, summaries: the articles of the collection by key.
        classes, implied: what `equivalence_classes` and `implied_cells` make of the states.
        policy: how many votes make a claim final.
    """
    by_key = {state.key: state for state in states if state.discarded_by is None}
    around = Surroundings(by_key, texts, summaries, classes, implied, policy)
    found = [warning for state in by_key.values() for warning in claim_warnings(state, around)]
    for each in classes.all:
        found += class_warnings([by_key[key] for key in each.members if key in by_key], around)
    ranks = {key: rank for rank, key in enumerate(by_key)}
    ordered = sorted(found, key=lambda warning: (ranks[warning.claim], _KINDS.index(warning.kind)))
    return tuple(_with_waivers(ordered, by_key))


def warnings_of(state: ClaimState, around: Surroundings) -> tuple[Warning, ...]:
    """Return the warnings that concern one claim: its own, and those about its class that it has a part in."""
    if state.discarded_by is not None:
        return ()
    members = [around.states[key] for key in around.classes.of(state.key) if key in around.states]
    shared = (each for each in class_warnings(members, around) if state.key in (each.claim, each.other_claim))
    found = sorted((*claim_warnings(state, around), *shared), key=lambda warning: _KINDS.index(warning.kind))
    return tuple(_with_waivers(found, {**around.states, state.key: state}))


def _with_waivers(found: Iterable[Warning], states: Mapping[str, ClaimState]) -> Iterator[Warning]:
    for warning in found:
        yield replace(warning, waiver=_waiver(warning, states[warning.claim]))


def _waiver(warning: Warning, state: ClaimState) -> Waiver | None:
    meant = (warning.kind, warning.article, warning.other_claim)
    return next((each for each in state.waivers if (each.warning, each.article, each.other_claim) == meant), None)
