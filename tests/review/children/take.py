"""Take one claim when a line comes in, and print its key. Arguments: database, reviewer."""

import sys

from workbench.review.session import Review

review = Review.open(sys.argv[1], sys.argv[2])
print("ready", flush=True)  # noqa: T201 - the parent reads it
sys.stdin.readline()
outcome = review.team.take_next()
print(outcome.claim if outcome else "", flush=True)  # noqa: T201 - the parent reads it
review.close()
