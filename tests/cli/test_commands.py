"""What the commands print, and what they keep."""

import io
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from workbench.review.session import Review
from workbench.store.payloads import MarkVerdict
from workbench.vocabulary import Verdict

Run = Callable[..., Any]


def vote(database: Path, verdict: Verdict = Verdict.SUPPORTED) -> str:
    review = Review.open(database, "mira")
    try:
        return review.decide(review.queue()[0].key, MarkVerdict(verdict)).claim
    finally:
        review.close()


def test_adding_is_idempotent_and_says_what_is_new(run: Run, articles: Path) -> None:
    first = run("add", str(articles), "--collection", "ferry")
    assert (first.status, len(first.out.split())) == (0, 2)
    again = run("add", str(articles), "--collection", "ferry", "--json")
    assert json.loads(again.out)["added"] == []
    assert len(json.loads(again.out)["known"]) == 2


def test_one_bad_file_stops_no_other(run: Run, articles: Path) -> None:
    (articles / "empty.txt").write_bytes(b"")
    (articles / "picture.txt").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(200))
    ended = run("add", str(articles), str(articles / "missing.txt"))
    assert ended.status == 1
    assert len(ended.out.split()) == 2
    for name in ("empty.txt", "picture.txt", "missing.txt"):
        assert sum(name in line for line in ended.err.splitlines()) == 1
    assert "Traceback" not in ended.err


def test_lists(run: Run, articles: Path) -> None:
    run("add", str(articles), "--collection", "ferry")
    assert json.loads(run("collections", "--json").out) == [{"name": "ferry", "articles": 2, "claims": 3}]
    listed = json.loads(run("articles", "--json").out)
    assert {article["name"] for article in listed} == {"ledger.txt", "post.txt"}
    claims = json.loads(run("claims", "--json", "--search", "41 people").out)
    assert [claim["verdict"] for claim in claims] == [None]
    assert "Nobody was hurt" in run("claims", "--search", "nobody").out


def test_claims_as_json_tell_who_says_them(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "harbour.txt"
    file.write_text("NORA reported that Mayor Anna Lind denied that the pier was broken.\n")
    run("add", str(file))
    (claim,) = json.loads(run("claims", "--json").out)
    told = [(item["asserter"], item["denies"], item["naming"]) for item in claim["attributions"]]
    assert told == [("NORA", False, "named"), ("Mayor Anna Lind", True, "named")]
    start, end = claim["attributions"][1]["cue"]
    assert file.read_text()[start:end] == "denied"


def test_claims_are_filtered_by_verdict_and_article(run: Run, articles: Path, tmp_path: Path) -> None:
    run("add", str(articles))
    key = vote(tmp_path / "test.db", Verdict.REFUTED)
    assert [claim["key"] for claim in json.loads(run("claims", "--verdict", "refuted", "--json").out)] == [key]
    assert key not in run("claims", "--verdict", "none", "--json").out
    article = json.loads(run("claims", "--json").out)[0]["article"]
    chosen = json.loads(run("claims", "--article", article[:10], "--json").out)
    assert {claim["article"] for claim in chosen} == {article}


def test_claims_are_listed_by_score_and_filtered_by_it(run: Run, articles: Path) -> None:
    run("add", str(articles))
    for order, score in (("checkable", "checkable"), ("worth", "checkworthiness")):
        scores = [claim[score] for claim in json.loads(run("claims", "--sort", order, "--json").out)]
        assert scores == sorted(scores, reverse=True)
        assert len(scores) > 1
        kept = json.loads(run("claims", f"--min-{order}", str(scores[0]), "--json").out)
        assert {claim[score] for claim in kept} == {scores[0]}
    assert run("claims", "--min-worth", "1.5").status != 0


def test_status_history_and_undo(run: Run, articles: Path, tmp_path: Path) -> None:
    run("add", str(articles))
    vote(tmp_path / "test.db")
    assert json.loads(run("status", "--json").out)["verdicts"] == {"supported": 1}
    assert "1 of 3" in run("status").out
    missing = json.loads(run("status", "--json").out)["missing"]
    assert any("without a verdict" in line for line in missing)
    assert all(line in run("status").out for line in missing)
    assert json.loads(run("status", "--json").out)["complete"] is False
    assert "verdict: supported" in run("history").out
    assert run("undo").err == "undone: verdict: supported\n"
    assert json.loads(run("status", "--json").out)["verdicts"] == {}
    assert run("undo", "--redo").err == "redone: verdict: supported\n"
    assert [decision["kind"] for decision in json.loads(run("history", "--json").out)] == [
        "undo",
        "undo",
        "mark_verdict",
    ]
    run("undo")
    nothing = run("undo")
    assert (nothing.status, nothing.err.count("\n")) == (1, 1)


def test_export_and_import_give_the_same_bytes(run: Run, articles: Path, tmp_path: Path) -> None:
    run("add", str(articles), "--collection", "ferry")
    vote(tmp_path / "test.db")
    project, again = tmp_path / "project.json", tmp_path / "again.json"
    assert run("export", "json", "-o", str(project)).status == 0
    other = str(tmp_path / "other.db")
    assert run("import", "json", str(project), "--db", other).status == 0
    assert run("export", "json", "-o", str(again), "--db", other).status == 0
    assert project.read_bytes() == again.read_bytes()


@pytest.mark.parametrize("format_name", ["md", "html", "csv"])
def test_reports_hold_the_verbatim_sentence(run: Run, articles: Path, tmp_path: Path, format_name: str) -> None:
    run("add", str(articles))
    target = tmp_path / "report"
    assert run("export", format_name, "-o", str(target)).status == 0
    files = sorted(target.iterdir()) if target.is_dir() else [target]
    assert any("ran aground on Monday with 41 people on board" in file.read_text("utf-8") for file in files)


def test_database_care(run: Run, articles: Path, tmp_path: Path) -> None:
    run("add", str(articles))
    assert run("db", "check").status == 0
    copy = tmp_path / "copy.db"
    assert run("db", "backup", str(copy)).status == 0
    vote(tmp_path / "test.db")
    assert run("db", "restore", str(copy)).status == 0
    assert json.loads(run("status", "--json").out)["decided"] == 0
    assert run("db", "rebuild").status == 0
    assert run("db", "upgrade").status == 0


def test_options_before_the_command_count_for_it(run: Run, articles: Path, tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere.db"
    assert run("--db", str(elsewhere), "add", str(articles)).status == 0
    assert elsewhere.exists()
    assert not (tmp_path / "test.db").exists()


def test_every_command_has_help_with_an_example(run: Run) -> None:
    names = [
        "review",
        "demo",
        "add",
        "articles",
        "claims",
        "collections",
        "import",
        "export",
        "status",
        "history",
        "undo",
    ]
    care = [("db", name) for name in ("check", "backup", "restore", "rebuild", "upgrade")]
    for command in [*((name,) for name in names), *care]:
        ended = run(*command, "--help")
        assert ended.status == 0
        assert f"Example: workbench {' '.join(command)}" in ended.out
        assert "--db" in ended.out
        assert "--reviewer" in ended.out


def test_a_corpus_is_read_with_the_columns_that_are_named(run: Run, tmp_path: Path) -> None:
    corpus = tmp_path / "corpus.csv"
    corpus.write_text("name,lead,place\nFerry,The ferry left on Monday.,X\nBridge,,Y\n", "utf-8")
    ended = run("add", str(corpus), "--column", "text=lead", "--column", "title=name")
    assert (ended.status, len(ended.out.split())) == (1, 1)
    assert "“corpus.csv:3” has no text" in ended.err
    assert [article["title"] for article in json.loads(run("articles", "--json").out)] == ["Ferry"]
    assert run("add", str(corpus), "--column", "text=lead", "--column", "title=name").out == ""


def test_a_corpus_is_read_from_standard_input(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    rows = b'{"text": "The ferry left on Monday."}\n{"text": "The bridge opened."}\n'
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(rows)))
    assert len(json.loads(run("add", "-", "--json").out)["added"]) == 2


def test_what_is_not_english_is_said_to_be_read_with_plain_rules(run: Run, tmp_path: Path) -> None:
    text = "Hafen gesperrt\n\nDer Hafen wurde nach dem Sturm gesperrt, und er wird nicht vor Freitag geöffnet.\n"
    (tmp_path / "a.txt").write_text(text, "utf-8")
    ended = run("add", str(tmp_path / "a.txt"))
    assert "1 of the new articles is in German (de), read with plain rules" in ended.err
    (tmp_path / "b.txt").write_text(f"{text}Das ist alles.\n", "utf-8")
    [plain] = json.loads(run("add", str(tmp_path / "b.txt"), "--json").out)["plain_rules"]
    assert plain["language"] == "de"
    assert {(row["language"], row["plain_rules"]) for row in json.loads(run("articles", "--json").out)} == {
        ("de", True)
    }
    assert "de (plain rules)" in run("articles").out
    report = tmp_path / "report"
    for kind in ("html", "md"):
        run("export", kind, "-o", str(report))
        assert "In German (de), read with plain rules" in report.read_text("utf-8").replace("\\", "")
