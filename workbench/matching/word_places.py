"""Where words stand in one long text, so that many texts can be looked for without reading it again for each."""

import re
from collections import defaultdict
from typing import Final

WORD: Final = re.compile(r"[^\W_]+")
_MOST_FOUND: Final = 200  # places of one text; more tell nothing apart
_MOST_TRIED: Final = 2_000  # places of its rarest word that are looked at, so that no text takes long


class WordPlaces:
    """The words of a text and where each begins."""

    def __init__(self, text: str) -> None:
        """Index `text`, in time linear in its length."""
        self._text = text
        self._places: dict[str, list[int]] = defaultdict(list)
        for word in WORD.finditer(text):
            self._places[word.group()].append(word.start())
        self._known: dict[str, tuple[tuple[int, int], ...]] = {}

    def find(self, wanted: str) -> tuple[tuple[int, int], ...]:
        """Return the spans, ascending, where `wanted` stands letter for letter; none if it holds no whole word."""
        if wanted not in self._known:
            self._known[wanted] = self._found(wanted)
        return self._known[wanted]

    def _found(self, wanted: str) -> tuple[tuple[int, int], ...]:
        words = [
            (len(self._places.get(word.group(), ())), word.start(), word.group()) for word in WORD.finditer(wanted)
        ]
        if not words:
            return ()
        _count, offset, rarest = min(words)
        found: list[tuple[int, int]] = []
        for place in self._places.get(rarest, [])[:_MOST_TRIED]:
            start = place - offset
            if start >= 0 and self._text.startswith(wanted, start):
                found.append((start, start + len(wanted)))
                if len(found) == _MOST_FOUND:
                    break
        return tuple(found)
