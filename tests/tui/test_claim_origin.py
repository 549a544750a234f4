"""What the panel says of a claim's origin: a model's proposal is never taken for a person's work, or for the rules'."""

import dataclasses
from datetime import UTC, datetime
from pathlib import Path

from workbench.review.intake import add_bytes
from workbench.review.session import Review
from workbench.store.engine import open_store
from workbench.store.extractions import add_extraction
from workbench.store.model import Extraction
from workbench.tui.claim_panel import claim_lines
from workbench.tui.flow import Line
from workbench.tui.queue import ClaimQueue, QueueContext
from workbench.vocabulary import ClaimOrigin


def words(line: Line | None) -> str:
    """What a line shows."""
    return "".join(span.text for span in line.spans) if line else ""


RAW = b"Pier closed\n\nThe pier closed on Monday, the mayor said. Was it old?\n"


def test_the_model_is_named_in_the_panel_and_the_queue_has_its_sign(tmp_path: Path) -> None:
    with open_store(tmp_path / "w.db") as store:
        key, *_ = add_bytes(store, RAW, "pier.txt", "Pier")
        review = Review(store, "mira")
        by_rules = review.claim(review.queue()[0].key).state.claim
        sentence = next(s for s in review.article_text(key).sentences if s.text == "Was it old?")
        proposed = dataclasses.replace(
            by_rules,
            start=sentence.start,
            end=sentence.end,
            text=sentence.text,
            origin=ClaimOrigin.LLM,
            extractor="tiny\x1b[31m",
        )
        with store.write() as connection:
            add_extraction(connection, Extraction(key, "tiny", datetime.now(UTC), (proposed,), 1, 0, {}))
        panel = "\n".join(words(line) for line in claim_lines(review.claim(proposed.key), None, "mira", 200))
        rows = {row.key: row for row in review.queue()}
        queue = ClaimQueue()
        queue.rows, queue.context = [rows[by_rules.key], rows[proposed.key]], QueueContext({key: "A"}, 0)
        assert "proposed by tiny␛[31m, a language model" in panel
        assert "a language model" not in "\n".join(
            words(line) for line in claim_lines(review.claim(by_rules.key), None, "mira", 200)
        )
        assert [words(queue.line_at(index))[:3] for index in (0, 1)] == [" · ", " ✦ "]
