"""Sources to cite, read by the programs that cite."""

import json
import re
from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

import pytest
from citeproc import Citation, CitationItem, CitationStylesBibliography, CitationStylesStyle, formatter
from citeproc.source.json import CiteProcJSON
from hypothesis import given
from hypothesis import strategies as st
from pybtex.database import BibliographyData, parse_string

from workbench.reports.interchange.citations import authors, bibtex_text, citation_key, csl_text, escape_tex
from workbench.reports.record import Record

FIELDS = {
    *("id", "type", "title", "container-title", "author", "issued", "URL", "accessed", "language", "note"),
}
STYLE = """<?xml version="1.0" encoding="utf-8"?>
<style xmlns="http://purl.org/net/xbiblio/csl" class="in-text" version="1.0" default-locale="en-US">
  <info><title>Plain</title><id>urn:plain</id><updated>2026-01-01T00:00:00+00:00</updated></info>
  <citation><layout><text variable="title"/></layout></citation>
  <bibliography><layout suffix=".">
    <group delimiter=" | ">
      <names variable="author"><name and="text"/></names>
      <text variable="title"/>
      <text variable="container-title"/>
      <date variable="issued" form="numeric" date-parts="year-month-day"/>
      <text variable="URL"/>
    </group>
  </layout></bibliography>
</style>
"""


def with_first(record: Record, **fields: Any) -> Record:
    """Return the record with other facts in its first article."""
    first, *others = record.articles
    return replace(record, articles=(replace(first, article=replace(first.article, **fields)), *others))


@pytest.fixture
def known(record: Record) -> Record:
    """A record whose first article says all that an article can say of itself."""
    return with_first(
        record,
        title="Ferry {aground} & “safe”: 100% of $5",
        publisher="Harbour_Ledger #1",
        byline="Ada Quill and Tom Ashby",
        published=date(2026, 2, 28),
        url="https://harbour.example/ferry_a?x=1&y=2#top",
    )


def cited(text: str, tmp_path: Any) -> list[str]:
    """Return the bibliography that a citation processor makes of CSL-JSON."""
    path = tmp_path / "plain.csl"
    path.write_text(STYLE)
    items = json.loads(text)
    style = CitationStylesStyle(str(path), validate=False)
    bibliography = CitationStylesBibliography(style, CiteProcJSON(items), formatter.plain)
    for item in items:
        bibliography.register(Citation([CitationItem(item["id"])]))
    return [str(entry) for entry in bibliography.bibliography()]


def entries(text: str) -> BibliographyData:
    """Read BibTeX as BibTeX does."""
    return parse_string(text, "bibtex")


def test_csl_has_the_fields_of_its_schema(known: Record) -> None:
    items = json.loads("".join(csl_text(known)))
    assert [item["id"] for item in items] == [citation_key(recorded.article) for recorded in known.articles]
    first, second = items
    assert first.keys() <= FIELDS
    assert first["type"] == "article-newspaper"
    assert first["title"] == "Ferry {aground} & “safe”: 100% of $5"
    assert first["author"] == [{"literal": "Ada Quill"}, {"literal": "Tom Ashby"}]
    assert first["issued"] == {"date-parts": [[2026, 2, 28]]}
    assert first["URL"] == "https://harbour.example/ferry_a?x=1&y=2#top"
    assert first["accessed"]["date-parts"][0][0] >= 2026
    assert (second["type"], "URL" in second, "accessed" in second) == ("document", False, False)


def test_a_citation_processor_cites_every_source(known: Record, tmp_path: Any) -> None:
    first, second = cited("".join(csl_text(known)), tmp_path)
    assert "Ada Quill" in first
    assert "Tom Ashby" in first
    assert "Harbour_Ledger #1" in first
    assert "2026" in first
    assert "https://harbour.example/ferry_a?x=1" in first
    assert second == "Ada Quill | Ferry runs aground off Tern Island."


def test_bibtex_reads_every_source_with_its_fields(known: Record) -> None:
    found = entries("".join(bibtex_text(known))).entries
    assert list(found) == [citation_key(recorded.article) for recorded in known.articles]
    first = found[citation_key(known.articles[0].article)]
    assert first.type == "online"
    assert first.fields["title"] == r"{Ferry \textbraceleft{}aground\textbraceright{} \& “safe”: 100\% of \$5}"
    assert first.fields["organization"] == r"{Harbour\_Ledger \#1}"
    assert first.fields["url"] == "https://harbour.example/ferry_a?x=1&y=2#top"
    assert first.fields["date"] == "2026-02-28"
    assert re.fullmatch(r"\d{4}-\d\d-\d\d", first.fields["urldate"])
    assert [str(person) for person in first.persons["author"]] == ["{Ada Quill}", "{Tom Ashby}"]


def test_a_time_of_day_does_not_stand_in_a_date(known: Record) -> None:
    timed = with_first(known, published=datetime(2026, 2, 28, 23, 5, tzinfo=UTC))
    assert "date = {2026-02-28}" in "".join(bibtex_text(timed))
    assert json.loads("".join(csl_text(timed)))[0]["issued"] == {"date-parts": [[2026, 2, 28]]}


@pytest.mark.parametrize(
    ("byline", "names"),
    [
        (None, ()),
        ("Ada Quill", ("Ada Quill",)),
        ("Ada Quill, Tom Ashby and Rosa Lindqvist", ("Ada Quill", "Tom Ashby", "Rosa Lindqvist")),
        ("Ada Quill, Tom Ashby, and Rosa Lindqvist", ("Ada Quill", "Tom Ashby", "Rosa Lindqvist")),
        ("Quill, Ada; Ashby, Tom", ("Quill, Ada", "Ashby, Tom")),
        ("Ada Quill, Reuters", ("Ada Quill, Reuters",)),
        ("Anderson & Sandberg", ("Anderson", "Sandberg")),
        (" ; ", ()),
    ],
)
def test_a_byline_is_cut_between_names_only(byline: str | None, names: tuple[str, ...]) -> None:
    assert authors(byline) == names


@given(st.text(st.characters(exclude_categories=("Cs",)), max_size=80))
def test_whatever_a_title_holds_bibtex_reads_it_as_one_field(text: str) -> None:
    made = f"@online{{key,\n  title = {{{{{escape_tex(text)}}}}},\n  note = {{after}},\n}}\n"
    (entry,) = entries(made).entries.values()
    assert entry.fields["note"] == "after"
    assert entry.fields["title"].strip("{} ").replace(" ", "") or not escape_tex(text).strip("{} ")
    assert not re.search(r"(?<!\\)[#$%&_~^]", escape_tex(text))
    assert set(re.findall(r"\\[a-z]+", escape_tex(text))) <= {
        *(r"\textbackslash", r"\textbraceleft", r"\textbraceright", r"\textasciitilde", r"\textasciicircum"),
    }


@pytest.mark.parametrize("url", ["javascript:alert(1)", "file:///etc/passwd", "data:text/html,<script>"])
def test_what_is_no_address_of_the_web_is_not_cited_as_one(record: Record, url: str) -> None:
    told = with_first(record, url=url)
    assert url not in "".join(csl_text(told)) + "".join(bibtex_text(told))


def test_an_address_cannot_end_its_field(record: Record) -> None:
    told = with_first(record, url="https://x.example/}}, note = {x}\n@misc{y")
    (first, _) = entries("".join(bibtex_text(told))).entries.values()
    assert first.fields["url"] == "https://x.example/%7D%7D,%20note%20=%20%7Bx%7D%0A@misc%7By"


def test_the_same_record_gives_the_same_text(known: Record) -> None:
    for render in (csl_text, bibtex_text):
        assert "".join(render(known)) == "".join(render(known))


def test_hostile_text_stays_data(hostile: tuple[str, Record], tmp_path: Any) -> None:
    text, record = hostile
    told = with_first(record, title=text, publisher=text, byline=text, url=f"https://x.example/{text[:1000]}")
    csl, bibtex = "".join(csl_text(told)), "".join(bibtex_text(told))
    assert csl.isascii()
    assert len(entries(bibtex).entries) == len(told.articles) == len(json.loads(csl))
    assert json.loads(csl)[0]["title"] == text
    assert not any(
        ord(sign) < 0x20 or 0x7F <= ord(sign) < 0xA0 or sign in "\u202e\u2066" for sign in bibtex if sign != "\n"
    )
    assert len(cited(csl, tmp_path)) == len(told.articles)
