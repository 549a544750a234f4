"""What a claim of a newer version of an article has from the older one. Pure, like the fold.

Nothing is ever rewritten: what was decided about the older claim is folded there, and the result is carried here, so
that an undo there is seen here. Only what surely holds is carried: words that stand there still and say the same.
"""

from collections.abc import Callable, Iterable
from dataclasses import replace

from workbench.claims.model import Claim
from workbench.matching.model import CarriedClaim, VersionChange
from workbench.store.fold import Agreement, CarriedFrom, ClaimState, SourceLink, Vote
from workbench.store.settled import ConfirmedOrigin
from workbench.vocabulary import AnchorState


def carried_state(
    older: ClaimState, carried: CarriedClaim, change: VersionChange, extracted: Claim | None
) -> ClaimState:
    """Return where the claim stands in the newer version before anything is decided about it there.

    `extracted` is the claim that was found at its new place; without one the older claim itself stands there.
    """
    claim = extracted or _moved(older.claim, carried, change.newer)
    reworded = older.text != older.claim.text
    return replace(
        older,
        claim=claim,
        text=older.text if reworded else claim.text,
        sources=_sources(older, claim, change),
        votes=older.votes if reworded or claim.text == older.text else _without_places(older.votes),
        agreements=tuple(given for given in older.agreements if given.article != change.newer),
        settled_cells=tuple(settled for settled in older.settled_cells if settled.article != change.newer),
        origins=tuple(_origin(origin, change) for origin in older.origins),
        carried=CarriedFrom(older.key, older.claim.article, carried.state, extracted is not None),
    )


def with_newer_agreements(state: ClaimState, changes_of: Callable[[str], Iterable[VersionChange]]) -> ClaimState:
    """Return the state with what was recorded of older versions of other articles carried to their newer ones.

    `changes_of` gives the changes from an article to its newer versions. What a reviewer recorded of the newer
    version itself counts before what they recorded of the older.
    """
    agreements = list(state.agreements)
    known = {(given.reviewer, given.article) for given in agreements}
    for given in agreements:  # grows while it is gone through, as a newer version may have a newer one
        for change in changes_of(given.article):
            whose = (given.reviewer, change.newer)
            carried = None if whose in known or change.newer == state.claim.article else _agreement(given, change)
            if carried is not None:
                known.add(whose)
                agreements.append(carried)
    return replace(state, agreements=tuple(agreements)) if len(agreements) > len(state.agreements) else state


def _without_places(votes: Iterable[Vote]) -> tuple[Vote, ...]:
    """Return votes without the places of their unsupported words, which were those of the older wording."""
    return tuple(replace(vote, unsupported_at=()) for vote in votes)


def _origin(origin: ConfirmedOrigin, change: VersionChange) -> ConfirmedOrigin:
    return replace(origin, article=change.newer) if origin.article == change.older else origin


def _moved(claim: Claim, carried: CarriedClaim, article: str) -> Claim:
    if carried.start is None or carried.end is None or carried.text is None:
        raise ValueError(f"The claim {carried.older} was not placed in the newer version.")
    return replace(
        claim,
        article=article,
        start=carried.start,
        end=carried.end,
        text=carried.text,
        sentences=carried.sentences,
        attributions=(),  # their places are those of the older text
    )


def _sources(older: ClaimState, claim: Claim, change: VersionChange) -> tuple[SourceLink, ...]:
    found = [link for before in older.sources if (link := _source(before, older.claim, claim, change))]
    if older.sources and not found:
        return (SourceLink(claim.sentences, AnchorState.EXACT, 100.0, claim.origin),)
    return tuple({link.sentences: link for link in found}.values())


def _source(link: SourceLink, older: Claim, claim: Claim, change: VersionChange) -> SourceLink | None:
    if link.by == older.origin and link.sentences == older.sentences:
        return replace(link, sentences=claim.sentences, by=claim.origin)
    sentences = _sentences(link.sentences, change)
    if sentences is None:
        return None
    exact = all(change.sentences[number].state is AnchorState.EXACT for number in link.sentences)
    return replace(link, sentences=sentences, state=link.state if exact else AnchorState.RELOCATED)


def _agreement(given: Agreement, change: VersionChange) -> Agreement | None:
    """Return what was recorded of the older version, if it surely holds for the newer one.

    What rests on no sentence, as that an article is silent, was said of all of it: so it holds while nothing is added.
    """
    sentences = _sentences(given.sentences, change)
    if sentences is None or (not given.sentences and change.added):
        return None
    other = next((claim.newer for claim in change.claims if claim.older == given.other_claim), None)
    return replace(given, article=change.newer, sentences=sentences, other_claim=other)


def _sentences(numbers: tuple[int, ...], change: VersionChange) -> tuple[int, ...] | None:
    """Return where these sentences of the older version stand in the newer one; None if one of them does not."""
    carried = [change.sentences[number] for number in numbers if number < len(change.sentences)]
    if len(carried) < len(numbers) or not all(sentence.carries for sentence in carried):
        return None
    return tuple(sorted({number for sentence in carried for number in sentence.newer}))
