"""Whether reading and extracting take time in proportion to the text: `python -m benchmarks.linear [--largest MB]`.

For each kind of text that breaks programs, sizes are doubled up to the largest; printed are CPU seconds, how many
times those of the size before (2.0 is linear), and the peak of memory over what the program held before. Each row is a
process of its own, so that no memory of one counts for another; the peak is read from Linux's /proc, and 0 elsewhere.
"""

import argparse
import re
import subprocess
import sys
import time
from pathlib import Path
from typing import Final

_PROSE = (
    "The harbour tunnel opened on Monday, two years late, and cost 3.5 million crowns, according to Mayor Anna Lind. "
    "“We have waited for this,” she said at 5 p.m. Officials in the U.S. agreed. Was it worth it? Nobody knows yet. "
)
KINDS: Final = {
    "prose, one line": _PROSE,
    "prose, one newline a paragraph": _PROSE + "\n",
    "prose, hard-wrapped": re.sub(r"(.{1,78}) ", r"\1\n", _PROSE),
    "no spaces": "abcdefghij",
    "no spaces, stops": "ab.Cd",
    "punctuation": '.!?)"',
    "one stop over and over": "!",
    "spaced stops": ". ",
    "only newlines, and one word": "\n",
    "short lines": "a\n",
    "astral planes": "𝔸𝔹 𐍈. 😀 𠀀",
    "deep quotes": "“‘“‘He ",
    "brackets": "(",
}
_ROW: Final = (
    "import sys; from benchmarks.linear import print_row; print_row(sys.argv[1], int(sys.argv[2]), sys.argv[3])"
)


def text_of(kind: str, size: int) -> str:
    """Return a text of `size` characters of a kind; its last word is visible, so that there is something to read."""
    unit = KINDS[kind]
    return (unit * (size // len(unit) + 1))[: size - 4] + " end"


def print_row(kind: str, size: int, step: str) -> None:
    """Print the CPU seconds and the peak of memory in megabytes of one step over one text."""
    from workbench.articles import read_article
    from workbench.claims import extract_claims

    def run(raw: bytes) -> None:
        article = read_article(raw, name="a.txt")
        if step == "claims":
            extract_claims(article)

    raw = text_of(kind, size).encode()
    run(_PROSE.encode())  # imports, and loads what is loaded once
    held = _memory("VmRSS")
    started = time.process_time()
    run(raw)
    print(time.process_time() - started, (_memory("VmHWM") - held) / 1000)


def _memory(field: str) -> int:
    """Return a field of the process's memory in kilobytes, 0 where the system does not tell."""
    status = Path("/proc/self/status")
    if not status.exists():
        return 0
    match = re.search(rf"{field}:\s+(\d+)", status.read_text())
    return int(match[1]) if match else 0


def main() -> None:
    """Print one table a step."""
    parser = argparse.ArgumentParser(description="CPU seconds and memory for doubled sizes.")
    parser.add_argument("--largest", type=float, default=2.0, help="million characters of the largest text")
    parser.add_argument("--kind", choices=sorted(KINDS), help="one kind only")
    options = parser.parse_args()
    sizes = [int(options.largest * 1e6 / part) for part in (4, 2, 1)]
    for step in ("read", "claims"):
        name = "read_article" if step == "read" else "read_article and extract_claims"
        print(f"{name:34}{'MB':>6}{'CPU s':>9}{'times':>7}{'peak MB':>9}")
        for kind in [options.kind] if options.kind else KINDS:
            before = 0.0
            for size in sizes:
                command = [sys.executable, "-c", _ROW, kind, str(size), step]
                seconds, peak = map(float, subprocess.check_output(command, text=True).split())
                times = f"{seconds / before:.1f}" if before else ""
                print(f"{kind:34}{size / 1e6:>6.1f}{seconds:>9.2f}{times:>7}{peak:>9.0f}", flush=True)
                before = seconds


if __name__ == "__main__":
    main()
