"""`workbench status`, `history` and `undo`: how far the review has come, and the decision log."""

from collections.abc import Iterator
from dataclasses import asdict
from typing import TYPE_CHECKING

import click

from workbench.cli.options import collection_option, common, existing_database, json_option, opened_review
from workbench.cli.output import say, show_json, show_table
from workbench.errors import DecisionError
from workbench.vocabulary import RELATION_TERMS, VERDICT_TERMS

if TYPE_CHECKING:
    from workbench.review.ledger import Completeness


@click.command("status", epilog="Example: workbench status --json")
@collection_option
@json_option
@common
def status_command(collection: str | None, as_json: bool, location: str, reviewer: str) -> None:
    """Say how far the review has come, and how far reviewers agree.

    Raw agreement, Cohen's kappa (κ, of two) and Krippendorff's alpha (α), each with its 95 % bootstrap interval, over
    the claims and cells that several reviewers decided about and that you may see.
    """
    from workbench.review.reviewer_agreement import agreement_lines

    existing_database(location)
    with opened_review(location, reviewer, collection) as review:
        progress, articles, name = review.progress(), len(review.current), review.collection
        completeness = review.ledger.completeness()
        agreements = review.team.agreements()
    if as_json:
        show_json(
            {
                "collection": name,
                "articles": articles,
                "claims": progress.claims,
                "decided": progress.decided,
                "discarded": progress.discarded,
                "cells": progress.cells,
                "cells_recorded": progress.cells_recorded,
                "verdicts": dict(progress.verdicts),
                "relations": dict(progress.relations),
                "states": dict(progress.states),
                "votes": dict(progress.votes),
                "complete": completeness.complete,
                "missing": list(completeness.told()),
                "agreement": asdict(agreements),
            }
        )
        return
    rows: list[tuple[str, str]] = [
        ("collection", name),
        ("articles", str(articles)),
        ("claims with a verdict", f"{progress.decided} of {progress.claims} ({progress.discarded} discarded)"),
        ("cells recorded", f"{progress.cells_recorded} of {progress.cells}"),
        *_completeness_rows(completeness),
    ]
    rows += [(VERDICT_TERMS[verdict].label, str(count)) for verdict, count in sorted(progress.verdicts.items())]
    rows += [(RELATION_TERMS[relation].label, str(count)) for relation, count in sorted(progress.relations.items())]
    rows += [(f"votes of {who}", str(count)) for who, count in sorted(progress.votes.items())]
    for what, measured, items in (
        ("verdicts", agreements.verdicts, "claims"),
        ("relations", agreements.relations, "cells"),
    ):
        rows += [(f"agreement on {what}: {who}", words) for who, words in agreement_lines(measured, items)]
    show_table(("", ""), rows)


def _completeness_rows(completeness: "Completeness") -> Iterator[tuple[str, str]]:
    """Yield whether the collection is complete, and a row for each kind of thing that is missing."""
    yield "complete", "yes" if completeness.complete else "no"
    yield from (("missing", line) for line in completeness.told())


@click.command("history", epilog="Example: workbench history --limit 20")
@click.option("--claim", metavar="KEY", help="Only decisions about one claim.")
@click.option("--limit", type=click.IntRange(min=1), default=None, help="At most so many.")
@json_option
@common
def history_command(claim: str | None, limit: int | None, as_json: bool, location: str, reviewer: str) -> None:
    """List decisions, newest first; undone ones too, for nothing leaves the log."""
    from workbench.review.describe import describe
    from workbench.store.decisions import format_time
    from workbench.store.payloads import payload_to_json

    existing_database(location)
    with opened_review(location, reviewer) as review:
        decisions, labels = review.history(claim, limit), review.labels
    if as_json:
        show_json(
            [
                {
                    "id": decision.id,
                    "reviewer": decision.reviewer,
                    "at": format_time(decision.at),
                    "kind": decision.kind,
                    "claim": decision.claim,
                    "payload": payload_to_json(decision.payload),
                    "undoes": decision.undoes,
                    "hash": decision.hash,
                }
                for decision in decisions
            ]
        )
        return
    show_table(
        ("at (UTC)", "reviewer", "claim", "decision"),
        (
            (f"{decision.at:%Y-%m-%d %H:%M:%S}", decision.reviewer, decision.claim[:8], describe(decision, labels))
            for decision in decisions
        ),
    )


@click.command("undo", epilog="Example: workbench undo")
@click.option("--redo", is_flag=True, help="Take back the latest undo instead.")
@common
def undo_command(redo: bool, location: str, reviewer: str) -> None:
    """Take back what you did last, in one step; it stays in the log, and so does the undo."""
    existing_database(location)
    with opened_review(location, reviewer) as review:
        action = review.draft_redo() if redo else review.draft_undo()
        if not action:
            raise DecisionError(f"{reviewer} has nothing to {'redo' if redo else 'undo'} in this database.")
        say(review.record(*action).message)
