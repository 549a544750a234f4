"""The zip for INCEpTION, read back with dkpro-cassis: layers, features, and the words at their places."""

import io
import sys
import zipfile
from dataclasses import dataclass, replace
from typing import Any

import cassis
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from workbench.errors import ReportError
from workbench.reports.interchange.exported import exported_claims
from workbench.reports.interchange.inception import TYPE_SYSTEM, file_name, inception_pieces
from workbench.reports.interchange.inception_layers import CLAIM, LAYERS, METADATA, PASSAGE, SENTENCE, SOURCE
from workbench.reports.record import Record
from workbench.reports.xml_text import xml_text
from workbench.vocabulary import Relation

RESERVED = {
    *("address", "begin", "end", "coveredtext", "booleanvalue", "doublevalue", "bytevalue", "cas", "casimpl", "class"),
    *("featurevalue", "floatvalue", "longvalue", "lowlevelcas", "printrefs", "sofa", "stringvalue", "type"),
    *("typeindexid", "view"),
}
"""What INCEpTION lets no feature be called, whatever the case."""


@dataclass(frozen=True)
class Read:
    """What a reader of UIMA makes of the zip."""

    archive: zipfile.ZipFile
    types: cassis.TypeSystem
    documents: dict[str, cassis.Cas]

    def all(self, layer: str) -> list[Any]:
        """Return the annotations on a layer of all documents."""
        return [found for cas in self.documents.values() for found in cas.select(layer)]


def read(record: Record) -> Read:
    archive = zipfile.ZipFile(io.BytesIO(b"".join(inception_pieces(record))))
    assert archive.testzip() is None
    types = cassis.load_typesystem(archive.open(TYPE_SYSTEM))
    names = [name for name in archive.namelist() if name != TYPE_SYSTEM]
    return Read(archive, types, {name: cassis.load_cas_from_xmi(archive.open(name), types) for name in names})


def test_there_is_a_document_for_each_article_with_its_label_first(settled_record: Record) -> None:
    found = read(settled_record)
    assert list(found.documents) == ["a-courier.txt.xmi", "b-harbour.txt.xmi"]
    for (name, cas), recorded in zip(found.documents.items(), settled_record.articles, strict=True):
        assert name == file_name(recorded)
        assert cas.sofa_string == recorded.article.text
        (described,) = cas.select(METADATA)
        assert (described.documentId, described.documentTitle) == (recorded.key, recorded.article.heading)
        assert (described.language, described.collectionId) == ("en", "Ferry")
        sentences = [sentence.get_covered_text() for sentence in cas.select(SENTENCE)]
        assert sentences == [sentence.text for sentence in recorded.article.sentences]


def test_claims_have_their_words_and_features(settled_record: Record) -> None:
    found = {each.key: each for each in read(settled_record).all(CLAIM)}
    claims = {state.key: state for state, _ in exported_claims(settled_record)}
    assert found.keys() == claims.keys()
    for key, state in claims.items():
        each = found[key]
        assert each.get_covered_text() == state.claim.text
        assert (each.wording, each.verdict, each.state) == (state.text, state.verdict, state.state_for(3))
        assert (each.asserter, each.kind, each.quote) == (state.claim.asserter, state.claim.type, state.claim.is_quote)
        assert each.checkworthiness == pytest.approx(state.claim.checkworthiness)


def test_sources_are_the_sentences_that_state_a_claim_set_by_set(settled_record: Record) -> None:
    found = {(each.claim, each.alternative, each.get_covered_text()) for each in read(settled_record).all(SOURCE)}
    assert found == {
        (state.key, number, article.sentences[sentence].text)
        for state, article in exported_claims(settled_record)
        for number, source in enumerate(state.sources, 1)
        for sentence in source.sentences
    }


def test_passages_of_other_articles_say_what_they_do_to_which_claim(settled_record: Record) -> None:
    passages = read(settled_record).documents["a-courier.txt.xmi"].select(PASSAGE)
    said = {(each.wording, each.relation, each.facets, each.article): each.get_covered_text() for each in passages}
    heading = "Ferry runs aground off Tern Island"
    assert said == {
        ("All 214 passengers were taken ashore by noon.", Relation.CONTRADICTS.value, "number", heading): (
            "All 241 passengers were taken ashore by noon."
        ),
    }


def test_relations_stand_where_they_were_recorded_between_emoji(astral_record: Record) -> None:
    found = read(astral_record)
    assert len(found.all(PASSAGE)) == sum(len(state.agreements) for state in astral_record.claims)
    last = {recorded.article.sentences[-1].text for recorded in astral_record.articles}
    assert {each.get_covered_text() for each in found.all(PASSAGE)} == last
    claims = {state.key: state.claim.text for state, _ in exported_claims(astral_record)}
    assert {each.key: each.get_covered_text() for each in found.all(CLAIM)} == claims


def test_offsets_in_the_file_count_code_units(astral_record: Record) -> None:
    found = read(astral_record)
    states = {state.key: state for state, _ in exported_claims(astral_record)}
    shifted = 0
    for name in found.documents:
        root = etree.fromstring(found.archive.read(name))
        text = next(element.get("sofaString") for element in root if element.tag.endswith("}Sofa"))
        for element in root.iter("{http:///webanno/custom.ecore}Claim"):
            begin, end = int(element.get("begin")), int(element.get("end"))
            claim = states[element.get("key")].claim
            assert text.encode("utf-16-le")[2 * begin : 2 * end].decode("utf-16-le") == claim.text
            shifted += begin > claim.start
    assert shifted == len(states)


CHARACTERS = st.text(
    st.sampled_from("aé\u0301🚢👩\u200d\U0001f467\x00\x1b\x7f\x85\u2028\ufffe\uffff\U0001ffff<&\"'\t\r\n ")
)


@settings(deadline=None, max_examples=60)
@given(CHARACTERS, CHARACTERS, CHARACTERS)
def test_whatever_stands_around_a_claim_its_words_are_found(
    record: Record, before: str, words: str, behind: str
) -> None:
    recorded, state = record.articles[0], record.claims[0]
    article = replace(recorded.article, text=before + words + behind, sentences=(), blocks=())
    claim = replace(state.claim, start=len(before), end=len(before + words), text=words, asserter=words)
    standing = replace(state, claim=claim, text=words, sources=(), discarded_by=None)
    (each,) = read(replace(record, articles=(replace(recorded, article=article),), claims=(standing,))).all(CLAIM)
    assert each.get_covered_text() == xml_text(words)
    assert len(xml_text(words)) == len(words)
    assert (each.asserter or "", each.wording or "") == (xml_text(words), xml_text(words))


def test_the_layers_are_such_as_inception_takes_in() -> None:
    for layer in LAYERS:
        assert not RESERVED & {feature.name.lower() for feature in layer.features}
    own = [layer for layer in LAYERS if layer.name.startswith("webanno.custom.")]
    assert [layer.name for layer in own] == [CLAIM, SOURCE, PASSAGE]
    # A span layer is a direct child of Annotation with primitive features only.
    assert {layer.parent for layer in own} == {"uima.tcas.Annotation"}
    values = {feature.values for layer in own for feature in layer.features}
    assert values == {f"uima.cas.{name}" for name in ("String", "Boolean", "Integer", "Float")}


def test_the_types_of_dkpro_are_as_they_are_there() -> None:
    theirs = cassis.load_dkpro_core_typesystem()
    for layer in LAYERS:
        if layer.name in (SENTENCE, METADATA) and theirs.contains_type(layer.name):
            known = theirs.get_type(layer.name)
            assert known.supertype.name == layer.parent
            assert {each.name: each.rangeType.name for each in known.features} == {
                feature.name: feature.values for feature in layer.features
            }


def test_the_same_record_gives_the_same_bytes(settled_record: Record) -> None:
    assert b"".join(inception_pieces(settled_record)) == b"".join(inception_pieces(settled_record))


def test_without_cassis_one_line_says_what_to_install(record: Record, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "cassis", None)
    with pytest.raises(ReportError, match=r"need dkpro-cassis: pip install 'claim-workbench\[uima\]'"):
        b"".join(inception_pieces(record))


def test_hostile_text_stays_text_and_names_no_path(hostile: tuple[str, Record]) -> None:
    found = read(hostile[1])
    texts = {xml_text(recorded.article.text) for recorded in hostile[1].articles}
    assert {cas.sofa_string for cas in found.documents.values()} == texts
    for name in found.archive.namelist():
        assert not set(name) - set("abcdefghijklmnopqrstuvwxyz0123456789._-TypeSystem")
        assert not name.startswith(".")
        written = found.archive.read(name).decode()
        assert written.isascii()
        assert written.replace("\n", "").isprintable()
