"""Quotations of two passages that render one utterance: paired, aligned word by word, and shown as what they are."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from workbench.matching import QuoteVariant, compare, quote_variants
from workbench.matching.quotations import quotation_spans
from workbench.matching.tokens import spelling, tokenize
from workbench.matching.words import word_list
from workbench.vocabulary import Facet, QuoteVariantKind, Relation

SAME, TRANSLATION, PARAPHRASE, ELLIPSIS, TRUNCATION, TURNED = (
    QuoteVariantKind.SAME,
    QuoteVariantKind.TRANSLATION,
    QuoteVariantKind.PARAPHRASE,
    QuoteVariantKind.ELLIPSIS,
    QuoteVariantKind.TRUNCATION,
    QuoteVariantKind.TURNED,
)


def only(a: str, b: str) -> QuoteVariant:
    """Return the variant of two quotations, each in a passage of its own."""
    (variant,) = quote_variants(f"The mayor spoke: “{a}”", f"In the town hall he was heard: “{b}”")
    return variant


def judged(a: str, b: str) -> tuple[QuoteVariantKind, str]:
    """Return what two quotations are to each other, and why, the same in either direction."""
    one, other = only(a, b), only(b, a)
    assert (one.kind, one.reason) == (other.kind, other.reason)
    return one.kind, one.reason


def shown(variant: QuoteVariant, a: str, b: str) -> str:
    """Return the aligned words as one line: shared words plainly, others as [here/there]."""

    def told(text: str, span: tuple[int, int] | None) -> str:
        return text[slice(*span)] if span else "–"

    words = [(told(a, word.a), told(b, word.b), word.same) for word in variant.words]
    return " ".join(here if same else f"[{here}/{there}]" for here, there, same in words)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("We will pay the miners", "WE WILL PAY, the Miners!"),
        ("It’s the miners’ café - and the U.S. envoy’s", "It's the miners' cafe, and the US envoy's"),
        ("The cease-fire holds on-line, at 1,200 sites", "The ceasefire holds online at 1200 sites"),
        ("We urge them to cease the talks", "We urge [the miners] them to cease (all) the talks"),
        ("We … will pay the miners", "We will pay the miners"),
    ],
)
def test_the_same_words_in_another_print_are_the_same(a, b):
    assert judged(a, b)[0] is SAME


@pytest.mark.parametrize("mark", ["…", "...", "[…]", "(...)"])
def test_words_left_out_with_a_sign_are_an_ellipsis(mark):
    whole = "The talks, which were long and friendly, ended in a treaty for the valley"
    told = "left out, with a sign: “which were long and friendly”"
    assert judged(whole, f"The talks {mark} ended in a treaty for the valley") == (ELLIPSIS, told)
    assert judged(whole, f"The talks, which were long and friendly, ended in a treaty {mark}")[0] is ELLIPSIS


@pytest.mark.parametrize(
    ("part", "left_out"),
    [
        ("We want bread for the miners", "“and peace in the valley”"),
        ("bread for the miners and peace in the valley", "“We want”"),
        ("bread for the miners", "“We want”, “and peace in the valley”"),
        ("We want bread and peace in the valley", "“for the miners”"),
    ],
)
def test_words_left_out_without_a_sign_are_a_truncation(part, left_out):
    whole = "We want bread for the miners and peace in the valley"
    assert judged(whole, part) == (TRUNCATION, f"left out, without a sign: {left_out}")


@pytest.mark.parametrize(
    ("whole", "part", "left_out"),
    [
        ("We will not fight in the valley", "We will fight in the valley", "not"),
        ("We will not fight in the valley", "We will … fight in the valley", "not"),
        ("There is no evidence of a war in the valley", "evidence of a war in the valley", "no"),
        ("We have seen no evidence of a war", "We have seen evidence of a war", "no"),
        ("We signed with Vellmar nothing that binds us", "We signed with Vellmar …", "nothing"),
        ("We will pay the miners if the envoy comes", "We will pay the miners", "if the envoy comes"),
        ("We will pay the miners unless they strike", "We will pay the miners …", "unless they strike"),
        ("If you come here, we will answer with fire", "we will answer with fire", "If you come here"),
        ("We will pay the miners, but not today", "We will pay the miners", "but not today"),
        ("We will pay the miners. But not today.", "We will pay the miners.", "But not today"),
        ("We will pay all miners except the cooks", "We will pay all miners", "except the cooks"),
        ("We could win the vote in May", "We … win the vote in May", "could"),
        ("We will win the vote in May, perhaps", "We will win the vote in May", "perhaps"),
        ("Only the miners took the valley", "The miners took the valley", "Only"),
        ("I think we will win the vote in May", "we will win the vote in May", "I think"),
        ("They say that we sold arms to the rebels", "we sold arms to the rebels", "They say that"),
        ("We sold arms to the rebels, they say", "We sold arms to the rebels", "they say"),
        ("According to them, the miners took arms", "the miners took arms", "According to them"),
    ],
)
def test_what_changes_the_meaning_when_it_is_left_out_turns_the_quotation(whole, part, left_out):
    assert judged(whole, part) == (TURNED, f"left out: “{left_out}”")


@pytest.mark.parametrize(
    ("whole", "part"),
    [
        ("We want interests, not warnings from Vellmar", "We want interests"),
        ("The talks, which were not easy, ended in a treaty", "The talks … ended in a treaty"),
        ("We want peace here. We do not need advice.", "We want peace here."),
        ("He will not come and we will answer with fire", "we will answer with fire"),
        ("We have seen proof that they did not pay the miners", "We have seen proof"),
        ("I repeat that we sold no arms to the rebels", "we sold no arms to the rebels"),
        ("It would be worrying if the envoy got the arms", "if the envoy got the arms"),
        ("We will pay the miners even if they strike", "We will pay the miners"),
        ("We came in May to pay the miners", "to pay the miners"),
    ],
)
def test_what_other_clauses_deny_turns_nothing(whole, part):
    assert judged(whole, part)[0] in (TRUNCATION, ELLIPSIS)


def test_what_the_outlet_says_outside_its_quotation_marks_is_not_left_out():
    whole = "He said: “We will pay the miners if the envoy comes to the valley.”"
    fair = "If the envoy comes, “we will pay the miners”, said the mayor."
    unfair = "“We will pay the miners”, said the mayor on Tuesday in the valley."
    assert [each.kind for each in quote_variants(whole, fair)] == [TRUNCATION]
    assert [each.kind for each in quote_variants(whole, unfair)] == [TURNED]


MATTERS = "What matters to us are the interests of our two countries, not warnings from Washington"
IMPORTANT = "Important to us are the interests of both our countries, and not Washington’s warnings"


def test_two_translations_are_laid_side_by_side():
    assert judged(MATTERS, IMPORTANT) == (TRANSLATION, "9 of 15 words the same, in the same order")
    a, b = f"“{MATTERS}”", f"“{IMPORTANT}”"
    (variant,) = quote_variants(a, b)
    assert shown(variant, a, b) == (
        "[What/Important] [matters/–] to us are the interests of [–/both] our [two/–] countries [–/and] not"
        " [warnings/–] [from/–] [Washington/Washington’s] [–/warnings]"
    )


@pytest.mark.parametrize(
    ("a", "b"),
    [
        (
            "The interests of our two countries are important for us",
            "What matters to us are the interests of our two countries",
        ),
        ("We won’t pay the miners in May", "We will not pay the miners in May"),
        ("He has taken the miners to the valley", "He took the miners into the valley"),
    ],
)
def test_other_words_in_the_same_order_are_another_rendering_and_nothing_is_left_out(a, b):
    assert judged(a, b)[0] is TRANSLATION


def test_the_same_content_in_other_words_is_a_paraphrase():
    a = "The valley needs its river more than any dam from the capital"
    b = "More than dams of the capital this valley needs a river"
    assert judged(a, b) == (PARAPHRASE, "5 of 5 words that carry content in common")


def test_a_quotation_that_the_speaker_interrupts_is_one():
    a = "“We will not,” the mayor said on Tuesday, “pay the miners.”"
    b = "“We will not pay the miners,” the mayor said on Tuesday."
    (variant,) = quote_variants(a, b)
    assert (variant.kind, shown(variant, a, b)) == (SAME, "We will not pay the miners")
    assert a[slice(*variant.a)] == "We will not,” the mayor said on Tuesday, “pay the miners."


def test_a_quotation_that_the_passage_cuts_is_not_cut_by_the_outlet():
    whole = "“We will pay the miners. But only if they leave the valley,” said the mayor."
    first = "“We will pay the miners."  # the mark that closes it stands behind the next sentence
    last = "But only if they leave the valley,” said the mayor."
    for passage in (first, last):
        (variant,) = quote_variants(whole, passage)
        assert (variant.kind, variant.reason) == (SAME, "the same words, as far as the passage goes")
    assert quote_variants(whole, "“We will pay the miners,” said the mayor.")[0].kind is TURNED


def test_two_outlets_may_cut_different_sentences_from_one_statement():
    a = "We came to the valley in May. We want bread for the miners."
    b = "We want bread for the miners. We shall leave in June."
    told = "left out, without a sign: “We came to the valley in May”, “We shall leave in June”"
    assert judged(a, b) == (TRUNCATION, told)


def test_each_quotation_has_one_partner_and_the_most_alike_come_first():
    a = "He spoke of “strategic importance”, and “the strategic importance of our ties to the valley”."
    b = "“The strategic importance of our ties to the valley” is of “strategic importance”."
    pairs = {(a[slice(*each.a)], b[slice(*each.b)]) for each in quote_variants(a, b)}
    assert pairs == {
        ("strategic importance", "strategic importance"),
        ("the strategic importance of our ties to the valley", "The strategic importance of our ties to the valley"),
    }


@pytest.mark.parametrize(
    "b",
    [
        "“Our river floods every spring, and nobody in the ministry listens,” the mayor said.",
        "The mayor said that they would pay the miners if the envoy came to the valley.",
        "“Well, well …” said the mayor, “who knows?”",
        "",
    ],
)
def test_another_utterance_is_no_variant(b):
    assert quote_variants("“We will pay the miners if the envoy comes to the valley,” said the mayor.", b) == ()


# Words without a number, a name or a negation, so that wording is all that can differ.
WORDS = st.sampled_from(
    word_list(
        "we will pay the miners of our valley in peace and want bread for them if they come but I think that perhaps"
    )
)
SIGNS = st.sampled_from([" ", " ", " ", ", ", ". ", " … ", " [...] ", " – "])
PARTS = st.lists(st.tuples(WORDS, SIGNS).map("".join), min_size=1, max_size=14)
QUOTED = PARTS.map("".join)
EDITED = st.builds(  # the same quotation, but for one stretch of it
    lambda parts, first, last, new: ("".join(parts), "".join([*parts[:first], *new, *parts[last:]])),
    PARTS,
    st.integers(0, 6),
    st.integers(3, 14),
    st.lists(st.sampled_from([" … ", "not ", "peace ", "[them] "]), max_size=2),
)
FRAMES = st.sampled_from(
    ["The mayor said: “{}”", "“{},” he said.", '"{}"', "„{}“, so the mayor", "“{}", "{}” he said."]
)
PASSAGES = st.lists(st.builds(lambda frame, words: frame.format(words), FRAMES, QUOTED), max_size=3).map(" ".join)
PAIRS = st.builds(lambda one, other, both: (one.format(both[0]), other.format(both[1])), FRAMES, FRAMES, EDITED)
NASTY = st.text(alphabet="we not. if…“”\"[]()„«»’',\n", max_size=60)


@given(PAIRS | st.tuples(PASSAGES | NASTY, PASSAGES | NASTY))
@example(("“We will,” he said, “pay. ”", "“we … pay”"))
def test_each_side_mirrors_the_other_and_every_place_is_true(passages):
    a, b = passages
    found = quote_variants(a, b)
    assert sorted((each.mirrored() for each in quote_variants(b, a)), key=lambda each: each.a) == list(found)
    for variant in found:
        for text, whole, places in (
            (a, variant.a, [word.a for word in variant.words if word.a]),
            (b, variant.b, [word.b for word in variant.words if word.b]),
        ):
            words = {(word.start + whole[0], word.end + whole[0]) for word in tokenize(text[slice(*whole)])}
            assert places
            assert places == sorted(set(places))
            assert words.issuperset(places)
        for word in variant.words:
            assert word.a or word.b
            if word.same:
                assert word.a
                assert word.b
                assert spelling(a[slice(*word.a)]) == spelling(b[slice(*word.b)])


@given(PASSAGES | NASTY)
def test_a_quotation_against_itself_is_the_same(passage):
    found = quote_variants(passage, passage)
    assert all((each.kind, each.a) == (SAME, each.b) for each in found)
    assert all(word.same and word.a == word.b for each in found for word in each.words)
    worded = [span for span in quotation_spans(passage) if tokenize(passage[slice(*span)])]
    assert all(any(each.a[0] <= start and end <= each.a[1] for each in found) for start, end in worded)


@given(EDITED)
def test_another_wording_alone_is_never_taken_for_a_contradiction(quotations):
    a, b = quotations
    comparison = compare(f"The mayor said: “{a}”", f"The mayor said: “{b}”")
    if {difference.facet for difference in comparison.differences} <= {Facet.QUOTE_WORDING}:
        assert comparison.suggestion is not Relation.CONTRADICTS


@pytest.mark.parametrize(
    ("a", "b"),
    [
        (MATTERS, IMPORTANT),
        ("We will pay the miners if the envoy comes", "We will pay the miners"),
        ("They say that we sold arms to the rebels", "we sold arms to the rebels"),
        ("The talks, which were long, ended in a treaty", "The talks … ended in a treaty"),
    ],
)
def test_a_variant_suggests_no_contradiction_and_a_turned_one_no_agreement(a, b):
    comparison = compare(f"The mayor told us: “{a}”", f"The mayor told us: “{b}”")
    assert {difference.facet for difference in comparison.differences} == {Facet.QUOTE_WORDING}
    assert comparison.suggestion is None


@pytest.mark.parametrize(
    "noise",
    ["“", "“we pay”", '"', "“we pay the … ", "we pay” ", "“we will,” he said, ", "“[we ", "“ ", "if but not "],
)
def test_a_megabyte_of_marks_is_read_no_further_than_the_bounds(noise):
    long = noise * (1_000_000 // len(noise))
    assert len(quote_variants(f"“We will pay the miners” {long}", f"{long} “We will pay the miners”")) <= 40
