"""Every decision, and where the chains of decisions end."""

from collections.abc import Iterable

from workbench.reports.claim_outline import HistoryEntry
from workbench.reports.documents.paper import Ink, Line, Paper, Run
from workbench.reports.documents.parts.story import Story
from workbench.reports.wording import count, minute


def write_history(paper: Paper, story: Story) -> None:
    """Write all decisions of which the report tells, oldest first."""
    told, everything = story.outline.told_history, story.outline.history
    words = "Every decision, oldest first, with the beginning of its hash. What was taken back stays, marked as undone."
    if len(told) < len(everything):
        words += (
            f" {len(told):,} of {count(len(everything), 'decision')}: those about claims that this report does not "
            "tell of are left out."
        )
    paper.paragraph(words)
    header = ("When", "Who", "About", "Decision", "Hash")
    paper.table(header, [_decision(entry, story) for entry in told], (9, 6, 4, 17, 6))


def write_claim_history(paper: Paper, entries: Iterable[HistoryEntry]) -> None:
    """Write the decisions about one claim."""
    rows = [(minute(e.decision.at), e.decision.reviewer, _what(e), _hash(e)) for e in entries]
    if rows:
        paper.table(("When", "Who", "Decision", "Hash"), rows, (9, 6, 20, 6))


def write_record(paper: Paper, story: Story) -> None:
    """Write where the chains of decisions end."""
    paper.paragraph(
        "Every decision is chained to the one before it by the same reviewer in the same database. A chain cannot show "
        "by itself that its end was cut off: compare these heads with those of a later report."
    )
    chains = story.outline.record.chains
    if not chains:
        paper.paragraph("Nothing has been decided yet.")
    for chain in chains:
        paper.items([(Run(chain.reviewer, Ink.STRONG), f": {count(chain.length, 'decision')}")])
        paper.items([("hash of the last: ", Run(chain.hash, Ink.CODE))], 2)
        paper.items([("database: ", Run(chain.database, Ink.CODE))], 2)


def _decision(entry: HistoryEntry, story: Story) -> tuple[Line, ...]:
    subject = entry.decision.claim
    about: Line = story.claim(subject) if subject in story.outline.numbers else story.outline.subjects.get(subject, "")
    return (minute(entry.decision.at), entry.decision.reviewer, about, _what(entry), _hash(entry))


def _what(entry: HistoryEntry) -> Line:
    words = f"{entry.words} of: {entry.takes_back}" if entry.takes_back else entry.words
    return words if entry.counts else (Run(words, Ink.GONE), Run(" (undone)", Ink.SOFT))


def _hash(entry: HistoryEntry) -> Run:
    return Run(entry.decision.hash[:12], Ink.CODE)
