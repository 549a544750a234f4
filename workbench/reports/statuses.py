"""How claims stand, to choose them by; so light that the command line can offer it without importing a report."""

from enum import StrEnum

from workbench.vocabulary import WORKFLOW_LABELS, WorkflowState


class Status(StrEnum):
    """How a claim stands, to choose claims by: discarded, or else its workflow state."""

    UNREVIEWED = WorkflowState.UNREVIEWED.value
    IN_REVIEW = WorkflowState.IN_REVIEW.value
    NEEDS_SECOND = WorkflowState.NEEDS_SECOND.value
    DISPUTED = WorkflowState.DISPUTED.value
    FINAL = WorkflowState.FINAL.value
    PARKED = WorkflowState.PARKED.value
    DISCARDED = "discarded"

    @property
    def label(self) -> str:
        """What people call it."""
        return self.value if self is Status.DISCARDED else WORKFLOW_LABELS[WorkflowState(self.value)]
