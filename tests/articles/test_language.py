"""The language of an article is noticed, and what a page declares is weighed against it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.articles import read_article
from workbench.articles.language import language_of, settled_language
from workbench.articles.plain_reading import plain_notice, reads_plainly

TEXTS = {
    "en": "The harbour was closed on Monday after the storm, officials said, and it will not be opened before Friday.",
    "de": "Der Hafen wurde nach dem Sturm geschlossen, teilte die Behörde mit, und er wird nicht vor Freitag geöffnet.",
    "fr": "Le port a été fermé lundi après la tempête, ont dit les autorités, et il ne sera pas ouvert vendredi.",
    "es": "El puerto fue cerrado el lunes después de la tormenta, dijeron las autoridades, y no se abrirá el viernes.",
    "it": "Il porto è stato chiuso dopo la tempesta, ha detto il sindaco della città, e non sarà aperto lunedì.",
    "pt": "O porto foi fechado na segunda-feira depois da tempestade, disseram, e não será aberto na sexta.",
    "nl": "De haven werd maandag na de storm gesloten, zei de politie, en zal niet voor vrijdag weer open gaan.",
    "ru": "Порт был закрыт в понедельник после шторма, сообщили власти, и не откроется до пятницы.",
    "uk": "Порт закрили у понеділок після шторму, повідомили чиновники, і він не відкриється до п'ятниці.",
    "bg": "Пристанището беше затворено в понеделник след бурята, съобщиха властите, и няма да отвори преди петък.",
    "zh": "官员说，港口周一因风暴关闭，周五之前不会重新开放。",
    "ja": "港は嵐のため月曜日に閉鎖され、金曜日まで再開されないと当局は述べた。",
    "ko": "항구는 폭풍으로 월요일에 폐쇄되었으며 금요일 전에는 다시 열리지 않을 것이라고 당국은 말했다.",
    "ar": "أغلق الميناء يوم الاثنين بعد العاصفة، وقال مسؤولون إنه لن يفتح قبل يوم الجمعة.",
    "fa": "بندر روز دوشنبه پس از طوفان بسته شد و مقامات گفتند که تا جمعه باز نمی‌شود.",
    "pl": "Port został zamknięty po burzy, jak podały władze, i nie zostanie otwarty do piątku, a to nie jest koniec.",
    "tr": "Liman pazartesi günü kapatıldı ve yetkililer, bunun için cuma gününden önce açılmayacak dedi; bu bir karar.",
    "sv": "Hamnen stängdes på måndagen efter stormen, sade myndigheten, och den kommer inte att öppnas före fredag.",
    "el": "Το λιμάνι έκλεισε τη Δευτέρα μετά την καταιγίδα.",
    "he": "הנמל נסגר ביום שני אחרי הסערה.",
    "hi": "तूफान के बाद सोमवार को बंदरगाह बंद कर दिया गया।",
}


@pytest.mark.parametrize(("language", "text"), TEXTS.items(), ids=TEXTS)
def test_each_language_is_named(language: str, text: str) -> None:
    assert language_of(text) == language
    assert read_article(text.encode(), name="a.txt").language == language


@pytest.mark.parametrize("text", ["", "…", "12 34", "Xyzzy plugh.", "Łódź"])
def test_what_does_not_tell_is_left_open(text: str) -> None:
    assert language_of(text) is None


def test_a_quotation_in_another_language_changes_nothing() -> None:
    assert language_of(f"{TEXTS['en']} “{TEXTS['ru'][:40]}” {TEXTS['en']} {TEXTS['ja'][:10]}") == "en"


@pytest.mark.parametrize(
    ("declared", "text", "settled"),
    [
        ("en-GB", TEXTS["en"], "en-GB"),
        ("de", "Xyzzy plugh.", "de"),
        (None, TEXTS["de"], "de"),
        ("en", TEXTS["de"] * 4, "de"),
        ("de", TEXTS["en"] * 4, "en"),
        ("en", TEXTS["ja"], "ja"),
        ("nb", TEXTS["sv"] * 4, "nb"),
        ("fr", TEXTS["en"], "fr"),
    ],
)
def test_a_long_text_outranks_what_its_page_declares(declared: str | None, text: str, settled: str) -> None:
    assert settled_language(text, declared) == settled


@pytest.mark.parametrize("language", ["en", "en-US", "EN_gb", None])
def test_english_and_the_unknown_are_read_by_the_rules_for_english(language: str | None) -> None:
    assert not reads_plainly(language)
    assert plain_notice(language) is None


@pytest.mark.parametrize(("language", "name"), [("de-AT", "German (de-AT)"), ("xx", "“xx”"), ("x\x1b[1m", "“x␛[1m”")])
def test_a_notice_names_the_language(language: str, name: str) -> None:
    assert (plain_notice(language) or "").startswith(f"{name}, read with plain rules")


@given(st.text(max_size=200), st.none() | st.text(max_size=8))
def test_any_text_and_any_declaration_can_be_asked_about(text: str, declared: str | None) -> None:
    settled = settled_language(text, declared)
    assert settled in {declared, language_of(text)}
