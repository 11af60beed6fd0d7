"""What only the youth page shows."""
