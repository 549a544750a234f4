"""What `seed/expected.json` expects to be decided covers the whole demo collection, and does not contradict itself."""

import json
import sys
from collections import Counter
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest

from workbench.articles import read_article
from workbench.articles.model import Article
from workbench.bundled import bundled_folder
from workbench.claims import read_ledger
from workbench.vocabulary import NotCheckableReason, Relation, Verdict

DOCUMENT = json.loads((bundled_folder("seed") / "expected.json").read_text(encoding="utf-8"))
ROWS = DOCUMENT["relations"]
AGREEING = {Relation.CORROBORATES, Relation.PARTIALLY_SUPPORTS, Relation.ATTRIBUTES}


@pytest.fixture(scope="module")
def expected() -> Any:
    """The expected decisions, as the benchmark reads them."""
    sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "benchmarks"))
    try:
        return import_module("expected_decisions").load_expected()
    finally:
        sys.path.pop(0)


@pytest.fixture(scope="module")
def articles() -> dict[str, Article]:
    """The articles of the demo collection by file."""
    return {
        row["file"]: read_article(bundled_folder("seed") / "articles" / row["file"]) for row in DOCUMENT["articles"]
    }


def test_every_extracted_claim_is_expected_exactly_once(expected: Any, articles: dict[str, Article]) -> None:
    """What the program makes a claim of is either decided or discarded, and nothing else is."""
    extracted = [(file, claim.text) for file, article in articles.items() for claim in read_ledger(article).claims]
    found = [expected.of(file, text) for file, text in extracted]  # raises where not exactly one thing is expected
    decided = Counter(claim.id for claim in found if claim)
    assert decided == Counter(claim.id for claim in expected.claims)
    assert set(decided.values()) == {1}
    assert found.count(None) == len(expected.discarded)


def test_every_claim_has_exactly_one_verdict(expected: Any) -> None:
    assert set(DOCUMENT["verdicts"]) == {claim.id for claim in expected.claims}
    assert all(row["why"] for row in DOCUMENT["verdicts"].values())


def test_every_cell_is_expected_exactly_once(expected: Any) -> None:
    """Each listed relation is of another article, listed once, and no silence: that is what is not listed."""
    files = {row["file"] for row in DOCUMENT["articles"]}
    of_claim = {claim.id: claim.file for claim in expected.claims}
    listed = Counter((row["claim"], row["article"]) for row in ROWS)
    assert set(listed.values()) == {1}
    assert all(article in files - {of_claim[claim]} for claim, article in listed)
    assert all(row["relation"] != Relation.NOT_ADDRESSED for row in ROWS)
    assert all(set(claim.relations) == files - {claim.file} for claim in expected.claims)


def test_every_relation_rests_on_sentences_that_stand_in_the_article(
    expected: Any, articles: dict[str, Article]
) -> None:
    for claim in expected.claims:
        for file, cell in claim.relations.items():
            assert len(cell.sentences_in(articles[file])) == len(cell.passage)
            assert bool(cell.passage) is not cell.is_silence


def test_only_a_later_article_updates(expected: Any, articles: dict[str, Article]) -> None:
    """What appeared before a claim cannot report a later state of it; the log refuses that."""
    days = {file: f"{article.published:%Y-%m-%d}" for file, article in articles.items()}
    updates = [
        (claim.file, file)
        for claim in expected.claims
        for file, cell in claim.relations.items()
        if cell.relation is Relation.UPDATES
    ]
    assert updates
    assert all(days[earlier] <= days[later] for earlier, later in updates)


def test_what_one_claim_does_with_another_has_its_mirror(expected: Any) -> None:
    """A contradiction holds from both sides; who states what a claim says is in turn stated by it, at least in part."""
    claims = {(claim.file, claim.text): claim for claim in expected.claims}
    mirrored = 0
    for claim in expected.claims:
        for file, cell in claim.relations.items():
            others = [claims[file, text] for text in cell.passage if (file, text) in claims]
            if len(cell.passage) != 1 or len(others) != 1:
                continue
            back = others[0].relations[claim.file]
            if cell.relation is Relation.CONTRADICTS:
                assert back.relation is Relation.CONTRADICTS
                assert claim.text in back.passage
                mirrored += 1
            elif cell.relation is Relation.CORROBORATES:
                assert back.relation in AGREEING
                mirrored += 1
    assert mirrored > 50


def test_articles_that_carry_one_agencys_sentence_are_judged_alike(expected: Any) -> None:
    """The same words are the same claim: they corroborate each other, and the others do the same with both."""
    claims = {claim.id: claim for claim in expected.claims}
    for pair in DOCUMENT["origins"][0]["claims"]:
        one, other = (claims[name] for name in pair)
        assert (one.verdict, one.unsupported) == (other.verdict, other.unsupported)
        assert one.relations[other.file].relation is Relation.CORROBORATES
        assert other.relations[one.file].relation is Relation.CORROBORATES
        for file in one.relations.keys() & other.relations.keys():
            assert one.relations[file] == other.relations[file]


def test_verdicts_follow_from_the_relations(expected: Any) -> None:
    """Within the collection, a claim is what the articles that do not share its words make of it."""
    agency = set(DOCUMENT["origins"][0]["articles"])
    for claim in expected.claims:
        copies = agency if claim.file in agency else set()
        heard = {cell.relation for file, cell in claim.relations.items() if file not in copies}
        confirmed = bool(heard & {Relation.CORROBORATES, Relation.UPDATES})
        disputed = Relation.CONTRADICTS in heard
        match claim.verdict:
            case Verdict.SUPPORTED:
                assert confirmed, claim.id
                assert not disputed, claim.id
            case Verdict.PARTIALLY_SUPPORTED:
                assert Relation.PARTIALLY_SUPPORTS in heard, claim.id
                assert not disputed, claim.id
                assert claim.unsupported
                assert all(words in claim.text for words in claim.unsupported), claim.id
            case Verdict.CONFLICTING:
                assert disputed, claim.id
            case Verdict.NOT_ENOUGH_EVIDENCE:
                assert heard <= {Relation.NOT_ADDRESSED, Relation.UNCLEAR}, claim.id
            case Verdict.NOT_CHECKABLE:
                assert claim.reason in NotCheckableReason
            case _:
                pytest.fail(f"No rule says when a claim is {claim.verdict}.")
