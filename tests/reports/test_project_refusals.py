"""A file that is no project, or was changed, is refused with a line that names the place; nothing is taken in."""

import json
import shutil
import string
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from workbench.errors import InterchangeError, WorkbenchError
from workbench.reports import ExportFormat, export_text, import_file, import_project
from workbench.review.session import Review
from workbench.store.engine import Store, open_store
from workbench.store.payloads import AddNote

Change = Callable[[Any], None]


def nothing_in(store: Store) -> bool:
    project = json.loads(export_text(store, ExportFormat.JSON))
    return not any(project[part] for part in ("collections", "articles", "claims", "decisions"))


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("", "line 1, column 1"),
        ("{", "not JSON"),
        ("[]", "an object is expected"),
        ("{}", "“format” is missing"),
        ('{"format": 7}', "format: a text is expected"),
        ('{"format": "workbench/2"}', "of another version"),
        ('{"format": "label-studio"}', "of another program"),
        ('{"format": "workbench/1"}', "is missing"),
        ('{"format": "workbench/1", "format": "workbench/1"}', "twice"),
        ('{"format": NaN}', "NaN"),
        ("[" * 100_000, "nested too deeply"),
        ('{"format": ' + "9" * 5000 + "}", "not JSON"),
    ],
)
def test_what_is_no_project_is_refused_in_one_line(store: Store, text: str, told: str) -> None:
    with pytest.raises(InterchangeError) as refused:
        import_project(store, text)
    assert told in str(refused.value)
    assert "\n" not in str(refused.value)


def change(path: str, value: Any) -> Change:
    """Set what stands at a path like `articles.0.text`; `...` removes it."""

    def apply(project: Any) -> None:
        *way, last = [int(step) if step.isdigit() else step for step in path.split(".")]
        for step in way:
            project = project[step]
        if value is ...:
            del project[last]
        else:
            project[last] = value

    return apply


ZEROS = "0" * 64
BEYOND = {"contents": [[0, 10**6]], "naming": "named", "denies": False}
NOBODY = "00000000-0000-4000-8000-000000000000"


@pytest.mark.parametrize(
    ("path", "value", "told"),
    [
        ("articles.0.text", "Another text.", "articles[0]"),
        ("articles.0.text", ..., "articles[0]: “text” is missing"),
        ("articles.0.text", "a\0b", "articles[0].text: it holds a NUL"),
        ("articles.0.title", "\ud800", "articles[0].title: it holds a NUL or half of a surrogate pair"),
        ("articles.0.sha256", ZEROS, "articles[0]"),
        ("articles.0.key", "x", "articles[0].key: a SHA-256"),
        ("articles.0.published", "soon", "articles[0].published: a date"),
        ("articles.0.added_at", "2026-01-01", "articles[0].added_at: a time"),
        ("articles.0.blocks.0.end", 10**6, "articles[0].blocks[0]"),
        ("articles.0.blocks.0.kind", "poem", "articles[0].blocks[0].kind: “poem” is not one of"),
        ("articles.0.blocks.0.start", -1, "articles[0].blocks[0].start: a whole number"),
        ("articles.0.sentences.0.block", 99, "articles[0].sentences[0].block"),
        ("articles.0.sentences.1.start", 0, "articles[0].sentences[1]"),
        ("articles.0.sentences.0.end", True, "articles[0].sentences[0].end"),
        ("collections.0.articles.0", ZEROS, "collections[0].articles[0]: there is no such article"),
        ("collections.0.name", "", "collections[0].name: it is empty"),
        ("collections", [], "the article is in no collection"),
        ("claims.0.start", 1, "claims[0].key"),
        ("claims.0.article", ZEROS, "claims[0]"),
        ("claims.0.sentences.0", 999, "claims[0].sentences"),
        ("claims.0.checkworthiness", 2, "claims[0].checkworthiness: a number from 0 to 1"),
        ("claims.0.checkable", -1, "claims[0].checkable: a number from 0 to 1"),
        ("claims.0.reasons", ["luck"], "claims[0].reasons[0]: “luck” is not one of"),
        ("claims.0.attributions", [{"contents": [[2, 1]]}], "claims[0].attributions[0].contents[0]: two offsets"),
        ("claims.0.attributions", [BEYOND], "claims[0].attributions: number 0 points beyond the end of the text"),
        ("claims.0.verdict", "supported", "claims[0].verdict: the decisions in this file give"),
        ("claims.0.wording", "Something else.", "claims[0].wording"),
        ("claims.0.sources", [], "claims[0].sources"),
        ("votes.0.verdict", "supported", "votes[0]: it does not follow"),
        ("votes", [{"claim": NOBODY}], "votes[0]: it does not follow"),
        ("notes", [], "notes: it lacks"),
        ("chains.0.length", 1, "chains[0]"),
        ("decisions.0.reviewer", "Eve", "decisions[0].hash: it is not the hash"),
        ("decisions.0.payload.verdict", "supported", "decisions[0].hash: it is not the hash"),
        ("decisions.0.payload.verdict", "true", "decisions[0].payload"),
        ("decisions.0.payload.colour", "red", "decisions[0].payload"),
        ("decisions.0.payload.unsupported", 5, "decisions[0].payload: A decision"),
        ("decisions.0.payload", "x", "decisions[0].payload: an object is expected"),
        ("decisions.0.claim", NOBODY, "decisions[0].hash"),
        ("decisions.0.id", "1", "decisions[0].id: a UUID"),
        ("decisions.0", ..., "of this chain is missing"),
        ("problems", ["an article"], "problems"),
    ],
)
def test_a_changed_project_is_refused_at_its_place(
    project: str, store: Store, path: str, value: Any, told: str
) -> None:
    tree = json.loads(project)
    change(path, value)(tree)
    with pytest.raises(InterchangeError) as refused:
        import_project(store, json.dumps(tree))
    assert told in str(refused.value)
    assert nothing_in(store)


def test_an_article_or_decision_that_is_there_twice_is_refused(project: str, store: Store) -> None:
    for part in ("articles", "claims", "decisions", "collections", "votes"):
        tree = json.loads(project)
        tree[part].append(tree[part][0])
        with pytest.raises(InterchangeError, match=part):
            import_project(store, json.dumps(tree))
    assert nothing_in(store)


def test_a_chain_that_was_continued_elsewhere_changes_nothing(reviewed: Store, tmp_path: Path) -> None:
    """Two copies of one file that were both written cannot be one history."""
    with open_store(Path(shutil.copyfile(tmp_path / "reviewed.db", tmp_path / "copy.db"))) as copy:
        for store, words in ((reviewed, "here"), (copy, "there")):
            review = Review(store, "Anna Berg", "Ferry")
            review.decide(review.queue()[0].key, AddNote(words))
        before = export_text(copy, ExportFormat.JSON)
        with pytest.raises(WorkbenchError, match="decided differently"):
            import_project(copy, export_text(reviewed, ExportFormat.JSON))
        assert export_text(copy, ExportFormat.JSON) == before


def test_a_file_that_cannot_be_read_gets_one_line(store: Store, tmp_path: Path) -> None:
    binary = tmp_path / "picture\x1b.json"
    binary.write_bytes(b"\x89PNG\xff\xfe")
    for path in (tmp_path / "missing.json", tmp_path, binary):
        with pytest.raises(InterchangeError) as refused:
            import_file(store, path)
        assert "cannot be read" in str(refused.value)
        assert str(refused.value).isprintable()


def test_a_hostile_value_is_shown_harmlessly(store: Store, tmp_path: Path) -> None:
    path = tmp_path / "p.json"
    path.write_text(json.dumps({"format": "\x1b]0;gone\x07\u202e"}))
    with pytest.raises(InterchangeError) as refused:
        import_file(store, path)
    assert str(refused.value).isprintable()


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_no_change_of_a_value_breaks_the_import_in_another_way(
    project: str, reviewed: Store, data: st.DataObject
) -> None:
    """Whatever stands where, the answer is an import or one clear line, never another error."""
    tree = place = json.loads(project)
    while isinstance(place, dict | list) and place:
        parent = place
        key = data.draw(st.sampled_from(sorted(place) if isinstance(place, dict) else range(len(place))))
        place = place[key]
        if data.draw(st.integers(0, 3)) == 0:
            break
    strange = st.one_of(
        st.none(), st.booleans(), st.integers(-3, 10**10), st.floats(allow_nan=False, allow_infinity=False)
    )
    texts = st.sampled_from(["", "x", "\0", "\ud800", ZEROS, NOBODY, "undo", "supported", string.printable])
    parent[key] = data.draw(st.one_of(strange, texts, st.just([]), st.just({}), st.just([[1]])))
    said = ""
    try:
        import_project(reviewed, json.dumps(tree))
    except WorkbenchError as error:
        said = str(error)
    assert "\n" not in said
