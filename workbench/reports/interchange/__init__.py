"""A reviewed collection in the formats that other tools of the field read."""
