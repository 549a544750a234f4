"""The commonest words of the languages in Latin letters: articles, prepositions, conjunctions, “to be”."""

from collections.abc import Mapping
from typing import Final

_LATIN: Final = {
    "en": "the of and to in is was for that with he she it on said as by at from are were has have not be a i an you "
    "this but they which had who will or its their been more after would about if what we do my can your there out so",
    "de": "der die das und ist nicht von mit den dem ein eine zu auf für sich des im wird sagte auch als war",
    "fr": "le la les des et est une un du dans que pour qui sur au par pas avec il elle ce été sont aux",
    "es": "el la los las que en un una por con del se para es su al como más fue lo han este ha pero y",
    "it": "il di che la un una per non del della è con si le dei nel sono gli alla ha anche più da ma",
    "pt": "o os as que do da em um uma para com não no na dos por se é ao mais foi à das como mas e",
    "ca": "el la els les que de i en un una per amb del és no es al més va ha són dels aquest però seva com",
    "nl": "de het een en van is dat op te zijn voor met niet aan er om ook als bij door maar naar heeft",
    "sv": "och att det som en på är av för med den till inte har om ett men var jag från de sig kan",
    "da": "og at det som en på er af for med den til ikke har om et men var jeg fra de sig kan efter blev",
    "no": "og at det som en på er av for med den til ikke har om et men var jeg fra de seg kan etter ble",
    "fi": "ja on ei se että oli hän ovat mutta kun myös mukaan sen joka kuin vuonna sekä tai jo ole",
    "pl": "i w nie na z się do to że jest jak po co za ale przez od dla przy jego są oraz był roku",
    "cs": "a se na je v že to s z do i o za by jsou podle po jako jeho které který ale také byl pro",
    "sk": "a sa na je v že to s z do aj o za by sú podľa po ako jeho ktoré ktorý ale tiež bol pre",
    "hu": "a az és hogy nem is egy meg volt ez csak már de ha mint van azt el még szerint között",
    "ro": "și în de la cu pe nu care este din mai o un să a pentru fost că au lui prin după",
    "hr": "i je u se na da su za od s a kao koji nije koja bi će što iz ali do biti",
    "tr": "ve bir bu için da de ile olarak olan daha çok en gibi sonra kadar ne göre ama oldu",
    "id": "yang dan di dari untuk dengan pada tidak ini itu akan dalam ke oleh juga adalah telah bahwa mereka",
    "vi": "và của là có trong cho được với không một các những người đã này khi đến từ để theo cũng",
}
COMMON_WORDS: Final[Mapping[str, frozenset[str]]] = {
    language: frozenset(words.split()) for language, words in _LATIN.items()
}
