"""In which language a text is written, by its commonest words; enough to choose rules by, and no more."""

import re
from collections import Counter
from typing import Final

_COMMON_WORDS: Final[dict[str, frozenset[str]]] = {
    language: frozenset(words.split())
    for language, words in {
        "en": "the of and to in is was for that with he she it on said as by at from are were has have not be",
        "de": "der die das und ist nicht von mit den dem ein eine zu auf für sich des im wird sagte auch als war",
        "fr": "le la les des et est une un du dans que pour qui sur au par pas avec il elle ce été sont aux",
        "es": "el la los las que en un una por con del se para es su al como más fue lo han este ha pero y",
        "it": "il di che la un una per non del della è con si le dei nel sono gli alla ha anche più da ma",
        "pt": "o os as que do da em um uma para com não no na dos por se é ao mais foi à das como mas e",
        "nl": "de het een en van is dat op te zijn voor met niet aan er om ook als bij door maar naar heeft",
        "sv": "och att det som en på är av för med den till inte har om ett men var jag från de sig kan",
        "da": "og at det som en på er af for med den til ikke har om et men var jeg fra de sig kan",
        "pl": "i w nie na z się do to że jest jak po co za ale przez od dla przy jego są oraz był roku",
        "cs": "a se na je v že to s z do i o za by jsou podle po jako jeho které který ale také byl pro",
        "hu": "a az és hogy nem is egy meg volt ez csak már de ha mint van azt el még szerint között",
        "ro": "și în de la cu pe nu care este din mai o un să a pentru fost că au lui prin după",
        "hr": "i je u se na da su za od s a kao koji nije koja bi će što iz ali do biti",
        "tr": "ve bir bu için da de ile olarak olan daha çok en gibi sonra kadar ne göre ama oldu",
        "ru": "и в не на что с по как это для от он из за его к но был к о также года",
        "uk": "і в не на що з до та у як це для від він за його але був про також року",
    }.items()
}
_LANGUAGES_OF_WORD: Final = {
    word: tuple(language for language, words in _COMMON_WORDS.items() if word in words)
    for word in frozenset().union(*_COMMON_WORDS.values())
}
_WORD: Final = re.compile(r"[^\W\d_]+")
_SAMPLE: Final = 6_000
_ENOUGH_WORDS: Final = 4
_ENOUGH_SHARE: Final = 0.12


def language_of(text: str) -> str | None:
    """Return the ISO 639-1 code of the language of `text`, or None where its common words do not tell."""
    words = [word.lower() for word in _WORD.findall(text[:_SAMPLE])]
    votes = Counter(language for word in words for language in _LANGUAGES_OF_WORD.get(word, ()))
    ranked = votes.most_common(2)
    if not ranked or ranked[0][1] < max(_ENOUGH_WORDS, _ENOUGH_SHARE * len(words)):
        return None
    if len(ranked) > 1 and ranked[1][1] == ranked[0][1]:
        return None
    return ranked[0][0]
