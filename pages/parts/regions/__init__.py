"""What only the regions page shows."""
