"""The Markdown report tells everything, and the text of articles stays text in it."""

import re
from collections.abc import Callable
from dataclasses import replace
from html import unescape

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from workbench.reports.html_report import render_html
from workbench.reports.markdown import render_markdown
from workbench.reports.markdown_text import escape, table
from workbench.reports.record import Record
from workbench.visible import one_line
from workbench.vocabulary import SCOPE_WARNING, ScoreReason

reader = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
one_line_texts = st.text(
    st.characters(min_codepoint=32, blacklist_categories=["Cc", "Cf", "Cs", "Zl", "Zp", "Zs"]) | st.just(" ")
)
sharp = st.text(st.sampled_from(list("\\`*_{}[]()<>#+-.!|~&;:/=\"'$^@ 1ab\twhtp")), max_size=12)


def rendered_text(markdown: str) -> str:
    return unescape(re.sub(r"<[^>]*>", "", reader.render(markdown))).strip("\n")


def test_the_report_tells_what_was_reviewed(record: Record) -> None:
    text = render_markdown(record)
    for told in (
        "# Ferry",
        escape(SCOPE_WARNING),
        "reviewed by Anna Berg and Ben \\<b\\>Okafor\\</b\\>",
        "> All 214 passengers were taken ashore by noon.",
        "partially supported; unsupported: “by noon”",
        "contradicts; differs in number",
        "“All 241 passengers were taken ashore by noon.”",
        "Note: 241 &#124; 214",
        "Ask the coastguard. Second line.",
        "Signed off by Anna Berg",
        "**Reworded:** The ferry's operator promised a review.",
        "Discarded by Ben",
        "Not looked at yet: ",
        "(undone)",
        record.chains[0].hash,
    ):
        assert told in text, told


def test_a_scored_claim_tells_its_scores_and_why(record: Record) -> None:
    made = replace(record.claims[0].claim, checkable=0.85, checkworthiness=0.6, reasons=(ScoreReason.NUMBER,))
    scored = replace(record, claims=(replace(record.claims[0], claim=made), *record.claims[1:]))
    words = "checkable .85: a number; worth checking .60"
    assert f"- Scores: {words}\n" in render_markdown(scored)
    assert words in render_html(scored)
    assert words not in render_markdown(record)


def test_every_claim_stands_with_its_place(record: Record) -> None:
    text = render_markdown(record)
    for state in record.claims:
        assert f"> {escape(state.claim.text)}\n\ncharacters {state.claim.start}–{state.claim.end}, sentence" in text
        assert f"claim `{state.key}`" in text


def test_every_sentence_is_accounted_for(record: Record) -> None:
    ledger = render_markdown(record).split("\n## The annotated articles")[1]
    for recorded in record.articles:
        label = recorded.summary.label
        (line,) = (line for line in ledger.splitlines() if line.startswith(f"| **[{label}](#article-{label})** |"))
        _, total, *counts = line.strip("| ").split(" | ")
        assert int(total) == len(recorded.article.sentences) == sum(map(int, counts))
        for index, sentence in enumerate(recorded.article.sentences):
            assert f"| {recorded.summary.label}:{index + 1} | {escape(sentence.text)} | " in ledger


def test_the_same_record_gives_the_same_text(record: Record) -> None:
    assert render_markdown(record) == render_markdown(record)


@given(one_line_texts | sharp)
@example("1. not a list")
@example("    not code")
@example("https://evil.example/x www.evil.example")
@example("<img src=x onerror=alert(1)>")
@example("![x](javascript:alert(1))")
@example("a&amp;b &#60;")
@example("trailing  ")
@example("\\|")
@example("===")
@example("[x]: http://evil.example")
def test_text_renders_as_itself_at_the_start_of_a_block(text: str) -> None:
    visible = one_line(text)
    rendered = reader.render(f"> {escape(text)}\n")
    assert rendered_text(f"> {escape(text)}\n") == visible
    assert set(re.findall(r"<(\w+)", rendered)) <= {"blockquote", "p"}


def test_a_line_break_is_a_space() -> None:
    assert escape("two\nlines\n- no list") == "two lines - no list"


@given(st.lists(one_line_texts | sharp, min_size=2, max_size=2))
@example(["a|b", "\\|"])
@example(["`a|b`", "`"])
def test_text_stays_in_its_cell(cells: list[str]) -> None:
    rendered = reader.render("\n".join(table(("h", "h"), [tuple(escape(cell) for cell in cells)])))
    found = re.findall(r"<td>(.*?)</td>", rendered, re.DOTALL)
    assert [unescape(cell).strip() for cell in found] == [one_line(cell).strip() for cell in cells]


@pytest.mark.parametrize(
    "payload",
    [
        "<script>alert(1)</script>",
        "[click](javascript:alert(1))",
        "![](http://evil.example/x.png)",
        "# Heading",
        "a | b | c",
        "``` code",
        "<!-- hidden",
        "\x1b[2J\x9b31m\u202egnp.\u200b",
    ],
)
def test_hostile_text_is_inert_everywhere_in_a_report(
    record_of: Callable[..., Record], with_text_everywhere: Callable[[Record, str], Record], payload: str
) -> None:
    record = record_of(
        f"{payload} title\n\nTen died in {payload}, said Bob.\n",
        "Other\n\nTen died.\n",
        reviewer=f"Eve {payload}",
        note=payload,
    )
    text = render_markdown(with_text_everywhere(record, payload))
    assert not set(text) & set("\x1b\x9b\u202e\u200b\x07")
    rendered = reader.render(text)
    tags = set(re.findall(r"<(\w+)[ >]", rendered))
    plain = {"h1", "h2", "h3", "h4", "p", "ul", "li", "table", "thead", "tbody", "tr", "th", "td", "blockquote"}
    assert tags <= plain | {"a", "code", "strong", "em", "br"}
    assert all(re.match("#(claim|article)-", link) for link in re.findall(r'href="([^"]*)"', rendered))


def test_an_empty_collection_makes_a_report_too(moment) -> None:  # type: ignore[no-untyped-def]
    text = render_markdown(Record(None, (), (), (), (), (), moment))
    assert "There are no claims." in text
    assert "Nothing has been decided yet." in text
