"""A record as FEVER (Thorne et al. 2018): one claim a line, with its label and sets of sentences as evidence.

The outer list of `evidence` holds alternatives, each inner list one set that is enough. The key of an article stands in
place of a page, and the number of its sentence, from 0, as that in the project's JSON.

* supported → SUPPORTS: the sets that state the claim in its own article, and those that corroborate it in others;
* refuted → REFUTES: the sets that contradict it in other articles;
* not enough evidence → NOT ENOUGH INFO: no sentences.

Other verdicts have no label in FEVER, and are left out with the claims that have none.
"""

from collections.abc import Iterator
from itertools import count
from typing import Final

from workbench.reports.interchange.exported import EvidenceSet, claims_left_out, sets_against, sets_for, states_with
from workbench.reports.interchange.json_text import json_lines
from workbench.reports.interchange.naming import JsonObject
from workbench.reports.record import Record
from workbench.store.fold import ClaimState
from workbench.vocabulary import Verdict

LABELS: Final[dict[Verdict | None, str]] = {
    Verdict.SUPPORTED: "SUPPORTS",
    Verdict.REFUTED: "REFUTES",
    Verdict.NOT_ENOUGH_EVIDENCE: "NOT ENOUGH INFO",
}
_ID_DIGITS: Final = 13  # hexadecimal: 52 bits, which every reader of JSON keeps whole


def fever_text(record: Record) -> Iterator[str]:
    """Yield `record` as FEVER, line by line."""
    return json_lines(fever_lines(record))


def fever_lines(record: Record) -> Iterator[JsonObject]:
    """Yield a line for every claim whose verdict has a label in FEVER."""
    annotations, pieces = count(1), count(1)
    for state, verdict in states_with(record, LABELS):
        groups = [
            [[annotation, next(pieces), article, sentence] for sentence in sentences]
            for (article, sentences), annotation in zip(_sets(state, verdict), annotations, strict=False)
        ]
        yield {
            "id": fever_id(state.key),
            "verifiable": "NOT VERIFIABLE" if verdict is Verdict.NOT_ENOUGH_EVIDENCE else "VERIFIABLE",
            "label": LABELS[verdict],
            "claim": state.text,
            "evidence": groups or [[[next(annotations), None, None, None]]],
        }


def left_out(record: Record) -> str:
    """Say how many claims are left out, and why; "" if none is."""
    return claims_left_out(record, LABELS, "FEVER")


def fever_id(claim: str) -> int:
    """Return the number of a claim (its key): the last 52 bits of its UUID, the same in every database."""
    return int(claim.replace("-", "")[-_ID_DIGITS:], 16)


def _sets(state: ClaimState, verdict: Verdict) -> Iterator[EvidenceSet]:
    if verdict is Verdict.SUPPORTED:
        yield from sets_for(state)
    elif verdict is Verdict.REFUTED:
        yield from sets_against(state)
