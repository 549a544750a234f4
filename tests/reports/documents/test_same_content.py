"""Word, PDF and Markdown tell the same: each fact of the outline stands in each of them."""

import io
import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from html import unescape

import docx
import pytest
from markdown_it import MarkdownIt
from pypdf import PdfReader

from workbench import __version__
from workbench.reports.charts import chart_data
from workbench.reports.claim_outline import ClaimEntry
from workbench.reports.documents.report import render_docx, render_markdown, render_pdf
from workbench.reports.ledger_words import completeness_words, reading_words
from workbench.reports.outline import ArticleEntry, Outline
from workbench.reports.outlining import build_outline
from workbench.reports.record import Record
from workbench.reports.sections import Section
from workbench.reports.selection import Selection
from workbench.reports.statuses import Status
from workbench.reports.summary_words import selection_notice, summary_sentences
from workbench.reports.wording import minute, policy_words, vote_words
from workbench.review.score_words import score_words
from workbench.vocabulary import (
    FACET_LABELS,
    RELATION_TERMS,
    SCOPE_WARNING,
    VERDICT_TERMS,
    WARNING_TERMS,
    SentenceState,
)

Words = Callable[[Record], str]


def word_text(record: Record) -> str:
    document = docx.Document(io.BytesIO(render_docx(record)))
    return "".join(piece.text or "" for piece in document.element.body.iter("{*}t"))


def pdf_text(record: Record) -> str:
    pages = PdfReader(io.BytesIO(render_pdf(record))).pages
    return re.sub(r"claim-workbench[\d. ]+·[-\d ]+\n?page \d+ of \d+", "", "".join(p.extract_text() for p in pages))


def markdown_text(record: Record) -> str:
    rendered = MarkdownIt("commonmark", {"html": True}).enable("table").render(render_markdown(record))
    return unescape(re.sub(r"<[^>]*>", "", rendered))


every = pytest.mark.parametrize("text_of", [word_text, pdf_text, markdown_text])


def squeezed(text: str) -> str:
    """Without white space: where lines end differs."""
    return re.sub(r"\s+", "", text)


def lacking(text: str, facts: Iterator[str]) -> list[str]:
    whole = squeezed(text)
    return [fact for fact in facts if squeezed(fact) not in whole]


def facts_of(outline: Outline) -> Iterator[str]:
    yield from (outline.title, SCOPE_WARNING, __version__, completeness_words(outline.completeness))
    yield from summary_sentences(outline)
    yield policy_words(outline.graph.policy)
    for term in (*VERDICT_TERMS.values(), *RELATION_TERMS.values()):
        yield f"{term.glyph} {term.label}"
        yield term.definition
    for group in outline.warnings:
        yield WARNING_TERMS[group.kind].definition
    for use in outline.graph.origins:
        yield use.origin.name
    for row in chart_data(outline).timeline.rows:
        yield row.number
        yield row.words
    for edge in chart_data(outline).graph.edges:
        yield f"{edge.first} and {edge.second}"
        yield edge.part.label
    for chain in outline.record.chains:
        yield from (chain.hash, chain.database, chain.reviewer)
    for entry in outline.articles:
        yield from facts_of_article(entry)
    yield from facts_of_history(outline)


def facts_of_article(entry: ArticleEntry) -> Iterator[str]:
    yield from (entry.recorded.key, entry.summary.heading, entry.summary.name)
    for sentence in entry.sentences:
        yield f"{entry.summary.label}:{sentence.index + 1}"
        yield sentence.sentence.text
        if sentence.state in (SentenceState.READ, SentenceState.UNREAD):
            yield reading_words(sentence)
    for claim in entry.claims:
        yield from facts_of_claim(claim)


def facts_of_claim(claim: ClaimEntry) -> Iterator[str]:
    state = claim.state
    yield from (f"{claim.number}: ", claim.key, claim.quotation.words, state.text, score_words(state.claim))
    for vote in state.votes:
        yield f"Vote of {vote.reviewer}, {minute(vote.at)}:"
        yield vote_words(vote)
    if state.adjudication:
        yield vote_words(state.adjudication)
    yield from (note.text for note in state.notes)
    for found in state.evidence:
        yield from (part for part in (found.url, found.citation, found.file, found.quote, found.note) if part)
    for warning in claim.warnings:
        yield warning.warning.told
        if warning.warning.waiver:
            yield warning.warning.waiver.reason
    for origin in claim.origins:
        yield from (each.name for each in (origin.words, origin.knowledge) if each)
    for cell in claim.cells:
        yield from (passage.text for passage in cell.passages)
        for opinion in cell.opinions:
            yield RELATION_TERMS[opinion.agreement.relation].label
            yield opinion.agreement.note or ""
            yield from (FACET_LABELS[facet] for facet in opinion.agreement.facets)


def facts_of_history(outline: Outline) -> Iterator[str]:
    for entry in outline.history:
        yield f"{entry.words} of: {entry.takes_back}" if entry.takes_back else entry.words
        yield minute(entry.decision.at)
        yield entry.decision.hash[:12]


@every
def test_each_format_tells_each_fact(settled_record: Record, text_of: Words) -> None:
    facts = [*facts_of(build_outline(settled_record))]
    assert len(facts) > 200
    assert lacking(text_of(settled_record), iter(facts)) == []


@every
def test_claims_that_are_not_chosen_are_left_out_and_counted(settled_record: Record, text_of: Words) -> None:
    kept = next(state for state in settled_record.claims if state.adjudication)
    gone = [state for state in settled_record.claims if state.key != kept.key]
    parts = tuple(section for section in Section if section is not Section.RECORD)
    selection = Selection(statuses=(Status.FINAL,), sections=parts)
    chosen = replace(settled_record, chosen=frozenset({kept.key}), selection=selection)
    text, outline = text_of(chosen), build_outline(chosen)
    notice = selection_notice(outline)
    assert notice == "This report tells of 1 of 7 claims: claims that are final. Counts are about all of them."
    assert lacking(text, iter((notice, kept.key, f"{outline.numbers[kept.key]}: "))) == []
    for state in gone:
        assert state.key not in squeezed(text)
        assert squeezed(f"{outline.numbers[state.key]}: ") not in squeezed(text)
    about_others = {entry.decision.hash[:12] for entry in outline.history} - {
        entry.decision.hash[:12] for entry in outline.told_history
    }
    assert about_others
    assert not [each for each in about_others if each in squeezed(text)]
    assert lacking(text, iter(summary_sentences(outline))) == []


@every
@pytest.mark.parametrize("section", Section)
def test_a_report_has_just_the_parts_that_are_chosen(settled_record: Record, text_of: Words, section: Section) -> None:
    text = text_of(replace(settled_record, selection=Selection(sections=(section,))))
    told = {
        Section.SUMMARY: "This review covers 2 articles",
        Section.METHOD: "People decide; the program proposes.",
        Section.REVIEWERS: "Each claim needs 3 votes.",
        Section.WARNINGS: "What a careful editor would ask about",
        Section.TIMELINE: "The first to state a claim",
        Section.GRAPH: "In how many points two articles",
        Section.MATRIX: "“own” is the article that makes the claim",
        Section.ORIGINS: "What nobody confirmed is unknown",
        Section.CLAIMS: "Asserted by the outlet itself",
        Section.ARTICLES: "Sign up for our newsletter",
        Section.HISTORY: "Every decision, oldest first",
        Section.RECORD: "Every decision is chained to the one before it",
    }
    for part, words in told.items():
        if part is section:
            assert lacking(text, iter([words])) == []
        else:
            assert lacking(text, iter([words])) == [words], part
    assert lacking(text, iter([SCOPE_WARNING])) == []
