"""The engine finds in the demo collection what `seed/expected.json` says a careful fact-checker would want."""

import codecs
import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

import pytest

from workbench.articles import read_article
from workbench.articles.model import Article
from workbench.bundled import bundled_folder
from workbench.claims import read_ledger
from workbench.claims.model import Claim, Ledger
from workbench.matching import compare, find_sources, shared_origins
from workbench.matching.model import SourceMatch
from workbench.vocabulary import BlockKind, Facet, Relation, SharedOrigin

_READ_BLOCKS = frozenset({BlockKind.TITLE, BlockKind.HEADING, BlockKind.BODY, BlockKind.CAPTION})


def squeezed(text: str) -> str:
    """Return `text` with each run of white space as one space."""
    return " ".join(text.split())


@dataclass(frozen=True, slots=True)
class ExpectedBlock:
    """A paragraph as it should come out, and the kinds that a careful reader could give it."""

    file: str
    text: str
    kinds: frozenset[BlockKind]
    dateline: str | None

    def __str__(self) -> str:
        return f"{self.file}-{self.text[:24]}"


@dataclass(frozen=True, slots=True)
class ExpectedClaim:
    """A sentence that must be a claim; `asserter` is what its asserter contains, None for the outlet itself."""

    file: str
    id: str
    text: str
    asserter: str | None
    is_quote: bool

    def __str__(self) -> str:
        return self.id

    def found(self) -> Claim:
        """Return the one claim of the ledger that says this (a dateline may stand before it)."""
        (claim,) = [one for one in seed_ledger(self.file).claims if squeezed(one.text).endswith(self.text)]
        return claim


@dataclass(frozen=True, slots=True)
class ExpectedRelation:
    """What another article does with a claim, where, what differs there, and in what nothing differs."""

    claim: ExpectedClaim
    file: str
    relation: Relation
    passage: tuple[str, ...]
    facets: frozenset[Facet]
    same: frozenset[Facet]

    def __str__(self) -> str:
        return f"{self.claim}-{self.relation}-{self.file}"

    def proposals(self) -> list[SourceMatch]:
        """Return what the matching proposes in the other article."""
        return list(find_sources(self.claim.text, seed_article(self.file), limit=3))

    def shows_passage(self, match: SourceMatch) -> bool:
        """Whether `match` has a sentence of the passage that the relation rests on."""
        sentences = seed_article(self.file).sentences
        proposed = [squeezed(sentences[index].text) for index in match.sentences]
        return any(text.endswith(wanted) for text in proposed for wanted in self.passage)


@cache
def seed_article(file: str) -> Article:
    """Return the article of the demo collection that stands in `file`."""
    return read_article(bundled_folder("seed") / "articles" / file)


@cache
def seed_ledger(file: str) -> Ledger:
    """Return what became of every sentence of the article in `file`."""
    return read_ledger(seed_article(file))


def _block(row: dict[str, Any], file: str) -> ExpectedBlock:
    return ExpectedBlock(file, row["text"], frozenset(map(BlockKind, row["kinds"])), row.get("dateline"))


def _relation(row: dict[str, Any]) -> ExpectedRelation:
    return ExpectedRelation(
        claim=CLAIMS[row["claim"]],
        file=row["article"],
        relation=Relation(row["relation"]),
        passage=tuple(row["passage"]),
        facets=frozenset(map(Facet, row["facets"])),
        same=frozenset(map(Facet, row["same"])),
    )


def _silences(speaking: Iterable[ExpectedRelation]) -> Iterator[ExpectedRelation]:
    """Yield what is not listed: the articles that say nothing about a claim."""
    said = {(relation.claim.id, relation.file) for relation in speaking}
    for claim in CLAIMS.values():
        for file in ARTICLES:
            if file != claim.file and (claim.id, file) not in said:
                yield ExpectedRelation(claim, file, Relation.NOT_ADDRESSED, (), frozenset(), frozenset())


DOCUMENT = json.loads((bundled_folder("seed") / "expected.json").read_text(encoding="utf-8"))
ARTICLES = {row["file"]: row for row in DOCUMENT["articles"]}
BLOCKS = [_block(block, row["file"]) for row in ARTICLES.values() for block in row["blocks"]]
CLAIMS = {claim["id"]: ExpectedClaim(row["file"], **claim) for row in ARTICLES.values() for claim in row["claims"]}
SPEAKING = [_relation(row) for row in DOCUMENT["relations"]]
SILENT = list(_silences(SPEAKING))
FOUND_BY_READING = {
    ("telegram-no-documents", "saltmarsh-review.txt"),
    ("telegram-second", "harbour-ledger.txt"),
    ("telegram-second", "tidewater-courier.txt"),
    ("saltmarsh-doubt", "grand-banks-telegram.txt"),
}
"""Where claim and passage have hardly a word in common: no rule finds these, and a reviewer chooses the sentences."""


def test_every_file_of_the_collection_is_described() -> None:
    """A file that nobody expects anything of would be a file that nobody checks."""
    files = {path.name for path in (bundled_folder("seed") / "articles").iterdir()}
    assert files == set(ARTICLES)


@pytest.mark.parametrize("file", ARTICLES)
def test_encoding(file: str) -> None:
    """Bytes become the characters that the outlet typed."""
    encoding = codecs.lookup(seed_article(file).encoding).name
    assert encoding.removesuffix("-sig") == codecs.lookup(ARTICLES[file]["encoding"]).name.removesuffix("-sig")


@pytest.mark.parametrize("file", ARTICLES)
def test_metadata(file: str) -> None:
    """Title, publisher and date are the article's own, never the site's or the scraper's."""
    article, expected = seed_article(file), ARTICLES[file]
    assert article.title == expected["title"]
    assert article.publisher in (expected["publisher"], expected["outlet"])
    assert article.published is not None
    assert article.published.strftime("%Y-%m-%d") == expected["published"]


@pytest.mark.parametrize("expected", BLOCKS, ids=str)
def test_block(expected: ExpectedBlock) -> None:
    """Each paragraph is a block of its own, whole, and of the right kind."""
    led = squeezed(f"{expected.dateline or ''} {expected.text}")
    article = seed_article(expected.file)
    kinds = [
        block.kind
        for block in article.blocks
        if squeezed(article.text[block.start : block.end]) in (expected.text, led)
    ]
    assert len(kinds) == 1
    assert kinds[0] in expected.kinds


@pytest.mark.parametrize("file", ARTICLES)
def test_blocks_stand_in_the_order_of_the_page(file: str) -> None:
    """What a reviewer reads has the order that the outlet gave it."""
    text = squeezed(seed_article(file).text)
    places = [text.find(block["text"]) for block in ARTICLES[file]["blocks"]]
    assert places == sorted(places)


@pytest.mark.parametrize("file", ARTICLES)
def test_noise_of_the_page_is_not_read_as_the_article(file: str) -> None:
    """Only the paragraphs that are expected as such are title, heading, body or caption."""
    article = seed_article(file)
    read = [squeezed(article.text[one.start : one.end]) for one in article.blocks if one.kind in _READ_BLOCKS]
    known = [block["text"] for block in ARTICLES[file]["blocks"]]
    assert [text for text in read if not text.endswith(tuple(known)) and re.search(r"\w", text)] == []
    assert [text for text in ARTICLES[file].get("absent", ()) if any(text in one for one in read)] == []


@pytest.mark.parametrize("expected", CLAIMS.values(), ids=str)
def test_claim(expected: ExpectedClaim) -> None:
    """Each checkable sentence is one claim, said by whom the article lets it be said."""
    claim = expected.found()
    if expected.asserter is None:
        assert claim.asserter is None
    else:
        assert expected.asserter in (claim.asserter or "")
        assert claim.cue
    assert claim.is_quote == expected.is_quote


@pytest.mark.parametrize("file", ARTICLES)
def test_what_asserts_nothing_is_no_claim(file: str) -> None:
    """Questions, credits, promotions and the site's own words are passed over."""
    article, ledger = seed_article(file), seed_ledger(file)
    spoken = {BlockKind.BODY, BlockKind.CAPTION}
    silent = [block["text"] for block in ARTICLES[file]["blocks"] if not spoken & set(map(BlockKind, block["kinds"]))]
    wrong = {*silent, *ARTICLES[file].get("not_claims", ())}
    claimed = {squeezed(article.sentences[index].text) for claim in ledger.claims for index in claim.sentences}
    assert claimed & wrong == set()


@pytest.mark.parametrize(
    "expected", [one for one in SPEAKING if (one.claim.id, one.file) not in FOUND_BY_READING], ids=str
)
def test_passage_of_the_other_article_is_proposed(expected: ExpectedRelation) -> None:
    """Where another article speaks to a claim, the reviewer is shown where."""
    assert any(expected.shows_passage(match) for match in expected.proposals())


@pytest.mark.parametrize("expected", [one for one in SPEAKING if one.facets], ids=str)
def test_what_differs_is_marked(expected: ExpectedRelation) -> None:
    """A number, hour, place, hedge or wording that differs is among the differences."""
    differences = compare(expected.claim.text, " ".join(expected.passage)).differences
    assert expected.facets <= {difference.facet for difference in differences}


@pytest.mark.parametrize("expected", [one for one in SPEAKING if one.same], ids=str)
def test_what_does_not_differ_is_not_marked(expected: ExpectedRelation) -> None:
    """Another way to write the same date or name raises no warning."""
    differences = compare(expected.claim.text, " ".join(expected.passage)).differences
    assert [difference for difference in differences if difference.facet in expected.same] == []


@pytest.mark.parametrize("expected", SILENT, ids=str)
def test_silence_is_not_taken_for_agreement(expected: ExpectedRelation) -> None:
    """The best passage of an article that says nothing about the claim is not offered as support."""
    sentences = seed_article(expected.file).sentences
    for match in expected.proposals():
        passage = " ".join(squeezed(sentences[index].text) for index in match.sentences)
        assert compare(expected.claim.text, passage).suggestion is not Relation.CORROBORATES


def test_every_planted_difference_is_a_relation_that_is_checked() -> None:
    """What the README says was planted is what the expectations hold the engine to."""
    checked = {
        (frozenset({one.claim.id, other}), facet) for one in SPEAKING for facet in one.facets for other in _said(one)
    }
    for planted in DOCUMENT["planted"]:
        assert (frozenset(planted["claims"]), Facet(planted["facet"])) in checked


def _said(relation: ExpectedRelation) -> list[str]:
    """Return the claims of the other article that its passage is."""
    return [one.id for one in CLAIMS.values() if one.file == relation.file and one.text in relation.passage]


def test_articles_that_carry_one_agencys_text_share_an_origin_and_no_others_do() -> None:
    articles = {article.sha256: article.name for article in map(seed_article, ARTICLES)}
    groups = shared_origins(map(seed_article, ARTICLES))
    for kind in (SharedOrigin.WORDS, SharedOrigin.AGENCY):
        found = [sorted(articles[key] for key in group.articles) for group in groups if group.kind is kind]
        assert found == [sorted(origin["articles"]) for origin in DOCUMENT["origins"]]
    (agency,) = (group for group in groups if group.kind is SharedOrigin.AGENCY)
    assert agency.name == DOCUMENT["origins"][0]["name"]
