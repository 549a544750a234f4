"""How the review was made: what the program does, what the terms mean, and which files were read."""

from collections.abc import Iterable

from workbench.reports.documents.paper import Ink, Paper, Run
from workbench.reports.documents.parts.story import Story
from workbench.reports.method_words import METHOD, workflow_words
from workbench.reports.outline import ArticleEntry
from workbench.reports.wording import count, policy_words
from workbench.review.reviewer_agreement import agreement_lines
from workbench.vocabulary import READING_TERMS, RELATION_TERMS, VERDICT_TERMS, WORKFLOW_LABELS
from workbench.vocabulary.term import Term


def write_method(paper: Paper, story: Story) -> None:
    """Write what people and the program did, the definitions of the terms, and the files with their hashes."""
    for words in METHOD:
        paper.paragraph(words)
    for title, terms in (
        ("Verdict", VERDICT_TERMS.values()),
        ("Relation of an article to a claim", RELATION_TERMS.values()),
        ("Sentence that makes no claim", READING_TERMS.values()),
    ):
        _write_terms(paper, title, terms)
    asked = story.outline.record.asked
    paper.table(
        ("Workflow", "Meaning"),
        [(WORKFLOW_LABELS[state], words) for state, words in workflow_words(asked).items()],
        (3, 8),
    )
    paper.heading("The files that were read", 2)
    for entry in story.outline.articles:
        _write_file(paper, entry)


def write_reviewers(paper: Paper, story: Story) -> None:
    """Write how the collection is reviewed, who voted how often, and how far reviewers agree."""
    outline = story.outline
    paper.paragraph(policy_words(outline.graph.policy))
    if votes := outline.progress.votes:
        paper.paragraph(f"Votes: {', '.join(f'{name} {number:,}' for name, number in votes.items())}.")
    if not outline.comparable:
        return
    measured = (("verdicts", outline.agreement.verdicts, "claims"), ("relations", outline.agreement.relations, "cells"))
    rows = [(what, *line) for what, agreements, items in measured for line in agreement_lines(agreements, items)]
    paper.table(("On", "Reviewers", "Agreement, with 95 % intervals"), rows, (2, 4, 9))
    paper.paragraph(
        "Raw: the share of pairs of labels that agree. κ (Cohen) and α (Krippendorff): agreement beyond what chance "
        "would give, at most 1. Of what was settled, the votes and relations count as they were given."
    )


def _write_terms(paper: Paper, title: str, terms: Iterable[Term]) -> None:
    paper.table((title, "Meaning"), [(f"{term.glyph} {term.label}", term.definition) for term in terms], (3, 8))


def _write_file(paper: Paper, entry: ArticleEntry) -> None:
    article, summary = entry.recorded.article, entry.summary
    known = (summary.name, count(len(entry.recorded.raw), "byte"), article.url or "")
    paper.items([(Run(summary.label, Ink.STRONG), f" {'; '.join(part for part in known if part)}")])
    paper.items([("SHA-256 ", Run(entry.recorded.key, Ink.CODE))], 2)
