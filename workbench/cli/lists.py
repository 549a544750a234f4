"""`workbench articles`, `claims`, `collections`: what is in the database."""

import click

from workbench.cli.options import collection_option, common, existing_database, json_option, opened_review, opened_store
from workbench.cli.output import show_json, show_table
from workbench.errors import DecisionError
from workbench.vocabulary import VERDICT_TERMS, Verdict, WorkflowState


@click.command("articles", epilog="Example: workbench articles --collection vostochny")
@collection_option
@json_option
@common
def articles_command(collection: str | None, as_json: bool, location: str, reviewer: str) -> None:
    """List the articles, with their short names."""
    from workbench.articles.plain_reading import reads_plainly
    from workbench.store import facts

    existing_database(location)
    with opened_store(location, read_only=True) as store, store.read() as connection:
        if collection and collection not in {known.name for known in facts.list_collections(connection)}:
            raise DecisionError(f"There is no collection “{collection}”: see workbench collections.")
        articles = facts.list_articles(connection, collection)
    if as_json:
        show_json(
            [
                {
                    "key": article.key,
                    "label": article.label,
                    "name": article.name,
                    "title": article.title,
                    "publisher": article.publisher,
                    "published": article.published.isoformat() if article.published else None,
                    "language": article.language,
                    "plain_rules": reads_plainly(article.language),
                    "sentences": article.sentences,
                    "claims": article.claims,
                    "newer_version": article.newer,
                }
                for article in articles
            ]
        )
        return
    labels = {article.key: article.label for article in articles}
    show_table(
        ("", "key", "published", "claims", "language", "publisher", "title"),
        (
            (
                article.label,
                article.key[:12],
                article.published or "",
                article.claims,
                f"{article.language or ''}{' (plain rules)' if reads_plainly(article.language) else ''}",
                article.publisher or "",
                article.heading + (f" (older version of {labels[article.newer]})" if article.newer in labels else ""),
            )
            for article in articles
        ),
    )


@click.command("claims", epilog="Example: workbench claims --verdict refuted --json")
@collection_option
@click.option("--article", metavar="LABEL", help="Only those of one article, by its short name or key.")
@click.option(
    "--verdict",
    type=click.Choice([*(verdict.value for verdict in Verdict), "none"]),
    help="Only those with this verdict of yours.",
)
@click.option("--state", type=click.Choice([state.value for state in WorkflowState]), help="Only those in this state.")
@click.option("--search", default="", metavar="WORDS", help="Only those that hold all of these words.")
@click.option(
    "--min-checkable",
    type=click.FloatRange(0, 1),
    default=0,
    metavar="SCORE",
    help="Only those that are so surely statements of fact, 0 to 1; claims that nobody scored stay.",
)
@click.option(
    "--min-worth",
    type=click.FloatRange(0, 1),
    default=0,
    metavar="SCORE",
    help="Only those that are so worth checking, 0 to 1; claims that nobody scored stay.",
)
@click.option(
    "--sort",
    type=click.Choice(["reading", "checkable", "worth"]),
    default="reading",
    show_default=True,
    help="In reading order, or by a score, the highest first.",
)
@click.option("--discarded", is_flag=True, help="The discarded ones instead of the others.")
@json_option
@common
def claims_command(
    collection: str | None,
    article: str | None,
    verdict: str | None,
    state: str | None,
    search: str,
    min_checkable: float,
    min_worth: float,
    sort: str,
    discarded: bool,
    as_json: bool,
    location: str,
    reviewer: str,
) -> None:
    """List the claims of a collection, in reading order or by how checkable or worth checking they are."""
    from workbench.review.queue import QueueFilter, QueueOrder, in_order, scored_at_least, select_rows
    from workbench.review.score_words import decimal
    from workbench.store.attribution_rows import attribution_to_json

    existing_database(location)
    with opened_review(location, reviewer, collection) as review:
        labels, rows, others = review.labels, review.queue(), review.others
        numbers = review.context.numbers()
        made = {state.key: state.claim for state in review.states()} if as_json else {}
    which = QueueFilter.DISCARDED if discarded else QueueFilter.ALL
    scored = scored_at_least(select_rows(rows, which, others, search), min_checkable, min_worth)
    shown = [
        row
        for row in in_order(scored, QueueOrder(sort))
        if (article is None or article == labels[row.article] or row.article.startswith(article))
        and (verdict is None or verdict == (row.own_verdict or "none"))
        and (state is None or row.state == state)
    ]
    if as_json:
        show_json(
            [
                {
                    "key": row.key,
                    "number": numbers[row.key],
                    "article": row.article,
                    "text": row.text,
                    "asserter": row.asserter,
                    "origin": row.origin,
                    "attributions": [attribution_to_json(item) for item in made[row.key].attributions],
                    "checkable": row.checkable,
                    "checkworthiness": row.checkworthiness,
                    "state": row.state,
                    "verdict": row.own_verdict,
                    "relations": row.relations,
                    "assigned": row.assigned,
                    "discarded": row.discarded,
                    "anchor": row.anchor,
                }
                for row in shown
            ]
        )
        return
    show_table(
        ("", "key", "verdict", "check", "worth", "asserter", "claim"),
        (
            (
                numbers[row.key],
                row.key[:8],
                VERDICT_TERMS[row.own_verdict].label if row.own_verdict else "·",
                "" if row.checkable is None else decimal(row.checkable),
                "" if row.checkable is None else decimal(row.checkworthiness),
                row.asserter or "",
                row.text,
            )
            for row in shown
        ),
    )


@click.command("collections", epilog="Example: workbench collections --json")
@json_option
@common
def collections_command(as_json: bool, location: str, reviewer: str) -> None:
    """List the collections."""
    from workbench.store import facts

    existing_database(location)
    with opened_store(location, read_only=True) as store, store.read() as connection:
        collections = facts.list_collections(connection)
    if as_json:
        show_json([{"name": c.name, "articles": c.articles, "claims": c.claims} for c in collections])
    else:
        show_table(("articles", "claims", "name"), ((c.articles, c.claims, c.name) for c in collections))
