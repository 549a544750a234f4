"""The keys of the screens on which claims, articles and cells are decided, and of the whole program.

Bindings, key bar, help and documentation are made from these tables; lists and dialogs have theirs beside.
"""

from typing import Final

from workbench.tui.key_action import Group, KeyAction, undoing
from workbench.vocabulary import READING_TERMS, RELATION_TERMS, VERDICT_TERMS


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


def _cells(screen: str = "") -> tuple[KeyAction, ...]:
    """Return the keys that decide what an article does with a claim; `screen` stands before their ids."""
    return (
        *_relations(screen),
        KeyAction(
            f"{screen}relation.rest",
            "z",
            "silence_rest",
            "rest silent",
            Group.RELATION,
            "All articles not looked at yet: not addressed.",
        ),
        KeyAction(
            f"{screen}relation.facets", "F", "facets", "facets", Group.RELATION, "Choose in what the two differ."
        ),
        KeyAction(f"{screen}relation.note", "N", "cell_note", "its note", Group.RELATION, "A note on this relation."),
        KeyAction(
            f"{screen}passage.next",
            "right_square_bracket",
            "passage(1)",
            "next passage",
            Group.EVIDENCE,
            "The next best passage of the chosen article.",
        ),
        KeyAction(
            f"{screen}passage.previous",
            "left_square_bracket",
            "passage(-1)",
            "previous passage",
            Group.EVIDENCE,
            "Back to a better passage.",
        ),
        KeyAction(
            f"{screen}evidence.choose",
            "e",
            "choose_evidence",
            "evidence",
            Group.EVIDENCE,
            "Choose the sentences of the other article that the relation rests on.",
        ),
        KeyAction(
            f"{screen}evidence.twin",
            "t",
            "twin",
            "which claim",
            Group.EVIDENCE,
            "Choose which claim of the other article the relation is with, or none; it holds from both sides.",
        ),
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


REVIEW_KEYS: Final = (*_verdicts(), *_cells(), *_REVIEW, *undoing())


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
    *undoing("article."),
)


MATRIX_KEYS: Final = (
    *_cells("matrix."),
    *undoing("matrix."),
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
