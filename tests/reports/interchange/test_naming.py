"""Only an address of the web becomes an address."""

from urllib.parse import urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.reports.interchange.naming import web_address


@pytest.mark.parametrize(
    "url",
    [None, "", "javascript:alert(1)", " JaVaScRiPt:alert(1)", "data:text/html,x", "file:///etc/passwd", "//x.example/a",
     "http://", "https:///a", "http://[::1", "java\nscript:alert(1)"],
)  # fmt: skip
def test_what_is_no_address_of_the_web_is_none(url: str | None) -> None:
    assert web_address(url) is None


def test_what_would_break_out_is_written_with_percent_signs() -> None:
    assert web_address('https://x.example/a b"><{y}\\%20') == "https://x.example/a%20b%22%3E%3C%7By%7D%5C%20"


@given(st.text())
def test_an_address_holds_only_signs_of_addresses(rest: str) -> None:
    address = web_address(f"https://x.example/{rest}")
    assert address is None or (address.isascii() and address.isprintable() and urlsplit(address).scheme == "https")
    assert address is None or not set(address) & set(' "<>\\^`{|}')
