"""Several reviewers on the command line: policy, assign, take, disputes, settle, and how far they agree."""

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from workbench.review.session import Review
from workbench.store.payloads import AddNote, MarkVerdict, RecordAgreement
from workbench.vocabulary import Relation, Verdict

Run = Callable[..., Any]
Reviews = Callable[[str], Review]


@pytest.fixture
def review_as(run: Run, articles: Path, tmp_path: Path) -> Iterator[Reviews]:
    """Open the database of three claims of two articles as somebody."""
    run("add", str(articles), "--collection", "ferry")
    opened: list[Review] = []

    def review_as(name: str) -> Review:
        opened.append(Review.open(tmp_path / "test.db", name))
        return opened[-1]

    yield review_as
    for review in opened:
        review.close()


def assert_refused(ended: Any, *words: str, status: int = 1) -> None:
    assert ended.status == status, ended
    assert ended.err.count("\n") == 1, ended.err
    for word in words:
        assert word in ended.err


def claims(run: Run, *options: str) -> list[Any]:
    listed: list[Any] = json.loads(run("claims", "--json", *options).out)
    return listed


def disagree(reviews: Reviews) -> str:
    mira, noor = reviews("mira"), reviews("noor")
    key = mira.queue()[0].key
    other = next(summary.key for summary in mira.articles if summary.key != mira.queue()[0].article)
    mira.decide(key, MarkVerdict(Verdict.SUPPORTED))
    noor.decide(key, MarkVerdict(Verdict.REFUTED))
    mira.decide(key, RecordAgreement(other, Relation.CORROBORATES, (1,)))
    noor.decide(key, RecordAgreement(other, Relation.CONTRADICTS, (1,)))
    noor.decide(key, AddNote("ask the harbour"))
    return key


# --- policy


def test_the_policy_is_shown_and_changed_and_what_is_not_named_stays(run: Run, review_as: Reviews) -> None:
    def policy(*options: str) -> Any:
        return json.loads(run("policy", "--json", *options).out)

    assert policy() == {"collection": "ferry", "votes": 2, "blind": False, "adjudicators": []}
    assert policy("--blind", "--adjudicator", "eve")["adjudicators"] == ["eve"]
    assert policy("--votes", "3") == {"collection": "ferry", "votes": 3, "blind": True, "adjudicators": ["eve"]}
    assert "yes" in run("policy").out
    assert policy("--no-adjudicator")["adjudicators"] == []
    assert policy("--no-blind")["blind"] is False
    changes = len(json.loads(run("history", "--json").out))
    assert policy("--votes", "3", "--no-blind")["votes"] == 3
    assert len(json.loads(run("history", "--json").out)) == changes


@pytest.mark.parametrize(
    ("options", "status", "word"),
    [
        (("--votes", "0"), 1, "1 to 9"),
        (("--votes", "10"), 1, "1 to 9"),
        (("--votes", "two"), 2, "two"),
        (("--adjudicator", "eve"), 2, "--blind"),
        (("--blind", "--adjudicator", "eve", "--no-adjudicator"), 2, "or none"),
        (("--blind", "--adjudicator", " "), 1, "give a name"),
        (("--blind", "--adjudicator", "rules"), 1, "rules"),
        (("--collection", "elsewhere"), 1, "elsewhere"),
    ],
)
def test_a_policy_that_cannot_be(
    run: Run, review_as: Reviews, options: tuple[str, ...], status: int, word: str
) -> None:
    assert_refused(run("policy", *options), word, status=status)
    assert run("history", "--json").out == "[]\n"


# --- assign and take


def test_claims_are_assigned_by_number_or_key_and_taken(run: Run, review_as: Reviews) -> None:
    first, second, third = claims(run)
    assert [claim["number"] for claim in (first, second, third)] == ["A-1", "A-2", "B-1"]
    assert run("assign", "b-1", second["key"][:6], "--to", "noor").status == 0
    mine = [claim["number"] for claim in claims(run, "--reviewer", "noor") if claim["assigned"]]
    assert mine == ["A-2", "B-1"]
    taken = run("take", "--reviewer", "noor")
    assert taken.out.split()[:2] == ["A-2", second["key"][:8]]
    assert "assigned to you" in taken.err
    assert run("assign", "A-2", "B-1", "--to", "noor", "--remove").status == 0
    assert json.loads(run("take", "--json", "--reviewer", "noor").out)["key"] == first["key"]
    assert run("take").out.split()[0] == "A-2"


def test_when_nothing_is_left_to_take_that_is_said(run: Run, review_as: Reviews) -> None:
    run("assign", "A-1", "A-2", "B-1", "--to", "noor")
    ended = run("take")
    assert (ended.status, ended.out) == (0, "")
    assert "Nothing is left" in ended.err


@pytest.mark.parametrize(
    ("command", "word"),
    [
        (("assign", "A-9", "--to", "noor"), "A-9"),
        (("assign", "A-1", "C-1", "--to", "noor"), "C-1"),
        (("assign", "abc", "--to", "noor"), "abc"),
        (("assign", "A-1", "--to", ""), "give a name"),
        (("assign", "A-1", "--to", "rules"), "rules"),
        (("assign", "A-1", "--to", "noor", "--remove"), "assigned to noor"),
        (("assign", "A-1", "--to", "eve"), "does not vote"),
        (("take", "--reviewer", "eve"), "does not vote"),
    ],
)
def test_what_cannot_be_assigned_or_taken(run: Run, review_as: Reviews, command: tuple[str, ...], word: str) -> None:
    run("policy", "--blind", "--adjudicator", "eve", "--reviewer", "eve")
    before = run("history", "--json", "--reviewer", "eve").out
    assert_refused(run(*command), word)
    assert run("history", "--json", "--reviewer", "eve").out == before


# --- disputes and settle


def test_disputes_are_listed_and_settled(run: Run, review_as: Reviews) -> None:
    key = disagree(review_as)
    (dispute,) = json.loads(run("disputes", "--json").out)
    assert (dispute["claim"], dispute["number"], dispute["agreement"]) == (key, "A-1", 0.0)
    assert [position["reviewer"] for position in dispute["positions"]] == ["mira", "noor"]
    assert [note["text"] for note in dispute["positions"][1]["notes"]] == ["ask the harbour"]
    listed = run("disputes").out
    for words in ("A-1", "mira: supported", "noor: refuted", "B mira: corroborates", "B noor: contradicts"):
        assert words in listed
    settled = run("settle", "A-1", "--verdict", "refuted", "--because", "missed_evidence", "--confidence", "medium")
    assert settled.status == 0
    cell = ("--article", "B", "--relation", "contradicts", "--because", "reviewer_error", "--note", "43, not 41")
    assert run("settle", key[:8], *cell).status == 0
    assert json.loads(run("disputes", "--json").out) == []
    run("undo")
    (dispute,) = json.loads(run("disputes", "--json").out)
    assert (dispute["verdicts"], len(dispute["cells"])) == (False, 1)


def test_a_dispute_can_be_left_open(run: Run, review_as: Reviews) -> None:
    disagree(review_as)
    assert run("settle", "A-1", "--open", "--because", "ambiguous_text").status == 0
    assert run("settle", "A-1", "--open", "--article", "B", "--because", "ambiguous_text").status == 0
    (dispute,) = json.loads(run("disputes", "--json").out)
    assert dispute["left_open"]
    assert "left open" in run("disputes").out


@pytest.mark.parametrize(
    ("options", "status", "word"),
    [
        (("A-1",), 2, "--verdict"),
        (("A-1", "--verdict", "refuted", "--open"), 2, "--verdict"),
        (("A-1", "--verdict", "false"), 2, "false"),
        (("A-1", "--article", "B"), 2, "--relation"),
        (("A-1", "--relation", "contradicts"), 2, "--article"),
        (("A-1", "--verdict", "refuted", "--because", "reasons"), 2, "reasons"),
        (("A-1", "--verdict", "refuted"), 1, "why they disagreed"),
        (("A-1", "--verdict", "refuted", "--because", "other"), 1, "note"),
        (("A-1", "--verdict", "partially_supported", "--because", "edge_case"), 1, "not supported"),
        (("A-2", "--verdict", "refuted", "--because", "edge_case"), 1, "fewer than two"),
        (("A-9", "--verdict", "refuted", "--because", "edge_case"), 1, "A-9"),
        (("A-1", "--article", "C", "--relation", "unclear", "--because", "edge_case"), 1, "C"),
        (("A-1", "--article", "A", "--relation", "unclear", "--because", "edge_case"), 1, "fewer than two"),
    ],
)
def test_what_cannot_be_settled(run: Run, review_as: Reviews, options: tuple[str, ...], status: int, word: str) -> None:
    disagree(review_as)
    before = run("history", "--json").out
    assert_refused(run("settle", *options), word, status=status)
    assert run("history", "--json").out == before


# --- how far they agree


def test_status_says_how_far_reviewers_agree_and_why_where_it_cannot(run: Run, review_as: Reviews) -> None:
    assert "undefined: no item has the labels of two reviewers" in run("status").out
    disagree(review_as)
    shown = run("status").out
    assert "agreement on verdicts: all" in shown
    assert "agreement on relations: mira and noor" in shown
    assert "raw 0.00" in shown
    measured = json.loads(run("status", "--json").out)["agreement"]
    assert measured["verdicts"]["reviewers"] == ["mira", "noor"]
    (pair,) = measured["relations"]["pairs"]
    assert (pair["raw"]["value"], pair["raw"]["items"], pair["kappa"]["value"]) == (0.0, 1, 0.0)


# --- exports of a blind collection


def test_a_report_by_a_blind_reviewer_says_what_it_does_not_tell(run: Run, review_as: Reviews, tmp_path: Path) -> None:
    disagree(review_as)
    run("policy", "--blind", "--adjudicator", "eve", "--reviewer", "eve")
    for number, form in ((1, "md"), (2, "html"), (3, "csv")):
        ended = run("export", form, "-o", str(tmp_path / f"report{number}"), "--reviewer", "ida")
        assert ended.status == 0
        assert "3 claims are shown without what others decided" in ended.err
    for path in (tmp_path / "report1", tmp_path / "report2"):
        text = path.read_text("utf-8")
        assert "3 claims are shown without what others decided" in text
        assert "ask the harbour" not in text
    assert "2 claims are shown" in run("export", "md").err
    assert "ask the harbour" in run("export", "md").out
    assert "without what others decided" not in run("export", "md", "--reviewer", "eve").err
    assert "noor=refuted" in run("export", "csv", "--reviewer", "eve").out


def test_the_whole_project_is_not_exported_by_who_may_not_see_all(run: Run, review_as: Reviews, tmp_path: Path) -> None:
    disagree(review_as)
    run("policy", "--blind", "--adjudicator", "eve", "--reviewer", "eve")
    target = tmp_path / "project.json"
    assert_refused(run("export", "json", "-o", str(target)), "2 claims", "mira", "vote on them first", "adjudicator")
    assert not target.exists()
    assert run("export", "json", "-o", str(target), "--reviewer", "eve").status == 0
    assert "ask the harbour" in target.read_text("utf-8")


@pytest.mark.parametrize("command", ["policy", "assign", "take", "disputes", "settle"])
def test_commands_have_help_with_an_example(run: Run, command: str) -> None:
    ended = run(command, "--help")
    assert f"Example: workbench {command}" in ended.out
