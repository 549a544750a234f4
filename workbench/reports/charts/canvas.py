"""An SVG while it is drawn. Whatever is written into it is text: escaped, and with no character that acts."""

import unicodedata
from typing import Final
from xml.etree import ElementTree

from workbench.reports.xml_text import xml_text
from workbench.visible import one_line

NAMESPACE: Final = "http://www.w3.org/2000/svg"
_ELLIPSIS: Final = "…"

Length = float | str
"""Units of the drawing, or a percentage of its width (“40%”)."""


class Canvas:
    """One drawing: what it shows is said in its title, and how it is to be read in its description.

    With a `width` it keeps its proportions. Without, it is as wide as there is room: lengths across are percentages,
    and letters stay as large as they are.
    """

    def __init__(self, name: str, title: str, description: str, height: float, width: float | None = None) -> None:
        """Begin a drawing; `name` makes ids that no other drawing of a page has."""
        named = {"aria-labelledby": f"chart-{name}-title", "aria-describedby": f"chart-{name}-desc"}
        size = {"width": "100%" if width is None else _told(width), "height": _told(height)}
        if width is not None:
            size |= {"viewBox": f"0 0 {_told(width)} {_told(height)}"}
        attributes = {"xmlns": NAMESPACE, "class": f"chart chart-{name}", "role": "img", **named, **size}
        self._root = ElementTree.Element("svg", attributes)
        ElementTree.SubElement(self._root, "title", {"id": f"chart-{name}-title"}).text = visible(title)
        ElementTree.SubElement(self._root, "desc", {"id": f"chart-{name}-desc"}).text = visible(description)

    def box(self, x: Length, y: float, width: Length, height: float, classes: str, rounded: float = 0) -> None:
        """Draw a rectangle."""
        corner = {"rx": _told(rounded)} if rounded else {}
        self._add("rect", classes, {"x": x, "y": y, "width": width, "height": height, **corner})

    def disc(self, x: float, y: float, radius: float, classes: str) -> None:
        """Draw a circle around a point."""
        self._add("circle", classes, {"cx": x, "cy": y, "r": radius})

    def line(self, start: tuple[Length, float], end: tuple[Length, float], classes: str, width: float = 1) -> None:
        """Draw a straight line."""
        ends = {"x1": start[0], "y1": start[1], "x2": end[0], "y2": end[1]}
        self._add("line", classes, {**ends, "stroke-width": width})

    def path(self, commands: str, classes: str, width: float = 1) -> None:
        """Draw a path of SVG's path `commands`, which are made of numbers only."""
        self._add("path", classes, {"d": commands, "stroke-width": width})

    def words(
        self,
        x: Length,
        y: float,
        words: str,
        classes: str,
        size: float = 13,
        anchor: str = "start",
        dx: float = 0,
        turn: float = 0,
    ) -> None:
        """Write `words` on a baseline, turned by degrees about its beginning; anything at all may stand in them."""
        moved = {"dx": _told(dx)} if dx else {}
        if turn:
            moved["transform"] = f"rotate({_told(turn)} {_told(x)} {_told(y)})"
        attributes = {"x": x, "y": y, "font-size": size, "text-anchor": anchor, **moved}
        self._add("text", classes, attributes).text = visible(words)

    def svg(self) -> str:
        """Return the drawing."""
        return ElementTree.tostring(self._root, encoding="unicode")

    def _add(self, tag: str, classes: str, attributes: dict[str, Length]) -> ElementTree.Element:
        told = {name: _told(value) for name, value in attributes.items()}
        return ElementTree.SubElement(self._root, tag, {"class": classes, **told})


def visible(words: str) -> str:
    """Return `words` with every character that would act, or that XML cannot hold, replaced by a visible one."""
    return xml_text(one_line(words))


def shortened(words: str, width: float, size: float) -> str:
    """Return the words on one line, cut with an ellipsis where they would be wider than about `width`.

    `width` and `size`, that of the letters, are in units of the drawing.
    """
    flat = " ".join(words.split())
    room = width / size
    if _ems(flat) <= room:
        return flat
    taken = 0.0
    for place, character in enumerate(flat):
        taken += _ems(character)
        if taken > room - _ems(_ELLIPSIS):
            return flat[:place].rstrip() + _ELLIPSIS
    return flat


def _ems(words: str) -> float:
    """About how wide words are, in multiples of the size of their letters."""
    return sum(
        1.0 if unicodedata.east_asian_width(each) in "WF" else 0.66 if each.isupper() else 0.52 for each in words
    )


def percent(part: float, whole: float) -> str:
    """Return a share as a percentage that SVG reads."""
    return f"{_told(100 * part / whole if whole else 0)}%"


def _told(value: Length) -> str:
    return value if isinstance(value, str) else f"{value:.2f}".rstrip("0").rstrip(".") or "0"
