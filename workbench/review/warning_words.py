"""The words in which warnings tell what they saw."""

from typing import Final

from workbench.store.fold import ClaimState

_LONGEST: Final = 80


def quoted(state: ClaimState) -> str:
    """Return the words of a claim in quotation marks, cut where they are long."""
    words = squeezed(state.text)
    return f"“{words}”" if len(words) <= _LONGEST else f"“{words[: _LONGEST - 1].rstrip()}…”"


def squeezed(text: str) -> str:
    """Return text in one line."""
    return " ".join(text.split())


def sentence_numbers(sentences: tuple[int, ...]) -> str:
    """Return which sentences are meant, counted from 1 as on the screen: "sentence 3", "sentences 3, 4"."""
    numbers = ", ".join(str(number + 1) for number in sentences)
    return f"sentence {numbers}" if len(sentences) == 1 else f"sentences {numbers}"
