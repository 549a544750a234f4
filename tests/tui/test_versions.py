"""The review screen says where a claim of another version of its article stands, and can be narrowed to such claims."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from workbench.review.intake import add_bytes
from workbench.review.model import MarkVerdict
from workbench.review.session import Review
from workbench.store.engine import Store, open_store
from workbench.tui.claim_panel import claim_lines
from workbench.vocabulary import Verdict

OLD = """Ferry aground

The ferry Alma ran aground on Monday. All 41 passengers were brought ashore by noon. The captain blamed the fog.
"""
NEW = OLD.replace("41", "43").replace(" The captain blamed the fog.", " Divers are at work.")


@pytest.fixture
def review(store: Store) -> Review:
    """A review of an article in two versions, every claim of the older decided."""
    add_bytes(store, OLD.encode(), "alma.txt", "ferry")
    review = Review(store, "mira", "ferry")
    for row in review.queue():
        review.decide(row.key, MarkVerdict(Verdict.SUPPORTED))
    add_bytes(store, NEW.encode(), "alma.txt", "ferry")
    review.choose("ferry")
    return review


def told(review: Review, words: str) -> str:
    key = next(row.key for row in review.queue() if words in row.text)
    lines = claim_lines(review.claim(key), None, "mira", 100)
    return " ".join("".join(span.text for span in line.spans) for line in lines)


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("ran aground", "≡ exact from the older version {older}: what was decided there counts here"),
        ("All 43", "≃ relocated from the older version {older}: number differs, so nothing was carried over"),
        ("All 41", "≃ relocated in the newer version {newer}: number differs, so nothing was carried over"),
        ("blamed", "∅ orphaned in the newer version {newer}: nothing was carried over"),
    ],
)
def test_the_claim_panel_says_what_the_anchor_is_and_what_follows(review: Review, words: str, expected: str) -> None:
    (newer,) = review.current
    (older,) = (article for article in review.articles if article.newer)
    assert expected.format(older=older.label, newer=newer.label) in told(review, words)


def test_a_claim_without_another_version_says_nothing_of_versions(review: Review) -> None:
    assert "version" not in told(review, "Divers")


async def test_the_queue_is_narrowed_to_claims_that_changed_between_versions(
    opened: Callable[..., Any], tmp_path: Path
) -> None:
    path = tmp_path / "versions.db"
    with open_store(path) as store:
        add_bytes(store, OLD.encode(), "alma.txt", "ferry")
        review = Review(store, "mira", "ferry")
        for row in review.queue():
            review.decide(row.key, MarkVerdict(Verdict.SUPPORTED))
        add_bytes(store, NEW.encode(), "alma.txt", "ferry")
    async with opened(path) as bench:
        await bench.press("f", "9")
        assert sorted(row.text.split()[1] for row in bench.app.review_screen.shown) == ["41", "43", "captain"]


async def test_reading_a_newer_version_says_so(opened: Callable[..., Any], tmp_path: Path) -> None:
    path, file = tmp_path / "versions.db", tmp_path / "alma.txt"
    with open_store(path) as store:
        add_bytes(store, OLD.encode(), "alma.txt", "ferry")
    file.write_text(NEW, "utf-8")
    async with opened(path, paths=(str(file),)) as bench:
        assert any("is a new version of “alma.txt”: 1 claim exact" in message for message in bench.messages())
