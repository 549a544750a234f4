"""A record as doccano's JSON Lines for sequence labelling: an article a line, with its claims as labelled spans.

The label of a span is the verdict on the claim, settled or shared by all votes, or else “unreviewed”. Offsets count
code points. Further keys are kept by doccano as metadata: `article` is the key of the article, and `claims` those of
its claims, in the order of the spans.
"""

from collections.abc import Iterator
from typing import Final

from workbench.reports.interchange.exported import exported_claims
from workbench.reports.interchange.json_text import dump
from workbench.reports.interchange.naming import JsonObject
from workbench.reports.record import Record
from workbench.store.fold import ClaimState

UNREVIEWED: Final = "unreviewed"


def render_doccano(record: Record) -> str:
    """Return `record` as doccano's JSON Lines."""
    return "".join(f"{dump(line)}\n" for line in doccano_lines(record))


def doccano_lines(record: Record) -> Iterator[JsonObject]:
    """Yield a line for every article that no newer version has replaced, in their order."""
    claims: dict[str, list[ClaimState]] = {}
    for state, article in exported_claims(record):
        claims.setdefault(article.sha256, []).append(state)
    for recorded in record.articles:
        if recorded.summary.newer is None:
            states = claims.get(recorded.key, [])
            yield {
                "text": recorded.article.text,
                "label": [[state.claim.start, state.claim.end, state.verdict or UNREVIEWED] for state in states],
                "article": recorded.key,
                "name": recorded.article.name,
                "claims": [state.key for state in states],
            }
