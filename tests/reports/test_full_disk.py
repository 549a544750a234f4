"""When the disk is full, an export ends with one line, and what was there before is there still."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from workbench.reports import ExportFormat

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="files are limited by setrlimit")

FILLING_UP = """
import json, resource, signal, sys, tempfile
from pathlib import Path
from workbench.errors import WorkbenchError
from workbench.reports import ExportFormat, export_to
from workbench.store.engine import open_store

def limit(size):
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, resource.RLIM_INFINITY))

signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
database, folder = sys.argv[1:]
tempfile.tempdir = f"{folder}/temporary"
found = {}
with open_store(database, read_only=True) as store:
    for wanted in ExportFormat:
        target = Path(folder, f"report{wanted.suffix}")
        try:
            # No file may grow any more as soon as the record is being read.
            export_to(store, wanted, target, watch=lambda *told: limit(8))
            found[wanted] = None
        except WorkbenchError as error:
            found[wanted] = str(error)
        limit(resource.RLIM_INFINITY)
print(json.dumps(found))
"""


def test_no_format_leaves_a_half_file_on_a_full_disk(settled_file: Path, tmp_path: Path) -> None:
    (tmp_path / "temporary").mkdir()
    old = {tmp_path / f"report{wanted.suffix}" for wanted in ExportFormat if wanted is not ExportFormat.CSV}
    for path in old:
        path.write_text("old")
    arguments = (sys.executable, "-c", FILLING_UP, str(settled_file), str(tmp_path))
    run = subprocess.run(arguments, capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stderr
    told = json.loads(run.stdout)
    assert {wanted: line for wanted, line in told.items() if not line or "cannot be written" not in line} == {}
    assert all(line.isprintable() and "File too large" in line for line in told.values())
    assert {path: path.read_text() for path in old} == dict.fromkeys(old, "old")
    tables = tmp_path / f"report{ExportFormat.CSV.suffix}"
    assert {path for path in tmp_path.iterdir() if path.name != "temporary"} == {*old, tables}
    assert [*tables.iterdir(), *(tmp_path / "temporary").iterdir()] == []
