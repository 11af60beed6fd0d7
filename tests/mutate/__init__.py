"""Change one line at a time and see whether a test notices: `python -m tests.mutate` (see __main__)."""
