"""What the Markdown report says of the whole: how it was reviewed, what an editor would ask, where it comes from."""

from collections.abc import Iterable

from workbench.reports.markdown_signs import claim_link
from workbench.reports.markdown_text import escape, table
from workbench.reports.outline import Outline
from workbench.reports.record_graph import OriginUse
from workbench.reports.wording import count, policy_words
from workbench.review.reviewer_agreement import agreement_lines
from workbench.vocabulary import ORIGIN_KIND_TERMS, ORIGIN_LAYER_TERMS, WARNING_TERMS, OriginLayer


def reviewers_section(outline: Outline) -> list[str]:
    """Return the lines that tell how the collection is reviewed, and how far reviewers agree."""
    lines = ["## How it was reviewed", "", escape(policy_words(outline.graph.policy))]
    if votes := outline.progress.votes:
        lines += ["", f"Votes: {', '.join(f'{escape(name)} {number}' for name, number in votes.items())}."]
    if not outline.comparable:
        return lines
    measured = (("verdicts", outline.agreement.verdicts, "claims"), ("relations", outline.agreement.relations, "cells"))
    rows = [
        (what, escape(who), escape(words))
        for what, agreements, items in measured
        for who, words in agreement_lines(agreements, items)
    ]
    explained = "Raw agreement, Cohen's κ and Krippendorff's α, each with its 95 % bootstrap interval."
    return [*lines, "", explained, "", *table(("On", "Reviewers", "Agreement"), rows)]


def warnings_section(outline: Outline) -> list[str]:
    """Return the lines that count the warnings by kind; none where there are none."""
    if not outline.warnings:
        return []
    rows = [
        (
            f"{WARNING_TERMS[group.kind].glyph} {WARNING_TERMS[group.kind].label}",
            str(len(group.open)),
            str(group.waived),
            _numbered((warning.claim for warning in group.open), outline),
        )
        for group in outline.warnings
    ]
    header = ("Warning", "Open", "Waived", "Claims with an open one")
    return ["## Warnings", "", *table(header, rows)]


def origins_section(outline: Outline) -> list[str]:
    """Return the lines that list the confirmed origins, and what falls with each; none where there are none."""
    if not outline.graph.origins:
        return []
    header = ("Origin", "Of", "Articles", "If it falls, these claims fall", "These lose one of several")
    told = "As reviewers confirmed them. What nobody confirmed is unknown, and counts as no independent origin."
    return ["## Origins", "", told, "", *table(header, [_origin(use, outline) for use in outline.graph.origins])]


def _origin(use: OriginUse, outline: Outline) -> tuple[str, ...]:
    origin, summaries = use.origin, outline.graph.summaries
    kinds = ", ".join(ORIGIN_KIND_TERMS[kind].label for kind in origin.kinds)
    labels = " ".join(summary.label for key, summary in summaries.items() if key in origin.articles)
    first = (f"{escape(origin.name)} ({kinds})", ORIGIN_LAYER_TERMS[origin.layer].label, labels)
    if origin.layer is OriginLayer.WORDS:
        return (*first, f"nothing: {count(origin.claims, 'claim')} in its words", "")
    falling, weakened = ((state.key for state in states) for states in (use.falls.falling, use.falls.weakened))
    return (*first, _numbered(falling, outline), _numbered(weakened, outline))


def _numbered(claims: Iterable[str], outline: Outline) -> str:
    return ", ".join(claim_link(key, outline.numbers[key]) for key in dict.fromkeys(claims)) or "none"
