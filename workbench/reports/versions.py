"""What a readable report tells of newer versions: which there are, and which claims changed from one to the next."""

from workbench.reports.outline import AnchorEntry, VersionEntry
from workbench.reports.record import Record
from workbench.review.versions import ClaimAnchor, build_version
from workbench.vocabulary import FACET_LABELS, AnchorState


def version_entries(record: Record, numbers: dict[str, str]) -> tuple[VersionEntry, ...]:
    """Return the versions of a record; `numbers` are those of its claims by key."""
    summaries = {recorded.key: recorded.summary for recorded in record.articles}
    entries = []
    for change in record.versions:
        older_claims = [state for state in record.claims if state.claim.article == change.older]
        version = build_version(change, summaries, older_claims)
        changed = [anchor for anchor in version.anchors if anchor.carried.state is not AnchorState.EXACT]
        entries.append(VersionEntry(version, tuple(_anchor_entry(anchor, numbers) for anchor in changed)))
    return tuple(entries)


def _anchor_entry(anchor: ClaimAnchor, numbers: dict[str, str]) -> AnchorEntry:
    carried = anchor.carried
    return AnchorEntry(
        anchor.older.key,
        numbers[anchor.older.key],
        numbers.get(carried.newer or ""),
        carried.state,
        anchor.older.claim.text,
        anchor_note(anchor),
    )


def anchor_note(anchor: ClaimAnchor) -> str:
    """Return what the state of an anchor means for what was decided; "" where nothing was."""
    differs = ", ".join(FACET_LABELS[facet] for facet in anchor.carried.differs)
    if differs:
        return f"not carried over: {differs} differs"
    if not anchor.decided:
        return ""
    return "carried over" if anchor.carried.carries else "decided, not carried over"
