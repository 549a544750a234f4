"""`workbench propose`: a language model as a second extractor."""

import os
from dataclasses import asdict

import click

from workbench.cli.options import collection_option, common, existing_database, json_option, opened_review
from workbench.cli.output import say, show_json
from workbench.cli.progress_bar import progress_bar
from workbench.visible import one_line


@click.command("propose", epilog="Example: workbench propose --llm http://localhost:11434/v1 --model qwen3:8b A C")
@click.argument("labels", nargs=-1, metavar="[ARTICLE…]")
@click.option(
    "--llm",
    "url",
    envvar="WORKBENCH_LLM_URL",
    required=True,
    metavar="URL",
    help="Where the model answers.  [WORKBENCH_LLM_URL]",
)
@click.option(
    "--model", envvar="WORKBENCH_LLM_MODEL", required=True, metavar="NAME", help="Which model.  [WORKBENCH_LLM_MODEL]"
)
@click.option(
    "--timeout",
    default=120.0,
    show_default=True,
    type=click.FloatRange(1, 3600),
    help="Seconds that one reply may take.",
)
@collection_option
@json_option
@common
def propose_command(
    labels: tuple[str, ...],
    url: str,
    model: str,
    timeout: float,
    collection: str | None,
    as_json: bool,
    location: str,
    reviewer: str,
) -> None:
    """Ask a language model for claims that the rules passed over.

    The text of the articles (by label or key; else all of the collection) is sent to an OpenAI-compatible server of
    your choice, also one on this machine. What it proposes must stand in the article, else it is dropped and counted;
    every claim of its shows where it came from. A key, where the server wants one, stands in WORKBENCH_LLM_KEY.
    """
    from workbench.llm import Chat, Endpoint
    from workbench.review.naming import keys_named
    from workbench.review.proposals import ask_about

    existing_database(location)
    endpoint = Endpoint(url, model, os.environ.get("WORKBENCH_LLM_KEY") or None, timeout)
    with (
        opened_review(location, reviewer, collection) as review,
        Chat(endpoint) as chat,
        progress_bar("asking") as report,
    ):
        asked = ask_about(review.store, chat, keys_named(labels, review.articles, review.collection), report)
    if as_json:
        show_json(asdict(asked))
        return
    fallen = "".join(f", {count} {reason.replace('_', ' ')}" for reason, count in (asked.dropped or {}).items())
    number = "1 article" if asked.articles == 1 else f"{asked.articles} articles"
    say(
        f"{one_line(model)} proposed {asked.proposed} claims for {number}: "
        f"{asked.added} added, {asked.known} known already{fallen}."
    )
