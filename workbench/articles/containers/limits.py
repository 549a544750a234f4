"""How large a container may be: far larger than one article, because it is read piece by piece."""

from typing import Final

MAX_PACKED: Final = 2_000_000_000
MAX_UNPACKED: Final = 10_000_000_000
MAX_RATIO: Final = 100
MAX_DOCUMENT: Final = 20_000_000
"""One document of a container may be as large as a file that holds one article (`files.MAX_BYTES`)."""

HEAD: Final = 65_536
"""So many bytes tell in which format a file is."""
