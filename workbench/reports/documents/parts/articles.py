"""The annotated articles: every sentence, and what became of it."""

from workbench.articles.plain_reading import plain_notice
from workbench.reports.charts.tones import Tone
from workbench.reports.documents.paper import Ink, Line, Paper, Run, listed
from workbench.reports.documents.parts.story import Story, article_place, finding, flowing, tone_of
from workbench.reports.ledger_words import ledger_counts, reading_words
from workbench.reports.outline import ArticleEntry, SentenceEntry
from workbench.reports.wording import DISCARDED_GLYPH, count, day
from workbench.vocabulary import UNREAD_GLYPH, SentenceState


def write_articles(paper: Paper, story: Story) -> None:
    """Write how many sentences of each article became what, then every sentence of each."""
    entries = story.outline.articles
    if entries:
        header = ("Article", "Sentences", *(label.capitalize() for label, _ in ledger_counts(entries[0])))
        paper.table(header, [_counted(entry, story) for entry in entries], (3, 4, *(4 for _ in header[2:])))
    for entry in entries:
        _write_article(paper, entry, story)


def article_line(entry: ArticleEntry) -> str:
    """Return who published an article, and when."""
    article = entry.recorded.article
    by = ", ".join(part for part in (article.publisher or "Publisher unknown", article.byline) if part)
    notice = plain_notice(article.language)
    return f"{by}, {day(article.published)}" + (f". In {notice}" if notice else "")


def _counted(entry: ArticleEntry, story: Story) -> tuple[Line, ...]:
    return (
        story.article(entry.summary),
        f"{len(entry.sentences):,}",
        *(f"{number:,}" for _, number in ledger_counts(entry)),
    )


def _write_article(paper: Paper, entry: ArticleEntry, story: Story) -> None:
    summary, url = entry.summary, entry.recorded.article.url
    paper.heading(f"{summary.label}. {summary.heading}", 2, article_place(summary))
    address = f"; {url}" if url else ""
    paper.paragraph(f"{article_line(entry)}{address}; file {summary.name}; {count(len(entry.sentences), 'sentence')}.")
    paper.paragraph(("SHA-256 ", Run(entry.recorded.key, Ink.CODE)))
    if entry.sentences:
        rows = [_sentence(each, summary.label, story) for each in entry.sentences]
        paper.table(("Place", "Sentence", "What became of it"), rows, (2, 14, 7))


def _sentence(entry: SentenceEntry, label: str, story: Story) -> tuple[Line, ...]:
    return Run(f"{label}:{entry.index + 1}", Ink.SOFT), _words(entry), _became(entry, story)


def _words(entry: SentenceEntry) -> Line:
    words = flowing(entry.sentence.text)
    kept = [claim.state for claim in entry.claims if claim.state.discarded_by is None]
    if kept:
        return Run(words, Ink.PLAIN, tone_of(kept[0]))
    if entry.state is SentenceState.DISCARDED:
        return Run(words, Ink.GONE)
    return Run(words, Ink.SOFT if entry.state is SentenceState.READ else Ink.PLAIN)


def _became(entry: SentenceEntry, story: Story) -> Line:
    discarded = [claim for claim in entry.claims if claim.state.discarded_by is not None]
    match entry.state:
        case SentenceState.CLAIM:
            kept = [claim for claim in entry.claims if claim.state.discarded_by is None]
            lines = [(story.claim(claim.key), " ", finding(claim.state)) for claim in kept]
            return ["claim ", *listed(lines)]
        case SentenceState.DISCARDED:
            named = [(story.claim(each.key), f" by {each.state.discarded_by}") for each in discarded]
            return [f"{DISCARDED_GLYPH} discarded: ", *listed(named)]
        case SentenceState.UNREAD:
            return (Run(f"{UNREAD_GLYPH} ", tone=Tone.MIXED), Run(reading_words(entry)))
        case _:
            return Run(reading_words(entry), Ink.SOFT)
