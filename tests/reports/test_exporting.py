"""What is exported: which collection, where to, and what happens when something is damaged."""

import json
import re
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest

from workbench.errors import ReportError
from workbench.reports import ExportFormat, export_bytes, export_text, export_to, import_project
from workbench.reports.formats import FORMAT_TERMS, RENDERERS
from workbench.review.intake import add_bytes
from workbench.store.engine import Store, open_store


def test_every_format_says_what_it_is_and_writes_something(reviewed: Store, tmp_path: Path) -> None:
    assert set(FORMAT_TERMS) == set(RENDERERS) == set(ExportFormat)
    for wanted in ExportFormat:
        assert wanted.label
        assert wanted.description
        written = export_to(reviewed, wanted, tmp_path / f"out{wanted.suffix}", "Ferry")
        assert len(written) == len(RENDERERS[wanted])
        assert all(path.stat().st_size > 50 for path in written)


def test_a_report_without_a_collection_is_on_the_largest_one(reviewed: Store) -> None:
    add_bytes(reviewed, b"More\n\nA third ferry sank on Monday.\n", "more.txt", "Ferry")
    text = export_text(reviewed, ExportFormat.MARKDOWN)
    assert text.startswith("# Ferry\n")
    assert "Summer fair" not in text


def test_json_is_the_whole_database_whatever_collection_is_named(reviewed: Store) -> None:
    assert export_text(reviewed, ExportFormat.JSON, "Ferry") == export_text(reviewed, ExportFormat.JSON)


def test_tables_cover_all_collections_or_one(reviewed: Store) -> None:
    every = export_text(reviewed, ExportFormat.CSV, table="sources")
    one = export_text(reviewed, ExportFormat.CSV, "Fair & more", "sources")
    assert (len(every.splitlines()), len(one.splitlines())) == (4, 3)


def test_relations_to_articles_of_another_collection_stay_out_of_a_report(reviewed: Store) -> None:
    """The harbour article is in both collections; what was recorded about the courier belongs to one of them."""
    text = export_text(reviewed, ExportFormat.MARKDOWN, "Fair & more")
    assert re.search(r"^- 0 of \d+ pairs of a claim and another article looked at$", text, re.MULTILINE)
    assert "All 241 passengers" not in text


@pytest.mark.parametrize("wanted", [ExportFormat.HTML, ExportFormat.MARKDOWN, ExportFormat.CSV])
def test_an_unknown_collection_gets_one_line(reviewed: Store, wanted: ExportFormat) -> None:
    with pytest.raises(ReportError, match="no collection “Fer␛ry”"):
        export_text(reviewed, wanted, "Fer\x1bry")


def test_an_unknown_table_gets_one_line(reviewed: Store) -> None:
    with pytest.raises(ReportError, match="there are claims, links, agreement, origins"):
        export_text(reviewed, ExportFormat.CSV, table="people")


def test_an_empty_database_is_exported_too(store: Store, other_store: Store, moment: datetime) -> None:
    for wanted in ExportFormat:
        content = export_bytes(store, wanted, generated_at=moment)
        assert content or FORMAT_TERMS[wanted].part_suffix == ".jsonl"  # no line is no claim
    import_project(other_store, export_text(store, ExportFormat.JSON))


def test_the_time_of_a_report_is_the_one_that_was_given(reviewed: Store, moment: datetime) -> None:
    for wanted in (ExportFormat.HTML, ExportFormat.MARKDOWN):
        assert "2026-03-01 12:00 UTC" in export_text(reviewed, wanted, "Ferry", generated_at=moment)


@pytest.mark.parametrize(
    ("statement", "told"),
    [
        ("UPDATE articles SET text = replace(text, '214', '215') WHERE name = 'harbour.txt'", "harbour.txt"),
        ("UPDATE articles SET raw = x'00' WHERE name = 'harbour.txt'", "harbour.txt"),
        ("UPDATE sentences SET passed_over = 'boredom' WHERE number = 0 AND article_id = 1", "harbour.txt"),
        ("UPDATE decisions SET payload = '{' WHERE number = 1", "decisions about claim"),
        ("UPDATE decisions SET kind = 'dream' WHERE number = 1", "decisions about claim"),
    ],
)
def test_what_is_damaged_stops_no_export_and_is_named(
    reviewed_file: Path, damaged_copy: Callable[[Path, str], Path], statement: str, told: str
) -> None:
    with open_store(damaged_copy(reviewed_file, statement), read_only=True) as store:
        text = export_text(store, ExportFormat.MARKDOWN, "Ferry")
        assert "Could not be read and is missing here" in text
        assert told.replace("_", "\\_") in text
        assert "The operator promised a review." in text
        assert told in str(json.loads(export_text(store, ExportFormat.JSON))["problems"])


def test_a_damaged_list_of_articles_gets_one_line(
    reviewed_file: Path, damaged_copy: Callable[[Path, str], Path]
) -> None:
    path = damaged_copy(reviewed_file, "UPDATE articles SET published = 'soon' WHERE name = 'harbour.txt'")
    with open_store(path, read_only=True) as store, pytest.raises(ReportError, match="db check"):
        export_text(store, ExportFormat.JSON)
