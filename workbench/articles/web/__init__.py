"""Articles from the web, only where a person allowed it for this one call: one page at a time, and no crawling."""
