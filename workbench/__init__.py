"""The claim-verification workbench: from a pile of articles to a record that others can trust."""

__version__ = "0.1.0"
