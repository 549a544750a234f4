"""A reviewed collection as files that others read, and a whole project back in."""

from workbench.reports.exporting import export_text, export_to, import_file
from workbench.reports.formats import ExportFormat
from workbench.reports.project.importer import Imported, import_project

__all__ = ["ExportFormat", "Imported", "export_text", "export_to", "import_file", "import_project"]
