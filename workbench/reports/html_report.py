"""The report as one HTML file that needs nothing else: no script, no font, no picture, no network.

It is handed to people who never saw the screen, and holds text of unknown origin. Jinja2 escapes whatever a
template prints, the map of `workbench.visible` replaces whatever would act unseen, and a Content-Security-Policy
forbids what might slip through (W3C CSP3; OWASP ASVS 5.3).
"""

from functools import cache
from typing import TYPE_CHECKING

from workbench.reports.record import Record
from workbench.reports.templating import furnish, page_data

if TYPE_CHECKING:
    from jinja2 import Environment


def render_html(record: Record) -> str:
    """Return the report of `record` as one HTML document."""
    return _environment().get_template("report.html").render(page_data(record)) + "\n"


@cache
def _environment() -> "Environment":
    from jinja2 import Environment, PackageLoader, StrictUndefined  # late: nothing slow before it is needed

    environment = Environment(
        loader=PackageLoader("workbench.reports"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,  # they are part of the program, and a large report asks for them a hundred thousand times
    )
    furnish(environment)
    return environment
