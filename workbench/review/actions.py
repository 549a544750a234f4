"""What a key means, given where a claim stands: the rules behind the toggles of the screen."""

from collections.abc import Iterable

from workbench.articles.model import Article
from workbench.claims.model import claim_key
from workbench.errors import DecisionError
from workbench.store.fold import ClaimState
from workbench.store.payloads import (
    AddClaim,
    DiscardClaim,
    LinkSource,
    ParkClaim,
    Payload,
    Reopen,
    RestoreClaim,
    ResumeClaim,
    SignOff,
    UnlinkSource,
)


def toggle_discard(state: ClaimState, reason: str | None = None) -> Payload:
    """Discard the claim, or take a discarded one up again."""
    return RestoreClaim() if state.discarded_by else DiscardClaim(reason)


def toggle_park(state: ClaimState) -> Payload:
    """Set the claim aside, or take it up again."""
    return ResumeClaim() if state.parked else ParkClaim()


def toggle_sign_off(state: ClaimState) -> Payload:
    """Sign the verdict off, or withdraw that.

    Raises:
        DecisionError: there is no verdict that all votes share.
    """
    if state.signed_off_by:
        return Reopen()
    if state.verdict is None:
        raise DecisionError("Only a claim with a verdict that all votes share can be signed off.")
    return SignOff()


def toggle_link(state: ClaimState, sentences: Iterable[int]) -> Payload:
    """Confirm that these sentences state the claim; if a reviewer has confirmed them already, unlink them.

    Raises:
        DecisionError: no sentence is given.
    """
    wanted = tuple(sorted(set(sentences)))
    if not wanted:
        raise DecisionError("Choose at least one sentence to link.")
    confirmed = any(source.sentences == wanted and source.by != state.claim.origin for source in state.sources)
    return UnlinkSource(wanted) if confirmed else LinkSource(wanted)


def add_claim(article: Article, sentences: Iterable[int]) -> AddClaim:
    """Return the decision to add the claim that these neighbouring sentences state, in the article's words.

    Raises:
        DecisionError: no sentence is given, or they do not follow one another.
    """
    chosen = tuple(sorted(set(sentences)))
    if not chosen:
        raise DecisionError("Choose at least one sentence to make a claim of.")
    if chosen != tuple(range(chosen[0], chosen[-1] + 1)):
        raise DecisionError("A claim is one stretch of text: choose sentences that follow one another.")
    start, end = article.sentences[chosen[0]].start, article.sentences[chosen[-1]].end
    return AddClaim(article.sha256, start, end, article.text[start:end], chosen)


def key_of(added: AddClaim) -> str:
    """Return the key of the claim that the decision adds."""
    return claim_key(added.article, added.start, added.end, added.text)
