"""Quotations with something left out: "The quay … is closed", "[…] every pillar has been X-rayed"."""

import re
from typing import Final

# Three dots or the sign for them, with or without brackets around.
_OMISSION: Final = re.compile(r"\s*[\[(]?\s*(?:…|\.\s?\.\s?\.(?:\s?\.)?)\s*[\])]?\s*")
_EDGES: Final = " \t\n,;:.-–—"


def pieces_around_omissions(text: str) -> list[str]:
    """Return what stands between the marks of omission in `text`, in order; `text` alone if there is none."""
    pieces = [piece.strip(_EDGES) for piece in _OMISSION.split(text)]
    return [piece for piece in pieces if any(map(str.isalnum, piece))]
