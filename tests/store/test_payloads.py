"""What a decision says survives the way through JSON, and nothing else is taken for a decision."""

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.errors import DecisionError
from workbench.store.payloads import (
    KIND_OF_PAYLOAD,
    PAYLOAD_OF_KIND,
    LinkSource,
    MarkVerdict,
    Payload,
    payload_from_json,
    payload_to_json,
)
from workbench.vocabulary import DecisionKind, Verdict

finite = st.floats(allow_nan=False, allow_infinity=False)
payloads: st.SearchStrategy[Payload] = st.one_of(
    *(
        st.builds(payload, score=finite) if payload is LinkSource else st.from_type(payload)
        for payload in PAYLOAD_OF_KIND.values()
    )
)


@given(payloads)
def test_every_payload_comes_back_from_json_as_it_was(payload: Payload) -> None:
    text = json.dumps(payload_to_json(payload))
    assert payload_from_json(KIND_OF_PAYLOAD[type(payload)], json.loads(text)) == payload


def test_every_kind_of_decision_has_its_own_payload() -> None:
    assert set(PAYLOAD_OF_KIND) == set(DecisionKind)
    assert len(KIND_OF_PAYLOAD) == len(DecisionKind)


def test_what_holds_its_default_is_left_out_so_that_a_new_field_breaks_no_hash() -> None:
    assert payload_to_json(MarkVerdict(Verdict.SUPPORTED)) == {"verdict": "supported"}


@pytest.mark.parametrize(
    ("kind", "values", "complaint"),
    [
        (DecisionKind.MARK_VERDICT, {"verdict": "true"}, "true"),
        (DecisionKind.MARK_VERDICT, {"verdict": None}, "None"),
        (DecisionKind.MARK_VERDICT, {}, "verdict"),
        (DecisionKind.MARK_VERDICT, {"verdict": "supported", "mood": "good"}, "mood"),
        (DecisionKind.NOTE, {"text": 7}, "7"),
        (DecisionKind.NOTE, ["text"], "no fields"),
        (DecisionKind.LINK_SOURCE, {"sentences": "12"}, "not a list"),
        (DecisionKind.LINK_SOURCE, {"sentences": [1.5]}, "1.5"),
        (DecisionKind.LINK_SOURCE, {"sentences": [True]}, "True"),
        (DecisionKind.LINK_SOURCE, {"sentences": [1], "score": float("nan")}, "nan"),
        (DecisionKind.MARK_SILENT, {"articles": [["a"]]}, "a"),
        (DecisionKind.RECORD_AGREEMENT, {"article": "a", "relation": "agrees"}, "agrees"),
    ],
)
def test_json_that_is_no_payload_is_refused_with_the_reason(kind: DecisionKind, values: Any, complaint: str) -> None:
    with pytest.raises(DecisionError, match=complaint):
        payload_from_json(kind, values)
