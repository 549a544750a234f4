"""Attributions and their spans as JSON, in the columns of a claim and in the project file."""

from typing import Any

from workbench.claims.model import Attribution
from workbench.claims.spans import Span
from workbench.vocabulary import AsserterNaming


def attribution_to_json(attribution: Attribution) -> dict[str, Any]:
    """Return the attribution as JSON; spans are pairs of offsets."""
    return {
        "contents": [_pair(span) for span in attribution.contents],
        "cue": _pair(attribution.cue),
        "source": _pair(attribution.source),
        "asserter": attribution.asserter,
        "antecedent": _pair(attribution.antecedent),
        "naming": attribution.naming.value,
        "denies": attribution.denies,
    }


def attribution_of(stored: dict[str, Any]) -> Attribution:
    """Return the attribution that such JSON holds."""
    return Attribution(
        contents=tuple(Span(*pair) for pair in stored["contents"]),
        cue=_span(stored["cue"]),
        source=_span(stored["source"]),
        asserter=stored["asserter"],
        antecedent=_span(stored["antecedent"]),
        naming=AsserterNaming(stored["naming"]),
        denies=stored["denies"],
    )


def _pair(span: Span | None) -> list[int] | None:
    return None if span is None else [span.start, span.end]


def _span(pair: list[int] | None) -> Span | None:
    return None if pair is None else Span(*pair)
