"""Both readable reports tell what follows from relations, what was settled and by whom, and what is left to ask."""

import re
import shutil
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from html import unescape
from pathlib import Path

import pytest
from markdown_it import MarkdownIt

from workbench.reports.html_report import render_html
from workbench.reports.markdown import render_markdown
from workbench.reports.record import Record
from workbench.reports.recording import load_record
from workbench.review.session import Review
from workbench.store.claim_state import ClaimState
from workbench.store.engine import Store, open_store
from workbench.store.payloads import LinkSource, MarkVerdict, RecordAgreement
from workbench.store.settled import Evidence
from workbench.vocabulary import Facet, Relation, Verdict, WarningKind

Render = Callable[[Record], str]
SAFE_LINK = re.compile(r'<a href="(https?://[^"]*)" rel="noopener noreferrer nofollow">')


def argue(store: Store) -> None:
    """Add to a settled review: a class, cells that follow from it, another set of sentences, a waived warning."""
    anna, ben = Review(store, "Anna Berg", "Ferry"), Review(store, "Ben <b>Okafor</b>", "Ferry")
    rows = {row.text: row.key for row in anna.queue()}
    courier = next(article.key for article in anna.articles if article.name == "courier.txt")
    aground = next(key for text, key in rows.items() if text.startswith("The ferry Marigold"))
    struck = next(key for text, key in rows.items() if text.startswith("The Marigold struck"))
    for review in (anna, ben):
        review.decide(aground, RecordAgreement(courier, Relation.CORROBORATES, (1,), struck, (Facet.SCOPE,)))
    ben.decide(struck, MarkVerdict(Verdict.SUPPORTED))
    anna.decide(aground, LinkSource((2, 3)))
    (warning,) = (each for each in anna.graph.warnings(aground) if each.kind is WarningKind.NOT_CORROBORATED)
    anna.record(anna.graph.draft_waive(warning, "Two logs say so; neither is public."))


@pytest.fixture(scope="module")
def argued(settled_file: Path, tmp_path_factory: pytest.TempPathFactory) -> Record:
    """The record of the collection “Ferry”, settled and argued about."""
    path = Path(shutil.copyfile(settled_file, tmp_path_factory.mktemp("argued") / "argued.db"))
    with open_store(path) as store:
        argue(store)
        return load_record(store, "Ferry", datetime.fromisoformat("2026-03-01T12:00Z"))


def html_text(record: Record) -> str:
    """The words of the HTML report."""
    body = re.sub(r"(?s)<style>.*?</style>", "", render_html(record))
    return plain(body)


def markdown_text(record: Record) -> str:
    """The words of the Markdown report, as a reader of Markdown shows them."""
    reader = MarkdownIt("commonmark", {"html": True}).enable("table")
    return plain(reader.render(render_markdown(record)))


def plain(html: str) -> str:
    spaced = re.sub(r"</?(?:article|div|p|ul|ol|li|tr|t[dh]|br|h\d|blockquote|summary|table)\b[^>]*>", " ", html)
    return " ".join(unescape(re.sub(r"<[^>]*>", "", spaced)).split())


both = pytest.mark.parametrize("text_of", [html_text, markdown_text])


def number_of(record: Record, words: str, text_of: Render = html_text) -> str:
    """The number under which a claim stands in the report."""
    found = re.search(rf"([A-Z]+-\d+) {re.escape(words)}", text_of(record))
    assert found
    return found[1]


def part(text: str, start: str, end: str = "characters ") -> str:
    """What stands from one stretch of a text to the next."""
    return text.split(start, 1)[1].split(end, 1)[0]


@both
@pytest.mark.parametrize(
    "told",
    [
        "2 articles · 2 outlets · said: 1 origin; so: 1 (+1 unknown)",
        "Halyard News (news agency), word for word",
        "@quay (eyewitness)",
        "If it falls, these claims fall",
        "Log 7",
        "https://example.org/log",
        "log.pdf",
        "0" * 64,
        "“=214”",
        "p. 3",
        "ource usually reliable; information probably true",
        "djudicated; they differed: edge case; confidence: high",
        "djudicated; they differed: reviewer's error; confidence: high",
        "differs in number",
        "=241",
        "Two logs say so; neither is public.",
        "Each claim needs 3 votes. It is reviewed blind",
        "Everything is seen, and what is disputed settled, by Cleo.",
        "Anna Berg and Ben <b>Okafor</b>",
        "raw 0.00 · κ 0.00 · α 0.00",
        "sentences 3 and 4, word for word, linked by Anna Berg",
    ],
)
def test_what_was_decided_is_told(argued: Record, text_of: Render, told: str) -> None:
    assert told in text_of(argued)


@both
def test_an_equivalent_claim_and_what_follows_from_it_are_told_on_its_side_too(argued: Record, text_of: Render) -> None:
    struck = next(state for state in argued.claims if state.text.startswith("The Marigold struck"))
    assert struck.agreements == ()
    section = part(text_of(argued), f"characters {struck.claim.start}–{struck.claim.end}, ")
    aground = number_of(argued, "The ferry Marigold ran aground")
    assert f"The same as {aground}" in section
    assert f"implied by {aground}, as Ben <b>Okafor</b>" in section
    assert "⇄ ✓ corroborates" in section


@both
def test_the_matrix_counts_origins_and_tells_implied_and_settled_cells_from_recorded_ones(
    argued: Record, text_of: Render
) -> None:
    matrix = part(text_of(argued), "Claims and articles", "claims that say the same")
    assert "2/2/1" in matrix
    assert re.search(r"⇄ (✓ )?Co", matrix)
    assert re.search(r"✗ Ct ?⚖", matrix)
    assert re.search(r"✗ refuted ?⚖", matrix)


@both
def test_a_class_has_a_row_of_its_own(argued: Record, text_of: Render) -> None:
    text = text_of(argued)
    start = "1 class of claims that say the same, a row each" if text_of is html_text else "Claims that say the same"
    folded = part(text, start, "Origins")
    assert number_of(argued, "The ferry Marigold ran aground") in folded
    assert number_of(argued, "The Marigold struck") in folded
    assert "not addressed" not in folded


@both
def test_open_warnings_are_counted_and_waived_ones_keep_their_reason(argued: Record, text_of: Render) -> None:
    text = text_of(argued)
    table = part(text, "What a careful editor" if text_of is html_text else "Claims with an open one", "Claims and art")
    assert re.search(r"[Ss]upported by itself alone .*?1 1 ", table)
    assert number_of(argued, "The Marigold struck") in table
    assert number_of(argued, "The ferry Marigold ran aground") not in table
    assert "It is supported by 2 articles · 2 outlets" in text


def test_the_words_that_lack_support_are_marked_where_they_stand(argued: Record) -> None:
    assert 'The ferry&#39;s <mark class="lacking">operator</mark> promised a review.' in render_html(argued)
    assert "The ferry's ⟦operator⟧ promised a review." in markdown_text(argued)


def test_a_chosen_set_of_sentences_is_told_as_another_way_to_say_it(argued: Record) -> None:
    assert "<b>or</b> sentences 3 and 4" in render_html(argued)
    assert "\n- or: sentences 3 and 4" in render_markdown(argued)


@both
def test_nothing_is_said_of_agreement_where_only_one_has_voted(
    record_of: Callable[..., Record], text_of: Render
) -> None:
    text = text_of(record_of("Bridge\n\nThe bridge closed on Friday.\n"))
    assert "Each claim needs 2 votes." in text
    assert "undefined" not in text
    assert "Kripp" not in text


def with_evidence(record: Record, url: str) -> Record:
    """The record with one piece of evidence, at an address that the log would refuse."""
    moment = record.generated_at
    found = Evidence("1", url, None, None, None, None, None, None, None, None, "Eve", moment)
    return replace(record, claims=tuple(replace(state, evidence=(found,)) for state in record.claims))


@pytest.mark.parametrize(
    "url", ["javascript:alert(1)", " javascript:alert(1)", "data:text/html,x", "//evil.example", "ftp://evil.example"]
)
def test_an_address_of_evidence_that_is_none_of_the_web_is_told_and_no_link(record: Record, url: str) -> None:
    html = render_html(with_evidence(record, url))
    assert SAFE_LINK.findall(html) == []
    assert url.strip() in html
    assert all(href.startswith("#") for href in re.findall(r'href="([^"]*)"', html))


def test_an_address_of_evidence_is_a_link_that_tells_nothing(record: Record) -> None:
    html = render_html(with_evidence(record, "https://example.org/?a=1&b=“"))
    assert set(SAFE_LINK.findall(html)) == {"https://example.org/?a=1&amp;b=“"}


def test_a_variant_of_a_quotation_is_laid_out_word_by_word_and_is_no_contradiction(
    record_of: Callable[..., Record],
) -> None:
    said = "“We will pay them all by Friday,” Bob told reporters."
    record = record_of(
        f"Pay\n\n{said}\n", "Wages\n\n“We shall pay everybody by Friday,” Bob told the press.\n", note=said
    )
    html = render_html(record)
    pairs = re.findall(r'<span class="pair( differs)?"><span>(.*?)</span> <span>(.*?)</span></span>', html)
    assert ("", "pay", "pay") in pairs
    assert (" differs", "will", "shall") in pairs
    assert "Quotation: another translation or rendering" in html
    assert "quote wording:" not in html
    text = render_markdown(record)
    assert "the claim: We **will** pay" in text
    assert "here: We **shall** pay" in text


def test_a_long_list_of_articles_is_folded(record_of: Callable[..., Record]) -> None:
    towns = ("Ayr", "Bude", "Cork", "Deal", "Ely", "Fowey", "Goole", "Hove", "Ilfracombe", "Jarrow", "Kendal")
    texts = [f"{town} today\n\n{town} elected {town[::-1]} {town[1:3] * 3} as its mayor.\n" for town in towns]
    html = render_html(record_of(*texts))
    assert html.count("10 other articles speak to it: ") == len(texts)


def test_the_report_of_a_record_is_the_same_each_time(argued: Record) -> None:
    assert render_html(argued) == render_html(argued)
    assert render_markdown(argued) == render_markdown(argued)


def test_relations_that_differ_are_told_as_such_until_they_are_settled(argued: Record) -> None:
    def reopened(state: ClaimState) -> ClaimState:
        return replace(state, settled_cells=(), adjudication=None)

    before = replace(argued, claims=tuple(map(reopened, argued.claims)))
    for text_of in (html_text, markdown_text):
        assert "relations differ" in text_of(before)
        assert "relations differ" not in text_of(argued)
