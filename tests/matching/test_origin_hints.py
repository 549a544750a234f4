"""What a reviewer relies on when told where the words and the knowledge of a claim may come from."""

from dataclasses import replace
from datetime import date
from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from workbench.articles import read_article
from workbench.articles.model import Article, Block, Sentence
from workbench.bundled import bundled_folder
from workbench.claims import extract_claims
from workbench.claims.model import Claim
from workbench.matching import OriginGroup, Support, origin_hints, shared_origins
from workbench.vocabulary import BlockKind, Derivation, OriginKind, OriginLayer, SharedOrigin

LOCK = "The great lock at Varnholm jammed shut on Monday night and trapped eleven barges laden with grain in its basin."
EDITED = "The lock at Varnholm was jammed on Monday night, and eleven barges with grain sat trapped in the basin."
CREW = (
    "Divers found a snapped chain under the eastern gate, and engineers worked until dawn to lift it clear of the sill."
)
TRADE = "Mills along the upper canal have flour for nine days, and bakers in three towns already fear a shortage."
TOLL = "The canal company waived its tolls for the week and opened a narrow side channel to passenger boats only."
OWN_A = "Forty boats lay moored along the towpath on Tuesday, and more came down the river in the course of the night."
OWN_B = "At the inn beside the weir they speak of little else, and the landlady keeps a tally of strangers on a slate."


def supporting(article, *sentences):
    """Return the support that some sentences of an article are (all of them where none is told)."""
    numbers = sentences or range(len(article.sentences))
    return Support(article, tuple(numbers), tuple(extract_claims(article)))


def hints(*supports, groups=None):
    """Return the hints for a claim with these supports; the groups are those of their articles."""
    if groups is None:
        claims = [claim for support in supports for claim in support.claims]
        groups = shared_origins([support.article for support in supports], claims)
    return origin_hints(supports, groups)


def of_layer(found, layer):
    """Return who the origins of one layer are, and of which articles."""
    return [(hint.name, hint.kind, hint.articles) for hint in found if hint.layer is layer]


def words(*supports, **options):
    """Return the origins of the words, and of which articles."""
    return of_layer(hints(*supports, **options), OriginLayer.WORDS)


def knowledge(*supports, **options):
    """Return the origins of the knowledge, and of which articles."""
    return of_layer(hints(*supports, **options), OriginLayer.KNOWLEDGE)


def test_an_agency_in_two_datelines_is_one_origin_of_words_and_of_what_the_outlets_say_themselves(make_article):
    a = supporting(make_article("VARNHOLM (Farlight) – " + LOCK, name="a"))
    b = supporting(make_article("ODE, Norland, May 3 (Farlight) — " + LOCK, name="b"))
    of_words, of_knowledge = hints(a, b)
    assert (of_words.layer, of_words.kind, of_words.name) == (OriginLayer.WORDS, OriginKind.WIRE, "Farlight")
    assert (of_words.articles, of_words.derivation) == (("a", "b"), Derivation.VERBATIM)
    assert of_words.reason.startswith("Both credit Farlight (dateline). ")
    assert of_words.reason.endswith("of the supporting sentence stands in another of them word for word.")
    assert (of_knowledge.layer, of_knowledge.name) == (OriginLayer.KNOWLEDGE, "Farlight")
    assert (of_knowledge.articles, of_knowledge.derivation) == (("a", "b"), Derivation.VERBATIM)
    assert of_knowledge.reason == "Both have words of Farlight and name no source."


@pytest.mark.parametrize(
    ("paragraphs", "name", "kind", "place"),
    [
        (["VARNHOLM (Reuters) - " + LOCK], "Reuters", OriginKind.WIRE, "dateline"),
        ([(BlockKind.DATELINE, ["By Jane Roe, Associated Press"]), LOCK], "AP", OriginKind.WIRE, "byline"),
        ([LOCK, (BlockKind.CREDIT, ["With reporting from Xinhua"])], "Xinhua", OriginKind.STATE_MEDIA, "reported"),
        ([LOCK, TOLL + " (Reuters)"], "Reuters", OriginKind.WIRE, "last line"),
    ],
    ids=["dateline", "byline", "credit", "last line"],
)
def test_who_is_credited_with_an_article_is_the_origin_of_its_words_and_the_place_is_told(
    make_article, paragraphs, name, kind, place
):
    article = make_article(*paragraphs, name="a")
    number = next(number for number, sentence in enumerate(article.sentences) if LOCK in sentence.text)
    (of_words, of_knowledge) = hints(supporting(article, number))
    assert (of_words.layer, of_words.name, of_words.kind) == (OriginLayer.WORDS, name, kind)
    assert of_words.derivation is Derivation.UNKNOWN
    assert place in of_words.reason
    assert of_knowledge.reason == f"It credits {name} and names no source."


def test_an_agency_needs_no_credit_on_its_own_site_and_another_outlet_does(make_article):
    article = make_article(LOCK, name="a")
    assert words(supporting(replace(article, publisher="The TASS"))) == [("TASS", OriginKind.STATE_MEDIA, ("a",))]
    assert hints(supporting(replace(article, publisher="The Canal Herald"))) == ()


def test_what_stands_below_a_picture_is_from_those_credited_with_it_and_the_text_is_not(make_article):
    caption, credit = (BlockKind.CAPTION, [LOCK]), (BlockKind.CREDIT, ["KCNA via REUTERS"])
    article = make_article(caption, credit, OWN_A, name="a")
    found = hints(supporting(article, 0))
    assert [(hint.layer, hint.name, hint.kind) for hint in found] == [
        (OriginLayer.WORDS, "KCNA", OriginKind.STATE_MEDIA),
        (OriginLayer.WORDS, "Reuters", OriginKind.WIRE),
        (OriginLayer.KNOWLEDGE, "KCNA", OriginKind.STATE_MEDIA),
        (OriginLayer.KNOWLEDGE, "Reuters", OriginKind.WIRE),
    ]
    assert found[0].reason == "It credits KCNA (credit of the picture)."
    assert hints(supporting(article, 2)) == ()


def test_a_copy_that_credits_nobody_has_the_words_of_the_agency_that_the_other_credits(make_article):
    wire = make_article("VARNHOLM (Farlight) – " + LOCK, CREW, TRADE, name="a")
    copy = make_article(LOCK, CREW, TRADE, OWN_B, name="b")
    other = make_article("Eleven barges waited for the lock.", OWN_A, name="c")
    supports = supporting(wire, 0), supporting(copy, 0), supporting(other, 0)
    (hint, *_) = hints(*supports)
    assert (hint.name, hint.articles, hint.derivation) == ("Farlight", ("a", "b"), Derivation.VERBATIM)
    assert hint.reason.startswith("1 of 2 credits Farlight (dateline). ")


def test_a_changed_sentence_of_a_copy_is_called_rewritten(make_article):
    wire = make_article("VARNHOLM (Farlight) – " + LOCK, CREW, TRADE, TOLL, name="a")
    copy = make_article(EDITED, CREW, TRADE, TOLL, name="b")
    (hint, *_) = hints(supporting(wire, 0), supporting(copy, 0))
    assert (hint.articles, hint.derivation) == (("a", "b"), Derivation.REWRITE)
    assert "with some words changed" in hint.reason


def test_the_same_sentence_changed_in_articles_that_are_no_copies_shows_nothing(make_article):
    assert (
        hints(supporting(make_article(LOCK, OWN_A, name="a"), 0), supporting(make_article(EDITED, OWN_B, name="b"), 0))
        == ()
    )


def test_one_long_sentence_in_common_is_shared_words_though_the_articles_are_no_copies(make_article):
    a, b = make_article(LOCK, *[OWN_A] * 3, name="a"), make_article(LOCK, *[OWN_B] * 3, name="b")
    assert [articles for _, _, articles in words(supporting(a, 0), supporting(b, 0), groups=())] == [("a", "b")]
    assert words(supporting(a, 1), supporting(b, 0), groups=()) == []


@pytest.mark.parametrize("sentence", ["The lock jammed on Monday.", "Eleven barges were trapped in the basin."])
def test_a_short_sentence_in_common_is_chance(make_article, sentence):
    a, b = make_article(sentence, OWN_A, name="a"), make_article(sentence, OWN_B, name="b")
    assert hints(supporting(a, 0), supporting(b, 0)) == ()


def test_without_an_agency_the_outlet_with_the_earliest_date_had_the_words(make_article):
    a = replace(make_article(LOCK, CREW, TRADE, name="a"), publisher="Canal Herald", published=date(2023, 5, 3))
    b = replace(make_article(LOCK, CREW, TRADE, name="b"), publisher="The Weir Gazette", published=date(2023, 5, 2))
    (hint,) = hints(supporting(a, 0), supporting(b, 0))
    assert (hint.name, hint.kind, hint.articles) == ("Weir Gazette", OriginKind.OTHER_OUTLET, ("a", "b"))
    assert hint.reason.endswith("Weir Gazette has the earliest date.")


@pytest.mark.parametrize("published", [None, date(2023, 5, 3)])
def test_where_dates_do_not_tell_who_was_first_any_of_the_outlets_may_be(make_article, published):
    a = replace(make_article(LOCK, CREW, TRADE, name="a"), publisher="Weir Gazette", published=date(2023, 5, 3))
    b = replace(make_article(LOCK, CREW, TRADE, name="b"), publisher="Canal Herald", published=published)
    (hint,) = hints(supporting(a, 0), supporting(b, 0))
    assert hint.name == "Canal Herald / Weir Gazette"
    assert "dates do not say" in hint.reason


QUOTE = "“Nobody told us that the chain had been spliced twice before, and nobody will tell us who signed for it,”"


def test_outlets_that_quote_one_spokesman_have_words_of_their_own_and_one_knowledge(make_article):
    a = make_article(OWN_A, f"{QUOTE} harbour spokesman Odo Brandt said on Tuesday.", name="a")
    b = make_article(OWN_B, f"{QUOTE} said Odo Brandt, spokesman for the harbour.", name="b")
    c = make_article("Nobody had told them of the splices, according to harbour spokesman Brandt.", name="c")
    c = replace(c, publisher="Canal Herald")
    (hint,) = hints(supporting(a, 1), supporting(b, 1), supporting(c, 0))
    assert (hint.layer, hint.name, hint.articles) == (OriginLayer.KNOWLEDGE, "Odo Brandt", ("a", "b", "c"))
    assert (hint.kind, hint.derivation) == (OriginKind.OFFICIAL_STATEMENT, Derivation.SAME_ASSERTER)
    assert hint.reason == "All 3 name the same source: Odo Brandt."


def test_a_quotation_over_several_sentences_is_nobodys_own_words(make_article):
    speech = ["“We had the gate tested in April by two firms from the coast.", "It held, and nobody asked for more,”"]
    a = make_article((BlockKind.BODY, [*speech, "said Odo Brandt on Tuesday."]), name="a")
    b = make_article((BlockKind.BODY, ["Odo Brandt defended himself:", *speech, "he told the council."]), name="b")
    assert words(supporting(a, 0), supporting(b, 1)) == []


def test_an_article_that_is_no_support_shows_whose_the_sentence_is(make_article):
    wires = [make_article("VARNHOLM (Farlight) – " + LOCK, CREW, TRADE, name=name) for name in "ab"]
    copy = make_article(LOCK, CREW, TRADE, OWN_B, name="c")
    groups = shared_origins([*wires, copy])
    (hint, other) = hints(supporting(copy, 2), groups=groups)
    assert (hint.name, hint.articles, hint.derivation) == ("Farlight", ("c",), Derivation.VERBATIM)
    assert hint.reason == "It has a sentence of another article that credits Farlight."
    assert (other.layer, other.name) == (OriginLayer.KNOWLEDGE, "Farlight")
    assert hints(supporting(copy, 3), groups=groups) == ()


def test_a_sentence_put_into_a_copied_passage_is_not_the_agencys(make_article):
    wires = [make_article("VARNHOLM (Farlight) – " + LOCK, CREW, TRADE, name=name) for name in "ab"]
    copy = make_article(LOCK, "The mayor arrived by boat in the morning.", CREW, TRADE, name="c")
    assert hints(supporting(copy, 1), groups=shared_origins([*wires, copy])) == ()


def said(make_article, sentence, name="a", publisher=None):
    """Return the support that an article of one sentence is."""
    return supporting(replace(make_article(sentence, name=name), publisher=publisher))


@pytest.mark.parametrize(
    ("sentence", "name", "kind"),
    [
        ("The bridge is safe, state news agency KCNA reported on Monday.", "KCNA", OriginKind.STATE_MEDIA),
        ("The bridge is safe, according to Iranian state television.", "Iranian state television", "state_media"),
        ("Tass reported that the bridge was safe.", "TASS", OriginKind.STATE_MEDIA),
        ("The bridge is safe, the Associated Press reported.", "AP", OriginKind.WIRE),
        ("The bridge is safe, Russian news agencies reported.", "Russian news agencies", OriginKind.WIRE),
        ("The Financial Times reported that the bridge was closed.", "Financial Times", OriginKind.OTHER_OUTLET),
        ("The Kremlin said that the bridge was safe.", "Kremlin", OriginKind.OFFICIAL_STATEMENT),
        ("Washington said that the bridge was safe.", "United States", OriginKind.OFFICIAL_STATEMENT),
        ("Mayor Ilse Lind said that the bridge was safe.", "Ilse Lind", OriginKind.OFFICIAL_STATEMENT),
        ("Two officials said that the bridge was safe.", "Two officials", OriginKind.OFFICIAL_STATEMENT),
        ("The bridge burned all night, a witness said.", "witness", OriginKind.EYEWITNESS),
        ("Residents of Ode said that the bridge burned.", "Residents of Ode", OriginKind.EYEWITNESS),
        ("Satellite images show that the bridge is gone.", "Satellite images", OriginKind.DOCUMENT),
        ("According to data from the ministry, 14 trains ran.", "data from the ministry", OriginKind.DOCUMENT),
        ("The post on Weibo said that the bridge was gone.", "post on Weibo", OriginKind.SOCIAL_POST),
        ("Odo Brandt wrote on Telegram that the bridge was gone.", "Odo Brandt", OriginKind.SOCIAL_POST),
        ("Governor Ilse Lind wrote on Telegram that it burned.", "Ilse Lind", OriginKind.OFFICIAL_STATEMENT),
        ("Odo Brandt said that the bridge was gone.", "Odo Brandt", OriginKind.OFFICIAL_STATEMENT),
    ],
)
def test_whom_a_sentence_names_is_who_knows_it_and_words_tell_of_what_kind_they_are(make_article, sentence, name, kind):
    (hint,) = hints(said(make_article, sentence))
    assert (hint.layer, hint.name, hint.kind) == (OriginLayer.KNOWLEDGE, name, kind)
    assert hint.reason == f"It names its source: {name}."


@pytest.mark.parametrize(
    ("writings", "name"),
    [
        (["Kremlin spokesman Dmitry Peskov", "Peskov", "Mr Peskov"], "Dmitry Peskov"),
        (["Kim Jong Un", "North Korean leader Kim Jong-un"], "Kim Jong Un"),
        (["Karine Jean-Pierre", "Jean-Pierre"], "Karine Jean-Pierre"),
        (["Washington", "The United States", "The US government"], "United States"),
        (["The State Department", "The U.S. State Department"], "U.S. State Department"),
        (["South Korea’s Defense Ministry", "The South Korean defence ministry"], "South Korea’s Defense Ministry"),
        (["The Kremlin", "A spokesman for the Kremlin", "A Kremlin spokesman"], "Kremlin"),
        (["KCNA", "The Korean Central News Agency", "North Korea’s state news agency KCNA"], "KCNA"),
        (["The Financial Times", "Financial Times"], "Financial Times"),
    ],
)
def test_one_source_has_one_name_however_articles_call_it(make_article, writings, name):
    supports = [
        said(make_article, f"{writing} said that the bridge was safe.", name=str(number))
        for number, writing in enumerate(writings)
    ]
    found = knowledge(*supports)
    assert [(each, articles) for each, _, articles in found] == [(name, tuple(s.article.sha256 for s in supports))]


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("South Korea’s Defense Ministry", "Japan’s Defense Ministry"),
        ("Mayor Ilse Brandt", "Keeper Odo Brandt"),
        ("Kim Jong Un", "The UN"),
        ("Putin", "Putin’s doctor"),
        ("Police in Ode", "Police in Varnholm"),
    ],
)
def test_sources_that_only_share_words_are_not_one(make_article, a, b):
    supports = [said(make_article, f"{who} said that the bridge was safe.", name=who) for who in (a, b)]
    assert sorted(articles for _, _, articles in knowledge(*supports)) == sorted([(a,), (b,)])


def test_two_who_say_it_side_by_side_are_two_sources(make_article):
    sentence = "Moscow and Pyongyang denied that they trade in arms."
    assert [name for name, _, _ in knowledge(said(make_article, sentence))] == ["Russia", "North Korea"]


def test_a_surname_is_whom_the_collection_knows_by_it(make_article):
    support = said(make_article, "Peskov said that the bridge was safe.")
    group = OriginGroup(("a", "z"), SharedOrigin.ASSERTER, "They report what Dmitry Peskov says.", "Dmitry Peskov")
    assert [name for name, _, _ in knowledge(support, groups=[group])] == ["Dmitry Peskov"]


def test_nameless_sources_may_be_different_people_and_the_reason_says_so(make_article):
    supports = [said(make_article, "US officials said that the bridge was safe.", name=name) for name in "ab"]
    (hint,) = hints(*supports)
    assert hint.articles == ("a", "b")
    assert hint.reason.endswith("No person is named, so these may be different people.")


def test_who_passes_on_what_another_says_comes_behind_the_other(make_article):
    found = knowledge(said(make_article, "KCNA reported that Kim Jong Un said the launch was a success."))
    assert [name for name, _, _ in found] == ["Kim Jong Un", "KCNA"]
    found = hints(said(make_article, "The chain had been spliced twice, Odo Brandt told Reuters on Tuesday."))
    assert [(hint.name, hint.reason) for hint in found] == [
        ("Odo Brandt", "It names its source: Odo Brandt."),
        ("Reuters", "It has it through Reuters."),
    ]


@pytest.mark.parametrize(
    ("sentence", "shown"),
    [
        ("Our correspondent saw fourteen carriages at the station.", "Our correspondent"),
        ("Papers seen by this newspaper show that the budget was halved.", "seen by this newspaper"),
        ("The budget was halved, the Ledger has learned from papers of the council.", "the Ledger has learned"),
        ("We found that the budget was halved.", "We found"),
        ("A Harbour Ledger reporter counted fourteen carriages at the station.", "Harbour Ledger reporter"),
    ],
)
def test_what_the_outlet_says_that_it_found_itself_its_own_reporter_knows(make_article, sentence, shown):
    (hint,) = hints(said(make_article, sentence, publisher="The Harbour Ledger"))
    assert (hint.layer, hint.kind, hint.name) == (OriginLayer.KNOWLEDGE, OriginKind.OWN_REPORTER, "Harbour Ledger")
    assert hint.derivation is Derivation.OWN_REPORTING
    assert hint.reason == f"It says that Harbour Ledger found it out: “{shown}”."


@pytest.mark.parametrize(
    "sentence",
    [
        "Fourteen carriages stood at the station on Tuesday.",
        "A post of the Ledger stood at the station on Tuesday.",
        "The correspondent of another paper stood at the station on Tuesday.",
    ],
)
def test_what_the_outlet_says_without_a_sign_nobody_is_known_to_know(make_article, sentence):
    assert hints(said(make_article, sentence, publisher="The Harbour Ledger")) == ()


def test_what_a_speaker_calls_our_reporter_is_not_the_outlets(make_article):
    sentence = "“Our correspondent saw it, and this newspaper has seen the papers,” Odo Brandt said on Tuesday."
    assert [name for name, _, _ in knowledge(said(make_article, sentence))] == ["Odo Brandt"]


def test_who_told_the_outlet_itself_knows_and_the_outlet_heard_it(make_article):
    sentence = "The chain had been spliced twice, Odo Brandt told the Ledger on Tuesday."
    found = knowledge(said(make_article, sentence, publisher="Harbour Ledger"))
    assert [(name, kind) for name, kind, _ in found] == [
        ("Odo Brandt", OriginKind.OFFICIAL_STATEMENT),
        ("Harbour Ledger", OriginKind.OWN_REPORTER),
    ]


def test_an_outlets_own_report_and_those_that_cite_it_are_one_origin(make_article):
    own = said(make_article, "Our correspondent saw fourteen carriages.", name="a", publisher="The Harbour Ledger")
    cites = said(make_article, "The Harbour Ledger reported that there were fourteen carriages.", name="b")
    assert knowledge(own, cites) == [("Harbour Ledger", OriginKind.OTHER_OUTLET, ("a", "b"))]


def test_only_the_supporting_sentences_tell_who_knows(make_article):
    article = make_article(
        "Mayor Ilse Lind said that the bridge was safe.", "Fourteen carriages stood there.", name="a"
    )
    assert hints(supporting(article, 1)) == ()
    assert knowledge(supporting(article, 0, 1)) == [("Ilse Lind", OriginKind.OFFICIAL_STATEMENT, ("a",))]


def test_no_supports_and_a_support_without_sentences_or_claims_are_no_errors(make_article):
    article = make_article("VARNHOLM (Farlight) – " + LOCK, name="a")
    assert origin_hints((), ()) == ()
    assert words(Support(article, (), ())) == [("Farlight", OriginKind.WIRE, ("a",))]
    assert knowledge(Support(article, (), ())) == []
    assert knowledge(Support(article, (0,), ())) == [("Farlight", OriginKind.WIRE, ("a",))]


def test_supports_of_one_article_are_read_together(make_article):
    article = make_article("Mayor Ilse Lind said that it was safe.", "Odo Brandt said that it was safe.", name="a")
    assert hints(supporting(article, 0), supporting(article, 1)) == hints(supporting(article, 0, 1))


@cache
def demo():
    """Return the articles of the demo collection by their names, their claims, and the groups of the collection."""
    paths = sorted(path for path in (bundled_folder("seed") / "articles").iterdir() if path.is_file())
    articles = {path.stem: read_article(path.read_bytes(), name=path.name) for path in paths}
    claims = {name: tuple(extract_claims(article)) for name, article in articles.items()}
    return articles, claims, shared_origins(articles.values(), [claim for each in claims.values() for claim in each])


def demo_hints(**wanted):
    """Return the hints for supports given by name (with "_" for "-") and words of the sentence, with names for keys."""
    articles, claims, groups = demo()
    supports = []
    for name, said_there in wanted.items():
        article = articles[name.replace("_", "-")]
        numbers = [n for n, each in enumerate(article.sentences) if said_there in " ".join(each.text.split())]
        supports.append(Support(article, tuple(numbers), claims[name.replace("_", "-")]))
    names = {article.sha256: name for name, article in articles.items()}
    return [
        replace(hint, articles=tuple(sorted(map(names.get, hint.articles)))) for hint in origin_hints(supports, groups)
    ]


def test_demo_the_agencys_sentence_is_one_origin_of_words_and_of_knowledge():
    found = demo_hints(
        harbour_ledger="about 20 carriages",
        tidewater_courier="about 20 carriages",
        kestrel_post="had pulled into Khasan",
    )
    assert [(hint.layer, hint.name, hint.articles, hint.derivation) for hint in found] == [
        (layer, "Halyard", ("harbour-ledger", "tidewater-courier"), Derivation.VERBATIM) for layer in OriginLayer
    ]


def test_demo_peskov_is_one_origin_of_what_four_outlets_say_and_halyard_of_the_words_of_two():
    found = demo_hints(
        harbour_ledger="What matters to us",
        tidewater_courier="What matters to us",
        kestrel_post="Important to us",
        saltmarsh_review="The Kremlin’s line",
    )
    assert [(hint.layer, hint.name, hint.articles) for hint in found] == [
        (OriginLayer.WORDS, "Halyard", ("harbour-ledger", "tidewater-courier")),
        (
            OriginLayer.KNOWLEDGE,
            "Dmitry Peskov",
            ("harbour-ledger", "kestrel-post", "saltmarsh-review", "tidewater-courier"),
        ),
        (OriginLayer.KNOWLEDGE, "Russian news agencies", ("kestrel-post",)),
    ]


def test_demo_the_ledgers_own_sentence_is_not_called_a_copy():
    assert {hint.derivation for hint in demo_hints(harbour_ledger="welcomed the guest")} == {Derivation.UNKNOWN}


SENTENCES = st.sampled_from(
    [
        LOCK,
        EDITED,
        CREW,
        TRADE,
        OWN_A,
        QUOTE,
        "VARNHOLM (Farlight) – " + LOCK,
        "ODE (KCNA) – " + CREW,
        "KCNA via REUTERS",
        "By Jane Roe and Farlight",
        "Our correspondent saw it.",
        "Kremlin spokesman Dmitry Peskov said it was safe.",
        "Peskov told Reuters it was safe.",
        "Moscow and Pyongyang said it was safe.",
    ]
)
ASSERTERS = st.one_of(
    st.none(), st.sampled_from(["Peskov", "Dmitry Peskov", "officials", "he", "The Kremlin"]), st.text()
)
PUBLISHERS = st.one_of(st.none(), st.sampled_from(["The Ledger", "LEDGER", "TASS"]), st.text(max_size=8))


@st.composite
def collections(draw):
    """Draw supports put together from a few sentences and anything else, with claims by anybody."""
    supports = []
    for number in range(draw(st.integers(0, 4))):
        text, blocks, sentences, claims = "", [], [], []
        for part in draw(st.lists(st.one_of(SENTENCES, SENTENCES, st.text(min_size=1, max_size=40)), max_size=6)):
            kind = draw(st.one_of(st.just(BlockKind.BODY), st.sampled_from(list(BlockKind))))
            start, end = len(text), len(text) + len(part)
            sentences.append(Sentence(start, end, len(blocks), part))
            blocks.append(Block(start, end, kind))
            claims.append(Claim(f"key {number}", start, end, part, (len(blocks) - 1,), draw(ASSERTERS)))
            text += part + "\n\n"
        days = st.one_of(st.none(), st.dates(date(2023, 5, 1), date(2023, 5, 3)))
        article = Article(
            text,
            tuple(blocks),
            tuple(sentences),
            f"key {number}",
            "article",
            publisher=draw(PUBLISHERS),
            published=draw(days),
        )
        chosen = draw(st.sets(st.integers(0, len(blocks) - 1))) if blocks else ()
        supports.append(Support(article, tuple(sorted(chosen)), tuple(claims)))
    return supports


@settings(deadline=None)  # the first call imports what later calls find loaded
@given(collections(), st.randoms(use_true_random=False))
def test_the_order_of_supports_groups_and_claims_changes_nothing(supports, dice):
    groups = list(shared_origins([support.article for support in supports]))
    found = origin_hints(supports, groups)
    dice.shuffle(supports)
    dice.shuffle(groups)
    shuffled = [replace(each, claims=tuple(dice.sample(each.claims, len(each.claims)))) for each in supports]
    assert origin_hints(shuffled, groups) == found


@settings(deadline=None)
@given(collections())
def test_hints_name_given_articles_with_a_name_and_a_reason_and_none_twice_under_one_name(supports):
    found = origin_hints(supports, shared_origins([support.article for support in supports]))
    known = {support.article.sha256 for support in supports}
    assert all(hint.name.strip() and hint.reason.strip() for hint in found)
    assert all(hint.articles and set(hint.articles) <= known for hint in found)
    assert all(list(hint.articles) == sorted(set(hint.articles)) for hint in found)
    assert [hint.layer for hint in found] == sorted((hint.layer for hint in found), key=list(OriginLayer).index)
    places = [(hint.layer, article, hint.name) for hint in found for article in hint.articles]
    assert len(places) == len(set(places))
