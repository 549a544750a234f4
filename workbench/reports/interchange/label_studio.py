"""A record as Label Studio's JSON: a task for each article, with its claims as labelled regions.

The names are those of `LABELING_CONFIG`, which a project needs to show the tasks. Offsets count code points, as its
editor and its converter do. A claim is a region “Claim” whose id is its key; its verdict, settled or shared by all
votes, is a choice on that region, and its wording, if it was reworded, a note on the region. Sentences of the article
that state it elsewhere are regions “Source”, to which a relation points.
"""

from collections.abc import Iterable, Iterator
from typing import Final

from workbench.articles.model import Article
from workbench.reports.interchange.exported import current_articles
from workbench.reports.interchange.json_text import json_list
from workbench.reports.interchange.naming import JsonObject, derived_key, iso_day, told, web_address
from workbench.reports.record import Record
from workbench.store.decisions import format_time
from workbench.store.fold import ClaimState
from workbench.vocabulary import Verdict

LABEL, VERDICT, TEXT = "label", "verdict", "text"
CLAIM, SOURCE, STATED_BY = "Claim", "Source", "stated by"
WORDING: Final = "Wording:"
"""How the note on a region begins that holds the wording of a claim that was reworded."""

LABELING_CONFIG: Final = f"""\
<View>
  <Relations><Relation value="{STATED_BY}"/></Relations>
  <Labels name="{LABEL}" toName="{TEXT}"><Label value="{CLAIM}"/><Label value="{SOURCE}"/></Labels>
  <Text name="{TEXT}" value="$text"/>
  <Choices name="{VERDICT}" toName="{TEXT}" perRegion="true">
{"".join(f'    <Choice value="{verdict}"/>{chr(10)}' for verdict in Verdict)}  </Choices>
</View>
"""
"""How a Label Studio project shows these tasks."""

Span = tuple[int, int]


def label_studio_text(record: Record) -> Iterator[str]:
    """Yield `record` as a list of tasks, task by task."""
    yield from json_list(tasks(record))
    yield "\n"


def tasks(record: Record) -> Iterator[JsonObject]:
    """Yield a task for every article that no newer version has replaced, in their order."""
    at = format_time(record.generated_at)
    for number, (recorded, states) in enumerate(current_articles(record), 1):
        results = list(_results(recorded.article, states))
        annotation = {
            "id": number,
            "result": results,
            "was_cancelled": False,
            "ground_truth": False,
            "lead_time": None,
            "result_count": len(results),
            "task": number,
            "created_at": at,
            "updated_at": at,
        }
        yield {"id": number, "data": _data(recorded.article), "annotations": [annotation], "predictions": []}


def _data(article: Article) -> JsonObject:
    known = {
        "article": article.sha256,
        "name": article.name,
        "title": article.title,
        "publisher": article.publisher,
        "published": iso_day(article.published),
        "url": web_address(article.url),
    }
    return {TEXT: article.text, **told(known)}


def _results(article: Article, claims: Iterable[ClaimState]) -> Iterator[JsonObject]:
    place = _Places(article)
    for state in claims:
        span = state.claim.start, state.claim.end
        note = {"meta": {"text": [f"{WORDING} {state.text}"]}} if state.text != state.claim.text else {}
        yield {**place.region(state.key, span, CLAIM), **note}
        if state.verdict is not None:
            yield place.result(state.key, VERDICT, "choices", span, state.verdict.value)
        for number, other in enumerate(_elsewhere(state, article)):
            source = derived_key("source", state.key, str(number))
            yield place.region(source, other, SOURCE)
            yield {
                "type": "relation",
                "from_id": state.key,
                "to_id": source,
                "direction": "right",
                "labels": [STATED_BY],
            }


class _Places:
    """Stretches of one article as Label Studio tells them."""

    def __init__(self, article: Article) -> None:
        self._text = article.text

    def region(self, key: str, span: Span, label: str) -> JsonObject:
        return self.result(key, LABEL, "labels", span, label)

    def result(self, key: str, control: str, kind: str, span: Span, chosen: str) -> JsonObject:
        start, end = span
        place = {"start": start, "end": end, "text": self._text[start:end]}
        return {
            "id": key,
            "from_name": control,
            "to_name": TEXT,
            "type": kind,
            "origin": "manual",
            "value": {**place, kind: [chosen]},
        }


def _elsewhere(state: ClaimState, article: Article) -> Iterator[Span]:
    """Yield the sentences that were linked as sources and that the claim itself does not touch, each once."""
    linked = dict.fromkeys(number for source in state.sources for number in source.sentences)
    for number in linked:
        if number not in state.claim.sentences:
            yield article.sentences[number].start, article.sentences[number].end
