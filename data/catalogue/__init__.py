"""The catalogue: what a statistician or a translator edits to say what the dashboard shows, and the check of it."""
