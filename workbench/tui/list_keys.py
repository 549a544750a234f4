"""The keys of the screens that are lists: history, warnings, origins, disputes, and the dashboard."""

from typing import Final

from workbench.tui.key_action import Group, KeyAction, undoing, walking

HISTORY_KEYS: Final = (
    *walking("decision"),
    KeyAction("decision.open", "enter", "open_claim", "to the claim", Group.MOVE, "Review the decision's claim."),
    *undoing("history."),
)


WARNING_KEYS: Final = (
    *walking("warning"),
    KeyAction("warning.open", "enter", "open_claim", "to the claim", Group.MOVE, "Go to the claim and the article."),
    KeyAction("warning.waive", "w", "waive", "waive", Group.CLAIM, "Let the record stand as it is, with a reason."),
    KeyAction("warning.waived", "v", "show_waived", "waived ones", Group.MOVE, "Show the waived ones, too."),
    *undoing("warning."),
)


ORIGIN_KEYS: Final = (
    *walking("origin"),
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
    *undoing("origin."),
)


DISPUTE_KEYS: Final = (
    *walking("dispute"),
    KeyAction("dispute.settle", "s,enter", "settle", "settle", Group.VERDICT, "Settle the verdict, or leave it open."),
    KeyAction(
        "dispute.cell", "c", "settle_cell", "settle a relation", Group.RELATION, "Settle the relation with an article."
    ),
    KeyAction("dispute.open", "o", "open_claim", "to the claim", Group.MOVE, "Go to the claim."),
    *undoing("dispute."),
)


DASHBOARD_KEYS: Final = (
    KeyAction("dashboard.down", "j,down", "scroll_pane(1)", "down", Group.MOVE, "Down."),
    KeyAction("dashboard.up", "k,up", "scroll_pane(-1)", "up", Group.MOVE, "Up."),
)
