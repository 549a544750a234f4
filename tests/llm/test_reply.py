"""Whatever a model says is read without harm: what has the asked form is a proposal, all else is counted."""

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.llm.reply import Proposal, read_reply

anything = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=9), inner, max_size=4),
    max_leaves=12,
)
entries = st.fixed_dictionaries({}, optional={"quote": anything, "sentence": anything, "asserter": anything}) | anything


def said(*claims: Any) -> str:
    return json.dumps({"claims": claims})


def test_an_entry_of_the_asked_form_is_a_proposal() -> None:
    reply = read_reply(said({"sentence": 3, "quote": " The bridge fell. ", "asserter": "Anna Berg"}))
    assert reply.proposals == (Proposal("The bridge fell.", 3, "Anna Berg"),)
    assert reply.malformed == 0


@pytest.mark.parametrize("around", ["```json\n{}\n```", "Here are the claims:\n{}\nI hope this helps!"])
def test_a_fence_or_a_sentence_around_the_json_is_no_harm(around: str) -> None:
    reply = read_reply(around.replace("{}", said({"sentence": 1, "quote": "It rained.", "asserter": None})))
    assert [proposal.quote for proposal in reply.proposals] == ["It rained."]


@pytest.mark.parametrize(
    "content",
    ["", "I cannot help with that.", "{", "[1]", '{"claims": "none"}', '{"claims": {"a": 1}}', "{" * 100_000 + "}",
     '{"claims": [' * 2000 + "]}" * 2000, '{"claims": [NaN, ]}', '{"claims": [1]'],
)  # fmt: skip
def test_what_is_no_answer_is_one_malformed_entry(content: str) -> None:
    assert read_reply(content).proposals == ()
    assert read_reply(content).malformed >= 1


@pytest.mark.parametrize(
    "entry",
    [
        "It rained.",
        None,
        7,
        [],
        {},
        {"quote": 7},
        {"quote": ""},
        {"quote": "   "},
        {"quote": ["It rained."]},
        {"quote": "x" * 5_000},
    ],
)
def test_an_entry_of_another_form_is_counted(entry: Any) -> None:
    reply = read_reply(said(entry, {"sentence": 1, "quote": "It rained.", "asserter": None}))
    assert (len(reply.proposals), reply.malformed) == (1, 1)


def test_a_number_or_a_name_of_another_form_is_left_out() -> None:
    entries = [
        {"quote": "It rained.", "sentence": "one", "asserter": 4},
        {"quote": "It rained.", "sentence": True, "asserter": " "},
        {"quote": "It rained.", "sentence": 1.5, "asserter": "x" * 1000},
    ]
    assert read_reply(said(*entries)).proposals == (Proposal("It rained."),) * 3


def test_a_flood_of_claims_is_cut_and_counted() -> None:
    reply = read_reply(said(*[{"quote": f"Boat {number} sank.", "sentence": 1} for number in range(20_000)]))
    assert len(reply.proposals) == 500
    assert reply.malformed == 19_500


@given(st.lists(entries, max_size=5))
def test_every_entry_is_a_proposal_or_counted(listed: list[Any]) -> None:
    reply = read_reply(json.dumps({"claims": listed}))
    assert len(reply.proposals) + reply.malformed == len(listed)
    assert all(proposal.quote.strip() for proposal in reply.proposals)


@given(st.text())
def test_any_text_is_read(content: str) -> None:
    reply = read_reply(content)
    assert reply.proposals or reply.malformed or "claims" in content
