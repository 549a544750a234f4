"""`workbench import claimreview`: what stands in the articles is taken in, what does not is listed."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Run = Callable[..., Any]


@pytest.fixture
def feed(run: Run, articles: Path, tmp_path: Path) -> str:
    """A feed of three reviews, and a database of the articles that two of the claims stand in."""
    assert run("add", str(articles)).status == 0
    known = "The ferry Alma ran aground on Monday with 41 people on board, the coast guard said."
    claims = (known, "aground on Monday with 41 people", "Penguins \x1b[31mrun the bank.")
    rating = {"ratingValue": 1, "bestRating": 5, "alternateName": "False"}
    reviews = [{"@type": "ClaimReview", "claimReviewed": claim, "reviewRating": rating} for claim in claims]
    path = tmp_path / "feed.json"
    path.write_text(json.dumps({"@type": "DataFeed", "dataFeedElement": [{"item": review} for review in reviews]}))
    return str(path)


def test_every_claim_is_listed_with_its_anchor_and_what_became_of_it(run: Run, feed: str) -> None:
    ended = run("import", "claimreview", feed)
    assert ended.status == 0
    lines = {line[: len("review 1")]: line for line in ended.out.splitlines()[1:]}
    assert "exact" in lines["review 1"]
    assert "already there" in lines["review 1"]
    assert "added" in lines["review 2"]
    assert "left out" in lines["review 3"]
    assert "Its words stand in no article" in lines["review 3"]
    assert "\x1b" not in ended.out
    assert "added: 1, already there: 1, left out: 1" in ended.err


def test_one_undo_takes_all_of_it_back(run: Run, feed: str) -> None:
    before = run("claims", "--json").out
    run("import", "claimreview", feed)
    assert run("claims", "--json").out != before
    assert run("undo").status == 0
    assert run("claims", "--json").out == before


def test_json_tells_where_each_claim_stands(run: Run, feed: str) -> None:
    told = json.loads(run("import", "claimreview", feed, "--json").out)
    assert [found["became"] for found in told] == ["already there", "added", "left out"]
    assert (told[2]["claim"], told[2]["anchor"]) == (None, "orphaned")
    assert told[1]["end"] - told[1]["start"] == len("aground on Monday with 41 people")


@pytest.mark.parametrize(
    ("content", "told"),
    [(b"{", "no JSON"), (b"[]", "no ClaimReview"), (b"\xff\xfe{", "not UTF-8"), (None, "cannot be read")],
)
def test_what_cannot_be_taken_in_gets_one_line(
    run: Run, feed: str, tmp_path: Path, content: bytes | None, told: str
) -> None:
    other = tmp_path / "other.json"
    if content is not None:
        other.write_bytes(content)
    ended = run("import", "claimreview", str(other))
    assert ended.status == 1
    assert told in ended.err
    assert len(ended.err.strip().splitlines()) == 1


def test_a_collection_goes_with_claims_only(run: Run, feed: str) -> None:
    assert run("import", "json", feed, "--collection", "ferry").status == 2
    assert run("import", "claimreview", feed, "--collection", "none").status == 1
    assert run("import", "claimreview", feed, "--db", str(Path(feed).with_name("none.db"))).status == 2
