"""`workbench import` of claims: what became of each is told, and nothing is dropped silently."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Run = Callable[..., Any]

ROWS = """text,article,verdict
"Nobody was hurt",ledger.txt,supported
"the coast guard said",post.txt,
"Penguins \x1b[31mrun the bank.",,
"Nobody was hurt",elsewhere.txt,
"""


@pytest.fixture
def rows(run: Run, articles: Path, tmp_path: Path) -> str:
    """A table of four claims, and a database of the articles that two of them stand in."""
    assert run("add", str(articles)).status == 0
    path = tmp_path / "claims.csv"
    path.write_text(ROWS, "utf-8")
    return str(path)


def test_every_claim_is_told_with_its_anchor_and_the_reason_where_it_is_left_out(run: Run, rows: str) -> None:
    ended = run("import", "csv", rows)
    assert ended.status == 0
    lines = ended.out.splitlines()[1:]
    assert [line.split()[2] for line in lines] == ["exact", "exact", "orphaned", "orphaned"]
    assert "Its words stand in no article" in lines[2]
    assert "No article of the collection is called “elsewhere.txt”" in lines[3]
    assert "\x1b" not in ended.out
    assert "left out: 2" in ended.err


def test_verdicts_become_votes_only_where_that_is_asked_for(run: Run, rows: str) -> None:
    run("import", "csv", rows)
    assert "supported" not in run("history").out
    run("import", "csv", rows, "--with-verdicts")
    assert "supported" in run("history").out


def test_one_undo_takes_all_of_it_back(run: Run, rows: str) -> None:
    before = run("claims", "--json").out
    run("import", "csv", rows, "--with-verdicts")
    assert run("claims", "--json").out != before
    assert run("undo").status == 0
    assert run("claims", "--json").out == before


def test_json_tells_where_each_claim_stands(run: Run, rows: str) -> None:
    told = json.loads(run("import", "csv", rows, "--json").out)
    assert [found["anchor"] for found in told] == ["exact", "exact", "orphaned", "orphaned"]
    assert [bool(found["reason"]) for found in told] == [False, False, True, True]
    assert told[1]["end"] - told[1]["start"] == len("the coast guard said")


def test_a_malformed_file_is_told_in_one_line_and_nothing_is_taken_in(run: Run, rows: str) -> None:
    path = Path(rows)
    path.write_text(ROWS + "too,many,cells,here\n", "utf-8")
    ended = run("import", "csv", rows)
    assert ended.status == 1
    assert ended.err.strip().splitlines() == [
        f"workbench: {rows}: line 6: it has 4 cells, and the first line names 3 columns."
    ]
    assert run("history").out.strip().splitlines()[1:] == []


@pytest.mark.parametrize(
    "arguments", [("json", "--with-verdicts"), ("json", "--json"), ("claimreview", "--with-verdicts")]
)
def test_options_that_do_not_go_with_a_format_are_refused(run: Run, rows: str, arguments: tuple[str, ...]) -> None:
    assert run("import", arguments[0], rows, *arguments[1:]).status == 2
