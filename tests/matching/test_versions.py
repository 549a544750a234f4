"""What becomes of an article's claims and sentences when it is read again after it was changed."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from workbench.articles.model import Article
from workbench.claims.model import Claim
from workbench.matching import CarriedClaim, VersionChange, carry_over
from workbench.vocabulary import AnchorState, BlockKind, Facet

OPENING = "The harbour authority closed the northern quay on Tuesday."
FERRY = "All 214 passengers of the ferry Marigold were taken ashore by noon."
MAYOR = "“We will not reopen it before every pillar has been X-rayed,” said mayor Ilse Brandt."
CLOSING = "Repairs could cost four million euros, according to a first estimate."

Make = Callable[..., Article]


def claims_of(article: Article) -> list[Claim]:
    return [Claim(article.sha256, s.start, s.end, s.text, (n,)) for n, s in enumerate(article.sentences)]


@pytest.fixture
def change(make_article: Make) -> Callable[..., tuple[VersionChange, Article]]:
    """Return a maker of the change from one list of sentences to another, every sentence a claim in both."""

    def make(older: list[str], newer: list[str]) -> tuple[VersionChange, Article]:
        old, new = (make_article((BlockKind.BODY, parts), name=name) for parts, name in ((older, "a"), (newer, "b")))
        return carry_over(old, new, claims_of(old), claims_of(new)), new

    return make


def states(found: tuple[CarriedClaim, ...]) -> list[AnchorState]:
    return [claim.state for claim in found]


def test_each_claim_goes_to_the_claim_that_stands_where_its_words_do(change) -> None:
    found, newer = change([OPENING, FERRY, CLOSING], ["Latest news.", OPENING, FERRY.replace("ashore", "ashroe")])
    assert states(found.claims) == [AnchorState.EXACT, AnchorState.RELOCATED, AnchorState.ORPHANED]
    keys = [claim.key for claim in claims_of(newer)]
    assert [claim.newer for claim in found.claims] == [keys[1], keys[2], None]
    assert [claim.sentences for claim in found.claims] == [(1,), (2,), ()]
    assert [sentence.newer for sentence in found.sentences] == [(1,), (2,), ()]


def test_a_changed_number_is_found_again_but_does_not_carry_what_was_decided(change) -> None:
    found, _ = change([OPENING, FERRY], [OPENING, FERRY.replace("214", "241")])
    assert (found.claims[1].state, found.claims[1].differs) == (AnchorState.RELOCATED, (Facet.NUMBER,))
    assert (found.claims[0].carries, found.claims[1].carries) == (True, False)


@pytest.mark.parametrize(
    ("old", "new"),
    [("ashore", "ashroe"), ("“We", '"We'), ("X-rayed,” said", 'X-rayed," said'), ("estimate", "estimte")],
)
def test_slips_and_other_quotation_marks_carry_what_was_decided(change, old: str, new: str) -> None:
    parts = [OPENING, FERRY, MAYOR, CLOSING]
    found, _ = change(parts, [part.replace(old, new) for part in parts])
    assert all(claim.carries for claim in found.claims)
    assert states(found.claims).count(AnchorState.RELOCATED) == 1


def test_a_look_alike_that_stood_there_before_is_no_new_place(change) -> None:
    other = FERRY.replace("214", "215")
    found, _ = change([OPENING, FERRY, MAYOR, other], [OPENING, MAYOR, other])
    assert states(found.claims) == [AnchorState.EXACT, AnchorState.ORPHANED, AnchorState.EXACT, AnchorState.EXACT]


def test_two_claims_never_go_to_one_place(change) -> None:
    two = [FERRY.replace("214", "210"), FERRY.replace("214", "215")]
    found, _ = change([OPENING, two[0], MAYOR, two[1]], [OPENING, MAYOR, FERRY])
    assert AnchorState.RELOCATED not in states(found.claims)
    assert [claim.newer for claim in found.claims if claim.older in {found.claims[1].older, found.claims[3].older}] == [
        None,
        None,
    ]


def test_a_claim_that_is_extracted_nowhere_goes_to_the_place_of_its_words(make_article: Make) -> None:
    old = make_article((BlockKind.BODY, [OPENING, FERRY]), name="a")
    new = make_article((BlockKind.BODY, ["Update.", OPENING, FERRY]), name="b")
    both = Claim(old.sha256, 0, len(old.text), old.text, (0, 1))
    (claim,) = carry_over(old, new, [both], claims_of(new)).claims
    assert new.text[claim.start : claim.end] == claim.text == both.text
    assert (claim.state, claim.sentences) == (AnchorState.EXACT, (1, 2))


def test_sentences_that_say_something_new_are_counted(change) -> None:
    same, _ = change([OPENING, FERRY], [FERRY, OPENING])
    more, _ = change([OPENING, FERRY], [OPENING, FERRY, CLOSING, "Nobody was hurt."])
    longer, _ = change([OPENING], [OPENING[:-1] + ", and three people have died since, police said."])
    assert (same.added, more.added, longer.added) == (0, 2, 1)


def test_the_same_text_in_other_bytes_is_exact_throughout(make_article: Make) -> None:
    old = make_article((BlockKind.BODY, [OPENING, OPENING, "…", "…"]), name="a")
    found = carry_over(old, replace(old, sha256="b"), claims_of(old), claims_of(replace(old, sha256="b")))
    assert set(states(found.claims)) == {AnchorState.EXACT}
    assert [claim.start for claim in found.claims] == [sentence.start for sentence in old.sentences]
