"""What a stretch of an article's text touches: whole words, and sentences."""

from bisect import bisect_left
from typing import Final

from workbench.articles.model import Article, Sentence

_LEAST_SHARED: Final = 0.1  # part of a sentence, or of the stretch, that must be shared to rest on that sentence


def stands_alone(text: str, start: int, end: int) -> bool:
    """Whether the span begins and ends at word boundaries."""
    before = start == 0 or not (text[start - 1].isalnum() and text[start].isalnum())
    after = end == len(text) or not (text[end - 1].isalnum() and text[end].isalnum())
    return before and after


def sentences_touched(article: Article, start: int, end: int) -> tuple[int, ...]:
    """Return the sentences of which the span holds a part worth naming, ascending."""
    first = bisect_left(article.sentences, start, key=_end_of)
    touched = []
    for index in range(first, len(article.sentences)):
        sentence = article.sentences[index]
        if sentence.start >= end:
            break
        shared = min(end, sentence.end) - max(start, sentence.start)
        if shared > 0 and shared >= _LEAST_SHARED * min(len(sentence.text), end - start):
            touched.append(index)
    return tuple(touched)


def _end_of(sentence: Sentence) -> int:
    return sentence.end
