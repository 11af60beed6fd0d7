"""Charts: pure functions from a tidy table to a Plotly figure as a plain dict, one kind per module."""
