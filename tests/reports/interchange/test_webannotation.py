"""Web Annotations: what is said stands at the words that it is said of, in code points."""

import json
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.articles.model import Article, Sentence
from workbench.reports.interchange.selectors import Quotations, runs
from workbench.reports.interchange.webannotation import annotations, webannotation_text
from workbench.reports.record import Record

OA = "http://www.w3.org/ns/oa#"
KNOWN = {
    "Annotation": {"id", "type", "motivation", "creator", "created", "body", "target"},
    "TextualBody": {"type", "value", "format", "language", "purpose"},
    "SpecificResource": {"type", "source", "selector", "state", "purpose"},
    "TextQuoteSelector": {"type", "exact", "prefix", "suffix"},
    "TextPositionSelector": {"type", "start", "end"},
    "TimeState": {"type", "cached"},
    "Person": {"type", "name"},
    "Software": {"type", "name"},
}


def items(record: Record) -> list[dict[str, Any]]:
    """Return the annotations that are written of `record`."""
    found: list[dict[str, Any]] = json.loads("".join(webannotation_text(record)))["first"]["items"]
    return found


def objects(value: Any) -> Iterator[dict[str, Any]]:
    """Yield every object within a JSON value."""
    if isinstance(value, list):
        for item in value:
            yield from objects(item)
    elif isinstance(value, dict):
        yield value
        yield from objects(list(value.values()))


def places(record: Record) -> Iterator[tuple[str, dict[str, Any], dict[str, Any]]]:
    """Yield for each target with a place the text of its article, its quotation and its position."""
    texts = {f"urn:sha256:{recorded.key}": recorded.article.text for recorded in record.articles}
    for found in objects(items(record)):
        if "selector" in found:
            quote, position = found["selector"]
            yield texts[found.get("state", {}).get("cached", found["source"])], quote, position


def test_everything_that_was_said_of_a_claim_is_an_annotation(settled_record: Record) -> None:
    found = Counter(annotation["motivation"] for annotation in items(settled_record))
    claims = settled_record.claims
    assert found["describing"] == len(claims)
    assert found["linking"] == sum(len(s.sources) + len(s.agreements) + len(s.settled_cells) for s in claims)
    assert found["assessing"] == sum(len(s.votes) + bool(s.adjudication) for s in claims)
    assert found["commenting"] == sum(len(s.notes) for s in claims)
    assert found["moderating"] == sum(bool(s.discarded_by) for s in claims)
    assert all(found.values())
    assert len({annotation["id"] for annotation in items(settled_record)}) == found.total()


def test_a_relation_links_the_claim_with_the_passage_and_says_how(record: Record) -> None:
    relations = [found for found in items(record) if isinstance(found["target"], list)]
    texts = {
        (found["body"][0]["value"], *(target["selector"][0]["exact"] for target in found["target"]))
        for found in relations
        if all("selector" in target for target in found["target"])
    }
    assert (
        "contradicts",
        "All 214 passengers were taken ashore by noon.",
        "All 241 passengers were taken ashore by noon.",
    ) in texts
    contradicts = next(found for found in relations if found["body"][0]["value"] == "contradicts")
    assert [body["value"] for body in contradicts["body"]] == ["contradicts", "number", "241 | 214"]
    assert contradicts["creator"] == {"type": "Person", "name": "Anna Berg"}


def test_offsets_count_code_points_with_emoji_and_other_planes(astral_record: Record) -> None:
    found = list(places(astral_record))
    assert len(found) > 10
    astral = 0
    for text, quote, position in found:
        start, end = position["start"], position["end"]
        assert text[start:end] == quote["exact"]
        assert text[:start].endswith(quote["prefix"])
        assert text[end:].startswith(quote["suffix"])
        astral += any(ord(sign) > 0xFFFF for sign in text[:end])
    assert astral > 10


def test_words_that_stand_twice_are_told_apart_by_their_context(astral_record: Record) -> None:
    twice = [(text, quote) for text, quote, _ in places(astral_record) if text.count(quote["exact"]) > 1]
    assert twice
    for text, quote in twice:
        assert text.count(quote["prefix"] + quote["exact"] + quote["suffix"]) == 1


@given(st.lists(st.sampled_from(["a ", "b ", "😀 "]), min_size=1, max_size=400), st.data())
def test_a_quotation_fits_its_own_place_only(words: list[str], data: st.DataObject) -> None:
    text = "".join(words)
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    quote = Quotations(text).selector((start, end))
    whole = quote["prefix"] + quote["exact"] + quote["suffix"]
    assert quote["exact"] == text[start:end]
    assert text.find(whole) == start - len(quote["prefix"])
    assert text.find(whole, text.find(whole) + 1) == -1


def test_a_text_that_repeats_itself_is_not_written_out_around_each_place() -> None:
    text = "The same. " * 100_000
    quote = Quotations(text).selector((500_000, 500_009))
    assert len(quote["prefix"]) == len(quote["suffix"]) == 1024


@given(st.sets(st.integers(0, 9)))
def test_sentences_that_follow_one_another_are_one_stretch(chosen: set[int]) -> None:
    sentences = tuple(Sentence(10 * n, 10 * n + 9, 0, "123456789") for n in range(10))
    found = list(runs(Article("", (), sentences, "", ""), chosen))
    assert {n for n in range(10) for start, end in found if start <= 10 * n < end} == chosen
    assert all(before[1] + 1 < after[0] for before, after in pairwise(found))


def test_an_article_on_the_web_is_named_by_its_address_and_its_bytes(record: Record) -> None:
    page = record.articles[0]
    known = replace(page, article=replace(page.article, url="https://harbour.example/ferry"))
    hidden = replace(page, article=replace(page.article, url="javascript:alert(1)"))
    for article, source, state in (
        (known, "https://harbour.example/ferry", {"type": "TimeState", "cached": f"urn:sha256:{page.key}"}),
        (hidden, f"urn:sha256:{page.key}", None),
    ):
        told = replace(record, articles=(article, *record.articles[1:]))
        targets = [found["target"] for found in items(told) if found["motivation"] == "describing"]
        mine = [target for target in targets if target["source"] == source]
        assert len(mine) == sum(state.claim.article == page.key for state in record.claims)
        assert all(target.get("state") == state for target in mine)


def test_only_terms_of_the_vocabulary_are_used(settled_record: Record) -> None:
    for found in objects(items(settled_record)):
        assert found.keys() <= KNOWN[found["type"]]


def test_a_reader_of_json_ld_finds_every_annotation(settled_record: Record, expand: Callable[[str], list[Any]]) -> None:
    (collection,) = expand("".join(webannotation_text(settled_record)))
    (page,) = collection["http://www.w3.org/ns/activitystreams#first"]
    (listed,) = page["http://www.w3.org/ns/activitystreams#items"]
    assert len(listed["@list"]) == len(items(settled_record))
    for annotation in listed["@list"]:
        assert annotation["@type"] == [f"{OA}Annotation"]
        assert annotation[f"{OA}motivatedBy"][0]["@id"].startswith(OA)
        for target in annotation[f"{OA}hasTarget"]:
            assert target.get("@id") or target[f"{OA}hasSource"][0]["@id"]


def test_what_is_no_more_specific_than_its_source_is_named_by_it_alone(settled_record: Record) -> None:
    """A SpecificResource has a selector, a state or a purpose (4); a whole article has none, but for its state."""
    targets = [each for found in items(settled_record) for each in listed(found["target"])]
    keys = {recorded.key for recorded in settled_record.articles}
    whole = {target for target in targets if isinstance(target, str)}
    assert whole
    assert whole <= {f"urn:sha256:{key}" for key in keys}
    assert all({"selector", "state", "purpose"} & target.keys() for target in targets if isinstance(target, dict))


def listed(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]


def test_the_same_record_gives_the_same_text(settled_record: Record) -> None:
    assert "".join(webannotation_text(settled_record)) == "".join(webannotation_text(settled_record))


@pytest.mark.timeout(300)
def test_hostile_text_stays_data(hostile: tuple[str, Record], expand: Callable[[str], list[Any]]) -> None:
    _, record = hostile
    text = "".join(webannotation_text(record))
    assert text.isascii()
    assert not any(ord(sign) < 0x20 for sign in text.replace("\n", ""))
    assert items(record) == list(annotations(record))
    assert all(text[p["start"] : p["end"]] == q["exact"] for text, q, p in places(record))
    assert expand(text)
