"""How one outlet renders the quotation that another one prints."""

from enum import StrEnum
from typing import Final


class QuoteVariantKind(StrEnum):
    """What became of the words of a quotation."""

    SAME = "same"
    TRANSLATION = "translation"
    PARAPHRASE = "paraphrase"
    ELLIPSIS = "ellipsis"
    TRUNCATION = "truncation"
    TURNED = "turned"


QUOTE_VARIANT_LABELS: Final[dict[QuoteVariantKind, str]] = {
    QuoteVariantKind.SAME: "the same words",
    QuoteVariantKind.TRANSLATION: "another translation or rendering",
    QuoteVariantKind.PARAPHRASE: "a paraphrase in quotation marks",
    QuoteVariantKind.ELLIPSIS: "left out, with an ellipsis",
    QuoteVariantKind.TRUNCATION: "cut short, without a sign",
    QuoteVariantKind.TURNED: "cut short so that it says something else",
}
