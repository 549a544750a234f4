"""The README says what the program does."""

import importlib.util
from pathlib import Path
from types import ModuleType

from workbench.cli.root import workbench

ROOT = Path(__file__).resolve().parent.parent
README = (ROOT / "README.md").read_text("utf-8")


def script(name: str) -> ModuleType:
    """A script of the folder docs, as a module."""
    spec = importlib.util.spec_from_file_location(name, ROOT / "docs" / f"{name}.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_table_of_keys_is_the_programs() -> None:
    assert script("readme_keys").with_keys(README) == README, "run make docs"


def test_what_is_said_of_templates_is_what_they_are_given() -> None:
    page = (ROOT / "docs" / "templates.md").read_text("utf-8")
    assert script("template_data").with_data(page) == page, "run make docs"


def test_every_command_is_in_the_readme() -> None:
    import click

    for name in workbench.list_commands(click.Context(workbench)):
        assert f"`workbench {name}" in README or f"`{name}" in README, name


def test_every_picture_of_the_readme_is_there() -> None:
    linked = [part.split(")")[0] for part in README.split("](docs/")[1:]]
    pictures = [name for name in linked if name.endswith(".svg")]
    assert len(pictures) == 3
    assert all((ROOT / "docs" / name).is_file() for name in linked)
