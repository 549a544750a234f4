"""Claims × articles: what every article does with every claim, and with every class of claims that say the same."""

from workbench.reports.charts.tones import RELATION_TONES, Tone
from workbench.reports.documents.paper import Ink, Line, Paper, Run, listed
from workbench.reports.documents.parts.story import Story, finding, flowing
from workbench.reports.outline import relations_in
from workbench.reports.wording import IMPLIED_GLYPH, NOT_LOOKED_AT, RELATION_LETTERS, SETTLED_GLYPH, joined
from workbench.review.matrix import MatrixCell, MatrixRow
from workbench.vocabulary import RELATION_TERMS, UNREVIEWED_GLYPH, Relation


def write_matrix(paper: Paper, story: Story) -> None:
    """Write the matrix in tables as wide as the paper; then that of the classes."""
    if not story.outline.told_rows:
        paper.paragraph("There are no claims.")
        return
    paper.paragraph(_legend())
    first = ("Claim", "Words", "Verdict", "a/o/or")
    _write(paper, story, first, [(_claim(row, story), row) for row in story.outline.told_rows], (4, 16, 9, 5))
    if story.outline.told_classes:
        paper.heading("Claims that say the same", 2)
        classes = [(_class(row, story), row) for row in story.outline.told_classes]
        _write(paper, story, ("Class", "Verdict"), classes, (12, 9))


def _write(
    paper: Paper,
    story: Story,
    first: tuple[str, ...],
    rows: list[tuple[tuple[Line, ...], MatrixRow]],
    widths: tuple[int, ...],
) -> None:
    articles = story.outline.matrix.articles
    wide = paper.columns or len(articles)
    for start in range(0, len(articles), wide):
        shown = articles[start : start + wide]
        header: tuple[Line, ...] = (*first, *(story.article(summary) for summary in shown))
        cells = [(*head, *(_cell(cell) for cell in row.cells[start : start + wide])) for head, row in rows]
        paper.table(header, cells, (*widths, *(4 for _ in shown)))


def _legend() -> str:
    relations = joined(f"{_sign(relation)} {RELATION_TERMS[relation].label}" for relation in Relation)
    return (
        f"{relations}; {UNREVIEWED_GLYPH} {NOT_LOOKED_AT}; “own” is the article that makes the claim; {IMPLIED_GLYPH} "
        f"is implied by a claim of that article; {SETTLED_GLYPH} was settled where reviewers differed; a/o/or are the "
        "articles, outlets and confirmed independent origins that support the claim."
    )


def _claim(row: MatrixRow, story: Story) -> tuple[Line, ...]:
    counted = story.outline.graph.counts[row.claim.key].figures()
    return (story.claim(row.claim.key), flowing(row.claim.text), finding(row.claim), counted)


def _class(row: MatrixRow, story: Story) -> tuple[Line, ...]:
    found = {run.words: run for run in map(finding, row.members)}
    return story.numbered(member.key for member in row.members), listed(found.values(), " / ")


def _cell(cell: MatrixCell) -> Line:
    if cell.own:
        return Run("own", Ink.SOFT)
    relations = relations_in(cell)
    signs = listed((Run(_sign(each), tone=RELATION_TONES[each]) for each in relations), " / ")
    if not signs:
        return Run(UNREVIEWED_GLYPH, tone=Tone.NONE)
    if cell.settled and cell.settled.relation:
        return (*signs, f" {SETTLED_GLYPH}")
    return (f"{IMPLIED_GLYPH} ", *signs) if cell.implied is not None and not cell.agreements else signs


def _sign(relation: Relation) -> str:
    return f"{RELATION_TERMS[relation].glyph} {RELATION_LETTERS[relation]}"
