"""Questions that concern the whole program: how to start, and which collection to go on in."""

import shlex
from pathlib import Path

from workbench.tui.dialogs import Ask, Choice, PickOne
from workbench.tui.shell import Leaving, Shell


def offer_a_start(app: Shell) -> None:
    """Offer the demo, or adding articles."""

    def answered(answer: str | None) -> None:
        if answer == "add":
            _ask_for_articles(app)
        else:
            app.exit(Leaving.DEMO if answer == Leaving.DEMO else None)

    choices = [
        Choice("d", Leaving.DEMO, "look around in the demo", "seven short articles; nothing is kept"),
        Choice("a", "add", "add articles", "files, folders or globs of text, pages, mails, Word, PDF"),
        Choice("q", "quit", "quit"),
    ]
    message = "There are no articles in this database yet."
    app.open_dialog(PickOne("Welcome to the workbench", choices, message), answered)


def _ask_for_articles(app: Shell) -> None:
    def answered(answer: str | None) -> None:
        if answer is None:
            offer_a_start(app)
        else:
            app.start_reading(_paths(answer))

    app.open_dialog(Ask("Add articles", "Files, folders or globs, separated by spaces."), answered)


def _paths(typed: str) -> tuple[str, ...]:
    """Return the paths of a line, quoted as in a shell; a quote that is never closed is a part of the name."""
    try:
        words = shlex.split(typed)
    except ValueError:
        words = typed.split()
    return tuple(str(Path(word).expanduser()) for word in words)


def ask_for_collection(app: Shell) -> None:
    """Ask which collection to go on in."""
    review = app.gateway.review

    async def answered(answer: str | None) -> None:
        if answer is not None:
            await app.gateway.call(review.choose, answer)
            await app.go("review")

    choices = [
        Choice(str(at) if at < 10 else "", known.name, known.name, f"{known.articles} articles, {known.claims} claims")
        for at, known in enumerate(review.collections(), start=1)
    ]
    if choices:
        app.open_dialog(PickOne("Collections", choices, chosen=review.collection), answered)
