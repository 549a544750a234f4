"""The head of the report, what must be known to read it rightly, and its summary."""

from dataclasses import replace
from typing import Final

from workbench import __version__
from workbench.reports.charts.bars import draw_stacks
from workbench.reports.charts.model import Bars, Stack, Stacks
from workbench.reports.documents.paper import Ink, Line, Paper, Run
from workbench.reports.documents.parts.story import Story
from workbench.reports.ledger_words import completeness_words, ledger_counts
from workbench.reports.outline import ArticleEntry, Share
from workbench.reports.sections import Section
from workbench.reports.summary_words import selection_notice, summary_sentences
from workbench.reports.wording import count, day, hidden_words, joined, minute, sentence_case
from workbench.vocabulary import SCOPE_WARNING

_IN_A_PICTURE: Final = 20
"""How many articles stand in one picture: a page is not longer."""


def write_head(paper: Paper, story: Story) -> None:
    """Write who reviewed it and when it was reported; the notices too, where there is no summary."""
    record, reviewers = story.outline.record, story.outline.reviewers
    who = f"reviewed by {joined(reviewers) or 'nobody yet'}"
    seen = f", as {record.reviewer} may see it" if record.reviewer else ""
    paper.lead(f"Claim review, {who}; reported {minute(record.generated_at)} with claim-workbench {__version__}{seen}.")
    if Section.SUMMARY not in story.parts:
        _write_notices(paper, story)


def write_summary(paper: Paper, story: Story) -> None:
    """Write the report in a few sentences, its figures, and its articles."""
    outline = story.outline
    first, *others = summary_sentences(outline)
    paper.paragraph(first)
    paper.items(others)
    _write_notices(paper, story)
    paper.items(_figures(story))
    paper.notice(completeness_words(outline.completeness))
    write_bars(paper, story.charts.verdicts if paper.draws else None, story.data.verdicts)
    write_bars(paper, story.charts.relations if paper.draws else None, story.data.relations)
    if implied := [_implied(share) for share in outline.relations if share.implied]:
        paper.paragraph(f"Of these pairs, implied by other claims: {joined(implied)}.")
    paper.table(
        ("", "Article", "Publisher", "Published", "Claims", "What became of its sentences"),
        [_article(entry, story) for entry in outline.articles],
        (2, 12, 7, 6, 4, 12),
    )
    if paper.draws:
        write_stacks(paper, "coverage", story.data.coverage)


def write_bars(paper: Paper, svg: str | None, bars: Bars) -> None:
    """Write how often each of a few things is so, as a picture if there is one."""
    if svg:
        paper.picture(svg, bars.title, ", ".join(f"{part.label} {part.number:,}" for part in bars.parts))
    elif bars.parts:
        rows = [(Run(f"{part.glyph} {part.label}", tone=part.tone), f"{part.number:,}") for part in bars.parts]
        paper.table((bars.title, sentence_case(bars.items)), [*rows, ("all", f"{bars.whole:,}")], (3, 2))


def write_stacks(paper: Paper, name: str, stacks: Stacks) -> None:
    """Write what the wholes of several articles consist of, as pictures if they can be drawn; `name` is theirs."""
    if not paper.draws:
        _write_numbers(paper, stacks)
        return
    for first in range(0, len(stacks.rows), _IN_A_PICTURE):
        some = replace(stacks, rows=stacks.rows[first : first + _IN_A_PICTURE])
        if drawing := draw_stacks(f"{name}-{first}", some):
            paper.picture(drawing, some.title, "; ".join(map(_stack, some.rows)))


def _write_numbers(paper: Paper, stacks: Stacks) -> None:
    kinds = stacks.kinds
    labels = {kind.label for kind in kinds}
    rows: list[tuple[Line, ...]] = [
        (
            (Run(row.label, Ink.STRONG), f" {row.words}"),
            *(f"{part.number:,}" for part in row.parts if part.label in labels),
            f"{row.whole:,}",
        )
        for row in stacks.rows
    ]
    header = ("Article", *(f"{kind.glyph} {kind.label}" for kind in kinds), sentence_case(stacks.items))
    paper.paragraph(f"{stacks.title}:")
    paper.table(header, rows, (3, *(2 for _ in kinds), 2))


def _write_notices(paper: Paper, story: Story) -> None:
    record = story.outline.record
    if record.problems:
        paper.notice("Could not be read and is missing here:")
        paper.items(record.problems)
    if told := selection_notice(story.outline):
        paper.notice((Run("A selection: ", Ink.STRONG), told))
    paper.notice((Run("Scope: ", Ink.STRONG), SCOPE_WARNING))
    if record.hidden:
        paper.notice((Run("Blind: ", Ink.STRONG), hidden_words(record.hidden, record.reviewer or "")))


def _figures(story: Story) -> list[Line]:
    outline, progress = story.outline, story.outline.progress
    return [
        f"{count(progress.claims, 'claim')}, {progress.decided:,} with a verdict; {progress.discarded:,} discarded",
        f"{progress.cells_recorded:,} of {count(progress.cells, 'pair')} of a claim and another article looked at",
        f"{count(len(outline.classes), 'class', 'classes')} of claims that say the same",
        count(len(outline.graph.open_warnings), "open warning"),
    ]


def _implied(share: Share) -> str:
    return f"{share.label} {share.implied:,}"


def _stack(row: Stack) -> str:
    return f"{row.label}: " + ", ".join(f"{part.label} {part.number:,}" for part in row.parts if part.number)


def _article(entry: ArticleEntry, story: Story) -> tuple[Line, ...]:
    counts = ", ".join(f"{number:,} {words}" for words, number in ledger_counts(entry) if number)
    return (
        story.article(entry.summary),
        entry.summary.heading,
        entry.summary.publisher or "unknown",
        day(entry.recorded.article.published),
        f"{len(entry.claims):,}",
        count(len(entry.sentences), "sentence") + (f": {counts}" if counts else ""),
    )
