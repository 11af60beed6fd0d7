"""What only the sector page shows."""
