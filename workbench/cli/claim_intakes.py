"""What became of claims from elsewhere: where each stands, and why some were not taken in."""

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

from workbench.cli.output import say, show_json, show_table

if TYPE_CHECKING:
    from workbench.review.claim_intake import AnchoredClaim, ClaimIntake


def show_intake(intake: "ClaimIntake", labels: Mapping[str, str], *, as_json: bool) -> None:
    """Print a line for every claim, those that were left out with the reason, and how many of each there are."""
    if as_json:
        show_json([_plain(found) for found in intake.claims])
    else:
        head = ("from", "anchor", "article", "characters", "became", "claim")
        show_table(head, _rows(intake, labels))
    added, known, left_out = len(intake.added), len(intake.known), len(intake.left_out)
    say(f"Claims added: {added}, already there: {known}, left out: {left_out}.")
    if intake.drafts:
        say("workbench undo takes all of it back.")


def _rows(intake: "ClaimIntake", labels: Mapping[str, str]) -> Iterator[tuple[str, ...]]:
    for found in intake.claims:
        label = labels.get(found.article or "", "")
        place = "" if found.start is None else f"{found.start}–{found.end}"
        text = f"{found.imported.text}  ({found.reason})" if found.reason else found.imported.text
        yield found.imported.origin, found.state, label, place, _fate(found), text


def _fate(found: "AnchoredClaim") -> str:
    if found.claim is None:
        return "left out"
    return "already there" if found.known else "added"


def _plain(found: "AnchoredClaim") -> dict[str, Any]:
    return {
        "from": found.imported.origin,
        "text": found.imported.text,
        "anchor": found.state.value,
        "article": found.article,
        "start": found.start,
        "end": found.end,
        "claim": found.claim,
        "became": _fate(found),
        "reason": found.reason,
    }
