"""The reports say which articles are newer versions, what became of each claim, and hold claims against the newest."""

from datetime import UTC, datetime

import pytest

from workbench.reports.html_report import render_html
from workbench.reports.markdown import render_markdown
from workbench.reports.outlining import build_outline
from workbench.reports.record import Record
from workbench.reports.recording import load_record
from workbench.review.intake import add_bytes
from workbench.review.model import MarkVerdict
from workbench.review.session import Review
from workbench.store.engine import Store
from workbench.vocabulary import AnchorState, Verdict

OLD = """Ferry aground

The ferry Alma ran aground on Monday. All 41 <b>passengers</b> were brought ashore by noon. \
The Alma has served the island since 1998. The captain blamed the fog.
"""
NEW = OLD.replace("41", "43").replace("served", "srved").replace(" The captain blamed the fog.", "")
POST = "Ferry stuck\n\nA ferry with 43 people on board ran aground on Monday.\n"


@pytest.fixture
def record(store: Store) -> Record:
    """The record of two articles, one of them in two versions, of which the older was reviewed."""
    add_bytes(store, POST.encode(), "post.txt", "ferry")
    add_bytes(store, OLD.encode(), "alma.txt", "ferry")
    review = Review(store, "mira", "ferry")
    for row in review.queue():
        review.decide(row.key, MarkVerdict(Verdict.SUPPORTED))
    add_bytes(store, NEW.encode(), "alma.txt", "ferry")
    return load_record(store, "ferry", datetime(2026, 3, 1, tzinfo=UTC))


def test_the_outline_lists_versions_and_the_claims_that_changed(record: Record) -> None:
    outline = build_outline(record)
    (entry,) = outline.versions
    assert [(anchor.state, anchor.note) for anchor in entry.anchors] == [
        (AnchorState.RELOCATED, "not carried over: number differs"),
        (AnchorState.RELOCATED, "carried over"),
        (AnchorState.ORPHANED, "decided, not carried over"),
    ]
    assert all(anchor.number in outline.numbers.values() for anchor in entry.anchors)
    assert len(outline.matrix.articles) == 2
    # Three claims of the newer version, one of the other article, and two that could not be carried over.
    assert outline.progress.claims == len(outline.matrix.rows) == 6


def test_an_article_and_its_versions_are_not_held_against_each_other(record: Record) -> None:
    alma = {recorded.key for recorded in record.articles if recorded.summary.name == "alma.txt"}
    for claim in build_outline(record).claims:
        if claim.state.claim.article in alma:
            assert [summary.name for summary in claim.unread] == ["post.txt"]
        else:
            assert [summary.newer for summary in claim.unread] == [None]


@pytest.mark.parametrize("render", [render_markdown, render_html])
def test_readers_are_told_of_versions(record: Record, render) -> None:  # type: ignore[no-untyped-def]
    text = render(record)
    for told in ("2 relocated, 1 orphaned", "not carried over: number differs", "From the older version", "≃", "∅"):
        assert told in text, told
    assert "<b>passengers" not in text


def test_a_report_without_versions_does_not_speak_of_them(store: Store) -> None:
    add_bytes(store, POST.encode(), "post.txt", "ferry")
    record = load_record(store, "ferry", datetime(2026, 3, 1, tzinfo=UTC))
    assert "Versions" not in render_markdown(record)
    assert "Versions" not in render_html(record)
