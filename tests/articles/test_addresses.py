"""Addresses of one page are one address."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.articles.addresses import canonical_address


@pytest.mark.parametrize(
    "address",
    [
        "https://news.example/world/story-7",
        "HTTP://WWW.News.Example:80/world/story-7/",
        "https://m.news.example/world/story-7#comments",
        "https://amp.news.example/world/story-7/amp/",
        "https://news.example/world/story-7?utm_source=a&utm_medium=b&gclid=1",
        "https://news.example/world/story%2D7",
    ],
)
def test_one_page_has_one_address(address: str) -> None:
    assert canonical_address(address) == "news.example/world/story-7"


@pytest.mark.parametrize(
    "address",
    [
        "https://news.example/world/story-8",
        "https://news.example/World/story-7",
        "https://other.example/world/story-7",
        "https://news.example/world/story-7?page=2",
        "https://news.example:8080/world/story-7",
    ],
)
def test_another_page_has_another(address: str) -> None:
    assert canonical_address(address) != "news.example/world/story-7"


@pytest.mark.parametrize("address", [None, "", "https://news.example/", "ftp://a/b", "http://[", "news", "https:///a"])
def test_a_front_page_and_what_is_no_address_have_none(address: str | None) -> None:
    assert canonical_address(address) is None


def test_the_order_of_what_is_asked_for_does_not_matter() -> None:
    assert canonical_address("https://a.example/x?b=2&a=1") == canonical_address("https://a.example/x?a=1&b=2")


@given(st.text())
def test_any_text_has_an_address_or_none(text: str) -> None:
    found = canonical_address(text)
    assert found is None or canonical_address(f"https://{found}") == found
