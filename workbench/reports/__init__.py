"""A reviewed collection as files that others read, and a whole project back in."""

from typing import TYPE_CHECKING

from workbench.lazy import lazy_exports

if TYPE_CHECKING:
    from workbench.reports.exporting import export_bytes, export_pieces, export_text, export_to, import_file
    from workbench.reports.format_names import ExportFormat
    from workbench.reports.project.importer import Imported, import_project

__all__ = [
    "ExportFormat",
    "Imported",
    "export_bytes",
    "export_pieces",
    "export_text",
    "export_to",
    "import_file",
    "import_project",
]

__getattr__ = lazy_exports(
    __name__,
    {
        "ExportFormat": "format_names",
        "Imported": "project.importer",
        "export_bytes": "exporting",
        "export_pieces": "exporting",
        "export_text": "exporting",
        "export_to": "exporting",
        "import_file": "exporting",
        "import_project": "project.importer",
    },
)
