"""The command `workbench`, and which commands it has; each is imported only when it is called."""

from importlib import import_module
from typing import Final

import click

from workbench import __version__
from workbench.cli.options import common, embeddings_option

_COMMANDS: Final = {
    "review": ("screens", "Read the files (if any) and open the review screen."),
    "demo": ("screens", "Look around in a throw-away copy of the demo collection."),
    "add": ("reading", "Read articles into the database."),
    "articles": ("lists", "List the articles."),
    "claims": ("lists", "List the claims."),
    "collections": ("lists", "List the collections."),
    "versions": ("versions", "List newer versions of articles, and what became of each claim."),
    "propose": ("proposing", "Ask a language model for claims that the rules passed over."),
    "import": ("importing", "Take in a whole project, or claims from elsewhere."),
    "merge": ("merging", "Take in another database of the same articles."),
    "export": ("interchange", "Write a report, the whole project, or data for other tools."),
    "policy": ("team", "Say how many votes a claim needs, and whether it is reviewed blind."),
    "assign": ("team", "Assign claims to a reviewer."),
    "take": ("team", "Take the next free claim."),
    "disputes": ("disputes", "List what reviewers disagree on."),
    "settle": ("disputes", "Settle what reviewers disagree on."),
    "status": ("progress", "Say how far the review has come."),
    "history": ("progress", "List decisions, newest first."),
    "undo": ("progress", "Take back your latest decision."),
    "db": ("database", "Look after the database."),
}


class LazyGroup(click.Group):
    """A group whose commands are imported when they are needed, so that --help is quick."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the names of all commands, in the order of use."""
        return list(_COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Return a command by its name, or None."""
        if cmd_name not in _COMMANDS:
            return None
        module = import_module(f"workbench.cli.{_COMMANDS[cmd_name][0]}")
        command: click.Command = getattr(module, f"{cmd_name}_command")
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the list of commands without importing any."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, short) for name, (_, short) in _COMMANDS.items()])


@click.group(
    cls=LazyGroup,
    invoke_without_command=True,
    context_settings={"help_option_names": ["-h", "--help"]},
    epilog="Example: workbench review articles/*.txt",
)
@common
@embeddings_option
@click.version_option(__version__, prog_name="workbench")
@click.pass_context
def workbench(context: click.Context, location: str, reviewer: str, embeddings: str | None) -> None:
    """Verify the claims of many articles about one event.

    Without a command, the review screen opens on your database.
    """
    if context.invoked_subcommand is None:
        from workbench.cli.screens import open_screen

        open_screen(location, reviewer, embeddings=embeddings)
