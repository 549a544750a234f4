"""A pane that draws prepared lines one by one: what is not in view costs nothing."""

from collections.abc import Sequence
from typing import ClassVar

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.geometry import Region, Size
from textual.message import Message
from textual.reactive import Reactive
from textual.scroll_view import ScrollView
from textual.strip import Strip

from workbench.tui.flow import Line
from workbench.tui.ink import Ink


class Pane(ScrollView, can_focus=False):
    """Shows lines; a subclass says which by overriding `line_at` and calling `set_count`, or calls `show`."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {ink.value for ink in Ink}

    # Other lines are no reason to lay the whole screen out again, as Textual does by default.
    virtual_size = Reactive(Size(0, 0), layout=False)

    class Picked(Message):
        """A line with a tag was clicked; `column` is the cell of the line, from 0."""

        def __init__(self, pane: "Pane", tag: object, column: int = 0) -> None:
            super().__init__()
            self.pane = pane
            self.tag = tag
            self.column = column

        @property
        def control(self) -> "Pane":
            """The pane whose line was clicked."""
            return self.pane

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id, classes=classes)
        self._lines: Sequence[Line] = ()
        self._styles_of_inks: dict[tuple[Ink | None, tuple[Ink, ...]], Style] = {}

    def watch_virtual_size(self, size: Size) -> None:
        """Let the scrollbar follow."""
        self._scroll_update(size)

    def notify_style_update(self) -> None:
        """Forget the styles of a theme that is no more."""
        self._styles_of_inks.clear()
        super().notify_style_update()

    @property
    def text_width(self) -> int:
        """How many cells a line may fill."""
        return max(1, self.scrollable_content_region.width)

    def show(
        self,
        lines: Sequence[Line],
        *,
        centre: tuple[int, int] | None = None,
        reveal: tuple[int, int] | None = None,
    ) -> None:
        """Show `lines`; both `centre` and `reveal` are (first, last + 1).

        `centre` scrolls so that these stand in the middle, `reveal` as little as needed to see them.
        """
        self._lines = lines
        self.set_count(len(lines))
        if centre is not None:
            self.centre(*centre)
        if reveal is not None:
            self.bring_into_view(reveal[0], reveal[1])
        self.refresh()

    def set_count(self, count: int) -> None:
        """Say how many lines there are. Nothing is drawn for those out of view."""
        self.virtual_size = Size(max(1, self.size.width), count)

    def line_at(self, index: int) -> Line | None:
        """Return the line, or None past the end."""
        return self._lines[index] if 0 <= index < len(self._lines) else None

    def centre(self, first: int, last: int) -> None:
        """Scroll so that the lines `first` to `last` stand in the middle, the first of them always in view."""
        room = max(1, self.size.height)
        top = first - max(0, (room - (last - first)) // 2)
        self.scroll_to(y=max(0, top), animate=False, immediate=True, force=True)

    def bring_into_view(self, first: int, last: int | None = None) -> None:
        """Scroll as little as needed to see the lines `first` to `last` (one line if not given)."""
        height = max(1, (first + 1 if last is None else last) - first)
        room = max(1, self.size.height)
        top = self.scroll_offset.y
        if first < top or height >= room:
            top = first
        elif first + height > top + room:
            top = first + height - room
        self.scroll_to(y=top, animate=False, immediate=True, force=True)

    def refresh_line_at(self, index: int) -> None:
        """Draw one line anew."""
        self.refresh(Region(0, index - self.scroll_offset.y, self.size.width, 1))

    def render_line(self, y: int) -> Strip:
        """Draw the line that stands at row `y` of the screen."""
        width = self.size.width
        line = self.line_at(y + self.scroll_offset.y)
        if line is None:
            return Strip.blank(width, self._style(None, ()))
        segments = [Segment(piece.text, self._style(line.fill, piece.inks)) for piece in line.spans]
        return Strip(segments).adjust_cell_length(width, self._style(line.fill, ()))

    def _style(self, fill: Ink | None, inks: tuple[Ink, ...]) -> Style:
        """Return the style of inks that lie on one another, on the ground or on a filled line."""
        known = self._styles_of_inks.get((fill, inks))
        if known is None:
            known = self.rich_style
            for ink in (fill, *inks):
                if ink is not None and ink is not Ink.PLAIN:
                    known += self.get_component_rich_style(ink.value, partial=True)
            self._styles_of_inks[fill, inks] = known
        return known

    def on_click(self, event: events.Click) -> None:
        """Say which line was clicked, if it means something."""
        line = self.line_at(event.y + self.scroll_offset.y)
        if line is not None and line.tag is not None:
            self.post_message(self.Picked(self, line.tag, event.x))
