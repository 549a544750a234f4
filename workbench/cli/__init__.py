"""The commands. `main` is the one edge at which errors become one line and an exit status."""

import os
import sys

import click

from workbench.cli.root import workbench
from workbench.errors import WorkbenchError
from workbench.visible import one_line

__all__ = ["main"]

_COULD_NOT = 1
_WRONG_USAGE = 2
_INTERRUPTED = 130


def main(arguments: list[str] | None = None) -> None:
    """Run the command and exit: 0 done, 1 it could not, 2 wrong usage."""
    try:
        status = workbench.main(args=arguments, prog_name="workbench", standalone_mode=False)
        sys.exit(status if isinstance(status, int) else 0)
    except click.exceptions.Exit as leaving:
        sys.exit(leaving.exit_code)
    except click.Abort:
        _fail("interrupted", _INTERRUPTED)
    except click.ClickException as error:
        hint = f" See {error.ctx.command_path} --help." if isinstance(error, click.UsageError) and error.ctx else ""
        _fail(error.format_message() + hint, _WRONG_USAGE)
    except WorkbenchError as error:
        _fail(str(error), _COULD_NOT)
    except BrokenPipeError:
        # Whoever read the output has seen enough; Python would complain about the pipe once more at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(_COULD_NOT)
    except Exception as error:
        # The edge of the program: a fault of our own is one line, without the local variables of a traceback.
        if os.environ.get("WORKBENCH_DEBUG"):
            raise
        _fail(f"stopped on an error of its own: {type(error).__name__}: {error}", _COULD_NOT)


def _fail(message: str, status: int) -> None:
    click.echo(f"workbench: {one_line(message)}", err=True)
    sys.exit(status)
