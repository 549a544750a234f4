"""The keys of the screens that are lists: history, warnings, origins, disputes, and the dashboard."""

from typing import Final

from workbench.tui.key_action import Group, KeyAction

HISTORY_KEYS: Final = (
    KeyAction("decision.next", "j,down", "move(1)", "down", Group.MOVE, "The next older decision."),
    KeyAction("decision.previous", "k,up", "move(-1)", "up", Group.MOVE, "The next newer decision."),
    KeyAction("decision.page_down", "pagedown,space", "move(20)", "page down", Group.MOVE, "Twenty down."),
    KeyAction("decision.page_up", "pageup", "move(-20)", "page up", Group.MOVE, "Twenty up."),
    KeyAction("decision.open", "enter", "open_claim", "to the claim", Group.MOVE, "Review the decision's claim."),
    KeyAction("history.undo", "u", "undo", "undo", Group.CLAIM, "Take back your latest decision."),
    KeyAction("history.redo", "U,ctrl+y", "redo", "redo", Group.CLAIM, "Take back the latest undo."),
)


WARNING_KEYS: Final = (
    KeyAction("warning.next", "j,down", "move(1)", "down", Group.MOVE, "The next warning."),
    KeyAction("warning.previous", "k,up", "move(-1)", "up", Group.MOVE, "The previous warning."),
    KeyAction("warning.page_down", "pagedown,space", "move(20)", "page down", Group.MOVE, "Twenty down."),
    KeyAction("warning.page_up", "pageup", "move(-20)", "page up", Group.MOVE, "Twenty up."),
    KeyAction("warning.open", "enter", "open_claim", "to the claim", Group.MOVE, "Go to the claim and the article."),
    KeyAction("warning.waive", "w", "waive", "waive", Group.CLAIM, "Let the record stand as it is, with a reason."),
    KeyAction("warning.waived", "v", "show_waived", "waived ones", Group.MOVE, "Show the waived ones, too."),
    KeyAction("warning.undo", "u", "undo", "undo", Group.CLAIM, "Take back what you did last."),
    KeyAction("warning.redo", "U,ctrl+y", "redo", "redo", Group.CLAIM, "Take back the latest undo."),
)


ORIGIN_KEYS: Final = (
    KeyAction("origin.next", "j,down", "move(1)", "down", Group.MOVE, "The next origin."),
    KeyAction("origin.previous", "k,up", "move(-1)", "up", Group.MOVE, "The previous origin."),
    KeyAction("origin.confirm", "enter", "confirm", "confirm", Group.EVIDENCE, "Confirm it for this claim."),
    KeyAction(
        "origin.everywhere",
        "e",
        "confirm_everywhere",
        "everywhere",
        Group.EVIDENCE,
        "Confirm it for every claim for which it is suggested; one undo takes all back.",
    ),
    KeyAction(
        "origin.say", "n", "say_another", "another", Group.EVIDENCE, "Say which origin it is: layer, kind and name."
    ),
    KeyAction(
        "origin.falls", "f", "open_falling", "to what falls", Group.MOVE, "Go to the first claim that falls with it."
    ),
    KeyAction("origin.undo", "u", "undo", "undo", Group.CLAIM, "Take back what you did last."),
    KeyAction("origin.redo", "U,ctrl+y", "redo", "redo", Group.CLAIM, "Take back the latest undo."),
)


DISPUTE_KEYS: Final = (
    KeyAction("dispute.next", "j,down", "move(1)", "down", Group.MOVE, "The next dispute."),
    KeyAction("dispute.previous", "k,up", "move(-1)", "up", Group.MOVE, "The previous dispute."),
    KeyAction("dispute.settle", "s,enter", "settle", "settle", Group.VERDICT, "Settle the verdict, or leave it open."),
    KeyAction(
        "dispute.cell", "c", "settle_cell", "settle a relation", Group.RELATION, "Settle the relation with an article."
    ),
    KeyAction("dispute.open", "o", "open_claim", "to the claim", Group.MOVE, "Go to the claim."),
    KeyAction("dispute.undo", "u", "undo", "undo", Group.CLAIM, "Take back what you did last."),
    KeyAction("dispute.redo", "U,ctrl+y", "redo", "redo", Group.CLAIM, "Take back the latest undo."),
)


DASHBOARD_KEYS: Final = (
    KeyAction("dashboard.down", "j,down", "scroll_pane(1)", "down", Group.MOVE, "Down."),
    KeyAction("dashboard.up", "k,up", "scroll_pane(-1)", "up", Group.MOVE, "Up."),
)
