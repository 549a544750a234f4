"""What is flagged between two passages, with the values that their words were read as, and what is not."""

from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.matching import compare
from workbench.matching.dates import find_moments
from workbench.matching.numbers import find_numbers
from workbench.matching.told_values import value_of
from workbench.vocabulary import Facet, Relation

THURSDAY = date(2023, 9, 14)
FRIDAY = date(2023, 9, 15)


def valued(a: str, b: str, a_date: date | None = None, b_date: date | None = None) -> list[tuple[Facet, str, str]]:
    found = compare(a, b, a_date=a_date, b_date=b_date).differences
    return [(each.facet, str(each.a_value), str(each.b_value)) for each in found]


def words(a: str, b: str) -> list[tuple[Facet, str, str]]:
    return [(each.facet, each.a, each.b) for each in compare(a, b).differences]


@pytest.mark.parametrize(
    ("a", "b", "values"),
    [
        ("Some 13 thousand men left the valley", "14,500 men left the valley", ("~13,000", "14,500")),
        (
            "They owe $1.2bn to the bank",
            "They owe 1,500 million dollars to the bank",
            ("1,200,000,000 USD", "1,500,000,000 USD"),
        ),
        ("The train ran 12 kilometres to the dam", "The train ran 20 miles to the dam", ("12 km", "20 mi")),
        ("Half of the miners voted for the dam", "A third of the miners voted for the dam", ("50 %", "33.3 %")),
        ("At least a dozen miners drowned there", "Up to nine miners drowned there", ("≥ 12", "≤ 9")),
        ("Between 10 and 12 ferries left the port", "14 to 16 ferries left the port", ("10–12", "14–16")),
        ("At least 12 miners drowned there", "At least 15 miners drowned there", ("≥ 12", "≥ 15")),
        ("He came third in the race at Vellmar", "He came 5th in the race at Vellmar", ("3rd", "5th")),
        ("Rates rose by 2 points of the 5 percent", "Rates rose by 3 points of the 5 percent", ("2", "3")),
    ],
)
def test_numbers_that_differ_have_a_value_on_either_side(a, b, values):
    assert valued(a, b) == [(Facet.NUMBER, *values)]
    assert valued(b, a) == [(Facet.NUMBER, *reversed(values))]


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("About 13,000 men left the valley", "12,900 men left the valley"),
        ("Nearly 13,000 men left the valley", "12,750 men left the valley"),
        ("More than 12 sailors drowned in the storm", "15 sailors drowned in the storm"),
        ("Between 10 and 12 sailors drowned in the storm", "11 sailors drowned in the storm"),
        ("Dozens of sailors drowned in the storm", "60 sailors drowned in the storm"),
        ("A third of the sailors drowned in the storm", "33 percent of the sailors drowned in the storm"),
        ("The train ran 100 km through the valley", "The train ran 62 miles through the valley"),
        ("A summit of 3,650 metres stands over the valley", "A summit of 12,000 feet stands over the valley"),
        ("The fire burnt 400 hectares of the valley", "The fire burnt 990 acres of the valley"),
        ("It was 30 °C hot in the valley", "It was 86 degrees Fahrenheit hot in the valley"),
        ("The tank holds 100 litres of oil in the end", "The tank holds 26 gallons of oil in the end"),
        ("He was three years in the mine of the valley", "He was 36 months in the mine of the valley"),
        ("The mill made 5 million euros in the year", "The mill made 5 million dollars in the year"),
    ],
)
def test_roundings_conversions_and_vague_words_are_no_difference(a, b):
    assert words(a, b) == []


@pytest.mark.parametrize(
    ("a", "b", "values"),
    [
        (
            "The ferry sank on Tuesday off the cape",
            "The ferry sank on Sept. 13 off the cape",
            ("2023-09-12", "2023-09-13"),
        ),
        (
            "The ferry sank yesterday off the cape",
            "The ferry sank on Tuesday off the cape",
            ("2023-09-13", "2023-09-12"),
        ),
        ("The ferry sank last month off the cape", "The ferry sank in June off the cape", ("2023-08", "2023-06")),
        ("They met two years ago in the castle", "They met on April 25, 2019 in the castle", ("~2021", "2019-04-25")),
        ("The mill was built in the 1980s by a lord", "The mill was built in 1995 by a lord", ("1980–1989", "1995")),
    ],
)
def test_dates_are_told_from_the_day_of_their_article(a, b, values):
    assert valued(a, b, THURSDAY, FRIDAY) == [(Facet.DATE_TIME, *values)]
    assert valued(b, a, FRIDAY, THURSDAY) == [(Facet.DATE_TIME, *reversed(values))]


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("They met four years ago in the castle", "They met on April 25, 2019 in the castle"),
        ("The ferry sank on Wednesday off the cape", "The ferry sank on Sept. 13 off the cape"),
        ("The ferry sank yesterday off the cape", "The ferry sank on Wednesday off the cape"),
        ("The ferry sank last month off the cape", "The ferry sank on August 3 off the cape"),
        ("The ferry sank earlier this week off the cape", "The ferry sank on Tuesday off the cape"),
        ("The ferry sank in 2019 off the cape", "The ferry sank on 3 May 2019 off the cape"),
        ("The ferry sank on 13/09/2023 off the cape", "The ferry sank on September 13, 2023 off the cape"),
    ],
)
def test_dates_that_agree_at_their_precision_are_no_difference(a, b):
    assert valued(a, b, THURSDAY, FRIDAY) == []


def test_without_the_day_of_the_article_a_relative_date_is_not_held_against_another():
    assert words("The ferry sank yesterday off the cape", "The ferry sank on Tuesday off the cape") == []


@pytest.mark.parametrize(
    ("a", "b"),
    [
        (
            "The envoy met Kim in the castle on the hill",
            "The envoy met North Korean leader Kim Jong-un in the castle on the hill",
        ),
        ("The envoy met Kim Jong Un in the castle", "The envoy met Kim Chŏng-ŭn in the castle"),
        ("The strikers met Volodymyr Zelenskyy again", "The strikers met Selenskyj again"),
        ("The strikers met Muhammad Ostrup again", "The strikers met Mohamed Ostrup again"),
        ("The strikers met Ronald L. Calder again", "The strikers met Ron Calder again"),
        ("The order went to Vellmar Steel Inc. in spring", "The order went to Vellmar Steel in spring"),
        ("A Kenyan minister blamed the storm", "A minister of Kenya blamed the storm"),
    ],
)
def test_writings_of_one_name_are_no_difference(a, b):
    assert words(a, b) == []


def test_a_capital_is_shown_as_the_country_it_stands_for():
    assert valued("Pyongyang fired the rocket over the sea", "Seoul fired the rocket over the sea") == [
        (Facet.PLACE, "North Korea", "South Korea")
    ]


def test_a_capital_is_held_against_another_town_and_a_town_not_against_its_country():
    assert words("The envoys met in Moscow", "The envoys met in Vladivostok") == [
        (Facet.PLACE, "Moscow", "Vladivostok")
    ]
    assert words("The envoys met in Russia", "The envoys met in Vladivostok") == []


def test_what_one_passage_alone_counts_keeps_it_from_corroborating():
    comparison = compare("The storm killed a miner at the quay", "The storm killed two miners at the quay")
    assert (comparison.suggestion, comparison.reason) == (
        None,
        "nearly the same words, but a number or a date stands in one alone",
    )


def test_who_said_so_is_another_facet_than_who_is_spoken_of():
    a, b = "The dam holds for now, Irene Calder said", "The dam holds for now, Maria Lopez said"
    assert words(a, b) == [(Facet.ATTRIBUTION, "Irene Calder", "Maria Lopez")]


@pytest.mark.parametrize(
    ("a", "b", "pair"),
    [
        (
            "Prices of bread rose in the valley on Monday",
            "Prices of bread fell in the valley on Monday",
            ("rose", "fell"),
        ),
        (
            "The miners accepted the offer of the mill",
            "The miners rejected the offer of the mill",
            ("accepted", "rejected"),
        ),
        ("The mayor switched the pump on at the mill", "The mayor switched the pump off at the mill", ("on", "off")),
        ("The mayor turned on the pump at the mill", "The mayor turned off the pump at the mill", ("on", "off")),
        (
            "The strike in the valley was legal, judges said",
            "The strike in the valley was illegal, judges said",
            ("legal", "illegal"),
        ),
    ],
)
def test_opposites_in_each_others_place_suggest_a_contradiction(a, b, pair):
    assert words(a, b) == [(Facet.MODALITY, *pair)]
    assert compare(a, b).suggestion is Relation.CONTRADICTS
    assert compare(a, b).reason == f"same words but opposites: {pair[0]} / {pair[1]}"


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("It is not unlikely that the dam holds", "It is likely that the dam holds"),
        ("The dam is not without risk for the valley", "The dam is of risk for the valley"),
        ("Prices rose on Monday and fell on Friday", "Prices fell on Friday and rose on Monday"),
        ("The band is not of 13 players from Peru", "The band is of 14 players from Peru"),
    ],
    ids=["litotes", "two negations", "both told", "denied value"],
)
def test_what_denies_the_opposite_is_no_difference(a, b):
    assert words(a, b) == []


@pytest.mark.parametrize(
    ("a", "b", "swapped"),
    [
        ("Calder sued Lopez over the dam", "Lopez sued Calder over the dam", True),
        ("Calder sued Lopez over the dam", "Lopez was sued by Calder over the dam", False),
        ("Calder met Lopez at the dam", "Lopez met Calder at the dam", False),
        ("The dog chased the cat", "The cat chased the dog", True),
        ("On Monday the miners sued Calder", "The miners sued Calder on Monday", False),
        ("Roy and Ito last met on April 25, 2019, in Calder.", "The two last met in Calder on 25 April 2019.", False),
    ],
)
def test_roles_changed_over_are_flagged_and_the_passive_is_not(a, b, swapped):
    comparison = compare(a, b)
    assert (comparison.suggestion is Relation.CONTRADICTS) is swapped
    assert bool(comparison.differences) is swapped
    assert ("roles changed over" in comparison.reason) is swapped


@pytest.mark.parametrize(
    ("a", "b", "pair"),
    [
        ("The ministry refused to pay the miners", "The ministry will pay the miners", ("refused", "")),
        ("The mill has yet to pay the miners", "The mill has paid the miners", ("yet", "")),
        ("There is no ferry leaving the port", "A ferry is leaving the port", ("no", "")),
        ("The ministry didnt pay the miners", "The ministry paid the miners", ("didnt", "")),
    ],
)
def test_words_that_deny_what_follows_are_negations(a, b, pair):
    assert words(a, b) == [(Facet.MODALITY, *pair)]
    assert compare(a, b).suggestion is Relation.CONTRADICTS


def test_a_short_statement_is_held_against_what_a_long_passage_tells_of_the_same():
    passage = (
        "The shipyard, which Lord Ostrup founded on 4 June 1892 with a loan of the crown and two partners, "
        "built ferries for the northern islands."
    )
    assert words("The shipyard was founded in June 1893", passage) == [(Facet.DATE_TIME, "June 1893", "4 June 1892")]
    assert words("The shipyard was founded in 1892", passage) == []
    assert words("The shipyard was founded by Irene Calder", passage) == [(Facet.NAME, "Irene Calder", "Ostrup")]


def test_what_something_is_said_to_be_is_a_difference_of_scope():
    a, b = "Northlight is a comedy film of Vellmar", "Northlight is a cookery book of Vellmar"
    assert words(a, b) == [(Facet.SCOPE, "comedy film", "cookery book")]
    assert words(a, "Northlight is a comedy movie of Vellmar") == []


def test_a_later_count_of_the_dead_is_a_possible_update_in_the_order_of_the_articles():
    a, b = "Officials said 12 people were dead in the mine", "Officials said 15 people were dead in the mine"
    later = compare(a, b, a_date=THURSDAY, b_date=FRIDAY)
    assert later.suggestion is Relation.UPDATES
    assert later.reason == "possible update (the second is the later, 2023-09-15): number: 12 / 15"
    assert compare(b, a, a_date=FRIDAY, b_date=THURSDAY).reason.startswith("possible update (the first is the later")
    assert compare(a, b, a_date=FRIDAY, b_date=FRIDAY).suggestion is Relation.CONTRADICTS
    assert compare(a, b).suggestion is Relation.CONTRADICTS


def test_days_told_in_the_passages_order_an_update():
    a, b = "By Monday 12 sailors were dead, officials said", "By Tuesday 15 sailors were dead, officials said"
    reason = compare(a, b, a_date=FRIDAY, b_date=FRIDAY).reason
    assert reason.startswith("possible update (the second is the later, 2023-09-12)")


DAYS = st.none() | st.dates()
ALL_PLANES = st.text(st.characters(codec=None), max_size=80)
PIECES = st.sampled_from(
    [
        *("yesterday", "last week", "four years ago", "Sept. 13", "in 2019", "9999-12-31", "Tuesday", "next Friday"),
        *(
            "the 1980s",
            "19th century",
            "1,200",
            "13 thousand",
            "between 10 and 12 percent",
            "€4.2bn",
            "-4 °C",
            "dozens",
        ),
        *(
            "86 degrees Fahrenheit",
            "a third of",
            "hundreds of",
            "no",
            "not",
            "refused to",
            "rose",
            "fell",
            "Lopez",
            "Kim",
        ),
        *(
            "Pyongyang",
            "Seoul",
            "sued",
            "is a film",
            "is a book",
            "said",
            "“",
            "”",
            ".",
            "the",
            "of",
            ",",
            "𝟙𝟚 km",
            "ſ",
            "İ²",
        ),
    ]
)
MIXED = st.lists(PIECES | ALL_PLANES, max_size=14).map(" ".join)


@given(MIXED, MIXED, DAYS, DAYS)
def test_both_directions_find_the_same_values_in_true_places(a, b, a_date, b_date):
    there = compare(a, b, a_date=a_date, b_date=b_date)
    back = compare(b, a, a_date=b_date, b_date=a_date)
    assert {each.mirrored() for each in there.differences} == set(back.differences)
    assert (there.similarity, there.suggestion) == (back.similarity, back.suggestion)
    for each in there.differences:
        assert (a[each.a_start : each.a_end], b[each.b_start : each.b_end]) == (each.a, each.b)
        assert all(shown.startswith(said) for shown, said in zip(each.told(), (each.a, each.b), strict=True))


@given(MIXED, DAYS)
def test_numbers_and_dates_stand_in_order_where_they_say_and_can_be_shown(text, told):
    for found in (list(find_moments(text, told)), list(find_numbers(text))):
        assert all(0 <= each.start < each.end <= len(text) for each in found)
        assert all(one.end <= other.start for one, other in pairwise(found))
        assert all(isinstance(str(value_of(each)), str) for each in found)


@pytest.mark.parametrize(
    "piece", ["x", "1", "1,", "10-", "one and ", "Kim ", "no ", "the ", "in the ", "(", "’s ", "\n", "€", "is a "]
)
def test_passages_of_a_million_characters_end(piece):
    """What is aligned is bounded, and no pattern looks at a text more than once from each place."""
    text = piece * (1_000_000 // len(piece))
    comparison = compare(text, text[:-1] + " 13 ferries")
    assert 0 <= comparison.similarity <= 100
