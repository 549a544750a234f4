"""A project that was exported and imported is the same project."""

import json
import tempfile
from collections.abc import Callable
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from workbench.reports import ExportFormat, export_text, export_to, import_file, import_project
from workbench.review.intake import add_bytes
from workbench.review.session import Review
from workbench.store import state
from workbench.store.check import check
from workbench.store.engine import Store, open_store
from workbench.store.payloads import (
    AddNote,
    DiscardClaim,
    LinkSource,
    MarkSilent,
    MarkVerdict,
    ParkClaim,
    RecordAgreement,
    Reopen,
    RestoreClaim,
    ResumeClaim,
    RewordClaim,
    SignOff,
    UnlinkSource,
)
from workbench.vocabulary import AnchorState, Facet, NotCheckableReason, Relation, Verdict

ARTICLES = (
    b"One\n\nThe bridge closed on Friday, engineer Ola Nyberg said. Two lanes stay open.\n",
    "Zwei\n\nDie Brücke schloss am Freitag. Drei Spuren bleiben offen.\n".encode("utf-16"),
    "Three\n\nThe bridge \x1b[31mopened\u202e again. \U0001f309 Four lanes.\n".encode(),
)
NEWER = (
    b"One\n\nUpdate. The bridge closed on Friday, engineer Ola Nyberg said. Two lanse stay open. Boats wait.\n",
    b"One\n\nThe bridge closed on Friday, engineer Ola Nyberg said. Six lanes stay open. Boats wait.\n",
)
words = st.text(st.characters(blacklist_categories=["Cs"], blacklist_characters="\0"), min_size=1, max_size=20)


def whole(store: Store) -> str:
    return export_text(store, ExportFormat.JSON)


def test_the_import_of_an_export_exports_the_same_bytes(reviewed: Store, other_store: Store) -> None:
    exported = whole(reviewed)
    import_project(other_store, exported)
    assert whole(other_store) == exported


def test_an_import_restores_the_state_of_every_claim(reviewed: Store, other_store: Store) -> None:
    import_project(other_store, whole(reviewed))
    with reviewed.read() as before, other_store.read() as after:
        assert state.claim_states(after) == state.claim_states(before)


def test_importing_twice_adds_nothing(reviewed: Store) -> None:
    exported = whole(reviewed)
    imported = import_project(reviewed, exported)
    assert (imported.new_articles, imported.new_decisions) == (0, 0)
    assert whole(reviewed) == exported


def test_an_import_adds_what_is_missing_and_leaves_the_rest(reviewed: Store, other_store: Store) -> None:
    add_bytes(other_store, b"Other\n\nA crane fell on Sunday. Nobody was near.\n", "other.txt", "Crane")
    mine = Review(other_store, "Cem", "Crane")
    mine.decide(mine.queue()[0].key, MarkVerdict(Verdict.SUPPORTED))
    imported = import_project(other_store, whole(reviewed))
    assert imported.new_articles == imported.articles == 3
    assert mine.queue()[0].own_verdict is Verdict.SUPPORTED
    with reviewed.read() as before, other_store.read() as after:
        assert state.claim_states(after, collection="Ferry") == state.claim_states(before, collection="Ferry")


def test_work_goes_on_after_an_import_and_comes_back(reviewed: Store, other_store: Store) -> None:
    import_project(other_store, whole(reviewed))
    there = Review(other_store, "Anna Berg", "Ferry")
    there.decide(there.queue()[0].key, AddNote("from elsewhere"))
    assert import_project(reviewed, whole(other_store)).new_decisions == 1
    assert whole(reviewed) == whole(other_store)


def test_newer_versions_come_back_with_all_that_was_carried(store: Store, other_store: Store) -> None:
    add_bytes(store, ARTICLES[0], "0.txt", "bridges")
    add_bytes(store, ARTICLES[2], "2.txt", "bridges")
    review = Review(store, "Anna Berg", "bridges")
    for row in review.queue():
        review.decide(row.key, MarkVerdict(Verdict.SUPPORTED))
        for other in review.articles:
            if other.key != row.article:
                review.decide(row.key, RecordAgreement(other.key, Relation.CORROBORATES, (1,)))
    for raw in NEWER:
        assert add_bytes(store, raw, "0.txt", "bridges")[3]
    import_project(other_store, whole(store))
    assert whole(other_store) == whole(store)
    assert [len(version["claims"]) for version in json.loads(whole(store))["versions"]] == [2, 2]
    with store.read() as before, other_store.read() as after:
        assert state.claim_states(after) == state.claim_states(before)
    assert check(other_store) == ()


def test_the_same_review_gives_the_same_bytes_at_any_time(reviewed: Store) -> None:
    assert whole(reviewed) == whole(reviewed)


def test_a_file_is_written_and_read_back(reviewed: Store, other_store: Store, tmp_path: Path) -> None:
    (path,) = export_to(reviewed, ExportFormat.JSON, tmp_path / "project.json")
    said = import_file(other_store, path)
    assert "3 of 3 articles" in said
    assert whole(other_store) == path.read_text()


def test_the_json_has_the_keys_that_scripts_use(reviewed: Store) -> None:
    project = json.loads(whole(reviewed))
    assert project["format"] == "workbench/1"
    wanted = {
        "collections": "name articles",
        "articles": "key name title publisher published url language sha256 text blocks sentences",
        "claims": "key article start end text sentences asserter cue is_quote type checkworthiness origin state verdict"
        " sources",
        "agreements": "claim article relation sentences other_claim facets note reviewer at",
        "votes": "claim reviewer verdict at",
        "decisions": "id database reviewer at kind claim payload undoes position previous hash",
    }
    for part, keys in wanted.items():
        assert project[part], part
        assert set(keys.split()) <= set(project[part][0]), part
    article = project["articles"][0]
    assert {"start", "end", "kind"} <= set(article["blocks"][0])
    assert {"start", "end", "block"} <= set(article["sentences"][0])
    assert {"sentences", "state", "score", "by"} <= set(project["claims"][0]["sources"][0])


def test_offsets_in_the_json_are_those_of_its_text(reviewed: Store) -> None:
    project = json.loads(whole(reviewed))
    texts = {article["key"]: article["text"] for article in project["articles"]}
    for claim in project["claims"]:
        assert texts[claim["article"]][claim["start"] : claim["end"]] == claim["text"]


def test_raw_bytes_are_in_the_json_only_where_the_text_is_not_those_bytes(reviewed: Store) -> None:
    articles = {article["name"]: article for article in json.loads(whole(reviewed))["articles"]}
    assert "raw" in articles["courier.txt"]
    assert "raw" not in articles["gazette.txt"] or articles["gazette.txt"]["text"].encode() != GAZETTE_BYTES


GAZETTE_BYTES = b"Summer fair opens\n\nThe fair opened on Monday with forty stalls. Mayor Tom Ashby cut the ribbon.\n"


def test_showing_the_json_in_a_terminal_does_nothing(store: Store) -> None:
    add_bytes(store, ARTICLES[2], "hostile.txt", "\x1b]0;title\x07\u202e")
    exported = whole(store)
    assert exported.isascii()
    assert all(character.isprintable() or character == "\n" for character in exported)


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(data=st.data())
def test_any_review_survives_the_round_trip(new_sqlite: Callable[[Path], Path], data: st.DataObject) -> None:
    with (
        tempfile.TemporaryDirectory() as folder,
        open_store(new_sqlite(Path(folder) / "a.db")) as store,
        open_store(new_sqlite(Path(folder) / "b.db")) as copy,
    ):
        _review_at_random(store, data)
        exported = whole(store)
        import_project(copy, exported)
        assert whole(copy) == exported


def _review_at_random(store: Store, data: st.DataObject) -> None:
    collections = ("bridges", "second \u202e collection")
    for number, raw in enumerate(ARTICLES):
        for name in data.draw(st.sets(st.sampled_from(collections), min_size=1)) | {"bridges"}:
            add_bytes(store, raw, f"{number}.txt", name)
    reviews = [Review(store, data.draw(words.filter(lambda n: n.strip() and n != "rules")), "bridges") for _ in "12"]
    newer = [*NEWER[: data.draw(st.integers(0, 2))]]
    for _ in range(data.draw(st.integers(0, 12))):
        if newer and data.draw(st.booleans()):
            add_bytes(store, newer.pop(), "0.txt", "bridges")
        review = data.draw(st.sampled_from(reviews))
        step = data.draw(st.sampled_from(("decide", "decide", "decide", "undo", "redo", "add")))
        if step == "decide":
            row = data.draw(st.sampled_from(review.queue()))
            other = data.draw(st.sampled_from([a for a in review.articles if a.key != row.article]))
            review.decide(row.key, data.draw(_payloads(other.key)))
        elif step == "add":
            article = data.draw(st.sampled_from(review.articles))
            draft = review.draft_claim(article.key, (0, 1))
            if draft.claim not in {row.key for row in review.queue()}:
                review.record(draft)
        elif action := review.draft_undo() if step == "undo" else review.draft_redo():
            review.record(*action)


def _payloads(other: str):  # type: ignore[no-untyped-def]
    places = st.sampled_from([(0,), (1,), (0, 1)])
    return st.one_of(
        st.builds(MarkVerdict, st.sampled_from(Verdict), st.sampled_from([None, *NotCheckableReason]), words),
        st.builds(LinkSource, places, st.sampled_from(AnchorState), st.sampled_from([100.0, 7, 33.3])),
        st.builds(UnlinkSource, places),
        st.builds(
            RecordAgreement,
            st.just(other),
            st.sampled_from([relation for relation in Relation if relation is not Relation.NOT_ADDRESSED]),
            places,
            st.none(),
            st.lists(st.sampled_from(Facet), max_size=2, unique=True).map(tuple),
            st.none() | words,
        ),
        st.just(MarkSilent((other,))),
        st.builds(AddNote, words),
        st.builds(DiscardClaim, st.none() | words),
        st.sampled_from([RestoreClaim(), ParkClaim(), ResumeClaim(), SignOff(), Reopen()]),
        st.builds(RewordClaim, words),
    )
