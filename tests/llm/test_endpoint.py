"""A server that is slow, broken or hostile ends in one clear line, and gets nothing but the question."""

import gzip
import json
import socket
import sys
from http.server import BaseHTTPRequestHandler
from typing import Any

import pytest

from workbench.errors import EndpointError
from workbench.llm.endpoint import LARGEST_REPLY, Chat, Endpoint

MESSAGES = ({"role": "user", "content": "Which claims?"},)
SCHEMA = {"type": "object"}
BOMB = gzip.compress(b"0" * 20_000_000)


@pytest.fixture(autouse=True)
def waits() -> list[float]:
    """How long the client said that it waits, instead of waiting."""
    return []


def ask(model: Any, waits: list[float], **options: Any) -> str:
    with Chat(Endpoint(model.url, "tiny", **options), pause=waits.append) as chat:
        return chat.ask(MESSAGES, SCHEMA)


def test_the_question_is_that_of_the_openai_api(model: Any, waits: list[float]) -> None:
    assert json.loads(ask(model, waits, key="secret")) == {"claims": []}
    (asked,) = model.asked
    assert asked["path"] == "/v1/chat/completions"
    assert (asked["model"], asked["temperature"], asked["stream"]) == ("tiny", 0, False)
    assert asked["messages"] == list(MESSAGES)
    assert asked["response_format"]["json_schema"]["schema"] == SCHEMA
    assert model.headers[0]["Authorization"] == "Bearer secret"
    assert "Cookie" not in model.headers[0]


def test_a_server_that_knows_no_schema_is_asked_without(model: Any, waits: list[float], chat_answers: Any) -> None:
    model.answer(chat_answers.status(400), chat_answers.saying("yes"))
    assert ask(model, waits) == "yes"
    assert ["response_format" in asked for asked in model.asked] == [True, False]


@pytest.mark.parametrize("status", [429, 500, 502, 503, 504])
def test_passing_trouble_is_waited_for(model: Any, waits: list[float], chat_answers: Any, status: int) -> None:
    model.answer(chat_answers.status(status), chat_answers.status(status), chat_answers.saying("late"))
    assert ask(model, waits) == "late"
    assert waits == [1.0, 4.0]


def test_the_server_says_how_long_to_wait_within_reason(model: Any, waits: list[float], chat_answers: Any) -> None:
    model.answer(
        chat_answers.status(429, Retry_After="7"),
        chat_answers.status(429, Retry_After="86400"),
        chat_answers.saying("late"),
    )
    assert ask(model, waits) == "late"
    assert waits == [7.0, 20.0]


@pytest.mark.parametrize(
    ("status", "told"),
    [
        (401, "refuses the key: set WORKBENCH_LLM_KEY"),
        (403, "refuses the key"),
        (404, "does not know the model “tiny”"),
        (418, "answers with status 418"),
        (503, "answers with status 503"),
        (301, "sends us elsewhere"),
    ],
)
def test_a_refusal_is_one_clear_line(model: Any, waits: list[float], chat_answers: Any, status: int, told: str) -> None:
    model.answer(chat_answers.status(status, b"no\x1b[31m\nway"))
    with pytest.raises(EndpointError, match=told) as refused:
        ask(model, waits)
    assert "\x1b" not in str(refused.value)
    assert "\n" not in str(refused.value)


def test_a_redirect_is_not_followed(model: Any, waits: list[float], chat_answers: Any) -> None:
    for status in (301, 302, 307, 308):
        model.answer(chat_answers.status(status, Location=f"{model.url}/elsewhere"))
        with pytest.raises(EndpointError, match="name the final address"):
            ask(model, waits)
    assert {asked["path"] for asked in model.asked} == {"/v1/chat/completions"}


def endless(handler: BaseHTTPRequestHandler, _asked: dict[str, Any]) -> None:
    handler.send_response(200)
    handler.end_headers()
    while True:
        handler.wfile.write(b" " * 100_000)


def zipped(handler: BaseHTTPRequestHandler, _asked: dict[str, Any]) -> None:
    handler.send_response(200)
    handler.send_header("Content-Encoding", "gzip")
    handler.end_headers()
    handler.wfile.write(BOMB)


def broken(handler: BaseHTTPRequestHandler, _asked: dict[str, Any]) -> None:
    handler.send_response(200)
    handler.send_header("Content-Length", "1000")
    handler.end_headers()
    handler.wfile.write(b'{"choices": [')
    handler.wfile.flush()
    handler.connection.shutdown(socket.SHUT_RDWR)


def no_http(handler: BaseHTTPRequestHandler, _asked: dict[str, Any]) -> None:
    handler.wfile.write(b"\x00\xff\x00 hello \r\n\r\n")
    handler.connection.shutdown(socket.SHUT_RDWR)


def silent(handler: BaseHTTPRequestHandler, _asked: dict[str, Any]) -> None:
    """Keep the connection open and say nothing until the client has had enough."""
    handler.connection.recv(1)


@pytest.mark.parametrize(
    ("answer", "told"),
    [
        (endless, f"longer than {LARGEST_REPLY // 1_000_000} MB"),
        (zipped, "compressed replies"),
        (broken, "the connection broke"),
        (no_http, "the connection broke"),
    ],
)
def test_a_reply_that_cannot_be_had_is_one_clear_line(model: Any, waits: list[float], answer: Any, told: str) -> None:
    model.answer(answer)
    with pytest.raises(EndpointError, match=told):
        ask(model, waits, timeout=30)


def test_a_server_that_says_nothing_is_given_up(model: Any, waits: list[float]) -> None:
    model.answer(silent)
    with pytest.raises(EndpointError, match=r"no reply in 0\.2 seconds"):
        ask(model, waits, timeout=0.2)


def test_a_connection_that_breaks_once_is_tried_again(model: Any, waits: list[float], chat_answers: Any) -> None:
    model.answer(broken, chat_answers.saying("there"))
    assert ask(model, waits) == "there"


@pytest.mark.parametrize("body", [b"", b"<html>login</html>", b"[]", b'{"choices": []}', b"\xff\xfe", b"[" * 100_000])
def test_a_body_of_another_program_is_named(model: Any, waits: list[float], chat_answers: Any, body: bytes) -> None:
    model.answer(chat_answers.status(200, body))
    with pytest.raises(EndpointError, match="not that of an OpenAI-compatible server"):
        ask(model, waits)


def test_a_message_without_words_is_no_words(model: Any, waits: list[float], chat_answers: Any) -> None:
    model.answer(chat_answers.status(200, b'{"choices": [{"message": {"content": null}}]}'))
    assert ask(model, waits) == ""


def test_nobody_at_the_address(waits: list[float]) -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        port = server.getsockname()[1]
    with (
        pytest.raises(EndpointError, match="is the server running"),
        Chat(Endpoint(f"http://127.0.0.1:{port}/v1", "tiny"), pause=waits.append) as chat,
    ):
        chat.ask(MESSAGES, SCHEMA)


@pytest.mark.parametrize(
    ("url", "told"),
    [
        ("", "no address"),
        ("localhost:11434", "begins with http"),
        ("file:///etc/passwd", "begins with http"),
        ("ftp://host/v1", "begins with http"),
        ("http://", "begins with http"),
        ("http://[::1", "no address"),
        ("http://host:99999/v1", "no address"),
        ("http://user:secret@host/v1", "more than a place"),
        ("https://host/v1?key=secret", "more than a place"),
        ("http://h\x1bost/v1\n", "cannot be seen"),
        ("http://host/v 1", "cannot be seen"),
    ],
)
def test_an_address_that_cannot_be_is_refused_before_anything_is_sent(url: str, told: str) -> None:
    with pytest.raises(EndpointError, match=told) as refused, Chat(Endpoint(url, "tiny")) as chat:
        chat.ask(MESSAGES, SCHEMA)
    assert "secret" not in str(refused.value)


def test_a_key_travels_encrypted_or_stays_on_this_machine() -> None:
    for url in ("https://models.example/v1", "http://localhost:1/v1", "http://127.0.0.1:1", "http://[::1]:1/v1"):
        assert Endpoint(url, "tiny", key="secret").url == url
    with pytest.raises(EndpointError, match=r"unencrypted to models\.example"):
        Endpoint("http://models.example/v1", "tiny", key="secret")
    assert "secret" not in repr(Endpoint("https://models.example/v1", "tiny", key="secret"))


def test_a_model_needs_a_name() -> None:
    with pytest.raises(EndpointError, match="Name the model"):
        Endpoint("http://localhost/v1", " ")


def test_the_missing_extra_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "httpx2", None)
    with pytest.raises(EndpointError, match=r"needs claim-workbench\[llm\]"):
        Chat(Endpoint("http://localhost/v1", "tiny"))
