"""The values that texts' numbers, dates, names and places are read as."""

from datetime import date
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
from workbench.matching.transliteration import sounds_alike


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
        ("12\u202fkm", "length", "12"),
        ("$\u202f40", "money", "40"),
        ("13 thousand", "count", "13000"),
        ("half a million", "count", "500000"),
        ("two and a half million", "count", "2500000"),
        ("5 1/2 months", "duration", "5.5"),
        ("2½ miles", "length", "2.5"),
        ("two-thirds of them", "percent", "66.66666666666666666666666667"),
        ("2.5 percentage points", "magnitude", "2.5"),
        ("hundreds of thousands", "count", "200000"),
        ("£5m", "money", "5000000"),
        ("5 million pounds", "money", "5000000"),
        ("RM150,000", "money", "150000"),
        ("Rs 500 crore", "money", "5000000000"),
        ("minus 4 degrees Celsius", "temperature", "-4"),
        ("4:07.13", "duration", "247.13"),
        ("a 13-year-old", "duration", "13"),
        ("section 38", "label", "38"),
    ],
)
def test_numbers_have_a_kind_and_a_value(text, kind, value):
    assert [(number.kind, number.value) for number in find_numbers(text)] == [(kind, Decimal(value))]


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("about 13,000 men", "~13,000"),
        ("a dozen or more men", "≥ 12"),
        ("no more than 5 men", "≤ 5"),
        ("fewer than 30 men", "< 30"),
        ("nearly 400 men", "just under 400"),
        ("between 10 and 12 percent", "10–12 %"),
        ("10 to 12 million", "10,000,000–12,000,000"),
        ("$10-12 million", "10,000,000–12,000,000 USD"),
        ("a few thousand", "2,000–9,000"),
        ("the 22nd time", "22nd"),
        ("1.2bn euros", "1,200,000,000 EUR"),
        ("47 km/h", "47 km/h"),
    ],
)
def test_quantities_are_shown_as_a_person_reads_them(text, shown):
    assert [str(number.quantity) for number in find_numbers(text)] == [shown]


def test_a_change_is_two_numbers_with_one_unit():
    assert [str(number.quantity) for number in find_numbers("rose from 10 to 12 percent")] == ["10 %", "12 %"]


@pytest.mark.parametrize("text", ["a bitter one", "no one came", "That one is his", "12:30", "1,2345"])
def test_what_is_no_number_is_not_read_as_one(text):
    assert list(find_numbers(text)) == []


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("on Tuesday", "2023-09-12"),
        ("next Friday", "2023-09-15"),
        ("last Tuesday", "2023-09-12"),
        ("yesterday", "2023-09-13"),
        ("last month", "2023-08"),
        ("last year", "2022"),
        ("earlier this week", "2023-09-10 to 2023-09-17"),
        ("four years ago", "~2019"),
        ("two months ago", "~2023-07"),
        ("on Sept. 13", "2023-09-13"),
        ("on December 28", "2023-12-28"),
        ("in March", "2023-03"),
        ("3-5 May", "2023-05-03 to 2023-05-05"),
        ("13/09/2022", "2022-09-13"),
        ("04/05/2022", "2022"),
        ("the 1980s", "1980–1989"),
        ("the 19th century", "1801–1900"),
        ("1995-96", "1995–1996"),
        ("summer 2019", "2019-06-01 to 2019-09-30"),
        ("on Christmas Day", "2023-12-25"),
        ("Feb. 30, 2020", "2020-02"),
    ],
)
def test_dates_are_told_from_the_day_of_the_article(text, shown):
    """The article is of Thursday, 14 September 2023."""
    assert [str(moment.period) for moment in find_moments(text, date(2023, 9, 14))] == [shown]


def test_a_january_told_in_december_is_the_next():
    (moment,) = find_moments("on January 3", date(2023, 12, 20))
    assert str(moment.period) == "2024-01-03"


@pytest.mark.parametrize("told", [date.min, date.max])
def test_the_ends_of_the_calendar_are_no_limit(told):
    text = "yesterday, tomorrow, last week, next month, last year, next Friday, last summer, nine decades ago, Monday"
    assert [str(moment.period) for moment in find_moments(text, told)][-1].startswith(("000", "999"))


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


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("NATO met. Vellmar’s mayor slept. Nothing moved.", ["NATO", "Vellmar"]),
        ("He saw Peru’s Maria Lopez and Anna Ostrup of Norway.", ["Peru", "Maria Lopez", "Anna Ostrup", "Norway"]),
        ("He met Ostrup. Ostrup was late.", ["Ostrup", "Ostrup"]),
        ("He trusts General Electric and General Ostrup.", ["General Electric", "Ostrup"]),
        ("He works at Vellmar Steel Inc. in Peru.", ["Vellmar Steel", "Peru"]),
    ],
)
def test_the_first_word_of_a_sentence_is_a_name_if_it_shows(text, names):
    assert [text[name.start : name.end] for name in find_names(text, tokenize(text))] == names


def test_peoples_and_faiths_are_told_from_places():
    text = "He met Kenyans, Jewish leaders and North Korean envoys in Kenya, Pyongyang and Texas."
    people = {text[name.start : name.end]: name.is_people for name in find_names(text, tokenize(text))}
    assert people == {
        "Kenyans": True, "Jewish": True, "North Korean": True, "Kenya": False, "Pyongyang": False, "Texas": False
    }  # fmt: skip


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [
        ("Zelenskyy", "Selenskyj", True),
        ("Qaddafi", "Gaddafi", True),
        ("Lukashenko", "Lukaschenko", True),
        ("Muhammad", "Mohamed", True),
        ("Chŏng", "Jong", True),
        ("Biden", "Putin", False),
        ("Martin", "Morton", False),
        ("", "Ya", False),
    ],
)
def test_transliterations_sound_alike(one, other, alike):
    assert sounds_alike(one, other) is alike


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
