"""What can go wrong, said so that a person can mend it."""


class WorkbenchError(Exception):
    """Something the user can understand and mend: what happened, to which thing, and what to do.

    `str(error)` is one line without a traceback's help; every edge (command line, screen) shows just that.
    """


class UnreadableArticleError(WorkbenchError):
    """A file that cannot be read as an article: missing, empty, binary, too large."""


class StoreError(WorkbenchError):
    """A database that cannot be opened, written or trusted."""


class MatchingError(WorkbenchError):
    """Something that matching was asked to use and cannot: a model that is not there."""


class DecisionError(WorkbenchError):
    """A decision that cannot be recorded: about an unknown claim, or contradicting the log."""


class InterchangeError(WorkbenchError):
    """A file from elsewhere that is not in the format it was said to be in."""


class EndpointError(WorkbenchError):
    """A language model that cannot be asked."""


class ReportError(WorkbenchError):
    """A report that cannot be made or written."""
