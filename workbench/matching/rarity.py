"""The weight of a term in an index by how many of all its texts hold it (inverse document frequency)."""

import math
from typing import Final

_UNIT: Final = 1_000  # weights are whole numbers, so that no sum depends on the order of its parts


class Rarity(dict[int, int]):
    """Weights by count and not by term: a change of the index changes every weight, and there are few counts."""

    def __init__(self) -> None:
        """Start with no texts."""
        super().__init__()
        self._texts = 0

    def __missing__(self, count: int) -> int:
        """Work out the weight of a term that so many texts hold."""
        weight = self[count] = round(_UNIT * math.log(1 + (self._texts + 1) / (count + 0.5)))
        return weight

    def start_anew(self, texts: int) -> None:
        """Forget all weights: the index now holds `texts` texts."""
        self._texts = texts
        if self:
            self.clear()
