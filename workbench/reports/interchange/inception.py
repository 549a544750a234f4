"""A record for INCEpTION, and for whatever else reads UIMA: a zip with one CAS (XMI, XML 1.0) for each article.

`TypeSystem.xml` beside them declares the layers; a project imports it first (Settings → Layers), then the articles as
“UIMA CAS XMI (XML 1.0)”. On DKPro's layer Sentence are the sentences, on three of our own, whose features are those of
`inception_layers`:

* Claim: the words of the article that a claim was made of;
* Source: a sentence that states a claim of this article; those with the same `alternative` are enough together;
* Passage: sentences that speak to a claim of another article, with the relation, settled or shared by all reviewers.

Offsets in the files count UTF-16 code units, as UIMA does; a character that XML has no place for is the sign �.
"""

import zipfile
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass
from tempfile import TemporaryFile
from typing import Any, Final, TypeAlias

from workbench.reports.interchange.exported import current_articles, exported_states, related_articles, sets_in
from workbench.reports.interchange.inception_layers import (
    CLAIM,
    METADATA,
    PASSAGE,
    SENTENCE,
    SOURCE,
    declared_layers,
    uima,
)
from workbench.reports.interchange.naming import ALL_COLLECTIONS, article_address, told
from workbench.reports.interchange.selectors import Span, runs
from workbench.reports.interchange.zipped import store_text
from workbench.reports.record import Record, RecordedArticle
from workbench.reports.writing import pieces_of, slug
from workbench.reports.xml_text import xml_text
from workbench.store.fold import ClaimState

TYPE_SYSTEM: Final = "TypeSystem.xml"
_UNKNOWN_LANGUAGE: Final = "x-unspecified"

Feature: TypeAlias = str | int | float | bool | None


@dataclass(frozen=True, slots=True)
class _Passage:
    """What an article says to a claim of another; the fields but for `sentences` are the features of the layer."""

    claim: str
    wording: str
    article: str
    relation: str
    facets: str
    sentences: tuple[int, ...]


def inception_pieces(record: Record) -> Iterator[bytes]:
    """Yield `record` as a zip of UIMA CASes for INCEpTION.

    Raises:
        ReportError: dkpro-cassis is not there.
    """
    layers, passages = declared_layers(), _passages_by_article(record)
    made = record.generated_at
    with TemporaryFile() as file:
        with zipfile.ZipFile(file, "w") as archive:
            store_text(archive, TYPE_SYSTEM, (_ascii(layers.to_xml()),), made)
            for recorded, states in current_articles(record):
                document = _Document(recorded, layers, record.collection or ALL_COLLECTIONS)
                document.add_claims(states, record.asked)
                document.add_passages(passages.get(recorded.key, ()))
                store_text(archive, file_name(recorded), (document.xmi(),), made)
        yield from pieces_of(file)


def file_name(recorded: RecordedArticle) -> str:
    """Return the name of an article's CAS in the zip: its label, which no other article has, and the file's name."""
    return f"{slug(f'{recorded.summary.label}-{recorded.article.name}', 'article')}.xmi"


class _Document:
    """The CAS of one article while it is filled."""

    def __init__(self, recorded: RecordedArticle, layers: Any, collection: str) -> None:
        article = recorded.article
        self._article = article
        self._layers = layers
        self._cas = uima().Cas(layers, sofa_string=xml_text(article.text), sofa_mime="text/plain")
        described = {
            "language": article.language or _UNKNOWN_LANGUAGE,
            "documentTitle": article.heading,
            "documentId": article.sha256,
            "documentUri": article_address(article),
            "collectionId": collection,
        }
        self._add(METADATA, (0, len(article.text)), described)
        for sentence in article.sentences:
            self._add(SENTENCE, (sentence.start, sentence.end), {})

    def add_claims(self, states: Iterable[ClaimState], asked: int) -> None:
        """Mark the claims of this article, and the sentences that state them."""
        for state in states:
            self._add(CLAIM, (state.claim.start, state.claim.end), _claim_features(state, asked))
            for number, source in enumerate(state.sources, 1):
                for sentence in source.sentences:
                    place = self._article.sentences[sentence]
                    self._add(SOURCE, (place.start, place.end), {"claim": state.key, "alternative": number})

    def add_passages(self, passages: Iterable[_Passage]) -> None:
        """Mark what speaks to claims of other articles."""
        for passage in passages:
            features = asdict(passage)
            for span in runs(self._article, features.pop("sentences")):
                self._add(PASSAGE, span, features)

    def xmi(self) -> str:
        """Return it as XMI, in ASCII."""
        return _ascii(self._cas.to_xmi())

    def _add(self, layer: str, span: Span, features: Mapping[str, Feature]) -> None:
        known = {
            name: xml_text(value) if isinstance(value, str) else value for name, value in told(dict(features)).items()
        }
        self._cas.add(self._layers.get_type(layer)(begin=span[0], end=span[1], **known))


def _claim_features(state: ClaimState, asked: int) -> dict[str, Feature]:
    return {
        "key": state.key,
        "wording": state.text,
        "verdict": state.verdict,
        "state": state.state_for(asked),
        "asserter": state.claim.asserter,
        "kind": state.claim.type,
        "quote": state.claim.is_quote,
        "checkworthiness": state.claim.checkworthiness,
    }


def _passages_by_article(record: Record) -> Mapping[str, list[_Passage]]:
    """Return by article (its key) what it says to the claims of the others."""
    found = defaultdict[str, list[_Passage]](list)
    headings = {summary.key: summary.heading for summary in record.summaries}
    for state in exported_states(record):
        for article, passage in _passages(state, headings[state.claim.article]):
            found[article].append(passage)
    return found


def _passages(state: ClaimState, heading: str) -> Iterator[tuple[str, _Passage]]:
    for article in related_articles(state):
        relation = str(state.relation_with(article))
        for sentences in sets_in(state, article):
            yield article, _Passage(state.key, state.text, heading, relation, _facets(state, article), sentences)


def _facets(state: ClaimState, article: str) -> str:
    """Return in what an article differs from the claim, as it was settled, or else as any reviewer has it."""
    settled, relation = state.settled_cell(article), state.relation_with(article)
    given = [each.facets for each in state.agreements if each.article == article and each.relation is relation]
    return ", ".join(dict.fromkeys(facet for facets in ([settled.facets] if settled else given) for facet in facets))


def _ascii(text: str) -> str:
    """Return XML with references for all that ASCII does not show: in a terminal it does nothing but stand there."""
    return text.encode("ascii", "xmlcharrefreplace").decode().replace("\x7f", "&#127;")
