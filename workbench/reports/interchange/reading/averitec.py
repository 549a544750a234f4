"""Claims in AVeriTeC's JSON: each is looked for in the article at its `original_claim_url`, or else in all of them."""

from collections.abc import Iterator
from typing import Final

from workbench.reports.interchange.averitec import LABELS
from workbench.reports.interchange.reading.fields import Fields, json_objects
from workbench.review.claim_intake import ImportedClaim
from workbench.store.payloads import MarkVerdict

_VERDICTS: Final = {label: verdict for verdict, label in LABELS.items() if verdict is not None}


def read_averitec(text: str) -> Iterator[ImportedClaim]:
    """Yield the claims; questions and answers are not read.

    Raises:
        InterchangeError: it is no list of objects, or one has no claim or an unknown label.
    """
    return (_claim(fields) for fields in json_objects(text, "claim"))


def _claim(fields: Fields) -> ImportedClaim:
    text, label, address = fields.text("claim"), fields.text("label"), fields.text("original_claim_url")
    if text is None:
        raise fields.wrong("there is no “claim”")
    if label is not None and label not in _VERDICTS:
        raise fields.wrong(f"there is no label “{label[:40]}”: there are {', '.join(_VERDICTS)}")
    verdict = MarkVerdict(_VERDICTS[label]) if label is not None else None
    return ImportedClaim(text, None, (address,) if address else (), verdict=verdict, origin=fields.origin)
