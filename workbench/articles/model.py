"""What reading a file yields: an article's clean text and its parts, each at its true place."""

from dataclasses import dataclass
from datetime import date

from workbench.vocabulary import BlockKind


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, headline, caption, …: `article.text[start:end]`, offsets in code points, half-open."""

    start: int
    end: int
    kind: BlockKind


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence inside one block: `article.text[start:end] == text`; `block` indexes `article.blocks`."""

    start: int
    end: int
    block: int
    text: str


@dataclass(frozen=True, slots=True)
class Article:
    """An article as it was read; immutable. `sha256` is of the raw bytes and is the article's key everywhere.

    Attributes:
        published: when the article says it appeared, as precisely as it says (a datetime is a date); never a date
            that the site or the scraper put there.
        encoding: the encoding that the bytes were decoded with, or the format that settles it ("docx", "pdf").
    """

    text: str
    blocks: tuple[Block, ...]
    sentences: tuple[Sentence, ...]
    sha256: str
    name: str
    title: str | None = None
    publisher: str | None = None
    byline: str | None = None
    published: date | None = None
    url: str | None = None
    language: str | None = None
    encoding: str = "utf-8"

    @property
    def heading(self) -> str:
        """What to call the article on a screen: its title, or else the name of its file."""
        return self.title or self.name

    def block_of(self, sentence: Sentence) -> Block:
        """Return the block that `sentence` stands in."""
        return self.blocks[sentence.block]
