"""How the review was made: what the program does, what the terms mean, and which files were read."""

from collections.abc import Iterable
from typing import Final

from workbench import __version__
from workbench.reports.documents.paper import Ink, Paper, Run
from workbench.reports.documents.parts.story import Story
from workbench.reports.outline import ArticleEntry
from workbench.reports.wording import IMPLIED_GLYPH, NOT_LOOKED_AT, count, policy_words
from workbench.review.reviewer_agreement import agreement_lines
from workbench.vocabulary import READING_TERMS, RELATION_TERMS, VERDICT_TERMS, WORKFLOW_LABELS, WorkflowState
from workbench.vocabulary.term import Term

_PEOPLE: Final = (
    f"People decide; the program proposes. claim-workbench {__version__} read the files below, cut them into "
    "sentences, and took each sentence of the body or of a caption that asserts something as a claim, with whoever "
    "asserts it; compound sentences are cut where both halves stand alone. Of every other sentence it says why it "
    "was passed over. Reviewers reworded, split, added or discarded claims as the history says. A claim that a "
    "language model proposed is marked as such, with the model’s name."
)
_SEARCH: Final = (
    "For each claim the program searched the other articles for passages likely to speak to it, and marked where "
    "words, numbers, dates, names and quotations differ. It proposed no verdict. What an article does with a "
    "claim, and whether a claim is supported, a reviewer decided; each decision has its author, its time and its "
    f"hash. “Not addressed” means that somebody read the article and found it silent; “{NOT_LOOKED_AT}” means that "
    "nobody has."
)
_IMPLIED: Final = (
    "Where a reviewer named the other article’s claim, the relation holds for that claim, too; it is then shown as "
    f"implied ({IMPLIED_GLYPH}) until somebody says otherwise. Claims that corroborate one another form a class. "
    "Support is counted in articles, in outlets, and in independent origins that a reviewer confirmed: two papers "
    "that carry one agency’s sentence are one origin."
)
_AGAIN: Final = (
    "To repeat the work, take the files with these hashes: the same version of the program reads from them the "
    "same text, sentences and offsets. Offsets count Unicode code points of the article’s text from 0, the end not "
    "included; sentences are counted from 1. Characters that would act unseen are replaced by visible signs."
)


def write_method(paper: Paper, story: Story) -> None:
    """Write what people and the program did, the definitions of the terms, and the files with their hashes."""
    for words in (_PEOPLE, _SEARCH, _IMPLIED, _AGAIN):
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
        [(WORKFLOW_LABELS[state], words) for state, words in _workflow(asked).items()],
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


def _workflow(asked: int) -> dict[WorkflowState, str]:
    return {
        WorkflowState.UNREVIEWED: "Nobody has decided anything about the claim.",
        WorkflowState.IN_REVIEW: "Something was recorded, but no verdict.",
        WorkflowState.NEEDS_SECOND: f"It has fewer than the {count(asked, 'vote')} asked for.",
        WorkflowState.DISPUTED: "Votes differ, or relations do, and nobody has settled that.",
        WorkflowState.FINAL: "It has its votes and they agree, or it was signed off or settled.",
        WorkflowState.PARKED: "Somebody put it aside.",
    }


def _write_file(paper: Paper, entry: ArticleEntry) -> None:
    article, summary = entry.recorded.article, entry.summary
    known = (summary.name, count(len(entry.recorded.raw), "byte"), article.url or "")
    paper.items([(Run(summary.label, Ink.STRONG), f" {'; '.join(part for part in known if part)}")])
    paper.items([("SHA-256 ", Run(entry.recorded.key, Ink.CODE))], 2)
