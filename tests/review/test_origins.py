"""Independent origins are counted from what people confirmed; what nobody confirmed is unknown."""

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.review.implied import implied_cells
from workbench.review.origins import OriginCount, count_origins, falls_with, known_origins, supporting_articles
from workbench.store.payloads import ConfirmOrigin, DiscardClaim
from workbench.vocabulary import OriginKind, OriginLayer, Relation

names = st.sampled_from(["KCNA", "the KCNA", "Kremlin", "K.C.N.A."])
confirmations = st.lists(
    st.tuples(
        st.sampled_from(OriginLayer),
        st.sampled_from(OriginKind),
        names,
        st.lists(st.integers(0, 4), min_size=1, max_size=3, unique=True),
    ),
    max_size=5,
)


def counted(sketch: Any, claim: str) -> OriginCount:
    implied = implied_cells(sketch.states()).get(claim, {})
    return count_origins(sketch.state(claim), implied, sketch.texts, sketch.summaries)


def confirm(sketch: Any, claim: str, name: str, *claims: str, **more: Any) -> None:
    """Confirm that the articles of `claims` know `claim` from `name`."""
    layer, kind = more.get("layer", OriginLayer.KNOWLEDGE), more.get("kind", OriginKind.STATE_MEDIA)
    sketch.decide("ann", claim, ConfirmOrigin(layer, kind, name, tuple(sketch.of(each) for each in claims)))


@given(st.lists(st.sampled_from([*Relation, None]), min_size=4, max_size=4), st.integers(1, 5), confirmations)
def test_counts_bound_one_another_and_cover_all_that_supports(
    new_sketch: Any, recorded: list[Relation | None], outlets: int, confirmed: list[Any]
) -> None:
    sketch = new_sketch()
    keys = [sketch.article("It left.", publisher=f"Outlet {number % outlets}")[0] for number in range(5)]
    for other, relation in zip(keys[1:], recorded, strict=True):
        if relation is not None:
            sketch.relate("ann", keys[0], other, relation)
    for layer, kind, name, where in confirmed:
        articles = tuple(sketch.of(keys[number]) for number in where)
        sketch.decide("ann", keys[0], ConfirmOrigin(layer, kind, name, articles))
    count, state = counted(sketch, keys[0]), sketch.state(keys[0])
    assert count.articles == 1 + recorded.count(Relation.CORROBORATES)
    assert 1 <= count.outlets <= min(outlets, count.articles)
    supporting = supporting_articles(state, {}, sketch.summaries)
    for layer, found, unknown in (
        (OriginLayer.WORDS, count.words, count.unknown_words),
        (OriginLayer.KNOWLEDGE, count.knowledge, count.unknown_knowledge),
    ):
        known = [article for article in supporting if state.origin_in(article, layer)]
        assert len(known) + unknown == count.articles
        assert found <= len(known)
        assert (found == 0) == (not known)


def test_ten_outlets_that_quote_one_spokesman_are_ten_origins_of_the_words_and_one_of_the_knowledge(
    sketch: Any,
) -> None:
    keys = [sketch.article("He left, Peskov said.", asserter="Peskov", publisher=f"P{n}")[0] for n in range(10)]
    for number, key in enumerate(keys):
        if number:
            sketch.relate("ann", keys[0], key, Relation.CORROBORATES)
        confirm(sketch, keys[0], "Peskov", key, kind=OriginKind.OFFICIAL_STATEMENT)
        confirm(sketch, keys[0], f"P{number}", key, kind=OriginKind.OWN_REPORTER, layer=OriginLayer.WORDS)
    count = counted(sketch, keys[0])
    assert (count.articles, count.outlets, count.words, count.knowledge) == (10, 10, 10, 1)
    assert count.told() == "10 articles · 10 outlets · said: 10 origins; so: 1"


def test_what_is_implied_supports_too_and_what_supports_in_part_does_not(sketch: Any) -> None:
    a, b, c = (sketch.article("It left.")[0] for _ in range(3))
    sketch.relate("ann", b, a, Relation.CORROBORATES)
    sketch.relate("ann", a, c, Relation.PARTIALLY_SUPPORTS)
    assert counted(sketch, a).articles == 2


def test_an_article_on_which_reviewers_differ_does_not_support(sketch: Any) -> None:
    (a,), (b,) = sketch.article("It left."), sketch.article("It left.")
    sketch.relate("ann", a, b, Relation.CORROBORATES)
    sketch.relate("ben", a, b, Relation.UNCLEAR)
    assert counted(sketch, a).articles == 1


def test_versions_of_an_article_are_one(sketch: Any) -> None:
    (a,), (newer,), (b,) = (sketch.article("It left.") for _ in range(3))
    for key in (newer, b):
        sketch.relate("ann", a, key, Relation.CORROBORATES)
    sketch.relate("ann", b, a, Relation.CORROBORATES)
    old = sketch.of(a)
    sketch.summaries[old] = replace(sketch.summaries[old], newer=sketch.of(newer))
    assert supporting_articles(sketch.state(a), {}, sketch.summaries) == (old, sketch.of(b))
    assert supporting_articles(sketch.state(b), {}, sketch.summaries) == (sketch.of(b),)


def test_spellings_and_kinds_of_one_name_are_one_origin(sketch: Any) -> None:
    (a,), (b,) = sketch.article("It left."), sketch.article("It left.")
    sketch.relate("ann", a, b, Relation.CORROBORATES)
    confirm(sketch, a, "The Harbour Ledger", a, kind=OriginKind.OWN_REPORTER)
    confirm(sketch, a, "harbour ledger", b, kind=OriginKind.OTHER_OUTLET)
    assert counted(sketch, a).knowledge == 1


@pytest.mark.parametrize(
    ("count", "told"),
    [
        (OriginCount(3, 2, 0, 1, 3, 2), "3 articles · 2 outlets · 1 confirmed independent origin (+2 unknown)"),
        (OriginCount(1, 1, 1, 2, 0, 0), "1 article · 1 outlet · 2 confirmed independent origins"),
        (OriginCount(2, 2, 2, 1, 0, 0, attributed=True), "2 articles · 2 outlets · said: 2 origins; so: 1"),
        (
            OriginCount(3, 3, 1, 0, 2, 3, attributed=True),
            "3 articles · 3 outlets · said: 1 origin (+2 unknown); so: 0 (+3 unknown)",
        ),
    ],
)
def test_counts_are_told_in_a_line(count: OriginCount, told: str) -> None:
    assert count.told() == told


# --- what falls


@pytest.fixture
def reported(sketch: Any) -> tuple[str, str, str]:
    """Three claims: one that KCNA alone knows, one that it and a witness know, one that only a witness knows."""
    a, b, c = sketch.article("It left.", "It came.", "It sank.")
    (other,) = sketch.article("It came.")
    sketch.relate("ann", b, other, Relation.CORROBORATES)
    confirm(sketch, a, "KCNA", a)
    confirm(sketch, b, "kcna", b, kind=OriginKind.WIRE)
    confirm(sketch, b, "a witness", other, kind=OriginKind.EYEWITNESS)
    confirm(sketch, c, "a witness", c, kind=OriginKind.EYEWITNESS)
    return a, b, c


def fallen(sketch: Any, name: str, kind: OriginKind | None = None) -> tuple[list[str], list[str]]:
    states = sketch.states()
    falls = falls_with(name, states, implied_cells(states), sketch.summaries, kind)
    return [state.key for state in falls.falling], [state.key for state in falls.weakened]


def test_claims_fall_with_their_only_origin_and_are_weakened_by_the_loss_of_one_of_several(
    sketch: Any, reported: tuple[str, str, str]
) -> None:
    a, b, c = reported
    assert fallen(sketch, "KCNA") == ([a], [b])
    assert fallen(sketch, "A witness") == ([c], [b])
    assert fallen(sketch, "KCNA", OriginKind.STATE_MEDIA) == ([a], [])
    assert fallen(sketch, "Reuters") == ([], [])


def test_the_origin_of_an_article_that_contradicts_holds_nothing_up(
    sketch: Any, reported: tuple[str, str, str]
) -> None:
    a, b, _ = reported
    (other,) = sketch.article("It stayed.")
    sketch.relate("ann", a, other, Relation.CONTRADICTS)
    confirm(sketch, a, "Reuters", other, kind=OriginKind.WIRE)
    assert fallen(sketch, "KCNA") == ([a], [b])
    assert fallen(sketch, "Reuters") == ([], [])


def test_the_origin_of_the_words_alone_holds_nothing_up(sketch: Any) -> None:
    (a,) = sketch.article("It left.")
    confirm(sketch, a, "Halyard", a, layer=OriginLayer.WORDS)
    assert fallen(sketch, "Halyard") == ([], [])


def test_known_origins_are_listed_with_their_kinds_and_claims(sketch: Any, reported: tuple[str, str, str]) -> None:
    a, b, c = reported
    confirm(sketch, a, "Halyard", a, layer=OriginLayer.WORDS)
    known = known_origins(sketch.states())
    assert [(each.layer, each.name, each.claims) for each in known] == [
        (OriginLayer.WORDS, "Halyard", 1),
        (OriginLayer.KNOWLEDGE, "KCNA", 2),
        (OriginLayer.KNOWLEDGE, "a witness", 2),
    ]
    assert set(known[1].kinds) == {OriginKind.STATE_MEDIA, OriginKind.WIRE}
    assert known[1].articles == (sketch.of(a),)
    sketch.decide("ann", c, DiscardClaim())
    assert known_origins(sketch.states())[2].claims == 1
    assert fallen(sketch, "a witness") == ([], [b])
