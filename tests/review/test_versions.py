"""A newer version of an article takes its place in the review, and nothing that was decided is lost or moved unseen."""

from pathlib import Path

import pytest

from workbench.review.intake import add_bytes, add_files
from workbench.review.model import MarkSilent, MarkVerdict, RecordAgreement
from workbench.review.queue import QueueFilter, is_to_do, select_rows
from workbench.review.session import Review
from workbench.review.versions import load_versions
from workbench.store.check import check
from workbench.store.engine import Store
from workbench.vocabulary import AnchorState, Facet, Relation, Verdict

FERRY = (
    "Ferry aground\n\nThe ferry Alma ran aground off Northholm on Monday. All 41 passengers were brought ashore by"
    " noon.{more} Harbour master Ilse Brandt ordered an inquiry into the accident."
    " The Alma has served the island since 1998.\n"
)
OLD = FERRY.format(more="")
NEW = FERRY.format(more=" Divers are looking for a leak in the hull.").replace("41", "43").replace("served", "srved")
POST = "Ferry stuck\n\nA ferry with 43 people on board ran aground on Monday. The operator promised a refund.\n"


@pytest.fixture
def review(store: Store) -> Review:
    """A review of two articles, of which every claim has a verdict and a relation, and then a newer version of one."""
    add_bytes(store, OLD.encode(), "alma.txt", "ferry")
    add_bytes(store, POST.encode(), "post.txt", "ferry")
    review = Review(store, "mira", "ferry")
    for row in review.queue():
        review.decide(row.key, MarkVerdict(Verdict.SUPPORTED))
        (cell,) = review.claim(row.key).cells
        review.decide(row.key, RecordAgreement(cell.article.key, Relation.CORROBORATES, (1,)))
    add_bytes(store, NEW.encode(), "alma.txt", "ferry")
    review.choose("ferry")
    return review


def of(review: Review, words: str) -> str:
    return next(row.key for row in review.queue() if words in row.text)


def test_only_the_newer_version_is_reviewed_and_what_was_decided_counts(review: Review) -> None:
    newest = next(article for article in review.current if article.name == "alma.txt")
    verdicts = {row.text: row.own_verdict for row in review.queue() if row.article == newest.key}
    assert verdicts == {
        "The ferry Alma ran aground off Northholm on Monday.": Verdict.SUPPORTED,
        "All 43 passengers were brought ashore by noon.": None,
        "Divers are looking for a leak in the hull.": None,
        "Harbour master Ilse Brandt ordered an inquiry into the accident.": Verdict.SUPPORTED,
        "The Alma has srved the island since 1998.": Verdict.SUPPORTED,
    }
    assert [article.newer for article in review.articles if article.newer] == [newest.key]
    assert check(review.store) == ()


def test_what_was_decided_and_could_not_be_carried_stays_in_the_queue_with_the_reason(review: Review) -> None:
    old = {article.key for article in review.articles if article.newer}
    (left,) = (row for row in review.queue() if row.article in old)
    assert (left.text, left.own_verdict) == ("All 41 passengers were brought ashore by noon.", Verdict.SUPPORTED)
    view = review.claim(left.key)
    assert view.version is not None
    assert (view.version.state, view.version.differs) == (AnchorState.RELOCATED, (Facet.NUMBER,))
    assert not view.version.carries
    assert [cell.article.name for cell in view.cells] == ["post.txt"]
    assert not is_to_do(left, review.others)


def test_the_queue_can_be_narrowed_to_what_changed_between_versions(review: Review) -> None:
    shown = select_rows(review.queue(), QueueFilter.VERSIONS, review.others)
    assert sorted(row.text for row in shown) == [
        "All 41 passengers were brought ashore by noon.",
        "All 43 passengers were brought ashore by noon.",
        "The Alma has srved the island since 1998.",
    ]


def test_relations_of_other_claims_follow_to_the_newer_version(review: Review) -> None:
    key = of(review, "A ferry with 43")
    newest = next(article.key for article in review.current if article.name == "alma.txt")
    (cell,) = review.claim(key).cells
    assert (cell.article.key, cell.agreement is not None) == (newest, True)
    rows = {row.key: row for row in review.queue()}
    assert rows[key].relations == 1
    review.decide(key, MarkSilent((newest,)))
    assert {row.key: row for row in review.queue()}[key] == review.row(review.claim(key).state)


def test_matrix_and_progress_hold_claims_against_the_newest_versions(review: Review) -> None:
    matrix, progress = review.matrix(), review.progress()
    assert [article.name for article in matrix.articles] == [article.name for article in review.current]
    assert all(sum(cell.own for cell in row.cells) == 1 for row in matrix.rows)
    assert (progress.claims, progress.cells) == (len(review.queue()), len(review.queue()) * review.others)
    assert progress.cells_recorded == sum(row.relations for row in review.queue())


def test_versions_tell_what_became_of_each_claim(review: Review) -> None:
    (version,) = review.versions()
    assert version.counts == {
        AnchorState.EXACT: 2,
        AnchorState.RELOCATED: 2,
        AnchorState.AMBIGUOUS: 0,
        AnchorState.ORPHANED: 0,
    }
    assert str(version) == "“alma.txt” is a new version of “alma.txt”: 2 claims exact, 2 relocated"
    assert all(anchor.decided for anchor in version.anchors)
    assert version.added == 2


def page(address: str, text: str) -> bytes:
    link = f'<link rel="canonical" href="{address}">'
    return f"<html><head>{link}<title>Ferry</title></head><body><p>{text}</p></body></html>".encode()


@pytest.mark.parametrize(
    ("first", "second", "is_version"),
    [
        ("https://news.example/ferry-aground-1", "http://www.news.example/ferry-aground-1/?utm_source=x#top", True),
        ("https://news.example/ferry-aground-1", "https://news.example/ferry-aground-2", False),
        ("https://news.example/?id=7", "https://news.example/?id=7&fbclid=abc", True),
        ("https://news.example/", "https://news.example/", False),
    ],
)
def test_pages_with_one_address_are_versions(store: Store, first: str, second: str, is_version: bool) -> None:
    add_bytes(store, page(first, "The ferry ran aground on Monday, police said."), "one.html", "ferry")
    found = add_bytes(store, page(second, "Nobody knows why the ferry sank, a diver said."), "two.html", "ferry")
    assert found[3] is is_version


@pytest.mark.parametrize(
    ("name", "text", "is_version"),
    [
        ("alma.txt", NEW, True),
        ("other.txt", NEW, False),
        ("alma.txt", POST, False),
        ("alma.txt", OLD.replace("Ferry aground\n", "Ferry aground\n\nBy Ada Quill\n"), True),
    ],
)
def test_without_addresses_the_name_and_most_of_the_words_tell(
    store: Store, name: str, text: str, is_version: bool
) -> None:
    add_bytes(store, OLD.encode(), "alma.txt", "ferry")
    assert add_bytes(store, text.encode(), name, "ferry")[3] is is_version


def test_an_article_of_another_collection_is_no_older_version(store: Store) -> None:
    add_bytes(store, OLD.encode(), "alma.txt", "elsewhere")
    assert not add_bytes(store, NEW.encode(), "alma.txt", "ferry")[3]


def test_a_third_version_follows_the_second_and_the_first_does_not_come_back(store: Store, tmp_path: Path) -> None:
    file = tmp_path / "alma.txt"
    texts = (OLD, NEW, NEW + "\nThe inquiry opened on Friday.\n", OLD, NEW)
    intakes = []
    for text in texts:
        file.write_text(text, "utf-8")
        intakes.append(add_files(store, [file], "ferry"))
    assert [len(intake.versions) for intake in intakes] == [0, 1, 1, 0, 0]
    chain = [(version.older.key, version.newer.key) for version in load_versions(store, "ferry")]
    keys = [intake.added[0] for intake in intakes[:3]]
    assert chain == [(keys[0], keys[1]), (keys[1], keys[2])]
    assert [article.key for article in Review(store, "mira", "ferry").current] == [keys[2]]


def test_an_article_can_be_kept_separate_and_stays_so(store: Store) -> None:
    add_bytes(store, OLD.encode(), "alma.txt", "ferry")
    assert not add_bytes(store, NEW.encode(), "alma.txt", "ferry", separate=True)[3]
    assert not add_bytes(store, NEW.encode(), "alma.txt", "ferry")[3]
    assert len(Review(store, "mira", "ferry").current) == 2
