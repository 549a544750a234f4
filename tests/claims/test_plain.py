"""What is not in English: each sentence of the body a claim, and nothing said that only English words could tell."""

from workbench.articles import read_article
from workbench.claims import read_ledger
from workbench.vocabulary import PassedOver

TEXT = """Hafen nach dem Sturm gesperrt

Der Hafen wurde am Montag nach dem Sturm gesperrt, und er wird nicht vor Freitag geöffnet.

„Das ist nicht von Dauer“, sagte Bürgermeister Jan Petersen. Wer zahlt für die Schäden? ***
"""


def test_each_sentence_is_a_claim_or_passed_over_for_what_it_is() -> None:
    article = read_article(TEXT.encode(), name="a.txt")
    ledger = read_ledger(article)
    assert article.language == "de"
    assert [claim.text for claim in ledger.claims] == [
        "Der Hafen wurde am Montag nach dem Sturm gesperrt, und er wird nicht vor Freitag geöffnet.",
        "„Das ist nicht von Dauer“, sagte Bürgermeister Jan Petersen.",
    ]
    assert {PassedOver.TITLE, PassedOver.QUESTION} <= {passed.reason for passed in ledger.passed}
    assert len(ledger.claims) + len(ledger.passed) == len(article.sentences)


def test_nothing_is_said_about_who_asserts_it_or_what_it_is_worth() -> None:
    article = read_article(TEXT.encode(), name="a.txt")
    first, quoted = read_ledger(article).claims
    assert {first.asserter, quoted.asserter, first.cue, quoted.cue} == {None}
    assert first.checkworthiness == quoted.checkworthiness
    assert (first.is_quote, quoted.is_quote) == (False, True)
    assert all(article.text[claim.start : claim.end] == claim.text for claim in (first, quoted))
