"""What these formats are tested with: texts that are hard to hold, and a reader of JSON-LD without a network."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from pyld import jsonld

from workbench.reports.record import Record
from workbench.reports.recording import load_record
from workbench.review.intake import add_bytes
from workbench.review.session import Review
from workbench.store.engine import open_store
from workbench.store.payloads import AddNote, MarkVerdict, RecordAgreement
from workbench.vocabulary import Facet, Relation, Verdict

CONTEXTS = Path(__file__).parent / "contexts"
ADDRESSES = {
    "https://schema.org": "schema.json",
    "http://www.w3.org/ns/anno.jsonld": "anno.json",
}
HOSTILE = (
    "<script>alert(1)</script></script><!--",
    "javascript:alert(1)",
    '"}]},\\"\\u0000\x00\x1b[2J\x07\x9b31m',
    "\u202egnp.exe\u2066\u200b\ufeff\U000e0041",
    "= @book{x, title = {y}} } { \\input{/etc/passwd} % $ # _ ~ ^ &",
    "]]> </a> {{7*7}} ${7*7} ../../etc/passwd",
)


@pytest.fixture(scope="session")
def expand() -> Callable[[str], list[Any]]:
    """Expand a JSON-LD text with the contexts beside these tests; whatever asks for another is refused."""

    def load(url: str, _options: Any) -> dict[str, Any]:
        document = json.loads((CONTEXTS / ADDRESSES[url]).read_text())
        return {"contentType": "application/ld+json", "contextUrl": None, "documentUrl": url, "document": document}

    def expanded(text: str) -> list[Any]:
        found: list[Any] = jsonld.expand(json.loads(text), {"documentLoader": load})
        return found

    return expanded


@pytest.fixture(scope="session")
def hostile_records() -> dict[str, Record]:
    """The hostile records that were made already; what never changes need not be made twice."""
    return {}


@pytest.fixture(params=[*HOSTILE, "word" * 500_000], ids=lambda text: text[:12].encode("unicode_escape").decode())
def hostile(
    request: pytest.FixtureRequest, record_of: Callable[..., Record], hostile_records: dict[str, Record]
) -> tuple[str, Record]:
    """A text that would break out where it could, and a record in which it is in every field."""
    text = request.param
    shown = text.replace("\x00", "")[:200_000]
    if text not in hostile_records:
        hostile_records[text] = record_of(
            f"{text}\n\nBy {text[:40]}\n\nThe ferry sank on Monday, {text[:2_000_000]} said. Nobody was hurt.\n",
            f"Another\n\nThe ferry Marigold sank on Tuesday. Nobody was {text[:200]} hurt.\n",
            reviewer=shown[:100],
            note=shown,
            name=f"{text[:50]}.txt",
        )
    return text, hostile_records[text]


@pytest.fixture
def astral_record(tmp_path: Path, new_sqlite: Callable[[Path], Path], moment: Any) -> Record:
    """A record of two articles with characters beyond U+FFFF before, in and behind the claims; words come twice."""
    first = "🚢🚢 Harbour\n\n😀 The ferry 𝕸arigold sank 🌊 on Monday. 👩‍👩‍👧 Nobody was hurt. Nobody was hurt. 𐍈 End.\n"
    second = "Courier 📰\n\n🇳🇴 On Monday 𝟚𝟙𝟜 people left the ferry 𝕸arigold 🌊. The mayor said so.\n"
    with open_store(new_sqlite(tmp_path / "astral.db")) as store:
        for name, text in (("a.txt", first), ("b.txt", second)):
            add_bytes(store, text.encode(), name, "Ferry")
        review = Review(store, "Ada 🦊", "Ferry")
        for row in review.queue():
            review.decide(row.key, MarkVerdict(Verdict.SUPPORTED))
            review.decide(row.key, AddNote("Seen 🦊"))
            for other in review.articles:
                if other.key != row.article:
                    chosen = (other.sentences - 1,)
                    given = RecordAgreement(other.key, Relation.CONTRADICTS, chosen, None, (Facet.NUMBER,), "🦊")
                    review.decide(row.key, given)
        return load_record(store, "Ferry", moment)
