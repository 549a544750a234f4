"""The looks: dark, light, and the terminal's own colours. No high-contrast theme ships with Textual; these are ours."""

from textual.theme import Theme

DARK = Theme(
    name="workbench-dark",
    primary="#4f7cac",
    secondary="#b58bd0",
    accent="#7fb4e6",
    warning="#e5b567",
    error="#e0666b",
    success="#7fbf7f",
    foreground="#d8dbe0",
    background="#14171c",
    surface="#1b2027",
    panel="#222831",
    boost="#2a313c",
    dark=True,
)
LIGHT = Theme(
    name="workbench-light",
    primary="#2f6297",
    secondary="#7b4397",
    accent="#1f5f9e",
    warning="#9a6700",
    error="#b3261e",
    success="#216e39",
    foreground="#1c1f24",
    background="#fbfaf7",
    surface="#f3f1ec",
    panel="#e7e4dc",
    boost="#dcd8ce",
    dark=False,
)
ANSI = "ansi-dark"
"""The terminal's own colours; also what NO_COLOR gets."""

SHADES = {
    DARK.name: {
        "ink-muted": "#9aa2ad",
        "ink-faint": "#666f7b",
        "ink-cursor": "#2c4766",
        "ink-chosen": "#242b35",
        "ink-source": "#574722",
        "ink-differs": "#7a2f35",
    },
    LIGHT.name: {
        "ink-muted": "#5b616b",
        "ink-faint": "#8b9099",
        "ink-cursor": "#c5d8ec",
        "ink-chosen": "#ebe8e0",
        "ink-source": "#f6e2a8",
        "ink-differs": "#f3b8b3",
    },
}
"""The shades that Textual does not derive: marks lie on one another, so they cannot be half transparent."""

THEMES = (DARK.name, LIGHT.name, ANSI)
