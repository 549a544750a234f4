"""The report as Markdown: to be read as it is, in a mail, a repository or a text editor."""

from workbench.articles.plain_reading import plain_notice
from workbench.reports.ledger_words import completeness_words
from workbench.reports.markdown_claim import claim_section
from workbench.reports.markdown_findings import origins_section, reviewers_section, warnings_section
from workbench.reports.markdown_ledger import ledger_section
from workbench.reports.markdown_signs import claim_link, verdict_words
from workbench.reports.markdown_text import escape, table
from workbench.reports.markdown_versions import versions_section
from workbench.reports.outline import ArticleEntry, Outline, Share, relations_in
from workbench.reports.outlining import build_outline
from workbench.reports.record import Record
from workbench.reports.wording import (
    IMPLIED_GLYPH,
    NOT_LOOKED_AT,
    RELATION_LETTERS,
    SETTLED_GLYPH,
    count,
    day,
    hidden_words,
    joined,
    minute,
)
from workbench.review.matrix import MatrixCell, MatrixRow
from workbench.vocabulary import RELATION_TERMS, SCOPE_WARNING, UNREVIEWED_GLYPH, Relation


def render_markdown(record: Record) -> str:
    """Return the report of `record` as Markdown (CommonMark with tables), its lines ending in a line feed."""
    outline = build_outline(record)
    parts = [
        _head(outline),
        _summary(outline),
        _articles(outline),
        reviewers_section(outline),
        warnings_section(outline),
        _matrix(outline),
        _classes(outline),
        origins_section(outline),
        versions_section(outline),
        *(_article_claims(article, outline) for article in outline.articles if article.claims),
        ledger_section(outline),
        _chains(record),
    ]
    return "\n".join(line for part in parts if part for line in (*part, ""))


def _head(outline: Outline) -> list[str]:
    record = outline.record
    lines = [f"# {escape(outline.title)}", "", f"Claim review, reported {minute(record.generated_at)}.", ""]
    lines += [f"> **Scope:** {escape(SCOPE_WARNING)}", ""]
    if record.hidden:
        lines += [f"> **Blind:** {escape(hidden_words(record.hidden, record.reviewer or ''))}", ""]
    if record.problems:
        lines += ["**Could not be read and is missing here:**", ""]
        lines += [f"- {escape(problem)}" for problem in record.problems] + [""]
    return lines[:-1]


def _summary(outline: Outline) -> list[str]:
    progress = outline.progress
    first_last = outline.dates
    dates = f", published {joined(dict.fromkeys(day(d) for d in first_last))}" if first_last else ""
    reviewers = joined(escape(name) for name in outline.reviewers) or "nobody yet"
    lines = [
        "## Summary",
        "",
        f"- {count(len(outline.articles), 'article')}{dates}",
        f"- {count(progress.claims, 'claim')}, {progress.decided:,} with a verdict; {progress.discarded:,} discarded",
        f"- {progress.cells_recorded:,} of {count(progress.cells, 'pair')} of a claim and another article looked at",
        f"- reviewed by {reviewers}",
        f"- {count(len(outline.classes), 'class', 'classes')} of claims that say the same",
        f"- {count(len(outline.graph.open_warnings), 'open warning')}",
        f"- {escape(completeness_words(outline.completeness))}",
        "",
    ]
    verdicts = [(f"{share.glyph} {share.label}", str(share.number)) for share in outline.verdicts]
    relations = [(f"{share.glyph} {share.label}", _of_which_implied(share)) for share in outline.relations]
    lines += [*table(("Verdict", "Claims"), verdicts), ""] if verdicts else []
    return lines + (table(("What other articles do", "Pairs"), relations) if relations else [])


def _of_which_implied(share: Share) -> str:
    return f"{share.number} ({share.implied} implied)" if share.implied else str(share.number)


def _articles(outline: Outline) -> list[str]:
    rows = [
        (
            entry.summary.label,
            escape(entry.summary.heading),
            escape(entry.summary.publisher or "unknown"),
            day(entry.recorded.article.published),
            escape(entry.summary.name),
            f"`{entry.recorded.key}`",
        )
        for entry in outline.articles
    ]
    return ["## Articles", "", *table(("", "Article", "Publisher", "Published", "File", "SHA-256"), rows)]


def _matrix(outline: Outline) -> list[str]:
    if not outline.matrix.rows:
        return ["## Claims and articles", "", "There are no claims."]
    header = ("Claim", "Verdict", "a/o/or", *(summary.label for summary in outline.matrix.articles))
    legend = joined(f"{_signs(relation)} {RELATION_TERMS[relation].label}" for relation in Relation)
    signs = (
        f"{legend}; {UNREVIEWED_GLYPH} {NOT_LOOKED_AT}",
        "“own” is the article that makes the claim",
        f"{IMPLIED_GLYPH} is implied by a claim of that article",
        f"{SETTLED_GLYPH} was settled where reviewers differed",
        "a/o/or are the articles, outlets and confirmed independent origins that support the claim",
    )
    rows = [_matrix_row(row, outline) for row in outline.matrix.rows]
    return ["## Claims and articles", "", f"{'; '.join(signs)}.", "", *table(header, rows)]


def _matrix_row(row: MatrixRow, outline: Outline) -> tuple[str, ...]:
    return (
        claim_link(row.claim.key, outline.numbers[row.claim.key]),
        verdict_words(row.claim),
        outline.graph.counts[row.claim.key].figures(),
        *(_cell(cell) for cell in row.cells),
    )


def _cell(cell: MatrixCell) -> str:
    if cell.own:
        return "own"
    signs = " / ".join(_signs(relation) for relation in relations_in(cell)) or UNREVIEWED_GLYPH
    if cell.settled and cell.settled.relation:
        return f"{signs} {SETTLED_GLYPH}"
    is_implied = cell.implied is not None and not cell.agreements
    return f"{IMPLIED_GLYPH} {signs}" if is_implied else signs


def _classes(outline: Outline) -> list[str]:
    if not outline.classes:
        return []
    header = ("Class", "Verdict", *(summary.label for summary in outline.matrix.articles))
    return ["### Claims that say the same", "", *table(header, [_class_row(row, outline) for row in outline.classes])]


def _class_row(row: MatrixRow, outline: Outline) -> tuple[str, ...]:
    members = ", ".join(claim_link(member.key, outline.numbers[member.key]) for member in row.members)
    verdicts = " / ".join(dict.fromkeys(verdict_words(member) for member in row.members))
    return (members, verdicts, *(_cell(cell) for cell in row.cells))


def _article_claims(entry: ArticleEntry, outline: Outline) -> list[str]:
    summary = entry.summary
    lines = [f"## {summary.label}. {escape(summary.heading)}", ""]
    origin = joined(escape(part) for part in (summary.publisher, entry.recorded.article.byline) if part)
    lines += [f"{origin or 'Unknown publisher'}, {day(entry.recorded.article.published)}", ""]
    if notice := plain_notice(entry.recorded.article.language):
        lines += [f"In {escape(notice)}.", ""]
    for claim in entry.claims:
        lines += [*claim_section(claim, entry, outline), ""]
    return lines[:-1]


def _chains(record: Record) -> list[str]:
    lines = ["## Chains of decisions", ""]
    if not record.chains:
        return [*lines, "Nothing has been decided yet."]
    rows = [
        (escape(chain.reviewer), str(chain.length), f"`{chain.hash}`", escape(chain.database))
        for chain in record.chains
    ]
    lines += ["Compare with a later report: a chain cannot show by itself that its end was cut off.", ""]
    return [*lines, *table(("Reviewer", "Decisions", "Hash of the last", "Database"), rows)]


def _signs(relation: Relation) -> str:
    return f"{RELATION_TERMS[relation].glyph} {RELATION_LETTERS[relation]}"
