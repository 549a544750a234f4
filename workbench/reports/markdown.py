"""The report as Markdown: to be read as it is, in a mail, a repository or a text editor."""

from collections.abc import Iterable

from workbench.articles.model import Article
from workbench.articles.plain_reading import plain_notice
from workbench.claims.asserted_by import asserted_by
from workbench.matching.model import Difference
from workbench.reports.ledger_words import completeness_words
from workbench.reports.markdown_ledger import ledger_section
from workbench.reports.markdown_text import escape, table
from workbench.reports.markdown_versions import versions_section
from workbench.reports.outline import ArticleEntry, ClaimEntry, HistoryEntry, Opinion, Outline
from workbench.reports.outlining import build_outline
from workbench.reports.record import Record
from workbench.reports.wording import (
    DISCARDED_GLYPH,
    DISPUTED_GLYPH,
    NO_VERDICT,
    NOT_LOOKED_AT,
    RELATION_LETTERS,
    VOTES_DIFFER,
    agreement_words,
    count,
    day,
    hidden_words,
    joined,
    link_words,
    minute,
    origin_words,
    position,
    sentence_case,
    sentence_numbers,
    vote_words,
)
from workbench.review.matrix import MatrixCell, MatrixRow
from workbench.review.score_words import score_words
from workbench.store.fold import ClaimState
from workbench.vocabulary import (
    ANCHOR_TERMS,
    CLAIM_TYPE_LABELS,
    FACET_LABELS,
    RELATION_TERMS,
    SCOPE_WARNING,
    UNREVIEWED_GLYPH,
    VERDICT_TERMS,
    WORKFLOW_LABELS,
    Relation,
)


def render_markdown(record: Record) -> str:
    """Return the report of `record` as Markdown (CommonMark with tables), its lines ending in a line feed."""
    outline = build_outline(record)
    parts = [
        _head(outline),
        _summary(outline),
        _articles(outline),
        _matrix(outline),
        *([versions_section(outline)] if outline.versions else []),
        *(_article_claims(article, outline) for article in outline.articles if article.claims),
        ledger_section(outline),
        _chains(record),
    ]
    return "\n".join(line for part in parts for line in (*part, ""))


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
        f"- {escape(completeness_words(outline.completeness))}",
        "",
    ]
    verdicts = [(f"{share.glyph} {share.label}", str(share.number)) for share in outline.verdicts]
    relations = [(f"{share.glyph} {share.label}", str(share.number)) for share in outline.relations]
    lines += [*table(("Verdict", "Claims"), verdicts), ""] if verdicts else []
    return lines + (table(("What other articles do", "Pairs"), relations) if relations else [])


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
    header = ("Claim", "Verdict", *(summary.label for summary in outline.matrix.articles))
    legend = joined(f"{_signs(relation)} {RELATION_TERMS[relation].label}" for relation in Relation)
    return [
        "## Claims and articles",
        "",
        f"{legend}; {UNREVIEWED_GLYPH} {NOT_LOOKED_AT}; “own” is the article that makes the claim.",
        "",
        *table(header, [_matrix_row(row, outline.numbers) for row in outline.matrix.rows]),
    ]


def _matrix_row(row: MatrixRow, numbers: dict[str, str]) -> tuple[str, ...]:
    return (
        f"[{numbers[row.claim.key]}](#{_anchor(row.claim.key)})",
        _verdict(row.claim),
        *(_cell(cell) for cell in row.cells),
    )


def _cell(cell: MatrixCell) -> str:
    if cell.own:
        return "own"
    relations = dict.fromkeys(agreement.relation for agreement in cell.agreements)
    return " / ".join(_signs(relation) for relation in relations) or UNREVIEWED_GLYPH


def _article_claims(entry: ArticleEntry, outline: Outline) -> list[str]:
    summary = entry.summary
    lines = [f"## {summary.label}. {escape(summary.heading)}", ""]
    origin = joined(escape(part) for part in (summary.publisher, entry.recorded.article.byline) if part)
    lines += [f"{origin or 'Unknown publisher'}, {day(entry.recorded.article.published)}", ""]
    if notice := plain_notice(entry.recorded.article.language):
        lines += [f"In {escape(notice)}.", ""]
    for claim in entry.claims:
        lines += [*_claim(claim, entry, outline), ""]
    return lines[:-1]


def _claim(claim: ClaimEntry, entry: ArticleEntry, outline: Outline) -> list[str]:
    state, article = claim.state, entry.recorded.article
    place = position(claim.quotation.start, claim.quotation.end, claim.quotation.sentences, article)
    lines = [
        f'<a id="{_anchor(claim.key)}"></a>',
        "",
        f"### {claim.number}: {_standing(state, outline.record.asked)}",
        "",
        f"> {escape(claim.quotation.words)}",
        "",
        f"{place}; claim `{claim.key}`",
        "",
    ]
    if state.text != state.claim.text:
        lines += [f"- Reworded: {escape(state.text)}"]
    kind = f"{CLAIM_TYPE_LABELS[state.claim.type]}, {escape(origin_words(state.claim))}"
    lines += [*_asserter(claim, article), f"- Kind: {kind}"]
    scores = score_words(state.claim)
    lines += [f"- Scores: {scores}"] if scores else []
    if state.carried:
        older = outline.numbers.get(state.carried.older, "a claim of another collection")
        lines += [f"- From the older version: {older} ({ANCHOR_TERMS[state.carried.state].label})"]
    lines += [f"- Source: {escape(link_words(link))}" for link in state.sources]
    lines += _verdict_lines(claim) + _other_articles(claim)
    for note in state.notes:
        lines.append(f"- Note by {escape(note.reviewer)}, {minute(note.at)}: {escape(note.text)}")
    return lines + _history(claim.history)


def _standing(state: ClaimState, asked: int) -> str:
    if state.discarded_by:
        return f"{DISCARDED_GLYPH} discarded"
    return f"{_verdict(state)} ({WORKFLOW_LABELS[state.state_for(asked)]})"


def _asserter(claim: ClaimEntry, article: Article) -> list[str]:
    made = claim.state.claim
    by = asserted_by(made, article)
    cue = f", “{escape(made.cue)}”" if made.cue else ""
    lines = [f"- {escape(sentence_case(by.words))}{cue}" + (", quoted" if made.is_quote else "")]
    return lines + ([f"- Understood: {escape(by.understood)}"] if by.understood else [])


def _verdict_lines(claim: ClaimEntry) -> list[str]:
    state = claim.state
    lines = [
        f"- Vote of {escape(vote.reviewer)}, {minute(vote.at)}: {escape(vote_words(vote))}" for vote in state.votes
    ]
    if state.signed_off_by:
        lines.append(f"- Signed off by {escape(state.signed_off_by)}")
    if state.discarded_by:
        reason = f": {escape(state.discard_reason)}" if state.discard_reason else ""
        lines.append(f"- Discarded by {escape(state.discarded_by)}{reason}")
    return lines


def _other_articles(claim: ClaimEntry) -> list[str]:
    lines = [line for opinion in claim.opinions for line in _opinion(opinion)]
    lines += [line for opinion in claim.silent for line in _opinion(opinion)]
    if claim.unread:
        lines.append(f"- {NOT_LOOKED_AT.capitalize()}: {joined(summary.label for summary in claim.unread)}")
    return lines


def _opinion(opinion: Opinion) -> Iterable[str]:
    agreement = opinion.agreement
    words = f"{RELATION_TERMS[agreement.relation].glyph} {agreement_words(agreement)}"
    yield f"- **{opinion.article.label}** {words} (says {escape(agreement.reviewer)}, {minute(agreement.at)})"
    if opinion.evidence:
        evidence = opinion.evidence
        yield f"    - {sentence_numbers(evidence.sentences)}: “{escape(evidence.text)}”"
        yield from (f"    - {_difference(difference)}" for difference in evidence.differences)
    if agreement.note:
        yield f"    - Note: {escape(agreement.note)}"


def _difference(difference: Difference) -> str:
    claim, other = (f"“{escape(words)}”" if words else "nothing" for words in difference.told())
    return f"differs in {FACET_LABELS[difference.facet]}: {claim} in the claim, {other} here"


def _history(entries: tuple[HistoryEntry, ...]) -> list[str]:
    if not entries:
        return []
    rows = [
        (
            minute(entry.decision.at),
            escape(entry.decision.reviewer),
            _history_words(entry),
            escape(entry.decision.id[:8]),
        )
        for entry in entries
    ]
    return ["", *table(("When", "Who", "Decision", "Id"), rows)]


def _history_words(entry: HistoryEntry) -> str:
    words = f"{entry.words} of: {entry.takes_back}" if entry.takes_back else entry.words
    return escape(words) if entry.counts else f"{escape(words)} *(undone)*"


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


def _verdict(state: ClaimState) -> str:
    if state.verdict:
        return f"{VERDICT_TERMS[state.verdict].glyph} {VERDICT_TERMS[state.verdict].label}"
    return f"{DISPUTED_GLYPH} {VOTES_DIFFER}" if state.votes else NO_VERDICT


def _signs(relation: Relation) -> str:
    return f"{RELATION_TERMS[relation].glyph} {RELATION_LETTERS[relation]}"


def _anchor(key: str) -> str:
    return f"claim-{key}"
