"""Which articles are of one outlet."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.articles.model import Article
from workbench.matching import outlet_name


def article(**stated: str | None) -> Article:
    """Return an article that states this of itself."""
    return Article("", (), (), "key", stated.pop("name", None) or "a.txt", **stated)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("The Harbour Ledger", "Harbour Ledger"),
        ("THE NORTHFIELD MERCURY", "Northfield Mercury"),
        ("Lantern & Compass", "Lantern and Compass"),
        ("Harbour\nLedger ", "harbour ledger"),
        ("www.ledger.example", "Ledger.example"),
    ],
)
def test_two_writings_of_one_outlet_count_once(a: str, b: str) -> None:
    assert outlet_name(article(publisher=a)) == outlet_name(article(publisher=b))


def test_different_outlets_count_twice() -> None:
    assert outlet_name(article(publisher="Harbour Ledger")) != outlet_name(article(publisher="Harbour Post"))


def test_without_a_publisher_the_site_counts_and_without_a_site_the_heading() -> None:
    assert outlet_name(article(url="https://www.ledger.example/a/b", title="Lock jams")) == "ledger.example"
    assert outlet_name(article(publisher=" — ", url="https://m.ledger.example/")) == "ledger.example"
    assert outlet_name(article(url="no address", title="Lock jams")) == "lock jams"
    assert outlet_name(article(url="https://[", name="b.txt")) == "b.txt"


@given(st.none() | st.text(), st.none() | st.text(), st.none() | st.text())
def test_there_is_always_a_name(publisher: str | None, url: str | None, title: str | None) -> None:
    assert outlet_name(article(publisher=publisher, url=url, title=title)).strip()
