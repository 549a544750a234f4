"""A record as doccano's JSON Lines for sequence labelling: an article a line, with its claims as labelled spans.

The label of a span is the verdict on the claim, settled or shared by all votes, or else “unreviewed”. Offsets count
code points. Further keys are kept by doccano as metadata: `article` is the key of the article, and `claims` those of
its claims, in the order of the spans.
"""

from collections.abc import Iterator
from typing import Final

from workbench.reports.interchange.exported import current_articles
from workbench.reports.interchange.json_text import json_lines
from workbench.reports.interchange.naming import JsonObject
from workbench.reports.record import Record

UNREVIEWED: Final = "unreviewed"


def doccano_text(record: Record) -> Iterator[str]:
    """Yield `record` as doccano's JSON Lines, article by article."""
    return json_lines(doccano_lines(record))


def doccano_lines(record: Record) -> Iterator[JsonObject]:
    """Yield a line for every article that no newer version has replaced, in their order."""
    for recorded, states in current_articles(record):
        yield {
            "text": recorded.article.text,
            "label": [[state.claim.start, state.claim.end, state.verdict or UNREVIEWED] for state in states],
            "article": recorded.key,
            "name": recorded.article.name,
            "claims": [state.key for state in states],
        }
