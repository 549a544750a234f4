"""`add` says which article it takes for a newer version, `versions` lists what became of every claim."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Run = Callable[..., Any]


@pytest.fixture
def changed(run: Run, articles: Path) -> Path:
    """The folder with two articles, read once, of which one was then changed."""
    assert run("add", str(articles)).status == 0
    ledger = articles / "ledger.txt"
    ledger.write_text(ledger.read_text("utf-8").replace("Nobody", "No one").replace("41", "42"), "utf-8")
    return ledger


def test_add_says_what_became_of_the_claims(run: Run, changed: Path) -> None:
    ended = run("add", str(changed))
    assert "“ledger.txt” is a new version of “ledger.txt”: " in ended.err
    assert "--separate" in ended.err
    again = run("add", str(changed))
    assert "new version" not in again.err


def test_add_says_it_in_json(run: Run, changed: Path) -> None:
    found = json.loads(run("add", str(changed), "--json").out)
    (version,) = found["versions"]
    assert version["newer"] == found["added"][0]
    assert version["relocated"] == 2
    assert sum(version[state] for state in ("exact", "relocated", "ambiguous", "orphaned")) == 2


def test_an_article_can_be_kept_separate(run: Run, changed: Path) -> None:
    ended = run("add", str(changed), "--separate", "--json")
    assert json.loads(ended.out)["versions"] == []
    assert run("versions").out == ""


def test_versions_lists_every_anchor_with_its_state(run: Run, changed: Path) -> None:
    run("add", str(changed))
    listed = run("versions").out
    assert "≃ relocated" in listed
    assert "not carried over: number differs" in listed
    (version,) = json.loads(run("versions", "--json").out)
    assert {anchor["state"] for anchor in version["anchors"]} == {"relocated"}
    for anchor in version["anchors"]:
        assert anchor["newer_text"]
        assert anchor["carried_over"] is not bool(anchor["differs"])
    (version,) = json.loads(run("versions", "--state", "orphaned", "--json").out)
    assert version["anchors"] == []


def test_an_unknown_collection_is_refused(run: Run, changed: Path) -> None:
    assert run("versions", "--collection", "nowhere").status == 1


def test_articles_and_claims_tell_of_versions(run: Run, changed: Path) -> None:
    run("add", str(changed))
    assert "older version of" in run("articles").out
    claims = json.loads(run("claims", "--json").out)
    assert {claim["anchor"] for claim in claims if claim["anchor"]} == {"relocated"}
    assert sum("No one was hurt" in claim["text"] or "Nobody" in claim["text"] for claim in claims) == 1
