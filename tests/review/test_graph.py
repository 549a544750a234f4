"""What the screens are told of the graph of agreement: for one claim as for all, and nothing that is hidden."""

from contextlib import suppress
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from workbench.errors import DecisionError
from workbench.review.classes import equivalence_classes
from workbench.review.implied import implied_cells
from workbench.review.intake import add_bytes
from workbench.review.model import MarkSilent, MarkVerdict, RecordAgreement, RewordClaim
from workbench.review.session import Review
from workbench.store.engine import Store
from workbench.store.payloads import (
    AddClaim,
    AdjudicateCell,
    ConfirmOrigin,
    DiscardClaim,
    RestoreClaim,
    SetPolicy,
)
from workbench.store.subjects import collection_subject
from workbench.vocabulary import OriginKind, OriginLayer, Relation, Settlement, Verdict, WarningKind

TEXTS = {
    "ledger.txt": "Ferry aground\n\nThe ferry ran aground on Monday with 41 people. Police said nobody was hurt.\n",
    "post.txt": "Ferry stuck\n\nA ferry with 43 people on board ran aground on Monday. Nobody was hurt, police said.\n",
    "tide.txt": "Winds\n\nA ferry ran aground on Monday. Strong winds kept boats in port on Sunday.\n",
}
CLAIMS = range(6)


@pytest.fixture
def ferries(store: Store) -> Store:
    """A database of either kind, with three articles of two claims each."""
    for name, text in TEXTS.items():
        add_bytes(store, text.encode(), name, "ferry")
    return store


@pytest.fixture
def mira(ferries: Store) -> Review:
    return Review(ferries, "mira")


def keys(review: Review) -> list[str]:
    found = [row.key for row in review.queue()]
    assert len(found) == len(CLAIMS)
    return found


def article_of(review: Review, claim: str) -> str:
    return review.context.state(claim).claim.article


def relate(review: Review, claim: str, other: str, relation: Relation = Relation.CORROBORATES) -> None:
    sentences = review.context.state(other).claim.sentences
    review.decide(claim, RecordAgreement(article_of(review, other), relation, sentences, other))


def review_blind(review: Review) -> None:
    """Ask for blindness in the collection."""
    payload = SetPolicy(review.collection, 2, blind=True)
    review.record(review.draft(collection_subject(review.collection), payload))


# --- one claim, and all


named = st.tuples(st.sampled_from(CLAIMS), st.sampled_from(list(Relation)))
steps = st.one_of(
    st.tuples(st.just("relate"), named),
    st.tuples(st.just("relate"), st.tuples(st.sampled_from(CLAIMS), st.just(Relation.CORROBORATES))),
    st.tuples(st.just("settle"), named),
    st.tuples(st.just("decide"), st.sampled_from(
        [MarkVerdict(Verdict.SUPPORTED), MarkVerdict(Verdict.REFUTED), DiscardClaim(), RestoreClaim()]
    )),
)  # fmt: skip


def take(review: Review, number: int, step: tuple[str, Any]) -> None:
    """Decide something about a claim, if the log takes it."""
    claims = keys(review)
    match step:
        case "decide", payload:
            review.decide(claims[number], payload)
        case kind, (other, relation):
            where, named = article_of(review, claims[other]), claims[other]
            payload = (
                AdjudicateCell(where, Settlement.ADJUDICATED, relation, (), named)
                if kind == "settle"
                else RecordAgreement(where, relation, (), named)
            )
            review.decide(claims[number], payload)


@pytest.mark.parametrize("blind", [False, True])
@settings(deadline=None, max_examples=10, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.lists(st.tuples(st.sampled_from(["mira", "noor"]), st.sampled_from(CLAIMS), steps), min_size=2, max_size=8),
    st.sampled_from(["mira", "noor"]),
    st.sets(st.sampled_from(CLAIMS), min_size=2, max_size=2),
)
def test_one_claim_is_told_the_same_as_all(
    ferries: Store, blind: bool, made: list[tuple[str, int, tuple[str, Any]]], name: str, asked: set[int]
) -> None:
    reviews = {name: Review(ferries, name) for name in ("mira", "noor")}
    if blind and not reviews["mira"].context.policy().blind:
        review_blind(reviews["mira"])
    for who, number, step in made:
        with suppress(DecisionError):
            take(reviews[who], number, step)
    review = reviews[name]
    states = review.graph.states()
    classes, own = equivalence_classes(states), implied_cells(states, name)
    assert review.graph.classes() == classes
    assert review.graph.implied() == implied_cells(states)
    everything = review.graph.warnings()
    rows = {row.key: row for row in review.queue()}
    for state in (states[number] for number in asked):
        view = review.claim(state.key)
        assert rows[state.key] == review.row(view.state)
        assert review.graph.implied_of(state.key) == own.get(state.key, {})
        assert tuple(each.key for each in review.graph.class_of(state.key)) == classes.of(state.key)
        assert review.others - len(view.undecided) == rows[state.key].relations
        mine = {each for each in everything if each.claim == state.key}
        assert mine <= set(review.graph.warnings(state.key)) <= set(everything)


# --- implied cells


def test_a_relation_with_a_claim_counts_for_both(mira: Review) -> None:
    a, _, b, *_ = keys(mira)
    relate(mira, a, b)
    rows = {row.key: row.relations for row in mira.queue()}
    assert (rows[a], rows[b]) == (1, 1)
    view = mira.claim(b)
    (cell,) = (cell for cell in view.cells if cell.article.key == article_of(mira, a))
    assert cell.agreement is None
    assert cell.implied is not None
    assert (cell.implied.relation, cell.implied.other_claim) == (Relation.CORROBORATES, a)
    assert cell.article.key not in view.undecided
    mira.decide(b, MarkSilent((cell.article.key,)))
    assert {row.key: row.relations for row in mira.queue()}[b] == 1
    assert mira.graph.implied_of(b) == {}
    mira.record(*mira.draft_undo())
    assert mira.graph.implied_of(b) != {}
    assert mira.progress().cells_recorded == 2


def test_what_one_reviewer_recorded_fills_no_cell_of_another(mira: Review, ferries: Store) -> None:
    a, _, b, *_ = keys(mira)
    relate(mira, a, b)
    noor = Review(ferries, "noor")
    assert noor.graph.implied_of(b) == {}
    assert {row.key: row.relations for row in noor.queue()}[b] == 0
    cells = {cell.article: cell for row in noor.matrix().rows if row.claim.key == b for cell in row.cells}
    assert cells[article_of(mira, a)].relation is Relation.CORROBORATES


def test_what_others_linked_to_a_claim_is_hidden_with_the_claim(mira: Review, ferries: Store) -> None:
    noor = Review(ferries, "noor")
    a, _, b, *_ = keys(mira)
    review_blind(mira)
    relate(mira, a, b)
    noor.decide(a, MarkVerdict(Verdict.SUPPORTED))
    # What mira thinks of the first claim may be seen now; that it is the same as the second, not yet.
    assert noor.context.state(a).agreements != ()
    assert noor.graph.class_of(b) == (noor.context.state(b),)
    assert noor.graph.classes().all == ()
    assert noor.graph.implied() == {}
    assert [each.key for each in mira.graph.class_of(b)] == [a, b]
    noor.decide(b, MarkVerdict(Verdict.SUPPORTED))
    assert [each.key for each in noor.graph.class_of(b)] == [a, b]


# --- twins


def test_a_passage_names_the_claim_that_it_makes(mira: Review) -> None:
    a, hurt, b, unhurt, *_ = keys(mira)
    passages = {
        claim: next(cell for cell in mira.claim(claim).cells if cell.article.key == article_of(mira, b)).passages[0]
        for claim in (a, hurt)
    }
    assert (passages[a].twin, passages[hurt].twin) == (b, unhurt)
    where, state = article_of(mira, b), mira.context.state(hurt)
    assert [twin.key for twin in mira.graph.twins(where, (1, 2))] == [b, unhurt]
    assert [twin.key for twin in mira.graph.twins(where, (1, 2), state.text)] == [unhurt, b]


def test_a_passage_that_says_more_than_its_claim_or_than_this_one_names_none(mira: Review) -> None:
    """From the side of a claim that says more, or another thing, the same relation would not follow."""
    a, hurt, b, *_ = keys(mira)
    where = article_of(mira, b)
    assert mira.passage(mira.context.state(a), where, (1,)).twin == b
    assert mira.passage(mira.context.state(a), where, (1, 2)).twin is None
    assert mira.passage(mira.context.state(hurt), where, (1,)).twin is None


def test_twins_follow_what_becomes_of_the_claims(mira: Review, ferries: Store) -> None:
    a, _, b, *_ = keys(mira)
    noor, where = Review(ferries, "noor"), article_of(mira, b)

    def twin() -> str | None:
        return next(cell for cell in mira.claim(a).cells if cell.article.key == where).passages[0].twin

    assert twin() == b
    noor.decide(b, DiscardClaim())
    assert twin() is None
    sentence = mira.article_text(where).sentences[1]
    words = sentence.text.removesuffix(" on Monday.")
    part = AddClaim(where, sentence.start, sentence.start + len(words), words, (1,))
    draft = noor.draft_claim(where, (1,))
    noor.record(noor.draft(_key_of(part), part))
    assert draft.claim == b  # the whole sentence is the claim that was discarded
    assert twin() == _key_of(part)


def _key_of(added: AddClaim) -> str:
    from workbench.review.actions import key_of

    return key_of(added)


def test_a_recorded_passage_shows_the_claim_that_was_named(mira: Review) -> None:
    a, _, b, *_ = keys(mira)
    where = article_of(mira, b)
    for named in (None, b):
        mira.decide(a, RecordAgreement(where, Relation.UNCLEAR, (1,), named))
        (cell,) = (cell for cell in mira.claim(a).cells if cell.article.key == where)
        assert next(passage for passage in cell.passages if passage.sentences == (1,)).twin == named


def test_a_twin_is_chosen_by_its_present_wording(mira: Review) -> None:
    a, _, b, unhurt, *_ = keys(mira)
    where = article_of(mira, b)
    mira.decide(unhurt, RewordClaim(mira.context.state(a).text))
    mira.claim(a)
    assert mira.graph.twins(where, (1, 2), mira.context.state(a).text)[0].key == unhurt


# --- offers


def test_an_offered_verdict_is_taken_and_given_to_all_with_one_undo(mira: Review) -> None:
    a, _, b, _, c, _ = keys(mira)
    relate(mira, a, b)
    relate(mira, b, c)
    assert (mira.graph.offer(c), mira.graph.draft_offer(c)) == (None, ())
    mira.decide(a, MarkVerdict(Verdict.PARTIALLY_SUPPORTED, unsupported="41"))
    offer = mira.graph.offer(c)
    assert offer is not None
    assert (offer.verdict, offer.unsupported, offer.of.key) == (Verdict.PARTIALLY_SUPPORTED, "41", a)
    given = mira.graph.draft_offer(a)
    assert [draft.claim for draft in given] == [b, c]
    mira.record(*given)
    assert {row.key for row in mira.queue() if row.own_verdict} == {a, b, c}
    assert mira.graph.draft_offer(a) == ()
    mira.record(*mira.draft_undo())
    assert {row.key for row in mira.queue() if row.own_verdict} == {a}
    confirmed, taken = mira.graph.draft_offer(c)
    assert {confirmed.claim, taken.claim} == {c}
    assert taken.payload == MarkVerdict(Verdict.PARTIALLY_SUPPORTED, unsupported="41")
    mira.record(confirmed, taken)
    assert [link.by for link in mira.claim(c).state.sources] == ["mira"]
    mira.record(*mira.draft_undo())
    assert mira.claim(c).state.votes == ()
    assert [link.by for link in mira.claim(c).state.sources] == ["rules"]


# --- origins


AGENCY = (
    "By our staff and Halyard\n\nVLADHAVEN (Halyard) - The ferry Alma ran aground off Northholm on Monday, and {}.\n"
)


@pytest.fixture
def agency(store: Store) -> Review:
    """Two articles that carry one agency's sentence, of different outlets."""
    for number, more in enumerate(("nobody was hurt", "its crew stayed on board")):
        add_bytes(store, f"Ferry {number}\n\n{AGENCY.format(more)}".encode(), f"paper-{number}.txt", "ferry")
    return Review(store, "mira")


def test_a_suggested_origin_is_confirmed_for_one_claim_or_wherever_it_is_suggested(agency: Review) -> None:
    a, *others = [row.key for row in agency.queue()]
    (hint,) = (each for each in agency.graph.origin_hints(a) if each.layer is OriginLayer.WORDS)
    assert "Halyard" in hint.name
    (one,) = agency.graph.draft_confirm_origin(a, hint)
    assert (one.claim, one.payload) == (
        a,
        ConfirmOrigin(hint.layer, hint.kind, hint.name, hint.articles, hint.derivation),
    )
    everywhere = agency.graph.draft_confirm_everywhere(hint)
    assert {draft.claim for draft in everywhere} == {a, *others}
    agency.record(*everywhere)
    assert agency.graph.draft_confirm_everywhere(hint) == ()
    assert [(known.name, known.claims) for known in agency.graph.known_origins()] == [(hint.name, 1 + len(others))]
    agency.record(*agency.draft_undo())
    assert agency.graph.known_origins() == ()


def test_to_confirm_everywhere_reports_how_far_it_is_and_can_be_stopped(agency: Review) -> None:
    a = agency.queue()[0].key
    hint = agency.graph.origin_hints(a)[0]
    told: list[tuple[int, int]] = []

    def stop(done: int, of: int) -> bool:
        told.append((done, of))
        return False

    assert agency.graph.draft_confirm_everywhere(hint, stop) == ()
    assert told == [(0, len(agency.queue()))]


def test_an_origin_that_nobody_suggested_fills_what_is_unknown_and_then_replaces(mira: Review) -> None:
    a, _, b, *_ = keys(mira)
    relate(mira, a, b)
    assert mira.graph.origin_count(a).told() == "2 articles · 2 outlets · 0 confirmed independent origins (+2 unknown)"
    own = article_of(mira, a)
    mira.decide(a, ConfirmOrigin(OriginLayer.KNOWLEDGE, OriginKind.EYEWITNESS, "a passenger", (own,)))
    for name, count, articles in (("harbour master", 2, (article_of(mira, b),)), ("police", 1, None)):
        drafts = mira.graph.draft_origin(a, OriginLayer.KNOWLEDGE, OriginKind.OFFICIAL_STATEMENT, name)
        assert articles is None or drafts[0].payload.articles == articles  # type: ignore[union-attr]
        mira.record(*drafts)
        assert mira.graph.origin_count(a).knowledge == count
    assert [state.key for state in mira.graph.falls_with("Police").falling] == [a]


# --- warnings


def test_the_warnings_of_one_claim_know_what_names_it(mira: Review) -> None:
    a, _, b, *_ = keys(mira)
    relate(mira, a, b, Relation.CONTRADICTS)
    mira.decide(b, MarkVerdict(Verdict.SUPPORTED))
    kinds = [warning.kind for warning in mira.graph.warnings(b)]
    assert WarningKind.OPEN_CONTRADICTION in kinds
    mira.decide(b, MarkSilent((article_of(mira, a),)))
    kinds = [warning.kind for warning in mira.graph.warnings(b)]
    assert WarningKind.OPEN_CONTRADICTION not in kinds
    assert WarningKind.SILENT_BUT_LINKED in kinds


def test_a_warning_is_waived_with_a_reason_and_the_waiver_undone(mira: Review) -> None:
    a, _, b, *_ = keys(mira)
    relate(mira, a, b)
    (warning,) = mira.graph.warnings(a)
    assert warning.kind is WarningKind.AGREEMENT_DIFFERS
    assert "41" in warning.told
    assert "43" in warning.told
    assert mira.graph.warnings() == (warning,)
    mira.record(mira.graph.draft_waive(warning, "asked both papers"))
    (waived,) = mira.graph.warnings()
    assert waived.waiver is not None
    assert waived.waiver.reason == "asked both papers"
    mira.record(*mira.draft_undo())
    assert mira.graph.warnings() == (warning,)


def test_a_claim_that_is_not_there_is_refused(mira: Review) -> None:
    with pytest.raises(DecisionError, match="no claim nowhere in “ferry”"):
        mira.graph.class_of("nowhere")


def test_newer_versions_count_once(store: Store) -> None:
    """What was recorded of an older version follows to the newer, and the older is no article of its own any more."""
    story = (
        "Ferry aground\n\nThe ferry Alma ran aground off Northholm on Monday. Harbour master Ilse Brandt ordered an"
        " inquiry into the accident. All {} passengers were brought ashore by noon.{}\n"
    )
    add_bytes(store, story.format(41, "").encode(), "alma.txt", "ferry")
    add_bytes(
        store, b"Ferry stuck\n\nA ferry ran aground off Northholm on Monday. All 43 were saved.\n", "post.txt", "ferry"
    )
    review = Review(store, "mira", "ferry")
    a, b = (next(row.key for row in review.queue() if row.text.startswith(words)) for words in ("The ferry", "A ferry"))
    relate(review, a, b)
    relate(review, b, a)
    changed = next(row.key for row in review.queue() if "41" in row.text)
    relate(review, changed, next(row.key for row in review.queue() if "43" in row.text), Relation.CONTRADICTS)
    add_bytes(store, story.format(43, " Divers are looking for a leak.").encode(), "alma.txt", "ferry")
    review.choose("ferry")
    assert any(summary.newer for summary in review.articles)
    (newer,) = (each for each in review.graph.class_of(b) if each.key != b)
    assert newer.key != a
    assert review.graph.class_of(newer.key) == review.graph.class_of(b)
    assert [each.members for each in review.graph.classes().all] == [tuple(s.key for s in review.graph.class_of(b))]
    assert review.graph.origin_count(b).articles == 2
    assert changed in {row.key for row in review.queue()}  # its words are not in the newer version
    for row in review.queue():
        view = review.claim(row.key)
        assert row == review.row(view.state)
        assert row.relations == len(view.cells) - len(view.undecided)
    assert review.claim(b).undecided == ()
