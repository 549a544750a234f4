"""What the decisions of a JSON project point to: articles, sentences, claims and collections of the same file."""

from dataclasses import dataclass

from workbench.articles.model import Article
from workbench.reports.project.node import Node
from workbench.store.decisions import Decision
from workbench.store.payloads import (
    AddClaim,
    AdjudicateCell,
    ConfirmOrigin,
    DetachEvidence,
    LinkSource,
    MarkSilent,
    ReadSentences,
    RecordAgreement,
    SetPolicy,
    Undo,
    UnlinkSource,
    WaiveWarning,
)


@dataclass(frozen=True, slots=True)
class Known:
    """What decisions can refer to.

    Attributes:
        claims: the article of every claim.
        subjects: the keys of the articles and collections as what decisions are about.
        collections: the names of the collections.
        evidence: the ids of the decisions that attached evidence.
    """

    articles: dict[str, Article]
    claims: dict[str, str]
    subjects: frozenset[str]
    collections: frozenset[str]
    evidence: frozenset[str]


def check_references(node: Node, decision: Decision, known: Known) -> None:
    """Make sure that everything that a well-formed decision names is in the file.

    Raises:
        InterchangeError: something is not, or cannot be meant.
    """
    match decision.payload:
        case ReadSentences(sentences=chosen):
            place = node["payload"]
            _check_sentences(place, _article(place["article"], known), chosen)
        case SetPolicy(collection):
            if collection not in known.collections:
                node["payload"]["collection"].fail("there is no such collection in this file")
        case Undo() if decision.claim in known.subjects:
            pass
        case _:
            own = known.claims.get(decision.claim)
            if own is None:
                node["claim"].fail("there is no such claim in this file")
            if own not in known.articles:
                node["claim"].fail("the article of this claim is not in this file")
            _check_about_claim(node["payload"], decision, own, known)


def _check_about_claim(node: Node, decision: Decision, own: str, known: Known) -> None:
    """Check what is decided about a claim of the article `own`."""
    match decision.payload:
        case AddClaim() as added:
            _check_added(node, added, known)
        case LinkSource(sentences=chosen) | UnlinkSource(sentences=chosen):
            _check_sentences(node, known.articles[own], chosen)
        case RecordAgreement(sentences=chosen):
            _check_sentences(node, _other_article(node["article"], own, known), chosen)
        case AdjudicateCell(article, sentences=chosen):
            _check_sentences(node, _other_article(node["article"], own, known), chosen)
            _check_claim(node, article, known)
        case MarkSilent():
            node["articles"].each(lambda item: _other_article(item, own, known))
        case ConfirmOrigin():
            node["articles"].each(lambda item: _article(item, known))
        case WaiveWarning(article=article):
            node.maybe("article", lambda item: _article(item, known))
            _check_claim(node, article, known)
        case DetachEvidence(evidence):
            if evidence not in known.evidence:
                node["evidence"].fail("no decision in this file attached it")
        case _:
            pass


def _check_added(node: Node, added: AddClaim, known: Known) -> None:
    article = _article(node["article"], known)
    _check_sentences(node, article, added.sentences)
    if not 0 <= added.start < added.end <= len(article.text) or article.text[added.start : added.end] != added.text:
        node["text"].fail("it does not stand at this place of the article")


def _check_claim(node: Node, article: str | None, known: Known) -> None:
    """Check the other claim, if one is named: it is one of `article`, or of any where none is named."""
    place = node.find("other_claim")
    if place is None:
        return
    home = known.claims.get(place.value)
    if home is None:
        place.fail("there is no such claim in this file")
    if article not in (None, home):
        place.fail("it is not a claim of that article")


def _other_article(node: Node, own: str, known: Known) -> Article:
    if node.value == own:
        node.fail("a relation is recorded for another article, not for the claim's own")
    return _article(node, known)


def _article(node: Node, known: Known) -> Article:
    return known.articles.get(node.value) or node.fail("there is no such article in this file")


def _check_sentences(node: Node, article: Article, chosen: tuple[int, ...]) -> None:
    if any(not 0 <= index < len(article.sentences) for index in chosen):
        node["sentences"].fail(f"the article has {len(article.sentences)} sentences")
