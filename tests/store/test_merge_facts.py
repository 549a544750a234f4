"""Where two databases know different things about one article, both orders of a merge settle on the same."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import count
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest

from workbench.claims.model import Claim, claim_key
from workbench.matching import carry_over
from workbench.store import extractions, facts, log, state, versions
from workbench.store.backup import backup
from workbench.store.check import check
from workbench.store.decisions import Draft
from workbench.store.engine import Store, open_store
from workbench.store.merging import merge
from workbench.store.model import Extraction
from workbench.store.payloads import AddClaim, MarkVerdict, Payload
from workbench.vocabulary import AnchorState, ClaimOrigin, Verdict

MONDAY, TUESDAY, WEDNESDAY = (datetime(2026, 11, day, tzinfo=UTC) for day in (23, 24, 25))


class Two:
    """Two databases, and what comes of merging them."""

    def __init__(self, one: Store, two: Store, folder: Path) -> None:
        self.one, self.two, self._folder = one, two, folder

    def merged(self) -> dict[str, Any]:
        """Hold that both orders, and merging again, give the same whole database; return what it says."""
        found = self._merged(self.one, self.two)
        assert self._merged(self.two, self.one) == found
        assert self._merged(self.one, self.two, self.two, self.one) == found
        return found

    def _merged(self, first: Store, *others: Store) -> dict[str, Any]:
        path = self._folder / f"{uuid4()}.db"
        backup(first, path)
        with open_store(path) as store:
            for other in others:
                merge(store, other)
            assert check(store) == ()
            with store.read() as connection:
                summaries = facts.list_articles(connection)
                return {
                    "articles": {each.name: each for each in summaries},
                    "ledgers": [facts.load_ledger(connection, each.key) for each in summaries],
                    "extractions": [extractions.load_extractions(connection, each.key) for each in summaries],
                    "versions": {each.newer: each for each in versions.list_versions(connection)},
                    "claims": {each.key: each for each in state.claim_states(connection)},
                }


@pytest.fixture
def two(tmp_path: Path, new_sqlite: Callable[[Path], Path]) -> Any:
    for name in ("one", "two"):
        new_sqlite(tmp_path / f"{name}.db")
    # They have one id, as two copies of one file have; nobody decides in both of them here.
    with open_store(tmp_path / "one.db") as one, open_store(tmp_path / "two.db") as other:
        yield Two(one, other, tmp_path)


def add(store: Store, sample: Any, added_at: datetime = MONDAY, ledger: Any = None) -> None:
    with store.write() as connection:
        facts.add_article(connection, sample.article, sample.raw, ledger or sample.ledger, "Ovstad", added_at)


def decide(store: Store, who: str, claim: str, payload: Payload) -> None:
    with store.write() as connection:
        log.append(connection, Draft(who, claim, payload))


# --- one article, read twice


def test_an_article_that_has_two_names_keeps_that_which_it_had_first(two: Two, harbour: Any) -> None:
    renamed = replace(harbour, article=replace(harbour.article, name="saved.txt", title="Ferries"))
    add(two.one, harbour, TUESDAY)
    add(two.two, renamed, MONDAY)
    (found,) = two.merged()["articles"].values()
    assert (found.name, found.title, found.added_at) == ("saved.txt", "Ferries", MONDAY)


def test_of_two_readings_that_fit_each_other_the_first_stands_with_all_decisions(two: Two, harbour: Any) -> None:
    told = replace(harbour.ledger.claims[1], asserter="the harbour master", checkworthiness=0.9)
    newer = replace(harbour.ledger, claims=(harbour.claim, told))
    add(two.one, harbour, MONDAY)
    add(two.two, harbour, TUESDAY, newer)
    decide(two.one, "ann", told.key, MarkVerdict(Verdict.SUPPORTED))
    decide(two.two, "ben", told.key, MarkVerdict(Verdict.REFUTED))
    found = two.merged()
    assert found["ledgers"] == [harbour.ledger]
    merged = found["claims"][told.key]
    assert (merged.claim.asserter, {vote.reviewer for vote in merged.votes}) == (None, {"ann", "ben"})


# --- what models proposed


def proposed(sample: Any, model: str, at: datetime, *spans: tuple[int, int]) -> Extraction:
    text = sample.article.text
    made = tuple(
        Claim(sample.article.sha256, a, b, text[a:b], (0,), origin=ClaimOrigin.LLM, extractor=model) for a, b in spans
    )
    return Extraction(sample.article.sha256, model, at, made, len(made) + 3, 1, {"not_found": 2})


def test_a_claim_that_two_models_proposed_belongs_to_the_first(two: Two, harbour: Any) -> None:
    shared, own = (0, 11), (0, 16)
    early, late = proposed(harbour, "large", MONDAY, shared), proposed(harbour, "small", TUESDAY, shared, own)
    for store, extraction in ((two.one, late), (two.two, early)):
        add(store, harbour)
        with store.write() as connection:
            assert extractions.add_extraction(connection, extraction)
            assert not extractions.add_extraction(connection, extraction)
    decide(two.one, "ann", late.claims[0].key, MarkVerdict(Verdict.SUPPORTED))
    found = two.merged()
    assert found["extractions"] == [(early, replace(late, claims=late.claims[1:], known=2))]
    merged = found["claims"][early.claims[0].key]
    assert (merged.claim.extractor, merged.verdict) == ("large", Verdict.SUPPORTED)
    assert found["claims"][late.claims[1].key].claim.extractor == "small"


# --- newer versions

FERRIES, CALM, CLOSING = "Two ferries left Ovstad harbour on Monday.", "The sea was calm.", "By Ida Holm."


def link(store: Store, newer: Any, older: Any) -> None:
    """Find, as reading does, what became of the claims that stand in the older article."""
    with store.write() as connection:
        standing = [each.claim for each in state.claim_states(connection, article=older.article.sha256)]
        assert versions.add_version(connection, carry_over(older.article, newer.article, standing, newer.ledger.claims))


def add_claim(store: Store, who: str, sample: Any, start: int, end: int) -> str:
    words, key = sample.article.text[start:end], sample.article.sha256
    made = claim_key(key, start, end, words)
    decide(store, who, made, AddClaim(key, start, end, words, (0,)))
    return made


@pytest.fixture(params=["keys go up", "keys go down"])
def story(request: pytest.FixtureRequest, make_sample: Any) -> list[Any]:
    """An article in three versions; which has the lower key must not matter."""
    told = [(FERRIES, CALM, CLOSING), ("Update.", FERRIES, CALM, CLOSING), ("Update.", FERRIES, "More.", CALM, CLOSING)]
    for salt in count():
        made = [make_sample("harbour.txt", sentences, salt=salt) for sentences in told]
        keys = [sample.article.sha256 for sample in made]
        if keys == sorted(keys, reverse=request.param == "keys go down"):
            return made
    raise AssertionError("the salts do not end")


def test_claims_that_were_carried_in_either_database_are_carried(two: Two, story: list[Any]) -> None:
    old, new, _ = story
    added = []
    for store, who, end in ((two.one, "ann", 11), (two.two, "ben", 16)):
        add(store, old)
        added.append(add_claim(store, who, old, 0, end))
        add(store, new)
        link(store, new, old)
        decide(store, who, old.claim.key, MarkVerdict(Verdict.SUPPORTED))
    found = two.merged()
    (change,) = found["versions"].values()
    carried = {claim.older: claim.newer for claim in change.claims}
    assert set(added) <= carried.keys()
    for key in added:
        assert found["claims"][carried[key]].carried.older == key
    votes = found["claims"][new.ledger.claims[1].key].votes
    assert {vote.reviewer for vote in votes} == {"ann", "ben"}


def test_two_claims_that_came_to_one_place_do_not_both_stand_there(two: Two, story: list[Any]) -> None:
    old, new, _ = story
    for store, who, end in ((two.one, "ann", 11), (two.two, "ben", 16)):
        add(store, old)
        added = add_claim(store, who, old, 0, end)
        add(store, new)
        found = carry_over(old.article, new.article, [*old.ledger.claims], new.ledger.claims)
        place = new.article.text.index("Two ferries")
        words = new.article.text[place : place + 20]
        there = claim_key(new.article.sha256, place, place + 20, words)
        moved = type(found.claims[0])(added, AnchorState.RELOCATED, there, place, place + 20, words, (1,))
        with store.write() as connection:
            versions.add_version(connection, replace(found, claims=(*found.claims, moved)))
        decide(store, who, there, MarkVerdict(Verdict.REFUTED))
    (change,) = two.merged()["versions"].values()
    assert [claim.state for claim in change.claims if claim.newer == there] == [AnchorState.RELOCATED]
    assert AnchorState.AMBIGUOUS in {claim.state for claim in change.claims}


def test_a_version_follows_the_latest_of_those_that_it_was_found_to_follow(two: Two, story: list[Any]) -> None:
    first, second, third = story
    for sample, added_at in zip(story, (MONDAY, TUESDAY, WEDNESDAY), strict=True):
        if sample is not second:
            add(two.one, sample, added_at)
        add(two.two, sample, added_at)
    link(two.one, third, first)
    link(two.two, second, first)
    link(two.two, third, second)
    decide(two.one, "ann", first.claim.key, MarkVerdict(Verdict.SUPPORTED))
    found = two.merged()
    assert {newer: change.older for newer, change in found["versions"].items()} == {
        second.article.sha256: first.article.sha256,
        third.article.sha256: second.article.sha256,
    }
    assert found["claims"][third.ledger.claims[1].key].verdict is Verdict.SUPPORTED


def test_what_people_decided_about_settles_which_version_an_article_follows(two: Two, story: list[Any]) -> None:
    first, second, third = story
    for sample, added_at in zip(story, (MONDAY, TUESDAY, WEDNESDAY), strict=True):
        for store in (two.one, two.two):
            add(store, sample, added_at)
    made = add_claim(two.one, "ann", first, 0, 11)
    link(two.one, third, first)
    link(two.two, third, second)
    with two.one.read() as connection:
        (there,) = (each for each in state.claim_states(connection) if each.carried and each.carried.older == made)
    decide(two.one, "ann", there.key, MarkVerdict(Verdict.REFUTED))
    found = two.merged()
    assert found["versions"][third.article.sha256].older == first.article.sha256
    assert found["claims"][there.key].verdict is Verdict.REFUTED


def test_two_articles_are_not_each_the_newer_version_of_the_other(two: Two, story: list[Any]) -> None:
    first, second, _ = story
    for store, order in ((two.one, (first, second)), (two.two, (second, first))):
        for sample, added_at in zip(order, (MONDAY, TUESDAY), strict=True):
            add(store, sample, added_at + timedelta(hours=store is two.two))
        link(store, order[1], order[0])
    (change,) = two.merged()["versions"].values()
    assert {change.newer, change.older} == {first.article.sha256, second.article.sha256}
