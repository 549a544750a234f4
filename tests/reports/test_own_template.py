"""A template of one's own lays out what the built-in ones lay out, and can do nothing else."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from markupsafe import escape

from workbench.errors import ReportError
from workbench.reports import ExportFormat, export_text, export_to
from workbench.reports.html_report import render_html
from workbench.reports.own_template import render_own
from workbench.reports.record import Record
from workbench.reports.selection import Selection
from workbench.store.engine import Store

Writer = Callable[..., Path]


@pytest.fixture
def template(tmp_path: Path) -> Writer:
    """Write a template, and perhaps other files beside it."""

    def write(text: str, name: str = "own.html", **beside: str) -> Path:
        for other, content in beside.items():
            (tmp_path / other).write_text(content, "utf-8")
        path = tmp_path / name
        path.write_text(text, "utf-8")
        return path

    return write


LISTING = """{% for entry in report.articles %}
{% for claim in entry.claims %}
{{ claim.number }}|{{ claim.state.claim.start }}|{{ claim.quotation.words }}|{{ claim.state.verdict or "" }}
{% endfor %}
{% endfor %}
"""


def test_it_tells_of_every_claim_as_the_built_in_report_does(record: Record, template: Writer) -> None:
    told = render_own(record, template(LISTING, "own.md"), ExportFormat.MARKDOWN).splitlines()
    expected = [
        (str(state.claim.start), state.claim.text, state.verdict.value if state.verdict else "")
        for state in record.claims
    ]
    assert [tuple(line.split("|")[1:]) for line in told] == expected


def test_a_built_in_template_can_be_used_whole_with_a_style_of_ones_own(record: Record, template: Writer) -> None:
    assert render_own(record, template('{% include "report.html" %}\n'), ExportFormat.HTML) == render_html(record)
    own = render_own(
        record, template('{% include "report.html" %}\n', **{"style.css": "p { margin: 1em }"}), ExportFormat.HTML
    )
    assert "p { margin: 1em }" in own
    assert own != render_html(record)


def test_what_is_printed_is_only_text(record_of: Callable[..., Record], template: Writer) -> None:
    hostile = "<script>alert(1)</script> *[x](javascript:1)* \x1b[31m\u202e"
    record = record_of(f"Title\n\nTen died in {hostile} town, said Bob.\n", note=hostile)
    page = render_own(record, template("{{ report.claims[0].quotation.words }}"), ExportFormat.HTML).rstrip()
    assert "&lt;script&gt;" in page
    assert not {"<", "\x1b", "\u202e"} & set(page)
    text = render_own(record, template("{{ report.claims[0].quotation.words|md }}", "own.md"), ExportFormat.MARKDOWN)
    assert "\\[x\\]" in text
    assert not {"\x1b", "\u202e"} & set(text)


@pytest.mark.parametrize(
    ("text", "line", "told"),
    [
        ("\n{% for claim in %}", 2, "Expected an expression"),
        ("\n\n{{ report.clams }}", 3, "no attribute 'clams'"),
        ("{{ reprot }}", 1, "'reprot' is undefined"),
        ("{{ ''.__class__.__mro__ }}", 1, "unsafe"),
        ("{{ report.__init__.__globals__ }}", 1, "unsafe"),
        ("\n{{ record.selection.told.__func__ }}", 2, "unsafe"),
        ("{% do report %}", 1, "unknown tag"),
        ("{{ 'x' * 99999999999 }}", 1, "too much"),
        ("{{ 10 ** 99999999 }}", 1, "too much"),
        ("{{ 1 / 0 }}", 1, "division by zero"),
        ("{{ 1 + 'a' }}", 1, "unsupported operand"),
        ("{% for i in range(99999999) %}{% endfor %}", 1, "Range too big"),
        ('\n{% include "own.html" %}', 2, "recursion"),
    ],
)
def test_what_is_wrong_with_it_is_one_line_that_says_where(
    record: Record, template: Writer, text: str, line: int, told: str
) -> None:
    with pytest.raises(ReportError) as error:
        render_own(record, template(text), ExportFormat.HTML)
    message = str(error.value)
    assert f"own.html, line {line}: " in message
    assert told in message
    assert "\n" not in message


@pytest.mark.parametrize("name", ["../secret.txt", "/etc/passwd", "missing.html", "a/../../secret.txt"])
def test_it_finds_files_only_beside_itself(record: Record, template: Writer, tmp_path: Path, name: str) -> None:
    (tmp_path.parent / "secret.txt").write_text("secret")
    with pytest.raises(ReportError, match="neither beside it nor built in"):
        render_own(record, template(f'{{% include "{name}" %}}'), ExportFormat.HTML)


def test_it_cannot_change_what_it_tells(record: Record, template: Writer) -> None:
    with pytest.raises(ReportError, match=r"own\.html, line 1"):
        render_own(record, template("{{ report.numbers.clear() }}"), ExportFormat.HTML)


def test_one_that_is_not_there_or_no_text_is_named(record: Record, tmp_path: Path) -> None:
    with pytest.raises(ReportError, match=r"There is no template .*nothing\.html"):
        render_own(record, tmp_path / "nothing.html", ExportFormat.HTML)
    (tmp_path / "binary.html").write_bytes(b"\xff\xfe\x00")
    with pytest.raises(ReportError, match="is not UTF-8 text"):
        render_own(record, tmp_path / "binary.html", ExportFormat.HTML)


def test_it_is_exported_like_the_built_in_report(reviewed: Store, template: Writer, tmp_path: Path) -> None:
    path = template("{{ report.title }}: {{ report.claims|length }}, {{ record.selection.told() }}\n", "own.md")
    chosen = Selection(articles=("A",))
    text = export_text(reviewed, ExportFormat.MARKDOWN, "Ferry", selection=chosen, template=path)
    assert text == "Ferry: 7, claims of article A\n"
    export_to(reviewed, ExportFormat.MARKDOWN, tmp_path / "out.md", "Ferry", selection=chosen, template=path)
    assert (tmp_path / "out.md").read_text("utf-8") == text
    with pytest.raises(ReportError, match="CSV has no templates: only html and md have"):
        export_to(reviewed, ExportFormat.CSV, tmp_path / "out", template=path)


def test_the_example_of_the_documentation_works(record: Record, template: Writer) -> None:
    page = (Path(__file__).parents[2] / "docs" / "templates.md").read_text("utf-8")
    example = template(page.split("```jinja\n")[1].split("```")[0])
    laid_out = render_own(record, example, ExportFormat.HTML)
    assert all(escape(state.claim.text) in laid_out for state in record.claims)
    chosen = next(state.key for state in record.claims)
    laid_out = render_own(replace(record, chosen=frozenset({chosen})), example, ExportFormat.HTML)
    assert laid_out.count("<li id=") == 1
