"""The HTML report is one file that tells everything, needs nothing and runs nothing."""

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench import __version__
from workbench.matching.model import Difference
from workbench.reports.html_report import render_html
from workbench.reports.page_links import css_string
from workbench.reports.record import ArticleList, Record
from workbench.reports.sections import Section
from workbench.reports.selection import Selection
from workbench.reports.templating import marked, safe_link
from workbench.vocabulary import RELATION_TERMS, SCOPE_WARNING, VERDICT_TERMS, Facet

VOID = {"meta", "br", "link", "img", "hr", "input"}


class Page(HTMLParser):
    """Collects what a test asks about, and checks that every element is closed."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.tags: set[str] = set()
        self.attributes: list[tuple[str, str, str]] = []
        self.words: list[str] = []
        self.feed(text)
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.attributes += [(tag, name, value or "") for name, value in attrs]
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if "style" not in self.open:
            self.words.append(data)

    @property
    def text(self) -> str:
        return "".join(self.words)

    def values(self, name: str) -> list[str]:
        return [value for _, attribute, value in self.attributes if attribute == name]


def test_the_page_tells_what_was_reviewed(record: Record) -> None:
    text = Page(render_html(record)).text
    for told in (
        "Ferry",
        SCOPE_WARNING,
        "Reviewed by Anna Berg and Ben <b>Okafor</b>",
        "partially supported; unsupported: “by noon”",
        "differs in number",
        "All 241 passengers were taken ashore by noon.",
        "number: “214” in the claim, “241” here",
        "Second line.",
        "signed off by Anna Berg",
        "The ferry's operator promised a review.",
        "Discarded by Ben <b>Okafor</b>: the same again",
        "Read, and not addressed",
        "Not looked at yet",
        "undone",
        record.chains[0].hash,
    ):
        assert told in text, told
    assert "None" not in text


def test_every_claim_is_quoted_and_found_by_its_key(record: Record) -> None:
    html = render_html(record)
    page = Page(html)
    ids = page.values("id")
    assert len(ids) == len(set(ids))
    for state in record.claims:
        assert f"claim-{state.key}" in ids
        assert f"<mark>{state.claim.text}</mark>" in html
        assert f"characters {state.claim.start}–{state.claim.end}" in page.text


@pytest.fixture(scope="module")
def full_record(settled_record: Record) -> Record:
    """The settled record with the days on which its articles appeared, so that every part of the page is there."""
    dated = (
        replace(found, article=replace(found.article, published=date(2026, 3, day)))
        for day, found in enumerate(settled_record.articles, start=1)
    )
    return replace(settled_record, articles=ArticleList(dated))


def selected(record: Record, chosen: int | None, *sections: Section, articles: tuple[str, ...] = ()) -> Record:
    """The record with so many claims, these sections (all, if none), and the claims of these articles only."""
    keys = None if chosen is None else frozenset(state.key for state in tuple(record.claims)[:chosen])
    selection = Selection(articles=articles, sections=sections or tuple(Section))
    return replace(record, chosen=keys, selection=selection)


@pytest.mark.parametrize("chosen", [None, 0, 2], ids=("all claims", "no claim", "two claims"))
@pytest.mark.parametrize(
    "sections",
    [(), *((section,) for section in Section), (Section.SUMMARY, Section.MATRIX), (Section.CLAIMS, Section.ARTICLES)],
    ids=lambda sections: " and ".join(sections) or "everything",
)
def test_every_link_leads_somewhere_whatever_is_left_out(
    full_record: Record, chosen: int | None, sections: tuple[Section, ...]
) -> None:
    page = Page(render_html(selected(full_record, chosen, *sections)))
    ids = page.values("id")
    assert len(ids) == len(set(ids))
    assert {f"#{name}" for name in ids} >= {value for value in page.values("href") if value.startswith("#")}
    assert set(page.values("aria-labelledby")) | set(page.values("aria-describedby")) <= set(ids)


def test_only_the_wanted_sections_are_there(full_record: Record) -> None:
    for section in Section:
        page = Page(render_html(selected(full_record, None, section)))
        assert {*page.values("id")} & {*Section} <= {section}
        assert [value for value in page.values("href") if value[1:] in {*Section}] in ([], [f"#{section}"])
        assert SCOPE_WARNING in page.text
    assert {*Page(render_html(full_record)).values("id")} >= {*Section} - {Section.VERSIONS}


def test_what_is_not_told_of_is_counted_but_not_shown(settled_record: Record) -> None:
    told, _, left_out, *_ = settled_record.claims
    record = selected(settled_record, 1, articles=("A",))
    page = Page(render_html(record))
    ids = page.values("id")
    assert f"claim-{told.key}" in ids
    assert f"claim-{left_out.key}" not in ids
    everything = sum(1 for _ in settled_record.claims)
    assert f"This report tells of 1 of {everything} claims: claims of article A." in page.text
    assert f"{everything} decision" not in page.text
    assert page.values("id").count("article-A") == 1
    assert "article-B" not in ids
    counted = Page(render_html(settled_record)).text
    for words in ("They make 6 claims", "Of 6 pairs of a claim and another article"):
        assert words in page.text
        assert words in counted


def test_the_history_is_whole_and_in_order(settled_record: Record) -> None:
    html = render_html(selected(settled_record, None, Section.HISTORY))
    hashes = [decision.hash[:12] for decision in settled_record.decisions]
    assert re.findall(r"<code[^>]*>([0-9a-f]{12})</code>", html) == hashes
    assert html.count('<li class="undone">') == html.count("<em>undone</em>") > 0


def test_the_method_gives_what_is_needed_to_repeat_the_work(settled_record: Record) -> None:
    text = Page(render_html(selected(settled_record, None, Section.METHOD))).text
    assert __version__ in text
    for terms in (VERDICT_TERMS, RELATION_TERMS):
        assert all(term.definition in text for term in terms.values())
    for recorded in settled_record.articles:
        assert recorded.key in text
        assert recorded.summary.name in text


def test_every_chart_has_its_numbers_beside_it(full_record: Record) -> None:
    page = Page(render_html(full_record))
    drawn = [value for tag, name, value in page.attributes if (tag, name) == ("svg", "class")]
    assert drawn == [
        f"chart chart-{name}" for name in ("verdicts", "relations", "coverage", "timeline", "graph", "agreement")
    ]
    beside = (": the numbers", "The graph in numbers", "The timeline in words")
    assert sum(page.text.count(words) for words in beside) == len(drawn)


@given(st.text(st.characters(codec=None)))
def test_any_title_is_one_string_of_the_style_sheet(words: str) -> None:
    written = css_string(words)
    assert re.fullmatch(r'"(?:[A-Za-z0-9 ]|\\[0-9a-f]{1,6} )*"', written)
    read = re.sub(r"\\([0-9a-f]{1,6}) ", lambda match: chr(int(match[1], 16)), written[1:-1])
    assert read == words


def test_the_whole_text_of_every_article_is_there(record: Record) -> None:
    html = render_html(record)
    for recorded in record.articles:
        for sentence in recorded.article.sentences:
            assert f">{sentence.text}</span>" in html
        assert f"{len(recorded.article.sentences)} sentences" in html


def test_a_sentence_that_nobody_has_read_is_told_with_the_programs_reason_or_that_it_has_none(record: Record) -> None:
    first, *others = record.articles
    page = Page(render_html(record))
    assert f"{len(first.passed)} not read yet" in page.text
    assert "not read yet; passed over as: title" in page.text
    broken = replace(record, articles=ArticleList((replace(first, passed=()), *others)))
    assert "not read yet; the program has no reason to pass it over" in Page(render_html(broken)).text


def test_who_read_a_sentence_is_told(settled_record: Record) -> None:
    text = Page(render_html(settled_record)).text
    assert "no factual claim, says Anna Berg" in text
    assert "1 no factual claim" in text


def test_a_report_names_what_could_not_be_read(record: Record) -> None:
    assert "article “lost.txt”" in Page(render_html(replace(record, problems=("article “lost.txt”: damaged",)))).text


def test_the_page_is_one_file_without_a_script(record: Record) -> None:
    html = render_html(record)
    page = Page(html)
    assert html.startswith("<!DOCTYPE html>\n")
    assert not page.tags & {"script", "link", "img", "iframe", "object", "form", "base"}
    charts = [value for tag, name, value in page.attributes if (tag, name) == ("svg", "class")]
    assert html.count("<svg") == len(charts) == sum(value.startswith("chart chart-") for value in charts)
    assert not [name for _, name, _ in page.attributes if name.startswith("on")]
    assert "url(" not in html
    assert "@import" not in html
    assert "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'" in html


def test_an_empty_collection_makes_a_page_too(moment: datetime) -> None:
    text = Page(render_html(Record(None, (), ArticleList(), (), (), (), moment))).text
    assert "There are no claims." in text
    assert "Nobody has decided anything yet" in text


@pytest.mark.parametrize("character", ["\x1b", "\x07", "\x9b", "\u202e", "\u200b", "\u2066", "\x7f"])
def test_characters_that_act_are_shown_as_signs(
    record_of: Callable[..., Record], with_text_everywhere: Callable[[Record, str], Record], character: str
) -> None:
    record = record_of(
        f"Ti{character}tle\n\nTen di{character}ed, said Bob.\n", reviewer=f"E{character}ve", note=f"n{character}"
    )
    assert character not in render_html(with_text_everywhere(record, f"n{character}"))


@pytest.mark.parametrize(
    ("url", "safe"),
    [
        ("https://example.org/a?b=1#c", True),
        ("HTTP://example.org", True),
        ("javascript:alert(1)", False),
        ("java\nscript:alert(1)", False),
        (" javascript:alert(1)", False),
        ("data:text/html,x", False),
        ("//evil.example", False),
        ("http:evil", False),
        ("https://[", False),
        ("", False),
        (None, False),
    ],
)
def test_only_web_addresses_become_links(url: str | None, safe: bool) -> None:
    assert (safe_link(url) is not None) == safe


def test_an_address_is_a_link_that_tells_nothing(record: Record) -> None:
    first, *others = record.articles
    for url, tag in (("https://example.org/?a=1&b=“", "<a"), ("javascript:alert(1)", "·")):
        changed = replace(first, article=replace(first.article, url=url))
        page = Page(render_html(replace(record, articles=ArticleList((changed, *others)))))
        outside = [value for value in page.values("href") if not value.startswith("#")]
        assert outside == ([url] if tag == "<a" else [])
        assert page.values("rel") == ["noopener noreferrer nofollow"] * len(outside)
        assert url in page.text


def test_differing_words_are_marked_and_nothing_is_lost() -> None:
    differences = (Difference(Facet.NUMBER, "2", "three", 0, 1, 4, 9), Difference(Facet.PLACE, "x", "", 3, 4, 99, 99))
    pieces = marked("the three men", differences)
    assert pieces == [("the ", False), ("three", True), (" men", False)]
    assert marked("", ()) == []
