"""Who speaks in a transcript: “WALLACE: …”, “Q: …”, “Ada Roy: …” at the beginning of paragraphs."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from workbench.claims import cues
from workbench.claims.reading import SentenceView, Token
from workbench.claims.spans import Span
from workbench.vocabulary import BlockKind

_LONGEST_LABEL: Final = 6
# One “X: …” is a heading or a caption; an exchange has two speakers.
_FEWEST_SPEAKERS: Final = 2
_NO_SPEAKER: Final = cues.IMPERATIVES | {
    *("note", "update", "updated", "photo", "photos", "video", "image", "picture", "caption", "related", "more"),
    *("correction", "source", "sources", "credit", "live", "breaking", "advertisement", "editor", "background"),
    *("developing", "summary", "context", "fact", "ps", "p.s", "edt", "est", "gmt"),
}
_MARKS: Final = frozenset({"“", '"', "'", "‘", "``", "''", "`"})


@dataclass(frozen=True, slots=True)
class Turn:
    """What one speaker says in a transcript: the words that name who, the colon, and where the speech begins."""

    label: Span
    colon: Span
    begins: int


def turns(views: Sequence[SentenceView]) -> dict[int, Turn]:
    """Return the turns of an article by their blocks; none if it holds no exchange of at least two speakers."""
    found: dict[int, Turn] = {}
    speakers = set()
    seen = -1
    for view in views:
        if view.block == seen:
            continue
        seen = view.block
        turn = _turn(view) if view.kind is BlockKind.BODY else None
        if turn is not None:
            found[view.block] = turn
            speakers.add(view.text[turn.label.start - view.start : turn.label.end - view.start])
    return found if len(speakers) >= _FEWEST_SPEAKERS and len(found) > _FEWEST_SPEAKERS else {}


def _turn(view: SentenceView) -> Turn | None:
    tokens = view.tokens
    first = next((at for at, token in enumerate(tokens[:3]) if token.text not in _MARKS), 0)
    within = tokens[first : first + _LONGEST_LABEL + 1]
    length = next((at for at, token in enumerate(within) if token.text == ":"), 0)
    label = within[:length]
    if not label or not all(_names(token) for token in label):
        return None
    begins = tokens[first + length].end
    return Turn(Span(label[0].start, label[-1].end), Span(begins - 1, begins), begins)


def _names(token: Token) -> bool:
    if not token.is_word:
        return token.text in {".", "-"}
    return token.is_capitalised and token.lower not in _NO_SPEAKER and token.lower not in cues.TIME_WORDS


def spoken_in(view: SentenceView, turn: Turn) -> Span | None:
    """Return what of a sentence of the turn's block is spoken: all of it after the label."""
    spoken = [token for token in view.tokens if token.start >= turn.begins]
    if not any(token.is_word for token in spoken):
        return None
    return Span(spoken[0].start, spoken[-1].end)
