"""What a reviewer relies on when articles are said to share an origin."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from workbench.articles.model import Article, Block
from workbench.claims.model import Claim
from workbench.matching import shared_origins
from workbench.vocabulary import BlockKind, SharedOrigin

LOCK = "The great lock at Varnholm jammed shut on Monday night, trapping eleven barges laden with grain in its basin."
CREW = (
    "Divers found a snapped chain under the eastern gate, and engineers worked until dawn to lift it clear of the sill."
)
TRADE = (
    "Mills along the upper canal have flour for nine days, the millers' guild estimates, and bakers fear a shortage."
)
TOLL = "The canal company waived its tolls for the week and opened a narrow side channel to passenger boats only."
HISTORY = "The lock was last closed in the winter of 1987, when ice as thick as a man's arm bent both of its gates."
MOORINGS = (
    "Skippers spent the night at the moorings, where volunteers from the village handed out soup and dry blankets."
)
QUOTE = "“Nobody told us that the chain had been spliced twice before, and nobody will tell us who signed for it,”"
WIRE = (LOCK, CREW, TRADE, TOLL, HISTORY, MOORINGS)

OWN_A = "Our reporter walked the towpath on Tuesday and counted the boats; at noon there were forty waiting upstream."
OWN_B = "At the inn beside the weir they speak of little else, and the landlady keeps a tally of strangers on a slate."
OWN_C = "Council papers seen by this newspaper show that the repair budget was halved in each of the past three years."
OWN_D = "Farmers further east say they will send the harvest by rail if the waterway stays blocked beyond the weekend."


def kinds(groups):
    """Return which articles are in groups of which kind."""
    return {(group.kind, group.articles) for group in groups}


def of_kind(groups, kind):
    """Return the groups of one kind."""
    return [group for group in groups if group.kind is kind]


def edited(paragraph):
    """Return a paragraph as a sub-editor might leave it."""
    return paragraph.replace("Monday night", "Monday").replace("great ", "").replace("estimates", "reckons")


def test_a_copy_with_another_headline_cut_paragraphs_and_edited_words_is_found(make_article):
    wire = make_article((BlockKind.TITLE, ["Barges trapped as lock jams"]), *WIRE, name="a")
    copy = make_article(
        (BlockKind.TITLE, ["Bread may run short, warn bakers"]), OWN_A, *map(edited, WIRE[:3]), OWN_B, name="b"
    )
    (group,) = shared_origins([wire, copy, make_article(OWN_C, OWN_D, name="c")])
    assert (group.kind, group.articles) == (SharedOrigin.WORDS, ("a", "b"))
    assert "of the shorter article (partially derived)" in group.reason


def test_a_shared_passage_begins_and_ends_with_the_shared_words_in_both(make_article):
    wire = make_article(OWN_A, LOCK, CREW, TRADE, name="a")
    copy = make_article(LOCK.upper(), f"{CREW} {TRADE}", OWN_B, name="b")
    (group,) = shared_origins([wire, copy])
    (passage,) = group.passages
    assert wire.text[passage.a_start : passage.a_end] == "\n\n".join((LOCK, CREW, TRADE)).rstrip(".")
    assert copy.text[passage.b_start : passage.b_end] == f"{LOCK.upper()}\n\n{CREW} {TRADE}".rstrip(".")
    assert passage.words == len(f"{LOCK} {CREW} {TRADE}".split())


def test_words_put_in_between_part_a_passage(make_article):
    wire = make_article(LOCK, CREW, TRADE, name="a")
    copy = make_article(LOCK, OWN_B, CREW, TRADE, name="b")
    (group,) = shared_origins([wire, copy])
    assert [copy.text[p.b_start : p.b_end] for p in group.passages] == [LOCK[:-1], f"{CREW}\n\n{TRADE}"[:-1]]


def test_a_whole_copy_is_called_wholly_derived(make_article):
    (group,) = shared_origins([make_article(*WIRE, name="a"), make_article(*WIRE, OWN_A, OWN_B, OWN_C, name="b")])
    assert group.reason == "The same words stand in them: 100% of the shorter article (wholly derived)."


def test_copies_of_one_report_are_one_group_even_if_they_kept_different_halves(make_article):
    articles = [make_article(*WIRE, name="a"), make_article(*WIRE[:3], OWN_A, name="b")]
    articles.append(make_article(*WIRE[3:], OWN_B, name="c"))
    assert kinds(shared_origins(articles)) == {(SharedOrigin.WORDS, ("a", "b", "c"))}


@pytest.mark.parametrize("number", [40, 90])
def test_a_report_that_very_many_carry_is_still_one_group(make_article, number):
    names = [f"{each:03}" for each in range(number)]
    articles = [make_article(f"The view from town {name}.", *WIRE, name=name) for name in names]
    assert kinds(shared_origins(articles)) == {(SharedOrigin.WORDS, tuple(names))}


def test_a_repeated_paragraph_is_no_more_than_one_shared_paragraph(make_article):
    article = make_article(*[LOCK] * 20, name="a")
    assert shared_origins([article, make_article(*WIRE, OWN_A, OWN_B, OWN_C, OWN_D, HISTORY, name="b")]) == ()


@pytest.mark.parametrize(
    "kind", [BlockKind.BOILERPLATE, BlockKind.PROMO, BlockKind.CREDIT, BlockKind.DATELINE], ids=str
)
def test_what_does_not_speak_for_an_article_makes_no_copy(make_article, kind):
    shared = (kind, [f"{TRADE} {TOLL} {HISTORY}"])
    assert shared_origins([make_article(OWN_A, shared, name="a"), make_article(OWN_B, shared, name="b")]) == ()


def test_a_copyright_line_or_headline_in_common_makes_no_copy(make_article):
    rights = (
        "Copyright 2023 Canal Towns Media. This material may not be published, broadcast, rewritten or redistributed."
    )
    title = (BlockKind.TITLE, ["Lock jams at Varnholm and traps eleven barges with grain"])
    a = make_article(title, OWN_A, OWN_C, OWN_A.upper()[::-1], rights, name="a")
    b = make_article(title, OWN_B, OWN_D, OWN_B.upper()[::-1], rights, name="b")
    assert shared_origins([a, b]) == ()


def test_a_quotation_in_common_makes_no_copy_but_is_told_apart(make_article):
    a = make_article(OWN_A, f"{QUOTE} said the lock keeper, Odo Brandt.", name="a")
    b = make_article(OWN_B, f"The keeper was angry. {QUOTE} he complained.", OWN_C, name="b")
    (group,) = shared_origins([a, b])
    assert (group.kind, group.articles) == (SharedOrigin.QUOTATION, ("a", "b"))
    (passage,) = group.passages
    assert a.text[passage.a_start : passage.a_end] in QUOTE
    assert b.text[passage.b_start : passage.b_end] in QUOTE


def test_two_quotations_in_common_with_different_articles_are_two_groups(make_article):
    other = "“We shall have the gate open by Thursday at the latest, and the boats will pass in the order they came,”"
    a = make_article(OWN_A, f"{QUOTE} said Brandt.", name="a")
    b = make_article(OWN_B, f"{QUOTE} he said.", OWN_C, f"{other} the engineer said.", name="b")
    c = make_article(OWN_D, f"{other} she added.", name="c")
    assert kinds(shared_origins([a, b, c])) == {
        (SharedOrigin.QUOTATION, ("a", "b")),
        (SharedOrigin.QUOTATION, ("b", "c")),
    }


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("VARNHOLM (Farlight) – ", "ODE, Norland, May 3 (Farlight) — "),
        ("Varnholm (Reuters) - ", "(REUTERS) -- "),
        ("ST. OLAF (AP) — ", "VARNHOLM, Norland (The Associated Press) – "),
    ],
)
def test_the_same_agency_in_two_datelines_is_an_origin(make_article, a, b):
    articles = [make_article(a + OWN_A, name="a"), make_article(b + OWN_B, name="b"), make_article(OWN_C, name="c")]
    (group,) = shared_origins(articles)
    assert (group.kind, group.articles) == (SharedOrigin.AGENCY, ("a", "b"))
    assert group.reason == f"They credit the same agency: {group.name}."


@pytest.mark.parametrize(
    "paragraph",
    [
        (BlockKind.DATELINE, ["By our own staff and Farlight | Tuesday 2 May"]),
        (BlockKind.CREDIT, ["With reporting from Farlight"]),
    ],
    ids=["byline", "report credit"],
)
def test_an_agency_seen_in_a_dateline_is_found_in_the_credits_of_others(make_article, paragraph):
    a, b = make_article("VARNHOLM (Farlight) – " + OWN_A, name="a"), make_article(paragraph, OWN_B, name="b")
    assert kinds(shared_origins([a, b])) == {(SharedOrigin.AGENCY, ("a", "b"))}


@pytest.mark.parametrize("line", ["By Jane Roe, Reuters", "Reuters", "By Jane Roe and Odo Brandt/Reuters"])
def test_a_credit_right_below_the_headline_is_a_byline(make_article, line):
    a = make_article("VARNHOLM, May 3 (Reuters) _ " + OWN_A, name="a")
    b = make_article((BlockKind.TITLE, ["Boats wait"]), (BlockKind.CREDIT, [line]), OWN_B, name="b")
    assert kinds(shared_origins([a, b])) == {(SharedOrigin.AGENCY, ("a", "b"))}


def test_a_byline_that_the_article_states_is_read_too(make_article):
    a, b = make_article(OWN_A, name="a"), make_article(OWN_B, name="b")
    a, b = replace(a, byline="Odo Brandt, Associated Press"), replace(b, byline="AP and staff")
    assert kinds(shared_origins([a, b])) == {(SharedOrigin.AGENCY, ("a", "b"))}


@pytest.mark.parametrize(
    "paragraph",
    [
        (BlockKind.CREDIT, ["Photo: AP"]),
        (BlockKind.CREDIT, ["By Jane Roe/AP"]),
        (BlockKind.CREDIT, ["(AP Photo/Jane Roe)"]),
        (BlockKind.CAPTION, ["VARNHOLM (AP) – The lock on Monday."]),
        "Members of the guild (Millers) – and their guests – were told to wait.",
        "The Associated Press asked the company, which did not answer.",
    ],
)
def test_the_credit_of_a_picture_and_words_in_the_text_credit_nobody_with_the_article(make_article, paragraph):
    articles = [make_article(paragraph, own, name=name) for name, own in (("a", OWN_A), ("b", OWN_B))]
    assert of_kind(shared_origins(articles), SharedOrigin.AGENCY) == []


def claim(article, asserter):
    """Return a claim of an article by an asserter."""
    return Claim(article, 0, 1, "x", (0,), asserter)


def test_the_same_asserter_in_different_articles_is_an_origin_of_what_they_know(make_article):
    articles = [make_article(own, name=name) for name, own in zip("abcd", (OWN_A, OWN_B, OWN_C, OWN_D), strict=True)]
    claims = [
        claim("a", "lock keeper Odo Brandt"),
        claim("b", "Brandt"),
        claim("c", "Odo Brandt, who keeps the lock"),
        claim("c", "officials"),
        claim("d", "officials"),
        claim("d", None),
        claim("elsewhere", "Odo Brandt"),
    ]
    (group,) = shared_origins(articles, claims)
    assert (group.kind, group.articles, group.name) == (SharedOrigin.ASSERTER, ("a", "b", "c"), "Odo Brandt")
    assert group.reason == "They report what Odo Brandt says."


def test_a_surname_that_two_people_bear_is_neither_of_them(make_article):
    articles = [make_article(own, name=name) for name, own in zip("abc", (OWN_A, OWN_B, OWN_C), strict=True)]
    claims = [claim("a", "mayor Ilse Brandt"), claim("b", "keeper Odo Brandt"), claim("c", "Mr Brandt")]
    assert shared_origins(articles, claims) == ()


def test_an_article_given_twice_is_no_second_witness_and_none_is_no_error(make_article):
    article = make_article(*WIRE, name="a")
    assert shared_origins([article, article]) == shared_origins([article]) == shared_origins([]) == ()


PARAGRAPHS = st.sampled_from([*WIRE, OWN_A, OWN_B, OWN_C, QUOTE, "VARNHOLM (Farlight) – " + OWN_D, "“", "(Photo: AP)"])
KINDS = st.sampled_from(list(BlockKind))
NOISE = st.text(max_size=60)


@st.composite
def collections(draw):
    """Draw articles put together from a few paragraphs and anything else."""
    articles = []
    for number in range(draw(st.integers(0, 5))):
        text, blocks = "", []
        for paragraph in draw(st.lists(st.one_of(PARAGRAPHS, PARAGRAPHS, NOISE), max_size=8)):
            blocks.append(Block(len(text), len(text) + len(paragraph), draw(st.one_of(st.just(BlockKind.BODY), KINDS))))
            text += paragraph + "\n\n"
        articles.append(Article(text, tuple(blocks), (), f"key {number}", "article"))
    return articles


@settings(deadline=None)  # the first call imports what later calls find loaded
@given(collections(), st.randoms(use_true_random=False))
def test_the_order_of_articles_and_claims_changes_nothing(articles, dice):
    claims = [claim(each.sha256, dice.choice(["Odo Brandt", "Brandt", "Ilse Brandt", None])) for each in articles]
    groups = shared_origins(articles, claims)
    dice.shuffle(articles)
    dice.shuffle(claims)
    assert shared_origins(articles, claims) == groups


@settings(deadline=None)
@given(collections())
def test_groups_name_two_articles_or_more_and_passages_hold_their_words_at_true_offsets(articles):
    texts = {article.sha256: article.text for article in articles}
    for group in shared_origins(articles):
        assert len(group.articles) >= 2
        assert list(group.articles) == sorted(set(group.articles))
        for passage in group.passages:
            assert {passage.a_article, passage.b_article} <= set(group.articles)
            a = texts[passage.a_article][passage.a_start : passage.a_end]
            b = texts[passage.b_article][passage.b_start : passage.b_end]
            assert 8 <= passage.words <= min(len(a), len(b))
            assert a.split()[0].casefold().strip("“”().") == b.split()[0].casefold().strip("“”().")


@settings(deadline=None)
@given(st.text(), st.text())
def test_any_text_whatever_is_read(a, b):
    both = [
        Article(text, (Block(0, len(text), BlockKind.BODY),), (), key, key)
        for key, text in (("a", a), ("b", b + a * 9))
    ]
    for group in shared_origins(both):
        assert group.articles == ("a", "b")
