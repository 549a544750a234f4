"""The database: facts, the append-only log of decisions, and the cache of their fold."""
