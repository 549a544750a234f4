"""The readable report on paper: one writer, and the papers that it can be written on."""

from collections.abc import Callable
from typing import Final

from workbench import __version__
from workbench.reports.documents.markdown_paper import MarkdownPaper
from workbench.reports.documents.paper import Paper, Title
from workbench.reports.documents.parts.articles import write_articles
from workbench.reports.documents.parts.claims import write_claims
from workbench.reports.documents.parts.drawings import write_graph, write_timeline
from workbench.reports.documents.parts.findings import write_origins, write_versions, write_warnings
from workbench.reports.documents.parts.history import write_history, write_record
from workbench.reports.documents.parts.matrix import write_matrix
from workbench.reports.documents.parts.method import write_method, write_reviewers
from workbench.reports.documents.parts.story import Story, section_place
from workbench.reports.documents.parts.summary import write_head, write_summary
from workbench.reports.documents.typst_paper import TypstPaper
from workbench.reports.documents.word_paper import WordPaper
from workbench.reports.outline import Outline
from workbench.reports.outlining import build_outline
from workbench.reports.record import Record
from workbench.reports.sections import Section

_WRITERS: Final[dict[Section, Callable[[Paper, Story], None]]] = {
    Section.SUMMARY: write_summary,
    Section.METHOD: write_method,
    Section.REVIEWERS: write_reviewers,
    Section.WARNINGS: write_warnings,
    Section.TIMELINE: write_timeline,
    Section.GRAPH: write_graph,
    Section.MATRIX: write_matrix,
    Section.ORIGINS: write_origins,
    Section.VERSIONS: write_versions,
    Section.CLAIMS: write_claims,
    Section.ARTICLES: write_articles,
    Section.HISTORY: write_history,
    Section.RECORD: write_record,
}


def render_docx(record: Record) -> bytes:
    """Return the report of `record` as a Word document.

    Raises:
        ReportError: python-docx is not there.
    """
    return _rendered(WordPaper, record)


def render_pdf(record: Record) -> bytes:
    """Return the report of `record` as a PDF document.

    Raises:
        ReportError: typst is not there.
    """
    return _rendered(TypstPaper, record)


def render_markdown(record: Record) -> str:
    """Return the report of `record` as Markdown (CommonMark with tables), its lines ending in a line feed."""
    return _rendered(MarkdownPaper, record).decode()


def write_report(paper: Paper, outline: Outline) -> None:
    """Write a report from its head to its last part."""
    story = Story(outline)
    write_head(paper, story)
    paper.contents((part.heading, section_place(part)) for part in story.parts)
    for part in story.parts:
        paper.heading(part.heading, 1, section_place(part))
        _WRITERS[part](paper, story)


def _rendered(kind: Callable[[Title], Paper], record: Record) -> bytes:
    outline = build_outline(record)
    paper = kind(Title(outline.title, f"claim-workbench {__version__}", record.generated_at))
    write_report(paper, outline)
    return paper.content()
