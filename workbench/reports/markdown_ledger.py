"""The ledger in the Markdown report: what became of every sentence of every article."""

from workbench.reports.ledger_words import completeness_words, ledger_counts, sentence_words
from workbench.reports.markdown_text import escape, table
from workbench.reports.outline import ArticleEntry, Outline


def ledger_section(outline: Outline) -> list[str]:
    """Return the lines that count the sentences of each article by what became of them, then tell it of each."""
    lines = ["## What became of every sentence", "", escape(completeness_words(outline.completeness))]
    if not outline.articles:
        return lines
    header = ("Article", "Sentences", *(label.capitalize() for label, _ in ledger_counts(outline.articles[0])))
    rows = [
        (entry.summary.label, str(len(entry.sentences)), *(str(count) for _, count in ledger_counts(entry)))
        for entry in outline.articles
    ]
    lines += ["", *table(header, rows)]
    return lines + [line for entry in outline.articles if entry.sentences for line in _sentences(entry)]


def _sentences(entry: ArticleEntry) -> list[str]:
    rows = [
        (f"{entry.summary.label}:{each.index + 1}", escape(each.sentence.text), escape(sentence_words(each)))
        for each in entry.sentences
    ]
    return ["", *table(("Place", "Sentence", "What became of it"), rows)]
