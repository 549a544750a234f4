"""Every key in one table: bindings, key bar, help and documentation are made from it."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from textual.binding import Binding

from workbench.vocabulary import READING_TERMS, RELATION_TERMS, VERDICT_TERMS


class Group(StrEnum):
    """What a key is for; the help is ordered by it."""

    VERDICT = "The verdict on the claim"
    RELATION = "What the chosen other article does with it"
    EVIDENCE = "Evidence"
    CLAIM = "The claim"
    SENTENCE = "A sentence that makes no claim"
    MOVE = "Moving"
    SCREENS = "Screens"
    PROGRAM = "The program"


@dataclass(frozen=True, slots=True)
class KeyAction:
    """Something that a key does: its stable id (for remapping), its keys, its action, and what it says."""

    id: str
    keys: str
    action: str
    label: str
    group: Group
    help: str

    @property
    def shown_key(self) -> str:
        """The first of its keys, as a person would write it."""
        return shown_key(self.keys)


_SHOWN: Final = {
    "question_mark": "?",
    "slash": "/",
    "colon": ":",
    "comma": ",",
    "full_stop": ".",
    "left_square_bracket": "[",
    "right_square_bracket": "]",
    "equals_sign": "=",
    "plus": "+",
    "pageup": "PgUp",
    "pagedown": "PgDn",
}


def shown_key(keys: str) -> str:
    """Return the first of some keys, written as on a keyboard."""
    return shown_keys(keys.split(",")[0])


def shown_keys(keys: str) -> str:
    """Return some keys, written as on a keyboard."""
    return " ".join(_SHOWN.get(key, key) for key in keys.split(","))


def _verdicts() -> tuple[KeyAction, ...]:
    return tuple(
        KeyAction(
            f"verdict.{verdict}",
            term.key,
            f"verdict('{verdict}')",
            term.label,
            Group.VERDICT,
            f"{term.glyph}  {term.definition}",
        )
        for verdict, term in VERDICT_TERMS.items()
    )


def _relations(screen: str = "") -> tuple[KeyAction, ...]:
    return tuple(
        KeyAction(
            f"{screen}relation.{relation}",
            term.key,
            f"relation('{relation}')",
            term.label,
            Group.RELATION,
            f"{term.glyph}  {term.definition}",
        )
        for relation, term in RELATION_TERMS.items()
    )


def _readings() -> tuple[KeyAction, ...]:
    return tuple(
        KeyAction(
            f"reading.{reading}",
            term.key,
            f"read('{reading}')",
            term.label,
            Group.SENTENCE,
            f"{term.glyph}  {term.definition}",
        )
        for reading, term in READING_TERMS.items()
    )


_REVIEW = (
    KeyAction(
        "relation.rest",
        "z",
        "silence_rest",
        "rest silent",
        Group.RELATION,
        "All articles not looked at yet: not addressed.",
    ),
    KeyAction("cell.next", "full_stop,right,tab", "cell(1)", "next article", Group.EVIDENCE, "The next other article."),
    KeyAction(
        "cell.previous",
        "comma,left,shift+tab",
        "cell(-1)",
        "previous article",
        Group.EVIDENCE,
        "The previous other article.",
    ),
    KeyAction(
        "passage.next",
        "right_square_bracket",
        "passage(1)",
        "next passage",
        Group.EVIDENCE,
        "The next best passage of the chosen article.",
    ),
    KeyAction(
        "passage.previous",
        "left_square_bracket",
        "passage(-1)",
        "previous passage",
        Group.EVIDENCE,
        "Back to a better passage.",
    ),
    KeyAction(
        "evidence.choose",
        "e",
        "choose_evidence",
        "evidence",
        Group.EVIDENCE,
        "Choose the sentences of the other article that the relation rests on.",
    ),
    KeyAction(
        "source.link",
        "l",
        "link",
        "link",
        Group.EVIDENCE,
        "Confirm the source; once more takes a source set away.",
    ),
    KeyAction(
        "source.choose",
        "L",
        "choose_source",
        "other source",
        Group.EVIDENCE,
        "Choose another set of sentences that states the claim, or take a set away.",
    ),
    KeyAction(
        "evidence.twin",
        "t",
        "twin",
        "which claim",
        Group.EVIDENCE,
        "Choose which claim of the other article the relation is with, or none; it holds from both sides.",
    ),
    KeyAction("relation.facets", "F", "facets", "facets", Group.RELATION, "Choose in what the two differ."),
    KeyAction("relation.note", "N", "cell_note", "its note", Group.RELATION, "A note on this relation."),
    KeyAction(
        "evidence.attach",
        "b",
        "attach",
        "from outside",
        Group.EVIDENCE,
        "Attach evidence from outside: an address, a citation, a file, a quotation, with its grade.",
    ),
    KeyAction("evidence.detach", "B", "detach", "detach", Group.EVIDENCE, "Take evidence from outside away."),
    KeyAction(
        "verdict.offer",
        "equals_sign",
        "take_offer",
        "as its class",
        Group.VERDICT,
        "Confirm the source and take the verdict of an equivalent claim; or give this one's to those that have none.",
    ),
    KeyAction("claim.take", "plus", "take", "take next", Group.CLAIM, "Take the next claim that nobody has in hand."),
    KeyAction("claim.note", "m", "note", "note", Group.CLAIM, "Write a note."),
    KeyAction("claim.reword", "w", "reword", "reword", Group.CLAIM, "Put the claim in other words."),
    KeyAction("claim.add", "a", "add_claim", "add claim", Group.CLAIM, "Make a claim of sentences of this article."),
    KeyAction("claim.discard", "d", "discard", "discard", Group.CLAIM, "Discard the claim, or restore it."),
    KeyAction("claim.park", "o", "park", "park", Group.CLAIM, "Set it aside for later, or take it up again."),
    KeyAction("claim.sign_off", "y", "sign_off", "sign off", Group.CLAIM, "Sign the verdict off, or reopen it."),
    KeyAction("undo", "u", "undo", "undo", Group.CLAIM, "Take back your latest decision, also tomorrow."),
    KeyAction("redo", "U,ctrl+y", "redo", "redo", Group.CLAIM, "Take back the latest undo."),
    KeyAction("claim.next", "j,down", "move(1)", "next", Group.MOVE, "The next claim."),
    KeyAction("claim.previous", "k,up", "move(-1)", "previous", Group.MOVE, "The previous claim."),
    KeyAction("claim.to_do", "space", "to_do", "next to do", Group.MOVE, "The next claim with something to decide."),
    KeyAction("claim.first", "g,home", "edge(-1)", "first", Group.MOVE, "The first claim."),
    KeyAction("claim.last", "G,end", "edge(1)", "last", Group.MOVE, "The last claim."),
    KeyAction("queue.page_down", "pagedown", "page(1)", "page down", Group.MOVE, "A page of claims down."),
    KeyAction("queue.page_up", "pageup", "page(-1)", "page up", Group.MOVE, "A page of claims up."),
    KeyAction(
        "queue.filter",
        "f",
        "filter",
        "filter",
        Group.MOVE,
        "Choose which claims the queue shows, or a queue that you keep under a name.",
    ),
    KeyAction(
        "queue.classes", "K", "class_order", "by class", Group.MOVE, "Class by class: equivalent claims together."
    ),
    KeyAction("queue.search", "slash", "search", "search", Group.MOVE, "Show the claims that hold some words."),
    KeyAction("queue.clear", "escape", "clear", "show all", Group.MOVE, "End the search and the filter."),
)

REVIEW_KEYS: Final = (*_verdicts(), *_relations(), *_REVIEW)

APP_KEYS: Final = (
    KeyAction("screen.review", "R", "goto('review')", "review", Group.SCREENS, "One claim after the other."),
    KeyAction("screen.article", "A", "goto('article')", "article", Group.SCREENS, "The annotated article."),
    KeyAction("screen.matrix", "M", "goto('matrix')", "matrix", Group.SCREENS, "Claims × articles."),
    KeyAction("screen.history", "H", "goto('history')", "history", Group.SCREENS, "All decisions, newest first."),
    KeyAction("screen.dashboard", "D", "goto('dashboard')", "dashboard", Group.SCREENS, "Progress and verdicts."),
    KeyAction(
        "screen.origins", "O", "goto('origins')", "origins", Group.SCREENS, "Who knows it, and what falls with whom."
    ),
    KeyAction("screen.warnings", "W", "goto('warnings')", "warnings", Group.SCREENS, "What an editor would ask about."),
    KeyAction(
        "screen.disputes", "S", "goto('disputes')", "disputes", Group.SCREENS, "Settle what reviewers disagree on."
    ),
    KeyAction("screen.collections", "C", "collections", "collections", Group.SCREENS, "Go to another collection."),
    KeyAction("export", "E", "export", "export", Group.SCREENS, "Write a report."),
    KeyAction("help", "question_mark,f1", "help", "help", Group.PROGRAM, "This page."),
    KeyAction("palette", "colon,ctrl+p", "command_palette", "palette", Group.PROGRAM, "Find a command by its name."),
    KeyAction("theme", "T", "next_theme", "theme", Group.PROGRAM, "Dark, light, or your terminal's own colours."),
    KeyAction("quit", "q,ctrl+q", "quit", "quit", Group.PROGRAM, "Quit; everything is saved already."),
)

ARTICLE_KEYS: Final = (
    *_readings(),
    KeyAction(
        "reading.rest",
        "z",
        "read_rest",
        "rest",
        Group.SENTENCE,
        "All sentences of the article that are not read yet, as the program suggests; one undo takes all back.",
    ),
    KeyAction(
        "sentence.unread",
        "space",
        "next_unread",
        "next unread",
        Group.MOVE,
        "The next sentence that is not read yet, also in other articles.",
    ),
    KeyAction("sentence.next", "j,down", "move(1)", "next", Group.MOVE, "The next sentence."),
    KeyAction("sentence.previous", "k,up", "move(-1)", "previous", Group.MOVE, "The previous sentence."),
    KeyAction("sentence.page_down", "pagedown", "move(10)", "page down", Group.MOVE, "Ten sentences down."),
    KeyAction("sentence.page_up", "pageup", "move(-10)", "page up", Group.MOVE, "Ten sentences up."),
    KeyAction("article.next", "full_stop,right,tab", "article(1)", "next article", Group.MOVE, "The next article."),
    KeyAction(
        "article.previous",
        "comma,left,shift+tab",
        "article(-1)",
        "previous article",
        Group.MOVE,
        "The previous article.",
    ),
    KeyAction(
        "sentence.open",
        "enter",
        "open_claim",
        "to the claim",
        Group.MOVE,
        "Review the sentence's claim; of several, the next one each time.",
    ),
    KeyAction("sentence.add", "a", "add_claim", "add claim", Group.CLAIM, "Make a claim of the sentence."),
    KeyAction(
        "sentence.add_part", "p", "add_part", "of a part", Group.CLAIM, "Make a claim of a part of the sentence."
    ),
    KeyAction("article.undo", "u", "undo", "undo", Group.CLAIM, "Take back your latest decision."),
    KeyAction("article.redo", "U,ctrl+y", "redo", "redo", Group.CLAIM, "Take back the latest undo."),
)

MATRIX_KEYS: Final = (
    *_relations("matrix."),
    KeyAction(
        "matrix.rest", "z", "silence_rest", "rest silent", Group.RELATION, "All articles not looked at: not addressed."
    ),
    KeyAction("matrix.facets", "F", "facets", "facets", Group.RELATION, "Choose in what the two differ."),
    KeyAction("matrix.note", "N", "cell_note", "its note", Group.RELATION, "A note on this relation."),
    KeyAction(
        "matrix.passage_next",
        "right_square_bracket",
        "passage(1)",
        "next passage",
        Group.EVIDENCE,
        "The next best passage of the article.",
    ),
    KeyAction(
        "matrix.passage_previous",
        "left_square_bracket",
        "passage(-1)",
        "previous passage",
        Group.EVIDENCE,
        "Back to a better passage.",
    ),
    KeyAction(
        "matrix.evidence", "e", "choose_evidence", "evidence", Group.EVIDENCE, "Choose the sentences it rests on."
    ),
    KeyAction("matrix.twin", "t", "twin", "which claim", Group.EVIDENCE, "Choose which claim of it is meant, or none."),
    KeyAction("matrix.undo", "u", "undo", "undo", Group.CLAIM, "Take back what you did last."),
    KeyAction("matrix.redo", "U,ctrl+y", "redo", "redo", Group.CLAIM, "Take back the latest undo."),
    KeyAction("row.next", "j,down", "move(1, 0)", "down", Group.MOVE, "The next claim."),
    KeyAction("row.previous", "k,up", "move(-1, 0)", "up", Group.MOVE, "The previous claim."),
    KeyAction("column.next", "full_stop,right,tab", "move(0, 1)", "right", Group.MOVE, "The next article."),
    KeyAction("column.previous", "comma,left,shift+tab", "move(0, -1)", "left", Group.MOVE, "The previous article."),
    KeyAction("row.page_down", "pagedown,space", "move(20, 0)", "page down", Group.MOVE, "Twenty claims down."),
    KeyAction("row.page_up", "pageup", "move(-20, 0)", "page up", Group.MOVE, "Twenty claims up."),
    KeyAction(
        "matrix.classes", "K", "fold_classes", "one row a class", Group.MOVE, "One row for each class of equal claims."
    ),
    KeyAction("cell.open", "enter", "open_cell", "to the claim", Group.MOVE, "Review the claim with this article."),
)

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


def bindings(actions: Iterable[KeyAction]) -> list[Binding]:
    """Return the bindings of some actions, each with its id, so that it can be remapped."""
    return [
        Binding(action.keys, action.action, action.label, show=False, id=action.id, tooltip=action.help)
        for action in actions
    ]
