"""The values that texts' numbers, dates, names and places are read as."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.matching.dates import find_moments
from workbench.matching.folding import fold
from workbench.matching.names import find_names
from workbench.matching.numbers import find_numbers
from workbench.matching.places import countries_named
from workbench.matching.tokens import normal_form, stem, tokenize


@pytest.mark.parametrize(
    ("text", "kind", "value"),
    [
        ("1,200 people", "count", "1200"),
        ("1.2bn", "count", "1200000000"),
        ("two hundred and five thousand ships", "count", "205000"),
        ("twenty-one", "count", "21"),
        ("a dozen eggs", "count", "12"),
        ("five per cent", "percent", "5"),
        ("4.98%", "percent", "4.98"),
        ("US$3.5 million", "money", "3500000"),
        ("40 euros", "money", "40"),
        ("the third time", "ordinal", "3"),
        ("21st", "ordinal", "21"),
        ("100 kilometres", "length", "100"),
    ],
)
def test_numbers_have_a_kind_and_a_value(text, kind, value):
    assert [(number.kind, number.value) for number in find_numbers(text)] == [(kind, Decimal(value))]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("on April 25, 2019", {"year": 2019, "month": 4, "day": 25}),
        ("on the 3rd of May", {"month": 5, "day": 3}),
        ("on Sept. 13", {"month": 9, "day": 13}),
        ("2023-09-13", {"year": 2023, "month": 9, "day": 13}),
        ("in March", {"month": 3}),
        ("in March 2023", {"year": 2023, "month": 3}),
        ("late on Thursday", {"weekday": 3}),
        ("at 10:30 p.m.", {"minute": 1350}),
        ("at 7 a.m.", {"minute": 420}),
        ("at noon", {"minute": 720}),
        ("since 1999", {"year": 1999}),
    ],
)
def test_dates_and_times_state_their_parts(text, parts):
    (moment,) = find_moments(text)
    assert {name: getattr(moment.period, name) for name in parts} == parts


@pytest.mark.parametrize("text", ["They march on", "It may rain", "4.98", "1,999", "$2000"])
def test_what_is_no_date_is_not_read_as_one(text):
    assert list(find_moments(text)) == []


def test_names_leave_out_titles_and_the_capital_of_a_sentence():
    text = "Yesterday President Maria Lopez flew to Peru. Talks with the Bank of Spain follow on Monday."
    names = [(text[name.start : name.end], name.country) for name in find_names(text, tokenize(text))]
    assert names == [("Maria Lopez", None), ("Peru", "peru"), ("Bank of Spain", None)]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("They met at Vellmar station", "Vellmar"),
        ("The Sorn Region voted", "Sorn Region"),
        ("He was born in Vellmar", "Vellmar"),
        ("The city of Vellmar burns", "Vellmar"),
        ("Troops stood outside Vellmar", "Vellmar"),
    ],
)
def test_a_name_is_a_place_where_sentences_name_places(text, name):
    (found,) = find_names(text, tokenize(text))
    assert (text[found.start : found.end], found.is_place, found.country) == (name, True, None)


@pytest.mark.parametrize(
    "text",
    [
        "They met Maria Lopez at dawn",
        "They put their trust in Lopez",
        "A word in Lopez’s speech stood out",
        "The men work in NATO",
        "They sat in Vellmar City Council",
        "They talked at Harbin",
    ],
)
def test_a_name_is_no_place_without_such_a_frame(text):
    assert [name.is_place for name in find_names(text, tokenize(text))] == [False]


def test_countries_are_known_by_people_and_capital():
    words = tokenize("North Koreans and the Kremlin met U.S. envoys; a polish of turkey")
    assert [country for country, _ in countries_named(words)] == ["north-korea", "russia", "united-state"]


@pytest.mark.parametrize(
    ("one", "other"),
    [("resolutions", "resolution"), ("cities", "city"), ("met", "meet"), ("Müller’s", "muller"), ("thirteen", "13")],
)
def test_writings_of_one_word_have_one_form(one, other):
    assert normal_form(one) == normal_form(other)


@pytest.mark.parametrize(
    ("one", "other"), [("acquired", "acquisition"), ("invaded", "invasion"), ("violates", "violating")]
)
def test_relatives_of_a_word_have_one_stem(one, other):
    assert stem(normal_form(one)) == stem(normal_form(other))


@given(st.text(alphabet="ab.,-– \u00a0“'\n…\u00adé!ﬁİ", max_size=20))
def test_folding_knows_where_each_character_came_from(text):
    folded = fold(text)
    assert len(folded.text) == len(folded.origins) == len(folded.lower)
    assert list(folded.origins) == sorted(folded.origins)
    assert fold(folded.text).text == folded.text
    for place, letter in zip(folded.origins, folded.text, strict=True):
        assert letter in fold(text[place]).text


@given(st.text(max_size=40))
def test_words_stand_where_they_say(text):
    for word in tokenize(text):
        assert text[word.start : word.end] == word.text
        assert word.form
        assert word.stem
