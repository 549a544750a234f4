"""What is written as JSON-LD loses nothing when it is read as such: every term is one of its vocabulary.

The names are those of the W3C's Web Annotation vocabulary and its context (REC 2017), of what that takes from others,
and of schema.org; a reader of JSON-LD drops without a word whatever its context does not know.
"""

import json
from collections import Counter
from collections.abc import Callable, Iterator
from typing import Any

import pytest

from workbench.reports.interchange.claimreview import claimreview_text
from workbench.reports.interchange.webannotation import webannotation_text
from workbench.reports.record import Record

Expand = Callable[[str], list[Any]]
CONTEXT_OF = {webannotation_text: "http://www.w3.org/ns/anno.jsonld", claimreview_text: "https://schema.org"}
VOCABULARY = {
    "http://www.w3.org/ns/oa#": {
        *("Annotation", "SpecificResource", "TextualBody", "TextQuoteSelector", "TextPositionSelector", "TimeState"),
        *("hasBody", "hasTarget", "hasSource", "hasSelector", "hasState", "cachedSource", "motivatedBy", "hasPurpose"),
        *("exact", "prefix", "suffix", "start", "end"),
        *("assessing", "classifying", "commenting", "describing", "linking", "moderating", "tagging"),
    },
    "http://www.w3.org/ns/activitystreams#": {
        *("OrderedCollection", "OrderedCollectionPage", "Application"),
        *("first", "items", "totalItems", "startIndex"),
    },
    "http://purl.org/dc/terms/": {"creator", "created"},
    "http://purl.org/dc/elements/1.1/": {"format", "language"},
    "http://www.w3.org/1999/02/22-rdf-syntax-ns#": {"value"},
    "http://www.w3.org/2000/01/rdf-schema#": {"label"},
    "http://xmlns.com/foaf/0.1/": {"Person", "name"},
    "http://schema.org/": {
        *("DataFeed", "DataFeedItem", "ClaimReview", "Claim", "Rating", "NewsArticle", "Person", "Organization"),
        *("dataFeedElement", "item", "dateModified", "datePublished", "creativeWorkStatus", "author", "publisher"),
        *("claimReviewed", "itemReviewed", "reviewRating", "ratingValue", "bestRating", "worstRating"),
        *("ratingExplanation", "alternateName", "appearance", "inLanguage", "text", "name", "url"),
    },
}
KNOWN = {f"{base}{name}" for base, names in VOCABULARY.items() for name in names}


def objects(value: Any) -> Iterator[dict[str, Any]]:
    """Yield every object within a JSON value."""
    if isinstance(value, list):
        for item in value:
            yield from objects(item)
    elif isinstance(value, dict):
        yield value
        for inner in value.values():
            yield from objects(inner)


def terms_written(tree: Any) -> Counter[str]:
    """Count the keys of all objects, and what stands in them as a type, motivation or purpose."""
    found: Counter[str] = Counter()
    for each in objects(tree):
        found.update(name for name in each if name not in ("id", "type") and not name.startswith("@"))
        found.update(each[name] for name in ("type", "@type", "motivation", "purpose") if name in each)
    return found


def terms_read(expanded: Any) -> Counter[str]:
    """Count the IRIs of properties and types, and of what a property names as a motivation or purpose."""
    found: Counter[str] = Counter()
    for each in objects(expanded):
        if "@value" in each:
            continue
        found.update(name for name in each if not name.startswith("@"))
        found.update(each.get("@type", ()))
        for name in ("motivatedBy", "hasPurpose"):
            found.update(value["@id"] for value in each.get(f"http://www.w3.org/ns/oa#{name}", ()))
    return found


@pytest.mark.parametrize("render", CONTEXT_OF)
def test_every_term_is_read_as_one_of_the_vocabulary_and_none_is_dropped(
    settled_record: Record, expand: Expand, render: Callable[[Record], Iterator[str]]
) -> None:
    text = "".join(render(settled_record))
    written, read = terms_written(json.loads(text)), terms_read(expand(text))
    assert set(read) <= KNOWN
    assert read == count_by_iri(written, expand, CONTEXT_OF[render])


def count_by_iri(written: Counter[str], expand: Expand, context: str) -> Counter[str]:
    """Return how often each IRI must be read; two terms may mean the same."""
    found: Counter[str] = Counter()
    for term, number in written.items():
        found[iri_of(term, expand, context)] += number
    return found


def iri_of(term: str, expand: Expand, context: str) -> str:
    """Return what a term means by itself."""
    (found,) = expand(json.dumps({"@context": context, "@id": "urn:x", "@type": [term]})) or [{}]
    (iri,) = found.get("@type", [""])
    return str(iri)


def test_a_term_that_the_context_does_not_know_would_be_seen(expand: Expand) -> None:
    text = json.dumps({"@context": CONTEXT_OF[webannotation_text], "id": "urn:x", "type": "Annotation", "mood": "good"})
    assert terms_written(json.loads(text)) == {"Annotation": 1, "mood": 1}
    assert sum(terms_read(expand(text)).values()) == 1
