"""What two passages are said to have in common and to differ in."""

from datetime import UTC, date, datetime
from itertools import pairwise

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from workbench.matching import compare, shared_spans
from workbench.vocabulary import Facet, Relation

VOCABULARY = """
    Maria Lopez Peru Moscow 13 14 thirteen not never could will 5 percent % per cent May 3 Tuesday on the “ ” ferry
    left 10:30 p.m. 2019 €4.2bn said .
    , quay"""
WORDS = st.sampled_from(VOCABULARY.split())
PASSAGES = st.one_of(st.lists(WORDS, max_size=25).map(" ".join), st.text(max_size=60))


def told(a: str, b: str) -> list[tuple[Facet, str, str]]:
    return [(difference.facet, difference.a, difference.b) for difference in compare(a, b).differences]


@given(PASSAGES, PASSAGES)
@example("İ", "i̇")
def test_similarity_is_symmetric_and_spans_are_true(a, b):
    comparison = compare(a, b)
    assert comparison.similarity == compare(b, a).similarity
    assert 0 <= comparison.similarity <= 100
    for difference in comparison.differences:
        assert a[difference.a_start : difference.a_end] == difference.a
        assert b[difference.b_start : difference.b_end] == difference.b
        assert difference.a != difference.b


@given(PASSAGES, PASSAGES)
@example("There is no ferry leaving the port", "A ferry is leaving with other ferries")
def test_both_directions_find_the_same(a, b):
    """Which of two passages a reviewer opens first changes nothing that is found."""
    there, back = compare(a, b), compare(b, a)
    assert {difference.mirrored() for difference in there.differences} == set(back.differences)
    assert there.suggestion is back.suggestion


@given(PASSAGES)
def test_a_passage_is_wholly_like_itself(text):
    comparison = compare(text, text)
    assert (comparison.similarity, comparison.differences) == (100, ())


@given(PASSAGES, PASSAGES)
def test_shared_spans_are_in_order_and_hold_words(a, b):
    spans = shared_spans(a, b)
    assert all(start < end <= len(b) for start, end in spans)
    assert all(first[1] <= second[0] for first, second in pairwise(spans))


def test_shared_spans_mark_inflected_content_words():
    b = "A resolution was violated, the ministers said"
    spans = shared_spans("The minister spoke of violating resolutions", b)
    assert [b[start:end] for start, end in spans] == ["resolution", "violated", "ministers"]


@pytest.mark.parametrize(
    ("a", "b", "difference"),
    [
        ("Thirteen sailors drowned off the cape", "14 sailors drowned off the cape", (Facet.NUMBER, "Thirteen", "14")),
        (
            "Some 13 thousand men left the valley",
            "Some 12,000 men left the valley",
            (Facet.NUMBER, "13 thousand", "12,000"),
        ),
        ("Prices rose 5 percent in the valley", "Prices rose 7% in the valley", (Facet.NUMBER, "5 percent", "7%")),
        (
            "The repairs cost €4.2bn this time",
            "The repairs cost 4.3 billion euros this time",
            (Facet.NUMBER, "€4.2bn", "4.3 billion euros"),
        ),
        (
            "The ferry sank on Tuesday off the cape",
            "The ferry sank on Wednesday off the cape",
            (Facet.DATE_TIME, "Tuesday", "Wednesday"),
        ),
        (
            "The treaty was signed on 3 May 1999 in the castle",
            "The treaty was signed on May 4, 1999 in the castle",
            (Facet.DATE_TIME, "3 May 1999", "May 4, 1999"),
        ),
        (
            "The talks began at 10 a.m. in the castle",
            "The talks began at 10:30 in the castle",
            (Facet.DATE_TIME, "10 a.m.", "10:30"),
        ),
        (
            "The ferry has been idle since 2019, officials said",
            "The ferry has been idle since 2018, officials said",
            (Facet.DATE_TIME, "2019", "2018"),
        ),
        (
            "The delegation flew to Lima after the talks",
            "The delegation flew to Quito after the talks",
            (Facet.PLACE, "Lima", "Quito"),
        ),
        (
            "The mayor welcomed the choir at Vellmar station",
            "The mayor welcomed the choir at Ostrup station, far from the town",
            (Facet.PLACE, "Vellmar", "Ostrup"),
        ),
        (
            "The divers left the port of Vellmar at dawn",
            "The divers left the port of Ostrup at dawn",
            (Facet.PLACE, "Vellmar", "Ostrup"),
        ),
        (
            "The barge sank near Vellmar in heavy fog",
            "The barge sank near Ostrup in heavy fog",
            (Facet.PLACE, "Vellmar", "Ostrup"),
        ),
        (
            "The ferry Alma ran aground on Monday with 41 people on board, the coast guard said.",
            "A ferry with 43 people on board ran aground off Northholm on Monday, according to the coast guard.",
            (Facet.NUMBER, "41", "43"),
        ),
        (
            "The ferry ran aground on Monday with 41 people",
            "With 43 people a ferry ran aground on Monday",
            (Facet.NUMBER, "41", "43"),
        ),
        (
            "The letter was written by Maria Lopez in prison",
            "The letter was written by Irene Calder in prison",
            (Facet.NAME, "Maria Lopez", "Irene Calder"),
        ),
        (
            "The minister did not resign over the affair",
            "The minister resigned over the affair",
            (Facet.MODALITY, "not", ""),
        ),
        (
            "The company could sell the shipyard",
            "The company will sell the shipyard",
            (Facet.MODALITY, "could", "will"),
        ),
        (
            "He said: “We shall never leave our fields”",
            "He said: “We will not give up our fields”",
            (Facet.QUOTE_WORDING, "We shall never leave our fields", "We will not give up our fields"),
        ),
    ],
)
def test_an_aligned_mismatch_is_told_in_both_directions(a, b, difference):
    facet, x, y = difference
    assert difference in told(a, b)
    assert (facet, y, x) in told(b, a)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Prices rose 5 percent in the valley", "Prices rose five per cent in the valley"),
        ("Prices rose 4.98 percent in the valley", "Prices rose 5 percent in the valley"),
        ("The plant employs 1,234 people in the valley", "The plant employs 1,200 people in the valley"),
        ("The repairs cost $1.2bn this time", "The repairs cost 1,200 million dollars this time"),
        ("The talks began at 10:30 p.m. in the castle", "The talks began at 22:30 in the castle"),
        ("It was signed on 3 May 1999 in the castle", "It was signed on May 3rd in the castle"),
        ("President Maria Lopez met the strikers", "Lopez met the strikers"),
        ("The strikers met Gerhard Schröder again", "The strikers met Schroeder again"),
        ("The envoy blamed Pyongyang for the launch", "The envoy blamed North Korea for the launch"),
        ("The order came from the World Health Organization", "The order came from the WHO"),
        ("The load weighed 100 kg in the end", "The load weighed 220 pounds in the end"),
        ("12 killed and 30 injured in the blast at the mill", "42 casualties in the blast at the mill"),
        ("“We stay,” said the owner of the mill", '"We stay", said the owner of the mill'),
        (
            "He called it “a very fine day for the valley”",
            "He called it “a fine day for the valley”, a “very fine” one",
        ),
    ],
)
def test_equal_values_and_names_are_no_difference(a, b):
    facets = {facet for facet, _, _ in told(a, b)} - {Facet.QUOTE_WORDING}
    assert not facets


def test_two_translations_of_a_quotation_are_shown_in_passages_that_share_little_else():
    a = "“The valley needs its river more than any dam from the capital,” he told reporters after a long meeting."
    b = "“More than dams of the capital this valley needs a river,” mayor Irene Calder said on Tuesday in a broadcast."
    ((facet, x, y),) = told(a, b)
    assert (facet, x[:10], y[:9]) == (Facet.QUOTE_WORDING, "The valley", "More than")
    assert compare(a, b).suggestion is None


@pytest.mark.parametrize(
    "b",
    [
        "“The valley needs its river more than any dam from the capital”, mayor Irene Calder announced on Tuesday.",
        "“Our river floods every spring, and nobody in the ministry listens,” mayor Irene Calder said on Tuesday.",
        "Mayor Irene Calder said on Tuesday in a broadcast that the valley needs no dam.",
    ],
)
def test_the_same_quotation_or_another_one_is_no_other_wording(b):
    a = "“The valley needs its river more than any dam from the capital,” he told reporters after a long meeting."
    assert not told(a, b)


ARRIVAL = "The convoy of nine lorries came to the gate of Vellmar depot at about 6 a.m. local time."


def test_two_hours_of_one_event_are_shown_in_passages_that_share_little_else():
    comparison = compare(
        ARRIVAL, "Irene Calder’s convoy had rolled into Vellmar depot shortly after 8 a.m. local time."
    )
    assert [(each.facet, each.a, each.b) for each in comparison.differences] == [(Facet.DATE_TIME, "6 a.m.", "8 a.m.")]
    assert comparison.suggestion is None
    assert comparison.reason == "few words in common, but date or time: 6 a.m. / 8 a.m."


@pytest.mark.parametrize(
    "b",
    [
        "Irene Calder’s convoy had rolled into Vellmar depot at daybreak local time.",
        "Irene Calder’s convoy had rolled up to the gate at Ostrup shortly after 8 a.m. local time.",
        "Irene Calder’s convoy had rolled into Vellmar depot at 8 a.m. and left it at 9 a.m. local time.",
        "At 8 a.m. a baker in Vellmar opened his shop.",
    ],
    ids=["no other hour", "another place", "two hours", "another event"],
)
def test_an_hour_of_something_else_is_no_difference(b):
    assert not told(ARRIVAL, b)


def test_hours_of_two_who_each_have_a_name_of_their_own_are_no_difference():
    a = "Boraldo lorries came to the gate of Vellmar depot at about 6 a.m. local time."
    assert not told(a, "Irene Calder’s lorries had rolled to Vellmar depot shortly after 8 a.m. local time.")


def test_hours_of_unlike_days_are_not_held_against_each_other():
    b = "Irene Calder’s convoy had rolled into Vellmar depot shortly after 8 a.m. local time on Friday."
    assert told(ARRIVAL.replace("local time", "local time on Friday"), b)
    assert not told(ARRIVAL.replace("local time", "local time on Monday"), b)


def test_a_number_told_elsewhere_in_the_other_passage_is_no_difference():
    assert not told("On Monday 13 ferries and 20 barges left", "20 barges and 13 ferries left on Monday")


def test_passages_with_little_in_common_are_not_held_against_each_other():
    comparison = compare("13 ferries left the port on Monday", "The 14 bishops met in Rome on Friday to pray")
    assert (comparison.differences, comparison.suggestion) == ((), None)
    assert comparison.reason == "little in common"


@pytest.mark.parametrize(
    ("a", "b", "suggestion", "reason"),
    [
        ("The ferry sank off the cape", "The ferry sank off the cape.", Relation.CORROBORATES, "nearly the same words"),
        ("13 sailors drowned", "14 sailors drowned", Relation.CONTRADICTS, "same words but number: 13 / 14"),
        ("The ferry never left the port", "The ferry left the port", Relation.CONTRADICTS, "negation: never / –"),
        (
            "By Monday 12 sailors were dead, officials said",
            "By Tuesday 15 sailors were dead, officials said",
            Relation.UPDATES,
            "possible update",
        ),
        ("Lopez sued Calder", "Calder sued Lopez", Relation.CONTRADICTS, "roles changed over: Lopez / Calder"),
    ],
)
def test_the_suggestion_has_a_reason_a_reviewer_can_read(a, b, suggestion, reason):
    comparison = compare(a, b)
    assert comparison.suggestion is suggestion
    assert reason in comparison.reason


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("The miners want water, not warnings from the ministry", "The miners want water and warnings of the ministry"),
        ("The mayor paid the miners of the valley", "The mayor paid, say those who were not miners of the valley"),
        ("“The dam is not safe,” it said in red paint on the dam", "The dam is safe, and the paint on it is red"),
        (
            "The mayor did not blame the miners of the valley",
            "Blame the miners of the valley the mayor would not",
        ),
    ],
    ids=["set apart", "reported", "quoted", "answered"],
)
def test_a_negation_that_need_not_deny_the_other_passage_suggests_no_contradiction(a, b):
    assert compare(a, b).suggestion is None


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("The mayor did not pay the miners, she said", "The mayor paid the miners, she said"),
        ("“The dam isn’t safe,” said the mayor", "“The dam is safe,” said the mayor"),
        ("No miners were paid by the mayor", "Miners were paid by the mayor"),
    ],
)
def test_a_negation_of_what_the_other_passage_states_suggests_a_contradiction(a, b):
    assert compare(a, b).suggestion is Relation.CONTRADICTS


def test_very_long_passages_are_compared_in_part():
    comparison = compare("Ferry “quay 13” " * 50_000, "Ferry “quay 14” " * 50_000)
    assert comparison.similarity > 50


@pytest.mark.parametrize(
    "appeared",
    [datetime(2023, 9, 13, 8, 30), datetime(2023, 9, 13, 23, 59, tzinfo=UTC), date(2023, 9, 13)],  # noqa: DTZ001
)
def test_an_article_may_state_the_hour_too(appeared: date) -> None:
    compared = compare(
        "The two met four years ago.", "The two met on April 25, 2017.", a_date=appeared, b_date=date(2023, 9, 12)
    )
    assert [difference.facet for difference in compared.differences] == [Facet.DATE_TIME]
    assert (
        compare("It opened on Tuesday.", "It opened on Sept. 12.", a_date=appeared, b_date=appeared).differences == ()
    )
