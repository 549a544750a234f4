"""What the templates of reports are given: the data of a report, and functions and filters that put it into words.

docs/templates.md tells of it, for those who write templates of their own.
"""

from typing import TYPE_CHECKING, Final
from urllib.parse import urlsplit

from workbench import __version__, vocabulary
from workbench.articles.plain_reading import plain_notice
from workbench.claims.asserted_by import asserted_by
from workbench.matching.model import Difference
from workbench.reports import wording
from workbench.reports.charts import chart_data, drawn
from workbench.reports.charts.canvas import visible
from workbench.reports.charts.tones import RELATION_TONES, VERDICT_TONES
from workbench.reports.ledger_words import completeness_words, ledger_counts, reading_words
from workbench.reports.method_words import METHOD, workflow_words
from workbench.reports.outline import SentenceEntry, relations_in
from workbench.reports.outlining import build_outline
from workbench.reports.page_links import PageLinks, css_string
from workbench.reports.record import Record
from workbench.reports.sections import Section
from workbench.reports.summary_words import selection_notice, summary_sentences
from workbench.reports.told_parts import told_parts
from workbench.reports.variant_words import is_laid_out, telling_differences, variant_words, word_pairs
from workbench.review.reviewer_agreement import agreement_lines
from workbench.review.score_words import score_words
from workbench.store.fold import ClaimState
from workbench.visible import lines
from workbench.vocabulary import UNREAD_LABEL, PassedOver, Reading, Relation, SentenceState, Verdict

if TYPE_CHECKING:
    from jinja2 import Environment

_MOST_TITLE: Final = 90
"""So many characters of the title stand at the head of printed pages."""
_SHORT_HEADINGS: Final = {
    Section.REVIEWERS: "Reviewers",
    Section.GRAPH: "Agreement",
    Section.MATRIX: "Matrix",
    Section.ARTICLES: "Articles",
    Section.RECORD: "Record",
}
"""What the way through the page calls the parts whose headings are long."""
_SITE_TEXT: Final = frozenset({PassedOver.BOILERPLATE, PassedOver.PROMO, PassedOver.CREDIT})


def page_data(record: Record) -> dict[str, object]:
    """Return the data of the report of `record`, by the names that templates have for it.

    Attributes:
        report: the whole report, worked out.
        record: what it was made of, within its own articles.
        parts: the parts of the report that are wanted and not empty, in order.
        links: where links may lead: only to what is in the page.
        data: the numbers behind the charts.
        charts: the charts as SVG; None where there is nothing to draw.
        page_title: the title as a string of CSS, for the heads of printed pages.
        told_rows: the rows of the matrix that the report tells of.
        told_classes: the classes of equivalent claims that it tells of.
        told: the summary in sentences.
        selection_notice: which claims it tells of, in words; None for all.
    """
    outline = build_outline(record)
    data = chart_data(outline)
    charts = drawn(data)
    parts = told_parts(outline, data)
    return {
        "report": outline,
        "record": outline.record,
        "parts": parts,
        "links": PageLinks(outline, parts),
        "data": data,
        "charts": charts,
        "page_title": css_string(visible(outline.title)[:_MOST_TITLE]),
        "told_rows": outline.told_rows,
        "told_classes": outline.told_classes,
        "told": summary_sentences(outline),
        "selection_notice": selection_notice(outline),
    }


def furnish(environment: "Environment") -> None:
    """Give a template environment the functions, filters and terms, and let nothing act that a template prints."""
    environment.finalize = _visible
    environment.globals.update(
        {name: value for name, value in vars(vocabulary).items() if name.isupper()},
        verdict_tones=VERDICT_TONES,
        relation_tones=RELATION_TONES,
        relation_letters=wording.RELATION_LETTERS,
        not_looked_at=wording.NOT_LOOKED_AT,
        disputed_glyph=wording.DISPUTED_GLYPH,
        discarded_glyph=wording.DISCARDED_GLYPH,
        votes_differ=wording.VOTES_DIFFER,
        no_verdict=wording.NO_VERDICT,
        relations_differ=wording.RELATIONS_DIFFER,
        settled_glyph=wording.SETTLED_GLYPH,
        implied_glyph=wording.IMPLIED_GLYPH,
        claim_tone=_claim_tone,
        claim_glyph=_claim_glyph,
        sentence_tone=sentence_tone,
        marked=marked,
        marked_pieces=wording.marked_pieces,
        relations_in=relations_in,
        telling_differences=telling_differences,
        is_laid_out=is_laid_out,
        word_pairs=word_pairs,
        agreement_lines=agreement_lines,
        safe_link=safe_link,
        hidden_words=wording.hidden_words,
        position=wording.position,
        sentence_case=wording.sentence_case,
        asserted_by=asserted_by,
        ledger_counts=ledger_counts,
        reading_words=reading_words,
        completeness_words=completeness_words,
        unread_label=UNREAD_LABEL,
        plain_notice=plain_notice,
        Relation=Relation,
        Verdict=Verdict,
        PassedOver=PassedOver,
        Section=Section,
        short_headings=_SHORT_HEADINGS,
        program_version=__version__,
        METHOD=METHOD,
        workflow_words=workflow_words,
        SentenceState=SentenceState,
    )
    environment.filters.update(
        minute=wording.minute,
        day=wording.day,
        joined=wording.joined,
        count=wording.count,
        vote_words=wording.vote_words,
        settlement_words=wording.settlement_words,
        confirmed_words=wording.confirmed_words,
        grade_words=wording.grade_words,
        policy_words=wording.policy_words,
        variant_words=variant_words,
        facet_words=wording.facet_words,
        link_words=wording.link_words,
        origin_words=wording.origin_words,
        sentence_numbers=wording.sentence_numbers,
        sentence_case=wording.sentence_case,
        score_words=score_words,
        commas="{:,}".format,
    )


def safe_link(url: str | None) -> str | None:
    """Return `url` if a reader may be sent there: an absolute http or https address; None otherwise."""
    if not url:
        return None
    try:
        parts = urlsplit(url)
    except ValueError:
        return None
    return url if parts.scheme in {"http", "https"} and parts.hostname else None


def marked(text: str, differences: tuple[Difference, ...]) -> list[tuple[str, bool]]:
    """Return `text` in pieces, each with whether it differs from the claim; the pieces make up the whole text."""
    return wording.marked_pieces(text, ((each.b_start, each.b_end) for each in differences))


def sentence_tone(entry: SentenceEntry) -> str:
    """Return the class that colours a sentence by what became of it."""
    kept = [claim.state for claim in entry.claims if not claim.state.discarded_by]
    if kept:
        return f"tone-{_claim_tone(kept[0])}"
    if entry.reading is not None:
        return "site" if entry.reading.reading is Reading.BOILERPLATE else "passed"
    if entry.claims:
        return "gone"
    return "site unread" if entry.passed_over in _SITE_TEXT else "unread"


def _claim_tone(state: ClaimState) -> str:
    return VERDICT_TONES["disputed" if state.votes and not state.verdict else state.verdict]


def _claim_glyph(state: ClaimState) -> str:
    if state.discarded_by:
        return wording.DISCARDED_GLYPH
    if state.verdict:
        return vocabulary.VERDICT_TERMS[state.verdict].glyph
    return wording.DISPUTED_GLYPH if state.votes else vocabulary.UNREVIEWED_GLYPH


def _visible(value: object) -> object:
    """What a template prints: text from outside passes through the one map, markup of the templates does not."""
    return lines(value) if isinstance(value, str) and not hasattr(value, "__html__") else value
