"""Decide about one claim for ever, or a number of times; print each decision's id once it is saved.

Arguments: database, reviewer, claim, how many (0: until killed).
"""

import sys
from itertools import count

from workbench.store import log
from workbench.store.decisions import Draft
from workbench.store.engine import open_store
from workbench.store.payloads import AddNote

location, reviewer, claim, times = sys.argv[1], sys.argv[2], sys.argv[3], int(sys.argv[4])
with open_store(location) as store:
    print("ready", flush=True)  # noqa: T201 - the parent reads it
    for number in range(times) if times else count():
        draft = Draft(reviewer, claim, AddNote(f"note {number}"))
        with store.write() as connection:
            log.append(connection, draft)
        print(draft.id, flush=True)  # noqa: T201 - the parent reads it
