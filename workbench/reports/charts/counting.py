"""From the outline of a report to what its charts show: verdicts, relations, and what became of sentences."""

from collections import Counter

from workbench.reports.charts.model import Bars, Part, Stack, Stacks
from workbench.reports.charts.tones import COVERAGE_TONES, RELATION_TONES, VERDICT_TONES
from workbench.reports.outline import ArticleEntry, Outline
from workbench.reports.wording import DISCARDED_GLYPH, DISPUTED_GLYPH, NOT_LOOKED_AT, RELATIONS_DIFFER
from workbench.review.matrix import MatrixCell
from workbench.vocabulary import (
    READING_TERMS,
    RELATION_TERMS,
    UNREAD_GLYPH,
    UNREAD_LABEL,
    UNREVIEWED_GLYPH,
    Reading,
    Relation,
    SentenceState,
)

_CLAIM_GLYPH = "■"


def verdict_bars(outline: Outline) -> Bars:
    """Return how many claims have each verdict, votes that differ, or none."""
    parts = (Part(share.label, share.glyph, VERDICT_TONES[share.kind], share.number) for share in outline.verdicts)
    return Bars("Verdicts on claims", "claims", tuple(parts))


def relation_bars(agreement: Stacks) -> Bars:
    """Return how many pairs of a claim and another article have each relation, of what each article does."""
    return Bars("What the other articles do", "pairs of a claim and another article", agreement.kinds)


def coverage_stacks(outline: Outline) -> Stacks:
    """Return what became of the sentences of each article."""
    rows = (Stack(entry.summary.label, _named(entry), _coverage(entry)) for entry in outline.articles)
    return Stacks("What became of the sentences", "sentences", tuple(rows))


def agreement_stacks(outline: Outline) -> Stacks:
    """Return what each article does with the claims of the others."""
    counts: dict[str, Counter[Relation | str | None]] = {each.key: Counter() for each in outline.matrix.articles}
    for row in outline.matrix.rows:
        for cell in row.cells:
            if not cell.own:
                counts[cell.article][_relation_of(cell)] += 1
    rows = (
        Stack(each.label, each.publisher or each.heading, _relation_parts(counts[each.key]))
        for each in outline.matrix.articles
    )
    return Stacks("What each article does with the claims of the others", "claims", tuple(rows))


def _named(entry: ArticleEntry) -> str:
    return entry.summary.publisher or entry.summary.heading


def _relation_of(cell: MatrixCell) -> Relation | str | None:
    if not (cell.agreements or cell.implied or cell.settled):
        return None
    relation = cell.relation
    return "disputed" if relation is None and (cell.agreements or cell.settled) else relation


def _relation_parts(counts: Counter[Relation | str | None]) -> tuple[Part, ...]:
    relations = (
        Part(RELATION_TERMS[each].label, RELATION_TERMS[each].glyph, RELATION_TONES[each], counts[each])
        for each in RELATION_TERMS
    )
    differing = Part(RELATIONS_DIFFER, DISPUTED_GLYPH, RELATION_TONES["disputed"], counts["disputed"])
    *spoken, silent = relations
    unseen = Part(NOT_LOOKED_AT, UNREVIEWED_GLYPH, RELATION_TONES[None], counts[None])
    return (*spoken, differing, silent, unseen)


def _coverage(entry: ArticleEntry) -> tuple[Part, ...]:
    states = SentenceState
    return (
        Part("in claims", _CLAIM_GLYPH, COVERAGE_TONES[states.CLAIM], entry.count(states.CLAIM)),
        Part("discarded", DISCARDED_GLYPH, COVERAGE_TONES[states.DISCARDED], entry.count(states.DISCARDED)),
        *(
            Part(READING_TERMS[each].label, READING_TERMS[each].glyph, COVERAGE_TONES[each], entry.read_as(each))
            for each in Reading
        ),
        Part(UNREAD_LABEL, UNREAD_GLYPH, COVERAGE_TONES[states.UNREAD], entry.count(states.UNREAD)),
    )
