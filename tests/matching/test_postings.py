"""Laws of the postings of an index, and of the words that texts are indexed by."""

from array import array

from hypothesis import given
from hypothesis import strategies as st

from workbench.matching.postings import PLACE_TYPE, MemoryPostings
from workbench.matching.tokens import content_stems, tokenize, written_words

HELD = st.dictionaries(st.integers(0, 30), st.sets(st.integers(0, 6)), max_size=15)


@given(HELD, st.randoms(use_true_random=False), st.data())
def test_postings_are_ascending_and_hold_what_was_added_and_not_removed(held, random, data):
    postings = MemoryPostings()
    postings.add(0, range(7))
    postings.remove(0, range(7))
    for place in random.sample(sorted(held), len(held)):
        postings.add(place, sorted(held[place]))
    gone = data.draw(st.sets(st.sampled_from(sorted(held)))) if held else set()
    for place in gone:
        postings.remove(place, held[place])
    for term in range(7):
        expected = [place for place in sorted(held) if term in held[place] and place not in gone]
        assert list(postings.places(term)) == expected
        assert list(postings.counts([term])) == [len(expected)]


def test_a_posting_survives_as_a_blob():
    postings = MemoryPostings()
    for place in (3, 70_000, 5):
        postings.add(place, [0])
    blob = postings.places(0).tobytes()
    assert len(blob) == 12
    assert list(array(PLACE_TYPE, blob)) == [3, 5, 70_000]


@given(
    st.text(max_size=60)
    | st.sampled_from(["Ministers' aides didn\u2019t resign", "The U.S. caf\u00e9s re-opened, 1,300 said"])
)
def test_the_words_of_an_index_are_the_content_words_of_the_text(text):
    expected = {word.stem for word in tokenize(text, 9) if word.is_content}
    assert content_stems(written_words(text, 9)) == expected - {""}
