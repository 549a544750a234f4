"""A report in a few sentences and numbers, for whoever reads nothing else of it."""

from collections.abc import Iterator

from workbench.reports.outline import Outline
from workbench.reports.wording import count, day, joined
from workbench.review.reliability import Coefficient
from workbench.vocabulary import Relation, SentenceState


def summary_sentences(outline: Outline) -> tuple[str, ...]:
    """Return what was reviewed, what was found, how complete that is, by whom and when, and how far they agree."""
    parts = (_articles, _verdicts, _relations, _coverage, _reviewers, _agreement, _warnings)
    return tuple(sentence for part in parts for sentence in part(outline))


def selection_notice(outline: Outline) -> str | None:
    """Return the line that says which claims the report tells of; None where it tells of all."""
    record = outline.record
    if record.chosen is None:
        return None
    told, everything = sum(1 for _ in record.told), sum(1 for _ in record.claims)
    return (
        f"This report tells of {told:,} of {count(everything, 'claim')}: {record.selection.told()}. "
        "Counts are about all of them."
    )


def _articles(outline: Outline) -> Iterator[str]:
    number = len(outline.articles)
    if not number:
        yield "There are no articles yet."
        return
    words = f"This review covers {count(number, 'article')}"
    outlets = {entry.summary.publisher for entry in outline.articles if entry.summary.publisher}
    if outlets:
        words += f" by {count(len(outlets), 'outlet')}"
    if outline.dates:
        first, last = (day(each) for each in outline.dates)
        words += f", published on {first}" if first == last else f", published from {first} to {last}"
    unnamed = sum(1 for entry in outline.articles if not entry.summary.publisher)
    if unnamed and outlets:
        words += f"; {unnamed:,} {'names' if unnamed == 1 else 'name'} no publisher"
    if replaced := sum(1 for entry in outline.articles if entry.summary.newer is not None):
        words += f"; {replaced:,} {_is(replaced)} replaced by a newer version"
    yield f"{words}."


def _verdicts(outline: Outline) -> Iterator[str]:
    if not outline.articles:
        return
    progress = outline.progress
    words = f"{'It makes' if len(outline.articles) == 1 else 'They make'} {count(progress.claims, 'claim')}"
    if progress.discarded:
        words += f"; {progress.discarded:,} more {'was' if progress.discarded == 1 else 'were'} discarded"
    yield f"{words}."
    if progress.claims:
        yield f"Verdicts: {', '.join(f'{share.label} {share.number:,}' for share in outline.verdicts)}."


def _relations(outline: Outline) -> Iterator[str]:
    if not outline.progress.cells_recorded:
        return
    found = [{cell.relation for cell in row.cells if not cell.own} for row in outline.matrix.rows]
    contradicted, corroborated = (
        sum(kind in relations for relations in found) for kind in (Relation.CONTRADICTS, Relation.CORROBORATES)
    )
    yield (
        f"{count(contradicted, 'claim')} {_is(contradicted)} contradicted by at least one other article, "
        f"{corroborated:,} {_is(corroborated)} corroborated by at least one."
    )


def _coverage(outline: Outline) -> Iterator[str]:
    sentences = sum(len(entry.sentences) for entry in outline.articles)
    unread = sum(entry.count(SentenceState.UNREAD) for entry in outline.articles)
    progress = outline.progress
    if sentences:
        words = f"{sentences - unread:,} of {count(sentences, 'sentence')} {_is(sentences - unread)} accounted for"
        if progress.cells:
            pairs = f"{progress.cells_recorded:,} of {count(progress.cells, 'pair')} of a claim and another article"
            words += f", and {pairs} {'was' if progress.cells_recorded == 1 else 'were'} looked at"
        yield f"{words}."


def _is(number: int) -> str:
    return "is" if number == 1 else "are"


def _reviewers(outline: Outline) -> Iterator[str]:
    times = [decision.at for decision in outline.record.decisions]
    if not times:
        yield "Nobody has decided anything yet."
        return
    first, last = day(min(times)), day(max(times))
    when = f"on {first}" if first == last else f"from {first} to {last}"
    yield f"Reviewed by {joined(outline.reviewers)} {when}, in {count(len(times), 'decision')}."


def _agreement(outline: Outline) -> Iterator[str]:
    measured = (("verdict", outline.agreement.verdicts), ("relation", outline.agreement.relations))
    told = [
        f"{100 * each.overall_raw.value:.0f} % of {count(each.overall_raw.items, what)}"
        f"{_beyond_chance(each.overall_alpha)}"
        for what, each in measured
        if each.overall_raw.value is not None
    ]
    if told:
        yield f"Where two or more decided about the same, they agree on {joined(told)}."


def _beyond_chance(alpha: Coefficient) -> str:
    return "" if alpha.value is None else f" (Krippendorff’s α {alpha.value:.2f})"


def _warnings(outline: Outline) -> Iterator[str]:
    if number := len(outline.graph.open_warnings):
        yield f"{count(number, 'warning')} {_is(number)} open."
