"""What a report on paper tells: its outline, its parts, and the words and signs that recur in them."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from typing import Protocol

from workbench.reports.charts import ChartData, Charts, chart_data, drawn
from workbench.reports.charts.tones import RELATION_TONES, VERDICT_TONES, Tone
from workbench.reports.claim_outline import ClaimReference
from workbench.reports.documents.paper import Ink, Run, listed
from workbench.reports.outline import Outline
from workbench.reports.sections import Section
from workbench.reports.told_parts import told_parts
from workbench.reports.wording import DISCARDED_GLYPH, DISPUTED_GLYPH, NO_VERDICT, SETTLED_GLYPH, VOTES_DIFFER, minute
from workbench.store.fold import ClaimState
from workbench.store.model import ArticleSummary
from workbench.vocabulary import RELATION_TERMS, VERDICT_TERMS, Relation


class Said(Protocol):
    """What somebody said."""

    @property
    def reviewer(self) -> str:
        """Who said it."""

    @property
    def at(self) -> datetime:
        """When."""


@dataclass(frozen=True)
class Story:
    """The outline of a report with what a paper needs to lay it out."""

    outline: Outline

    @cached_property
    def data(self) -> ChartData:
        """What its charts show."""
        return chart_data(self.outline)

    @cached_property
    def charts(self) -> Charts:
        """Its charts."""
        return drawn(self.data)

    @cached_property
    def parts(self) -> tuple[Section, ...]:
        """The parts that it has: those that are wanted and not empty."""
        return told_parts(self.outline, self.data)

    # --- places

    def claim(self, key: str) -> Run:
        """Return the number of a claim, which leads to it if the report tells of it."""
        place = claim_place(key) if Section.CLAIMS in self.parts and self.outline.record.tells_of(key) else None
        return Run(self.outline.numbers[key], to=place)

    def named(self, claim: ClaimReference) -> Run:
        """Return the number of a claim that another one names."""
        return self.claim(claim.key)

    def numbered(self, claims: Iterable[str]) -> list[Run]:
        """Return the numbers of claims (keys), each once, or “none”."""
        return listed(self.claim(key) for key in dict.fromkeys(claims)) or [Run("none", Ink.SOFT)]

    def article(self, summary: ArticleSummary) -> Run:
        """Return the label of an article, which leads to its annotated copy if the report has that."""
        return Run(summary.label, Ink.STRONG, to=article_place(summary) if Section.ARTICLES in self.parts else None)


def section_place(section: Section) -> str:
    """Return the place of a part."""
    return f"section-{section}"


def claim_place(key: str) -> str:
    """Return the place of a claim."""
    return f"claim-{key}"


def article_place(summary: ArticleSummary) -> str:
    """Return the place of the annotated copy of an article."""
    return f"article-{summary.label}"


def flowing(text: str) -> str:
    """Return words of an article with its line breaks as spaces: lines end elsewhere on paper."""
    return text.replace("\n", " ")


# --- signs


def by(said: Said) -> str:
    """Return who said something, and when."""
    return f"{said.reviewer}, {minute(said.at)}"


def says(said: Said) -> Run:
    """Return the same in brackets."""
    return Run(f" (says {by(said)})", Ink.SOFT)


def relation_badge(relation: Relation, before: str = "") -> Run:
    """Return a relation with its glyph."""
    term = RELATION_TERMS[relation]
    return Run(f"{before}{term.glyph} {term.label}", Ink.BADGE, RELATION_TONES[relation])


def finding(state: ClaimState) -> Run:
    """Return the verdict that holds for a claim, marked where it was settled, or that it was discarded."""
    if state.discarded_by:
        return Run(f"{DISCARDED_GLYPH} discarded", Ink.BADGE, Tone.MUTED)
    if state.verdict:
        settled = f" {SETTLED_GLYPH}" if state.adjudication else ""
        words = f"{VERDICT_TERMS[state.verdict].glyph} {VERDICT_TERMS[state.verdict].label}{settled}"
        return Run(words, Ink.BADGE, VERDICT_TONES[state.verdict])
    return Run(f"{DISPUTED_GLYPH} {VOTES_DIFFER}" if state.votes else NO_VERDICT, Ink.BADGE, tone_of(state))


def tone_of(state: ClaimState) -> Tone:
    """Return the colour of the verdict that holds for a claim."""
    return VERDICT_TONES["disputed" if state.votes and not state.verdict else state.verdict]
