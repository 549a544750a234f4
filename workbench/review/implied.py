"""What follows for a claim from the relations that were recorded for claims of other articles. Pure; never stored.

Whoever says that article Y corroborates a claim of article X, and names the claim of Y that does so, has said as well
that X corroborates that claim.
"""

from collections import defaultdict
from collections.abc import Container, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from itertools import chain
from typing import Final

from workbench.review.held import as_agreement, held_agreements, held_relations
from workbench.store.claim_links import ClaimLink
from workbench.store.fold import Agreement, ClaimState
from workbench.vocabulary import Relation

IMPLYING: Final = frozenset({Relation.CORROBORATES, Relation.PARTIALLY_SUPPORTS, Relation.CONTRADICTS})
"""The relations that hold in both directions.

What is the same, or cannot be true together, is so from either side, and what overlaps in part does so as well. But an
update has a direction in time; who reports that somebody said so, or doubts it, is not reported or doubted in turn;
and silence and “unclear” are about one claim and a whole article.
"""

Cell = tuple[str, str]
"""A claim and another article, by their keys."""


@dataclass(frozen=True, slots=True)
class Implied:
    """What another article does with a claim, as it follows from what was recorded for one of its own claims.

    Attributes:
        article: the other article.
        relation: what it does with the claim.
        sentences: where it does so: the source of `other_claim`.
        other_claim: the claim of `article` for which it was recorded, naming this one.
        reviewer, at: who recorded, or settled, it there, and when.
    """

    article: str
    relation: Relation
    sentences: tuple[int, ...]
    other_claim: str
    reviewer: str
    at: datetime


def implied_cells(
    states: Iterable[ClaimState], reviewer: str | None = None, articles: Container[str] | None = None
) -> Mapping[str, Mapping[str, Implied]]:
    """Return for each claim (its key) what is implied for it, by other article: those among `articles`, or all.

    With a `reviewer` it is what follows from their own word; without, from what is settled or what all who recorded a
    relation share. Whoever has said something of the cell itself implies nothing for it, and what was settled there
    overrules what is implied. Where the claims of one article imply different relations, nothing follows.
    """
    standing = {state.key: state for state in states if state.discarded_by is None}
    links = (link for state in standing.values() for link in links_of(state, reviewer))
    known = (link for link in links if link.other_claim in standing and (articles is None or link.article in articles))
    unanswered = (link for link in known if not is_answered(standing[link.other_claim], link, reviewer))
    found: defaultdict[str, dict[str, Implied]] = defaultdict(dict)
    for (claim, article), link in following(unanswered).items():
        found[claim][article] = implied_by(link, standing[link.claim])
    return dict(found)


def following(links: Iterable[ClaimLink]) -> Mapping[Cell, ClaimLink]:
    """Return the cells for which something follows from unanswered links, each with the latest of its links."""
    about: defaultdict[Cell, list[ClaimLink]] = defaultdict(list)
    for link in links:
        if link.relation in IMPLYING:
            about[link.other_claim, link.article].append(link)
    return {
        cell: max(found, key=lambda link: (link.at, link.claim))
        for cell, found in about.items()
        if len({link.relation for link in found}) == 1
    }


def links_of(state: ClaimState, reviewer: str | None = None) -> Iterator[ClaimLink]:
    """Yield where a claim's relations name the other article's claim: as `reviewer` sees it, or as it is settled."""
    if state.discarded_by is not None or not names_claims(state):
        return
    agreements = _own_agreements(state, reviewer) if reviewer is not None else _shared_agreements(state)
    for given in agreements:
        if given.other_claim is not None:
            yield ClaimLink(
                state.key,
                state.claim.article,
                given.other_claim,
                given.article,
                given.relation,
                given.reviewer,
                given.at,
            )


def names_claims(state: ClaimState) -> bool:
    """Whether any relation that was recorded for a claim names the other article's claim."""
    named = (given.other_claim for given in state.agreements), (settled.other_claim for settled in state.settled_cells)
    return any(chain(*named))


def is_answered(state: ClaimState, link: ClaimLink, reviewer: str | None = None) -> bool:
    """Whether something was decided about the cell of `state` that a link to it would fill: by who made the link.

    Where no one `reviewer`'s view is asked for, a settled relation answers everybody's links.
    """
    settled = state.settled_cell(link.article)
    if settled is not None and (reviewer is None or settled.reviewer == link.reviewer):
        return True
    return state.agreement_of(link.reviewer, link.article) is not None


def implied_by(link: ClaimLink, state: ClaimState) -> Implied:
    """Return what a link implies for its other claim; `state` is that of the claim that it was recorded for."""
    return Implied(link.article, link.relation, source_of(state), link.claim, link.reviewer, link.at)


def source_of(state: ClaimState) -> tuple[int, ...]:
    """Return the sentences that state a claim: the set that was linked last."""
    return state.sources[-1].sentences if state.sources else state.claim.sentences


def relations_of(state: ClaimState, implied: Mapping[str, Implied]) -> Mapping[str, Relation]:
    """Return what each article does with a claim: settled or shared by all, or implied where nobody recorded anything.

    Articles of which that is open are left out; `implied` is what is so for this claim.
    """
    held = held_relations(state)
    following = {article: cell.relation for article, cell in implied.items() if article not in held}
    return {article: relation for article, relation in held.items() if relation is not None} | following


def _shared_agreements(state: ClaimState) -> Iterator[Agreement]:
    relations = held_relations(state)
    return (given for given in held_agreements(state) if given.relation is relations[given.article])


def _own_agreements(state: ClaimState, reviewer: str) -> Iterator[Agreement]:
    """Yield what a reviewer holds: of a cell that they settled, what they settled."""
    settled = {cell.article: cell for cell in state.settled_cells if cell.reviewer == reviewer}
    yield from (agreement for cell in settled.values() if (agreement := as_agreement(cell)))
    yield from (given for given in state.agreements if given.reviewer == reviewer and given.article not in settled)
