"""`workbench policy`, `assign` and `take`: how a collection is reviewed by several, and who votes on what."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

import click

from workbench.cli.options import collection_option, common, existing_database, json_option, opened_review
from workbench.cli.output import say, show_json, show_table

if TYPE_CHECKING:
    from workbench.review.session import Review


@click.command("policy", epilog="Example: workbench policy --votes 2 --blind --adjudicator noor")
@click.option("--votes", type=int, metavar="N", help="So many votes a claim needs until it is final, 1 to 9.")
@click.option("--blind/--no-blind", default=None, help="Whether others' decisions are hidden until one has voted.")
@click.option(
    "--adjudicator",
    "adjudicators",
    multiple=True,
    metavar="NAME",
    help="Who sees everything, settles disputes and does not vote, where it is blind; may be repeated.",
)
@click.option("--no-adjudicator", is_flag=True, help="Whoever has voted may settle.")
@collection_option
@json_option
@common
def policy_command(
    votes: int | None,
    blind: bool | None,
    adjudicators: tuple[str, ...],
    no_adjudicator: bool,
    collection: str | None,
    as_json: bool,
    location: str,
    reviewer: str,
) -> None:
    """Say how a collection is reviewed, or change it.

    What you do not name stays as it is. Blind means that nobody sees what others decided about a claim, on screen, in
    lists or in exports, before having voted on it.
    """
    if no_adjudicator and adjudicators:
        raise click.UsageError("Name adjudicators, or none.")
    existing_database(location)
    with opened_review(location, reviewer, collection) as review:
        before, name = review.team.policy(), review.collection
        is_blind = before.blind if blind is None else blind
        if adjudicators and not is_blind:
            raise click.UsageError("--adjudicator goes with --blind.")
        keep = is_blind and not no_adjudicator
        chosen = adjudicators or (before.adjudicators if keep else ())
        wanted = (before.votes if votes is None else votes, is_blind, tuple(dict.fromkeys(chosen)))
        if wanted != (before.votes, before.blind, before.adjudicators):
            say(review.record(review.team.draft_policy(*wanted)).message)
    asked, is_blind, settling = wanted
    if as_json:
        show_json({"collection": name, "votes": asked, "blind": is_blind, "adjudicators": list(settling)})
        return
    show_table(
        ("", ""),
        (
            ("collection", name),
            ("votes a claim needs", str(asked)),
            ("blind", "yes" if is_blind else "no"),
            ("disputes are settled by", ", ".join(settling) or "whoever has voted"),
        ),
    )


@click.command("assign", epilog="Example: workbench assign A-3 B-1 --to noor")
@click.argument("names", nargs=-1, required=True, metavar="CLAIM…")
@click.option("--to", "assignee", required=True, metavar="NAME", help="Who is to vote on them.")
@click.option("--remove", is_flag=True, help="That reviewer need not vote on them any more.")
@collection_option
@common
def assign_command(
    names: tuple[str, ...], assignee: str, remove: bool, collection: str | None, location: str, reviewer: str
) -> None:
    """Assign claims to a reviewer, in one step that one undo takes back.

    CLAIM is its number in lists and reports, such as A-3, or the beginning of its key. Nobody else gets it from
    workbench take until that reviewer has voted on it.
    """
    existing_database(location)
    with opened_review(location, reviewer, collection) as review:
        keys, team = claims_named(review, names), review.team
        drafts = team.draft_unassign(keys, assignee) if remove else team.draft_assign(keys, assignee)
        say(review.record(*drafts).message)


@click.command("take", epilog="Example: workbench take --reviewer noor")
@collection_option
@json_option
@common
def take_command(collection: str | None, as_json: bool, location: str, reviewer: str) -> None:
    """Take the next free claim, and print it.

    It is one that is assigned to you, or else the first that needs votes, has none of yours, and is held by nobody
    else. Two who take at the same time never get the same. The next one comes when you have voted.
    """
    existing_database(location)
    with opened_review(location, reviewer, collection) as review:
        outcome = review.team.take_next()
        if outcome is None:
            say("Nothing is left for you to take.")
            return
        say(outcome.message)
        state, number = review.context.state(outcome.claim), review.context.numbers()[outcome.claim]
    if as_json:
        show_json({"key": state.key, "number": number, "article": state.claim.article, "text": state.text})
    else:
        show_table(("", "", ""), [(number, state.key[:8], state.text)])


def claims_named(review: "Review", names: Iterable[str]) -> tuple[str, ...]:
    """Return the keys of the claims of a collection with these numbers or keys.

    Raises:
        DecisionError: there is no such claim, or there are several.
    """
    from workbench.review.naming import claim_named

    numbers = review.context.numbers()
    return tuple(claim_named(name, numbers, review.collection) for name in names)
