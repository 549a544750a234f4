"""Newer versions of articles in the Markdown report."""

from workbench.reports.markdown_text import escape, table
from workbench.reports.outline import Outline
from workbench.reports.wording import count
from workbench.vocabulary import ANCHOR_TERMS


def versions_section(outline: Outline) -> list[str]:
    """Return the lines that list the newer versions and the claims that changed; none where there are none."""
    if not outline.versions:
        return []
    lines = ["## Versions", "", "Claims that stand unchanged in the newer version are not listed.", ""]
    for entry in outline.versions:
        version = entry.version
        labels = f"**{version.older.label} → {version.newer.label}**"
        lines += [f"{labels} {escape(str(version))}; {count(version.added, 'new sentence')}.", ""]
        rows = [
            (
                anchor.number,
                f"{ANCHOR_TERMS[anchor.state].glyph} {ANCHOR_TERMS[anchor.state].label}",
                anchor.newer or "",
                anchor.note,
                escape(anchor.words),
            )
            for anchor in entry.anchors
        ]
        header = ("Claim", "Anchor", "Became", "What was decided", "Words in the older version")
        lines += [*table(header, rows), ""] if rows else []
    return lines[:-1]
