"""The claims of an article that is not in English: its body sentences, by rules that know no words.

Nothing is said about who asserts them or how much they are worth checking: the lists that tell it are English.
"""

import re
from typing import Final

from workbench.articles.model import Article, Sentence
from workbench.claims.assertion import PASSED_BY_KIND
from workbench.claims.model import Claim, Ledger, Passed
from workbench.vocabulary import PassedOver

_QUESTION: Final = re.compile(r"[?？؟;][\s\"'”’»)\]」』）]*$")
_GREEK_QUESTION: Final = ";"
_QUOTED: Final = re.compile(
    r"“[^“”]{2,}”|„[^„“”]{2,}[“”]|«[^«»]{2,}»|»[^«»]{2,}«|「[^「」]{2,}」|『[^『』]{2,}』|\"[^\"]{2,}\""
)
_ENDING: Final = 20


def plain_ledger(article: Article) -> Ledger:
    """Return what becomes of each sentence: in body and captions, what holds a word and asks nothing is a claim."""
    claims: list[Claim] = []
    passed: list[Passed] = []
    for index, sentence in enumerate(article.sentences):
        reason = _passed_reason(article, sentence)
        if reason is None:
            claims.append(_claim(article, index, sentence))
        else:
            passed.append(Passed(index, reason))
    return Ledger(tuple(claims), tuple(passed))


def _passed_reason(article: Article, sentence: Sentence) -> PassedOver | None:
    by_kind = PASSED_BY_KIND.get(article.block_of(sentence).kind)
    if by_kind is not None:
        return by_kind
    if not any(sign.isalpha() for sign in sentence.text):
        return PassedOver.FRAGMENT
    return PassedOver.QUESTION if _asks(sentence.text, article.language or "") else None


def _asks(text: str, language: str) -> bool:
    question = _QUESTION.search(text[-_ENDING:])
    return question is not None and (not question.group().startswith(_GREEK_QUESTION) or language.startswith("el"))


def _claim(article: Article, index: int, sentence: Sentence) -> Claim:
    return Claim(
        article=article.sha256,
        start=sentence.start,
        end=sentence.end,
        text=sentence.text,
        sentences=(index,),
        is_quote=_QUOTED.search(sentence.text) is not None,
    )
