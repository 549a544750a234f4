"""The formats that claims are read from; so light that the command line can offer them at once."""

from enum import StrEnum


class ClaimFormat(StrEnum):
    """The identifier of a format, as it stands on the command line."""

    CSV = "csv"
    JSONL = "jsonl"
    LABEL_STUDIO = "labelstudio"
    DOCCANO = "doccano"
    AVERITEC = "averitec"
