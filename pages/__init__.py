"""Pages of the dashboard: each file is one short script that reads the state, asks queries and draws charts."""
