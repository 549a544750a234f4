"""The wheel works from any folder: migrations and demo travel inside it, and nothing of the checkout is needed."""

import json
import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

pytestmark = [pytest.mark.slow, pytest.mark.timeout(600)]

CHECKOUT = Path(__file__).resolve().parents[2]
ARTICLE = """The bridge at Ferrow reopens

12 September 2023

The bridge at Ferrow reopened on Monday after two years of repairs, the town council said.

The work cost 14 million crowns.
"""


def _environment(**more: str) -> dict[str, str]:
    """Return this environment without what would lead a program back to the checkout."""
    left_out = ("PYTHONPATH", "VIRTUAL_ENV", "UV_PROJECT_ENVIRONMENT")
    kept = {name: value for name, value in os.environ.items() if name not in left_out}
    return {name: value for name, value in kept.items() if not name.startswith("WORKBENCH_")} | more


def _run(*command: str | Path, cwd: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    done = subprocess.run(
        [str(part) for part in command],
        cwd=cwd,
        env=_environment(**environment),
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        encoding="utf-8",
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done


@pytest.fixture(scope="module")
def uv() -> str:
    """Where uv is: on the path, or where `make` put it beside the environment."""
    found = shutil.which("uv") or shutil.which("uv", path=str(Path(sys.prefix).parent / ".tools" / "bin"))
    if found is None:
        pytest.fail("This test needs uv: run it with `make test-slow`.")
    return found


@pytest.fixture(scope="module")
def wheel(uv: str, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the wheel, built from the checkout as `uv build` does it: by way of the source distribution."""
    folder = tmp_path_factory.mktemp("dist")
    _run(uv, "build", "--python", sys.executable, "--out-dir", folder, cwd=CHECKOUT)
    (built,) = folder.glob("*.whl")
    return built


@pytest.fixture(scope="module")
def installed(uv: str, wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of the commands of a fresh environment with the wheel, in the versions of uv.lock."""
    folder = tmp_path_factory.mktemp("elsewhere")
    locked = folder / "locked.txt"
    _run(
        uv, "export", "--quiet", "--frozen", "--no-dev", "--no-emit-project", "--no-hashes", "--output-file", locked,
        cwd=CHECKOUT,
    )  # fmt: skip
    _run(uv, "venv", "--python", sys.executable, folder / "venv", cwd=folder)
    python = folder / "venv" / "bin" / "python"
    _run(uv, "pip", "install", "--python", python, "--constraint", locked, wheel, cwd=folder)
    return folder / "venv" / "bin"


@pytest.fixture
def stranger(tmp_path: Path) -> Path:
    """Return an empty folder that has nothing to do with the checkout, with one article in it."""
    (tmp_path / "bridge.txt").write_text(ARTICLE, encoding="utf-8")
    return tmp_path


def test_wheel_carries_migrations_demo_and_types(wheel: Path) -> None:
    """What the program looks for beside its code is inside, and no test or benchmark is."""
    names = set(zipfile.ZipFile(wheel).namelist())
    for folder in ("migrations", "seed"):
        here = {path.relative_to(CHECKOUT).as_posix() for path in _kept_files(CHECKOUT / folder)}
        assert here
        assert {f"workbench/_bundled/{name}" for name in here} <= names
    assert "workbench/py.typed" in names
    assert all(name.startswith("workbench/") or ".dist-info/" in name for name in names)


def _kept_files(folder: Path) -> list[Path]:
    return [path for path in folder.rglob("*") if path.is_file() and "__pycache__" not in path.parts]


def test_installed_package_reads_its_own_folders(installed: Path, stranger: Path) -> None:
    """Nothing is taken from the checkout."""
    code = "from workbench.bundled import bundled_folder as f; print(f('migrations'), f('seed'), sep='\\n')"
    migrations, seed = _run(installed / "python", "-c", code, cwd=stranger).stdout.splitlines()
    assert Path(migrations).is_relative_to(installed.parent)
    assert Path(seed).is_relative_to(installed.parent)


def test_demo_has_its_help(installed: Path, stranger: Path) -> None:
    """The first command of the README is there."""
    assert "demo" in _run(installed / "workbench", "demo", "--help", cwd=stranger).stdout


def test_articles_are_added_and_exported(installed: Path, stranger: Path) -> None:
    """A first run migrates an empty database, reads an article and exports the project."""
    database = str(stranger / "own" / "project.db")
    (stranger / "own").mkdir()
    _run(installed / "workbench", "add", "bridge.txt", cwd=stranger, WORKBENCH_DB=database)
    exported = _run(installed / "workbench", "export", "json", cwd=stranger, WORKBENCH_DB=database).stdout
    project = json.loads(exported)
    assert project["format"] == "workbench/1"
    assert [article["title"] for article in project["articles"]] == ["The bridge at Ferrow reopens"]
    assert any("14 million crowns" in claim["text"] for claim in project["claims"])


def test_module_runs_like_the_command(installed: Path, stranger: Path) -> None:
    """`python -m workbench` is the same program."""
    by_name = _run(installed / "workbench", "--version", cwd=stranger).stdout
    assert _run(installed / "python", "-m", "workbench", "--version", cwd=stranger).stdout == by_name
