"""What type a claim is and how much it deserves checking."""

from collections.abc import Callable

import pytest

from workbench.articles.model import Article
from workbench.claims import extract_claims
from workbench.vocabulary import BlockKind, ClaimType

Build = Callable[..., Article]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("“The bridge is closed for good,” Mayor Anna Lind said.", ClaimType.QUOTE_VERIFICATION),
        ("The bridge carries 6,000 trucks a day.", ClaimType.NUMERICAL),
        ("Three workers were injured.", ClaimType.NUMERICAL),
        ("The bridge was opened on 4 May 1931.", ClaimType.EVENT_PROPERTY),
        ("The two countries share a border.", ClaimType.EVENT_PROPERTY),
        ("The bridge could be reopened soon.", ClaimType.SPECULATIVE),
        ("In May the bridge was reopened.", ClaimType.EVENT_PROPERTY),
        ("Mayor Anna Lind called on drivers to use the ferry.", ClaimType.POSITION_STATEMENT),
        ("The bridge was closed because a pillar had cracked.", ClaimType.CAUSAL),
        ("The decision is an outrageous waste of public money in Norrland.", ClaimType.OPINION),
    ],
)
def test_the_type_of_a_claim(article: Build, sentence: str, expected: ClaimType) -> None:
    (claim,) = extract_claims(article(sentence))
    assert claim.type is expected


def test_a_caption_that_says_what_a_photo_shows_is_media_analysis(article: Build) -> None:
    (claim,) = extract_claims(article((BlockKind.CAPTION, "A truck crosses the bridge in this photo of Norrland.")))
    assert claim.type is ClaimType.MEDIA_ANALYSIS


@pytest.mark.parametrize(
    ("more", "less"),
    [
        ("The bridge carried 6,000 trucks in 2021.", "The bridge carried some trucks back then."),
        ("Ola Berg closed the bridge.", "The old man closed the bridge."),
        ("The council said the bridge was closed.", "So it seems the bridge was closed."),
        ("The bridge was closed in Norrland.", "The bridge may be closed in Norrland."),
        ("The bridge was closed in Norrland.", "The bridge should be closed in Norrland."),
        ("The plan of the Norrland council was costly.", "The plan of the Norrland council was disgraceful."),
    ],
)
def test_what_can_be_looked_up_ranks_above_what_cannot(article: Build, more: str, less: str) -> None:
    (high,), (low,) = extract_claims(article(more)), extract_claims(article(less))
    assert high.checkworthiness > low.checkworthiness


def test_the_first_claims_of_an_article_rank_above_the_same_words_later(article: Build) -> None:
    claims = extract_claims(article(*["The bridge was closed by the council."] * 5))
    assert claims[0].checkworthiness > claims[4].checkworthiness


def test_quotation_marks_around_one_word_make_no_quotation(article: Build) -> None:
    (claim,) = extract_claims(article("The so-called “bridge” is a row of planks over the river."))
    assert not claim.is_quote
