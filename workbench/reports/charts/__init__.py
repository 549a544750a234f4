"""Charts of a report as SVG text: made from its outline, without a script, and readable without colour."""

from workbench.reports.charts.chart_set import ChartData, Charts, chart_data, drawn
from workbench.reports.charts.standalone import standalone

__all__ = ["ChartData", "Charts", "chart_data", "drawn", "standalone"]
