"""How fast a large record is exported, and in how much memory, on made-up articles; beside pandas.

    python -m benchmarks.exports [--claims 10000] [--every 20] [--db FILE] [--formats csv json …]

Every 20th claim (`--every`) has a vote and a relation. With --db, a database that was made before is used, or made.
Each export runs in a process of its own. The peer reads the table of claims with pandas and writes it as CSV, and as a
workbook with openpyxl: one of our ten tables.
"""

import argparse
import json
import subprocess
import sys
import tempfile
import time
from datetime import UTC, datetime
from pathlib import Path

from benchmarks.store import CLAIMS_OF_AN_ARTICLE, COLLECTION, made_up
from workbench.reports.format_names import FORMAT_TERMS, Choice, ExportFormat
from workbench.store import facts, log, state
from workbench.store.decisions import Draft
from workbench.store.engine import Store, open_store
from workbench.store.payloads import MarkVerdict, RecordAgreement
from workbench.vocabulary import Relation, Verdict

AT_ONCE = 200
MEASURED = tuple(known for known, term in FORMAT_TERMS.items() if term.choice is not Choice.CLAIMS_AND_SECTIONS)

EXPORT = """
import json, resource, sys, time
from workbench.reports import ExportFormat, export_to
from workbench.store.engine import open_store
database, wanted, target = sys.argv[1:]
with open_store(database, read_only=True) as store:
    export_to(store, ExportFormat(wanted), target)
"""
PEER = """
import json, resource, sqlite3, sys, time
import pandas
database, wanted, target = sys.argv[1:]
table = pandas.read_sql("select * from claim_states", sqlite3.connect(f"file:{database}?mode=ro", uri=True))
table.to_csv(target, index=False) if wanted == "csv" else table.to_excel(target, index=False, engine="openpyxl")
"""
TOLD = """
print(json.dumps((time.process_time(), resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)))
"""


def fill(store: Store, claims: int, every: int) -> None:
    """Add made-up articles with so many claims, and decide about one in `every`."""
    for start in range(0, claims // CLAIMS_OF_AN_ARTICLE, AT_ONCE):
        with store.write() as connection:
            for number in range(start, min(claims // CLAIMS_OF_AN_ARTICLE, start + AT_ONCE)):
                facts.add_article(connection, *made_up(number), COLLECTION, datetime.now(UTC))
    with store.read() as connection:
        rows = state.queue_rows(connection, COLLECTION, "ann")
    drafts = []
    for number, row in enumerate(rows[::every]):
        drafts.append(Draft("ann", row.key, MarkVerdict(Verdict.SUPPORTED)))
        if row.article != rows[0].article:
            relation = Relation.CORROBORATES if number % 3 else Relation.CONTRADICTS
            payload = RecordAgreement(rows[0].article, relation, (number % CLAIMS_OF_AN_ARTICLE,))
            drafts.append(Draft("ann", row.key, payload))
    for start in range(0, len(drafts), AT_ONCE):
        with store.write() as connection:
            log.append_all(connection, drafts[start : start + AT_ONCE])


def measure(name: str, program: str, database: Path, wanted: str, target: Path) -> None:
    """Run a program and print a row: wall clock and CPU seconds, peak memory, and how large what it wrote is."""
    start = time.perf_counter()
    arguments = (sys.executable, "-c", program + TOLD, str(database), wanted, str(target))
    run = subprocess.run(arguments, capture_output=True, text=True, check=True)
    cpu, peak = json.loads(run.stdout)
    size = sum(path.stat().st_size for path in (target, *target.rglob("*")) if path.is_file()) / 1e6
    print(f"{name:24} {time.perf_counter() - start:9.1f} {cpu:9.1f} {peak:9.0f} {size:9.1f}", flush=True)


def main() -> None:
    """Read the arguments and measure."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--claims", type=int, default=10_000)
    parser.add_argument("--every", type=int, default=20)
    parser.add_argument("--db", type=Path, help="a database that `fill` made, or a new one")
    parser.add_argument("--formats", nargs="*", choices=MEASURED, default=MEASURED)
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        database = arguments.db or Path(folder, "benchmark.db")
        if not database.exists():
            with open_store(database) as store:
                fill(store, arguments.claims, arguments.every)
        print(f"{'':24} {'wall s':>9} {'CPU s':>9} {'peak MB':>9} {'MB':>9}")
        for wanted in map(ExportFormat, arguments.formats):
            measure(wanted.label, EXPORT, database, wanted, Path(folder, f"export{wanted.suffix}"))
        measure("pandas, claims as CSV", PEER, database, "csv", Path(folder, "peer.csv"))
        if "xlsx" in arguments.formats:
            measure("openpyxl, claims", PEER, database, "xlsx", Path(folder, "peer.xlsx"))


if __name__ == "__main__":
    main()
