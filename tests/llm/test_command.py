"""`workbench propose`: off unless an address and a model are named, and plain about what came of it."""

import json
from pathlib import Path
from typing import Any

import pytest

from workbench.cli import main

TEXT = "Bridge closed\n\nThe bridge was closed on Tuesday, the mayor said. Was it old?\n"
FOUND = {"claims": [{"sentence": 3, "quote": "Was it old?", "asserter": None}, {"quote": "It never was there"}]}


@pytest.fixture
def run(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Any:
    monkeypatch.setenv("WORKBENCH_DB", str(tmp_path / "w.db"))
    monkeypatch.setenv("WORKBENCH_REVIEWER", "mira")
    for name in ("URL", "MODEL", "KEY"):
        monkeypatch.delenv(f"WORKBENCH_LLM_{name}", raising=False)
    (tmp_path / "bridge.txt").write_text(TEXT, "utf-8")

    def run(*arguments: str) -> tuple[int, str, str]:
        capsys.readouterr()
        with pytest.raises(SystemExit) as leaving:
            main(list(arguments))
        printed = capsys.readouterr()
        return int(leaving.value.code or 0), printed.out, printed.err

    assert run("add", str(tmp_path / "bridge.txt"))[0] == 0
    return run


def test_nothing_is_asked_unless_an_address_and_a_model_are_named(run: Any, model: Any) -> None:
    for arguments in ((), ("--llm", model.url), ("--model", "tiny")):
        status, _, err = run("propose", *arguments)
        assert status == 2
        assert "Missing option" in err
    assert model.asked == []


def test_what_came_of_it_is_said(run: Any, model: Any, chat_answers: Any) -> None:
    model.answer(chat_answers.saying(FOUND))
    status, out, err = run("propose", "--llm", model.url, "--model", "tiny")
    assert (status, out) == (0, "")
    assert "tiny proposed 2 claims for 1 article: 1 added, 0 known already, 1 not found." in err
    claims = json.loads(run("claims", "--json")[1])
    assert [claim["text"] for claim in claims if claim["origin"] == "llm"] == ["Was it old?"]
    status, out, _ = run("propose", "A", "--llm", model.url, "--model", "tiny", "--json")
    assert json.loads(out) == {"articles": 1, "proposed": 2, "added": 0, "known": 1, "dropped": {"not_found": 1}}


def test_the_origin_stands_in_every_report(run: Any, model: Any, chat_answers: Any, tmp_path: Path) -> None:
    model.answer(chat_answers.saying(FOUND))
    run("propose", "--llm", model.url, "--model", "tiny<b>")
    for form, name in (("md", "tiny"), ("html", "tiny&lt;b&gt;)")):
        target = tmp_path / f"report.{form}"
        assert run("export", form, "-o", str(target))[0] == 0
        assert f"proposed by a language model ({name}" in target.read_text("utf-8")


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("--llm", "host", "--model", "tiny"), "begins with http"),
        (("ZZ", "--llm", "http://127.0.0.1:9/v1", "--model", "tiny"), "There is no article “ZZ”"),
        (("--llm", "http://127.0.0.1:9/v1", "--model", " "), "Name the model"),
    ],
)
def test_what_cannot_be_asked_is_one_line(run: Any, arguments: tuple[str, ...], told: str) -> None:
    status, out, err = run("propose", *arguments)
    assert (status, out) == (1, "")
    assert told in err
    assert len(err.strip().splitlines()) == 1


def test_the_key_comes_from_the_environment_only(
    run: Any, model: Any, chat_answers: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("WORKBENCH_LLM_KEY", "secret")
    monkeypatch.setenv("WORKBENCH_LLM_URL", model.url)
    monkeypatch.setenv("WORKBENCH_LLM_MODEL", "tiny")
    model.answer(chat_answers.status(401, b"bad key"))
    status, _, err = run("propose")
    assert status == 1
    assert model.headers[0]["Authorization"] == "Bearer secret"
    assert "secret" not in err
