"""How a review is made, in the words that every readable report has for it."""

from collections.abc import Mapping
from typing import Final

from workbench import __version__
from workbench.reports.wording import IMPLIED_GLYPH, NOT_LOOKED_AT, count
from workbench.vocabulary import WorkflowState

METHOD: Final = (
    (
        f"People decide; the program proposes. claim-workbench {__version__} read the files below, cut them into "
        "sentences, and took each sentence of the body or of a caption that asserts something as a claim, with whoever "
        "asserts it; compound sentences are cut where both halves stand alone. Of every other sentence it says why it "
        "was passed over. Reviewers reworded, split, added or discarded claims as the history says. A claim that a "
        "language model proposed is marked as such, with the model’s name."
    ),
    (
        "For each claim the program searched the other articles for passages likely to speak to it, and marked where "
        "words, numbers, dates, names and quotations differ. It proposed no verdict. What an article does with a "
        "claim, and whether a claim is supported, a reviewer decided; each decision has its author, its time and its "
        f"hash. “Not addressed” means that somebody read the article and found it silent; “{NOT_LOOKED_AT}” means that "
        "nobody has."
    ),
    (
        "Where a reviewer named the other article’s claim, the relation holds for that claim, too; it is then shown as "
        f"implied ({IMPLIED_GLYPH}) until somebody says otherwise. Claims that corroborate one another form a class. "
        "Support is counted in articles, in outlets, and in independent origins that a reviewer confirmed: two papers "
        "that carry one agency’s sentence are one origin."
    ),
    (
        "To repeat the work, take the files with these hashes: the same version of the program reads from them the "
        "same text, sentences and offsets. The claims give the sentence and the characters that they rest on, the "
        "history gives what was decided on them. Offsets count Unicode code points of the article’s text from 0, the "
        "end not included; sentences are counted from 1. Characters that would act unseen are replaced by visible "
        "signs."
    ),
)
"""A paragraph each: what people and the program do, relations, what follows from them, and how to repeat it."""


def workflow_words(asked: int) -> Mapping[WorkflowState, str]:
    """Return what each workflow state means where so many votes are `asked` for."""
    return {
        WorkflowState.UNREVIEWED: "Nobody has decided anything about the claim.",
        WorkflowState.IN_REVIEW: "Something was recorded, but no verdict.",
        WorkflowState.NEEDS_SECOND: f"It has fewer than the {count(asked, 'vote')} asked for.",
        WorkflowState.DISPUTED: "Votes differ, or relations do, and nobody has settled that.",
        WorkflowState.FINAL: "It has its votes and they agree, or it was signed off or settled.",
        WorkflowState.PARKED: "Somebody put it aside.",
    }
