"""What speaks for a sentence's being a statement of fact, and what against: each sign with its weight and its reason.

The weights are natural logarithms of odds, to one place: +0.7 doubles the odds that the sentence is a statement of
fact, -0.7 halves them. They were set by hand in the order that subjectivity research gives (Wiebe and Riloff 2005;
Hassan et al. 2017 for numbers, names and past events), and moved until they fitted annotated news.
"""

from dataclasses import dataclass
from typing import Final

from workbench.vocabulary import ScoreReason


@dataclass(frozen=True, slots=True, eq=False)
class Sign:
    """A sign in the words of a sentence; each is itself only, whatever it weighs.

    Attributes:
        reason: what it is called when the score is explained.
        weight: what one occurrence adds to the log-odds that the sentence states a fact.
        most: how many occurrences count.
    """

    reason: ScoreReason
    weight: float
    most: int = 1


START: Final = 0.9  # a sentence of news that shows no sign at all rather states a fact

NUMBER: Final = Sign(ScoreReason.NUMBER, 0.8)  # an amount can be right or wrong
DATE: Final = Sign(ScoreReason.DATE, 1.3)  # an event at a stated time can be looked up
RECENT: Final = Sign(ScoreReason.DATE, 0.4)  # “last year”, “a week ago”: a time, less exactly
NAME: Final = Sign(ScoreReason.NAMED_ENTITY, 0.1)  # it is about somebody
MANY_NAMES: Final = Sign(ScoreReason.SEVERAL_NAMED_ENTITIES, 0.3)  # a relation between them
EVENT: Final = Sign(ScoreReason.NAMED_EVENT, 0.2)  # a summit, a war, a cup: others have written of it
OFFICE: Final = Sign(ScoreReason.OFFICE, 0.2)  # institutions and holders of offices leave records
COMPARISON: Final = Sign(ScoreReason.COMPARISON, 0.3)  # “the lowest since”, “more than”: can be counted out
PAST: Final = Sign(ScoreReason.PAST_EVENT, 0.3, 2)  # it happened or it did not
RECORD: Final = Sign(ScoreReason.PAST_EVENT, 0.8)  # “we passed”, “I have seen”: deeds and witness, not plans
REPORTED: Final = Sign(ScoreReason.ATTRIBUTED, 0.8)  # that somebody said it is a fact, whatever they said
STANCE: Final = Sign(ScoreReason.ATTRIBUTED, 0.7)  # so is what they want or condemn
QUOTATION: Final = Sign(ScoreReason.QUOTATION, 0.4)  # the words can be compared with other reports
ALL_QUOTED: Final = Sign(ScoreReason.QUOTATION, 0.6)  # not the author's words at all
EVALUATION: Final = Sign(ScoreReason.JUDGEMENT, -0.9, 3)  # good and bad are in the eye of the author
DRAMA: Final = Sign(ScoreReason.JUDGEMENT, -0.6, 2)  # a plainer word was at hand
CAMP: Final = Sign(ScoreReason.LOADED_WORDS, -1.0, 3)  # names a side and judges it in one word
SCARE: Final = Sign(ScoreReason.LOADED_WORDS, -0.2)  # a word in marks that nobody is said to have used
EMPHASIS: Final = Sign(ScoreReason.EMPHASIS, -0.4, 3)  # a fact needs none
EXCLAMATION: Final = Sign(ScoreReason.EMPHASIS, -0.5)
SWEEPING: Final = Sign(ScoreReason.SWEEPING, -0.3, 2)  # “everyone”, “never”: no report could show it
ARGUING: Final = Sign(ScoreReason.ARGUMENT, -0.3, 3)  # leads the reader to a conclusion
IDEAS: Final = Sign(ScoreReason.ARGUMENT, -0.3, 3)  # about reasons and notions, not about things
VAGUE: Final = Sign(ScoreReason.VAGUE, -0.4)  # cannot be pinned down
INFORMAL: Final = Sign(ScoreReason.EMPHASIS, -0.6)  # contractions belong to talk, not to reports
READER: Final = Sign(ScoreReason.ADDRESS, -0.5)  # speaks to the reader
ORDER: Final = Sign(ScoreReason.ADDRESS, -1.0)  # asks or thanks, and tells nothing
FIRST_PERSON: Final = Sign(ScoreReason.FIRST_PERSON, -0.6)  # feeling and intention, rarely documented
OURS: Final = Sign(ScoreReason.FIRST_PERSON, -0.3)  # “our schools” can be counted all the same
OPINING: Final = Sign(ScoreReason.FIRST_PERSON, -0.8)  # “I believe”: says so itself
NORM: Final = Sign(ScoreReason.NORM, -1.2)  # says what ought to be
PREDICTION: Final = Sign(ScoreReason.PREDICTION, -0.2)  # nothing to check it against yet; plans are documented
PROMISE: Final = Sign(ScoreReason.PREDICTION, -0.8)  # “we will”: an intention
CONDITION: Final = Sign(ScoreReason.CONDITIONAL, -0.3)  # true or not, only if
HEDGE: Final = Sign(ScoreReason.HEDGE, -0.4)  # true whatever happens
QUESTION: Final = Sign(ScoreReason.QUESTION, -0.6)  # asserts at most by the way
GENERAL: Final = Sign(ScoreReason.GENERAL, -0.3)  # how things are, at no time in particular
GENERIC: Final = Sign(ScoreReason.GENERIC, -0.3)  # no name, number or date to hold on to
SITE: Final = Sign(ScoreReason.BOILERPLATE, -1.5)  # invitations, credits and headlines of other pages
