"""How checkable a claim is, how much it deserves checking, and why."""

from collections.abc import Callable

import pytest

from workbench.articles.model import Article
from workbench.claims import Claim, extract_claims
from workbench.vocabulary import (
    REASONS_AGAINST_CHECKING,
    REASONS_FOR_CHECKABLE,
    REASONS_FOR_CHECKING,
    SCORE_REASON_LABELS,
    BlockKind,
    ScoreReason,
)

Build = Callable[..., Article]


def only(article: Build, sentence: str) -> Claim:
    (claim,) = extract_claims(article(sentence))
    return claim


@pytest.mark.parametrize(
    "sentence",
    [
        "The bridge carried 6,000 trucks in 2021.",
        "Ola Berg closed the bridge on Monday.",
        "The council said the bridge was a disgrace to the whole town.",
        "“It is a shameful, shameful waste,” Mayor Anna Lind said.",
        "It carries water.",
        "The law forbids it.",
        "The code requires two exits on every floor.",
        "I saw the pillar break.",
        "We repaired the bridge last year.",
        "The bridge was safe, wasn’t it?",
        "Two people died.",
        "Half of our workers live across the river.",
    ],
)
def test_statements_of_fact_are_checkable(article: Build, sentence: str) -> None:
    """Short plain claims, contents of laws, tag questions, witness and reported opinions are facts too."""
    assert (only(article, sentence).checkable or 0) >= 0.5


@pytest.mark.parametrize(
    ("sentence", "reason"),
    [
        ("The council should pay 6 million for this.", ScoreReason.NORM),
        ("We will build one hundred bridges for our children.", ScoreReason.PREDICTION),
        ("If they really cared, they would never let it rot.", ScoreReason.CONDITIONAL),
        ("Their plan is a disgraceful, reckless waste of everything we love.", ScoreReason.JUDGEMENT),
        ("The woke elites and their cronies simply want more power.", ScoreReason.LOADED_WORDS),
        ("Isn’t it absurd that nobody cares about this bridge?", ScoreReason.QUESTION),
        ("Sign up for our newsletter and get 3 stories a day.", ScoreReason.BOILERPLATE),
        ("I believe that every town deserves a great bridge.", ScoreReason.FIRST_PERSON),
        ("Perhaps it could somehow seem strange to everyone.", ScoreReason.HEDGE),
        ("Of course you never really know what people want.", ScoreReason.ADDRESS),
        ("There are a million reasons why this is simply wrong.", ScoreReason.JUDGEMENT),
        ("Thank you for the work that you do.", ScoreReason.ADDRESS),
    ],
)
def test_what_states_no_fact_is_a_claim_that_is_not_checkable(
    article: Build, sentence: str, reason: ScoreReason
) -> None:
    """Predictions, norms, conditions and judgements stay claims, with a low score and its reason."""
    for claim in extract_claims(article(sentence)):
        assert (claim.checkable or 1) < 0.5
    assert reason in {reason for claim in extract_claims(article(sentence)) for reason in claim.reasons}


@pytest.mark.parametrize(
    ("sentence", "reason"),
    [
        ("The bridge carries 6,000 trucks.", ScoreReason.NUMBER),
        ("The bridge was opened on 4 May 1931.", ScoreReason.DATE),
        ("The bridge was closed two weeks ago.", ScoreReason.DATE),
        ("The town of Norrland has a bridge.", ScoreReason.NAMED_ENTITY),
        ("Berg met Lind in Norrland and Ek in Sundby.", ScoreReason.SEVERAL_NAMED_ENTITIES),
        ("The bridge was built for the Norrland Games.", ScoreReason.NAMED_EVENT),
        ("“The bridge is closed for good,” Mayor Anna Lind said.", ScoreReason.QUOTATION),
        ("The council said the bridge was closed.", ScoreReason.ATTRIBUTED),
        ("The bridge was closed because a pillar had cracked.", ScoreReason.CAUSE),
        ("The bridge is longer than the one in Sundby.", ScoreReason.COMPARISON),
        ("A study found cracks in the pillars of the bridge.", ScoreReason.FINDING),
        ("The mayor lives in a house by the river.", ScoreReason.OFFICE),
        ("The bridge collapsed.", ScoreReason.PAST_EVENT),
        ("The bridge is made of iron.", ScoreReason.GENERAL),
        ("The bridge was closed in Norrland.", ScoreReason.LEADING),
        ("Two people died.", ScoreReason.SHORT),
    ],
)
def test_a_score_names_its_reasons(article: Build, sentence: str, reason: ScoreReason) -> None:
    assert reason in only(article, sentence).reasons


def test_what_weighs_most_is_named_first(article: Build) -> None:
    claim = only(article, "On 4 May 1931 the disgraceful, outrageous, appalling bridge was opened.")
    assert claim.reasons[:2] == (ScoreReason.JUDGEMENT, ScoreReason.DATE)


def test_the_same_words_by_somebody_else_are_no_judgement_of_the_author(article: Build) -> None:
    own = only(article, "The plan is a disgraceful and reckless waste of money.")
    reported = only(article, "The mayor said the plan was a disgraceful and reckless waste of money.")
    assert ScoreReason.JUDGEMENT in own.reasons
    assert ScoreReason.JUDGEMENT not in reported.reasons


@pytest.mark.parametrize(
    ("more", "less"),
    [
        ("The bridge carried 6,000 trucks in 2021.", "The bridge carried some trucks back then."),
        ("Ola Berg closed the bridge.", "The old man closed the bridge."),
        ("The council said the bridge was closed.", "So it seems the bridge was closed."),
        ("The bridge was closed in Norrland.", "The bridge may be closed in Norrland."),
        ("The bridge was closed in Norrland.", "The bridge should be closed in Norrland."),
        ("The plan of the Norrland council was costly.", "The plan of the Norrland council was disgraceful."),
        ("Last year we cut the toll in half.", "Next year we will cut the toll in half."),
        ("The fee rose by 20 percent.", "We are one hundred percent behind the fee."),
    ],
)
def test_what_can_be_looked_up_ranks_above_what_cannot(article: Build, more: str, less: str) -> None:
    high, low = only(article, more), only(article, less)
    assert (high.checkable or 0) > (low.checkable or 0)
    assert high.checkworthiness > low.checkworthiness


def test_the_first_claims_of_an_article_rank_above_the_same_words_later(article: Build) -> None:
    claims = extract_claims(article(*["The bridge was closed by the council."] * 5))
    assert [claim.checkworthiness for claim in claims] == sorted((c.checkworthiness for c in claims), reverse=True)
    assert claims[0].checkworthiness > claims[4].checkworthiness
    assert len({claim.checkable for claim in claims}) == 1


def test_a_later_statement_of_the_headline_passes_a_teaser_at_the_beginning(article: Build) -> None:
    """Position is the strongest sign of the main claim, but not the only one."""
    read = article(
        (BlockKind.TITLE, "Norrland council closes harbour bridge after cracks"),
        "What a wonderful, truly unforgettable summer this could have been for everybody.",
        "It is a sad and familiar story, and you know how it goes.",
        "Nobody really likes surprises, of course.",
        "The Norrland council closed the harbour bridge on Monday after engineers found cracks.",
        "The bridge opened in 1931.",
    )
    best = max(extract_claims(read), key=lambda claim: claim.checkworthiness)
    assert best.text.startswith("The Norrland council closed")
    assert {ScoreReason.HEADLINE, ScoreReason.CENTRAL} <= set(best.reasons)


def test_a_caption_does_not_stand_early_in_the_article(article: Build) -> None:
    read = article(
        (BlockKind.CAPTION, "The harbour bridge was closed in 2021."), "The harbour bridge was closed in 2021."
    )
    caption, body = extract_claims(read)
    assert ScoreReason.LEADING not in caption.reasons
    assert ScoreReason.LEADING in body.reasons


def test_every_reason_has_words_and_speaks_for_one_score(article: Build) -> None:
    assert set(SCORE_REASON_LABELS) == set(ScoreReason)
    assert not REASONS_FOR_CHECKABLE & (REASONS_FOR_CHECKING | REASONS_AGAINST_CHECKING)


def test_quotation_marks_around_one_word_make_no_quotation(article: Build) -> None:
    assert not only(article, "The so-called “bridge” is a row of planks over the river.").is_quote
