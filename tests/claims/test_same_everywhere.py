"""Claims are the same in every process, whatever seed Python gives its hashes there."""

import os
import subprocess
import sys

_TEXT = """The tallest towers on all nine islands belong to the harbour board of Ovstad.

Every ferry is perhaps older than the largest of all bridges if the board has counted them well.

The bridge is surely the longest of the north, but nobody and everything speaks for a larger one.
"""
_READING = """
import sys
from workbench.articles import read_article
from workbench.claims import extract_claims
print([claim.reasons for claim in extract_claims(read_article(sys.argv[1].encode(), name="a.txt"))])
"""


def _reasons(seed: int) -> str:
    command = (sys.executable, "-c", _READING, _TEXT)
    environment = {**os.environ, "PYTHONHASHSEED": str(seed)}
    return subprocess.run(command, env=environment, capture_output=True, text=True, check=True).stdout


def test_reasons_of_equal_weight_stand_in_the_same_order_in_every_process() -> None:
    first, *others = (_reasons(seed) for seed in range(1, 5))
    assert "ScoreReason" in first
    assert set(others) == {first}
