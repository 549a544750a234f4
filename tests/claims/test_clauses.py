"""Compound sentences are cut where both halves stand alone, and only there."""

from collections.abc import Callable

import pytest

from workbench.articles.model import Article
from workbench.claims import extract_claims
from workbench.vocabulary import ClaimType

Build = Callable[..., Article]


@pytest.mark.parametrize(
    ("sentence", "parts"),
    [
        (
            "The bridge was closed on Monday; the ferry stopped a day later.",
            ["The bridge was closed on Monday", "the ferry stopped a day later."],
        ),
        (
            "The council closed the bridge, and the harbour master stopped the ferry.",
            ["The council closed the bridge", "the harbour master stopped the ferry."],
        ),
        (
            "The bridge was closed on Monday, but it was opened again on Tuesday.",
            ["The bridge was closed on Monday", "it was opened again on Tuesday."],
        ),
        (
            "The mayor said the bridge was safe, while engineers warned that it would fall.",
            ["The mayor said the bridge was safe", "engineers warned that it would fall."],
        ),
        (
            "The White Harbour Office said that the bridge was safe and added that the ferry would run.",
            ["The White Harbour Office said that the bridge was safe", "added that the ferry would run."],
        ),
        (
            "It has a deck; the pillars are made of iron; the cables were replaced in 1998.",
            ["It has a deck", "the pillars are made of iron", "the cables were replaced in 1998."],
        ),
    ],
)
def test_a_compound_sentence_makes_a_claim_of_each_half(article: Build, sentence: str, parts: list[str]) -> None:
    claims = extract_claims(article(sentence))
    assert [claim.text for claim in claims] == parts
    assert {claim.sentences for claim in claims} == {(0,)}


@pytest.mark.parametrize(
    "sentence",
    [
        "The mayor said the bridge was closed, and the ferry had stopped.",
        "The bridge was closed, and the ferry had stopped, the mayor said.",
        "The bridge was closed, the mayor said, and the ferry had stopped.",
        "“The bridge is closed, and the ferry has stopped,” the mayor said.",
        "If the bridge is closed, the mayor resigns, and the council meets.",
        "The council closed the bridge and stopped the ferry.",
        "The council closed the bridge, stopped the ferry, and sent the trucks home.",
        "They came from Norrland, Sundby and Ekeby, and from the islands.",
        "The bridge (it was closed on Monday, and the ferry stopped) is made of iron.",
        "Three men, a woman who had fallen, and two children were saved.",
        "The bridge was closed, and that quickly.",
        "The council, led by Anna Lind, and the harbour master closed the bridge.",
        "She stopped at the bridge, and walking on, saw the ferry.",
        "Was the bridge closed on Monday, and had the ferry stopped by then?",
    ],
)
def test_what_cannot_stand_alone_is_not_cut_off(article: Build, sentence: str) -> None:
    """Not inside quotations, conditions, lists and brackets, nor inside what somebody is reported to say."""
    assert len(extract_claims(article(sentence))) <= 1


def test_each_half_has_its_own_asserter(article: Build) -> None:
    mayor, engineers = extract_claims(
        article("Mayor Anna Lind said the bridge was safe, while engineers warned that it would fall.")
    )
    assert "Anna Lind" in (mayor.asserter or "")
    assert (engineers.asserter or "").casefold() == "engineers"
    assert (mayor.cue, engineers.cue) == ("said", "warned")


def test_what_a_speaker_added_is_theirs(article: Build) -> None:
    first, added = extract_claims(
        article("The Norrland Council said that the bridge was safe and added that the ferry would run.")
    )
    assert first.asserter == added.asserter
    assert added.cue == "added"


def test_a_half_that_nobody_is_named_for_is_the_outlets(article: Build) -> None:
    said, own = extract_claims(
        article("“I did nothing wrong at all,” Ola Berg said; the police arrested him on Monday.")
    )
    assert "Ola Berg" in (said.asserter or "")
    assert said.is_quote
    assert own.asserter is None
    assert not own.is_quote


def test_each_half_has_its_own_type_and_scores(article: Build) -> None:
    fact, judgement = extract_claims(
        article("The bridge carried 6,000 trucks in 2021, but it is a truly disgraceful and ugly mess.")
    )
    assert (fact.type, judgement.type) == (ClaimType.NUMERICAL, ClaimType.OPINION)
    assert (fact.checkable or 0) > 0.5 > (judgement.checkable or 1)


def test_each_half_is_told_only_what_is_attributed_in_it(article: Build) -> None:
    mayor, engineers = extract_claims(
        article("Mayor Anna Lind said the bridge was safe, while engineers warned that it would fall.")
    )
    for claim in (mayor, engineers):
        (told,) = claim.attributions
        assert told.asserter == claim.asserter
        assert all(claim.start <= span.start and span.end <= claim.end for span in told.contents)


def test_a_half_that_nobody_is_named_for_tells_of_nobody(article: Build) -> None:
    said, own = extract_claims(article("“The bridge is quite safe,” Anna Lind said; the police closed it on Monday."))
    assert len(said.attributions) == 1
    assert own.attributions == ()
