"""`workbench disputes` and `settle`: what reviewers disagree on, and what holds."""

from dataclasses import asdict
from typing import TYPE_CHECKING, Any

import click

from workbench.cli.options import OneOf, collection_option, common, existing_database, json_option, opened_review
from workbench.cli.output import say, show_json, show_table
from workbench.cli.team import claims_named
from workbench.vocabulary import (
    RELATION_TERMS,
    VERDICT_TERMS,
    Confidence,
    DisagreementReason,
    NotCheckableReason,
    Relation,
    Verdict,
)

if TYPE_CHECKING:
    from workbench.review.disputes import Dispute, Position


@click.command("disputes", epilog="Example: workbench disputes --json")
@collection_option
@json_option
@common
def disputes_command(collection: str | None, as_json: bool, location: str, reviewer: str) -> None:
    """List the claims on which reviewers disagree, the lowest agreement first, those left open last.

    Agreement is the share of agreeing pairs among the votes on a claim and the relations recorded for each article.
    """
    existing_database(location)
    with opened_review(location, reviewer, collection) as review:
        disputes, numbers, labels = review.team.disputes(), review.context.numbers(), review.labels
    if as_json:
        show_json([_as_json(dispute, numbers[dispute.key]) for dispute in disputes])
        return
    show_table(
        ("", "key", "agreement", "", "claim and positions"),
        (
            (
                numbers[dispute.key],
                dispute.key[:8],
                f"{dispute.agreement:.0%}",
                "left open" if dispute.left_open else "",
                f"{dispute.state.text} ({'; '.join(_differences(dispute, labels))})",
            )
            for dispute in disputes
        ),
    )


@click.command("settle", epilog="Example: workbench settle A-3 --verdict refuted --because missed_evidence")
@click.argument("name", metavar="CLAIM")
@click.option("--verdict", type=OneOf(Verdict), help="The verdict that holds.")
@click.option("--article", metavar="LABEL", help="Settle what this other article does, by its short name or key.")
@click.option("--relation", type=OneOf(Relation), help="With --article: the relation that holds.")
@click.option("--open", "left_open", is_flag=True, help="Nothing holds: it was looked at, and is left open.")
@click.option("--because", type=OneOf(DisagreementReason), help="Why reviewers disagreed.")
@click.option(
    "--confidence", type=OneOf(Confidence), default=Confidence.HIGH.value, show_default=True, help="How sure."
)
@click.option("--note", metavar="WORDS", help="What others should know of it.")
@click.option(
    "--not-checkable",
    type=OneOf(NotCheckableReason),
    help="With --verdict not_checkable: why, if no vote says so.",
)
@click.option(
    "--unsupported",
    metavar="WORDS",
    help="With --verdict partially_supported: what is not supported, if no vote says so.",
)
@collection_option
@common
def settle_command(
    name: str,
    verdict: Verdict | None,
    article: str | None,
    relation: Relation | None,
    left_open: bool,
    because: DisagreementReason | None,
    confidence: Confidence,
    note: str | None,
    not_checkable: NotCheckableReason | None,
    unsupported: str | None,
    collection: str | None,
    location: str,
    reviewer: str,
) -> None:
    """Settle what reviewers disagree on: the verdict on a claim, or what another article does with it.

    CLAIM is its number in lists and reports, such as A-3, or the beginning of its key. A later vote, or a later
    relation for that article, opens it again.
    """
    from workbench.review.naming import keys_named

    _check_usage(verdict, article, relation, left_open)
    existing_database(location)
    with opened_review(location, reviewer, collection) as review:
        (key,) = claims_named(review, [name])
        if article is None:
            draft = review.team.draft_settle(key, verdict, because, confidence, note, not_checkable, unsupported)
        else:
            (other,) = keys_named([article], review.articles, review.collection)
            draft = review.team.draft_settle_cell(key, other, relation, because, confidence, note)
        say(review.record(draft).message)


def _check_usage(verdict: Verdict | None, article: str | None, relation: Relation | None, left_open: bool) -> None:
    if (article is None) != (relation is None) and not (left_open and relation is None):
        raise click.UsageError("--article and --relation go together.")
    if sum([verdict is not None, relation is not None, left_open]) != 1:
        raise click.UsageError("Say what holds: --verdict, or --article and --relation, or --open.")


def _differences(dispute: "Dispute", labels: dict[str, str]) -> list[str]:
    votes = {position.reviewer: position.vote for position in dispute.positions if position.vote}
    parts = [f"{who}: {VERDICT_TERMS[vote.verdict].label}" for who, vote in votes.items()] if dispute.verdicts else []
    for article in dispute.cells:
        given = dispute.relations_with(article).items()
        label = labels.get(article, article[:8])
        parts += [f"{label} {who}: {RELATION_TERMS[agreement.relation].label}" for who, agreement in given]
    return parts


def _as_json(dispute: "Dispute", number: str) -> dict[str, Any]:
    return {
        "claim": dispute.key,
        "number": number,
        "text": dispute.state.text,
        "agreement": dispute.agreement,
        "verdicts": dispute.verdicts,
        "cells": list(dispute.cells),
        "left_open": dispute.left_open,
        "positions": [_position(position) for position in dispute.positions],
    }


def _position(position: "Position") -> dict[str, Any]:
    from workbench.store.decisions import format_time

    def plain(fields: dict[str, Any]) -> dict[str, Any]:
        return {name: format_time(value) if name == "at" else value for name, value in fields.items()}

    return {
        "reviewer": position.reviewer,
        "vote": plain(asdict(position.vote)) if position.vote else None,
        **{
            name: [plain(asdict(each)) for each in getattr(position, name)] for name in ("agreements", "links", "notes")
        },
    }
