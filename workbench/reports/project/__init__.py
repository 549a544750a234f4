"""The complete project as one JSON file, in both directions."""
