"""The filters of each page that are timed, beside its first switch."""

# The other filters of a page: kind, name in the address, which option is taken.
FILTERS = {
    "bare filters": (("list", "list", 3), ("regions", "regions", 2), ("years", "years", 0)),
    "/youth": (("regions", "area", 9), ("years", "years", 0), ("switch", "axis", 1)),
    "/women": (("regions", "area", 9), ("years", "years", 0), ("switch", "measure", 1), ("years", "year", 0)),
    "/regions": (
        ("list", "rate", 1),
        ("regions", "area", 9),
        ("list", "geo", 1),
        ("years", "year", 0),
        ("switch", "form", 1),
        ("switch", "axis", 1),
    ),
    "/explore": (("regions", "area", 9), ("years", "years", 0), ("list", "with", 3)),
    "/compare": (("regions", "country", 9), ("list", "comparator", 2)),
    "/coverage": (("years", "years", 0), ("switch", "columns", 1)),
    "/snapshot": (("list", "method", 1), ("list", "compare", 0), ("list", "as_of", 1)),
}
