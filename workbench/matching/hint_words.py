"""How hints count articles and list places, in plain words."""

from collections.abc import Sequence
from typing import Final

_PAIR: Final = 2


def counted(number: int, total: int, one: str, many: str) -> str:
    """Return which of the articles do something, and the verb: "It credits", "Both credit", "2 of 3 credit"."""
    if number < total:
        return f"{number} of {total} {one if number == 1 else many}"
    if total == 1:
        return f"It {one}"
    return f"Both {many}" if total == _PAIR else f"All {total} {many}"


def listed(words: Sequence[str]) -> str:
    """Return the words with commas and an "and" between them."""
    return " and ".join([*([", ".join(words[:-1])] if len(words) > 1 else []), *words[-1:]])
