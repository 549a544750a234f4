"""Where the links of the HTML report lead: only to what is in the page, so that none dangles."""

from dataclasses import dataclass
from functools import cached_property

from workbench.reports.outline import Outline
from workbench.reports.sections import Section
from workbench.reports.selection import article_keys


@dataclass(frozen=True)
class PageLinks:
    """The links of one page, as fragments of its address; None where the page does not have what they would lead to.

    Attributes:
        sections: the parts of the page.
    """

    outline: Outline
    sections: tuple[Section, ...]

    def claim(self, key: str) -> str | None:
        """Return the link to a claim."""
        return f"#claim-{key}" if key in self._claims else None

    def article(self, label: str) -> str | None:
        """Return the link to the annotated copy of an article."""
        return f"#article-{label}" if label in self.copies else None

    def sentence(self, label: str, index: int) -> str | None:
        """Return the link to a sentence (counted from 0) in the annotated copy of its article."""
        return f"#sentence-{label}-{index + 1}" if label in self.copies else None

    def section(self, section: Section) -> str | None:
        """Return the link to a part of the page."""
        return f"#{section}" if section in self.sections else None

    @cached_property
    def copies(self) -> frozenset[str]:
        """The labels of the articles whose annotated copies are in the page."""
        if Section.ARTICLES not in self.sections:
            return frozenset()
        summaries = self.outline.graph.summaries
        wanted = self.outline.record.selection.articles
        names = {key: (summary.label, summary.name) for key, summary in summaries.items()}
        keys = article_keys(wanted, names) if wanted else frozenset(summaries)
        return frozenset(summaries[key].label for key in keys)

    @cached_property
    def _claims(self) -> frozenset[str]:
        if Section.CLAIMS not in self.sections:
            return frozenset()
        return frozenset(key for key in self.outline.numbers if self.outline.record.tells_of(key))


def css_string(words: str) -> str:
    """Return words as a string of CSS in which nothing but letters, digits and spaces stands unescaped."""
    plain = (each if each == " " or (each.isascii() and each.isalnum()) else f"\\{ord(each):x} " for each in words)
    return f'"{"".join(plain)}"'
