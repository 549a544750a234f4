"""A report laid out by a template of one's own (Jinja2), from what the built-in ones are made of.

A template may come from somebody else, so it runs in Jinja2's sandbox: it can read what a report tells, and nothing
else; it cannot change it, and finds files only beside itself. docs/templates.md says what it is given.
"""

import traceback
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from workbench.errors import ReportError
from workbench.reports.format_names import ExportFormat
from workbench.reports.markdown_text import escape
from workbench.reports.record import Record
from workbench.reports.templating import furnish, page_data
from workbench.visible import one_line

if TYPE_CHECKING:
    from jinja2.sandbox import ImmutableSandboxedEnvironment

_LONGEST: Final = 10_000_000
"""A text, or a list, that a template may make by multiplying: more is a mistake, or meant to fill the memory."""


def render_own(record: Record, template: Path, wanted: ExportFormat) -> str:
    """Return the report of `record` as the file `template` lays it out.

    Raises:
        ReportError: the file cannot be read, is no template, or asks for something that there is not or it must not do;
            the line says where.
    """
    import jinja2  # late: nothing slow before it is needed

    environment = _environment(template.parent, wanted)
    try:
        return environment.get_template(template.name).render(page_data(record)).rstrip("\n") + "\n"
    except jinja2.TemplateNotFound as error:
        raise ReportError(_not_found(template, error.message or "")) from error
    except jinja2.TemplateSyntaxError as error:
        place = f"{one_line(error.filename or template.name)}, line {error.lineno}"
        raise ReportError(f"{place}: {one_line(error.message or 'it is no template')}.") from error
    except UnicodeDecodeError as error:
        raise ReportError(f"{one_line(str(template))} cannot be read: it is not UTF-8 text.") from error
    except (jinja2.TemplateError, ArithmeticError, LookupError, TypeError, ValueError, RecursionError) as error:
        raise ReportError(f"{_place_of(error, template)}: {one_line(str(error)) or 'it goes wrong'}.") from error
    except OSError as error:
        raise ReportError(f"{one_line(str(template))} cannot be read: {error.strerror or error}.") from error


def _environment(folder: Path, wanted: ExportFormat) -> "ImmutableSandboxedEnvironment":
    from jinja2 import ChoiceLoader, FileSystemLoader, PackageLoader, StrictUndefined

    environment = _sandbox()(
        loader=ChoiceLoader([FileSystemLoader(folder), PackageLoader("workbench.reports")]),
        autoescape=wanted is ExportFormat.HTML,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    furnish(environment)
    environment.filters["md"] = escape
    return environment


def _sandbox() -> "Callable[..., ImmutableSandboxedEnvironment]":
    from jinja2.exceptions import SecurityError
    from jinja2.sandbox import ImmutableSandboxedEnvironment

    class Sandbox(ImmutableSandboxedEnvironment):
        """Jinja2's sandbox, in which nothing grows without bounds either."""

        intercepted_binops = frozenset({"*", "**"})

        def call_binop(self, context: Any, operator: str, left: Any, right: Any) -> Any:
            if operator == "**" or _size(left) * _size(right) > _LONGEST:
                raise SecurityError(f"“{operator}” would make too much of it")
            return super().call_binop(context, operator, left, right)

    return Sandbox


def _size(value: Any) -> int:
    """How much of something there is: the length of texts and lists, the number itself of numbers."""
    return len(value) if hasattr(value, "__len__") else abs(int(value))


def _not_found(template: Path, name: str) -> str:
    if name == template.name:
        return f"There is no template {one_line(str(template))}."
    return f"{one_line(str(template))} asks for “{one_line(name)}”, which is neither beside it nor built in."


def _place_of(error: BaseException, template: Path) -> str:
    """Return in which file, and as far as that is known in which line, something went wrong."""
    frames = traceback.extract_tb(error.__traceback__)
    own = [frame for frame in frames if Path(frame.filename).parent == template.parent]
    return f"{one_line(own[-1].filename)}, line {own[-1].lineno}" if own else one_line(str(template))
