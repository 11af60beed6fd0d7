"""What only the coverage page shows."""
