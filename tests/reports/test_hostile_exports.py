"""One hostile collection goes through every format: a parser of it reads the file, the text is there, nothing acts."""

import csv
import io
import json
import re
import unicodedata
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime
from functools import cache
from html.parser import HTMLParser
from pathlib import Path, PurePosixPath
from typing import Any

import cassis
import docx
import openpyxl
import pybtex.database
import pypdf
import pytest
from lxml import etree
from markdown_it import MarkdownIt
from prov.model import ProvDocument
from pypdf.generic import IndirectObject

from workbench.reports import ExportFormat
from workbench.reports.formats import RENDERERS
from workbench.reports.record import Record
from workbench.reports.recording import load_record
from workbench.reports.writing import as_bytes
from workbench.review.intake import add_bytes
from workbench.review.session import Review
from workbench.store.engine import open_store
from workbench.store.payloads import AddNote, MarkVerdict, RecordAgreement, RewordClaim
from workbench.vocabulary import Facet, Relation, Verdict

pytestmark = pytest.mark.timeout(300)

MOMENT = datetime(2026, 3, 1, 12, tzinfo=UTC)
LONG_WORD = "Bandicoot" * (2_000_000 // len("Bandicoot"))
SHORTER_WORD = LONG_WORD[:5_000]
"""For paper: two megabytes are minutes, and thousands of pages."""

MOST_PAGES = 20
MARKUP = (
    '<script>alert(1)</script><img src=x onerror=alert(1)><a href="javascript:alert(1)">Okapi</a>]]></w:t>--></style>'
)
LINKS = "[x](javascript:alert(1)) ![y](http://evil.example/y.png) <http://evil.example> [z]: javascript:alert(1)"
FORMULAS = '=HYPERLINK("http://evil.example","x") @SUM(1) +1 -1 =1+1|cmd'
ACTING = "\x1b[2J\x1b]0;owned\x07 \x9b31m \x00 \x08\x7f\x85 \u202egnp\u2066 \u2028\u200b\ufeff\U000e0041 \ufffe\uffff"
TEMPLATES = "{{7*7}} ${7*7} {% x %} \\input{/etc/passwd} @online{x, } % } { $ # ~ ^ & \\"
HOSTILE = f"Quagga {MARKUP} {LINKS} {FORMULAS} {ACTING} {TEMPLATES}"
STORABLE = HOSTILE.replace("\x00", "")
NAMES = ("../../etc/passwd", "..\\..\\boot.ini", "/abs/<b>&.txt", "con.txt", "=cmd|x.txt")
COLLECTION = "../../x"
REVIEWERS = ('=Eve <b onclick="alert(1)">', "Mallory\u202e\u200f")
ANCHOR = re.compile(r'<a id="[A-Za-z0-9-]+">(</a>)?|</a>')
"""What Markdown has of HTML: the places that its links go to."""

ADDRESSES = {"url", "URL", "@id", "source", "cached", "source_url", "original_claim_url"}
BIDI = {0x061C, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A)}


@pytest.fixture(scope="module")
def hostile_of(
    tmp_path_factory: pytest.TempPathFactory, with_text_everywhere: Callable[[Record, str], Record]
) -> Callable[[str], Record]:
    """Return a function that makes the record with this one long word; the same record for the same word."""

    @cache
    def made(word: str) -> Record:
        record = reviewed(tmp_path_factory.mktemp("hostile") / "hostile.db", word)
        return with_text_everywhere(with_hostile_facts(record), STORABLE)

    return made


def reviewed(path: Path, word: str) -> Record:
    """Review the collection as two people; lone surrogates come in as bytes, as no text of ours may hold them."""
    texts = [
        f"{HOSTILE} title\n\nBy {HOSTILE}\n\nTen people died in Quagga harbour on Monday, {MARKUP} said. {FORMULAS}\n",
        f"{FORMULAS}\n\nThe ferry Okapi carried {ACTING} 214 people on Monday. {LINKS} {TEMPLATES}\n",
        f"Long\n\nThe {word} ferry sank on Monday with forty people. Nobody was hurt, the mayor said.\n",
        "=1+1\n\n@SUM(1) people were saved on Monday. The mayor of Okapi said: “=HYPERLINK(1)”.\n",
        "Lone\n\nThe half \ud800 of a pair was seen on Monday near Okapi.\n",
    ]
    with open_store(path) as store:
        for name, text in zip(NAMES, texts, strict=True):
            add_bytes(store, text.encode("utf-8", "surrogatepass"), name, COLLECTION)
        for reviewer in REVIEWERS:
            review = Review(store, reviewer, COLLECTION)
            for row in review.queue():
                review.decide(row.key, MarkVerdict(Verdict.PARTIALLY_SUPPORTED, unsupported=STORABLE))
                review.decide(row.key, AddNote(STORABLE))
                review.decide(row.key, RewordClaim(STORABLE))
                other = next(each for each in review.articles if each.key != row.article)
                chosen = (other.sentences - 1,)
                given = RecordAgreement(other.key, Relation.CONTRADICTS, chosen, None, (Facet.NAME,), STORABLE)
                review.decide(row.key, given)
        return load_record(store, COLLECTION, MOMENT)


def with_hostile_facts(record: Record) -> Record:
    """Return the record with hostile text in all that an article says of itself."""
    first, second, *others = record.articles
    summary = replace(first.summary, publisher=STORABLE, title=STORABLE)
    article = replace(
        first.article, publisher=STORABLE, byline=STORABLE, url=STORABLE, language=STORABLE, title=STORABLE
    )
    addressed = replace(second, article=replace(second.article, url="javascript:alert(1)"))
    articles = (replace(first, article=article, summary=summary), addressed, *others)
    return replace(record, articles=articles, problems=(STORABLE,))


def assert_unseen_is_shown(text: str) -> None:
    """Check that a text has no control or bidirectional character but line ends and tabs."""
    acting = {f"U+{ord(c):04X}" for c in set(text) if unicodedata.category(c) == "Cc" or ord(c) in BIDI}
    assert acting <= {"U+000A", "U+000D", "U+0009"}


def assert_web(address: str) -> None:
    assert address.lower().startswith(("http://", "https://", "urn:")), address[:80]


def strings(value: Any) -> Iterator[str]:
    """Yield every text within a JSON value."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, list):
        for item in value:
            yield from strings(item)
    elif isinstance(value, dict):
        for name, inner in value.items():
            if name in ADDRESSES and isinstance(inner, str) and ":" in inner:
                assert_web(inner)
            yield from strings(inner)


def members(content: bytes) -> dict[str, bytes]:
    """Return the files of an archive; none leaves the folder that it is unpacked in."""
    archive = zipfile.ZipFile(io.BytesIO(content))
    assert archive.testzip() is None
    for name in archive.namelist():
        path = PurePosixPath(name)
        assert not path.is_absolute()
        assert ".." not in path.parts
        assert not set(name) & set('\\:*?"<>|\0')
    return {name: archive.read(name) for name in archive.namelist()}


class Page(HTMLParser):
    """A page as a browser would read it: its text, and everything that may act."""

    def __init__(self) -> None:
        super().__init__()
        self.texts: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert tag not in {*("script", "iframe", "img", "object", "embed", "form", "input", "base", "link", "video")}
        assert tag not in {"audio", "foreignobject", "image", "use", "animate", "set", "math", "template", "frame"}
        for name, value in attrs:
            assert not name.startswith("on")
            if name in ("href", "src", "xlink:href", "action", "formaction", "data", "poster"):
                assert (value or "").startswith(("#", "http://", "https://")), value
            if (tag, name) == ("meta", "http-equiv"):
                assert (value or "").lower() == "content-security-policy"

    def handle_data(self, data: str) -> None:
        self.texts.append(data)


def html(content: bytes) -> str:
    text = content.decode()
    assert_unseen_is_shown(text)
    page = Page()
    page.feed(text)
    page.close()
    return "".join(page.texts)


def markdown(content: bytes) -> str:
    text = content.decode()
    assert_unseen_is_shown(text)
    tokens = MarkdownIt("commonmark").enable("table").parse(text)
    inline = [child for token in tokens for child in token.children or []]
    for token in (*tokens, *inline):
        assert token.type != "image", token.content[:80]
        if token.type in ("html_block", "html_inline"):
            assert ANCHOR.fullmatch(token.content.strip()), token.content[:80]
        for address in (token.attrs.get("href"), token.attrs.get("src")):
            assert address is None or str(address).startswith(("#", "http://", "https://")), address
    return "".join(token.content for token in inline if token.type in ("text", "code_inline"))


def word(content: bytes) -> str:
    parts = members(content)
    document = docx.Document(io.BytesIO(content))
    for relation in document.part.rels.values():
        if relation.is_external:
            assert_web(relation.target_ref)
    assert b"w:instrText" not in parts["word/document.xml"] or b"HYPERLINK" not in parts["word/document.xml"]
    cells = (cell.text for table in document.tables for row in table.rows for cell in row.cells)
    return "\n".join([*(paragraph.text for paragraph in document.paragraphs), *cells])


def paper(content: bytes) -> str:
    """Return the text of the first pages; extracting all takes a minute."""
    reader = pypdf.PdfReader(io.BytesIO(content))
    for number in range(1, reader.trailer["/Size"]):
        for found in dictionaries(reader.get_object(IndirectObject(number, 0, reader))):
            assert not {"/JS", "/AA", "/EF"} & found.keys()
            assert found.get("/S") not in ("/JavaScript", "/Launch", "/SubmitForm", "/ImportData", "/GoToR")
            if "/URI" in found:
                assert_web(str(found["/URI"]))
    assert "/OpenAction" not in reader.root_object
    return " ".join(page.extract_text() for page in reader.pages[:MOST_PAGES])


def dictionaries(value: Any) -> Iterator[dict[str, Any]]:
    """Yield a dictionary of a PDF and those that stand within it; what it only refers to is an object of its own."""
    if isinstance(value, list):
        for item in list.__iter__(value):
            yield from dictionaries(item)
    elif isinstance(value, dict):
        yield value
        for item in dict.values(value):
            yield from dictionaries(item)


def table(content: bytes) -> str:
    text = content.decode()
    assert_unseen_is_shown(text)
    csv.field_size_limit(len(content))
    rows = list(csv.reader(io.StringIO(text, newline="")))
    assert len({len(row) for row in rows}) == 1
    cells = [cell for row in rows for cell in row]
    assert not any(cell.startswith(tuple("=+-@\t\r\n＝＋－＠")) and not is_number(cell) for cell in cells)
    return "\n".join(cells)


def is_number(cell: str) -> bool:
    try:
        float(cell)
    except ValueError:
        return False
    return True


def workbook(content: bytes) -> str:
    assert not [name for name in members(content) if "externalLink" in name or "vba" in name.lower()]
    book = openpyxl.load_workbook(io.BytesIO(content))
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row]
    assert "f" not in {cell.data_type for cell in cells}
    for cell in cells:
        if cell.hyperlink:
            assert_web(cell.hyperlink.target or "")
    return "\n".join(str(cell.value) for cell in cells if cell.value is not None)


def json_text(content: bytes) -> str:
    assert content.isascii()
    assert_unseen_is_shown(content.decode())
    return "\n".join(strings(json.loads(content)))


def project(content: bytes) -> str:
    """Return the text of what is taken in again: it holds everything as it was read, in ASCII."""
    assert content.isascii()
    assert_unseen_is_shown(content.decode())
    return content.decode("unicode_escape")


def json_lines(content: bytes) -> str:
    return "\n".join(json_text(line) for line in content.splitlines())


def provenance(content: bytes) -> str:
    document = ProvDocument.deserialize(content=content.decode(), format="json")
    assert len(list(document.get_records())) > 10
    tree = json.loads(content)
    return "\n".join(text for kind in tree.values() for text in strings(list(kind.values())))


def bibliography(content: bytes) -> str:
    text = content.decode()
    assert_unseen_is_shown(text)
    entries = pybtex.database.parse_string(text, "bibtex").entries
    assert len(entries) == len(NAMES)
    for entry in entries.values():
        assert_web(entry.fields.get("url", "urn:none"))
        assert not any("\\input" in value for value in entry.fields.values())
    return "\n".join(value for entry in entries.values() for value in entry.fields.values())


def parsed_xml(content: bytes) -> etree._Element:
    """Parse XML that may declare nothing of its own."""
    assert b"<!DOCTYPE" not in content
    assert b"<!ENTITY" not in content
    return etree.fromstring(content, etree.XMLParser(resolve_entities=False, no_network=True))


def qualitative(content: bytes) -> str:
    files = members(content)
    project = parsed_xml(files.pop("project.qde"))
    paths = {each.get("plainTextPath") for each in project.iter() if each.get("plainTextPath")}
    assert {f"sources/{path.removeprefix('internal://')}" for path in paths} == files.keys()
    return "\n".join([*project.itertext(), *(text.decode() for text in files.values())])


def annotated(content: bytes) -> str:
    files = members(content)
    types = cassis.load_typesystem(io.BytesIO(files.pop("TypeSystem.xml")))
    found = [cassis.load_cas_from_xmi(io.BytesIO(file), types) for file in files.values()]
    assert all(file.isascii() and file.replace(b"\n", b"").decode().isprintable() for file in files.values())
    claims = [claim for cas in found for claim in cas.select("webanno.custom.Claim")]
    return "\n".join([*(claim.wording for claim in claims), *(cas.sofa_string for cas in found)])


PARSERS: dict[str, Callable[[bytes], str]] = {
    "html": html,
    "md": markdown,
    "docx": word,
    "pdf": paper,
    "csv": table,
    "xlsx": workbook,
    "json": project,
    "claimreview": json_text,
    "webannotation": json_text,
    "prov": provenance,
    "csl": json_text,
    "bibtex": bibliography,
    "fever": json_lines,
    "wice": json_lines,
    "averitec": json_text,
    "labelstudio": json_text,
    "doccano": json_lines,
    "qdpx": qualitative,
    "inception": annotated,
}
"""What reads each format, and checks that nothing in it acts; a new format needs one."""


FORMATS = [pytest.param(each, marks=pytest.mark.slow) if each.value == "pdf" else each for each in ExportFormat]


@pytest.mark.parametrize("wanted", FORMATS)
def test_a_hostile_collection_is_only_text(hostile_of: Callable[[str], Record], wanted: ExportFormat) -> None:
    assert wanted.value in PARSERS, f"{wanted.label} has no parser here that checks that nothing in it acts"
    record = hostile_of(SHORTER_WORD if wanted.value == "pdf" else LONG_WORD)
    files = [b"".join(map(as_bytes, render(record))) for render in RENDERERS[wanted].values()]
    text = "\n".join(map(PARSERS[wanted.value], files))
    assert "Quagga" in text
    assert "alert(1)" in text
    assert "HYPERLINK(" in text.replace("\\", "")
