"""What some verdicts must say besides, asked: why a claim is not checkable, which of its words are not supported."""

from collections.abc import Awaitable, Callable, Iterable

from workbench.tui.dialogs import Choice, PickOne
from workbench.tui.shell import Shell
from workbench.tui.word_places import Place
from workbench.vocabulary import NOT_CHECKABLE_TERMS, NotCheckableReason


def ask_why_not_checkable(app: Shell, then: Callable[[NotCheckableReason], Awaitable[None] | None]) -> None:
    """Ask why no evidence could decide a claim; without an answer nothing happens."""

    def answered(answer: str | None) -> Awaitable[None] | None:
        return then(NotCheckableReason(answer)) if answer is not None else None

    choices = [Choice(term.key, reason, term.label, term.definition) for reason, term in NOT_CHECKABLE_TERMS.items()]
    app.open_dialog(PickOne("Not checkable, because it is", choices), answered)


def ask_what_is_unsupported(
    app: Shell,
    wording: str,
    then: Callable[[tuple[Place, ...]], Awaitable[None] | None],
    known: Iterable[Place] = (),
    at: int = 0,
) -> None:
    """Let the words of a claim be marked that are not supported; those `known` are, the cursor begins `at` an offset.

    Without an answer nothing happens.
    """
    from workbench.tui.word_chooser import ChooseWords  # few claims need it

    def answered(places: tuple[Place, ...] | None) -> Awaitable[None] | None:
        return then(places) if places is not None else None

    app.open_dialog(ChooseWords("Which words are not supported?", wording, known, at=at), answered)
