"""A REFI-QDA project: its texts, quotations, codes, people, notes and links refer to one another."""

import io
import xml.etree.ElementTree as ElementTree
import zipfile
from dataclasses import replace
from uuid import UUID

from workbench.reports.interchange.exported import exported_claims
from workbench.reports.interchange.qdpx import NAMESPACE, qdpx_pieces
from workbench.reports.record import Record
from workbench.vocabulary import VERDICT_TERMS

Q = f"{{{NAMESPACE}}}"


def undiscarded(record: Record) -> Record:
    """Return the record with every discarded claim taken up again: one of them is the other side of a relation."""
    return replace(record, claims=tuple(replace(state, discarded_by=None) for state in record.claims))


def opened(record: Record) -> tuple[zipfile.ZipFile, ElementTree.Element]:
    archive = zipfile.ZipFile(io.BytesIO(b"".join(qdpx_pieces(record))))
    assert archive.testzip() is None
    return archive, ElementTree.fromstring(archive.read("project.qde"))


def found(root: ElementTree.Element, name: str) -> list[ElementTree.Element]:
    return list(root.iter(f"{Q}{name}"))


def quoted(archive: zipfile.ZipFile, root: ElementTree.Element) -> dict[str, str]:
    """Return the words at the places of the quotations, by their ids."""
    words = {}
    for source in found(root, "TextSource"):
        name = source.attrib["plainTextPath"].removeprefix("internal://")
        text = archive.read(f"sources/{name}").decode()
        for selection in found(source, "PlainTextSelection"):
            start, end = (int(selection.attrib[name]) for name in ("startPosition", "endPosition"))
            words[selection.attrib["guid"]] = text[start:end]
    return words


def test_quotations_are_the_claims_at_their_places(astral_record: Record, settled_record: Record) -> None:
    for record in (astral_record, settled_record):
        assert quoted(*opened(record)) == {state.key: state.claim.text for state, _ in exported_claims(record)}


def test_every_vote_is_a_coding_by_its_reviewer(settled_record: Record) -> None:
    _, root = opened(settled_record)
    codes = {code.attrib["guid"]: code.attrib["name"] for code in found(root, "Code")}
    people = {person.attrib["guid"]: person.attrib["name"] for person in found(root, "User")}
    assert set(codes.values()) == {"claim", *(term.label for term in VERDICT_TERMS.values())}
    votes = {
        (
            selection.attrib["guid"],
            people[coding.attrib["creatingUser"]],
            codes[found(coding, "CodeRef")[0].attrib["targetGUID"]],
        )
        for selection in found(root, "PlainTextSelection")
        for coding in found(selection, "Coding")
        if "creatingUser" in coding.attrib
    }
    assert votes == {
        (state.key, vote.reviewer, VERDICT_TERMS[vote.verdict].label)
        for state, _ in exported_claims(settled_record)
        for vote in state.votes
    }


def test_every_reference_has_a_target_and_every_id_is_one(settled_record: Record) -> None:
    record = undiscarded(settled_record)
    _, root = opened(record)
    ids = [element.attrib["guid"] for element in root.iter() if "guid" in element.attrib]
    assert len(set(ids)) == len(ids)
    assert all(UUID(each) for each in ids)
    names = ("targetGUID", "originGUID", "creatingUser")
    targets = {element.attrib[name] for element in root.iter() for name in names if name in element.attrib}
    assert targets <= set(ids)
    notes = {"".join(note.itertext()) for note in found(root, "Note")}
    assert notes == {note.text for state, _ in exported_claims(record) for note in state.notes}
    words = quoted(*opened(record))
    links = {(words[link.attrib["originGUID"]], words[link.attrib["targetGUID"]]) for link in found(root, "Link")}
    assert links == {("All 241 passengers were taken ashore by noon.", "All 214 passengers were taken ashore by noon.")}


def test_the_parts_stand_in_the_order_of_the_schema(settled_record: Record) -> None:
    _, root = opened(undiscarded(settled_record))
    order = ["Users", "CodeBook", "Sources", "Notes", "Links"]
    assert [element.tag.removeprefix(Q) for element in root] == order


def test_the_same_record_gives_the_same_bytes(record: Record) -> None:
    assert b"".join(qdpx_pieces(record)) == b"".join(qdpx_pieces(record))


def test_hostile_text_stays_text_and_names_no_path(hostile: tuple[str, Record]) -> None:
    archive, root = opened(hostile[1])
    texts = {archive.read(name).decode() for name in archive.namelist() if name != "project.qde"}
    assert texts == {recorded.article.text for recorded in hostile[1].articles}
    assert all(UUID(name.removeprefix("sources/").removesuffix(".txt")) for name in archive.namelist()[1:])
    assert {element.tag.removeprefix(Q) for element in root} <= {"Users", "CodeBook", "Sources", "Notes", "Links"}
