"""A record as W3C Web Annotations: what was marked in the articles, and what was said about it.

One collection with one page. Each claim is described at its own words, each set of sentences that states it is linked
to it, each verdict assesses it, each relation links it with the passage of the other article, each note comments on
it. The bodies are plain text: the terms of this program's vocabulary, and what people wrote.
"""

from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from workbench.reports.interchange.json_text import dump, json_list, json_object
from workbench.reports.interchange.naming import (
    ALL_COLLECTIONS,
    JsonObject,
    article_urn,
    derived_urn,
    one_or_many,
    told,
    uuid_urn,
)
from workbench.reports.interchange.selectors import Targets
from workbench.reports.record import Articles, Record
from workbench.store.claim_state import Agreement
from workbench.store.decisions import format_time
from workbench.store.fold import ClaimState
from workbench.store.settled import CellAdjudication
from workbench.vocabulary import CLAIM_ORIGIN_LABELS, PROGRAM_ORIGINS, ClaimOrigin

CONTEXT: Final = "http://www.w3.org/ns/anno.jsonld"
_KEPT: Final = 256


def webannotation_text(record: Record) -> Iterator[str]:
    """Yield the collection annotation by annotation."""
    name = record.collection or ALL_COLLECTIONS
    page: tuple[tuple[str, str | Iterator[str]], ...] = (
        ("id", dump(derived_urn("AnnotationPage", name))),
        ("type", dump("AnnotationPage")),
        ("startIndex", dump(0)),
        ("items", json_list(annotations(record))),
    )
    return json_object(
        (
            ("@context", dump(CONTEXT)),
            ("id", dump(derived_urn("AnnotationCollection", name))),
            ("type", dump("AnnotationCollection")),
            ("label", dump(name)),
            ("total", dump(sum(map(_said_of, record.told)))),
            ("first", json_object(page, end="")),
        )
    )


def annotations(record: Record) -> Iterator[JsonObject]:
    """Yield the annotations claim by claim, in reading order."""
    targets = _TargetsByArticle(record.articles)
    for state in record.told:
        if own := targets.get(state.claim.article):
            yield from _Annotator(state, own, targets).annotations()


def _said_of(state: ClaimState) -> int:
    """Return how many annotations a claim has."""
    said = (state.sources, state.votes, state.agreements, state.settled_cells, state.notes)
    return 1 + sum(map(len, said)) + bool(state.adjudication) + bool(state.discarded_by)


class _TargetsByArticle:
    """The targets in each article, by its key: None of one that is not of this record; those used last are kept."""

    def __init__(self, articles: Articles) -> None:
        self._articles = articles
        self.get = lru_cache(maxsize=_KEPT)(self._made)

    def _made(self, key: str) -> Targets | None:
        recorded = self._articles.get(key)
        return Targets(recorded.article) if recorded else None


class _Annotator:
    """What is said of one claim."""

    def __init__(self, state: ClaimState, own: Targets, targets: _TargetsByArticle) -> None:
        self._state = state
        self._targets = targets
        self._language = own.language
        self._claim = own.at((state.claim.start, state.claim.end))

    def annotations(self) -> Iterator[JsonObject]:
        yield self._description()
        yield from self._sources()
        yield from self._verdicts()
        yield from self._relations()
        yield from self._notes()
        if by := self._state.discarded_by:
            body = _texts("moderating", "discarded", self._state.discard_reason)
            yield self._annotation(("discarded",), "moderating", body, self._claim, _creator(by))

    def _description(self) -> JsonObject:
        """The claim itself, in its present wording, at the words it was made of."""
        made = self._state.claim
        body = _text(self._state.text, "describing", self._language)
        creator = None if made.origin is ClaimOrigin.REVIEWER else _creator(made.origin, made.extractor)
        return self._annotation(("claim",), "describing", body, self._claim, creator)

    def _sources(self) -> Iterator[JsonObject]:
        for link in self._state.sources:
            creator = _creator(link.by, self._state.claim.extractor)
            places = self._passages(self._state.claim.article, link.sentences)
            linked = {"type": "SpecificResource", "source": uuid_urn(self._state.key), "purpose": "linking"}
            body = [linked, _text(link.state, "classifying")]
            named = ("source", link.by, *map(str, link.sentences))
            yield self._annotation(named, "linking", body, one_or_many(places), creator)

    def _verdicts(self) -> Iterator[JsonObject]:
        for vote in self._state.votes:
            body = [_text(vote.verdict, "assessing"), *_texts("classifying", vote.reason)]
            body += _texts("commenting", _unsupported(vote.unsupported))
            created = format_time(vote.at)
            yield self._annotation(
                ("vote", vote.reviewer), "assessing", body, self._claim, _creator(vote.reviewer), created
            )
        if settled := self._state.adjudication:
            body = [_text(settled.verdict or settled.settlement, "assessing")]
            body += _texts("classifying", settled.settlement, settled.disagreement, settled.reason)
            body += _texts("commenting", _unsupported(settled.unsupported), settled.note)
            creator, created = _creator(settled.reviewer), format_time(settled.at)
            yield self._annotation(("adjudication",), "assessing", body, self._claim, creator, created)

    def _relations(self) -> Iterator[JsonObject]:
        for given in self._state.agreements:
            yield self._relation("agreement", given, _text(given.relation, "classifying"))
        for settled in self._state.settled_cells:
            said = _text(settled.relation or settled.settlement, "classifying")
            yield self._relation("settled_agreement", settled, said)

    def _relation(self, kind: str, given: Agreement | CellAdjudication, said: JsonObject) -> JsonObject:
        body = [said, *_texts("tagging", *given.facets), *_texts("commenting", given.note)]
        if given.other_claim:
            body += [{"type": "SpecificResource", "source": uuid_urn(given.other_claim), "purpose": "linking"}]
        targets = [self._claim, *self._passages(given.article, given.sentences)]
        named, creator = (kind, given.reviewer, given.article), _creator(given.reviewer)
        return self._annotation(named, "linking", body, targets, creator, format_time(given.at))

    def _passages(self, key: str, sentences: tuple[int, ...]) -> list[JsonObject | str]:
        """The passages of an article, or the article as a whole; of one of another collection, its name."""
        targets = self._targets.get(key)
        if targets is None:
            return [article_urn(key)]
        return [*targets.sentences(sentences)] or [targets.whole()]

    def _notes(self) -> Iterator[JsonObject]:
        for number, note in enumerate(self._state.notes):
            named, body = ("note", note.reviewer, format_time(note.at), str(number)), _text(note.text, "commenting")
            created = format_time(note.at)
            yield self._annotation(named, "commenting", body, self._claim, _creator(note.reviewer), created)

    def _annotation(
        self,
        named: tuple[str, ...],
        motivation: str,
        body: JsonObject | list[JsonObject],
        about: JsonObject | list[JsonObject | str],
        creator: JsonObject | None,
        created: str | None = None,
    ) -> JsonObject:
        return told(
            {
                "id": derived_urn("Annotation", self._state.key, *named),
                "type": "Annotation",
                "motivation": motivation,
                "creator": creator,
                "created": created,
                "body": body,
                "target": about,
            }
        )


def _text(value: str, purpose: str, language: str | None = None) -> JsonObject:
    return told(
        {
            "type": "TextualBody",
            "value": str(value),
            "format": "text/plain",
            "language": language,
            "purpose": purpose,
        }
    )


def _unsupported(words: str | None) -> str | None:
    return f"Not supported: “{words}”" if words else None


def _texts(purpose: str, *values: str | None) -> list[JsonObject]:
    return [_text(value, purpose) for value in values if value]


def _creator(by: str, extractor: str | None = None) -> JsonObject:
    if by in PROGRAM_ORIGINS:
        return {"type": "Software", "name": extractor or f"claim-workbench: {CLAIM_ORIGIN_LABELS[ClaimOrigin(by)]}"}
    return {"type": "Person", "name": by}
