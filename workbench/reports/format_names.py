"""The formats that a review can be written in, by name; so light that the command line can offer them at once."""

from dataclasses import dataclass
from enum import Enum, StrEnum, auto
from typing import Final

from workbench.reports.tables import CsvTable


class Scope(Enum):
    """What a format covers: one collection (the largest, if none is named), any or all, or always everything."""

    ONE_COLLECTION = auto()
    ANY = auto()
    EVERYTHING = auto()


class Choice(Enum):
    """What can be chosen of a record for a format: its claims and the parts of the report, its claims, or nothing."""

    CLAIMS_AND_SECTIONS = auto()
    CLAIMS = auto()
    NOTHING = auto()


class ExportFormat(StrEnum):
    """The identifier of a format, as it stands on the command line."""

    HTML = "html"
    PDF = "pdf"
    MARKDOWN = "md"
    DOCX = "docx"
    CSV = "csv"
    XLSX = "xlsx"
    JSON = "json"
    CLAIMREVIEW = "claimreview"
    WEB_ANNOTATION = "webannotation"
    PROV = "prov"
    CSL = "csl"
    BIBTEX = "bibtex"
    FEVER = "fever"
    WICE = "wice"
    AVERITEC = "averitec"
    LABEL_STUDIO = "labelstudio"
    DOCCANO = "doccano"
    QDPX = "qdpx"
    INCEPTION = "inception"

    @property
    def label(self) -> str:
        """What people call it."""
        return FORMAT_TERMS[self].label

    @property
    def suffix(self) -> str:
        """How the name of its file ends; for several files, of their folder."""
        return FORMAT_TERMS[self].suffix

    @property
    def description(self) -> str:
        """What it is good for."""
        return FORMAT_TERMS[self].description

    @property
    def lacks(self) -> tuple[str, ...]:
        """What of a review it cannot hold."""
        return FORMAT_TERMS[self].lacks


@dataclass(frozen=True, slots=True)
class FormatTerm:
    """What is told of a format.

    Attributes:
        suffix: how the name of its file ends; for several files, of their folder.
        part_suffix: how the names of its files end.
        key: the key that chooses it on the screen; "" for those that are gone to with the arrows.
        lacks: what of a review it cannot hold; said at each export.
        choice: what can be chosen of a record for it.
    """

    label: str
    suffix: str
    part_suffix: str
    description: str
    scope: Scope
    key: str = ""
    lacks: tuple[str, ...] = ()
    choice: Choice = Choice.CLAIMS


FORMAT_TERMS: Final[dict[ExportFormat, FormatTerm]] = {
    ExportFormat.HTML: FormatTerm(
        "HTML",
        ".html",
        ".html",
        "one self-contained page to read, print and hand on",
        Scope.ONE_COLLECTION,
        "h",
        ("the bytes of the articles",),
        choice=Choice.CLAIMS_AND_SECTIONS,
    ),
    ExportFormat.PDF: FormatTerm(
        "PDF",
        ".pdf",
        ".pdf",
        "a report to print, archive and hand on (.pdf, tagged)",
        Scope.ONE_COLLECTION,
        "p",
        ("the bytes of the articles",),
        choice=Choice.CLAIMS_AND_SECTIONS,
    ),
    ExportFormat.MARKDOWN: FormatTerm(
        "Markdown",
        ".md",
        ".md",
        "a report to read as text",
        Scope.ONE_COLLECTION,
        "m",
        ("the bytes of the articles", "charts (their numbers stand in tables)"),
        choice=Choice.CLAIMS_AND_SECTIONS,
    ),
    ExportFormat.DOCX: FormatTerm(
        "Word",
        ".docx",
        ".docx",
        "a report to edit, sign and hand on (.docx)",
        Scope.ONE_COLLECTION,
        "w",
        ("the bytes of the articles", "charts (their numbers stand in tables)"),
        choice=Choice.CLAIMS_AND_SECTIONS,
    ),
    ExportFormat.CSV: FormatTerm(
        "CSV",
        "-csv",
        ".csv",
        f"tables in a folder: {', '.join(CsvTable)}",
        Scope.ANY,
        "c",
        ("the texts of the articles",),
    ),
    ExportFormat.XLSX: FormatTerm(
        "Excel",
        ".xlsx",
        ".xlsx",
        "the same tables as one workbook to filter and sort, a sheet for each (.xlsx)",
        Scope.ANY,
        "x",
        ("the texts of the articles",),
    ),
    ExportFormat.JSON: FormatTerm(
        "JSON",
        ".json",
        ".json",
        "the complete project with all its collections; it can be imported again without loss",
        Scope.EVERYTHING,
        "j",
        choice=Choice.NOTHING,
    ),
    ExportFormat.CLAIMREVIEW: FormatTerm(
        "ClaimReview",
        ".jsonld",
        ".jsonld",
        "the verdicts as schema.org ClaimReview (JSON-LD), for pages and feeds of fact-checks",
        Scope.ANY,
        "",
        (
            "a web page of your own for each review (url holds a name, and not an address: put yours in)",
            "claims without a verdict",
            "the articles' own words where a claim was reworded",
            "offsets",
            "relations between articles",
            "single votes that differ",
            "evidence",
            "notes",
            "history",
        ),
    ),
    ExportFormat.WEB_ANNOTATION: FormatTerm(
        "Web Annotation",
        ".jsonld",
        ".jsonld",
        "claims, sources, verdicts, relations and notes as W3C annotations of the articles (JSON-LD)",
        Scope.ANY,
        "",
        (
            "the texts of the articles (offsets count in the text that was read, not in the page)",
            "who asserts a claim",
            "why sentences were passed over",
            "evidence",
            "origins",
            "history",
        ),
    ),
    ExportFormat.PROV: FormatTerm(
        "PROV-JSON",
        ".prov.json",
        ".json",
        "the history in the W3C's model of provenance: who decided what, when, about what, and what was taken back",
        Scope.ANY,
        "",
        (
            "the texts of the articles",
            "where a claim stands now (it follows from the decisions)",
            "why sentences were passed over",
            "the ends of the chains of decisions",
        ),
    ),
    ExportFormat.CSL: FormatTerm(
        "CSL-JSON",
        ".csl.json",
        ".json",
        "the articles as sources for reference managers and citation styles",
        Scope.ANY,
        "",
        ("anything but the sources", "evidence from outside", "which part of an author's name is the family's"),
        choice=Choice.NOTHING,
    ),
    ExportFormat.BIBTEX: FormatTerm(
        "BibTeX",
        ".bib",
        ".bib",
        "the articles as sources for LaTeX (BibLaTeX's @online, in UTF-8)",
        Scope.ANY,
        "",
        (
            "anything but the sources",
            "evidence from outside",
            "which part of an author's name is the family's",
            "control and other unseen characters (visible signs stand for them)",
        ),
        choice=Choice.NOTHING,
    ),
    ExportFormat.FEVER: FormatTerm(
        "FEVER",
        "-fever.jsonl",
        ".jsonl",
        "claims with FEVER's labels and sets of sentences as evidence (JSON Lines)",
        Scope.ANY,
        "",
        (
            "verdicts but supported, refuted and not enough evidence",
            "the texts of the articles",
            "who asserts a claim",
            "offsets",
            "relations but those that the evidence rests on",
            "single votes",
            "evidence from outside the collection",
            "notes",
            "history",
        ),
    ),
    ExportFormat.WICE: FormatTerm(
        "WiCE",
        "-wice.jsonl",
        ".jsonl",
        "each claim with another article, and whether its sentences support it, as in WiCE (JSON Lines)",
        Scope.ANY,
        "",
        (
            "verdicts",
            "relations but corroborates, partially supports, contradicts and not addressed",
            "whether what is not supported is contradicted or not addressed",
            "who asserts a claim",
            "offsets",
            "what differs",
            "notes",
            "history",
        ),
    ),
    ExportFormat.AVERITEC: FormatTerm(
        "AVeriTeC",
        "-averitec.json",
        ".json",
        "claims with AVeriTeC's labels, and what each article says of them as questions and answers (JSON)",
        Scope.ANY,
        "",
        (
            "verdicts but supported, refuted, not enough evidence and conflicting evidence",
            "the articles' own words where a claim was reworded",
            "offsets",
            "the names of relations",
            "single votes that differ",
            "history",
        ),
    ),
    ExportFormat.LABEL_STUDIO: FormatTerm(
        "Label Studio",
        "-labelstudio.json",
        ".json",
        "the articles as Label Studio tasks, with claims as regions and verdicts as choices (JSON)",
        Scope.ANY,
        "",
        (
            "who asserts a claim",
            "which source sentences are enough together",
            "relations between articles",
            "single votes that differ",
            "evidence",
            "notes",
            "history",
        ),
    ),
    ExportFormat.DOCCANO: FormatTerm(
        "doccano",
        "-doccano.jsonl",
        ".jsonl",
        "the articles with claims as spans that are labelled with their verdicts, for doccano (JSON Lines)",
        Scope.ANY,
        "",
        (
            "the wording of reworded claims",
            "who asserts a claim",
            "sources",
            "relations between articles",
            "single votes that differ",
            "evidence",
            "notes",
            "history",
        ),
    ),
    ExportFormat.QDPX: FormatTerm(
        "REFI-QDA",
        ".qdpx",
        ".qdpx",
        "claims as quotations, verdicts as codes, for NVivo, MAXQDA, ATLAS.ti and others (.qdpx)",
        Scope.ANY,
        "",
        (
            "who asserts a claim",
            "sources",
            "relations that name no claim of the other article, and what relations rest on",
            "what was settled",
            "evidence",
            "history",
        ),
    ),
    ExportFormat.INCEPTION: FormatTerm(
        "INCEpTION",
        "-inception.zip",
        ".zip",
        "claims, sources and passages as layers of a UIMA CAS (XMI) for each article, for INCEpTION (.zip)",
        Scope.ANY,
        "",
        (
            "relations that rest on no sentence",
            "who recorded a relation or linked a source",
            "single votes that differ",
            "evidence",
            "notes",
            "history",
            "characters that XML has no place for (a sign stands for each)",
        ),
    ),
}
