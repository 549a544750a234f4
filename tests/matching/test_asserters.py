"""Under which name an asserter is known."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.matching.asserters import AsserterNames


@pytest.mark.parametrize(
    ("description", "name"),
    [
        ("Kremlin spokesman Dmitry Peskov", "Dmitry Peskov"),
        ("John Kirby, spokesman for the National Security Council", "John Kirby"),
        ("a railwayman, Odo Brandt", "Odo Brandt"),
        ("Mayor Ilse Lind", "Ilse Lind"),
        ("Mayor-elect Ilse Lind", "Ilse Lind"),
        ("Ann Lee of the Bank of Norway", "Ann Lee"),
        ("the Halyard news agency", "Halyard"),
        ("NATO", "NATO"),
    ],
)
def test_an_asserter_is_known_by_the_name_without_role_or_title(description: str, name: str) -> None:
    assert AsserterNames([description]).name_of(description) == name


@pytest.mark.parametrize(
    "description",
    [
        "officials",
        "he",
        "Washington",
        "Putin’s mouthpiece",
        "a spokesman for Tass",
        "police in Kharkiv",
        "police in Paris, Texas",
        "Teneo analysts",
        "South Korea’s Defense Ministry",
        "South Korea's Joint Chiefs of Staff",
    ],
)
def test_who_only_stands_near_a_name_is_nobody_in_particular(description: str) -> None:
    assert AsserterNames([description]).name_of(description) is None


def test_the_end_of_a_name_is_the_one_who_bears_it_and_nobody_if_two_do() -> None:
    names = AsserterNames(
        ["Karine Jean-Pierre", "Jean-Pierre", "Ilse Brandt", "Odo Brandt", "Brandt", "Kim Jong-un", "UN"]
    )
    assert names.name_of("Jean-Pierre") == "Karine Jean-Pierre"
    assert names.name_of("Brandt") is None
    assert names.name_of("UN") == "UN"


@given(st.lists(st.text()))
def test_any_descriptions_whatever_have_a_name_that_stands_in_one_of_them_or_none(descriptions: list[str]) -> None:
    names = AsserterNames(descriptions)
    for description in descriptions:
        name = names.name_of(description)
        assert name is None or any(name in each for each in descriptions)
