"""A record as WiCE (Kamoi et al. 2023): what one article's sentences make of a claim of another.

WiCE asks of a claim and the sentences of a cited article whether these entail it. So there is a line for each claim and
each other article whose relation to it is settled, or shared by all reviewers:

* corroborates → supported;
* partially supports → partially_supported;
* contradicts, not addressed → not_supported.

`supporting_sentences` are alternatives, each a set of places in `evidence`, which holds all sentences of the article.
Other relations (updates, attributes, questions, unclear) have no label in WiCE and are left out.
"""

from collections.abc import Iterator
from typing import Final

from workbench.articles.model import Article
from workbench.reports.interchange.exported import exported_claims, exported_states, related_articles, sets_in
from workbench.reports.interchange.json_text import json_lines
from workbench.reports.interchange.naming import JsonObject
from workbench.reports.record import Record
from workbench.reports.wording import count
from workbench.store.fold import ClaimState
from workbench.vocabulary import Relation

LABELS: Final = {
    Relation.CORROBORATES: "supported",
    Relation.PARTIALLY_SUPPORTS: "partially_supported",
    Relation.CONTRADICTS: "not_supported",
    Relation.NOT_ADDRESSED: "not_supported",
}
_NOT_SUPPORTED: Final = "not_supported"


def wice_text(record: Record) -> Iterator[str]:
    """Yield `record` as WiCE, line by line."""
    return json_lines(wice_lines(record))


def wice_lines(record: Record) -> Iterator[JsonObject]:
    """Yield a line for every claim and other article whose relation has a label in WiCE."""
    for state, own in exported_claims(record):
        for key in related_articles(state):
            relation = state.relation_with(key)
            if relation in LABELS and (other := record.articles.get(key)):
                yield _line(state, own, other.article, LABELS[relation])


def left_out(record: Record) -> str:
    """Say how many relations are left out, and why; "" if none is."""
    found = (state.relation_with(key) for state in exported_states(record) for key in related_articles(state))
    other = sum(1 for relation in found if relation not in LABELS)
    return f"Left out: {count(other, 'relation')} that WiCE has no label for." if other else ""


def _line(state: ClaimState, own: Article, other: Article, label: str) -> JsonObject:
    sets = () if label == _NOT_SUPPORTED else sets_in(state, other.sha256)
    return {
        "label": label,
        "supporting_sentences": [list(sentences) for sentences in sets],
        "claim": state.text,
        "evidence": [sentence.text for sentence in other.sentences],
        "meta": {
            "id": f"{state.key}:{other.sha256}",
            "claim_title": own.heading,
            "claim_section": "",
            "claim_context": _paragraph(state, own),
        },
    }


def _paragraph(state: ClaimState, article: Article) -> str:
    block = article.blocks[article.sentences[state.claim.sentences[0]].block] if state.claim.sentences else None
    return article.text[block.start : block.end] if block else ""
