"""The reports say who asserts a claim, through whom, who denies it, and how a short name was understood."""

from collections.abc import Callable
from html import unescape

from workbench.reports.html_report import render_html
from workbench.reports.markdown import render_markdown
from workbench.reports.markdown_text import escape
from workbench.reports.record import Record

ARTICLE = """Harbour closed

Mayor Anna Lind closed the harbour on Monday after 40 ships had left.

The agency NORA reported on Tuesday that Lind said the pier was broken.

She denied that anybody had been hurt on the pier.
"""


def test_chain_denial_and_resolution_stand_in_both_reports(record_of: Callable[..., Record]) -> None:
    record = record_of(ARTICLE)
    markdown, html = render_markdown(record), unescape(render_html(record))
    for words in (
        "Asserted by the outlet itself",
        "Asserted by agency NORA → Mayor Anna Lind",
        "Denied by Mayor Anna Lind",
        "Lind → Mayor Anna Lind, “Mayor Anna Lind” in sentence 2",
        "She → Mayor Anna Lind, “Lind” in sentence 3",
    ):
        assert escape(words) in markdown, words
        assert words in html, words


def test_a_name_that_looks_like_markup_stays_a_name(record_of: Callable[..., Record]) -> None:
    record = record_of("Mayor <b>Ann</b> & Co said the pier was broken in 1931.\n")
    assert "<b>Ann<" not in render_html(record)
