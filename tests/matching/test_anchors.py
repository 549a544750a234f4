"""Words are found again in a changed text, or it is said that they are not: an anchor never moves silently."""

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from workbench.articles.model import Article, Block, Sentence
from workbench.matching import Anchor, carry_anchor
from workbench.matching.anchors import CONTEXT
from workbench.vocabulary import AnchorState, BlockKind

OPENING = "The harbour authority closed the northern quay on Tuesday."
FERRY = "All 214 passengers of the ferry Marigold were taken ashore by noon."
MAYOR = "“We will not reopen it before every pillar has been X-rayed,” said mayor Ilse Brandt."
DENIAL = "He denied it."
CLOSING = "Repairs could cost four million euros, according to a first estimate."
PLAIN = [OPENING, FERRY, MAYOR, CLOSING]

words = st.text("abcdefghij", min_size=2, max_size=7)
sentences = st.lists(words, min_size=3, max_size=8).map(lambda each: " ".join(each).capitalize() + ".")


def article(*parts: str) -> Article:
    """Make an article of one block out of sentences."""
    text, placed = "", []
    for part in parts:
        text += " " if text else ""
        placed.append(Sentence(len(text), len(text) + len(part), 0, part))
        text += part
    return Article(text, (Block(0, len(text), BlockKind.BODY),), tuple(placed), "key", "name")


def anchor_of(source: Article, number: int) -> Anchor:
    sentence = source.sentences[number]
    return Anchor.of(source, sentence.start, sentence.end)


def found(anchor: Anchor, target: Article) -> str | None:
    place = carry_anchor(anchor, target)
    return None if place.span is None else target.text[slice(*place.span)]


def test_an_anchor_keeps_the_words_their_context_and_their_place() -> None:
    source = article(*PLAIN)
    anchor = anchor_of(source, 1)
    assert source.text[anchor.start : anchor.end] == anchor.exact == FERRY
    assert source.text[: anchor.start].endswith(anchor.prefix)
    assert source.text[anchor.end :].startswith(anchor.suffix)
    assert len(anchor.prefix) == len(anchor.suffix) == CONTEXT


@given(st.lists(sentences, min_size=1, max_size=8), st.data())
def test_onto_the_same_text_every_anchor_is_exact_at_the_same_place(parts: list[str], data: st.DataObject) -> None:
    source = article(*parts, *data.draw(st.permutations(parts)))
    number = data.draw(st.integers(0, len(source.sentences) - 1))
    anchor = anchor_of(source, number)
    place = carry_anchor(anchor, source)
    assert (place.state, place.span) == (AnchorState.EXACT, (anchor.start, anchor.end))


@given(st.lists(sentences, min_size=1, max_size=6, unique=True), st.lists(sentences, max_size=4), st.data())
def test_text_put_in_elsewhere_leaves_an_anchor_exact_at_the_shifted_place(
    parts: list[str], new: list[str], data: st.DataObject
) -> None:
    number = data.draw(st.integers(0, len(parts) - 1))
    new = [each for each in new if each != parts[number]]
    at = data.draw(st.integers(0, len(parts)))
    target = article(*parts[:at], *new, *parts[at:])
    moved = target.sentences[number + (len(new) if at <= number else 0)]
    place = carry_anchor(anchor_of(article(*parts), number), target)
    assert (place.state, place.span) == (AnchorState.EXACT, (moved.start, moved.end))


@given(sentences, sentences, sentences)
def test_words_that_now_stand_twice_in_the_same_context_are_ambiguous(before: str, words_: str, after: str) -> None:
    assume(words_ not in (before, after))
    before, after = before * 3, after * 3  # more context than an anchor keeps
    anchor = anchor_of(article(before, words_, after), 1)
    place = carry_anchor(anchor, article(before, words_, after, before, words_, after))
    assert (place.state, place.span, len(place.candidates)) == (AnchorState.AMBIGUOUS, None, 2)


@given(st.lists(sentences, min_size=2, max_size=6, unique=True), st.data())
def test_words_that_were_deleted_are_orphaned(parts: list[str], data: st.DataObject) -> None:
    number = data.draw(st.integers(0, len(parts) - 1))
    anchor = Anchor.of(article(*parts, FERRY), len(" ".join(parts)) + 1, len(" ".join(parts)) + 1 + len(FERRY))
    assert carry_anchor(anchor, article(*parts)).state is AnchorState.ORPHANED
    assert carry_anchor(anchor_of(article(*parts, FERRY), number), article(FERRY)).state is AnchorState.ORPHANED


@given(st.text(max_size=60), st.text(max_size=60), st.data())
def test_any_text_gives_true_offsets(ours: str, theirs: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(ours)))
    end = data.draw(st.integers(start, len(ours)))
    source, target = (
        Article(text, (Block(0, len(text), BlockKind.BODY),), (Sentence(0, len(text), 0, text),), "key", "name")
        for text in (ours, theirs)
    )
    place = carry_anchor(Anchor.of(source, start, end), target)
    for span in (*place.candidates, *([place.span] if place.span else [])):
        assert 0 <= span[0] < span[1] <= len(theirs)


@pytest.mark.parametrize(
    "edited",
    [
        FERRY.replace("214", "241"),
        FERRY.replace("Marigold", "Marygold"),
        FERRY.replace("were", "where").replace("ashore", "ashroe"),
        FERRY.replace("passengers", "frightened passengers"),
        FERRY.replace("All", "The"),
        FERRY.replace("taken", "brought"),
    ],
)
def test_lightly_edited_words_are_relocated_and_whole(edited: str) -> None:
    anchor = anchor_of(article(*PLAIN), 1)
    target = article(OPENING, "Nobody was hurt.", edited, MAYOR)
    assert carry_anchor(anchor, target).state is AnchorState.RELOCATED
    assert found(anchor, target) == edited


def test_other_quotation_marks_are_an_edit_and_other_spaces_are_none() -> None:
    anchor = anchor_of(article(*PLAIN), 2)
    straight = MAYOR.replace("“", '"').replace("”", '"')
    assert carry_anchor(anchor, article(OPENING, straight)).state is AnchorState.RELOCATED
    wrapped = MAYOR.replace(" before ", "\nbefore ")
    assert carry_anchor(anchor, article(wrapped, OPENING)).state is AnchorState.EXACT


def test_dashes_at_the_ends_belong_to_the_words() -> None:
    credit = "--additional reporting by Ida Holm--"
    target = article(OPENING, credit, FERRY)
    place = carry_anchor(anchor_of(article(FERRY, credit), 1), target)
    assert (place.state, place.span) == (AnchorState.EXACT, (target.sentences[1].start, target.sentences[1].end))


def test_the_context_tells_which_of_several_places_is_meant() -> None:
    anchor = anchor_of(article(OPENING, DENIAL, FERRY, MAYOR, DENIAL, CLOSING), 1)
    target = article(CLOSING, DENIAL, MAYOR, OPENING, DENIAL, FERRY)
    place = carry_anchor(anchor, target)
    assert (place.state, place.start) == (AnchorState.EXACT, target.sentences[4].start)


def test_a_place_that_was_anothers_is_not_taken_for_one_that_is_gone() -> None:
    source = article(OPENING, DENIAL, FERRY, MAYOR, DENIAL, CLOSING)
    target = article(OPENING, FERRY, MAYOR, DENIAL, CLOSING)
    assert carry_anchor(anchor_of(source, 1), target).state is AnchorState.ORPHANED
    assert carry_anchor(anchor_of(source, 4), target).state is AnchorState.EXACT


def test_two_places_that_are_edited_alike_are_ambiguous() -> None:
    edited = FERRY.replace("214", "210")
    place = carry_anchor(anchor_of(article(*PLAIN), 1), article("Other.", edited, "News.", FERRY.replace("214", "215")))
    assert (place.state, place.span) == (AnchorState.AMBIGUOUS, None)
    assert len(place.candidates) == 2


def test_a_part_of_a_sentence_is_found_again_without_the_rest_of_it() -> None:
    part = "the northern quay was closed on Tuesday evening"
    before = article(f"The harbour authority said that {part}, and nobody knew why.")
    after = article(f"The quay is shut: the port said that {part.replace('evening', 'night')}, but nobody knew why.")
    start = before.text.index(part)
    assert found(Anchor.of(before, start, start + len(part)), after) == part.replace("evening", "night")
