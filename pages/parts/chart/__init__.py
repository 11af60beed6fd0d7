"""The one way to show a chart: a card with title, chart, source and actions."""
