"""Review: the screen on which claims are decided."""

from typing import ClassVar

from textual.binding import BindingType

from workbench.tui.claim_keys import ClaimKeys
from workbench.tui.key_action import KeyAction, bindings
from workbench.tui.keys import REVIEW_KEYS
from workbench.tui.relation_keys import RelationKeys
from workbench.tui.source_keys import SourceKeys
from workbench.tui.verdict_keys import VerdictKeys

_HINTS = (
    ("s r n c p v x", "verdict"),
    ("1-6 9 0", "relation"),
    ("j k", "claim"),
    (". ,", "article"),
    ("u", "undo"),
    ("z", "rest silent"),
    ("[ ]", "passage"),
    ("e", "evidence"),
    ("l", "link"),
    ("m", "note"),
    ("d", "discard"),
    ("w", "reword"),
    ("a", "add"),
    ("/", "search"),
    ("f", "filter"),
    ("A M H D", "screens"),
    ("E", "export"),
)


class ReviewScreen(VerdictKeys, RelationKeys, SourceKeys, ClaimKeys):
    """Where claims are decided."""

    KEYS: ClassVar[tuple[KeyAction, ...]] = REVIEW_KEYS
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(REVIEW_KEYS)]
    HINTS = _HINTS
