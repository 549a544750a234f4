"""Laws of the index of claims."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.matching import ClaimIndex

VOCABULARY = "ferry quay pillar mayor crack 13 islands the of a Tuesday repairs euros – … “"
WORDS = st.sampled_from(VOCABULARY.split())
TEXTS = st.one_of(st.lists(WORDS, max_size=9).map(" ".join), st.text(max_size=20))
ROWS = st.dictionaries(st.text(min_size=1, max_size=3), st.tuples(TEXTS, st.sampled_from("xyz")), max_size=12)


def filled(rows) -> ClaimIndex:
    index = ClaimIndex()
    index.add_many((key, text, article) for key, (text, article) in rows.items())
    return index


@given(ROWS)
def test_a_text_is_its_own_best_candidate(rows):
    index = filled(rows)
    for text, _ in rows.values():
        best = index.candidates(text, limit=len(rows))
        same = {other for other, (words, _) in rows.items() if words == text}
        assert {candidate.key for candidate in best[: len(same)]} == same
        assert best[0].score == 100


@given(ROWS, TEXTS, st.randoms(use_true_random=False))
def test_the_order_of_adding_does_not_matter(rows, query, random):
    shuffled = list(rows.items())
    random.shuffle(shuffled)
    assert filled(dict(shuffled)).candidates(query) == filled(rows).candidates(query)


@given(ROWS, TEXTS, st.data())
def test_what_was_removed_leaves_no_trace(rows, query, data):
    index = filled(rows)
    gone = data.draw(st.sets(st.sampled_from(sorted(rows)))) if rows else set()
    for key in gone:
        index.remove(key)
    kept = {key: row for key, row in rows.items() if key not in gone}
    assert index.candidates(query) == filled(kept).candidates(query)
    assert len(index) == len(kept)
    assert not any(key in index for key in gone)


@given(ROWS, TEXTS, st.sampled_from("xyz"))
def test_the_claims_of_an_article_can_be_left_out(rows, query, article):
    found = filled(rows).candidates(query, exclude_article=article)
    assert all(rows[candidate.key][1] != article for candidate in found)


@given(ROWS, TEXTS, st.integers(1, 5))
def test_candidates_come_best_first_within_the_limit(rows, query, limit):
    found = filled(rows).candidates(query, limit=limit)
    assert len(found) <= limit
    assert found == sorted(found, key=lambda candidate: (-candidate.score, candidate.key))
    assert all(0 <= candidate.score <= 100 for candidate in found)


def test_adding_a_key_again_replaces_its_text():
    index = ClaimIndex()
    index.add("k", "The ferry sank", "x")
    index.add("k", "The quay is closed", "x")
    assert index.candidates("ferry") == []
    assert [candidate.key for candidate in index.candidates("quay")] == ["k"]


def test_rare_words_and_inflected_forms_lead_to_the_right_claim():
    index = ClaimIndex()
    index.add_many((f"common{number}", f"The council met on day {number} of the month.", "x") for number in range(50))
    index.add("right", "The council approved the acquisition of the lighthouse.", "y")
    assert index.candidates("Lighthouses were acquired by the council")[0].key == "right"


@pytest.mark.parametrize(
    ("query", "claim"),
    [
        ("North Korea fired a rocket.", "Pyongyang tested one at dawn."),
        ("The firm lost 1.2bn last year.", "Losses came to 1,200 million in twelve months."),
        ("The firm lost two million last year.", "Losses came to 2,000,000 in twelve months."),
        ("Zelenskyy spoke.", "Selenskyj was heard."),
        ("Lukashenko met Gorbachev.", "Gorbatschow saw Lukaschenko."),
    ],
)
def test_countries_amounts_and_spellings_lead_to_claims_that_say_it_otherwise(query, claim):
    index = ClaimIndex()
    index.add_many((f"{number}", f"The council met on day {number + 40} of the month.", "x") for number in range(9))
    index.add("right", claim, "y")
    assert index.candidates(query)[0].key == "right"


def test_of_two_claims_that_share_as_much_the_one_of_the_same_event_comes_first():
    index = ClaimIndex()
    index.add("likely", "Fire destroyed the old mill at Ferrow near the weir.", "a")
    index.add("same event", "Police at Ferrow think that the mill was set alight, the weir is closed.", "b")
    index.add("template", "Police at Stanning think that the school was set alight, the street is closed.", "c")
    found = [each.key for each in index.candidates("Fire destroyed the mill; police think it was set alight.")]
    assert found.index("same event") < found.index("template")


def test_claims_that_share_only_common_words_are_found_by_two_of_them_together():
    index = ClaimIndex()
    index.add_many((f"quay{number:05}", f"The quay has {number} steps.", "x") for number in range(5_000))
    index.add_many((f"mast{number:05}", f"The mast has {number} bolts.", "x") for number in range(5_000))
    index.add_many((f"both{number}", f"A mast fell on the quay, said witness {number}.", "y") for number in range(3))
    found = [each.key for each in index.candidates("Which mast hit which quay?", limit=3)]
    assert found == ["both0", "both1", "both2"]


def test_many_claims_of_one_template_do_not_hide_the_claim_itself():
    index = ClaimIndex()
    index.add_many((f"{number:04}", f"Bus line {number} is late.", "x") for number in range(1_000))
    assert index.candidates("Bus line 997 is late.")[0].key == "0997"


def test_of_more_equal_claims_than_are_asked_for_the_first_keys_are_given():
    rows = {f"{number:03}": ("The ferry sank", "x") for number in range(30)}
    backwards = dict(reversed(rows.items()))
    assert filled(backwards).candidates("The ferry sank", limit=5) == filled(rows).candidates("The ferry sank", limit=5)
    assert [each.key for each in filled(backwards).candidates("The ferry sank", limit=2)] == ["000", "001"]


def test_a_claim_finds_itself_among_thousands_that_hold_all_its_words():
    index = ClaimIndex()
    index.add_many((f"{number:05}", f"The ferry sank near quay {number}.", "x") for number in range(8_000))
    index.add("zzz", "The ferry sank.", "x")
    assert index.candidates("The ferry sank.")[0].key == "zzz"


def test_an_article_of_thousands_of_claims_does_not_hide_the_others_when_left_out():
    index = ClaimIndex()
    index.add_many((f"{number:05}", f"The ferry sank near quay {number}.", "own") for number in range(5_000))
    index.add("other", "A ferry sank off the islands.", "other")
    assert [each.key for each in index.candidates("The ferry sank near quay 7.", "own")] == ["other"]


def test_more_candidates_than_a_shortlist_can_be_asked_for():
    index = ClaimIndex()
    index.add_many((f"{number:04}", f"The ferry sank near quay {number}.", "x") for number in range(1_000))
    assert len(index.candidates("The ferry sank.", limit=700)) == 700


@given(ROWS, ROWS, TEXTS)
def test_what_takes_the_place_of_removed_claims_is_found_as_if_it_had_come_alone(before, after, query):
    index = filled(before)
    for key in before:
        index.remove(key)
    index.add_many((key, text, article) for key, (text, article) in after.items())
    assert index.candidates(query, "x") == filled(after).candidates(query, "x")
