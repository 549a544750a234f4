"""Sentences as the rules read them: words with their true places, and which of them stand in quotation marks."""

import re
from dataclasses import dataclass
from typing import Final

from workbench.articles.model import Article
from workbench.claims import cues
from workbench.claims.quotations import quotations, quotations_within
from workbench.claims.spans import Span
from workbench.vocabulary import BlockKind

# A longer “sentence” is a listing or a mishap; its beginning says all that the rules can use.
LONGEST_READ: Final = 10_000

_WORD = re.compile(r"\w[\w’'.&/\-]*|[^\w\s]")
_POSSESSIVE_ENDS: Final = ("’s", "'s", "s’", "s'")
_INNER_END: Final = "’'.&/-"
_ABBREVIATIONS: Final = cues.HONORIFICS | {"no", "vs", "inc", "corp", "ltd", "co"}


@dataclass(frozen=True, slots=True)
class Token:
    """A word or a sign of the article at `[start, end)`.

    The rules ask for the same few things of a word again and again, so they are found once.

    Attributes:
        quoted: it stands inside quotation marks.
        lower: the word in lower case, without a full stop at its end and without a possessive ending.
        is_word: it begins with a letter or a digit.
        is_capitalised: it begins with an upper-case letter.
        is_possessive: it ends like a possessive (“Kim’s”, “analysts’”).
    """

    start: int
    end: int
    text: str
    quoted: bool
    lower: str
    is_word: bool
    is_capitalised: bool
    is_possessive: bool


def token_at(start: int, text: str, *, quoted: bool) -> Token:
    """Return the token that `text` makes at `start`."""
    return Token(
        start=start,
        end=start + len(text),
        text=text,
        quoted=quoted,
        lower=bare(text).casefold(),
        is_word=text[0].isalnum(),
        is_capitalised=text[0].isupper(),
        is_possessive=text.endswith(_POSSESSIVE_ENDS),
    )


@dataclass(frozen=True, slots=True)
class SentenceView:
    """One sentence ready for the rules; all offsets are the article's.

    Attributes:
        words: the tokens that are words.
        quotes: the parts of the block's quotations that lie in this sentence, marks included.
        quote_ids: for each of them, which quotation of the article it is a part of.
    """

    index: int
    start: int
    end: int
    block: int
    kind: BlockKind
    text: str
    tokens: tuple[Token, ...]
    words: tuple[Token, ...]
    quotes: tuple[Span, ...]
    quote_ids: tuple[int, ...]

    @property
    def quoted_words(self) -> int:
        """How many words stand in quotation marks."""
        return sum(token.quoted for token in self.words)

    @property
    def is_all_quoted(self) -> bool:
        """Whether every word stands in quotation marks."""
        return bool(self.words) and all(token.quoted for token in self.words)


def bare(word: str) -> str:
    """Return `word` without a possessive ending and without the full stop of an abbreviation."""
    if word.endswith(("’s", "'s")):
        word = word[:-2]
    return word.rstrip("’'.") or word


def tokenize(text: str, offset: int, quotes: tuple[Span, ...]) -> tuple[Token, ...]:
    """Cut `text`, which begins at `offset` of the article, into words and signs (the first 10,000 characters)."""
    tokens = []
    upcoming = 0
    for match in _WORD.finditer(text[:LONGEST_READ]):
        start, word = offset + match.start(), _trimmed(match.group())
        while upcoming < len(quotes) and quotes[upcoming].end <= start:
            upcoming += 1
        quoted = upcoming < len(quotes) and quotes[upcoming].start <= start
        tokens.append(token_at(start, word, quoted=quoted))
        signs = match.group()[len(word) :]
        after = start + len(word)
        tokens.extend(token_at(after + number, sign, quoted=quoted) for number, sign in enumerate(signs))
    return tuple(tokens)


def _trimmed(word: str) -> str:
    """Take the signs off a word's end that belong to the sentence: “year.” but “U.S.”, “Gen.”, “analysts’”."""
    stripped = word.rstrip(_INNER_END) or word
    if word[len(stripped) :].startswith(".") and (
        "." in stripped or len(stripped) == 1 or stripped.casefold() in _ABBREVIATIONS
    ):
        return word[: len(stripped) + 1]
    if stripped.endswith("s") and word[len(stripped) :] in {"’", "'"}:
        return word
    return stripped


def read_sentences(article: Article) -> tuple[SentenceView, ...]:
    """Return a view of every sentence of `article`, in its order."""
    spans_of_block = {}
    first_id = 0
    for number, block in enumerate(article.blocks):
        spans = quotations(article.text[block.start : block.end], block.start)
        spans_of_block[number] = (spans, first_id)
        first_id += len(spans)
    views = []
    for index, sentence in enumerate(article.sentences):
        spans, first_id = spans_of_block[sentence.block]
        inside = [
            (Span(max(span.start, sentence.start), min(span.end, sentence.end)), first_id + number)
            for number, span in quotations_within(spans, sentence.start, sentence.end)
        ]
        quotes = tuple(span for span, _ in inside)
        tokens = tokenize(sentence.text, sentence.start, quotes)
        views.append(
            SentenceView(
                index=index,
                start=sentence.start,
                end=sentence.end,
                block=sentence.block,
                kind=article.blocks[sentence.block].kind,
                text=sentence.text,
                tokens=tokens,
                words=tuple(token for token in tokens if token.is_word),
                quotes=quotes,
                quote_ids=tuple(number for _, number in inside),
            )
        )
    return tuple(views)
