"""The keys of the dialogs in which sentences or words are chosen."""

from typing import Final

from workbench.tui.key_action import Group, KeyAction

CHOOSER_KEYS: Final = (
    KeyAction("choose.next", "j,down", "move(1)", "next", Group.MOVE, "The next sentence."),
    KeyAction("choose.previous", "k,up", "move(-1)", "previous", Group.MOVE, "The previous sentence."),
    KeyAction("choose.page_down", "pagedown", "move(10)", "page down", Group.MOVE, "Ten sentences down."),
    KeyAction("choose.page_up", "pageup", "move(-10)", "page up", Group.MOVE, "Ten sentences up."),
    KeyAction(
        "choose.toggle",
        "space",
        "toggle_sentence",
        "choose",
        Group.EVIDENCE,
        "Choose the sentence, or leave it out.",
    ),
    KeyAction("choose.accept", "enter", "accept", "done", Group.EVIDENCE, "Take what is chosen."),
    KeyAction("choose.cancel", "escape,q", "cancel", "cancel", Group.PROGRAM, "Leave everything as it was."),
)


WORD_CHOOSER_KEYS: Final = (
    KeyAction("words.next", "l,right", "move(1)", "next", Group.MOVE, "The next word."),
    KeyAction("words.previous", "h,left", "move(-1)", "previous", Group.MOVE, "The previous word."),
    KeyAction("words.down", "j,down", "line(1)", "down", Group.MOVE, "The word below."),
    KeyAction("words.up", "k,up", "line(-1)", "up", Group.MOVE, "The word above."),
    KeyAction("words.first", "g,home", "edge(-1)", "first", Group.MOVE, "The first word."),
    KeyAction("words.last", "end", "edge(1)", "last", Group.MOVE, "The last word."),
    KeyAction("words.mark", "space", "mark", "mark", Group.EVIDENCE, "Begin a stretch, end it, or take its mark away."),
    KeyAction("words.accept", "enter", "accept", "done", Group.EVIDENCE, "Take what is marked."),
    KeyAction("words.cancel", "escape,q", "cancel", "cancel", Group.PROGRAM, "Leave everything as it was."),
)
