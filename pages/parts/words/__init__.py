"""Words, numbers and dates in three languages, and the search for series."""
