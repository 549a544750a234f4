"""`workbench versions`: which articles are newer versions of others, and what became of the older claims."""

from typing import TYPE_CHECKING, Any

import click

from workbench.cli.options import collection_option, common, existing_database, json_option, opened_store
from workbench.cli.output import show_json, show_table
from workbench.errors import DecisionError
from workbench.visible import one_line
from workbench.vocabulary import ANCHOR_TERMS, AnchorState

if TYPE_CHECKING:
    from workbench.review.versions import ClaimAnchor, Version


@click.command("versions", epilog="Example: workbench versions --state orphaned")
@collection_option
@click.option("--state", type=click.Choice([state.value for state in AnchorState]), help="Only claims in this state.")
@json_option
@common
def versions_command(collection: str | None, state: str | None, as_json: bool, location: str, reviewer: str) -> None:
    """List the newer versions of articles, and what became of each claim of the older ones.

    A claim is exact (its words stand in the newer version), relocated (lightly edited), ambiguous (several places do
    equally well) or orphaned (nowhere). What was decided about exact and relocated claims counts for the newer version,
    unless the words say something else there, as another number; all others stay to be looked at.
    """
    from workbench.review.versions import load_versions
    from workbench.store import facts

    existing_database(location)
    with opened_store(location, read_only=True) as store:
        with store.read() as connection:
            known = {each.name for each in facts.list_collections(connection)}
        if collection and collection not in known:
            raise DecisionError(f"There is no collection “{collection}”: see workbench collections.")
        versions = load_versions(store, collection, reviewer)
    if as_json:
        show_json([version_counts(version) | {"anchors": _anchors(version, state)} for version in versions])
        return
    for version in versions:
        labels = f"{version.older.label} → {version.newer.label}"
        click.echo(one_line(f"{labels}  {version}; {version.added} new sentences"))
        show_table(("", "", "", "", ""), (_row(anchor) for anchor in version.anchors if _wanted(anchor, state)))


def version_counts(version: "Version") -> dict[str, Any]:
    """Return which articles they are, and how many claims are in which state, as JSON has it."""
    return {
        "newer": version.newer.key,
        "older": version.older.key,
        "new_sentences": version.added,
        **{state.value: number for state, number in version.counts.items()},
    }


def _wanted(anchor: "ClaimAnchor", state: str | None) -> bool:
    return state is None or anchor.carried.state == state


def _anchors(version: "Version", state: str | None) -> list[dict[str, Any]]:
    return [
        {
            "claim": anchor.older.key,
            "text": anchor.older.claim.text,
            "state": anchor.carried.state,
            "newer_claim": anchor.carried.newer,
            "start": anchor.carried.start,
            "end": anchor.carried.end,
            "newer_text": anchor.carried.text,
            "candidates": [list(span) for span in anchor.carried.candidates],
            "differs": list(anchor.carried.differs),
            "decided": anchor.decided,
            "carried_over": anchor.carried.carries,
        }
        for anchor in version.anchors
        if _wanted(anchor, state)
    ]


def _row(anchor: "ClaimAnchor") -> tuple[str, ...]:
    from workbench.reports.versions import anchor_note

    term, carried = ANCHOR_TERMS[anchor.carried.state], anchor.carried
    glyph = f"  {term.glyph} {term.label}"
    return (glyph, anchor.older.key[:8], (carried.newer or "")[:8], anchor_note(anchor), anchor.older.text)
