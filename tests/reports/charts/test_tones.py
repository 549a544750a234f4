"""A chart that stands alone has the light colours that the page has."""

import re
from importlib.resources import files

from workbench.reports.charts.tones import LIGHT, Tone


def test_the_light_colours_are_those_of_the_page_and_of_paper() -> None:
    templates = files("workbench.reports") / "templates"
    for name in ("style.css", "print.css"):
        css = (templates / name).read_text(encoding="utf-8")
        root = re.findall(r":root \{(.*?)\}", css, re.DOTALL)[0]
        variables = dict(re.findall(r"--([a-z-]+): (#[0-9a-f]+);", root))
        for tone in Tone:
            assert (variables[tone], variables[f"{tone}-bg"]) == (LIGHT[tone], LIGHT[f"{tone}-bg"])


def test_every_class_of_a_chart_has_a_rule_in_the_page() -> None:
    css = (files("workbench.reports") / "templates" / "charts.css").read_text(encoding="utf-8")
    for name in (*Tone, "paper", "ink", "soft", "line"):
        assert f".fill-{name} {{" in css
        assert f".line-{name} {{" in css
    assert all(f".ground-{tone} {{" in css for tone in Tone)
    assert all(f".{name} {{" in css for name in ("edge", "hollow", "dashed", "dotted", "strong"))
