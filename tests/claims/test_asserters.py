"""Who asserts a sentence, and by which words the article says so."""

from collections.abc import Callable

import pytest

from workbench.articles.model import Article
from workbench.claims import Claim, extract_claims

Build = Callable[..., Article]


def last_claim(article: Article) -> Claim:
    return extract_claims(article)[-1]


@pytest.mark.parametrize(
    ("sentence", "asserter", "cue"),
    [
        ("Mayor Anna Lind said the bridge was closed on Friday.", "Mayor Anna Lind", "said"),
        ("The bridge was closed on Friday, Mayor Anna Lind said.", "Mayor Anna Lind", "said"),
        ("“The bridge is closed,” said Mayor Anna Lind.", "Mayor Anna Lind", "said"),
        ("“The bridge is closed,” Mayor Anna Lind told Harbour Radio on Friday.", "Mayor Anna Lind", "told"),
        ("The bridge, says engineer Ola Berg, will hold for ten years.", "engineer Ola Berg", "says"),
        ("According to city officials, the bridge was built in 1931.", "city officials", "According to"),
        ("The bridge was built in 1931, according to the city archive.", "The city archive", "according to"),
        ("The White House warned that the talks had failed.", "The White House", "warned"),
        ("State news agency NORA reported that two ships had left.", "State news agency NORA", "reported"),
        ("South Harbour’s Transport Ministry denied the report.", "South Harbour’s Transport Ministry", "denied"),
        ("Ola Berg, a lecturer in engineering at Norrland University, told the Post it would hold.",
         "Ola Berg, a lecturer in engineering at Norrland University", "told"),
        ("Ola Berg, spokesman for the Bridge Council, added: “It will hold.”",
         "Ola Berg, spokesman for the Bridge Council", "added"),
        ("The deputy mayor, Anna Lind, said some people remained stuck on the bridge.",
         "deputy mayor, Anna Lind", "said"),
        ("The mayor of Norrland, Anna Lind, said several people were missing.",
         "The mayor of Norrland, Anna Lind", "said"),
        ("Mayor Anna Lind: “The bridge is closed.”", "Mayor Anna Lind", ":"),
        ("For Ola Berg, who built it, the bridge would be a risk.", "Ola Berg", "For"),
        ("The council will reopen it in May, predicts Norrland bridge expert Ola Berg.",
         "Norrland bridge expert Ola Berg", "predicts"),
        ("‘The bridge is closed,’ Mayor Anna Lind said.", "Mayor Anna Lind", "said"),
        ('"The bridge is closed," Mayor Anna Lind said.', "Mayor Anna Lind", "said"),
    ],
)  # fmt: skip
def test_the_asserter_and_the_cue_are_found(article: Build, sentence: str, asserter: str, cue: str) -> None:
    claim = last_claim(article(sentence))
    assert (claim.asserter, claim.cue) == (asserter, cue)


@pytest.mark.parametrize(
    "sentence",
    [
        "The bridge was closed on Friday after the storm.",
        "The report was 300 pages long and had been printed twice.",
        "The company’s claims were rejected by the court in 2019.",
        "Its new plans cost two million euros.",
    ],
)
def test_the_outlet_itself_speaks_where_nobody_is_named(article: Build, sentence: str) -> None:
    assert last_claim(article(sentence)).asserter is None


def test_a_surname_is_given_the_fullest_name_and_title_of_the_article(article: Build) -> None:
    read = article("City spokesman Jon Vale arrived at noon.", "The bridge is safe, Vale said.")
    assert last_claim(read).asserter == "City spokesman Jon Vale"


def test_the_fullest_name_may_come_later_in_the_article(article: Build) -> None:
    read = article("The bridge is safe, Vale said.", "City spokesman Jon Vale left at noon.")
    assert extract_claims(read)[0].asserter == "City spokesman Jon Vale"


def test_a_family_name_that_stands_first_is_known(article: Build) -> None:
    read = article("President Han Sol Min arrived at noon.", "Han said the talks had begun on Monday.")
    assert last_claim(read).asserter == "President Han Sol Min"


def test_he_means_the_last_speaker_who_is_a_person(article: Build) -> None:
    read = article(
        "City spokesman Jon Vale said the bridge was safe.",
        "The Transport Ministry said 40 trucks had crossed it.",
        "The pillars were tested in June, he said.",
    )
    assert last_claim(read).asserter == "City spokesman Jon Vale"


def test_it_means_the_last_institution(article: Build) -> None:
    read = article(
        "On Monday the state news agency NORA reported that two ships had left. Three more would follow, it said."
    )
    assert last_claim(read).asserter == "state news agency NORA"


def test_they_means_the_last_group(article: Build) -> None:
    read = article(
        "Harbour analysts Ida Moe and Per Dahl noted that traffic had doubled.",
        "“The trend will go on,” they said.",
        "“The port is too small,” the analysts said in a note.",
    )
    assert {claim.asserter for claim in extract_claims(read)} == {"Harbour analysts Ida Moe and Per Dahl"}


def test_a_quotation_over_several_sentences_keeps_its_asserter(article: Build) -> None:
    read = article("“The bridge is closed. It will be mended in May,” Mayor Anna Lind said.")
    claims = extract_claims(read)
    assert [(claim.asserter, claim.is_quote) for claim in claims] == [("Mayor Anna Lind", True)] * 2


def test_a_quotation_goes_on_in_the_next_paragraph(article: Build) -> None:
    read = article(
        "“We closed the bridge,” Mayor Anna Lind said Monday.", "“I would add that the ferry runs every hour.”"
    )
    assert (last_claim(read).asserter, last_claim(read).is_quote) == ("Mayor Anna Lind", True)


def test_a_quotation_may_stand_before_the_paragraph_that_names_its_speaker(article: Build) -> None:
    read = article("“We closed the bridge at noon.”", "“The ferry runs every hour,” Mayor Anna Lind said.")
    assert extract_claims(read)[0].asserter == "Mayor Anna Lind"


def test_a_quotation_goes_on_after_its_speaker(article: Build) -> None:
    read = article("“We closed it,” Mayor Anna Lind said, adding that the ferry ran. “It carries 200 people.”")
    assert [claim.asserter for claim in extract_claims(read)] == ["Mayor Anna Lind"] * 2


def test_the_person_who_is_quoted_asserts_not_the_agency_that_quotes(article: Build) -> None:
    read = article("“The bridge is safe,” the agency NORA quoted the mayor’s deputy as saying.")
    assert last_claim(read).asserter == "The mayor’s deputy"


def test_a_spokesman_is_not_the_one_he_speaks_for(article: Build) -> None:
    read = article("Mayor Anna Lind left at noon.", "A spokesman for Anna Lind said the bridge was safe.")
    assert last_claim(read).asserter == "A spokesman for Anna Lind"


def test_one_person_has_one_name_throughout(article: Build) -> None:
    read = article(
        "Bridge expert Ola Berg from the Norrland Institute said it would hold.",
        "It was built well, Norrland bridge expert Berg said.",
        "Berg noted that it was old.",
    )
    assert {claim.asserter for claim in extract_claims(read)} == {"Norrland bridge expert Ola Berg"}


def test_a_condition_is_not_a_position(article: Build) -> None:
    assert last_claim(article("The ferry will run on Monday if the drivers want it.")).asserter is None


def test_any_verb_reports_after_a_quotation(article: Build) -> None:
    assert last_claim(article("“What a plan,” scoffed Ola Berg.")).asserter == "Ola Berg"


def test_a_speaker_does_not_leak_into_plain_sentences(article: Build) -> None:
    read = article("“We closed it,” Mayor Anna Lind said.", "The bridge was built in 1931.")
    assert last_claim(read).asserter is None


def test_he_who_is_quoted_speaks_not_the_agencies_that_pass_it_on(article: Build) -> None:
    read = article("“The bridge is safe,” Mayor Anna Lind said on Tuesday, according to Norrland news agencies.")
    assert last_claim(read).asserter == "Mayor Anna Lind"


def test_according_to_him_means_the_person_of_the_sentence(article: Build) -> None:
    read = article("The line was set by city spokesman Jon Vale: according to him, the bridge is safe.")
    assert last_claim(read).asserter == "city spokesman Jon Vale"


def test_an_institution_keeps_its_whole_name(article: Build) -> None:
    read = article("The ship sank, Norrland’s Joint Chiefs of Staff said.")
    assert last_claim(read).asserter == "Norrland’s Joint Chiefs of Staff"


def test_a_place_that_runs_into_a_sentence_is_no_part_of_a_role(article: Build) -> None:
    read = article(
        "Oslo, Rome, Washington North Korean leader Kim Ryong seldom travels.",
        "He will come on Monday, Kim said.",
    )
    assert last_claim(read).asserter == "North Korean leader Kim Ryong"
