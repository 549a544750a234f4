"""The report as Markdown: to be read as it is, in a mail, a repository or a text editor."""

from workbench.reports.documents.report import render_markdown

__all__ = ["render_markdown"]
