"""The keys of a shared screen, for the help on it and for the page about the dashboard."""

# The keys as the help shows them, and the facility of the player without which a key has no use.
PRESENTATION_KEYS = (
    ("→ Space PgDn", "next", ""),
    ("← PgUp", "previous", ""),
    ("Home End", "ends", ""),
    ("1 … 9 ⏎", "jump", ""),
    ("F", "full", ""),
    ("L", "language", ""),
    ("T", "theme", ""),
    ("B .", "black", ""),
    ("E", "explore", "explore"),
    ("N", "notes", ""),
    ("S", "picture", "savePicture"),
    ("Esc", "leave", ""),
)
