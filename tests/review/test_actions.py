"""A key means what the claim's state makes of it."""

from datetime import UTC, datetime

import pytest

from workbench.articles.model import Article, Block, Sentence
from workbench.claims.model import Claim
from workbench.errors import DecisionError
from workbench.review import actions
from workbench.store.fold import ClaimState, SourceLink, Vote
from workbench.store.payloads import (
    DiscardClaim,
    LinkSource,
    ParkClaim,
    Reopen,
    RestoreClaim,
    ResumeClaim,
    SignOff,
    UnlinkSource,
)
from workbench.vocabulary import AnchorState, BlockKind, Verdict

NOW = datetime(2024, 5, 1, tzinfo=UTC)
TEXT = "The train left at noon. It had nine cars.\n\nNobody saw it."
ARTICLE = Article(
    TEXT,
    (Block(0, 41, BlockKind.BODY), Block(43, 57, BlockKind.BODY)),
    (Sentence(0, 23, 0, TEXT[0:23]), Sentence(24, 41, 0, TEXT[24:41]), Sentence(43, 57, 1, TEXT[43:57])),
    "a" * 64,
    "train.txt",
)
CLAIM = Claim(ARTICLE.sha256, 0, 23, TEXT[0:23], (0,))
FOUND = SourceLink((0,), AnchorState.EXACT, 100.0, "rules")
CONFIRMED = SourceLink((0,), AnchorState.EXACT, 100.0, "mira")
VOTE = Vote("mira", Verdict.SUPPORTED, None, None, NOW)


def state(**changes: object) -> ClaimState:
    return ClaimState(CLAIM, CLAIM.text, **changes)  # type: ignore[arg-type]


def test_discarding_twice_restores() -> None:
    assert actions.toggle_discard(state()) == DiscardClaim()
    assert actions.toggle_discard(state(discarded_by="mira")) == RestoreClaim()


def test_parking_twice_resumes() -> None:
    assert actions.toggle_park(state()) == ParkClaim()
    assert actions.toggle_park(state(parked=True)) == ResumeClaim()


def test_a_found_source_is_confirmed_and_a_confirmed_one_unlinked() -> None:
    assert actions.toggle_link(state(sources=(FOUND,)), (0,)) == LinkSource((0,))
    assert actions.toggle_link(state(sources=(CONFIRMED,)), (0,)) == UnlinkSource((0,))


def test_a_link_is_a_set_of_sentences() -> None:
    assert actions.toggle_link(state(sources=(CONFIRMED,)), (1, 0, 1)) == LinkSource((0, 1))


def test_a_link_needs_a_sentence() -> None:
    with pytest.raises(DecisionError, match="at least one sentence"):
        actions.toggle_link(state(), ())


def test_only_a_shared_verdict_is_signed_off() -> None:
    other = Vote("noor", Verdict.REFUTED, None, None, NOW)
    assert actions.toggle_sign_off(state(votes=(VOTE,))) == SignOff()
    assert actions.toggle_sign_off(state(votes=(VOTE,), signed_off_by="mira")) == Reopen()
    for votes in ((), (VOTE, other)):
        with pytest.raises(DecisionError, match="all votes share"):
            actions.toggle_sign_off(state(votes=votes))


def test_an_added_claim_is_the_articles_own_words_at_their_place() -> None:
    added = actions.add_claim(ARTICLE, (1, 0))
    assert (added.start, added.end, added.sentences) == (0, 41, (0, 1))
    assert added.text == ARTICLE.text[added.start : added.end]
    assert actions.key_of(added) == Claim(ARTICLE.sha256, 0, 41, added.text, (0, 1)).key


@pytest.mark.parametrize("sentences", [(), (0, 2)])
def test_an_added_claim_is_one_stretch_of_text(sentences: tuple[int, ...]) -> None:
    with pytest.raises(DecisionError, match=r"Choose at least one|follow one another"):
        actions.add_claim(ARTICLE, sentences)
