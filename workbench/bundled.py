"""Where the folders that travel inside the wheel are found."""

from importlib.resources import files
from pathlib import Path

from workbench.errors import WorkbenchError


def bundled_folder(name: str) -> Path:
    """Return the folder `migrations` or `seed`, from the installed wheel or from the checkout.

    Raises:
        WorkbenchError: the installation lacks it.
    """
    installed = Path(str(files("workbench"))) / "_bundled" / name
    if installed.is_dir():
        return installed
    checkout = Path(__file__).resolve().parent.parent / name
    if checkout.is_dir():
        return checkout
    raise WorkbenchError(f"This installation lacks its folder “{name}”: install claim-workbench again.")
