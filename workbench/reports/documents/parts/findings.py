"""What the report says of the whole: what an editor would ask, where claims come from, what newer versions changed."""

from workbench.reports.charts.tones import Tone
from workbench.reports.documents.paper import Ink, Line, Paper, Run, listed
from workbench.reports.documents.parts.story import Story, flowing
from workbench.reports.outline import AnchorEntry, VersionEntry, WarningGroup
from workbench.reports.record_graph import OriginUse
from workbench.reports.wording import count, sentence_case
from workbench.vocabulary import ANCHOR_TERMS, ORIGIN_KIND_TERMS, ORIGIN_LAYER_TERMS, WARNING_TERMS, OriginLayer


def write_warnings(paper: Paper, story: Story) -> None:
    """Write the warnings by kind, with the claims of which any is open."""
    paper.paragraph("What a careful editor would ask about, and what was waived with a reason.")
    header = ("Warning", "Meaning", "Open", "Waived", "Claims with an open one")
    paper.table(header, [_warning(group, story) for group in story.outline.warnings], (6, 9, 2, 3, 7))


def write_origins(paper: Paper, story: Story) -> None:
    """Write the confirmed origins, and what falls with each."""
    paper.paragraph(
        "As reviewers confirmed them. What nobody confirmed is unknown, and counts as no independent origin."
    )
    header = ("Origin", "Of", "Articles", "If it falls, these claims fall", "These lose one of several")
    paper.table(header, [_origin(use, story) for use in story.outline.graph.origins], (6, 4, 4, 6, 6))


def write_versions(paper: Paper, story: Story) -> None:
    """Write which articles are newer versions of others, and which claims changed."""
    paper.paragraph("Claims that stand unchanged in the newer version are not listed.")
    for entry in story.outline.versions:
        _write_version(paper, entry, story)


def _warning(group: WarningGroup, story: Story) -> tuple[Line, ...]:
    term = WARNING_TERMS[group.kind]
    return (
        Run(f"{term.glyph} {sentence_case(term.label)}", tone=Tone.MIXED),
        term.definition,
        f"{len(group.open):,}",
        f"{group.waived:,}",
        story.numbered(warning.claim for warning in group.open),
    )


def _origin(use: OriginUse, story: Story) -> tuple[Line, ...]:
    origin, summaries = use.origin, story.outline.graph.summaries
    kinds = ", ".join(ORIGIN_KIND_TERMS[kind].label for kind in origin.kinds)
    labels = listed((story.article(summary) for key, summary in summaries.items() if key in origin.articles), " ")
    layer = ORIGIN_LAYER_TERMS[origin.layer]
    first: tuple[Line, ...] = ((Run(origin.name, Ink.STRONG), f" ({kinds})"), f"{layer.glyph} {layer.label}", labels)
    if origin.layer is OriginLayer.WORDS:
        return (*first, f"nothing: {count(origin.claims, 'claim')} in its words", "")
    falling, weakened = (
        story.numbered(state.key for state in states) for states in (use.falls.falling, use.falls.weakened)
    )
    return (*first, falling, weakened)


def _write_version(paper: Paper, entry: VersionEntry, story: Story) -> None:
    version = entry.version
    labels = (story.article(version.older), Run(" → ", Ink.STRONG), story.article(version.newer))
    paper.paragraph((*labels, f" {version}; {count(version.added, 'new sentence')}."))
    if entry.anchors:
        header = ("Claim", "Anchor", "Became", "What was decided", "Words in the older version")
        paper.table(header, [_anchor(anchor, story) for anchor in entry.anchors], (3, 4, 3, 6, 12))


def _anchor(anchor: AnchorEntry, story: Story) -> tuple[Line, ...]:
    term = ANCHOR_TERMS[anchor.state]
    return (
        story.claim(anchor.key),
        f"{term.glyph} {term.label}",
        anchor.newer or "",
        anchor.note,
        flowing(anchor.words),
    )
