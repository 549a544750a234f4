"""A project that was exported and imported is the same project."""

import json
import tempfile
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from workbench.errors import DecisionError
from workbench.reports import ExportFormat, export_text, export_to, import_file, import_project
from workbench.review.intake import add_bytes
from workbench.review.session import Review
from workbench.store import state
from workbench.store.check import check
from workbench.store.decisions import Draft, as_one_action
from workbench.store.engine import Store, open_store
from workbench.store.model import QueueRow
from workbench.store.payloads import (
    AddNote,
    Adjudicate,
    AdjudicateCell,
    AssignClaim,
    AttachEvidence,
    ConfirmOrigin,
    DetachEvidence,
    DiscardClaim,
    LinkSource,
    MarkSilent,
    MarkVerdict,
    ParkClaim,
    ReadSentences,
    RecordAgreement,
    Reopen,
    RestoreClaim,
    ResumeClaim,
    RewordClaim,
    SetPolicy,
    SignOff,
    UnassignClaim,
    UnlinkSource,
    WaiveWarning,
)
from workbench.store.subjects import article_subject, collection_subject
from workbench.vocabulary import (
    AnchorState,
    Confidence,
    Credibility,
    DecisionKind,
    Derivation,
    DisagreementReason,
    Facet,
    NotCheckableReason,
    OriginKind,
    OriginLayer,
    Reading,
    Relation,
    Reliability,
    Settlement,
    Verdict,
    WarningKind,
)

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
        "votes": "claim reviewer verdict at unsupported_at",
        "decisions": "id database reviewer at kind claim payload undoes action position previous hash",
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


@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.too_slow])
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
    reviews = [Review(store, data.draw(people), "bridges") for _ in "123"]
    newer = [*NEWER[: data.draw(st.integers(0, 2))]]
    if data.draw(st.booleans()):
        _settle_one(reviews, data)
    for _ in range(data.draw(st.integers(0, 15))):
        if newer and data.draw(st.integers(0, 3)) == 0:
            add_bytes(store, newer.pop(), "0.txt", "bridges")
        review = data.draw(st.sampled_from(reviews))
        # The log refuses what is about a discarded claim, or takes back what others built on, among others.
        with suppress(DecisionError):
            review.record(*data.draw(_actions(review, [each.reviewer for each in reviews])))


def _settle_one(reviews: list[Review], data: st.DataObject) -> None:
    """Have everybody say something of one claim and of one article, and one of them what holds."""
    row = data.draw(st.sampled_from(reviews[0].queue()))
    other = data.draw(st.sampled_from([a.key for a in reviews[0].articles if a.key != row.article]))
    votes, relations = (
        st.builds(MarkVerdict, st.sampled_from(Verdict)),
        st.builds(RecordAgreement, st.just(other), speaking),
    )
    twins = [each.key for each in reviews[0].queue() if each.article == other]
    for review in reviews:
        for payloads in (votes, relations):
            with suppress(DecisionError):  # an update by an article that appeared earlier
                review.decide(row.key, data.draw(payloads))
    with suppress(DecisionError):  # where all three have one name, nothing differs
        reviews[0].decide(row.key, data.draw(_adjudications(other, twins)))


people = words.filter(lambda name: name.strip() and name not in ("rules", "llm"))


def _actions(review: Review, names: list[str]):  # type: ignore[no-untyped-def]
    """What one key does: mostly one decision about a claim."""
    claim = st.sampled_from(review.queue()).flatmap(lambda row: _about_claim(review, row, names))
    several = st.lists(claim, min_size=2, max_size=3).map(lambda drafts: as_one_action([d for (d,) in drafts]))
    return st.one_of(
        claim,
        claim,
        several,
        st.sampled_from(review.articles).flatmap(lambda article: _about_article(review, article.key)),
        _about_collection(review, names),
        st.sampled_from(review.articles).map(lambda article: (review.draft_claim(article.key, (0, 1)),)),
        st.deferred(lambda: st.just(review.draft_undo())),
        st.deferred(lambda: st.just(review.draft_redo())),
    )


def _about_claim(review: Review, row: QueueRow, names: list[str]):  # type: ignore[no-untyped-def]
    others = [article.key for article in review.articles if article.key != row.article]
    twins = [other.key for other in review.queue() if other.article != row.article]
    history = review.history(row.key)
    attached = [decision.id for decision in history if decision.kind is DecisionKind.ATTACH_EVIDENCE]
    said = st.sampled_from(others).flatmap(lambda other: _payloads(other) | _settling(row.article, other, twins, names))
    payloads = st.one_of(said, st.builds(DetachEvidence, st.sampled_from(attached))) if attached else said
    return payloads.map(lambda payload: (review.draft(row.key, payload),))


def _about_article(review: Review, article: str):  # type: ignore[no-untyped-def]
    readings = st.builds(ReadSentences, st.just(article), places, st.sampled_from(Reading))
    return readings.map(lambda payload: (Draft(review.reviewer, article_subject(article), payload),))


def _about_collection(review: Review, names: list[str]):  # type: ignore[no-untyped-def]
    some = st.lists(st.sampled_from(names), max_size=2, unique=True).map(tuple)
    policies = st.builds(SetPolicy, st.just(review.collection), st.integers(1, 9), st.booleans(), some)
    subject = collection_subject(review.collection)
    return policies.map(lambda payload: (Draft(review.reviewer, subject, payload),))


places = st.sampled_from([(0,), (1,), (0, 1)])
facets = st.lists(st.sampled_from(Facet), max_size=2, unique=True).map(tuple)
remarks = st.none() | words


def _payloads(other: str):  # type: ignore[no-untyped-def]
    return st.one_of(
        st.builds(
            MarkVerdict,
            st.sampled_from(Verdict),
            st.sampled_from([None, *NotCheckableReason]),
            words,
            st.sampled_from([(), ((0, 1),), ((0, 2), (5, 9))]),
        ),
        st.builds(LinkSource, places, st.sampled_from(AnchorState), st.sampled_from([100.0, 7, 33.3])),
        st.builds(UnlinkSource, places),
        st.builds(RecordAgreement, st.just(other), speaking, places, st.none(), facets, remarks),
        st.just(MarkSilent((other,))),
        st.builds(AddNote, words),
        st.builds(DiscardClaim, remarks),
        st.sampled_from([RestoreClaim(), ParkClaim(), ResumeClaim(), SignOff(), Reopen()]),
        st.builds(RewordClaim, words),
    )


speaking = st.sampled_from([relation for relation in Relation if relation is not Relation.NOT_ADDRESSED])
held = st.sampled_from([Settlement.UNANIMOUS, Settlement.ADJUDICATED])


def _adjudications(other: str, twins: list[str]):  # type: ignore[no-untyped-def]
    reasons, sure = st.none() | st.sampled_from(DisagreementReason), st.sampled_from(Confidence)
    twin = st.sampled_from([None, *twins])
    return st.one_of(
        st.builds(Adjudicate, held, st.sampled_from(Verdict), reasons, sure, remarks, st.none(), remarks),
        st.builds(AdjudicateCell, st.just(other), held, speaking, places, twin, facets, reasons, sure, remarks),
        st.sampled_from([Adjudicate(Settlement.UNRESOLVED), AdjudicateCell(other, Settlement.UNRESOLVED)]),
    )


def _settling(own: str, other: str, twins: list[str], names: list[str]):  # type: ignore[no-untyped-def]
    name = st.sampled_from(names)
    return st.one_of(
        st.builds(
            AttachEvidence,
            st.sampled_from([None, "https://example.org/log?a=1"]),
            words,
            remarks,
            st.sampled_from([None, "0" * 64]),
            remarks,
            remarks,
            st.none() | st.sampled_from(Relation),
            st.none() | st.sampled_from(Reliability),
            st.none() | st.sampled_from(Credibility),
        ),
        st.builds(
            ConfirmOrigin,
            st.sampled_from(OriginLayer),
            st.sampled_from(OriginKind),
            words,
            st.sampled_from([(own,), (other,), (other, own)]),
            st.sampled_from(Derivation),
        ),
        st.builds(WaiveWarning, st.sampled_from(WarningKind), words, st.sampled_from([None, other]), st.none()),
        st.builds(WaiveWarning, st.sampled_from(WarningKind), words, st.none(), st.sampled_from([None, *twins])),
        _adjudications(other, twins),
        st.builds(AssignClaim, name),
        st.builds(UnassignClaim, name),
    )
