"""The card as a value, the board it stands on, and its table and files."""
