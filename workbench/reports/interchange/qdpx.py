"""A record as a REFI-QDA project (`.qdpx`), which programs for qualitative analysis (NVivo, MAXQDA, ATLAS.ti, …) open.

A zip of `project.qde` and the texts of the articles. Codes are “claim” and the verdicts, quotations are the claims, in
code points of the text. Each vote is a coding by its reviewer, each remark a note, and each relation that names the
other article's claim a link. Everything is named by its key, so that the same record gives the same file.
"""

import zipfile
from collections.abc import Iterable, Iterator
from datetime import datetime
from tempfile import TemporaryFile
from typing import Final
from xml.sax.saxutils import escape, quoteattr

from workbench import __version__
from workbench.reports.interchange.exported import current_articles
from workbench.reports.interchange.naming import ALL_COLLECTIONS, derived_key
from workbench.reports.interchange.zipped import store_text
from workbench.reports.record import Record, RecordedArticle
from workbench.reports.writing import pieces_of
from workbench.reports.xml_text import xml_text
from workbench.store.fold import ClaimState
from workbench.vocabulary import RELATION_TERMS, VERDICT_TERMS

NAMESPACE: Final = "urn:QDA-XML:project:1.0"
_CLAIM: Final = "claim"
_CLAIM_DEFINITION: Final = "What an article asserts."
_LONGEST_NAME: Final = 80


def qdpx_pieces(record: Record) -> Iterator[bytes]:
    """Yield `record` as a REFI-QDA project."""
    made = record.generated_at
    with TemporaryFile() as file:
        with zipfile.ZipFile(file, "w") as archive:
            store_text(archive, "project.qde", _lines(_project(record)), made)
            for recorded, _ in current_articles(record):
                store_text(archive, f"sources/{_source(recorded.key)}.txt", (recorded.article.text,), made)
        yield from pieces_of(file)


def _lines(elements: Iterable[str]) -> Iterator[str]:
    before = ""
    for element in elements:
        yield before + element
        before = "\n"


def _states(record: Record) -> Iterator[ClaimState]:
    return (state for _, states in current_articles(record) for state in states)


def _project(record: Record) -> Iterator[str]:
    name = record.collection or ALL_COLLECTIONS
    yield '<?xml version="1.0" encoding="utf-8"?>'
    attributes = {
        "name": name,
        "origin": f"claim-workbench {__version__}",
        "creationDateTime": _time(record.generated_at),
    }
    yield f'<Project xmlns="{NAMESPACE}"{_attributes(attributes)}>'
    yield from _within(
        "Users", (f"<User{_attributes({'guid': _user(each), 'name': each})}/>" for each in _people(_states(record)))
    )
    yield f"<CodeBook><Codes>{''.join(_codes())}</Codes></CodeBook>"
    yield from _within("Sources", (_text_source(recorded, states) for recorded, states in current_articles(record)))
    yield from _within("Notes", (note for state in _states(record) for note in _notes(state)))
    yield from _within("Links", _links(record))
    yield "</Project>"


def _within(element: str, children: Iterable[str]) -> Iterator[str]:
    """Yield the element with its children; nothing without any, as the schema knows no empty lists."""
    is_open = False
    for child in children:
        if not is_open:
            yield f"<{element}>"
        is_open = True
        yield child
    if is_open:
        yield f"</{element}>"


def _people(states: Iterable[ClaimState]) -> tuple[str, ...]:
    names: dict[str, None] = {}
    for state in states:
        names |= dict.fromkeys(vote.reviewer for vote in state.votes)
        names |= dict.fromkeys(note.reviewer for note in state.notes)
    return tuple(names)


def _codes() -> Iterator[str]:
    terms = {_CLAIM: (_CLAIM, _CLAIM_DEFINITION)}
    terms |= {verdict.value: (term.label, term.definition) for verdict, term in VERDICT_TERMS.items()}
    for code, (label, definition) in terms.items():
        attributes = _attributes({"guid": _code(code), "name": label, "isCodable": "true"})
        yield f"<Code{attributes}><Description>{_plain(definition)}</Description></Code>"


def _text_source(recorded: RecordedArticle, claims: Iterable[ClaimState]) -> str:
    guid = _source(recorded.key)
    attributes = {"guid": guid, "name": recorded.article.heading, "plainTextPath": f"internal://{guid}.txt"}
    told = f"<Description>{_plain(f'{recorded.article.name} (sha256 {recorded.key})')}</Description>"
    return f"<TextSource{_attributes(attributes)}>{told}{''.join(map(_selection, claims))}</TextSource>"


def _selection(state: ClaimState) -> str:
    attributes = {
        "guid": state.key,
        "name": " ".join(state.text.split())[:_LONGEST_NAME],
        "startPosition": str(state.claim.start),
        "endPosition": str(state.claim.end),
    }
    wording = f"<Description>{_plain(state.text)}</Description>" if state.text != state.claim.text else ""
    notes = "".join(
        f"<NoteRef{_attributes({'targetGUID': _note(state, place)})}/>" for place in range(len(state.notes))
    )
    return (
        f"<PlainTextSelection{_attributes(attributes)}>{wording}{''.join(_codings(state))}{notes}</PlainTextSelection>"
    )


def _codings(state: ClaimState) -> Iterator[str]:
    yield _coding({"guid": derived_key("coding", state.key)}, _CLAIM)
    for vote in state.votes:
        made = {"creatingUser": _user(vote.reviewer), "creationDateTime": _time(vote.at)}
        yield _coding({"guid": derived_key("coding", state.key, vote.reviewer), **made}, vote.verdict)


def _coding(attributes: dict[str, str], code: str) -> str:
    return f"<Coding{_attributes(attributes)}><CodeRef{_attributes({'targetGUID': _code(code)})}/></Coding>"


def _notes(state: ClaimState) -> Iterator[str]:
    for place, note in enumerate(state.notes):
        attributes = {
            "guid": _note(state, place),
            "name": " ".join(note.text.split())[:_LONGEST_NAME],
            "creatingUser": _user(note.reviewer),
            "creationDateTime": _time(note.at),
        }
        yield f"<Note{_attributes(attributes)}><PlainTextContent>{_plain(note.text)}</PlainTextContent></Note>"


def _links(record: Record) -> Iterator[str]:
    """Yield the relations between claims that are both here."""
    known = {state.key for state in _states(record)}
    for state in _states(record):
        for given in state.agreements:
            if given.other_claim in known:
                attributes = {
                    "guid": derived_key("link", state.key, given.article, given.reviewer),
                    "name": f"{RELATION_TERMS[given.relation].label} ({given.reviewer})",
                    "direction": "OneWay",
                    "originGUID": given.other_claim,
                    "targetGUID": state.key,
                }
                yield f"<Link{_attributes(attributes)}/>"


def _attributes(values: dict[str, str]) -> str:
    return "".join(f" {name}={quoteattr(xml_text(value))}" for name, value in values.items())


def _plain(text: str) -> str:
    return escape(xml_text(text), {"\r": "&#13;"})


def _time(at: datetime) -> str:
    return f"{at:%Y-%m-%dT%H:%M:%SZ}"


def _user(name: str) -> str:
    return derived_key("person", name)


def _code(name: str) -> str:
    return derived_key("code", name)


def _source(article: str) -> str:
    return derived_key("source", article)


def _note(state: ClaimState, place: int) -> str:
    return derived_key("note", state.key, str(place))
