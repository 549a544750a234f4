"""Files of claims: what is well formed is read as it is meant, what is not gets one line that says where."""

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.errors import InterchangeError
from workbench.reports.interchange.reading.claims_file import read_claims
from workbench.reports.interchange.reading.names import ClaimFormat
from workbench.review.claim_intake import ImportedClaim
from workbench.store.payloads import MarkVerdict
from workbench.vocabulary import NotCheckableReason, Verdict

CSV, JSONL, LABEL_STUDIO, DOCCANO, AVERITEC = ClaimFormat


@pytest.fixture
def read(tmp_path: Path) -> Any:
    """Read a text (or a value, as JSON) as a file in a format."""

    def read(known_format: ClaimFormat, content: Any) -> tuple[ImportedClaim, ...]:
        path = tmp_path / "claims.txt"
        text = content if isinstance(content, str | bytes) else json.dumps(content)
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
        return read_claims(known_format, path)

    return read


def region(start: int, end: int, label: str = "Claim", **more: Any) -> dict[str, Any]:
    return {"id": "r", "type": "labels", "value": {"start": start, "end": end, "labels": [label]}, **more}


def choice(start: int, end: int, verdict: str) -> dict[str, Any]:
    return {"id": "r", "type": "choices", "value": {"start": start, "end": end, "choices": [verdict]}}


def task(text: str, *annotations: list[Any], **more: Any) -> dict[str, Any]:
    return {"data": {"text": text, **more}, "annotations": [{"result": list(results)} for results in annotations]}


def test_a_table_is_read_by_the_names_of_its_columns(read: Any) -> None:
    text = (
        "Verdict,text,article,start,end,reason\r\n"
        'supported,"It sank, they\r\nsaid.",a.txt,3,20,\r\n'
        "\r\n"
        "not checkable,'=It might,,,,opinion\r\n"
    )
    first, second = read(CSV, "\ufeff" + text)
    assert first == ImportedClaim(
        "It sank, they\r\nsaid.", "a.txt", (), 3, 20, None, MarkVerdict(Verdict.SUPPORTED), "line 2"
    )
    assert second == ImportedClaim(
        "=It might", verdict=MarkVerdict(Verdict.NOT_CHECKABLE, NotCheckableReason.OPINION), origin="line 5"
    )


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_the_delimiter_is_that_of_the_first_line(read: Any, delimiter: str) -> None:
    rows = ["claim", "url"], ["It sank.", "https://example.org/a"]
    (found,) = read(CSV, "\n".join(delimiter.join(row) for row in rows))
    assert found == ImportedClaim("It sank.", addresses=("https://example.org/a",), origin="line 2")


def test_json_lines_know_the_same_fields(read: Any) -> None:
    line = {
        "text": "It sank.",
        "article": "A",
        "start": 1,
        "end": 9,
        "wording": "The ferry sank.",
        "verdict": "refuted",
    }
    (found,) = read(JSONL, f"\n{json.dumps(line)}\n")
    assert found == ImportedClaim("It sank.", "A", (), 1, 9, "The ferry sank.", MarkVerdict(Verdict.REFUTED), "line 2")


@pytest.mark.parametrize("words", [{}, {"text": "It sank 🌊."}])
def test_label_studio_regions_are_counted_in_code_points(read: Any, words: dict[str, str]) -> None:
    text = "😀 It sank 🌊. It was late."
    results = [region(2, 12), choice(2, 12, "supported"), region(13, 25, "Person")]
    results[0]["value"] |= words
    (found,) = read(LABEL_STUDIO, [task(text, results, article="key")])
    assert (found.text, found.article, found.start, found.end) == ("It sank 🌊.", "key", 2, 12)
    assert found.verdict == MarkVerdict(Verdict.SUPPORTED)


def test_a_task_whose_words_stand_at_utf16_offsets_is_read_so(read: Any) -> None:
    """Label Studio counted so in early versions."""
    results = [region(3, 14), choice(3, 14, "supported"), region(15, 27, "Person")]
    results[0]["value"]["text"] = "It sank 🌊."
    (found,) = read(LABEL_STUDIO, [task("😀 It sank 🌊. It was late.", results, article="key")])
    assert (found.text, found.start, found.end) == ("It sank 🌊.", 2, 12)
    assert found.verdict == MarkVerdict(Verdict.SUPPORTED)


def test_annotations_of_one_task_that_differ_give_no_verdict(read: Any) -> None:
    results = [[region(0, 8), choice(0, 8, verdict)] for verdict in ("supported", "refuted")]
    (found,) = read(LABEL_STUDIO, [task("It sank.", *results)])
    assert (found.text, found.verdict) == ("It sank.", None)


def test_a_cancelled_annotation_does_not_count(read: Any) -> None:
    skipped = task("It sank.", [region(0, 8)])
    skipped["annotations"][0]["was_cancelled"] = True
    (found,) = read(LABEL_STUDIO, [skipped, task("It was late.", [region(0, 12)])])
    assert found.text == "It was late."


def test_only_a_note_that_says_so_is_a_wording(read: Any) -> None:
    noted = [region(0, 8, meta={"text": ["unsure"]}), region(9, 17, meta={"text": ["Wording: A ship left."]})]
    assert [found.wording for found in read(LABEL_STUDIO, [task("It sank. It left.", noted)])] == [None, "A ship left."]


def test_doccano_spans_are_counted_in_code_points(read: Any) -> None:
    line = {"text": "😀 It sank 🌊.", "label": [[2, 12, "supported"]], "article": "key"}
    entity = {"text": "It sank.", "entities": [{"id": 1, "start_offset": 0, "end_offset": 8, "label": "CLAIM"}]}
    first, second = read(DOCCANO, f"{json.dumps(line)}\n{json.dumps(entity)}\n")
    assert (first.text, first.start, first.end) == ("It sank 🌊.", 2, 12)
    assert first.verdict == MarkVerdict(Verdict.SUPPORTED)
    assert (second.text, second.verdict, second.origin) == ("It sank.", None, "line 2")


def test_averitec_labels_are_verdicts(read: Any) -> None:
    label = "Conflicting Evidence/Cherrypicking"
    first, second = read(
        AVERITEC, [{"claim": "It sank.", "label": label, "original_claim_url": "u"}, {"claim": "It left."}]
    )
    assert first == ImportedClaim("It sank.", None, ("u",), verdict=MarkVerdict(Verdict.CONFLICTING), origin="claim 1")
    assert second == ImportedClaim("It left.", origin="claim 2")


@pytest.mark.parametrize(
    ("known_format", "content", "told"),
    [
        (CSV, "", "holds no claim"),
        (CSV, "name,place\nx,y\n", "line 1: no column"),
        (CSV, "text,start\nIt sank.,0\nIt left.,1,2\n", "line 3: it has 3 cells"),
        (CSV, "text,start\nIt sank.,soon\n", "line 2: “start” is no whole number: “soon”"),
        (CSV, 'text\nIt sank.\n"It left.\n', "line 3: "),
        (CSV, "text,verdict\nIt sank.,maybe\n", "line 2: there is no verdict “maybe”"),
        (CSV, "text,verdict,reason\nIt sank.,not_checkable,why\n", "line 2: there is no reason “why”"),
        (CSV, "text,article\n,a.txt\n", "line 2: there is no text"),
        (CSV, b"text\n\xff\n", "not UTF-8"),
        (CSV, "text\nIt\0sank.\n", "line 2: "),
        (JSONL, '{"text": "It sank."}\n{"text": \n', "line 2: it is no JSON"),
        (JSONL, '{"text": "It sank."}\n[1]\n', "line 2: an object"),
        (JSONL, '{"text": 7}\n', "line 1: “text” is no text"),
        (JSONL, '{"text": "\\ud800"}\n', "line 1: “text” holds a character"),
        (JSONL, '{"text": "It sank.", "start": -1}\n', "line 1: “start” is no whole number"),
        (JSONL, '{"text": "It sank.", "start": true}\n', "line 1: “start” is no whole number"),
        (JSONL, "[" * 200_000, "line 1: it is nested too deeply"),
        (LABEL_STUDIO, "[\n{]", "line 2: it is no JSON"),
        (LABEL_STUDIO, {}, "a list is expected"),
        (LABEL_STUDIO, [task("😀", [region(0, 2)])], "task 1, annotation 1, result 1, “value”: the offset 2 is not in"),
        (LABEL_STUDIO, [task("It sank.", [region(0, 99)])], "the offset 99 is not in a text"),
        (LABEL_STUDIO, [task("It sank.", [region(5, 5)])], "a start and, behind it, an end"),
        (LABEL_STUDIO, [task("It sank.", [region(0, 8, "Person")])], "holds no claim"),
        (LABEL_STUDIO, [{"data": {}, "annotations": [7]}], "task 1, annotation 1: an object"),
        (DOCCANO, '{"label": [[0, 1, "a"]]}', "line 1: there is no “text”"),
        (DOCCANO, '{"text": "It sank.", "label": [[0, 9, "a"]]}', "line 1: there is no stretch 0 to 9"),
        (DOCCANO, '{"text": "It sank.", "label": [["a"]]}', "line 1: a span is"),
        (DOCCANO, '{"text": "It sank.", "label": {"a": 1}}', "line 1: “label” is no list"),
        (AVERITEC, [{"claim": "It sank.", "label": "True"}], "claim 1: there is no label “True”"),
        (AVERITEC, [{"label": "Supported"}], "claim 1: there is no “claim”"),
    ],
)
def test_what_is_malformed_is_told_in_one_line_with_its_place(
    read: Any, known_format: ClaimFormat, content: Any, told: str
) -> None:
    with pytest.raises(InterchangeError) as caught:
        read(known_format, content)
    message = str(caught.value)
    assert told in message
    assert "claims.txt" in message
    assert "\n" not in message


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(InterchangeError, match=r"none\.csv cannot be read: No such file"):
        read_claims(CSV, tmp_path / "none.csv")


@pytest.mark.parametrize("known_format", ClaimFormat)
@given(data=st.one_of(st.binary(max_size=80), st.text(max_size=80).map(str.encode)))
def test_any_bytes_are_claims_or_one_line(
    tmp_path_factory: pytest.TempPathFactory, known_format: ClaimFormat, data: bytes
) -> None:
    path = tmp_path_factory.getbasetemp() / "any"
    path.write_bytes(data)
    told = ""
    try:
        assert read_claims(known_format, path)
    except InterchangeError as error:
        told = str(error)
    assert len(told.splitlines()) <= 1
