"""Sentences as the rules read them: words with their true places, and which of them stand in quotation marks."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from operator import attrgetter
from typing import Final, NamedTuple

from workbench.articles.model import Article
from workbench.claims import cues
from workbench.claims.quotations import quotations, quotations_within
from workbench.claims.spans import Span
from workbench.vocabulary import BlockKind

# A longer “sentence” is a listing or a mishap; its beginning says all that the rules can use.
LONGEST_READ: Final = 10_000

# Blocks in which the article speaks in sentences.
SPEAKING_KINDS: Final = frozenset({BlockKind.BODY, BlockKind.CAPTION})
_READ_KINDS: Final = SPEAKING_KINDS | {BlockKind.TITLE}

_WORD = re.compile(r"\w[\w’'.&/\-]*|[^\w\s]")
_POSSESSIVE_ENDS: Final = ("’s", "'s", "s’", "s'")
_INNER_END: Final = "’'.&/-"
_ABBREVIATIONS: Final = cues.HONORIFICS | {"no", "vs", "inc", "corp", "ltd", "co"}


class Token(NamedTuple):
    """A word or a sign of the article at `[start, end)`.

    A named tuple, because an article makes thousands of them; the rules ask for the same few things of a word again
    and again, so they are found once.

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


_Form = tuple[str, bool, bool, bool]
_LONGEST_COMMON: Final = 24  # longer words are seldom met again
_lower: Final = attrgetter("lower")
_new_token: Final = tuple.__new__  # what Token(...) calls, and half of its time


def _form(text: str) -> _Form:
    """Return what is true of a word wherever it stands: the last four attributes of its tokens."""
    return _form_of_common(text) if len(text) <= _LONGEST_COMMON else _read_form(text)


@lru_cache(maxsize=1 << 14)
def _form_of_common(text: str) -> _Form:
    return _read_form(text)


def _read_form(text: str) -> _Form:
    return bare(text).casefold(), text[0].isalnum(), text[0].isupper(), text.endswith(_POSSESSIVE_ENDS)


@dataclass(frozen=True, slots=True)
class SentenceView:
    """One sentence ready for the rules; all offsets are the article's.

    Attributes:
        words: the tokens that are words.
        forms: the words in lower case, each once.
        quotes: the parts of the block's quotations that lie in this sentence, marks included.
        quote_ids: for each of them, which quotation of the article it is a part of.
        follows_quotation: the sentence before it, in the same block, ends with a quotation (“…?” Lind asked.).
    """

    index: int
    start: int
    end: int
    block: int
    kind: BlockKind
    text: str
    tokens: tuple[Token, ...]
    words: tuple[Token, ...]
    forms: frozenset[str]
    quotes: tuple[Span, ...]
    quote_ids: tuple[int, ...]
    follows_quotation: bool = False

    @property
    def quoted_words(self) -> int:
        """How many words stand in quotation marks."""
        return sum(token.quoted for token in self.words) if self.quotes else 0

    @property
    def is_all_quoted(self) -> bool:
        """Whether every word stands in quotation marks."""
        return bool(self.words and self.quotes) and all(token.quoted for token in self.words)


def bare(word: str) -> str:
    """Return `word` without a possessive ending and without the full stop of an abbreviation."""
    return without_possessive(word).rstrip("’'.") or word


def without_possessive(word: str) -> str:
    """Return “Lind” for “Lind’s”."""
    return word[:-2] if len(word) > 2 and word.endswith(("’s", "'s")) else word


def tokenize(text: str, offset: int, quotes: tuple[Span, ...], forms: dict[str, _Form]) -> tuple[Token, ...]:
    """Cut `text`, which begins at `offset` of the article, into words and signs (the first 10,000 characters).

    `forms` remembers the words of the article that were met before.
    """
    tokens: list[Token] = []
    upcoming = 0
    quoted = False
    for match in _WORD.finditer(text, 0, LONGEST_READ):
        found = match.group()
        start = offset + match.start()
        if quotes:
            while upcoming < len(quotes) and quotes[upcoming].end <= start:
                upcoming += 1
            quoted = upcoming < len(quotes) and quotes[upcoming].start <= start
        for part in _cut(found) if found[-1] in _INNER_END else (found,):
            form = forms.get(part)
            if form is None:
                form = forms[part] = _form(part)
            end = start + len(part)
            tokens.append(_new_token(Token, (start, end, part, quoted, *form)))
            start = end
    return tuple(tokens)


def _cut(found: str) -> tuple[str, ...]:
    """Return a word and each of the signs behind it."""
    word = _trimmed(found) if len(found) > 1 else found
    return (word, *found[len(word) :])


def forms_of(words: Iterable[Token]) -> frozenset[str]:
    """Return the words in lower case, each once."""
    return frozenset(map(_lower, words))


def positions(tokens: Sequence[Token], span: Span) -> range:
    """Return the positions of the tokens that begin in `span`."""
    # Tuples are compared by their first values: by where the tokens begin.
    first = bisect_left(tokens, (span.start,))
    return range(first, bisect_left(tokens, (span.end,), lo=first))


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
    views: list[SentenceView] = []
    forms: dict[str, _Form] = {}
    for index, sentence in enumerate(article.sentences):
        spans, first_id = spans_of_block[sentence.block]
        inside = quotations_within(spans, sentence.start, sentence.end)
        quotes = tuple(Span(max(span.start, sentence.start), min(span.end, sentence.end)) for _, span in inside)
        kind = article.blocks[sentence.block].kind
        # The page around the article goes to the ledger by its kind, unread.
        tokens = tokenize(sentence.text, sentence.start, quotes, forms) if kind in _READ_KINDS else ()
        words = tuple([token for token in tokens if token.is_word])
        views.append(
            SentenceView(
                index=index,
                start=sentence.start,
                end=sentence.end,
                block=sentence.block,
                kind=kind,
                text=sentence.text,
                tokens=tokens,
                words=words,
                forms=forms_of(words),
                quotes=quotes,
                quote_ids=tuple(first_id + number for number, _ in inside),
                follows_quotation=bool(views) and _ends_quoted(views[-1], sentence.block),
            )
        )
    return tuple(views)


def _ends_quoted(view: SentenceView, block: int) -> bool:
    return view.block == block and bool(view.quotes) and view.quotes[-1].end == view.end
