"""The readable report as a Word document (`.docx`, ECMA-376), to be edited, signed and handed on."""

from typing import Final

from workbench import __version__
from workbench.reports.documents.docx_claim import write_claim
from workbench.reports.documents.paper import Paper
from workbench.reports.ledger_words import completeness_words, ledger_counts
from workbench.reports.markdown_signs import verdict_words
from workbench.reports.outline import Outline, relations_in
from workbench.reports.outlining import build_outline
from workbench.reports.record import Record
from workbench.reports.wording import (
    IMPLIED_GLYPH,
    NOT_LOOKED_AT,
    RELATION_LETTERS,
    SETTLED_GLYPH,
    count,
    day,
    hidden_words,
    joined,
    minute,
    policy_words,
)
from workbench.review.matrix import MatrixCell
from workbench.review.reviewer_agreement import agreement_lines
from workbench.vocabulary import RELATION_TERMS, SCOPE_WARNING, UNREVIEWED_GLYPH, WARNING_TERMS, Relation

MOST_ARTICLES: Final = 10
"""How many articles of the matrix stand in one table: a page is not wider."""


def render_docx(record: Record) -> bytes:
    """Return the report of `record` as a Word document.

    Raises:
        ReportError: python-docx is not there.
    """
    outline = build_outline(record)
    paper = Paper(outline.title, record.generated_at)
    for write in (_head, _summary, _articles, _reviewers, _warnings, _matrix, _claims, _ledger, _chains):
        write(paper, outline)
    return paper.content()


def _head(paper: Paper, outline: Outline) -> None:
    record = outline.record
    paper.paragraph(f"Claim review, reported {minute(record.generated_at)} by claim-workbench {__version__}.")
    paper.paragraph(f"Scope: {SCOPE_WARNING}")
    if record.hidden:
        paper.paragraph(f"Blind: {hidden_words(record.hidden, record.reviewer or '')}")
    if record.problems:
        paper.paragraph("Could not be read and is missing here:")
        paper.items(record.problems)


def _summary(paper: Paper, outline: Outline) -> None:
    progress = outline.progress
    paper.heading("Summary")
    paper.items(
        (
            count(len(outline.articles), "article"),
            f"{count(progress.claims, 'claim')}, {progress.decided:,} with a verdict; {progress.discarded:,} discarded",
            f"{progress.cells_recorded:,} of {count(progress.cells, 'pair')} of a claim and another article looked at",
            f"reviewed by {joined(outline.reviewers) or 'nobody yet'}",
            count(len(outline.graph.open_warnings), "open warning"),
            completeness_words(outline.completeness),
        )
    )
    for title, shares in (("Verdict", outline.verdicts), ("What other articles do", outline.relations)):
        if shares:
            rows = [(f"{share.glyph} {share.label}", str(share.number), str(share.implied)) for share in shares]
            columns = 3 if any(share.implied for share in shares) else 2
            paper.table((title, "Number", "Implied")[:columns], [row[:columns] for row in rows])


def _articles(paper: Paper, outline: Outline) -> None:
    paper.heading("Articles")
    rows = [
        (
            *(entry.summary.label, entry.summary.heading, entry.summary.publisher or "unknown"),
            *(day(entry.recorded.article.published), entry.summary.name, entry.recorded.key),
        )
        for entry in outline.articles
    ]
    paper.table(("", "Article", "Publisher", "Published", "File", "SHA-256"), rows)


def _reviewers(paper: Paper, outline: Outline) -> None:
    paper.heading("How it was reviewed")
    paper.paragraph(policy_words(outline.graph.policy))
    if votes := outline.progress.votes:
        paper.paragraph(f"Votes: {', '.join(f'{name} {number}' for name, number in votes.items())}.")
    if outline.comparable:
        measured = (
            ("verdicts", outline.agreement.verdicts, "claims"),
            ("relations", outline.agreement.relations, "cells"),
        )
        rows = [(what, *line) for what, agreements, items in measured for line in agreement_lines(agreements, items)]
        paper.table(("On", "Reviewers", "Agreement"), rows)


def _warnings(paper: Paper, outline: Outline) -> None:
    if outline.warnings:
        paper.heading("Warnings")
        groups = [(WARNING_TERMS[group.kind].label, len(group.open), group.waived) for group in outline.warnings]
        paper.table(("Warning", "Open", "Waived"), [tuple(str(each) for each in group) for group in groups])


def _matrix(paper: Paper, outline: Outline) -> None:
    paper.heading("Claims and articles")
    if not outline.matrix.rows:
        paper.paragraph("There are no claims.")
        return
    legend = joined(f"{_signs(relation)} {RELATION_TERMS[relation].label}" for relation in Relation)
    paper.paragraph(
        f"{legend}; {UNREVIEWED_GLYPH} {NOT_LOOKED_AT}; “own” is the article that makes the claim; {IMPLIED_GLYPH} is "
        f"implied by a claim of that article; {SETTLED_GLYPH} was settled where reviewers differed; a/o/or are the "
        "articles, outlets and confirmed independent origins that support the claim."
    )
    articles = outline.matrix.articles
    for first in range(0, len(articles), MOST_ARTICLES):
        chosen = slice(first, first + MOST_ARTICLES)
        rows = [
            (
                *(outline.numbers[row.claim.key], verdict_words(row.claim)),
                outline.graph.counts[row.claim.key].figures(),
                *(_cell(cell) for cell in row.cells[chosen]),
            )
            for row in outline.matrix.rows
        ]
        paper.table(("Claim", "Verdict", "a/o/or", *(each.label for each in articles[chosen])), rows)


def _cell(cell: MatrixCell) -> str:
    if cell.own:
        return "own"
    signs = " / ".join(_signs(relation) for relation in relations_in(cell)) or UNREVIEWED_GLYPH
    if cell.settled and cell.settled.relation:
        return f"{signs} {SETTLED_GLYPH}"
    return f"{IMPLIED_GLYPH} {signs}" if cell.implied is not None and not cell.agreements else signs


def _claims(paper: Paper, outline: Outline) -> None:
    for entry in outline.articles:
        if entry.claims:
            paper.heading(f"{entry.summary.label}. {entry.summary.heading}")
        for claim in entry.claims:
            write_claim(paper, claim, entry, outline.record.asked)


def _ledger(paper: Paper, outline: Outline) -> None:
    paper.heading("Every sentence")
    for entry in outline.articles:
        counts = ", ".join(f"{number:,} {words}" for words, number in ledger_counts(entry) if number)
        paper.paragraph(
            f"{entry.summary.label}: {count(len(entry.sentences), 'sentence')}" + f" ({counts})" * bool(counts)
        )


def _chains(paper: Paper, outline: Outline) -> None:
    paper.heading("Chains of decisions")
    if not outline.record.chains:
        paper.paragraph("Nothing has been decided yet.")
        return
    paper.paragraph("Compare with a later report: a chain cannot show by itself that its end was cut off.")
    rows = [(chain.reviewer, str(chain.length), chain.hash, chain.database) for chain in outline.record.chains]
    paper.table(("Reviewer", "Decisions", "Hash of the last", "Database"), rows)


def _signs(relation: Relation) -> str:
    return f"{RELATION_TERMS[relation].glyph} {RELATION_LETTERS[relation]}"
